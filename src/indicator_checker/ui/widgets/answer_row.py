"""One indicator: what it says, what it can look like, its answer, and what stands under it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from indicator_checker.checklist import Answer, Observation
from indicator_checker.instrument.model import Indicator
from indicator_checker.ui.answer_scale import AnswerScale
from indicator_checker.ui.style import GRID, in_lines
from indicator_checker.ui.widgets.answer_choice import build_choice
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.choice_row import ChoiceRow
from indicator_checker.ui.widgets.labels import BodyLabel, QuietLabel
from indicator_checker.ui.widgets.observation_form import ObservationForm
from indicator_checker.ui.widgets.page import Card, Notice, stacked

#: Text beside the buttons needs at least so many lines of width; else they go beneath it.
_LEAST_TEXT = 15


@dataclass(frozen=True, slots=True)
class Urgent:
    """What an immediate sign asks for as soon as it is answered *seen* or *not sure*."""

    call: str
    do: str


class AnswerRow(Card):
    """A card with one indicator.

    Signals:
        answered: Indicator id and answer id.
        answer_cleared: Indicator id: the person takes the answer back.
        observation_changed: Indicator id and the observation as it is now.
    """

    answered = Signal(str, str)
    answer_cleared = Signal(str)
    observation_changed = Signal(str, object)

    def __init__(
        self,
        indicator: Indicator,
        scale: AnswerScale,
        parent: QWidget | None = None,
    ) -> None:
        """Build the card with nothing answered.

        Args:
            indicator: What it is about.
            scale: The answers that can be given, as they are shown.
            parent: Where it stands.
        """
        super().__init__(parent)
        self.indicator = indicator
        self._roles = {option.id: option.role for option in scale.options}
        self._caption = scale.caption
        self._urgent: Urgent | None = None
        self._form: ObservationForm | None = None
        self._notice: Notice | None = None
        self._remark: QuietLabel | None = None
        self.choice = self._build_choice(scale)
        self.clear_button = self._build_clear()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body = QVBoxLayout(self)
        self._build()

    def show_answer(self, answer: Answer | None) -> None:
        """Show what is recorded for this indicator."""
        self.choice.set_value(answer.value if answer else "")
        self.clear_button.setVisible(answer is not None)
        role = self._roles.get(answer.value, "") if answer else ""
        observation = answer.observations[0] if answer and answer.observations else None
        noticed = role in ("present", "possible")
        # Words that were typed stay in sight when the answer under them is changed.
        written = observation is not None and observation != Observation()
        self._show_form(observation or Observation(), shown=noticed or written)
        self._show_urgent(shown=noticed)

    def set_urgent(self, urgent: Urgent | None) -> None:
        """Set what this sign asks for at once; it shows with the next answer."""
        self._urgent = urgent

    def show_remark(self, remark: str) -> None:
        """Say quietly what the instrument still asks for here, or nothing."""
        if self._remark is None and remark:
            self._remark = QuietLabel()
            self._body.addWidget(self._remark)
        if self._remark is not None:
            self._remark.set_words(remark)
            self._remark.setVisible(bool(remark))

    def remark(self) -> str:
        """What it says quietly beneath, or an empty string."""
        return self._remark.words() if self._remark is not None else ""

    def form(self) -> ObservationForm | None:
        """The form under the answer, once there was a reason to build it."""
        return self._form

    def urgent_notice(self) -> Notice | None:
        """What to do at once, once there was a reason to show it."""
        return self._notice

    def _build_choice(self, scale: AnswerScale) -> ChoiceRow:
        choice = build_choice(self.indicator.text, scale)
        choice.chosen.connect(lambda value: self.answered.emit(self.indicator.id, value))
        choice.cleared.connect(lambda: self.answer_cleared.emit(self.indicator.id))
        return choice

    def _build_clear(self) -> LinkButton:
        button = LinkButton(self.tr("Clear answer"))
        button.setAccessibleDescription(self.indicator.text)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.hide()
        button.clicked.connect(self._on_clear_clicked)
        return button

    def _build(self) -> None:
        self._body.setContentsMargins(GRID * 2, GRID + 4, GRID * 2, GRID + 4)
        self._body.setSpacing(GRID)
        self._top.setSpacing(GRID * 2)
        self._top.addLayout(self._build_words(), 1)
        answers = QVBoxLayout()
        answers.setSpacing(0)
        if self._caption:
            answers.addWidget(QuietLabel(self._caption))
        answers.addWidget(self.choice)
        # Aligned, so that the greatest width of the button does not bind the whole column.
        answers.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeading)
        answers.addStretch(1)
        self._top.addLayout(answers)
        self._body.addLayout(self._top)

    def _build_words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(BodyLabel(self.indicator.text, size=1.06))
        hints = []
        if self.indicator.looks_like:
            hints.append(self.tr("Can look like: {text}").format(text=self.indicator.looks_like))
        if self.indicator.could_also_be:
            hints.append(self.tr("Could also be: {text}").format(text=self.indicator.could_also_be))
        for hint in hints:
            words.addWidget(QuietLabel(hint))
        words.addWidget(QuietLabel(self._asking_words()))
        words.addStretch(1)
        return words

    def _asking_words(self) -> str:
        return {
            "observe": self.tr("◇ Observe"),
            "already_known": self.tr("◇ Only if already known"),
            "do_not_ask": self.tr("◆ Do not ask"),
        }[self.indicator.asking]

    def _show_form(self, observation: Observation, *, shown: bool) -> None:
        if self._form is None and shown:
            self._form = ObservationForm(self.indicator.text)
            self._form.edited.connect(self._on_observation_edited)
            # Under the answer; what is still asked for stays last.
            last = self._body.count() - (self._remark is not None)
            self._body.insertWidget(last, self._form)
        if self._form is not None:
            self._form.show_observation(observation)
            self._form.setVisible(shown)

    def _show_urgent(self, *, shown: bool) -> None:
        if self._urgent is None:
            return
        if shown:
            self._build_notice(self._urgent)
        if self._notice is not None:
            self._notice.setVisible(shown)

    def _build_notice(self, urgent: Urgent) -> None:
        """Build it anew: the number in it follows the place."""
        if self._notice is not None:
            self._body.removeWidget(self._notice)
            self._notice.deleteLater()
        self._notice = stacked(Notice(), BodyLabel(urgent.call, bold=True), BodyLabel(urgent.do))
        self._body.insertWidget(1, self._notice)
        if self._form is not None:
            self._form.raise_()

    def _on_clear_clicked(self) -> None:
        # Hiding the button would throw the focus to the next row.
        self.choice.take_focus()
        self.answer_cleared.emit(self.indicator.id)

    def _on_observation_edited(self, observation: Observation) -> None:
        self.observation_changed.emit(self.indicator.id, observation)

    def _fit_direction(self) -> None:
        beside = self.width() - GRID * 6 - self.choice.sizeHint().width()
        wide = beside >= in_lines(_LEAST_TEXT)
        # Beside the words the answers stay in one line; beneath them they may break.
        self.choice.setMinimumWidth(self.choice.sizeHint().width() if wide else 0)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._top.direction() != direction:
            self._top.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beneath the words where they have no room beside them."""
        super().resizeEvent(event)
        self._fit_direction()

    def changeEvent(self, event: QEvent) -> None:
        """The same when the text grows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_direction()

"""The professional's own judgement: beside the result, never mixed with it, only ever higher."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.checklist import JudgedStep, Judgement
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.choice_row import Option
from indicator_checker.ui.widgets.field_group import ClearableChoice
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.note_edit import NoteEdit
from indicator_checker.ui.widgets.page import Card


class JudgementForm(Card):
    """What the person judges, with the reason, next to what the rule says.

    Signals:
        judgement_changed: The judgement as it is now; ``None`` when taken back.
    """

    judgement_changed = Signal(object)

    def __init__(self, steps: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Build the form.

        Args:
            steps: Id and words of every step, from the lowest to the highest.
            parent: Where it stands.
        """
        super().__init__(parent)
        self._steps = [step for step, _title in steps]
        self._titles = dict(steps)
        self._judgement: Judgement | None = None
        self._rule = BodyLabel()
        self._difference = BodyLabel(bold=True)
        question = self.tr("What is your own judgement? (optional)")
        options = tuple(Option(step, title) for step, title in steps[1:])
        self.choice = ClearableChoice(question, options)
        self.reason_label = BodyLabel(self.tr("Your reason"))
        self.reason = NoteEdit()
        self._build(question)
        self.choice.edited.connect(self._on_step_edited)
        self.reason.edited.connect(self._on_reason_edited)

    def show_judgement(self, rule_step: str, result: str, judgement: Judgement | None) -> None:
        """Show the result and the person's own step.

        Args:
            rule_step: The step that the rule sets, or an empty string for none.
            result: The result in words.
            judgement: What the person judged before, if anything.
        """
        self._judgement = judgement
        self._rule.set_words(self.tr("The rule says: {step}").format(step=result))
        place = self._steps.index(rule_step) if rule_step else 0
        for step, button in self.choice.row.buttons.items():
            higher = self._steps.index(step) > place
            button.setVisible(higher or (judgement is not None and judgement.step == step))
        self.choice.setVisible(place < len(self._steps) - 1 or judgement is not None)
        self._question.setVisible(self.choice.isVisibleTo(self))
        self.choice.show_text(judgement.step if judgement else "")
        self.reason.show_text(judgement.reason if judgement else "")
        self._show_reason(judgement is not None)
        self._show_difference(place, judgement)

    def focus_target(self) -> QWidget:
        """The widget that takes the focus."""
        return self.choice.row.first_shown()

    def _build(self, question: str) -> None:
        self._question = BodyLabel(question)
        self.reason_label.setBuddy(self.reason)
        self.reason.setAccessibleName(self.reason_label.words())
        self.reason.setAccessibleDescription(question)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(Heading(self.tr("Your own judgement"), 2))
        layout.addWidget(self._rule)
        layout.addWidget(
            QuietLabel(
                self.tr(
                    "You know more than a rule does. Your judgement can raise the step, never "
                    "lower it. Both are shown side by side."
                )
            )
        )
        for widget in (self._question, self.choice, self.reason_label, self.reason):
            layout.addWidget(widget)
        layout.addWidget(self._difference)

    def _show_reason(self, shown: bool) -> None:
        self.reason_label.setVisible(shown)
        self.reason.setVisible(shown)

    def _show_difference(self, place: int, judgement: Judgement | None) -> None:
        self._difference.setVisible(judgement is not None)
        if judgement is None:
            return
        if self._steps.index(judgement.step) > place:
            words = self.tr("You judge higher than the rule: {step}. Your step leads.")
        else:
            words = self.tr("The rule now asks for as much as you judged, or more: {step}.")
        self._difference.set_words(words.format(step=self._titles[judgement.step]))

    def _on_step_edited(self, step: str) -> None:
        if not step:
            self.judgement_changed.emit(None)
            return
        reason = self._judgement.reason if self._judgement else self.reason.toPlainText()
        self.judgement_changed.emit(Judgement(cast("JudgedStep", step), reason))
        self.reason.setFocus()

    def _on_reason_edited(self, reason: str) -> None:
        if self._judgement is not None:
            self._judgement = Judgement(self._judgement.step, reason)
            self.judgement_changed.emit(self._judgement)

"""Where this stands: the present step, why, and what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from indicator_checker.ui.widgets.labels import BodyLabel
from indicator_checker.ui.widgets.level_details import LevelDetails
from indicator_checker.ui.widgets.level_strip import LevelStrip
from indicator_checker.ui.widgets.level_symbols import STEPS, LevelPlace
from indicator_checker.ui.widgets.page import Side

if TYPE_CHECKING:
    from indicator_checker.checklist import Judgement
    from indicator_checker.evaluation.outlook import Outlook
    from indicator_checker.evaluation.trace import Evaluation
    from indicator_checker.instrument.load import Instrument
    from indicator_checker.referral.reasons import LevelWords
    from indicator_checker.text import Words

#: The unfolded strip leaves at least half of the smallest window to the page.
_UNFOLDED_HEIGHT = 280


class LevelPanel(Side):
    """The panel that is always there and always right.

    Compact, it is a strip with the step and what it asks; the rest unfolds on demand.

    Signals:
        method_asked: The person wants to read all rules and sources.
        unfolded: The strip was unfolded (true) or folded.
    """

    method_asked = Signal()
    unfolded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Where this stands"))
        self._compact = False
        self._shown_title = ""
        self._strip = LevelStrip(self)
        self._details = LevelDetails(self)
        self._scroll = QScrollArea(self)
        self._build()
        self.set_compact(False)

    def show_result(
        self,
        instrument: Instrument,
        evaluation: Evaluation,
        outlook: Outlook,
        words: Words,
        judgement: Judgement | None = None,
    ) -> None:
        """Show the present result; a change of step is told once to a screen reader.

        Args:
            instrument: Gives the words of the steps.
            evaluation: The result with its trace.
            outlook: What would change it.
            words: The language of the sentences.
            judgement: The writer's own step; shown beside the result, never mixed with it.
        """
        # Loaded here: it brings the instrument's models, which the first paint must not wait for.
        from indicator_checker.referral.notices import deadline
        from indicator_checker.referral.reasons import level_words

        level = level_words(instrument, evaluation, words)
        place = self._place(instrument, evaluation, level)
        # Who has to call now needs no word about how little is answered.
        few = evaluation.not_enough_information and evaluation.step != "act_now"
        flag = f"{words('level.not_enough_information')}." if few else ""
        within = deadline(evaluation, words)
        self._strip.show_level(level, place, (within, flag))
        self._details.show_level(level, place, within)
        self._details.show_reasons(instrument, evaluation, outlook, words)
        self._details.show_own_step(_own_step(instrument, evaluation, words, judgement))
        self._announce(level.title)

    def set_compact(self, compact: bool) -> None:
        """Be a strip (under the page) or a column (beside it)."""
        self._compact = compact
        self._strip.setVisible(compact)
        self._details.set_compact(compact)
        self._scroll.setMaximumHeight(_UNFOLDED_HEIGHT if compact else 16_777_215)
        down = QSizePolicy.Policy.Maximum if compact else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Preferred, down)
        self._on_more_toggled(self._strip.more.isChecked())

    def is_compact(self) -> bool:
        """Whether it is a strip now."""
        return self._compact

    def more_button(self) -> QPushButton:
        """The button that unfolds the strip."""
        return self._strip.more

    def text(self) -> str:
        """Everything the panel says, in reading order."""
        labels = self._details.findChildren(BodyLabel)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def _build(self) -> None:
        self._strip.more.toggled.connect(self._on_more_toggled)
        self._details.method_button.clicked.connect(self.method_asked)
        self._scroll.setWidget(self._details)
        self._scroll.setWidgetResizable(True)
        # A scroll area paints the colour of the page; the panel has its own ground.
        self._scroll.viewport().setAutoFillBackground(False)
        self._details.setAutoFillBackground(False)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The arrow keys scroll it; the text has nothing else that could take the focus.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("Where this stands, in full"))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._strip)
        layout.addWidget(self._scroll, 1)

    def _place(
        self, instrument: Instrument, evaluation: Evaluation, level: LevelWords
    ) -> LevelPlace:
        """Where the shown level stands; danger stands above the levels of every list."""
        rules = instrument.rules
        steps = tuple(known.step for known in rules.levels) if rules.ordered else ()
        rank = instrument.rule_index.ranks.get(evaluation.level, -1)
        if level.step is None:
            return LevelPlace(words=level.title)
        if rank < 0 or not steps or steps[rank] != level.step:
            return LevelPlace((*steps, level.step), len(steps), level.title)
        is_a_step = steps == STEPS
        text = self.tr("Step {place} of {count}: {title}")
        if not is_a_step:
            text = self.tr("Level {place} of {count}: {title}")
        words = text.format(place=rank + 1, count=len(steps), title=level.title)
        return LevelPlace(steps, rank, words, is_a_step)

    def _announce(self, level_title: str) -> None:
        changed = self._shown_title and self._shown_title != level_title
        self._shown_title = level_title
        if changed:
            said = self.tr("Where this stands has changed: {title}").format(title=level_title)
            # Polite is what such an event is by default: it waits until the reader has finished.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _on_range_changed(self, lowest: int, highest: int) -> None:
        # The text keeps its width when the scroll bar comes or goes, so that nothing jumps.
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._details.set_right_margin(0 if highest == lowest else bar)

    def _on_more_toggled(self, checked: bool) -> None:
        self._scroll.setVisible(checked or not self._compact)
        if self._compact:
            self.unfolded.emit(checked)


def _own_step(
    instrument: Instrument, evaluation: Evaluation, words: Words, judgement: Judgement | None
) -> str:
    """The title of the writer's own step where it differs from the rule's."""
    if judgement is None or judgement.step == evaluation.step:
        return ""
    from indicator_checker.referral.reasons import level_words

    return level_words(instrument, evaluation, words, judgement).title

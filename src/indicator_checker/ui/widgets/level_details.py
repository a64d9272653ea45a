"""The panel in full: the four steps, why, the bars, what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import FoldButton, LinkButton
from indicator_checker.ui.widgets.dimension_bars import bars_figure
from indicator_checker.ui.widgets.figure_view import FigureView
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.level_symbols import LevelPlace, LevelSymbols
from indicator_checker.ui.widgets.profile_table import ProfileTable

if TYPE_CHECKING:
    from indicator_checker.evaluation.outlook import Outlook
    from indicator_checker.evaluation.trace import Evaluation
    from indicator_checker.instrument.load import Instrument
    from indicator_checker.referral.reasons import LevelWords
    from indicator_checker.text import Words

_MARGIN = 20
#: What is said with a step besides *not a diagnosis*: own duty, out of hours, worry about a lead.
_MOST_SENTENCES = 3


class LevelDetails(QWidget):
    """Everything the panel says, from top to bottom.

    Attributes:
        method_button: Opens the page with all rules and sources.
        words_button: Shows the bars as words; checked while they show.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Without a parent: what is read first is what is laid out first, in `_build`.
        self._symbols = LevelSymbols()
        self._position = QuietLabel("")
        self._title = Heading("", 2)
        self._action = BodyLabel("")
        self._deadline = BodyLabel("", bold=True)
        self._flag = BodyLabel("", bold=True)
        self._flag_meaning = QuietLabel("")
        self._own_step = BodyLabel("")
        self._caution = QuietLabel("")
        self._always = [BodyLabel("") for _ in range(_MOST_SENTENCES)]
        self._open = BodyLabel("")
        self._stop = BodyLabel("")
        self._why = BodyLabel("")
        self._profiles = ProfileTable()
        self._bars = FigureView()
        self._measures = FigureView()
        self.words_button = FoldButton(self.tr("The bars as words"))
        self._bars_in_words = BodyLabel("")
        self._raising = BodyLabel("")
        self._bounds_title = Heading("", 3)
        self._bounds = BodyLabel("")
        self.method_button = LinkButton(self.tr("How this works: all rules and sources"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._layout.setSpacing(GRID)
        self._build()

    def show_level(self, level: LevelWords, place: LevelPlace, deadline: str) -> None:
        """Show a level, where it stands among all, and by when something has to happen."""
        self._symbols.show_place(place)
        self._title.setText(level.title)
        # The four steps say their place by their shapes; other levels are counted in words.
        counted = bool(place.steps) and not place.is_a_step and place.words != level.title
        _show(self._position, place.words.split(":")[0] if counted else "")
        self._action.setText(level.action)
        _show(self._deadline, deadline)
        self._caution.setText(level.always[0])
        for number, label in enumerate(self._always, start=1):
            _show(label, level.always[number] if number < len(level.always) else "")

    def show_reasons(
        self, instrument: Instrument, evaluation: Evaluation, outlook: Outlook, words: Words
    ) -> None:
        """Show why, the bars, what would change it and how far it can still move."""
        from indicator_checker.referral.notices import open_questions, stop_sentence
        from indicator_checker.referral.reasons import why

        self._why.setText(why(instrument, evaluation, words))
        _show(self._open, "\n".join(open_questions(instrument, evaluation, words)))
        _show(self._stop, stop_sentence(instrument, evaluation, words))
        self._show_numbers(instrument, evaluation, words)
        self._show_outlook(instrument, evaluation, outlook, words)
        self._show_flag(evaluation, words)

    def show_own_step(self, title: str) -> None:
        """Show the writer's own step beside the rule's, or nothing."""
        text = self.tr("Your own judgement: {title}. It leads page 1 of the referral.")
        self._own_step.setText(text.format(title=title) if title else "")
        self._own_step.setVisible(bool(title))

    def set_right_margin(self, taken: int) -> None:
        """Keep the width of the text where a scroll bar has taken some of the margin."""
        right = max(_MARGIN - taken, GRID // 2)
        self._layout.setContentsMargins(_MARGIN, _MARGIN, right, _MARGIN)

    def set_compact(self, compact: bool) -> None:
        """Leave out what the strip says already."""
        for label in (self._heading, self._title, self._action, self._caution):
            label.setHidden(compact)

    def _build(self) -> None:
        self._heading = self._add_heading(self.tr("Where this stands"), above=0)
        self._add(self._symbols)
        self._add(self._position)
        self._add(self._title)
        self._add(self._action)
        self._add(self._deadline)
        self._add(self._caution, above=GRID // 2)
        beside = (self._flag, self._flag_meaning, self._own_step, self._open, self._stop)
        for label in (*beside, *self._always):
            self._add(label)
        self._add_heading(self.tr("Why"))
        self._add(self._why)
        self._bars.setAccessibleName(self.tr("Points for each side of the picture"))
        self._measures.setAccessibleName(self.tr("Points and counts"))
        for part in (self._profiles, self._bars, self._measures):
            self._add(part)
        self._add(self.words_button)
        self._add(self._bars_in_words)
        self._bars_in_words.setVisible(False)
        self.words_button.toggled.connect(self._bars_in_words.setVisible)
        self._raising_title = self._add_heading(self.tr("What would change it"))
        self._add(self._raising)
        self._add(self._bounds_title, above=GRID)
        self._add(self._bounds)
        self._layout.addStretch(1)
        self._add(self.method_button, above=GRID)
        self.show_own_step("")

    def _add(self, widget: QWidget, above: int = 0) -> None:
        if above:
            self._layout.addSpacing(above)
        self._layout.addWidget(widget)

    def _add_heading(self, words: str, above: int = GRID) -> Heading:
        heading = Heading(words, 3)
        self._add(heading, above)
        return heading

    def _show_numbers(self, instrument: Instrument, evaluation: Evaluation, words: Words) -> None:
        """Bars for the sides of the picture and for what is added up; tables for profiles."""
        from indicator_checker.referral.measure_bars import (
            measure_bars,
            measure_figure,
            profile_counts,
        )
        from indicator_checker.referral.reasons import dimension_rows

        rows = dimension_rows(instrument, evaluation, words)
        bars = measure_bars(instrument, evaluation, words)
        in_words = "\n".join(row.words for row in rows)
        measured = "\n".join(bar.words for bar in bars)
        self._bars.show_figure(lambda width: bars_figure(rows, width), in_words)
        self._bars.setVisible(bool(rows))
        self._measures.show_figure(lambda width: measure_figure(bars, width), measured)
        self._measures.setVisible(bool(bars))
        self._bars_in_words.setText("\n".join(part for part in (in_words, measured) if part))
        self.words_button.setVisible(bool(rows or bars))
        if not (rows or bars):
            self.words_button.setChecked(False)
        self._profiles.show_profiles(profile_counts(instrument, evaluation))

    def _show_outlook(
        self, instrument: Instrument, evaluation: Evaluation, outlook: Outlook, words: Words
    ) -> None:
        from indicator_checker.referral.reasons import bounds, raising

        rules = instrument.rules
        moves = bool(rules.levels) and rules.ordered
        if moves:
            self._raising.setText("\n".join(raising(instrument, evaluation, outlook, words)))
            still_open = len(evaluation.possible) + len(evaluation.unknown)
            self._bounds_title.setText(words("bounds.title", n=still_open))
            self._bounds.setText(bounds(instrument, evaluation, outlook, words))
        parts = (self._raising_title, self._raising, self._bounds_title, self._bounds)
        for label in parts:
            label.setVisible(moves)

    def _show_flag(self, evaluation: Evaluation, words: Words) -> None:
        few = evaluation.not_enough_information and evaluation.step != "act_now"
        meaning = words("level.not_enough_information.meaning", n=evaluation.settled)
        _show(self._flag, words("level.not_enough_information") if few else "")
        _show(self._flag_meaning, meaning if few else "")

    def minimumSizeHint(self) -> QSize:
        """Wrapping text has no least height of its own: the height follows the width."""
        return QSize(super().minimumSizeHint().width(), 0)


def _show(label: BodyLabel, words: str) -> None:
    """Show words, or nothing at all where there are none."""
    label.setText(words)
    label.setVisible(bool(words))

"""Check your answers: everything on one page, each line with *Change*."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from indicator_checker.checklist import Checklist, Judgement
from indicator_checker.evaluation.trace import Evaluation
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.terms import STEPS
from indicator_checker.referral.reasons import level_words, shown_step
from indicator_checker.text import Words
from indicator_checker.ui.pages.review_lines import Line, Part, ReviewLines
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.column_part import clear_column, part_of_column
from indicator_checker.ui.widgets.judged_points_form import JudgedPointsForm
from indicator_checker.ui.widgets.judgement_form import JudgementForm
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card, Page

_LOWER = 4


class ReviewPage(Page):
    """Everything that is recorded, and the person's own judgement beside the result.

    Signals:
        change_asked: Page and item to go to.
        judgement_changed: The judgement as it is now; ``None`` when taken back.
        judged_points_changed: Points that the scheme lets the person add, or ``None``.
    """

    change_asked = Signal(str, str)
    judgement_changed = Signal(object)
    judged_points_changed = Signal(object)

    def __init__(self, instrument: Instrument, words: Words, next_title: str) -> None:
        """Build the page; ``next_title`` is the page that follows."""
        super().__init__("")
        self.set_title(self.tr("Check your answers"))
        self._lines = ReviewLines(instrument, words)
        self._answers = QWidget()
        self._answers_layout = QVBoxLayout(self._answers)
        self._answers_layout.setContentsMargins(0, 0, 0, 0)
        self._answers_layout.setSpacing(GRID * 2)
        self.changes: dict[tuple[str, str], LinkButton] = {}
        self._instrument, self._words = instrument, words
        steps = [(step, words(f"step.{step}.title")) for step in STEPS]
        self.judgement = JudgementForm(steps)
        self.judgement.judgement_changed.connect(self.judgement_changed)
        allowed = instrument.rules.judgement_points
        self.points = JudgedPointsForm(allowed) if allowed is not None else None
        self._open_ends, self._open_ends_layout = part_of_column(GRID * 2)
        self.column.addWidget(
            QuietLabel(
                self.tr(
                    "Is this what you saw, heard or read? What was not looked at may stay so: it "
                    "counts for nothing."
                ),
                size=1.0,
            )
        )
        self.column.addWidget(self._open_ends)
        self.column.addWidget(self._answers)
        if self.points is not None:
            self.points.judged.connect(self.judged_points_changed)
            self.column.addWidget(self.points)
        self.column.addWidget(self.judgement)
        self.add_footer(self.continue_to(next_title))

    def show_checklist(self, checklist: Checklist) -> None:
        """List everything anew."""
        self._clear()
        for part in self._lines.parts(checklist):
            self._answers_layout.addWidget(self._build_part(part))
        if self.points is not None:
            self.points.show_judged(checklist.judged_points)

    def show_open_ends(self, checklist: Checklist, evaluation: Evaluation) -> None:
        """List what is hidden and not counted, and what the scheme still asks to be written."""
        clear_column(self._open_ends_layout)
        for part in self._lines.open_ends(checklist, evaluation):
            self._open_ends_layout.addWidget(self._build_part(part))
        self._open_ends.setVisible(self._open_ends_layout.count() > 0)

    def show_result(self, evaluation: Evaluation, judgement: Judgement | None) -> None:
        """Show what the rule says beside the person's own judgement."""
        level = level_words(self._instrument, evaluation, self._words)
        step = shown_step(evaluation, None) or ""
        self.judgement.show_judgement(step, level.title, judgement)

    def focus_item(self, item: str) -> None:
        """Focus the judgement, or the *Change* of a line."""
        if item == "judgement":
            self.bring_into_view(self.judgement.focus_target())
        if item == "judged_points" and self.points is not None:
            self.bring_into_view(self.points.focus_target())
        for (_page, name), button in self.changes.items():
            if name == item:
                self.bring_into_view(button)

    def _clear(self) -> None:
        self.changes.clear()
        while (item := self._answers_layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _build_part(self, part: Part) -> Card:
        card = Card()
        grid = QGridLayout(card)
        grid.setContentsMargins(GRID * 2, GRID + 4, GRID, GRID + 4)
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 6)
        grid.addWidget(Heading(part.title, 2), 0, 0, 1, 3)
        for row, line in enumerate(part.lines, start=1):
            self._add_line(grid, row, line)
        if part.remark:
            grid.addWidget(QuietLabel(part.remark), len(part.lines) + 1, 0, 1, 3)
        return card

    def _add_line(self, grid: QGridLayout, row: int, line: Line) -> None:
        label = BodyLabel(line.label)
        # The words of the button beside it stand a little lower.
        label.setContentsMargins(0, _LOWER, 0, 0)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        value = QWidget()
        layout = QVBoxLayout(value)
        layout.setContentsMargins(0, _LOWER, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(
            QuietLabel(line.value, size=1.0) if line.missing else BodyLabel(line.value, bold=True)
        )
        for detail in line.details:
            layout.addWidget(BodyLabel(detail))
        layout.addStretch(1)
        grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        change = LinkButton(self.tr("Change"))
        change.setAccessibleName(self.tr("Change: {label}").format(label=line.label))
        change.setAccessibleDescription(line.value)
        change.clicked.connect(
            lambda _checked=False, line=line: self.change_asked.emit(line.page, line.item)
        )
        self.changes[line.page, line.item] = change
        grid.addWidget(change, row, 2, Qt.AlignmentFlag.AlignTop)

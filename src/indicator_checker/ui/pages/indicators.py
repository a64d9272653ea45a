"""What has been noticed: one section of the instrument, one card for each sign."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.checklist import Checklist
from indicator_checker.instrument.model import AnswerOption, Indicator, Section
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.answer_row import AnswerRow
from indicator_checker.ui.widgets.buttons import ToggleButton
from indicator_checker.ui.widgets.flow_layout import FlowLayout
from indicator_checker.ui.widgets.labels import BodyLabel, QuietLabel
from indicator_checker.ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class SignFilter:
    """Which signs show: those of the short pass, those not answered yet."""

    short_pass: bool = False
    unanswered: bool = False


class IndicatorsPage(Page):
    """One section of the instrument.

    Signals:
        answered: Indicator id and answer id.
        answer_cleared: Indicator id.
        observation_changed: Indicator id and the observation as it is now.
        filter_changed: What the person wants to see, on every page.
    """

    answered = Signal(str, str)
    answer_cleared = Signal(str)
    observation_changed = Signal(str, object)
    filter_changed = Signal(object)

    def __init__(
        self, section: Section, options: tuple[AnswerOption, ...], next_title: str
    ) -> None:
        """Build the section.

        Args:
            section: The section of the instrument.
            options: The answers that the instrument declares.
            next_title: Title of the page that follows.
        """
        super().__init__(section.title)
        self.section = section
        self._checklist: Checklist | None = None
        self._filter = SignFilter()
        self.short_pass = ToggleButton(self.tr("&Short pass"))
        self.unanswered = ToggleButton(self.tr("Only &unanswered"))
        self._nothing_left = BodyLabel()
        self.rows = {i.id: self._build_row(i, options) for i in section.indicators}
        self._build(next_title)

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what is recorded; rows come and go only now, never under the person's hand."""
        self._checklist = checklist
        for indicator, row in self.rows.items():
            row.show_answer(checklist.answers.get(indicator))
        self._show_rows()

    def show_filter(self, chosen: SignFilter) -> None:
        """Show the signs that the filter lets through."""
        self._filter = chosen
        self.short_pass.show_checked(chosen.short_pass)
        self.unanswered.show_checked(chosen.unanswered)
        self._show_rows()

    def focus_item(self, item: str) -> None:
        """Show one sign, whatever the filter says, and focus its answer."""
        row = self.rows.get(item)
        if row is not None:
            row.show()
            self.bring_into_view(row.choice.tab_stop())

    def first_focus(self) -> QWidget | None:
        """The first sign that shows: the letters S, ? and N answer it at once."""
        shown = (row for row in self.rows.values() if not row.isHidden())
        first = next(shown, None)
        return first.choice.tab_stop() if first is not None else None

    def row(self, indicator: str) -> AnswerRow | None:
        """The row of an indicator, if it stands here."""
        return self.rows.get(indicator)

    def _build(self, next_title: str) -> None:
        head = QVBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(QuietLabel(self.section.intro, size=1.0))
        head.addWidget(self._build_filters())
        self.column.addLayout(head)
        self.column.addWidget(self._nothing_left)
        for row in self.rows.values():
            self.column.addWidget(row)
        self.add_footer(self.continue_to(next_title))

    def _build_filters(self) -> QWidget:
        bar = QWidget()
        flow = FlowLayout(bar, gap=GRID)
        for button, described in (
            (self.short_pass, self.tr("Shows the strong signs of every page, for ten minutes")),
            (self.unanswered, self.tr("Shows only signs without an answer")),
        ):
            button.setAccessibleDescription(described)
            button.setToolTip(described)
            button.toggled.connect(self._on_filter_toggled)
            flow.addWidget(button)
        return bar

    def _build_row(self, indicator: Indicator, options: tuple[AnswerOption, ...]) -> AnswerRow:
        row = AnswerRow(indicator, options)
        row.answered.connect(self.answered)
        row.answer_cleared.connect(self.answer_cleared)
        row.observation_changed.connect(self.observation_changed)
        return row

    def _show_rows(self) -> None:
        for row in self.rows.values():
            row.setVisible(self._passes(row.indicator))
        none_left = all(row.isHidden() for row in self.rows.values())
        self._nothing_left.setVisible(none_left)
        if none_left:
            self._nothing_left.set_words(self._why_nothing_left())

    def _passes(self, indicator: Indicator) -> bool:
        answered = self._checklist is not None and indicator.id in self._checklist.answers
        left_out = self._filter.short_pass and not indicator.short_pass
        return not left_out and not (self._filter.unanswered and answered)

    def _why_nothing_left(self) -> str:
        if self._filter.unanswered:
            return self.tr(
                "Every sign of this page has an answer. Switch off “Only unanswered” to see them."
            )
        return self.tr(
            "No sign of this page belongs to the short pass. Go on, or switch it off to see all."
        )

    def _on_filter_toggled(self) -> None:
        chosen = SignFilter(self.short_pass.isChecked(), self.unanswered.isChecked())
        self.filter_changed.emit(chosen)

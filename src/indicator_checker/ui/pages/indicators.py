"""What has been noticed: one section of the instrument, one card for each sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.checklist import Checklist
from indicator_checker.instrument.model import Indicator, Section
from indicator_checker.ui.answer_scale import AnswerScale
from indicator_checker.ui.section_state import SectionState
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.answer_row import AnswerRow
from indicator_checker.ui.widgets.buttons import ToggleButton
from indicator_checker.ui.widgets.flow_layout import FlowLayout
from indicator_checker.ui.widgets.labels import BodyLabel, QuietLabel
from indicator_checker.ui.widgets.page import Notice, Page, stacked


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
        self, section: Section, scales: Mapping[str, AnswerScale], next_title: str
    ) -> None:
        """Build the section.

        Args:
            section: The section of the instrument.
            scales: The answers to each sign.
            next_title: Title of the page that follows.
        """
        super().__init__(section.title)
        self.section = section
        self._checklist: Checklist | None = None
        self._filter = SignFilter()
        self.short_pass = ToggleButton(self.tr("&Short pass"))
        self.unanswered = ToggleButton(self.tr("Only &unanswered"))
        self._state = SectionState()
        self._uncounted = QuietLabel(
            self.tr("This part does not count: it has no score. What was noticed matters."),
            size=1.0,
        )
        self._nothing_left = BodyLabel()
        self._skipped = BodyLabel(bold=True)
        self._needed_if = BodyLabel()
        self.skipped_notice = stacked(Notice(), self._skipped, self._needed_if)
        self._stop = BodyLabel()
        self.stop_notice = stacked(Notice(), self._stop)
        self.rows = {i.id: self._build_row(i, scales[i.id]) for i in section.indicators}
        self._build(next_title)

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what is recorded; rows come and go only now, never under the person's hand."""
        self._checklist = checklist
        for indicator, row in self.rows.items():
            row.show_answer(checklist.answers.get(indicator))
        self._show_rows()

    def show_state(self, state: SectionState) -> None:
        """Show what the answers so far make needed, and what is still asked for."""
        self._state = state
        self._uncounted.setVisible(not state.counts)
        self._skipped.set_words(state.skipped)
        self._needed_if.set_words(state.needed_if)
        self._needed_if.setVisible(bool(state.needed_if))
        self.skipped_notice.setVisible(bool(state.skipped))
        self._filters.setVisible(not state.skipped)
        self._stop.set_words(state.stop)
        self.stop_notice.setVisible(bool(state.stop))
        for indicator, row in self.rows.items():
            row.show_remark(state.remarks.get(indicator, ""))
            if indicator in state.hidden:
                row.hide()
            elif row.isHidden() and self._passes(row.indicator):
                row.show()

    def show_filter(self, chosen: SignFilter) -> None:
        """Show the signs that the filter lets through."""
        self._filter = chosen
        self.short_pass.show_checked(chosen.short_pass)
        self.unanswered.show_checked(chosen.unanswered)
        self._show_rows()

    def focus_item(self, item: str) -> None:
        """Show one sign, whatever the filter says, and focus its answer."""
        row = self.rows.get(item)
        if row is None:
            return
        if item in self._state.hidden:
            # Not needed now: the page says why, and the way on is the first thing to press.
            self.bring_into_view(self.primary)
            return
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
        head.addWidget(self._uncounted)
        self._filters = self._build_filters()
        head.addWidget(self._filters)
        self.column.addLayout(head)
        self.column.addWidget(self.skipped_notice)
        self.column.addWidget(self._nothing_left)
        for row in self.rows.values():
            self.column.addWidget(row)
        # Beneath the answers: nothing moves under the hand that gave them.
        self.column.addWidget(self.stop_notice)
        self.show_state(self._state)
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

    def _build_row(self, indicator: Indicator, scale: AnswerScale) -> AnswerRow:
        row = AnswerRow(indicator, scale)
        row.answered.connect(self.answered)
        row.answer_cleared.connect(self.answer_cleared)
        row.observation_changed.connect(self.observation_changed)
        return row

    def _show_rows(self) -> None:
        for row in self.rows.values():
            row.setVisible(self._passes(row.indicator))
        none_left = all(row.isHidden() for row in self.rows.values()) and not self._state.skipped
        self._nothing_left.setVisible(none_left)
        if none_left:
            self._nothing_left.set_words(self._why_nothing_left())

    def _passes(self, indicator: Indicator) -> bool:
        answered = self._checklist is not None and indicator.id in self._checklist.answers
        left_out = self._filter.short_pass and not indicator.short_pass
        left_out = left_out or indicator.id in self._state.hidden
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

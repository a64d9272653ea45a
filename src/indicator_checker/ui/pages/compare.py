"""One checklist under another version or instrument, side by side; the checklist stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from indicator_checker.text import Words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.column_part import clear_column, end_with_words, part_of_column
from indicator_checker.ui.widgets.instrument_card import InstrumentCard
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card, Notice, Page, stacked

if TYPE_CHECKING:
    from indicator_checker.comparison import SideBySide
    from indicator_checker.comparison_report import Listed, NumberTable
    from indicator_checker.evaluation import Evaluation
    from indicator_checker.instrument.load import Instrument
    from indicator_checker.shelf import OnShelf


class ComparePage(Page):
    """First the installed instruments to compare with, then both results beside each other.

    Signals:
        other_chosen: Id and version to compare with.
        add_asked: The person wants to add an instrument first.
    """

    other_chosen = Signal(str, str)
    add_asked = Signal()

    def __init__(self, others: Sequence[OnShelf], words: Words) -> None:
        """Offer the other installed versions and instruments."""
        super().__init__("")
        self.set_title(self.tr("Under another version or instrument"))
        self._others = others
        self._words = words
        self.cards: dict[tuple[str, str], InstrumentCard] = {}
        self.again: LinkButton | None = None
        part, self._said = part_of_column(GRID * 2)
        self.column.addWidget(part)
        self.add_footer()
        end_with_words(self)
        self.show_choice()

    def show_choice(self) -> None:
        """Show what the checklist can be compared with."""
        self._clear()
        intro = self.tr(
            "See what another instrument, or another version, makes of the same answers. The "
            "checklist itself is not changed."
        )
        self._said.addWidget(BodyLabel(intro))
        for entry in self._others:
            card = InstrumentCard(entry, self._words, self.tr("Compare with this one"))
            card.chosen.connect(self.other_chosen)
            self.cards[entry.id, entry.version] = card
            self._said.addWidget(card)
        if not self._others:
            nothing = self.tr("No other version or instrument is installed on this computer.")
            self._said.addWidget(BodyLabel(nothing, bold=True))
        add = LinkButton(self.tr("&Add an instrument…"))
        add.clicked.connect(self.add_asked)
        self._said.addWidget(add)

    def show_comparison(self, old: Instrument, new: Instrument, both: SideBySide) -> None:
        """Show both results, what differs, and what could not be carried over."""
        # Loaded here: it brings the models of the instrument.
        from indicator_checker import comparison_report as report

        self._clear()
        words = self._words
        self._said.addWidget(self._build_sides(old, new, both))
        verdict = report.verdict(both, words)
        said = [BodyLabel(verdict.title, bold=True), *map(BodyLabel, verdict.lines)]
        unchanged = BodyLabel(words("comparison.unchanged"))
        self._said.addWidget(stacked(Notice(), *said, unchanged))
        self._add_differences(report.rule_lines(old, new, both, words))
        for table in report.number_tables(old, new, both, words):
            self._said.addWidget(self._build_table(table))
        for listed in report.carried_lists(old, new, both.carried, words):
            self._said.addWidget(_listed_card(listed))
        self._add_again()
        self.scroll_to_top()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, verdict.title))

    def text(self) -> str:
        """Everything the page says, in reading order."""
        return "\n".join(label.text() for label in self.findChildren(BodyLabel))

    def _clear(self) -> None:
        clear_column(self._said)
        self.cards = {}
        self.again = None

    def _build_sides(self, old: Instrument, new: Instrument, both: SideBySide) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        row.addWidget(self._build_side(self.tr("As it was recorded"), old, both.before), 1)
        row.addWidget(self._build_side(self.tr("Under the other one"), new, both.after), 1)
        return part

    def _build_side(self, title: str, instrument: Instrument, result: Evaluation) -> Card:
        from indicator_checker.referral.reasons import level_words

        level = level_words(instrument, result, self._words)
        name = self.tr("{title}, version {version}").format(
            title=instrument.catalogue.title, version=instrument.catalogue.version
        )
        card = stacked(
            Card(),
            QuietLabel(title),
            BodyLabel(name),
            Heading(level.title, 2),
            BodyLabel(level.action),
        )
        column = card.layout()
        if isinstance(column, QVBoxLayout):
            if result.not_enough_information:
                column.addWidget(QuietLabel(self._words("level.not_enough_information")))
            # The shorter of the two cards keeps its words together.
            column.addStretch(1)
        return card

    def _add_differences(self, rules: Sequence[str]) -> None:
        if rules:
            title = Heading(self.tr("Rules that differ"), 2)
            self._said.addWidget(stacked(Card(), title, *map(BodyLabel, rules)))

    def _build_table(self, table: NumberTable) -> Card:
        card = Card()
        grid = QGridLayout(card)
        grid.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        grid.setHorizontalSpacing(GRID * 2)
        for column, stretch in enumerate((4, 2, 2)):
            grid.setColumnStretch(column, stretch)
        grid.addWidget(Heading(table.title, 2), 0, 0, 1, 3)
        grid.addWidget(QuietLabel(self.tr("As it was recorded")), 1, 1)
        grid.addWidget(QuietLabel(self.tr("Under the other one")), 1, 2)
        for place, row in enumerate(table.rows, start=2):
            for column, value in enumerate((row.name, row.before, row.after)):
                top = Qt.AlignmentFlag.AlignTop
                grid.addWidget(BodyLabel(value, bold=column > 0), place, column, top)
        return card

    def _add_again(self) -> None:
        self.again = LinkButton(self.tr("Compare with &another one"))
        self.again.clicked.connect(self.show_choice)
        self._said.addWidget(self.again)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroll_to_top()


def _listed_card(listed: Listed) -> Card:
    title = BodyLabel(listed.title, bold=True)
    return stacked(Card(), title, *(BodyLabel(f"• {line}") for line in listed.lines))

"""The intended reading of a practise case beside what the person answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from indicator_checker.checklist import Checklist
from indicator_checker.practise import DANGER, NOT_RECORDED, compare
from indicator_checker.text import Words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.column_part import clear_column, end_with_words, part_of_column
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card, Notice, Page, stacked

if TYPE_CHECKING:
    from indicator_checker.instrument.load import Instrument
    from indicator_checker.practise import ItemCompared, PractiseCase, Reading, Verdict

#: Told by shape and words, never by colour: nobody is marked right or wrong.
_SHAPES: dict[Verdict, str] = {"agrees": "✓", "read_more": "+", "passed_over": "–", "differs": "≠"}


class ReadingPage(Page):
    """Both steps, the reason, what to do next, then every line with its own reason.

    Signals:
        another_asked: The person wants another case.
        again_asked: The person wants to try this case again.
    """

    another_asked = Signal()
    again_asked = Signal()

    def __init__(self, instrument: Instrument, case: PractiseCase, words: Words) -> None:
        """Build the page; what it says comes with the answers."""
        super().__init__("")
        self.set_title(self.tr("The intended reading"))
        self._instrument = instrument
        self._case = case
        self._words = words
        part, self._said = part_of_column(GRID * 2)
        self.column.addWidget(part)
        self._build_footer(words)
        end_with_words(self)

    def show_checklist(self, checklist: Checklist) -> None:
        """Put these answers beside the intended ones."""
        clear_column(self._said)
        reading = compare(self._instrument, self._case, checklist)
        self._add_levels(reading)
        self._add_next()
        differing = [item for item in reading.items if item.verdict != "agrees"]
        agreeing = [item for item in reading.items if item.verdict == "agrees"]
        self._add_items(self.tr("Where you read it differently"), differing)
        self._add_items(self.tr("Where you agree"), agreeing)
        self._said.addWidget(QuietLabel(self._words("practise.not_reviewed")))

    def text(self) -> str:
        """Everything the page says, in reading order."""
        return "\n".join(label.text() for label in self.findChildren(BodyLabel))

    def _build_footer(self, words: Words) -> None:
        row = self.add_footer(words("practise.another"))
        self.primary.clicked.disconnect()
        self.primary.clicked.connect(self.another_asked)
        self.again = LinkButton(words("practise.again"))
        self.again.clicked.connect(self.again_asked)
        row.insertWidget(1, self.again)

    def _add_levels(self, reading: Reading) -> None:
        titles = {level.id: level.title for level in self._instrument.rules.levels}
        words = self._words
        agreed = sum(item.verdict == "agrees" for item in reading.items)
        self._said.addWidget(
            stacked(
                Notice(),
                BodyLabel(words(f"practise.level.{reading.level}"), bold=True),
                BodyLabel(words("practise.your_level", level=titles[reading.your_level])),
                BodyLabel(words("practise.intended_level", level=titles[reading.intended_level])),
                BodyLabel(words("practise.agreed", n=agreed, total=len(reading.items))),
            )
        )
        why = stacked(Card(), Heading(words("practise.why"), 2), BodyLabel(self._case.why))
        self._said.addWidget(why)

    def _add_next(self) -> None:
        steps = (
            BodyLabel(self.tr("{place}. {step}").format(place=place, step=step))
            for place, step in enumerate(self._case.next, start=1)
        )
        card = stacked(Card(), Heading(self._words("practise.next"), 2), *steps)
        self._said.addWidget(card)

    def _add_items(self, title: str, items: Iterable[ItemCompared]) -> None:
        cards = [self._build_item(item) for item in items]
        if not cards:
            return
        self._said.addWidget(Heading(title, 2))
        for card in cards:
            self._said.addWidget(card)

    def _build_item(self, item: ItemCompared) -> Card:
        words = self._words
        shape = _SHAPES[item.verdict]
        verdict = words(f"practise.verdict.{item.verdict}")
        yours = words("practise.yours", answer=self._answer(item.indicator, item.yours))
        intended = words("practise.intended", answer=self._answer(item.indicator, item.intended))
        return stacked(
            Card(),
            Heading(self._name(item.indicator), 3),
            BodyLabel(self.tr("{shape}  {verdict}").format(shape=shape, verdict=verdict)),
            QuietLabel(self.tr("{yours}. {intended}.").format(yours=yours, intended=intended)),
            BodyLabel(item.reason or words("practise.not_in_the_story")),
        )

    def _name(self, indicator: str) -> str:
        if indicator == DANGER:
            return self._words("practise.danger")
        return self._instrument.catalogue.indicators[indicator].text

    def _answer(self, indicator: str, answer: str) -> str:
        if not answer:
            return self._words("practise.untouched")
        if answer == NOT_RECORDED:
            return self._words("practise.not_recorded")
        if indicator == DANGER:
            return self._words(f"danger.{answer}")
        return self._instrument.catalogue.option(indicator, answer).label

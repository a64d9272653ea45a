"""Choose an instrument: what is installed, with the way to add another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from indicator_checker.text import Words
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.column_part import end_with_words
from indicator_checker.ui.widgets.instrument_card import InstrumentCard
from indicator_checker.ui.widgets.labels import BodyLabel
from indicator_checker.ui.widgets.page import Page

if TYPE_CHECKING:
    from indicator_checker.checklist import Pin
    from indicator_checker.shelf import OnShelf


class InstrumentsPage(Page):
    """Every installed version, newest last; choosing one begins a new checklist.

    Signals:
        instrument_chosen: Id and version to begin with.
        add_asked: The person wants to add another one.
    """

    instrument_chosen = Signal(str, str)
    add_asked = Signal()

    def __init__(self, shelf: Sequence[OnShelf], in_use: Pin | None, words: Words) -> None:
        """List the shelf; ``in_use`` is what the open checklist is made with."""
        super().__init__("")
        self.set_title(self.tr("Choose an instrument"))
        self.column.addWidget(
            BodyLabel(
                self.tr(
                    "An instrument says which signs are looked at and how they are weighed. A "
                    "checklist stays with the one it was begun with: another one begins a new "
                    "checklist, and no answer is changed."
                )
            )
        )
        self.cards: dict[tuple[str, str], InstrumentCard] = {}
        pinned = (in_use.id, in_use.version) if in_use is not None else None
        for entry in shelf:
            key = (entry.id, entry.version)
            take = self.tr("Begin with this one")
            card = InstrumentCard(entry, words, take, in_use=key == pinned)
            card.chosen.connect(self.instrument_chosen)
            self.cards[key] = card
            self.column.addWidget(card)
        self.add_button = LinkButton(self.tr("&Add an instrument…"))
        self.add_button.clicked.connect(self.add_asked)
        self.column.addWidget(self.add_button)
        self.add_footer()
        end_with_words(self)

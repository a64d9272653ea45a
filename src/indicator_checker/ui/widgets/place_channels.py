"""The channels of one place: groups in the order in which they help, unconfirmed ones folded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.channels.who_to_tell import Group, GroupId, WhoToTell
from indicator_checker.ui.channel_words import channel_words, duty_words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.channel_card import ChannelCard, number_row
from indicator_checker.ui.widgets.fold import Fold
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card, Notice, stacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indicator_checker.channels.model import Channel
    from indicator_checker.text import Words


class EmergencyNotice(Notice):
    """The emergency numbers of a place, or that none is known here."""

    def __init__(self, place: WhoToTell, words: Words, parent: QWidget | None = None) -> None:
        """Build it for one place."""
        super().__init__(parent)
        country = words.country(place.country)
        numbers = place.emergency.numbers
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID // 2)
        column.addWidget(Heading(words("channels.group.emergency"), 2))
        if not numbers:
            column.addWidget(BodyLabel(words("channels.emergency.none", country=country)))
            return
        column.addWidget(number_row(numbers, country, None))
        noted = _what_for(place, words)
        if noted:
            column.addWidget(BodyLabel(noted))
        if not place.emergency.main_known:
            column.addWidget(BodyLabel(words("channels.emergency.all", country=country)))
        column.addWidget(QuietLabel(words("channels.short_number", country=country)))


def _what_for(place: WhoToTell, words: Words) -> str:
    """Which of the numbers is for what, where a row of the directory says so."""
    rows = [c for g in place.groups if g.id is GroupId.EMERGENCY for c in g.printable]
    noted = [other for channel in rows for other in channel.alt_phones if other.note]
    said = (words("channels.other_number.note", number=o.phone, note=o.note) for o in noted)
    return " · ".join(said)


class PlaceChannels(QWidget):
    """Everything known for one place but its emergency number.

    Signals:
        copy_asked: The number to put into the clipboard.
    """

    copy_asked = Signal(str)

    def __init__(self, place: WhoToTell, title: str, today: date, words: Words) -> None:
        """Build the groups.

        Args:
            place: The channels of the place, in order.
            title: Which place it is.
            today: The date of this computer.
            words: The language of the sentences.
        """
        super().__init__()
        self._place = place
        self._today = today
        self._words = words
        self.unconfirmed: list[Fold] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID * 2)
        self._column.addWidget(Heading(title, 2))
        self._add_duties()
        if not self._has_statutory():
            self._column.addWidget(stacked(Notice(), BodyLabel(words("channels.no_statutory"))))
        self._column.addWidget(QuietLabel(words("channels.add_local"), size=1.0))
        for group in place.groups:
            if group.id not in (GroupId.EMERGENCY, GroupId.OWN):
                self._add_group(group)

    def _has_statutory(self) -> bool:
        return any(g.id is GroupId.STATUTORY and g.printable for g in self._place.groups)

    def _add_duties(self) -> None:
        words = self._words
        card = stacked(Card(), Heading(words("channels.duty.heading"), 3))
        layout = card.layout()
        if layout is None:
            return
        for duty in self._place.duties:
            *said, origin = duty_words(duty, words)
            for line in said:
                layout.addWidget(BodyLabel(line))
            layout.addWidget(QuietLabel(origin))
        if not self._place.duties:
            country = words.country(self._place.country)
            layout.addWidget(BodyLabel(words("channels.duty.none", country=country)))
        self._column.addWidget(card)

    def _add_group(self, group: Group) -> None:
        words = self._words
        self._column.addWidget(Heading(words(f"channels.group.{group.id}"), 2))
        if group.id is GroupId.CHILD_HELPLINES:
            self._column.addWidget(BodyLabel(words("channels.group.child_helplines.note")))
        for card in self._build_cards(group.printable):
            self._column.addWidget(card)
        if group.unconfirmed:
            self._add_unconfirmed(group)

    def _add_unconfirmed(self, group: Group) -> None:
        words = self._words
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(GRID * 2, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(BodyLabel(words("channels.unconfirmed.note"), bold=True))
        heading = words("channels.unconfirmed.heading", n=len(group.unconfirmed))
        fold = Fold(heading, body, belongs_to=words(f"channels.group.{group.id}"))

        def fill() -> None:
            # Built when first asked for: some countries have dozens of them.
            if column.count() == 1:
                for card in self._build_cards(group.unconfirmed):
                    column.addWidget(card)

        fold.button.toggled.connect(fill)
        self.unconfirmed.append(fold)
        self._column.addWidget(fold)

    def _build_cards(self, channels: Iterable[Channel]) -> list[ChannelCard]:
        place = self._place
        cards = []
        for channel in channels:
            said = channel_words(channel, place.country, self._today, place.built, self._words)
            card = ChannelCard(said)
            card.copy_asked.connect(self.copy_asked)
            cards.append(card)
        return cards

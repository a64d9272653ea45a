"""Who to tell: the emergency number, the own organisation, then the channels of the place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.checklist import Checklist
from indicator_checker.record_fields import groups_on
from indicator_checker.text import Words
from indicator_checker.ui.clipboard import SECONDS, BriefClipboard
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.column_part import clear_column, end_with_words, part_of_column
from indicator_checker.ui.widgets.field_group import FieldGroupForm
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.own_contacts import OwnContacts
from indicator_checker.ui.widgets.page import Card, Notice, Page, stacked

if TYPE_CHECKING:
    from indicator_checker.channels.who_to_tell import WhoToTell
    from indicator_checker.ui.widgets.place_channels import PlaceChannels


class ChannelsPage(Page):
    """Whom to tell, how to reach them, what the law may ask, and what was already done.

    Signals:
        contacts_changed: All contacts of the person's own organisation, to be kept.
        field_changed: Id of a record field and its new value.
        place_asked: The person wants to choose the place.
    """

    contacts_changed = Signal(object)
    field_changed = Signal(str, str)
    place_asked = Signal()

    def __init__(self, words: Words, next_title: str) -> None:
        """Build the page; ``next_title`` is the page that follows."""
        super().__init__("")
        self.set_title(self.tr("Who to tell"))
        self._words = words
        self.clipboard = BriefClipboard(self)
        self.own = OwnContacts()
        self.own.contacts_changed.connect(self.contacts_changed)
        self.own.copy_asked.connect(self._on_copy_asked)
        self.groups = {group.id: FieldGroupForm(group, words) for group in groups_on("channels")}
        self.places: list[PlaceChannels] = []
        self._emergency_part, self._emergency = part_of_column(GRID * 2)
        self._places_part, self._below = part_of_column(GRID * 2)
        self._build(next_title)
        end_with_words(self)
        self.show_who_to_tell((), (), {}, date.min)

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what was already done, and who was told."""
        for group in self.groups.values():
            group.show_fields(checklist.fields)

    def show_who_to_tell(
        self,
        places: tuple[WhoToTell, ...],
        contacts: tuple[OwnContact, ...],
        regions: Mapping[str, str],
        today: date,
    ) -> None:
        """Show the channels.

        Args:
            places: For the place where the child lives, then for where it happened, if elsewhere.
            contacts: The contacts of the person's own organisation.
            regions: Name of each region by its code.
            today: The date of this computer, from which the age of a source is counted.
        """
        clear_column(self._emergency)
        clear_column(self._below)
        self.places.clear()
        self.own.show_contacts(contacts)
        if not places:
            self._show_no_place()
        for number, place in enumerate(places):
            title = self._place_title(place, number, len(places), regions)
            self._show_place(place, title, today)

    def focus_item(self, item: str) -> None:
        """Focus a record field of this page."""
        for group in self.groups.values():
            if item in group.forms:
                self.bring_into_view(group.open_field(item))

    def _build(self, next_title: str) -> None:
        self.column.addWidget(
            QuietLabel(
                self.tr(
                    "Phone first, then write. You need no proof and no score: being worried is "
                    "enough."
                ),
                size=1.0,
            )
        )
        self.column.addWidget(self._emergency_part)
        self.column.addWidget(self.own)
        self.column.addWidget(self._build_care())
        self.column.addWidget(self._places_part)
        for group in self.groups.values():
            group.field_changed.connect(self.field_changed)
            self.column.addWidget(group)
        self.add_footer(self.continue_to(next_title))

    def _build_care(self) -> Card:
        said = ("level.own_duty", "level.out_of_hours", "level.worry_about_colleague")
        card = Card()
        stacked(card, Heading(self.tr("Before you call"), 3))
        layout = card.layout()
        for key in said:
            if layout is not None:
                layout.addWidget(BodyLabel(self._words(key)))
        return card

    def _show_no_place(self) -> None:
        text = self.tr(
            "No country is chosen yet, so no number can be shown. In danger, call the local "
            "emergency number now."
        )
        self.place_button = LinkButton(self.tr("Choose the country"))
        self.place_button.clicked.connect(self.place_asked)
        self._emergency.addWidget(stacked(Notice(), BodyLabel(text), self.place_button))

    def _show_place(self, place: WhoToTell, title: str, today: date) -> None:
        # Loaded here: the channels' models are not needed before a place is chosen.
        from indicator_checker.ui.widgets.place_channels import EmergencyNotice, PlaceChannels

        self._emergency.addWidget(EmergencyNotice(place, self._words))
        channels = PlaceChannels(place, title, today, self._words)
        channels.copy_asked.connect(self._on_copy_asked)
        self.places.append(channels)
        self._below.addWidget(channels)

    def _place_title(
        self, place: WhoToTell, number: int, count: int, regions: Mapping[str, str]
    ) -> str:
        country = self._words.country(place.country)
        region = regions.get(place.region or "", "")
        name = f"{region}, {country}" if region else country
        if count == 1:
            return name
        happened = self.tr("Where it happened: {place}")
        text = happened if number else self.tr("Where the child lives: {place}")
        return text.format(place=name)

    def _on_copy_asked(self, number: str) -> None:
        self.clipboard.copy(number)
        said = self.tr("Copied. It is cleared after {seconds} seconds.").format(seconds=SECONDS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

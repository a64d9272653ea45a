"""About this checklist: setting, places, reference, who writes, the child's age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.checklist import SETTINGS, Checklist, Place, Setting
from indicator_checker.record_fields import groups_on
from indicator_checker.text import Words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.choice_row import Option
from indicator_checker.ui.widgets.field_group import ClearableChoice, FieldGroupForm
from indicator_checker.ui.widgets.fold import Fold
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.note_edit import LineField
from indicator_checker.ui.widgets.page import Card, Notice, Page, stacked
from indicator_checker.ui.widgets.place_picker import PlacePicker

Countries = Sequence[tuple[str, str]]
_AGE_FIELDS = ("age_band", "age_disputed")


class AboutPage(Page):
    """Who, where and which child; everything here is optional.

    Signals:
        reference_changed: Reference or initials as typed.
        setting_chosen: School, health or other; ``None`` when cleared.
        place_chosen: Country and region where the child lives.
        other_place_chosen: Country and region where it happened, if elsewhere.
        field_changed: Id of a record field and its new value.
        other_instrument_asked: The person wants to choose another instrument.
    """

    reference_changed = Signal(str)
    setting_chosen = Signal(object)
    place_chosen = Signal(str, str)
    other_place_chosen = Signal(str, str)
    field_changed = Signal(str, str)
    other_instrument_asked = Signal()

    def __init__(self, words: Words, countries: Countries, instrument_line: str) -> None:
        """Build the page.

        Args:
            words: Words of the record fields.
            countries: Codes and names to choose from.
            instrument_line: Name and version of the instrument.
        """
        super().__init__("")
        self.set_title(self.tr("About this checklist"))
        self.reference = LineField()
        self.reference.edited.connect(self.reference_changed)
        self.setting = self._build_setting()
        self.picker = PlacePicker(self.tr("Country where the child lives"), countries)
        self.picker.place_chosen.connect(self.place_chosen)
        self.other_picker = PlacePicker(self.tr("Country where it happened"), countries)
        self.other_picker.place_chosen.connect(self.other_place_chosen)
        self.other_fold = Fold(self.tr("It happened in another place"), self.other_picker)
        self.other_instrument = LinkButton(self.tr("Choose &another…"))
        self.other_instrument.setAccessibleName(self.tr("Choose another instrument"))
        self.other_instrument.setAccessibleDescription(instrument_line)
        self.other_instrument.clicked.connect(self.other_instrument_asked)
        self.groups = {group.id: FieldGroupForm(group, words) for group in groups_on("about")}
        self._ages: dict[str, str] = {}
        self._adult = self._build_adult_notice()
        self._build(instrument_line)

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what is recorded."""
        self.reference.show_text(checklist.reference)
        self.setting.show_text(checklist.setting or "")
        for group in self.groups.values():
            group.show_fields(checklist.fields)
        self._ages = {name: checklist.fields.get(name, "") for name in _AGE_FIELDS}
        self._adult.setVisible(_is_adult(self._ages))

    def show_places(
        self,
        place: Place | None,
        regions: Sequence[tuple[str, str]],
        other: Place | None,
        other_regions: Sequence[tuple[str, str]],
    ) -> None:
        """Show both places with the regions of their countries."""
        here = place or Place("")
        self.picker.show_place(here.country, here.region, regions)
        there = other or Place("")
        self.other_picker.show_place(there.country, there.region, other_regions)
        if other is not None:
            self.other_fold.open()

    def focus_item(self, item: str) -> None:
        """Focus the reference, the setting, a place or a record field."""
        own: Mapping[str, QWidget] = {
            "reference": self.reference,
            "setting": self.setting.row.tab_stop(),
            "place": self.picker.country,
            "other_place": self.other_picker.country,
        }
        if item == "other_place":
            self.other_fold.open()
        if item in own:
            self.bring_into_view(own[item])
        for group in self.groups.values():
            if item in group.forms:
                self.bring_into_view(group.open_field(item))

    def _build(self, instrument_line: str) -> None:
        self.column.addWidget(
            QuietLabel(self.tr("All of this is optional and can be filled in later."))
        )
        self.column.addWidget(self._build_checklist_card(instrument_line))
        self.column.addWidget(self._build_place_card())
        for group in self.groups.values():
            group.field_changed.connect(self._on_field_changed)
            self.column.addWidget(group)
            if group.group.id == "child":
                self.column.addWidget(self._adult)
        self.add_footer(self.tr("&Continue to “Is anyone in danger?”"))

    def _build_checklist_card(self, instrument_line: str) -> Card:
        label = BodyLabel(self.tr("Reference or initials of the child"))
        label.setBuddy(self.reference)
        hint = self.tr("A full name is not needed. The name is asked only for the referral.")
        self.reference.setAccessibleName(label.words())
        self.reference.setAccessibleDescription(hint)
        return stacked(
            Card(),
            Heading(self.tr("This checklist"), 2),
            label,
            QuietLabel(hint),
            self.reference,
            BodyLabel(self.tr("Where do you work?")),
            self.setting,
            BodyLabel(instrument_line),
            self.other_instrument,
        )

    def _build_place_card(self) -> Card:
        return stacked(Card(), Heading(self.tr("Place"), 2), self.picker, self.other_fold)

    def _build_setting(self) -> ClearableChoice:
        labels: dict[Setting, str] = {
            "school": self.tr("School"),
            "health": self.tr("Health"),
            "other": self.tr("Somewhere else"),
        }
        options = tuple(Option(setting, labels[setting]) for setting in SETTINGS)
        choice = ClearableChoice(self.tr("Where do you work?"), options)
        choice.edited.connect(self._on_setting_edited)
        return choice

    def _build_adult_notice(self) -> Notice:
        notice = Notice()
        layout = QVBoxLayout(notice)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.addWidget(
            BodyLabel(
                self.tr(
                    "At 18 or over the person decides: ask for their consent before you pass on "
                    "what they told you, and use the channels for adults. Danger comes first all "
                    "the same. If the age is in doubt, treat the person as a child."
                )
            )
        )
        notice.hide()
        return notice

    def _on_field_changed(self, field_id: str, value: str) -> None:
        if field_id in _AGE_FIELDS:
            self._ages[field_id] = value
            self._adult.setVisible(_is_adult(self._ages))
        self.field_changed.emit(field_id, value)

    def _on_setting_edited(self, value: str) -> None:
        self.setting_chosen.emit(cast("Setting", value) if value else None)


def _is_adult(fields: Mapping[str, str]) -> bool:
    return fields.get("age_band") == "adult" and fields.get("age_disputed") != "yes"

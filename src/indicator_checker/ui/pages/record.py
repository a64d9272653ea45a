"""What else matters: the fields of the record, folded so that the short pass stays short."""

from __future__ import annotations

from PySide6.QtCore import Signal

from indicator_checker.checklist import BodyMark, Checklist
from indicator_checker.record_fields import groups_on
from indicator_checker.text import Words
from indicator_checker.ui import page_order
from indicator_checker.ui.widgets.body_map import BodyMap
from indicator_checker.ui.widgets.field_group import FieldGroupForm
from indicator_checker.ui.widgets.labels import QuietLabel
from indicator_checker.ui.widgets.page import Page

_WITH_BODY_MAP = "circumstances"


class RecordPage(Page):
    """Fields beside the signs; all optional.

    Signals:
        field_changed: Id of a record field and its new value.
        body_marks_changed: All injuries on the body map as they are now.
    """

    field_changed = Signal(str, str)
    body_marks_changed = Signal(object)

    def __init__(self, words: Words, next_title: str) -> None:
        """Build the page; ``next_title`` is the page that follows."""
        super().__init__("")
        self.set_title(self.tr("What else matters"))
        self.column.addWidget(
            QuietLabel(
                self.tr(
                    "All of this is optional. Write only what you already know; never ask the "
                    "child in order to fill it in."
                ),
                size=1.0,
            )
        )
        self.groups = {group.id: FieldGroupForm(group, words) for group in groups_on("record")}
        for group in self.groups.values():
            group.field_changed.connect(self.field_changed)
            self.column.addWidget(group)
        self.body_map = BodyMap(words)
        self.body_map.body_marks_changed.connect(self._on_body_marks_changed)
        self.groups[_WITH_BODY_MAP].insert_part("injuries", self.body_map)
        self.add_footer(self.continue_to(next_title))

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what is recorded."""
        for group in self.groups.values():
            group.show_fields(checklist.fields)
        self.body_map.show_marks(checklist.body_marks)
        self._count_marks(checklist.body_marks)

    def focus_item(self, item: str) -> None:
        """Open the group of a field, or the body map, and focus it."""
        if item == page_order.BODY_MARKS:
            self.groups[_WITH_BODY_MAP].open_field("injuries")
            self.bring_into_view(self.body_map.open())
        for group in self.groups.values():
            if item in group.forms:
                self.bring_into_view(group.open_field(item))

    def _on_body_marks_changed(self, marks: tuple[BodyMark, ...]) -> None:
        self._count_marks(marks)
        self.body_marks_changed.emit(marks)

    def _count_marks(self, marks: tuple[BodyMark, ...]) -> None:
        self.groups[_WITH_BODY_MAP].count_part(page_order.BODY_MARKS, bool(marks))

"""What else matters: the fields of the record, folded so that the short pass stays short."""

from __future__ import annotations

from PySide6.QtCore import Signal

from indicator_checker.checklist import Checklist
from indicator_checker.record_fields import groups_on
from indicator_checker.text import Words
from indicator_checker.ui.widgets.field_group import FieldGroupForm
from indicator_checker.ui.widgets.labels import QuietLabel
from indicator_checker.ui.widgets.page import Page


class RecordPage(Page):
    """Fields beside the signs; all optional.

    Signals:
        field_changed: Id of a record field and its new value.
    """

    field_changed = Signal(str, str)

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
        self.add_footer(self.continue_to(next_title))

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what is recorded."""
        for group in self.groups.values():
            group.show_fields(checklist.fields)

    def focus_item(self, item: str) -> None:
        """Open the group of a field and focus it."""
        for group in self.groups.values():
            if item in group.forms:
                self.bring_into_view(group.open_field(item))

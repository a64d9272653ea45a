"""Who is the child? Asked at export, for this export alone, and kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from indicator_checker.referral.identity import Identity
from indicator_checker.text import Words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.note_edit import LineField, NoteEdit
from indicator_checker.ui.widgets.page import Card

_LINES = ("name", "other_names", "birth_date", "school")
_LONGER = ("home", "where_now", "carers", "brothers_and_sisters")


class IdentityForm(Card):
    """The fields of an identity; all may stay empty.

    Signals:
        edited: Something was typed or emptied.
    """

    edited = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Build the empty form."""
        super().__init__(parent)
        self.edits: dict[str, LineField | NoteEdit] = {
            part: LineField() if part in _LINES else NoteEdit() for part in (*_LINES, *_LONGER)
        }
        self.empty_button = LinkButton(self.tr("Empty these fields"))
        self.empty_button.clicked.connect(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID // 2)
        column.addWidget(Heading(self.tr("Who is the child?"), 2))
        hint = self.tr(
            "For this PDF alone: it is not kept. Fill in what the desk needs to find the child, "
            "or leave it all empty and tell the name by telephone. Then page 1 says so."
        )
        column.addWidget(QuietLabel(hint))
        fields = QGridLayout()
        fields.setHorizontalSpacing(GRID * 2)
        fields.setVerticalSpacing(GRID)
        for place, (part, edit) in enumerate(self.edits.items()):
            field = _build_field(words(f"referral.identity.{part}"), edit, hint)
            edit.edited.connect(self.edited)
            fields.addWidget(field, *divmod(place, 2))
        column.addLayout(fields)
        column.addWidget(self.empty_button)

    def identity(self) -> Identity | None:
        """What was typed; ``None`` where it is told by telephone only."""
        identity = Identity(**{part: _text(edit).strip() for part, edit in self.edits.items()})
        return None if identity.is_empty else identity

    def clear(self) -> None:
        """Forget what was typed."""
        for edit in self.edits.values():
            edit.show_text("")
        self.edited.emit()


def _build_field(label: str, edit: LineField | NoteEdit, hint: str) -> QWidget:
    field = QWidget()
    shown = BodyLabel(label)
    shown.setBuddy(edit)
    edit.setAccessibleName(label)
    edit.setAccessibleDescription(hint)
    column = QVBoxLayout(field)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID // 2)
    column.addWidget(shown)
    column.addWidget(edit)
    return field


def _text(edit: LineField | NoteEdit) -> str:
    return edit.text() if isinstance(edit, LineField) else edit.toPlainText()

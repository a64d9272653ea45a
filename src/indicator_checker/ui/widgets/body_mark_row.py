"""One mark of the body map in words: where it is, what was seen there, *Remove*."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.labels import Heading
from indicator_checker.ui.widgets.note_edit import NoteEdit


class MarkNote(NoteEdit):
    """The note of a mark.

    Signals:
        entered: The person begins to write about this mark.
    """

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which mark is meant."""
        super().focusInEvent(event)
        self.entered.emit()


class BodyMarkRow(QWidget):
    """The number and area of a mark with its note.

    Signals:
        note_changed: The note as it is now.
        remove_asked: The mark is to go.
        entered: The person begins to write about this mark.
    """

    note_changed = Signal(str)
    remove_asked = Signal()
    entered = Signal()

    def __init__(self, number: int, where: str, note: str, hint: str) -> None:
        """Build the row of a mark.

        Args:
            number: What stands on the drawing.
            where: View and area in words.
            note: What is written so far.
            hint: What belongs into the note.
        """
        super().__init__()
        title = self.tr("Mark {number}. {where}").format(number=number, where=where)
        self.setAccessibleName(title)
        self.title = Heading(title, 3)
        self.note = MarkNote(lines=1)
        self.note.show_text(note)
        self.note.setAccessibleName(self.tr("Note on mark: {title}").format(title=title))
        self.note.setAccessibleDescription(hint)
        self.remove_button = LinkButton(self.tr("Remove"))
        self.remove_button.setAccessibleName(self.tr("Remove: {title}").format(title=title))
        self.remove_button.setAccessibleDescription(note or title)
        self._build()
        self.note.edited.connect(self.note_changed)
        self.note.entered.connect(self.entered)
        self.remove_button.clicked.connect(self.remove_asked)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GRID * 2)
        line.addWidget(self.title, 1)
        line.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(line)
        layout.addWidget(self.note)

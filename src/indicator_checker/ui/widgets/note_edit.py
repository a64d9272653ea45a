"""A field for words that grows with them; nothing is hidden in a small box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

_MOST_LINES = 24
_PADDING = 22


class NoteEdit(QPlainTextEdit):
    """Several lines of plain text; Tab leaves the field.

    Signals:
        edited: The person changed the text; carries all of it.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 2) -> None:
        """Start empty.

        Args:
            parent: Where it stands.
            lines: Lines it shows when it is empty.
        """
        super().__init__(parent)
        self._least_lines = lines
        self._shows = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self._fit_height()

    def show_text(self, text: str) -> None:
        """Show a text without telling anyone; the cursor stays if nothing changes."""
        if text != self.toPlainText():
            self._shows = True
            self.setPlainText(text)
            self._shows = False

    def _on_text_changed(self) -> None:
        self._fit_height()
        if not self._shows:
            self.edited.emit(self.toPlainText())

    def _fit_height(self) -> None:
        lines = max(self._least_lines, round(self.document().size().height()))
        shown = min(lines, _MOST_LINES)
        wanted = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(wanted if lines > _MOST_LINES else never)
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + _PADDING)

    def sizeHint(self) -> QSize:
        """As high as its words."""
        return QSize(200, self.height())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break elsewhere in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_height()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab puts the cursor at the end, ready to go on."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.moveCursor(self.textCursor().MoveOperation.End)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, unless this very long text has the focus."""
        inner = self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if inner and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class LineField(QLineEdit):
    """One line of plain text.

    Signals:
        edited: The person changed the text; carries all of it.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.textEdited.connect(self.edited)

    def show_text(self, text: str) -> None:
        """Show a text without telling anyone; the cursor stays if nothing changes."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

"""Copying a number for a short while: the clipboard is emptied again, others may look into it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

SECONDS = 30


class BriefClipboard(QObject):
    """Puts words into the clipboard and takes them out again after 30 seconds.

    Signals:
        emptied: The words were taken out, or replaced by somebody else's.
    """

    emptied = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SECONDS * 1000)
        self.timer.timeout.connect(self.empty)
        application = QGuiApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.empty)

    def copy(self, text: str) -> None:
        """Copy words and start counting anew."""
        self._text = text
        QGuiApplication.clipboard().setText(text)
        self.timer.start()

    def empty(self) -> None:
        """Empty the clipboard, unless it holds something else by now."""
        if not self._text:
            return
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self._text:
            clipboard.clear()
        self._text = ""
        self.timer.stop()
        self.emptied.emit()

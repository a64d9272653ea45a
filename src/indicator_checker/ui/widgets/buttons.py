"""Buttons: one primary per page, ordinary ones, and quiet ones that look like a link."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from indicator_checker.ui.style import scaled


def shown_words(words: str) -> str:
    """Words for a button, in which ``&`` is a character and no mnemonic."""
    return words.replace("&", "&&")


class PrimaryButton(QPushButton):
    """The one action that leads on; named by what it does."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._fit_font()

    def _fit_font(self) -> None:
        font = scaled(QApplication.font(), 1.0)
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        """Keep its strong letters when the person enlarges the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit_font()


class LinkButton(QPushButton):
    """A quiet action in the accent colour."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class FoldButton(LinkButton):
    """Opens and closes what is under it; says so by an arrow and by its state."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.toggled.connect(self._show_state)
        self._show_state(False)

    def set_words(self, words: str) -> None:
        """Name the fold anew, for example with a count."""
        self._words = words
        self.setAccessibleName(words)
        self._show_state(self.isChecked())

    def _show_state(self, opened: bool) -> None:
        arrow = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}" if opened else "▸"
        self.setText(f"{arrow} {shown_words(self._words)}")
        self.setAccessibleDescription(self.tr("Open") if opened else self.tr("Folded"))


def text_size_hint(words: str, font: QFont, horizontal: int, vertical: int) -> QSize:
    """Room that one line of words needs with this padding."""
    metrics = QFontMetrics(font)
    return QSize(metrics.horizontalAdvance(words) + 2 * horizontal, metrics.height() + 2 * vertical)

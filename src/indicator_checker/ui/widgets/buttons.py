"""Buttons: one primary per page, ordinary ones, and quiet ones that look like a link."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from indicator_checker.ui.style import scaled


def shown_words(words: str) -> str:
    """Words for a button, in which ``&`` is a character and no mnemonic."""
    return words.replace("&", "&&")


class PrimaryButton(QPushButton):
    """The one action that leads on; named by what it does."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.fit_text_size()

    def fit_text_size(self) -> None:
        """Keep its strong letters when the person enlarges the text."""
        font = scaled(QApplication.font(), 1.0)
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)


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


class ToggleButton(QPushButton):
    """Switches something on and off; a tick says which, besides fill and border."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setCheckable(True)
        self.setAccessibleName(words.replace("&", ""))
        self.toggled.connect(self._show_state)
        self._show_state(False)

    def show_checked(self, checked: bool) -> None:
        """Show a state without telling anyone."""
        self.blockSignals(True)
        self.setChecked(checked)
        self.blockSignals(False)
        self._show_state(checked)

    def _show_state(self, checked: bool) -> None:
        self.setText(f"✓ {self._words}" if checked else self._words)

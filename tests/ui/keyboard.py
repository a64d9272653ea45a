"""A person who has only a keyboard: keys go to the window, as from the system."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
#: More stops than any page has: whoever needs more is lost.
MOST_TABS = 400


class Keyboard:
    """Presses keys in a window."""

    def __init__(self, window: QWidget, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._window.windowHandle(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        for character in text:
            # The wrapper takes a character; its type stub knows only keys.
            QTest.keyClick(self._window.windowHandle(), character)  # type: ignore[call-overload]
        QApplication.processEvents()

    def shift_alone(self, times: int = 3) -> None:
        for _press in range(times):
            QTest.keyPress(self._window.windowHandle(), KEY.Key_Shift, SHIFT)
            QTest.keyRelease(self._window.windowHandle(), KEY.Key_Shift)
        QApplication.processEvents()

    def tab_to(self, wanted: Callable[[QWidget], bool]) -> QWidget:
        """Press Tab until the focus is where it is wanted."""
        for _tab in range(MOST_TABS):
            focused = QApplication.focusWidget()
            if focused is not None and wanted(focused):
                return focused
            self.press(KEY.Key_Tab)
        raise AssertionError("Tab never gets there")

    def until(self, reached: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(reached)

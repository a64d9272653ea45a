from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from indicator_checker.ui.hide import SECONDS, ShiftWatch
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.walkthrough import Walkthrough
from indicator_checker.ui.widgets.labels import BodyLabel
from tests.ui.keyboard import KEY, NONE, SHIFT, Keyboard


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Watched:
    """A watch with a clock of the test, and how often it went off."""

    def __init__(self, app: QApplication) -> None:
        self.clock = Clock()
        self.watch = ShiftWatch(app, app, self.clock)
        self.times = 0
        self.target = QObject()
        self.watch.pressed_three_times.connect(self._on_pressed)

    def _on_pressed(self) -> None:
        self.times += 1

    def event(self, kind: QEvent.Type, key: Qt.Key, *, repeated: bool = False) -> None:
        event = QKeyEvent(kind, key, NONE, "", repeated)
        assert self.watch.eventFilter(self.target, event) is False

    def shift(self, times: int = 1, apart: float = 0.2) -> None:
        for _press in range(times):
            self.event(QEvent.Type.KeyPress, KEY.Key_Shift)
            self.event(QEvent.Type.KeyRelease, KEY.Key_Shift)
            self.clock.now += apart

    def capital(self) -> None:
        self.event(QEvent.Type.KeyPress, KEY.Key_Shift)
        self.event(QEvent.Type.KeyPress, KEY.Key_A)
        self.event(QEvent.Type.KeyRelease, KEY.Key_A)
        self.event(QEvent.Type.KeyRelease, KEY.Key_Shift)


@pytest.fixture
def watched(qapp: QApplication) -> Watched:
    return Watched(qapp)


def test_shift_three_times_hides(watched: Watched) -> None:
    watched.shift(2)
    assert watched.times == 0
    watched.shift()
    assert watched.times == 1


def test_it_takes_three_again_the_next_time(watched: Watched) -> None:
    watched.shift(5)
    assert watched.times == 1


def test_three_times_must_be_within_five_seconds(watched: Watched) -> None:
    watched.shift(3, apart=SECONDS / 2)
    assert watched.times == 0
    watched.shift(2, apart=0.1)
    assert watched.times == 1


def test_capitals_do_not_hide(watched: Watched) -> None:
    for _letter in range(12):
        watched.capital()
    assert watched.times == 0


def test_any_other_key_starts_the_count_anew(watched: Watched) -> None:
    watched.shift(2)
    watched.event(QEvent.Type.KeyPress, KEY.Key_Tab)
    watched.shift(2)
    assert watched.times == 0
    watched.shift()
    assert watched.times == 1


def test_holding_shift_down_counts_once(watched: Watched) -> None:
    watched.event(QEvent.Type.KeyPress, KEY.Key_Shift)
    for _repeat in range(20):
        watched.event(QEvent.Type.KeyPress, KEY.Key_Shift, repeated=True)
    watched.event(QEvent.Type.KeyRelease, KEY.Key_Shift)
    assert watched.times == 0


def test_the_keyboard_hides_the_window_wherever_it_is(
    window: MainWindow, way: Walkthrough, qtbot: QtBot
) -> None:
    keyboard = Keyboard(window, qtbot)
    for place in way.order:
        way.open_page(place.id)
        keyboard.shift_alone()
        assert window.is_hidden_now(), place.id
        window.show_again()


def test_typing_capitals_in_the_window_does_not_hide_it(
    window: MainWindow, way: Walkthrough, qtbot: QtBot
) -> None:
    handle = window.windowHandle()
    for letter in "ABCDEF":
        QTest.keyPress(handle, KEY.Key_Shift, SHIFT)
        QTest.keyClick(handle, letter, SHIFT)  # type: ignore[call-overload]
        QTest.keyRelease(handle, KEY.Key_Shift)
    assert not window.is_hidden_now()
    assert way.session.checklist.reference == "ABCDEF"


def test_hiding_covers_everything_and_loses_nothing(window: MainWindow, way: Walkthrough) -> None:
    way.session.set_reference("R-1")
    way.session.answer("something_else", "seen")
    kept = way.session.checklist
    window.header.hide_button.click()
    assert window.isMinimized()
    window.showNormal()
    QApplication.processEvents()
    assert window.menuBar().isHidden()
    shown = [label.text() for label in window.findChildren(BodyLabel) if label.isVisible()]
    assert shown == ["Hidden, not locked", "Your answers are still in memory."]
    assert window.windowTitle() == "Checklist"
    window.cover.show_button.click()
    assert not window.is_hidden_now()
    assert window.menuBar().isVisible()
    assert way.session.checklist == kept


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_hiding_takes_an_open_menu_away_too(window: MainWindow, qtbot: QtBot) -> None:
    menu = QMenu(window)
    menu.addAction("x")
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    window.hide_now()
    assert not menu.isVisible()
    assert window.is_hidden_now()

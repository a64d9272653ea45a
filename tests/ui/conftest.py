"""The window as the person meets it: built anew for each test, with settings of its own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from indicator_checker.ui.app import build_application, build_main_window
from indicator_checker.ui.folder_question import FolderQuestion
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.questions import (
    ChangeInstrumentQuestion,
    ClearQuestion,
    CloseQuestion,
    NewQuestion,
)
from indicator_checker.ui.style import apply_palette, apply_text_size
from indicator_checker.ui.walkthrough import Walkthrough

OpenWindow = Callable[[], MainWindow]


class UnexpectedQuestion(AssertionError):
    """A dialog came up that the test did not expect; nobody would answer it."""


@pytest.fixture(autouse=True)
def no_question_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bool:
        raise UnexpectedQuestion

    questions = (ChangeInstrumentQuestion, ClearQuestion, CloseQuestion, NewQuestion)
    for question in (*questions, FolderQuestion):
        monkeypatch.setattr(question, "ask", refuse)


@pytest.fixture(autouse=True)
def nothing_is_left_over(qapp: QApplication) -> Iterator[None]:
    """Free the widgets of a test now and not some day: the next one would style them again."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if qapp.allWidgets():
        gc.collect()


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[OpenWindow]:
    """Opens windows of the program; all are gone after the test."""
    opened: list[MainWindow] = []

    def open_one() -> MainWindow:
        build_application([])
        apply_palette(qapp, dark=False)
        window = build_main_window()
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: window.knows_regions)
        return window

    yield open_one
    apply_text_size(qapp, 1.0)
    for window in opened:
        window.way = None
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """The window on its start page, in Ireland."""
    window = open_window()
    window.start.place_chosen.emit("IE", "")
    return window


@pytest.fixture
def way(window: MainWindow) -> Walkthrough:
    """A new checklist in the window."""
    window.begin_checklist()
    assert window.way is not None
    return window.way

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.uncaught import UncaughtError, UncaughtHook, error_report
from indicator_checker.ui.walkthrough import Walkthrough

TYPED = "Amina B. lives in Cork"


def fail_on(words: str) -> None:
    raise ValueError(f"cannot read {words!r}")


def failure(words: str = TYPED) -> ValueError:
    try:
        fail_on(words)
    except ValueError as error:
        return error
    raise AssertionError


class Asked:
    """The reports that a person would have seen."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reports: list[str] = []
        monkeypatch.setattr(UncaughtError, "ask", self._ask)

    def _ask(self, _parent: QWidget | None, report: str) -> None:
        self.reports.append(report)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    return Asked(monkeypatch)


def raise_through(hook: UncaughtHook, error: BaseException) -> None:
    hook(type(error), error, error.__traceback__)


def test_a_report_names_places_in_the_program_and_nothing_typed() -> None:
    report = error_report(failure())
    assert "ValueError" in report
    assert "test_uncaught.py" in report
    assert "fail_on" in report
    assert "Amina" not in report
    assert "Cork" not in report


def test_a_report_names_no_folder_of_the_person() -> None:
    assert "/" not in error_report(failure())


def test_an_error_in_a_slot_is_said_and_the_work_is_kept(
    window: MainWindow,
    way: Walkthrough,
    asked: Asked,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    way.session.set_reference(TYPED)
    way.session.answer("something_else", "seen")
    kept = way.session.checklist
    monkeypatch.setattr(sys, "excepthook", UncaughtHook(window))
    broken = QObject()
    broken.objectNameChanged.connect(fail_on)
    with qtbot.captureExceptions() as caught:
        broken.setObjectName(TYPED)
    for error in caught:
        sys.excepthook(*error)
    assert len(asked.reports) == 1
    assert way.session.checklist == kept
    assert window.isVisible()
    assert TYPED not in asked.reports[0]
    way.open_neighbour(1)


def test_an_error_while_reporting_opens_no_second_dialog(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = UncaughtHook(window)
    times: list[str] = []

    def ask(_parent: QWidget | None, report: str) -> None:
        times.append(report)
        raise_through(hook, failure())

    monkeypatch.setattr(UncaughtError, "ask", ask)
    raise_through(hook, failure())
    assert len(times) == 1
    written = capsys.readouterr().err
    assert written.count("ValueError") == 2
    assert TYPED not in written


def test_the_dialog_says_that_nothing_is_lost_and_copies_the_report(window: MainWindow) -> None:
    report = error_report(failure())
    dialog = UncaughtError(window, report)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == report
    assert "still here" in dialog.informativeText()
    assert TYPED not in dialog.detailedText()
    dialog.deleteLater()

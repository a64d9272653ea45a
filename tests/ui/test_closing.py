from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from indicator_checker.checklist import Observation
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.questions import (
    ClearQuestion,
    CloseQuestion,
    NewQuestion,
    Question,
)
from indicator_checker.ui.walkthrough import Walkthrough

REAL_ASK: dict[type[Question], Callable[[QWidget], bool]] = {
    kind: kind.ask for kind in (ClearQuestion, CloseQuestion, NewQuestion)
}


def test_an_empty_checklist_closes_without_a_question(window: MainWindow, way: Walkthrough) -> None:
    assert window.close()


@pytest.mark.parametrize("lose", [False, True])
def test_closing_with_answers_asks(
    window: MainWindow, way: Walkthrough, monkeypatch: pytest.MonkeyPatch, lose: bool
) -> None:
    way.session.answer("something_else", "seen")
    monkeypatch.setattr(CloseQuestion, "ask", lambda _parent: lose)
    assert window.close() is lose
    assert way.session.checklist.answers


@pytest.mark.parametrize("lose", [False, True])
def test_a_new_checklist_asks_before_it_takes_the_place_of_another(
    window: MainWindow, way: Walkthrough, monkeypatch: pytest.MonkeyPatch, lose: bool
) -> None:
    way.session.set_reference("R-1")
    monkeypatch.setattr(NewQuestion, "ask", lambda _parent: lose)
    window.begin_checklist()
    assert window.way is not None
    assert window.way.session.checklist.reference == ("" if lose else "R-1")


@pytest.mark.parametrize("lose", [False, True])
def test_clearing_an_answer_asks_when_words_stand_under_it(
    way: Walkthrough, monkeypatch: pytest.MonkeyPatch, lose: bool
) -> None:
    way.open_indicator("something_else")
    way.session.answer("something_else", "seen")
    way.session.observe("something_else", Observation(note="afraid of the bell"))
    way.open_indicator("something_else")
    monkeypatch.setattr(ClearQuestion, "ask", lambda _parent: lose)
    row = way.page(way.opened).row("something_else")  # type: ignore[attr-defined]
    row.clear_button.click()
    assert ("something_else" not in way.session.checklist.answers) is lose
    assert row.choice.value() == ("" if lose else "seen")


def test_clearing_a_bare_answer_asks_nothing(way: Walkthrough) -> None:
    way.session.answer("something_else", "seen")
    way.open_indicator("something_else")
    way.page(way.opened).row("something_else").clear_button.click()  # type: ignore[attr-defined]
    assert not way.session.checklist.answers


@pytest.mark.parametrize("kind", [ClearQuestion, CloseQuestion, NewQuestion])
def test_the_careful_answer_is_the_default(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: type[Question]
) -> None:
    monkeypatch.setattr(kind, "ask", REAL_ASK[kind])
    seen: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.defaultButton().text())
        box.defaultButton().click()

    QTimer.singleShot(0, answer)
    assert kind.ask(window) is False  # type: ignore[attr-defined]
    assert "eep" in seen[0]

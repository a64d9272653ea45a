"""The whole way by keyboard alone, on the shipped instrument, with one of its worked cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from indicator_checker.resources import resource_text
from indicator_checker.ui import page_order
from indicator_checker.ui.export_questions import SaveQuestion
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.pages.referral import ReferralPage
from indicator_checker.ui.widgets.answer_row import AnswerRow
from indicator_checker.ui.widgets.choice_row import OptionButton
from tests.ui.conftest import OpenWindow
from tests.ui.invented import INSTRUMENT
from tests.ui.keyboard import ALT, CONTROL, KEY, Keyboard

ANSWER_KEYS = {"seen": KEY.Key_S, "not_seen": KEY.Key_N}


def worked_case(case_id: str) -> dict[str, Any]:
    version = INSTRUMENT.catalogue.version
    text = resource_text("instruments", "child_trafficking", version, "worked_cases.json")
    return next(case for case in json.loads(text)["cases"] if case["id"] == case_id)


def answers_of(case: dict[str, Any]) -> dict[str, str]:
    return {
        sign: answer for answer in ("seen", "not_sure", "not_seen") for sign in case.get(answer, ())
    }


def row_of(widget: QWidget | None) -> AnswerRow | None:
    """The row of an indicator in which a widget stands."""
    while widget is not None and not isinstance(widget, AnswerRow):
        widget = widget.parentWidget()
    return widget


class Traveller:
    """Goes through the program with a keyboard only."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.keys = Keyboard(window, qtbot)

    def opened(self) -> str:
        assert self.window.way is not None
        return self.window.way.opened

    def go_on(self) -> None:
        """Press the primary button by its mnemonic, and wait for the next page."""
        before = self.opened()
        self.keys.press(KEY.Key_C, ALT)
        self.keys.until(lambda: self.opened() != before)

    def choose(self, question: str, label: str) -> None:
        self.keys.tab_to(
            lambda widget: (
                isinstance(widget, OptionButton) and widget.accessibleDescription() == question
            )
        )
        for _option in range(10):
            focused = self.window.focusWidget()
            if focused is not None and focused.accessibleName() == label:
                self.keys.press(KEY.Key_Space)
                return
            self.keys.press(KEY.Key_Right)
        raise AssertionError(label)

    def write(self, field: str, text: str) -> None:
        self.keys.tab_to(lambda widget: widget.accessibleName() == field)
        self.keys.type(text)

    def answer(self, sign: str, answer: str) -> None:
        def answers_it(widget: QWidget) -> bool:
            row = row_of(widget)
            found = row is not None and row.indicator.id == sign
            return found and isinstance(widget, OptionButton) and widget.option.id == "seen"

        self.keys.tab_to(answers_it)
        if answer == "not_sure":
            self.keys.type("?")
        else:
            self.keys.press(ANSWER_KEYS[answer])


def travel_to_the_referral(traveller: Traveller, case: dict[str, Any]) -> None:
    """Start, About, Danger, all signs of the case page by page, up to the referral."""
    keys, window = traveller.keys, traveller.window
    keys.type("Ire")
    keys.until(lambda: window.start.picker.place()[0] == "IE")
    keys.press(KEY.Key_N, ALT)
    keys.until(lambda: window.way is not None)
    assert window.way is not None
    keys.type("R-2026-0042")
    traveller.choose("Where do you work?", "School")
    traveller.go_on()
    traveller.choose("Is anyone in danger right now?", "No")
    left = answers_of(case)
    while traveller.opened() != page_order.RECORD:
        here = [
            sign
            for sign in left
            if page_order.page_of_indicator(INSTRUMENT.catalogue, sign) == traveller.opened()
        ]
        for sign in sorted(here, key=INSTRUMENT.catalogue.order.__getitem__):
            traveller.answer(sign, left[sign])
        traveller.go_on()
    traveller.write("What worries you", "Tired and afraid since May.")
    traveller.go_on()
    assert traveller.opened() == page_order.REVIEW
    traveller.go_on()
    assert traveller.opened() == page_order.CHANNELS
    traveller.go_on()


def words_in(path: Path) -> str:
    """All words of a PDF, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize("case_id", ["picture_domestic_servitude", "three_signs_and_health"])
def test_a_worked_case_goes_from_start_to_pdf_by_keyboard_alone(
    open_window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    case_id: str,
) -> None:
    case = worked_case(case_id)
    window = open_window()
    traveller = Traveller(window, qtbot)
    travel_to_the_referral(traveller, case)
    way = window.way
    assert way is not None
    checklist = way.session.checklist
    assert traveller.opened() == page_order.REFERRAL
    assert checklist.reference == "R-2026-0042"
    assert checklist.setting == "school"
    assert checklist.danger == "no"
    assert checklist.fields["worry"] == "Tired and afraid since May."
    assert {sign: answer.value for sign, answer in checklist.answers.items()} == answers_of(case)
    expected = case["expected"]
    assert way.session.evaluation.level == expected["level"]
    assert way.session.evaluation.decided_by == expected["decided_by"]
    page = way.page(page_order.REFERRAL)
    assert isinstance(page, ReferralPage)
    assert page.preview.page_count() > 0
    target = tmp_path / "referral.pdf"
    monkeypatch.setattr(SaveQuestion, "ask", lambda _parent, _name: target)
    traveller.keys.press(KEY.Key_S, ALT)
    traveller.keys.until(target.exists)
    assert target.read_bytes() == page.preview.data()
    printed = words_in(target)
    for part in ("R-2026-0042", "Tired and afraid since May."):
        assert part in printed
    for sign in case["seen"]:
        indicator = INSTRUMENT.catalogue.indicators[sign]
        assert (indicator.text in printed) is (indicator.print == "always"), sign


def test_hide_and_come_back_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    traveller = Traveller(window, qtbot)
    window.begin_checklist()
    traveller.keys.type("R-1")
    traveller.keys.press(KEY.Key_H, ALT)
    traveller.keys.until(window.is_hidden_now)
    window.showNormal()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    traveller.keys.press(KEY.Key_S, ALT)
    traveller.keys.until(lambda: not window.is_hidden_now())
    assert window.way is not None
    assert window.way.session.checklist.reference == "R-1"
    traveller.keys.press(KEY.Key_F, CONTROL)
    assert window.way.rail.search.hasFocus()

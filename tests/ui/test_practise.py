"""Practising in the window: apart from every real checklist, and nothing of it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from indicator_checker.checklist import Checklist
from indicator_checker.errors import ContentError
from indicator_checker.practise import (
    PractiseCase,
    intended_checklist,
    load_practise_cases,
    practise_instrument,
    start_checklist,
)
from indicator_checker.text import Words
from indicator_checker.ui import page_order, practising
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.pages.practise import PractisePage
from indicator_checker.ui.pages.reading import ReadingPage
from indicator_checker.ui.walkthrough import Walkthrough
from indicator_checker.ui.widgets.labels import BodyLabel
from tests.ui.conftest import OpenWindow
from tests.ui.keyboard import CONTROL, KEY, Keyboard

INSTRUMENT = practise_instrument()
CASES = load_practise_cases(INSTRUMENT)
CASE = next(case for case in CASES if case.level == "report_today" and case.role == "teacher")
WORDS = Words()
BAND = "Practice: nothing of this is kept, and it is not a record."


@pytest.fixture
def cases(window: MainWindow) -> PractisePage:
    """The list of cases."""
    window.start.practise_button.click()
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, PractisePage)
    return page


@pytest.fixture
def practice(window: MainWindow, cases: PractisePage) -> Walkthrough:
    """The way through a case."""
    cases.buttons[CASE.id].click()
    assert window.front is not None
    return window.front


def shown_words(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(BodyLabel) if label.isVisible())


def reading_of(case: PractiseCase, checklist: Checklist, qtbot: QtBot) -> str:
    page = ReadingPage(INSTRUMENT, case, WORDS)
    qtbot.addWidget(page)
    page.show_checklist(checklist)
    return page.text()


def files_below(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def test_a_case_can_be_gone_through_with_the_keyboard_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    keyboard = Keyboard(window, qtbot)
    keyboard.tab_to(lambda widget: widget is window.start.practise_button)
    keyboard.press(KEY.Key_Space)
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, PractisePage)
    keyboard.tab_to(lambda widget: widget is page.buttons[CASE.id])
    keyboard.press(KEY.Key_Space)
    assert CASE.story[0] in shown_words(window)
    way = window.front
    assert way is not None
    keyboard.press(KEY.Key_PageDown, CONTROL)
    assert way.opened == page_order.DANGER
    keyboard.tab_to(lambda widget: widget is way.page(page_order.DANGER).question.buttons["yes"])  # type: ignore[attr-defined]
    for _step in range(2):
        keyboard.press(KEY.Key_Right)
    keyboard.press(KEY.Key_Return)
    assert way.session.checklist.danger == "no"
    for _page in way.order[2:]:
        keyboard.press(KEY.Key_PageDown, CONTROL)
    assert "The intended reading" in shown_words(window)
    assert WORDS("practise.level.lower") in shown_words(window)
    keyboard.tab_to(lambda widget: widget is window.band.leave_button)
    keyboard.press(KEY.Key_Space)
    assert window.workspace.pages.currentWidget() is window.start


def test_the_band_and_the_story_are_on_every_page_of_a_case(
    window: MainWindow, practice: Walkthrough
) -> None:
    for place in practice.order:
        practice.open_page(place.id)
        assert BAND in shown_words(window), place.id
        assert window.band.story_button.isVisible()
        window.band.story_button.setChecked(True)
        assert all(paragraph in shown_words(window) for paragraph in CASE.story)
        window.band.story_button.setChecked(False)


def test_the_band_is_nowhere_else(window: MainWindow, practice: Walkthrough) -> None:
    window.open_start()
    assert BAND not in shown_words(window)
    window.open_practise()
    assert BAND not in shown_words(window)
    window.begin_checklist()
    assert BAND not in shown_words(window)
    assert "Kept in memory only" in shown_words(window)


def test_a_case_never_says_that_it_is_kept_in_memory(
    window: MainWindow, practice: Walkthrough
) -> None:
    assert "Kept in memory only" not in shown_words(window)
    assert "Not yet reviewed by practitioners" in shown_words(window)


def test_practising_leads_to_no_desk_and_to_no_paper(practice: Walkthrough) -> None:
    pages = {place.id for place in practice.order}
    real = {page_order.CHANNELS, page_order.REFERRAL, page_order.RECORD, page_order.ABOUT}
    assert not pages & real
    assert {page_order.STORY, page_order.DANGER, page_order.READING} <= pages


def test_the_story_may_decide_the_age_and_nothing_else(practice: Walkthrough) -> None:
    assert practice.session.checklist == start_checklist(INSTRUMENT, CASE)
    assert not practice.session.checklist.answers


def test_a_real_checklist_stays_as_it_is(window: MainWindow, way: Walkthrough) -> None:
    way.session.set_reference("R-7")
    way.session.answer("sudden_change", "seen")
    way.open_page(page_order.REVIEW)
    before = way.session.checklist
    window.open_practise()
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, PractisePage)
    page.buttons[CASE.id].click()
    practice = window.front
    assert practice is not None
    assert practice is not way
    assert "R-7" not in shown_words(window)
    practice.session.set_danger("yes")
    practice.session.answer("extra_phones_or_sims", "seen")
    practice.open_page(page_order.READING)
    assert way.session.checklist is before
    window.band.leave_button.click()
    assert window.way is way
    window.go_on()
    assert window.front is way
    assert window.workspace.pages.currentWidget() is way.page(page_order.REVIEW)
    assert way.rail.isVisible()
    assert way.session.checklist is before
    way.session.answer("sudden_change", "not_seen")
    page_of_sign = page_order.page_of_indicator(INSTRUMENT.catalogue, "sudden_change")
    assert way.rail.sections.state_of(page_of_sign) == "none seen"


def test_closing_a_window_with_only_practice_in_it_asks_nothing(
    window: MainWindow, practice: Walkthrough
) -> None:
    practice.session.answer("sudden_change", "seen")
    assert window.close()


def test_a_new_checklist_takes_nothing_from_practice(
    window: MainWindow, practice: Walkthrough
) -> None:
    practice.session.answer("sudden_change", "seen")
    window.begin_checklist()
    assert window.way is not None
    assert window.way.session.checklist.is_empty


def test_nothing_of_it_is_written_to_the_disk(open_window: OpenWindow, private_home: Path) -> None:
    window = open_window()
    before = files_below(private_home)
    window.open_practise()
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, PractisePage)
    for case in CASES[:2]:
        page.buttons[case.id].click()
        assert window.front is not None
        window.front.session.answer("sudden_change", "seen")
        window.front.open_page(page_order.READING)
        window.open_practise()
    window.open_start()
    assert files_below(private_home) == before


def test_an_open_case_is_gone_on_with_and_a_read_one_is_marked(
    window: MainWindow, cases: PractisePage, practice: Walkthrough
) -> None:
    practice.session.answer("sudden_change", "seen")
    practice.open_page(page_order.DANGER)
    window.open_practise()
    assert cases.buttons[CASE.id].text().endswith("(open: go on)")
    cases.buttons[CASE.id].click()
    assert window.front is practice
    assert practice.opened == page_order.DANGER
    practice.open_page(page_order.READING)
    reading = practice.page(page_order.READING)
    assert isinstance(reading, ReadingPage)
    reading.another_asked.emit()
    assert window.workspace.pages.currentWidget() is cases
    other = next(case for case in CASES if case.id != CASE.id)
    cases.buttons[other.id].click()
    window.open_practise()
    assert cases.buttons[CASE.id].text().endswith("(done)")


def test_trying_again_begins_without_an_answer(window: MainWindow, practice: Walkthrough) -> None:
    practice.session.answer("sudden_change", "seen")
    practice.open_page(page_order.READING)
    page = practice.page(page_order.READING)
    assert isinstance(page, ReadingPage)
    page.again.click()
    QApplication.processEvents()
    again = window.front
    assert again is not None
    assert again is not practice
    assert again.opened == page_order.STORY
    assert not again.session.checklist.answers


def test_keys_lead_out_of_a_case_and_back_to_the_start(
    window: MainWindow, cases: PractisePage, practice: Walkthrough, qtbot: QtBot
) -> None:
    keyboard = Keyboard(window, qtbot)
    keyboard.press(KEY.Key_PageUp, CONTROL)
    assert window.workspace.pages.currentWidget() is cases
    keyboard.press(KEY.Key_PageUp, CONTROL)
    assert window.workspace.pages.currentWidget() is window.start


def test_how_this_works_leads_back_to_the_case(
    window: MainWindow, practice: Walkthrough, qtbot: QtBot
) -> None:
    practice.open_page(page_order.DANGER)
    Keyboard(window, qtbot).press(KEY.Key_F1)
    assert BAND in shown_words(window)
    window.asides.leave()
    assert window.workspace.pages.currentWidget() is practice.page(page_order.DANGER)


def test_any_other_worry_has_its_place_in_a_case_too(practice: Walkthrough) -> None:
    practice.rail.something_else.click()
    assert practice.opened in {place.id for place in practice.order}


def test_both_roles_find_their_cases(window: MainWindow, cases: PractisePage) -> None:
    assert set(cases.buttons) == {case.id for case in CASES}
    words = shown_words(window)
    assert words.index(WORDS("practise.role.teacher")) < words.index(WORDS("practise.role.nurse"))
    assert WORDS("practise.not_reviewed") in words


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_who_answers_as_intended_agrees_on_every_line(case: PractiseCase, qtbot: QtBot) -> None:
    text = reading_of(case, intended_checklist(INSTRUMENT, case), qtbot)
    lines = len(case.items) + 1
    assert WORDS("practise.agreed", n=lines, total=lines) in text
    assert WORDS("practise.level.same") in text
    assert "Where you read it differently" not in text
    for said in (case.why, case.danger.reason, *case.next, *(item.reason for item in case.items)):
        assert said in text


def test_every_difference_is_named_with_both_answers_and_the_reason(qtbot: QtBot) -> None:
    seen = next(item for item in CASE.items if item.answer == "seen")
    record = start_checklist(INSTRUMENT, CASE).with_answer(seen.indicator, "not_sure")
    outside = next(
        sign
        for sign in INSTRUMENT.catalogue.indicators
        if sign not in {item.indicator for item in CASE.items}
    )
    text = reading_of(CASE, record.with_answer(outside, "seen"), qtbot)
    assert WORDS("practise.verdict.differs") in text
    assert "Your answer: Not sure. Intended: Seen." in text
    assert seen.reason in text
    assert WORDS("practise.verdict.read_more") in text
    assert WORDS("practise.not_in_the_story") in text
    assert WORDS("practise.verdict.passed_over") in text
    assert "Your answer: left untouched." in text


def test_damaged_cases_stop_only_the_practising(
    window: MainWindow, way: Walkthrough, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_instrument: object) -> None:
        raise ContentError("practise_refused", place="cases")

    monkeypatch.setattr(practising, "load_practise_cases", refuse)
    window.open_practise()
    assert "practise cases do not have the right form" in window.messages.label.text()
    assert window.front is way

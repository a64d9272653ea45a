from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from indicator_checker.channels.emergency import emergency_for
from indicator_checker.evaluation.evaluate import evaluate
from indicator_checker.ui import page_order, session
from indicator_checker.ui.emergency_words import emergency_sentence
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.pages.danger import DangerPage
from indicator_checker.ui.pages.indicators import IndicatorsPage
from indicator_checker.ui.pages.start import REVIEW_STATUS
from indicator_checker.ui.walkthrough import Walkthrough
from indicator_checker.ui.widgets.labels import BodyLabel
from indicator_checker.ui.widgets.page import Page
from tests.ui.conftest import OpenWindow
from tests.ui.invented import INSTRUMENT
from tests.ui.keyboard import CONTROL, KEY, SHIFT, Keyboard

SUBJECT = ("traffick", "exploit", "victim", "abuse")


def all_pages(way: Walkthrough) -> list[str]:
    return [place.id for place in way.order]


def section_page(way: Walkthrough, number: int = 0) -> IndicatorsPage:
    ids = [page for page in all_pages(way) if page_order.section_of_page(page)]
    way.open_page(ids[number])
    page = way.page(ids[number])
    assert isinstance(page, IndicatorsPage)
    return page


def shown_words(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(BodyLabel) if label.isVisible())


def test_title_and_first_page_are_neutral(window: MainWindow) -> None:
    assert window.windowTitle() == "Checklist"
    words = shown_words(window).lower()
    assert "child" in words
    assert not [subject for subject in SUBJECT if subject in words]


def test_the_title_never_names_anything(window: MainWindow, way: Walkthrough) -> None:
    way.session.set_reference("Amina B.")
    for page in all_pages(way):
        way.open_page(page)
        assert window.windowTitle() == "Checklist"


def test_the_start_page_says_what_the_instrument_says_about_its_review() -> None:
    assert INSTRUMENT.catalogue.review.status == REVIEW_STATUS


def test_every_page_says_that_practitioners_have_not_reviewed_it(
    window: MainWindow, way: Walkthrough
) -> None:
    assert INSTRUMENT.catalogue.review.status == "not_reviewed"
    window.open_start()
    assert "Not yet reviewed by practitioners" in shown_words(window)
    for page in all_pages(way):
        way.open_page(page)
        assert "Not yet reviewed by practitioners" in shown_words(window), page


def test_the_emergency_number_is_on_every_page(window: MainWindow, way: Walkthrough) -> None:
    wanted = "Emergency in Ireland: 112 · 999"
    assert emergency_sentence("IE") == wanted
    window.open_start()
    assert window.header.emergency.text() == wanted
    for page in all_pages(way):
        way.open_page(page)
        assert window.header.emergency.isVisible()
        assert window.header.emergency.text() == wanted
    window.open_method()
    assert window.header.emergency.text() == wanted


def test_the_number_follows_the_place_of_the_child(window: MainWindow, way: Walkthrough) -> None:
    way.session.set_place("FR", "")
    french = emergency_for("FR")
    assert french is not None
    assert french.numbers[0] in window.header.emergency.text()
    assert "France" in window.header.emergency.text()


def test_no_place_is_guessed(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    window = open_window()
    assert window.start.picker.place() == ("", "")
    assert "choose your country" in window.header.emergency.text()


def test_the_place_of_the_person_is_remembered_and_that_of_the_child_is_not(
    window: MainWindow, way: Walkthrough, open_window: OpenWindow
) -> None:
    way.session.set_place("RO", "")
    way.session.set_reference("R-7")
    again = open_window()
    assert again.start.picker.place() == ("IE", "")
    assert again.way is None


def test_regions_are_offered_where_some_are_known(window: MainWindow) -> None:
    window.start.place_chosen.emit("GB", "GB-WLS")
    assert window.start.picker.region.isVisible()
    assert window.start.picker.place() == ("GB", "GB-WLS")
    window.start.place_chosen.emit("IE", "")
    assert not window.start.picker.region.isVisible()


def test_nothing_is_answered_in_a_new_checklist(way: Walkthrough) -> None:
    assert way.session.checklist.is_empty
    for page in all_pages(way):
        found = way.page(page)
        rows = found.rows.values() if isinstance(found, IndicatorsPage | DangerPage) else ()
        assert not [row for row in rows if row.choice.value()]


def test_every_answer_reaches_the_record_the_rail_and_the_panel(
    way: Walkthrough, qtbot: QtBot
) -> None:
    page = section_page(way)
    sign, row = next(iter(page.rows.items()))
    row.choice.choose("seen")
    assert way.session.checklist.answers[sign].value == "seen"
    assert way.rail.sections.state_of(way.opened) == "1 seen"
    assert way.session.evaluation == evaluate(INSTRUMENT, way.session.checklist)
    title = next(
        level.title
        for level in INSTRUMENT.rules.levels
        if level.step == way.session.evaluation.step
    )
    qtbot.waitUntil(lambda: title in way.panel.text())


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((), "not looked at"),
        (("not_seen",), "none seen"),
        (("seen", "not_seen"), "1 seen"),
        (("seen", "seen", "not_sure"), "2 seen, 1 not sure"),
        (("not_sure",), "1 not sure"),
    ],
)
def test_the_rail_counts_honestly(way: Walkthrough, answers: tuple[str, ...], state: str) -> None:
    page = section_page(way)
    for sign, answer in zip(page.rows, answers, strict=False):
        way.session.answer(sign, answer)
    assert way.rail.sections.state_of(way.opened) == state


def test_typing_words_evaluates_nothing(
    way: Walkthrough, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = section_page(way)
    sign, row = next(iter(page.rows.items()))
    row.choice.choose("seen")
    QApplication.processEvents()
    calls: list[str] = []
    monkeypatch.setattr(session, "evaluate", lambda *_: calls.append("evaluate"))
    monkeypatch.setattr(session, "look_ahead", lambda *_: calls.append("look_ahead"))
    form = row.form()
    assert form is not None
    form.openers["note"].click()
    qtbot.keyClicks(form.parts["note"].field, "Seen at the gate on Monday")
    way.session.set_field("worry", "tired")
    QApplication.processEvents()
    assert not calls
    assert way.session.checklist.answers[sign].observations[0].note == "Seen at the gate on Monday"


@pytest.mark.parametrize("danger", ["yes", "not_sure", "help_here"])
def test_danger_shows_at_once_what_to_do(way: Walkthrough, danger: str) -> None:
    way.open_page(page_order.DANGER)
    page = way.page(page_order.DANGER)
    assert isinstance(page, DangerPage)
    assert not page.notice.isVisible()
    page.question.choose(danger)
    assert page.notice.isVisible()
    said = " ".join(label.text() for label in page.notice.findChildren(BodyLabel))
    if danger == "help_here":
        assert "Stay with the child" in said
    else:
        assert "112" in said
    way.open_neighbour(1)
    assert way.opened != page_order.DANGER


def test_no_danger_shows_no_alarm_and_the_answer_can_be_cleared(way: Walkthrough) -> None:
    way.open_page(page_order.DANGER)
    page = way.page(page_order.DANGER)
    assert isinstance(page, DangerPage)
    page.question.choose("no")
    assert not page.notice.isVisible()
    page.clear_button.click()
    assert way.session.checklist.danger is None


def test_each_immediate_sign_has_its_own_route(way: Walkthrough) -> None:
    way.open_page(page_order.DANGER)
    page = way.page(page_order.DANGER)
    assert isinstance(page, DangerPage)
    said = {}
    for sign, row in page.rows.items():
        row.choice.choose("seen")
        notice = row.urgent_notice()
        assert notice is not None
        said[sign] = " ".join(label.text() for label in notice.findChildren(BodyLabel))
        route = row.indicator.route
        assert route is not None
        assert route.do in said[sign]
        assert ("112" in said[sign]) is bool({"police", "ambulance"} & set(route.to))
    assert "crisis team" in said["suicide_risk_now"]
    assert "sexual assault centre" in said["recent_sexual_assault"]


def test_search_finds_over_all_pages_and_leads_to_the_answer(
    window: MainWindow, way: Walkthrough, qtbot: QtBot
) -> None:
    keyboard = Keyboard(window, qtbot)
    keyboard.press(KEY.Key_F, CONTROL)
    keyboard.type("phone")
    found = [way.rail.results.item(i).text() for i in range(way.rail.results.count())]
    wanted = [
        sign
        for sign in INSTRUMENT.catalogue.indicators.values()
        if "phone" in f"{sign.text} {sign.looks_like} {sign.could_also_be}".casefold()
    ]
    assert len(found) == len(wanted) > 1
    keyboard.press(KEY.Key_Down)
    keyboard.press(KEY.Key_Down)
    keyboard.press(KEY.Key_Return)
    assert page_order.page_of_indicator(INSTRUMENT.catalogue, wanted[1].id) == way.opened
    row = way.page(way.opened).row(wanted[1].id)  # type: ignore[attr-defined]
    assert row.choice.tab_stop().hasFocus()
    assert way.rail.search.text() == ""


def test_a_search_without_result_says_what_to_do(way: Walkthrough) -> None:
    way.rail.search.setText("zzzz")
    assert "Something else" in way.rail.results.item(0).text()
    way.rail.search.first_asked.emit()
    assert way.opened == page_order.ABOUT


def test_the_short_pass_shows_the_strong_signs_of_every_page(way: Walkthrough) -> None:
    page = section_page(way)
    page.short_pass.click()
    for number, section in enumerate(s for s in INSTRUMENT.catalogue.sections if not s.immediate):
        page = section_page(way, number)
        shown = [sign for sign, row in page.rows.items() if row.isVisible()]
        assert shown == [sign.id for sign in section.indicators if sign.short_pass]
        assert page.short_pass.isChecked()
    page.short_pass.click()
    assert all(row.isVisible() for row in page.rows.values())


def test_only_unanswered_never_takes_a_row_from_under_the_hand(way: Walkthrough) -> None:
    page = section_page(way)
    first, second = list(page.rows)[:2]
    page.rows[first].choice.choose("seen")
    page.unanswered.click()
    assert not page.rows[first].isVisible()
    page.rows[second].choice.choose("not_sure")
    assert page.rows[second].isVisible()
    page = section_page(way)
    assert not page.rows[second].isVisible()


def test_a_page_without_a_row_left_says_why(window: MainWindow, way: Walkthrough) -> None:
    page = section_page(way)
    for sign in page.rows:
        way.session.answer(sign, "not_seen")
    page = section_page(way)
    page.unanswered.click()
    assert "Every sign of this page has an answer" in shown_words(window)


def test_something_else_is_in_reach_from_every_page(way: Walkthrough) -> None:
    for page in all_pages(way):
        way.open_page(page)
        assert way.rail.something_else.isVisible()
        way.rail.something_else.click()
        row = way.page(way.opened).row("something_else")  # type: ignore[attr-defined]
        assert row.choice.tab_stop().hasFocus()


def test_keys_turn_the_pages(window: MainWindow, way: Walkthrough, qtbot: QtBot) -> None:
    keyboard = Keyboard(window, qtbot)
    visited = [way.opened]
    for _page in way.order[1:]:
        keyboard.press(KEY.Key_PageDown, CONTROL)
        visited.append(way.opened)
    assert visited == all_pages(way)
    keyboard.press(KEY.Key_PageDown, CONTROL)
    assert way.opened == page_order.REFERRAL
    for _page in way.order[1:]:
        keyboard.press(KEY.Key_PageUp, CONTROL)
    assert way.opened == page_order.ABOUT
    keyboard.press(KEY.Key_PageUp, CONTROL)
    assert window.workspace.pages.currentWidget() is window.start
    keyboard.press(KEY.Key_PageDown, CONTROL)
    assert window.workspace.pages.currentWidget() is way.page(page_order.ABOUT)


def test_f6_goes_round_rail_page_and_panel(
    window: MainWindow, way: Walkthrough, qtbot: QtBot
) -> None:
    keyboard = Keyboard(window, qtbot)
    areas = window.workspace.areas()
    assert len(areas) == 3

    def here() -> int:
        focused = QApplication.focusWidget()
        return next(i for i, area in enumerate(areas) if focused and area.isAncestorOf(focused))

    start = here()
    for step in (1, 2, 3):
        keyboard.press(KEY.Key_F6)
        assert here() == (start + step) % 3
    keyboard.press(KEY.Key_F6, SHIFT)
    assert here() == (start + 2) % 3


def test_how_this_works_can_be_read_from_anywhere(
    window: MainWindow, way: Walkthrough, qtbot: QtBot
) -> None:
    way.open_page(page_order.REVIEW)
    Keyboard(window, qtbot).press(KEY.Key_F1)
    page = window.workspace.pages.currentWidget()
    assert page is not way.page(page_order.REVIEW)
    assert isinstance(page, Page)
    page.back_asked.emit()
    assert window.workspace.pages.currentWidget() is way.page(page_order.REVIEW)


def test_the_panel_is_a_column_where_there_is_room_and_a_strip_where_not(
    window: MainWindow, way: Walkthrough, qtbot: QtBot
) -> None:
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not way.panel.is_compact())
    window.resize(1024, 700)
    qtbot.waitUntil(way.panel.is_compact)


def test_only_the_opened_section_is_built(way: Walkthrough) -> None:
    section_page(way, 3)
    assert len([p for p in way.built_pages() if isinstance(p, IndicatorsPage)]) == 1


def test_text_size_reaches_everything_and_is_remembered(
    window: MainWindow, way: Walkthrough, open_window: OpenWindow, qtbot: QtBot
) -> None:
    before = window.header.emergency.font().pointSizeF()
    keyboard = Keyboard(window, qtbot)
    keyboard.press(KEY.Key_Plus, CONTROL)
    keyboard.press(KEY.Key_Plus, CONTROL)
    keyboard.press(KEY.Key_Plus, CONTROL)
    for widget in (window.header.emergency, window.header.hide_button, way.rail.search):
        assert widget.font().pointSizeF() == pytest.approx(before * 1.6)
    keyboard.press(KEY.Key_Minus, CONTROL)
    assert window.preferences.settings.text_size == 1.25
    assert open_window().preferences.settings.text_size == 1.25


def test_the_wheel_changes_no_place(window: MainWindow) -> None:
    from tests.ui.test_answer_row import wheel

    event = wheel(window.start.picker.country)
    assert not event.isAccepted()
    assert window.start.picker.place() == ("IE", "")


def test_focus_stays_visible_when_a_long_page_is_walked(
    window: MainWindow, way: Walkthrough, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    page = section_page(way)
    keyboard = Keyboard(window, qtbot)
    last = list(page.rows.values())[-1].choice
    keyboard.tab_to(lambda focused: focused is last.tab_stop())
    stop = last.tab_stop()
    visible = page.viewport().rect()
    assert visible.contains(stop.mapTo(page.viewport(), stop.rect().center()))


def test_the_primary_button_is_named_by_where_it_leads(way: Walkthrough) -> None:
    for place, following in pairwise(way.order):
        page = way.page(place.id)
        assert page.primary.text().replace("&&", "&") == f"&Continue to “{following.title}”"
        assert page.primary.focusPolicy() & Qt.FocusPolicy.TabFocus

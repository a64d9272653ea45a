from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from indicator_checker.checklist import Judgement, Observation
from indicator_checker.ui import page_order
from indicator_checker.ui.pages.review import ReviewPage
from indicator_checker.ui.walkthrough import Walkthrough
from indicator_checker.ui.widgets.labels import BodyLabel
from tests.ui.invented import INSTRUMENT, TALK, signs


def review(way: Walkthrough) -> ReviewPage:
    way.open_page(page_order.REVIEW)
    page = way.page(page_order.REVIEW)
    assert isinstance(page, ReviewPage)
    QApplication.processEvents()
    return page


def words_of(page: ReviewPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(BodyLabel) if label.isVisible())


def fill_in(way: Walkthrough) -> None:
    session = way.session
    session.checklist = replace(TALK, place=None)
    session.answer("something_else", "seen")
    session.observe(
        "something_else", Observation("1", "child_said", "3 May", "by the gate", "he checks it")
    )
    session.set_field("writer_role", "School nurse")
    session.set_field("carer_told", "no")
    session.set_danger("not_sure")


def test_everything_recorded_is_on_the_page(way: Walkthrough) -> None:
    fill_in(way)
    words = words_of(review(way))
    for part in (
        "R-2026-0042",
        "School nurse",
        "Was a parent or carer told?",
        INSTRUMENT.catalogue.indicators["something_else"].text,
        "The child said so",
        "When: 3 May",
        "The child's own words: “he checks it”",
        "Note: by the gate",
    ):
        assert part in words


def test_what_is_missing_is_shown_as_such_without_nagging(way: Walkthrough) -> None:
    words = words_of(review(way))
    assert "Not filled in" in words
    assert "Not looked at" in words
    for section in INSTRUMENT.catalogue.sections:
        assert section.title in words
    assert "What was not looked at may stay so" in words


@pytest.mark.parametrize(
    ("page", "item"),
    [
        (page_order.ABOUT, "reference"),
        (page_order.ABOUT, "setting"),
        (page_order.ABOUT, "place"),
        (page_order.ABOUT, "writer_role"),
        (page_order.DANGER, "danger"),
        (page_order.DANGER, "next_leaves"),
        (page_order.page_of_section("said_or_reported"), "something_else"),
        (page_order.RECORD, "carer_told"),
        (page_order.RECORD, "worry"),
        (page_order.CHANNELS, "already_done"),
        (page_order.page_of_section("control"), ""),
    ],
)
def test_change_leads_to_the_line_and_focuses_it(
    way: Walkthrough, qtbot: QtBot, page: str, item: str
) -> None:
    fill_in(way)
    review(way).changes[page, item].click()
    assert way.opened == page
    focused = QApplication.focusWidget()
    assert focused is not None
    assert way.page(page).isAncestorOf(focused)
    viewport = way.page(page).viewport()
    seen = viewport.rect().contains(focused.mapTo(viewport, focused.rect().center()))
    assert seen


def test_the_list_is_new_each_time(way: Walkthrough) -> None:
    fill_in(way)
    review(way)
    way.session.clear_answer("something_else")
    assert (page_order.page_of_section("said_or_reported"), "something_else") not in review(
        way
    ).changes


def test_a_judgement_can_only_be_higher_than_the_rule(way: Walkthrough) -> None:
    page = review(way)
    for step, wanted in (
        ("keep_noticing", ["talk", "report_today", "act_now"]),
        ("talk", ["report_today", "act_now"]),
        ("report_today", ["act_now"]),
        ("act_now", []),
    ):
        page.judgement.show_judgement(step, "", None)
        buttons = page.judgement.choice.row.buttons
        shown = [name for name, button in buttons.items() if button.isVisible()]
        assert shown == wanted


def test_a_judgement_stands_beside_the_rule_with_its_reason(way: Walkthrough, qtbot: QtBot) -> None:
    way.session.answer(signs("medium")[0], "seen")
    page = review(way)
    assert way.session.evaluation.step == "talk"
    page.judgement.choice.row.choose("act_now")
    assert QApplication.focusWidget() is page.judgement.reason
    qtbot.keyClicks(page.judgement.reason, "Collected at 15:15")
    assert way.session.checklist.judgement == Judgement("act_now", "Collected at 15:15")
    words = words_of(page)
    assert "The rule says: Talk to your safeguarding lead today" in words
    assert "You judge higher than the rule: Act now." in words
    assert way.session.evaluation.step == "talk"
    page.judgement.choice.clear_button.click()
    assert way.session.checklist.judgement is None


def test_a_judgement_that_the_rule_has_reached_is_said_and_kept(way: Walkthrough) -> None:
    way.session.set_judgement(Judgement("report_today", "as I know the family"))
    way.session.set_danger("yes")
    page = review(way)
    assert "The rule now asks for as much as you judged, or more" in words_of(page)
    assert page.judgement.reason.toPlainText() == "as I know the family"

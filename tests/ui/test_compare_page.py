"""A checklist under another version or instrument in the window: beside it, never over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from indicator_checker.installed import own_instruments
from indicator_checker.shelf import add_instrument
from indicator_checker.text import Words
from indicator_checker.ui import page_order
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.pages.add_instrument import AddInstrumentPage
from indicator_checker.ui.pages.compare import ComparePage
from indicator_checker.ui.walkthrough import Walkthrough
from tests.core.small_instrument import Files, rule, sign, write_instrument
from tests.ui.keyboard import CONTROL, KEY, SHIFT, Keyboard

WORDS = Words()


def stricter(files: Files) -> None:
    files["instrument.json"]["version"] = "1.1.0"
    files["rules.json"]["rules"][1] = rule("three_signs", "high", 3)


def one_is_enough(files: Files) -> None:
    files["instrument.json"]["version"] = "1.2.0"
    files["rules.json"]["rules"][1] = rule("one_sign", "high", 1)


def other_list(files: Files) -> None:
    files["instrument.json"].update(id="other_list", title="Another list")
    first = files["instrument.json"]["sections"][0]["indicators"]
    first[0] = sign("sign_1", text="The first sign in other words")
    del first[1]
    files["rules.json"]["measures"][0]["label"] = "Signs counted"


@pytest.fixture
def small(window: MainWindow, tmp_path: Path) -> Walkthrough:
    """A checklist with two signs of the small list, of which other versions are installed."""
    for name, change in (
        ("1.0.0", None),
        ("1.1.0", stricter),
        ("1.2.0", one_is_enough),
        ("other", other_list),
    ):
        add_instrument(write_instrument(tmp_path / name, change))
    window.begin_with("small_list", "1.0.0")
    assert window.way is not None
    for name in ("sign_1", "sign_2"):
        window.way.session.answer(name, "yes")
    return window.way


def opened(window: MainWindow) -> ComparePage:
    window.asides.open_compare()
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, ComparePage)
    return page


def compared(window: MainWindow, instrument: str, version: str) -> ComparePage:
    page = opened(window)
    page.cards[instrument, version].button.click()
    return page


def test_every_other_version_and_instrument_is_offered(
    window: MainWindow, small: Walkthrough
) -> None:
    page = opened(window)
    assert ("small_list", "1.0.0") not in page.cards
    assert {("small_list", "1.1.0"), ("small_list", "1.2.0"), ("other_list", "1.0.0")} <= set(
        page.cards
    )


@pytest.mark.parametrize(
    ("version", "direction", "rules"),
    [
        ("1.1.0", "lower", "Only the first has this rule fired"),
        ("1.2.0", "same", "Only the second has this rule fired"),
    ],
)
def test_both_results_stand_beside_each_other_with_what_differs(
    window: MainWindow, small: Walkthrough, version: str, direction: str, rules: str
) -> None:
    text = compared(window, "small_list", version).text()
    assert "A small list, version 1.0.0" in text
    assert f"A small list, version {version}" in text
    assert "Level high" in text
    assert ("Level low" in text) is (direction == "lower")
    assert WORDS(f"comparison.direction.{direction}") in text
    assert rules in text
    assert WORDS("comparison.kept", n=2) in text


def test_what_cannot_be_compared_is_not_called_higher_or_lower(
    window: MainWindow, small: Walkthrough
) -> None:
    text = compared(window, "other_list", "1.0.0").text()
    assert WORDS("comparison.direction.not_comparable") in text
    assert WORDS("comparison.because.other_instrument") in text
    assert WORDS("comparison.direction.higher") not in text


def test_what_is_left_behind_and_what_is_no_longer_the_same_is_named(
    window: MainWindow, small: Walkthrough
) -> None:
    text = compared(window, "other_list", "1.0.0").text()
    assert WORDS("comparison.left_behind", n=1) in text
    left = WORDS("comparison.left_behind.no_such_sign", sign="Invented sign sign_2")
    assert left in text
    assert "The first sign in other words (other words)" in text


def test_a_result_over_no_answer_is_not_taken_for_one(
    window: MainWindow, way: Walkthrough, tmp_path: Path
) -> None:
    add_instrument(write_instrument(tmp_path / "small"))
    way.session.answer("sudden_change", "seen")
    text = compared(window, "small_list", "1.0.0").text()
    assert WORDS("comparison.nothing_kept") in text


def test_numbers_that_differ_stand_beside_each_other(
    window: MainWindow, small: Walkthrough
) -> None:
    lines = compared(window, "other_list", "1.0.0").text().splitlines()
    place = lines.index("Signs seen")
    assert lines[place : place + 3] == ["Signs seen", "2", "1"]


def test_comparing_changes_nothing_and_back_returns(window: MainWindow, small: Walkthrough) -> None:
    small.open_page(page_order.REVIEW)
    before, result = small.session.checklist, small.session.evaluation
    page = compared(window, "small_list", "1.1.0")
    assert WORDS("comparison.unchanged") in page.text()
    assert page.again is not None
    page.again.click()
    page.cards["other_list", "1.0.0"].button.click()
    page.back_asked.emit()
    assert window.workspace.pages.currentWidget() is small.page(page_order.REVIEW)
    assert small.session.checklist is before
    assert small.session.evaluation is result
    assert small.session.checklist.instrument.version == "1.0.0"


def test_with_nothing_to_compare_with_the_page_says_what_to_do(
    window: MainWindow, way: Walkthrough
) -> None:
    page = opened(window)
    assert not page.cards
    assert "No other version or instrument is installed" in page.text()
    page.add_asked.emit()
    assert isinstance(window.workspace.pages.currentWidget(), AddInstrumentPage)


def test_without_a_checklist_the_window_says_so(window: MainWindow) -> None:
    window.asides.open_compare()
    assert window.workspace.pages.currentWidget() is window.start
    assert "No checklist is open here" in window.messages.label.text()


def test_one_that_was_damaged_meanwhile_is_refused_in_words(
    window: MainWindow, small: Walkthrough
) -> None:
    page = opened(window)
    (own_instruments() / "other_list" / "1.0.0" / "rules.json").write_text("{", encoding="utf-8")
    page.cards["other_list", "1.0.0"].button.click()
    assert window.messages.label.text()
    assert page.cards


def test_the_keyboard_compares(window: MainWindow, small: Walkthrough, qtbot: QtBot) -> None:
    keyboard = Keyboard(window, qtbot)
    keyboard.press(KEY.Key_U, CONTROL | SHIFT)
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, ComparePage)
    button = page.cards["small_list", "1.1.0"].button
    keyboard.tab_to(lambda widget: widget is button)
    assert button.accessibleName() == "Compare with this one: A small list 1.1.0"
    keyboard.press(KEY.Key_Space)
    assert WORDS("comparison.direction.lower") in page.text()
    keyboard.press(KEY.Key_PageUp, CONTROL)
    assert window.workspace.pages.currentWidget() is small.page(small.opened)

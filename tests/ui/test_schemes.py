"""The form follows the scheme: ladders, time windows, gates, lists without a score."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from indicator_checker.checklist import JudgedPoints
from indicator_checker.instrument import load
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.page_order import DANGER, REVIEW, page_of_section
from indicator_checker.ui.pages.indicators import IndicatorsPage
from indicator_checker.ui.pages.review import ReviewPage
from indicator_checker.ui.walkthrough import Walkthrough
from indicator_checker.ui.widgets.choice_row import OptionButton
from indicator_checker.ui.widgets.labels import BodyLabel
from indicator_checker.ui.widgets.level_symbols import LevelSymbols
from tests.instruments.test_schemes import SCHEMES, instrument
from tests.ui.keyboard import KEY, Keyboard

OpenScheme = Callable[[str], Walkthrough]


@pytest.fixture
def open_scheme(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> OpenScheme:
    """Opens a new checklist with one of the schemes of the tests."""

    def open_one(scheme: str) -> Walkthrough:
        monkeypatch.setattr(load, "load_instrument", lambda *_: instrument(scheme))
        window.begin_checklist()
        assert window.way is not None
        return window.way

    return open_one


@pytest.fixture
def keyboard(window: MainWindow, qtbot: QtBot) -> Keyboard:
    return Keyboard(window, qtbot)


def signs_page(way: Walkthrough, section: str) -> IndicatorsPage:
    way.open_page(page_of_section(section))
    QApplication.processEvents()
    return cast("IndicatorsPage", way.page(page_of_section(section)))


def said(part: QWidget) -> str:
    """Everything that shows in a part of the window."""
    labels = part.findChildren(BodyLabel)
    return "\n".join(label.words() for label in labels if label.isVisible())


def panel(way: Walkthrough) -> str:
    way.show_result()
    return way.panel.text()


def rail(way: Walkthrough, section: str) -> str:
    return way.rail.sections.state_of(page_of_section(section))


def test_a_ladder_is_climbed_by_keyboard_and_says_its_points(
    open_scheme: OpenScheme, keyboard: Keyboard
) -> None:
    way = open_scheme("ladders_with_disclosure")
    page = signs_page(way, "ladders")
    row = page.rows["missing"]
    assert row.choice.value() == ""
    assert [b.accessibleName() for b in row.choice.buttons.values()] == [
        "Step 0 (0 points)",
        "Step 1 (1 point)",
        *(f"Step {n} ({n} points)" for n in range(2, 6)),
        "Not known",
    ]
    for _rung in range(3):
        keyboard.press(KEY.Key_Down)
    keyboard.press(KEY.Key_Space)
    assert way.session.checklist.answers["missing"].value == "rung_3"
    keyboard.type("5")
    assert way.session.checklist.answers["missing"].value == "rung_5"
    assert row.form() is not None
    assert "Level 1 of 3" in panel(way)
    page.rows["education"].choice.take_focus()
    keyboard.type("4")
    assert "Level 2 of 3" in panel(way)
    assert "“All ladders” is 9" in panel(way)
    keyboard.press(KEY.Key_Delete)
    assert "education" not in way.session.checklist.answers


def test_after_a_disclosure_the_person_may_stop(
    open_scheme: OpenScheme, keyboard: Keyboard
) -> None:
    way = open_scheme("ladders_with_disclosure")
    page = signs_page(way, "told")
    assert page.stop_notice.isHidden()
    keyboard.type("y")
    assert "You may stop here: The child told" in said(page)
    assert "You may stop here" in panel(way)
    assert "Top: tell police and social care" in panel(way)


def test_time_windows_are_columns_that_count_alone_and_together(
    open_scheme: OpenScheme, keyboard: Keyboard
) -> None:
    way = open_scheme("seraf")
    page = signs_page(way, "significant")
    row, answers = page.rows["significant_1"], way.session.checklist.answers
    now = "Significant: now or in the past 6 months (5 points)"
    assert now in said(row)
    assert row.choice.buttons["now"].accessibleName() == f"Seen: {now}"
    assert "significant_1" not in answers
    expected = (("now", "now"), ("earlier", "both"), ("now", "earlier"))
    for window, recorded in expected:
        row.choice.buttons[window].setFocus()
        keyboard.press(KEY.Key_Space)
        assert way.session.checklist.answers["significant_1"].value == recorded
        ticked = {name for name, button in row.choice.buttons.items() if button.isChecked()}
        assert ticked == ({"now", "earlier"} if recorded == "both" else {recorded})
    row.choice.buttons["earlier"].setFocus()
    keyboard.press(KEY.Key_Return)
    assert "significant_1" not in way.session.checklist.answers
    keyboard.type("n")
    assert way.session.checklist.answers["significant_1"].value == "no"
    keyboard.press(KEY.Key_Delete)
    for sign in ("significant_1", "significant_2"):
        page.rows[sign].choice.choose("now")
    page.rows["significant_2"].choice.choose("earlier")
    assert "“All points” is 11" in panel(way)
    assert "Level 3 of 4" in panel(way)


def test_levels_of_one_step_are_told_apart_by_place_and_title(open_scheme: OpenScheme) -> None:
    way = open_scheme("seraf")
    page = signs_page(way, "significant")
    said_at: dict[str, str] = {}
    for number in range(1, 5):
        page.rows[f"significant_{number}"].choice.choose("now")
        symbols = way.panel.findChild(LevelSymbols)
        assert symbols is not None
        way.show_result()
        said_at[symbols.accessibleName()] = symbols.step()
    assert said_at == {
        "Level 1 of 4: Category 1: 0 to 5 points. Worried? Tell someone today.": "keep_noticing",
        "Level 2 of 4: Category 2: 6 to 10 points": "talk",
        "Level 3 of 4: Category 3: 11 to 15 points": "report_today",
        "Level 4 of 4: Category 4: 16 points or more": "report_today",
    }


def test_a_part_behind_a_gate_is_not_needed_until_something_opens_it(
    open_scheme: OpenScheme, keyboard: Keyboard
) -> None:
    way = open_scheme("missouri_gate")
    assert rail(way, "part_two") == "not needed"
    page = signs_page(way, "part_two")
    assert "Not needed because nothing in part 1 was seen." in said(page)
    assert "It is needed if at least 1 sign from “Part 1” is seen or possible." in said(page)
    assert all(row.isHidden() for row in page.rows.values())
    signs_page(way, "part_one")
    keyboard.type("y")
    assert rail(way, "part_two") == "not looked at"
    page = signs_page(way, "part_two")
    assert page.skipped_notice.isHidden()
    page.rows["part_two_3"].choice.choose("yes")
    assert "Something has to happen within 24 hours." in panel(way)
    way.session.clear_answer("part_one_1")
    assert rail(way, "part_two") == "not needed"
    assert way.session.checklist.answers["part_two_3"].value == "yes"
    assert "24 hours" not in panel(way)
    way.open_page(REVIEW)
    review = said(way.page(REVIEW))
    assert "Hidden, not counted" in review
    assert "Part 2, named trigger, invented sign 3" in review


def test_a_list_without_a_score_says_so_and_danger_still_stands_above_it(
    open_scheme: OpenScheme, keyboard: Keyboard
) -> None:
    way = open_scheme("unscored_matrix")
    page = signs_page(way, "exploitation")
    assert "This part does not count" in said(page)
    assert list(page.rows["exploitation_1"].choice.buttons) == ["yes", "suspected"]
    keyboard.type("?")
    assert way.session.checklist.answers["exploitation_1"].value == "suspected"
    form = page.rows["exploitation_1"].form()
    assert form is not None
    assert form.isVisible()
    assert "This list gives no level" in panel(way)
    assert "What would change it" not in panel(way)
    way.open_page(DANGER)
    keyboard.press(KEY.Key_Space)
    assert way.session.checklist.danger == "yes"
    assert "Act now" in panel(way)


def test_a_profile_is_shown_as_counts(open_scheme: OpenScheme) -> None:
    way = open_scheme("cambridgeshire_profile")
    page = signs_page(way, "parts")
    page.rows["part_1"].choice.choose("high")
    page.rows["part_2"].choice.choose("not_known")
    text = panel(way)
    assert "This list gives no level" in text
    assert "Parts at each level\nHigh\n1\nMedium\n0" in text
    assert rail(way, "parts") == "1 seen, 1 not known"


def test_what_is_not_known_blocks_a_result_where_the_scheme_says_so(
    open_scheme: OpenScheme,
) -> None:
    way = open_scheme("west_yorkshire")
    catalogue = way.session.instrument.catalogue
    sign = next(s for s, o in catalogue.options.items() if any(x.id == "not_known" for x in o))
    way.session.answer(sign, "not_known")
    assert "No result yet" in panel(way)


def test_a_level_that_hangs_on_the_age_is_not_dropped_while_it_is_unknown(
    open_scheme: OpenScheme,
) -> None:
    way = open_scheme("west_yorkshire")
    assert "cannot be ruled out: the age is not known" in panel(way)
    way.session.set_field("age_band", "16_to_17")
    assert "cannot be ruled out" not in panel(way)


def test_notes_that_the_scheme_asks_for_are_named_under_the_sign_and_on_the_review(
    open_scheme: OpenScheme, qtbot: QtBot
) -> None:
    way = open_scheme("gateshead_floors")
    section = way.session.instrument.catalogue.sections[0]
    page = signs_page(way, section.id)
    row = page.rows["area_1"]
    row.choice.choose("rung_1")
    assert row.remark() == "Still to be written down: what was noticed and when."
    way.open_page(REVIEW)
    assert "Still to be written down" in said(way.page(REVIEW))
    page = signs_page(way, section.id)
    form = row.form()
    assert form is not None
    for name in ("note", "when"):
        form.openers[name].click()
        qtbot.keyClicks(form.parts[name].field, "Monday")
    assert row.remark() == ""


def recorded_points(way: Walkthrough) -> tuple[JudgedPoints, ...]:
    points = way.session.checklist.judged_points
    return (points,) if points is not None else ()


def test_points_by_own_judgement_count_only_with_their_reason(
    open_scheme: OpenScheme, qtbot: QtBot
) -> None:
    way = open_scheme("merseyside_cce")
    way.open_page(REVIEW)
    page = cast("ReviewPage", way.page(REVIEW))
    assert page.points is not None
    page.points.choice.row.choose("4")
    assert not recorded_points(way)
    assert "Without it the points do not count." in said(page)
    qtbot.keyClicks(page.points.reason, "I know")
    assert recorded_points(way) == (JudgedPoints(4, "I know"),)
    assert "“Overall score with professional judgement” is 4" in panel(way)
    page.points.choice.clear_button.click()
    assert not recorded_points(way)


def test_what_is_for_other_settings_is_not_asked(open_scheme: OpenScheme) -> None:
    way = open_scheme("remaining_words")
    way.session.set_setting("school")
    assert rail(way, "clinic") == "not needed"
    way.session.set_setting("health")
    assert rail(way, "clinic") == "not looked at"


def shows_all_words(page: QWidget) -> bool:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return all(label.height() >= label.heightForWidth(label.width()) for label in labels)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_form_of_every_scheme_opens_with_nothing_answered_and_no_word_cut_off(
    open_scheme: OpenScheme, window: MainWindow, scheme: str, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    way = open_scheme(scheme)
    sections = [s.id for s in instrument(scheme).catalogue.sections if not s.immediate]
    for name in (DANGER, *map(page_of_section, sections), REVIEW):
        way.open_page(name)
        QApplication.processEvents()
        page = way.page(name)
        buttons = [b for b in page.findChildren(OptionButton) if b.isVisible()]
        assert not [b.text() for b in buttons if b.isChecked()]
        assert all(b.accessibleName() and b.accessibleDescription() for b in buttons)
        # The layout settles over a few turns of the event loop.
        qtbot.waitUntil(partial(shows_all_words, page))
    assert not way.session.checklist.answers

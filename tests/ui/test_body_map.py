from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from indicator_checker.body_map import View, area_at, areas
from indicator_checker.checklist import BodyMark
from indicator_checker.ui import page_order
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.pages.record import RecordPage
from indicator_checker.ui.pages.review import ReviewPage
from indicator_checker.ui.style import apply_text_size
from indicator_checker.ui.walkthrough import Walkthrough
from indicator_checker.ui.widgets.body_map import BodyMap
from indicator_checker.ui.widgets.choice_row import OptionButton
from indicator_checker.ui.widgets.labels import BodyLabel
from tests.ui.keyboard import KEY, Keyboard

Spot = tuple[View, float, float]
ARM: Spot = ("front", 0.26, 0.36)
BACK: Spot = ("back", 0.45, 0.3)
LEG: Spot = ("front", 0.6, 0.7)


@pytest.fixture
def page(way: Walkthrough) -> RecordPage:
    """The record page with the body map unfolded."""
    way.open_page(page_order.RECORD)
    page = way.page(page_order.RECORD)
    assert isinstance(page, RecordPage)
    page.focus_item(page_order.BODY_MARKS)
    QApplication.processEvents()
    return page


def click(body: BodyMap, qtbot: QtBot, spot: Spot) -> None:
    point = body.canvas.point_of(*spot).toPoint()
    qtbot.mouseClick(body.canvas, Qt.MouseButton.LeftButton, pos=point)


def recorded(way: Walkthrough) -> tuple[BodyMark, ...]:
    return way.session.checklist.body_marks


def shown(widget: QWidget) -> str:
    QApplication.processEvents()
    labels = widget.findChildren(BodyLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def test_a_click_puts_a_numbered_mark_and_the_note_is_kept(
    page: RecordPage, way: Walkthrough, window: MainWindow, qtbot: QtBot
) -> None:
    body = page.body_map
    click(body, qtbot, ARM)
    Keyboard(window, qtbot).type("Red and round")
    click(body, qtbot, BACK)
    (arm, back) = recorded(way)
    assert (arm.view, back.view) == ("front", "back")
    assert (arm.x, arm.y) == pytest.approx(ARM[1:], abs=0.01)
    assert (arm.note, back.note) == ("Red and round", "")
    assert "Mark 1. Front: right upper arm" in shown(body)
    assert "Mark 2. Back: upper back" in shown(body)
    assert body.canvas.chosen() == 1


def test_a_click_on_a_mark_goes_to_its_note_and_puts_no_other(
    page: RecordPage, way: Walkthrough, qtbot: QtBot
) -> None:
    body = page.body_map
    for spot in (ARM, BACK):
        click(body, qtbot, spot)
    click(body, qtbot, ARM)
    assert len(recorded(way)) == 2
    assert body.rows[0].note.hasFocus()
    assert body.canvas.chosen() == 0


def test_a_click_beside_the_outline_puts_nothing_and_says_so(
    page: RecordPage, way: Walkthrough, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.body_map.canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert recorded(way) == ()
    assert "beside the outline, so no mark was put" in shown(page.body_map)


def test_everything_works_with_the_keyboard_alone(
    page: RecordPage, way: Walkthrough, window: MainWindow, qtbot: QtBot
) -> None:
    keyboard, body = Keyboard(window, qtbot), page.body_map
    keyboard.tab_to(lambda widget: widget is body.by_name.button)
    keyboard.press(KEY.Key_Space)
    keyboard.tab_to(lambda widget: widget is body.form.view.tab_stop())
    keyboard.press(KEY.Key_Right)
    keyboard.press(KEY.Key_Space)
    area = body.form.areas["back"]
    keyboard.tab_to(lambda widget: widget is area.tab_stop())
    for _step in range(areas("back").index("left_hand")):
        keyboard.press(KEY.Key_Right)
    keyboard.press(KEY.Key_Space)
    keyboard.tab_to(lambda widget: widget is body.form.add_button)
    keyboard.press(KEY.Key_Space)
    assert body.rows[0].note.hasFocus()
    keyboard.type("Swollen")
    (mark,) = recorded(way)
    assert area_at(mark.view, mark.x, mark.y) == "left_hand"
    assert (mark.view, mark.note) == ("back", "Swollen")
    keyboard.tab_to(lambda widget: widget is body.rows[0].remove_button)
    keyboard.press(KEY.Key_Space)
    assert recorded(way) == ()
    assert body.message.way_out.hasFocus()
    keyboard.press(KEY.Key_Space)
    assert recorded(way) == (mark,)


def test_nothing_is_chosen_beforehand_and_what_is_missing_is_said(
    page: RecordPage, way: Walkthrough
) -> None:
    form = page.body_map.form
    page.body_map.by_name.open()
    assert form.view.value() == ""
    form.add_button.click()
    assert "Choose front or back first." in shown(form)
    form.view.choose("front")
    form.add_button.click()
    assert "Choose where on the body." in shown(form)
    assert recorded(way) == ()
    form.areas["front"].choose("head")
    form.add_button.click()
    assert len(recorded(way)) == 1
    assert form.view.value() == ""


def test_removing_a_mark_keeps_the_notes_of_the_others_and_can_be_undone(
    page: RecordPage, way: Walkthrough, qtbot: QtBot
) -> None:
    body = page.body_map
    for number, spot in enumerate((ARM, BACK, LEG), start=1):
        click(body, qtbot, spot)
        body.rows[-1].note.setPlainText(f"Note {number}")
    before = recorded(way)
    body.rows[1].remove_button.click()
    assert [mark.note for mark in recorded(way)] == ["Note 1", "Note 3"]
    assert [row.note.toPlainText() for row in body.rows] == ["Note 1", "Note 3"]
    body.rows[0].note.setPlainText("Changed since")
    body.message.way_out.click()
    assert [mark.note for mark in recorded(way)] == ["Changed since", "Note 2", "Note 3"]
    assert recorded(way)[1:] == before[1:]


def test_every_control_of_the_body_map_says_what_it_is(page: RecordPage, qtbot: QtBot) -> None:
    body = page.body_map
    click(body, qtbot, ARM)
    body.rows[0].note.setPlainText("Red")
    body.by_name.open()
    body.form.view.choose("front")
    controls = [w for w in body.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    silent = [
        type(w).__name__
        for w in controls
        if w.isVisible() and not (w.accessibleName() or w.property("text"))
    ]
    assert silent == []
    row = body.rows[0]
    title = "Mark 1. Front: right upper arm"
    assert title in row.note.accessibleName()
    assert title in row.remove_button.accessibleName()
    assert row.note.accessibleDescription()
    spoken = body.canvas.accessibleDescription()
    assert "with 1 mark." in spoken
    assert "Mark 1. Front: right upper arm. Note: Red" in spoken
    options = body.form.areas["front"].findChildren(OptionButton)
    assert all("child's own" in option.accessibleDescription() for option in options)


def test_the_page_says_not_to_undress_and_not_to_photograph(page: RecordPage) -> None:
    words = shown(page.body_map)
    assert "Do not undress the child. School staff take no photographs." in words
    assert "Draw only what you saw anyway." in words


def test_the_body_map_is_folded_until_it_is_asked_for(way: Walkthrough) -> None:
    way.open_page(page_order.RECORD)
    page = way.page(page_order.RECORD)
    assert isinstance(page, RecordPage)
    assert not page.body_map.canvas.isVisible()
    assert not page.body_map.fold.is_open()


def test_marks_are_counted_shown_for_review_and_found_again(
    page: RecordPage, way: Walkthrough, qtbot: QtBot
) -> None:
    click(page.body_map, qtbot, ARM)
    click(page.body_map, qtbot, LEG)
    fold = page.groups["circumstances"].fold_button
    assert fold is not None
    assert "(filled in: 1)" in fold.accessibleName()
    assert "(marks: 2)" in page.body_map.fold.button.accessibleName()
    way.open_page(page_order.REVIEW)
    review = way.page(page_order.REVIEW)
    assert isinstance(review, ReviewPage)
    assert "Mark 2. Front: left upper leg." in shown(review)
    review.changes[page_order.RECORD, page_order.BODY_MARKS].click()
    assert way.opened == page_order.RECORD
    assert page.body_map.rows[0].note.hasFocus()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_nothing_of_the_body_map_is_cut_in_a_small_window(
    page: RecordPage, window: MainWindow, qtbot: QtBot, qapp: QApplication, factor: float
) -> None:
    apply_text_size(qapp, factor)
    window.resize(window.minimumSize())
    page.body_map.by_name.open()
    page.body_map.form.view.choose("back")
    qapp.processEvents()
    click(page.body_map, qtbot, LEG)
    qapp.processEvents()
    width = page.viewport().width()
    for widget in page.body_map.findChildren(QWidget):
        if widget.isVisible():
            left = widget.mapTo(page.viewport(), QPoint(0, 0)).x()
            assert left >= 0
            assert left + widget.width() <= width
            assert widget.width() >= min(widget.minimumSizeHint().width(), width)
    figure = page.body_map.canvas.figure()
    assert figure is not None
    high = figure.height * page.body_map.canvas.pixels_per_point()
    assert page.body_map.canvas.height() >= high

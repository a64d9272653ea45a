"""The pages beside the way, for people who use a keyboard, a screen reader or large letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from indicator_checker.shelf import add_instrument
from indicator_checker.ui import page_order
from indicator_checker.ui.focus_order import focus_stops
from indicator_checker.ui.folder_question import FolderQuestion
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.pages.add_instrument import AddInstrumentPage
from indicator_checker.ui.pages.compare import ComparePage
from indicator_checker.ui.pages.danger import DangerPage
from indicator_checker.ui.pages.practise import PractisePage
from indicator_checker.ui.style import apply_text_size
from indicator_checker.ui.walkthrough import Walkthrough
from indicator_checker.ui.widgets.page import Page
from tests.core.small_instrument import Files, write_instrument

QYIT = Path(__file__).parent.parent / "instruments" / "qyit"
SHAPES = {"small": (1024, 700, 1.0), "wide": (1366, 768, 1.0), "large text": (1024, 700, 2.0)}


def broken(folder: Path) -> Path:
    def break_it(files: Files) -> None:
        files["rules.json"]["rules"][1]["level"] = "hihg"
        files["rules.json"]["rules"][1]["sources"] = ["NONE"]

    return write_instrument(folder / "broken", break_it)


def in_front(window: MainWindow) -> Page:
    page = window.workspace.pages.currentWidget()
    assert isinstance(page, Page)
    return page


def open_cases(window: MainWindow, _folder: Path) -> None:
    window.open_practise()


def open_case(window: MainWindow, page: str) -> None:
    window.open_practise()
    cases = in_front(window)
    assert isinstance(cases, PractisePage)
    next(iter(cases.buttons.values())).click()
    assert window.front is not None
    window.front.open_page(page)


def open_story(window: MainWindow, _folder: Path) -> None:
    open_case(window, page_order.STORY)


def open_danger_with_the_story(window: MainWindow, _folder: Path) -> None:
    open_case(window, page_order.DANGER)
    window.band.story_button.setChecked(True)


def open_reading(window: MainWindow, _folder: Path) -> None:
    open_case(window, page_order.READING)


def open_list(window: MainWindow, _folder: Path) -> None:
    add_instrument(QYIT)
    window.asides.open_instruments()


def open_add(window: MainWindow, _folder: Path) -> None:
    window.asides.open_add()


def choose(window: MainWindow, folder: Path) -> AddInstrumentPage:
    window.asides.open_add()
    page = in_front(window)
    assert isinstance(page, AddInstrumentPage)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FolderQuestion, "ask", lambda _parent: folder)
        page.folder_button.click()
    return page


def open_offer(window: MainWindow, _folder: Path) -> None:
    choose(window, QYIT)


def open_added(window: MainWindow, _folder: Path) -> None:
    page = choose(window, QYIT)
    assert page.add_button is not None
    page.add_button.click()


def open_refusal(window: MainWindow, folder: Path) -> None:
    choose(window, broken(folder))


def open_compare(window: MainWindow, _folder: Path) -> None:
    add_instrument(QYIT)
    window.asides.open_compare()


def open_comparison(window: MainWindow, folder: Path) -> None:
    open_compare(window, folder)
    page = in_front(window)
    assert isinstance(page, ComparePage)
    page.cards["qyit", "1.0.0"].button.click()


Opener = Callable[[MainWindow, Path], None]
OPENERS: dict[str, Opener] = {
    opener.__name__.removeprefix("open_"): opener
    for opener in (
        open_cases,
        open_story,
        open_danger_with_the_story,
        open_reading,
        open_list,
        open_add,
        open_offer,
        open_added,
        open_refusal,
        open_compare,
        open_comparison,
    )
}


def settle() -> None:
    for _round in range(5):
        QApplication.processEvents()


@pytest.fixture(autouse=True)
def screen_reader() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(params=OPENERS)
def page(
    request: pytest.FixtureRequest, window: MainWindow, way: Walkthrough, tmp_path: Path
) -> Page:
    """Each page in turn, over a checklist with answers."""
    way.session.answer("sudden_change", "seen")
    OPENERS[request.param](window, tmp_path)
    settle()
    return in_front(window)


def accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def test_every_control_has_a_name_of_its_own(window: MainWindow, page: Page) -> None:
    said = [
        (stop.accessibleName() or accessible_name(stop), stop.accessibleDescription())
        for area in (window.band, page)
        for stop in focus_stops(area)
    ]
    assert said
    assert all(name.strip() for name, _ in said)
    assert not {pair for pair in said if said.count(pair) > 1}


def test_tab_goes_in_reading_order(window: MainWindow, page: Page) -> None:
    inner = page.widget()
    assert inner is not None
    places = [stop.mapTo(inner, QPoint(0, 0)) for stop in focus_stops(inner)]
    assert not [
        (before, after)
        for before, after in pairwise(places)
        if after.y() < before.y() - 40 and after.x() <= before.x()
    ]


def too_small(root: QWidget) -> list[str]:
    """Labels and buttons that have less room than their words need, or stick out."""
    found = []
    for part in root.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QAbstractButton):
            continue
        if not part.text():
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            fits = part.height() >= part.heightForWidth(part.width())
            fits = fits and part.width() >= part.minimumSizeHint().width()
        else:
            hint = part.sizeHint()
            fits = part.width() >= hint.width() and part.height() >= hint.height()
        parent = part.parentWidget()
        inside = parent is None or parent.rect().contains(part.geometry())
        if not fits or not inside:
            found.append(f"{part.text()[:60]!r}: {part.geometry()}")
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_clipped(window: MainWindow, page: Page, qapp: QApplication, shape: str) -> None:
    width, height, text = SHAPES[shape]
    apply_text_size(qapp, text)
    window.resize(width, height)
    settle()
    assert (window.width(), window.height()) == (width, height)
    assert not too_small(window.band)
    # The rows of signs are the same as in a real checklist, and tested there.
    assert isinstance(page, DangerPage) or not too_small(page)


def test_each_page_leads_back_to_a_checklist_that_is_as_it_was(
    window: MainWindow, way: Walkthrough, page: Page
) -> None:
    before = way.session.checklist
    window.open_start()
    window.go_on()
    assert in_front(window) is way.page(page_order.ABOUT)
    assert way.session.checklist is before

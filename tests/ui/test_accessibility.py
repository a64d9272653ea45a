"""Every page, for people who use a keyboard, a screen reader or large letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from indicator_checker.checklist import Observation
from indicator_checker.ui import page_order
from indicator_checker.ui.focus_order import focus_stops
from indicator_checker.ui.main_window import MainWindow
from indicator_checker.ui.style import apply_text_size
from indicator_checker.ui.walkthrough import Walkthrough
from indicator_checker.ui.widgets.field_group import FieldGroupForm
from indicator_checker.ui.widgets.labels import BodyLabel
from indicator_checker.ui.widgets.page import Page
from tests.ui.invented import INSTRUMENT

PAGES = [place.id for place in page_order.page_order(INSTRUMENT.catalogue)]
SHAPES = {"small": (1024, 700, 1.0), "wide": (1366, 768, 1.0), "large text": (1024, 700, 2.0)}


def fill_in(way: Walkthrough) -> None:
    """Answers with words under them, so that everything that can unfold does."""
    observation = Observation("1", "saw", "3 May", "by the gate", "he checks my phone")
    for section in INSTRUMENT.catalogue.sections:
        first, second = section.indicators[:2]
        way.session.answer(first.id, "seen")
        way.session.observe(first.id, observation)
        way.session.answer(second.id, "not_sure")
    way.session.set_danger("yes")
    way.session.set_field("age_band", "adult")
    way.session.set_other_place("GB", "GB-ENG")


def opened(way: Walkthrough, page: str) -> Page:
    way.open_page(page)
    found = way.page(page)
    for group in found.findChildren(FieldGroupForm):
        if group.fold_button is not None:
            group.fold_button.setChecked(True)
    settle()
    return found


def settle() -> None:
    for _round in range(5):
        QApplication.processEvents()


def accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def has_label(widget: QWidget) -> bool:
    """Whether a visible label names the widget: a combo box's own name is its value on Linux."""
    window = widget.window()
    return any(label.buddy() is widget for label in window.findChildren(QLabel))


@pytest.fixture(autouse=True)
def screen_reader() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_every_control_has_a_name(window: MainWindow, way: Walkthrough) -> None:
    fill_in(way)
    for page in PAGES:
        opened(way, page)
        stops = list(focus_stops(window))
        assert len(stops) > 5
        nameless = [
            f"{type(stop).__name__} in {type(stop.parentWidget()).__name__}"
            for stop in stops
            if not (has_label(stop) if isinstance(stop, QComboBox) else accessible_name(stop))
        ]
        assert not nameless, page


def test_every_control_of_the_start_page_has_a_name(window: MainWindow) -> None:
    window.start.place_chosen.emit("GB", "")
    for stop in focus_stops(window):
        assert has_label(stop) if isinstance(stop, QComboBox) else accessible_name(stop)


def test_no_two_controls_of_a_page_sound_the_same(way: Walkthrough) -> None:
    fill_in(way)
    # Two places show some channels twice, each under the heading of its place.
    way.session.set_other_place("", "")
    for page in PAGES:
        said = [
            (stop.accessibleName() or accessible_name(stop), stop.accessibleDescription())
            for stop in focus_stops(opened(way, page))
        ]
        assert not {pair for pair in said if said.count(pair) > 1}, page


def test_tab_goes_in_reading_order(way: Walkthrough) -> None:
    fill_in(way)
    for page in PAGES:
        inner = opened(way, page).widget()
        assert inner is not None
        places = [stop.mapTo(inner, QPoint(0, 0)) for stop in focus_stops(inner)]
        out_of_order = [
            (before, after)
            for before, after in pairwise(places)
            # A stop may stand right of the one before, on the same line or a little higher.
            if after.y() < before.y() - 40 and after.x() <= before.x()
        ]
        assert not out_of_order, page


def test_tab_reaches_every_stop_and_comes_round(window: MainWindow, way: Walkthrough) -> None:
    for page in PAGES:
        opened(way, page)
        stops = list(focus_stops(window))
        stops[0].setFocus()
        visited = []
        for _stop in stops:
            visited.append(QApplication.focusWidget())
            window.focusNextPrevChild(True)
        assert visited == stops, page
        assert QApplication.focusWidget() is stops[0]
        window.focusNextPrevChild(False)
        assert QApplication.focusWidget() is stops[-1]


def clipped(root: QWidget) -> list[str]:
    """Labels and buttons that have less room than their words need."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        needed = max(needed, 0 if label.wordWrap() else label.sizeHint().height())
        too_wide = label.minimumSizeHint().width() > label.width()
        if label.height() < needed or too_wide:
            found.append(f"{label.text()[:40]!r}: {label.size()} for {needed}")
    for button in root.findChildren(QAbstractButton):
        hint = button.sizeHint()
        fits = button.width() >= hint.width() and button.height() >= hint.height()
        if button.isVisible() and button.text() and not fits:
            found.append(f"{button.text()!r}: {button.size()} for {hint}")
    return found


def outside(root: QWidget) -> list[str]:
    """Visible parts that stick out of the part they stand in, at the right or at the bottom."""
    found = []
    for child in root.findChildren(QWidget):
        parent = child.parentWidget()
        if (
            not child.isVisible()
            or parent is None
            or not isinstance(child, QLabel | QAbstractButton)
        ):
            continue
        if child.geometry().right() > parent.width() or child.geometry().bottom() > parent.height():
            found.append(f"{type(child).__name__} {child.geometry()} in {parent.size()}")
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_clipped(
    window: MainWindow, way: Walkthrough, qapp: QApplication, shape: str
) -> None:
    width, height, text = SHAPES[shape]
    fill_in(way)
    apply_text_size(qapp, text)
    window.resize(width, height)
    open_page = {"start": window.open_start, "method": window.open_method}
    for page in ("start", "method", *PAGES):
        if page in open_page:
            open_page[page]()
        else:
            opened(way, page)
        settle()
        assert (window.width(), window.height()) == (width, height), page
        assert not clipped(window), page
        assert not outside(window), page


def test_the_page_keeps_its_readable_width(window: MainWindow, way: Walkthrough) -> None:
    window.resize(1900, 900)
    page = opened(way, page_order.RECORD)
    settle()
    widest = max(label.width() for label in page.findChildren(BodyLabel) if label.isVisible())
    assert widest <= 760


def test_no_page_scrolls_sideways(window: MainWindow, way: Walkthrough) -> None:
    window.resize(1024, 700)
    fill_in(way)
    for page in PAGES:
        found = opened(way, page)
        inner = found.widget()
        assert inner is not None
        assert inner.width() <= found.viewport().width(), page
        assert found.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff

"""The coordinator: header, start page, the open checklist, *Hide now*, closing."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from indicator_checker.errors import IndicatorCheckerError
from indicator_checker.text import Words
from indicator_checker.ui import places
from indicator_checker.ui.asides import Asides
from indicator_checker.ui.focus_order import focus_stops, next_stop
from indicator_checker.ui.hide import Cover
from indicator_checker.ui.menus import build_menus
from indicator_checker.ui.pages.start import StartPage
from indicator_checker.ui.preferences import Preferences
from indicator_checker.ui.record_lines import show_record_lines
from indicator_checker.ui.widgets.header import Header
from indicator_checker.ui.widgets.message_bar import MessageBar
from indicator_checker.ui.widgets.page import Page
from indicator_checker.ui.widgets.practice_band import PracticeBand
from indicator_checker.ui.workspace import Workspace

if TYPE_CHECKING:
    from indicator_checker.instrument.load import Instrument
    from indicator_checker.ui.practising import Practising
    from indicator_checker.ui.walkthrough import Walkthrough

SMALLEST = (1024, 700)
FIRST_SIZE = (1280, 820)


class MainWindow(QMainWindow):
    """The window. It knows all pages; no page knows another.

    Attributes:
        preferences: The settings of this computer.
        words: Sentences that do not belong to the window itself.
        way: The open checklist with its pages, or ``None`` before the first one.
        front: The way that is in front: the checklist, a practise case, or ``None`` on the start
            page and on the list of cases.
        knows_regions: Whether the models are loaded, which happens after the first paint.
    """

    def __init__(self, preferences: Preferences, words: Words) -> None:
        """Build the frame and the start page; everything else comes when it is needed."""
        super().__init__()
        self.preferences = preferences
        self.words = words
        self.way: Walkthrough | None = None
        self.front: Walkthrough | None = None
        self._practising: Practising | None = None
        self._is_painted = False
        self.knows_regions = False
        self.header = Header()
        self.messages = MessageBar()
        self.workspace = Workspace()
        self.cover = Cover()
        self.band = PracticeBand()
        self.start = StartPage(places.countries())
        self.asides = Asides(self)
        self._ground: Page = self.start
        self._layers = QStackedWidget()
        self._build()
        self._wire()
        self.open_start()

    def begin_checklist(self) -> None:
        """Begin a new checklist; asks first if one with answers is open."""
        from indicator_checker.ui.questions import NewQuestion

        if not self._has_answers() or NewQuestion.ask(self):
            self._begin()

    def begin_with(self, instrument_id: str, version: str) -> None:
        """Begin a checklist with another instrument; answers are never changed to fit it."""
        from indicator_checker.ui.questions import ChangeInstrumentQuestion

        if not self._has_answers() or ChangeInstrumentQuestion.ask(self):
            self._begin(instrument_id, version)

    def go_on(self) -> None:
        """Go back from the start page to the open checklist."""
        if self.way is not None:
            self.way.open_page(self.way.opened)

    def open_start(self) -> None:
        """Open the start page; an open checklist stays."""
        self.start.show_open_checklist(self.way is not None)
        self.show_ground(self.start)

    def open_practise(self) -> None:
        """Open the invented cases; an open checklist stays as it is."""
        try:
            self._practise().open_cases()
        except IndicatorCheckerError as error:
            self.show_error(error)

    def open_method(self) -> None:
        """Open *How this works*: all rules and sources."""
        self.asides.open_method()

    def open_neighbour(self, steps: int) -> None:
        """Open the next or the previous page."""
        if self.asides.is_open():
            self.asides.leave()
        elif self.front is not None:
            self.front.open_neighbour(steps)
        elif self._ground is not self.start:
            self.open_start()
        elif steps > 0:
            self.go_on()

    def return_to_ground(self) -> None:
        """Show what lies under the pages beside the way."""
        if self.front is not None:
            self.front.open_page(self.front.opened)
        elif self._ground is self.start:
            self.open_start()
        else:
            self.open_practise()

    def show_ground(self, page: Page) -> None:
        """Bring a page to the front that belongs to no checklist."""
        self.front = None
        self._ground = page
        self.asides.forget()
        self.show_page(page)

    def show_page(self, page: Page, focus: bool = True) -> None:
        """Bring a page to the front, beside rail and panel if a checklist is in front."""
        self.workspace.show_page(page)
        self.workspace.show_sides(self.front is not None)
        self.show_record_lines()
        if focus:
            self._focus_first(page)
            page.scroll_to_top()

    def show_way(self, way: Walkthrough, page: Page, focus: bool) -> None:
        """Bring a page of a checklist to the front, with its rail and its panel."""
        self.front = way
        self.asides.forget()
        self.workspace.use_sides(way.rail, way.panel)
        self.show_page(page, focus)

    def show_record_lines(self) -> None:
        """Show in header and band what holds for the way in front, or for the start page."""
        show_record_lines(self)

    def hide_now(self) -> None:
        """Cover the window at once; nothing is lost."""
        for _dialog in range(len(QApplication.topLevelWidgets())):
            over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if over is None or over is self:
                break
            over.close()
        self.menuBar().hide()
        self._layers.setCurrentWidget(self.cover)
        self.showMinimized()

    def show_again(self) -> None:
        """Take the cover away."""
        self.menuBar().show()
        self._layers.setCurrentIndex(0)
        self._focus_first(self.workspace.pages.currentWidget())

    def is_hidden_now(self) -> bool:
        """Whether the cover shows."""
        return self._layers.currentWidget() is self.cover

    def focus_area(self, steps: int) -> None:
        """Go round rail, page and panel."""
        areas = self.workspace.areas()
        focused = self.focusWidget()
        inside = [focused is not None and area.isAncestorOf(focused) for area in areas]
        place = inside.index(True) if True in inside else -steps
        self._focus_first(areas[(place + steps) % len(areas)])

    def focus_search(self) -> None:
        """Go to the search field."""
        rail = self.workspace.rail
        if rail is not None and rail.isVisible():
            rail.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_about(self) -> None:
        """Show version and licences."""
        from indicator_checker.ui.about_program import AboutProgram

        AboutProgram.ask(self)

    def show_error(self, error: IndicatorCheckerError) -> None:
        """Say what happened, what is safe and what to do."""
        self.messages.show_message(self.words.error(error))

    def _build(self) -> None:
        # Neutral on purpose: whoever passes by reads the title.
        self.setWindowTitle(self.tr("Checklist"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*(self.preferences.settings.window or FIRST_SIZE))
        work = QWidget()
        layout = QVBoxLayout(work)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self.messages.setObjectName("under-header")
        layout.addWidget(self.messages)
        layout.addWidget(self.band)
        layout.addWidget(self.workspace, 1)
        self._layers.addWidget(work)
        self._layers.addWidget(self.cover)
        self.setCentralWidget(self._layers)
        build_menus(self)

    def _wire(self) -> None:
        self.header.hide_asked.connect(self.hide_now)
        self.cover.show_asked.connect(self.show_again)
        self.start.new_checklist_asked.connect(self.begin_checklist)
        self.start.go_on_asked.connect(self.go_on)
        self.start.practise_asked.connect(self.open_practise)
        self.start.place_chosen.connect(self._on_place_chosen)
        self.preferences.not_saved.connect(self.show_error)

    def _begin(self, instrument_id: str = "", version: str = "") -> None:
        """Begin with an instrument, by default the one the program comes with."""
        from indicator_checker.instrument.load import DEFAULT_INSTRUMENT, load_instrument

        try:
            instrument = load_instrument(instrument_id or DEFAULT_INSTRUMENT, version or None)
            self._replace_way(instrument)
        except IndicatorCheckerError as error:
            self.show_error(error)

    def _replace_way(self, instrument: Instrument) -> None:
        from indicator_checker.checklist import Place
        from indicator_checker.ui.session import Session
        from indicator_checker.ui.way_building import build_way, forget_way

        if self.way is not None:
            forget_way(self, self.way)
        settings = self.preferences.settings
        place = Place(settings.country, settings.region) if settings.country else None
        self.way = build_way(self, Session(instrument, place))
        self.way.left.connect(self.open_start)
        self.way.other_instrument_asked.connect(self.asides.open_instruments)
        self.way.open_page(self.way.order[0].id)

    def _practise(self) -> Practising:
        from indicator_checker.ui.practising import Practising

        if self._practising is None:
            self._practising = Practising(self)
        return self._practising

    def _show_start_place(self) -> None:
        settings = self.preferences.settings
        known = places.regions(settings.country) if self.knows_regions else []
        self.start.show_place(settings.country, settings.region, known)
        self.show_record_lines()

    def _on_place_chosen(self, country: str, region: str) -> None:
        self.preferences.set_place(country, region)
        self._show_start_place()

    def _load_models(self) -> None:
        """After the first paint: what would have kept the person waiting before it."""
        from indicator_checker.instrument.load import load_instrument

        gc.enable()
        try:
            load_instrument()
            self.knows_regions = True
            self._show_start_place()
        except IndicatorCheckerError as error:
            self.show_error(error)

    def _has_answers(self) -> bool:
        return self.way is not None and not self.way.session.checklist.is_empty

    def _focus_first(self, area: QWidget | None) -> None:
        stop = area.first_focus() if isinstance(area, Page) else None
        if stop is None and area is not None:
            stop = next(focus_stops(area), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in reading order."""
        stop = next_stop(self._layers, self.focusWidget(), forward=forward)
        if stop is None:
            return False
        tab, back = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
        stop.setFocus(tab if forward else back)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Load the models once the first picture is on the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._load_models)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before answers are lost."""
        from indicator_checker.ui.questions import CloseQuestion

        if self._has_answers() and not CloseQuestion.ask(self):
            event.ignore()
            return
        if not self.isMaximized() and not self.isMinimized():
            self.preferences.set_window_size(self.width(), self.height())
        event.accept()

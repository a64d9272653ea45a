"""Practising: invented cases gone through in a checklist of their own, of which nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from indicator_checker.practise import (
    PractiseCase,
    load_practise_cases,
    practise_instrument,
    start_checklist,
)
from indicator_checker.ui import page_order
from indicator_checker.ui.pages.practise import PractisePage
from indicator_checker.ui.session import Session
from indicator_checker.ui.way_building import build_way, forget_way

if TYPE_CHECKING:
    from indicator_checker.ui.main_window import MainWindow
    from indicator_checker.ui.walkthrough import Walkthrough
    from indicator_checker.ui.widgets.page import Page


class Practising(QObject):
    """Holds the open case apart from the real checklist; leaving it forgets the answers.

    Attributes:
        way: The way through the open case, or ``None``.
        page: The list of cases.
    """

    def __init__(self, window: MainWindow) -> None:
        """Load the cases.

        Raises:
            IndicatorCheckerError: if the cases or their instrument are damaged.
        """
        super().__init__(window)
        self._window = window
        self._instrument = practise_instrument()
        self._cases = {case.id: case for case in load_practise_cases(self._instrument)}
        self._read: set[str] = set()
        self.way: Walkthrough | None = None
        self.page = PractisePage(list(self._cases.values()), window.words)
        self.page.case_chosen.connect(self.open_case)
        self.page.back_asked.connect(self.leave)
        window.band.leave_asked.connect(self.leave)

    def open_cases(self) -> None:
        """Show the list of cases; an open case stays until another one begins."""
        case = self.way.case if self.way is not None else None
        self.page.show_progress(case.id if case else "", self._read)
        self._window.show_ground(self.page)

    def open_case(self, case: str) -> None:
        """Go on with the open case, or begin another one."""
        way = self.way
        if way is not None and way.case is not None and way.case.id == case:
            way.open_page(way.opened)
        else:
            self._begin(self._cases[case])

    def leave(self) -> None:
        """Forget what was answered and go back to the start page."""
        self._window.open_start()
        self._forget()

    def _begin(self, case: PractiseCase) -> None:
        self._forget()
        begun = start_checklist(self._instrument, case)
        self.way = build_way(self._window, Session(self._instrument, None, begun), case)
        self.way.left.connect(self.open_cases)
        self.way.restart_asked.connect(lambda: self._begin(case))
        self.way.page_opened.connect(self._on_page_opened)
        self._window.band.show_story(case.title, case.story)
        self.way.open_page(page_order.STORY)

    def _forget(self) -> None:
        if self.way is not None:
            forget_way(self._window, self.way)
            self.way = None

    def _on_page_opened(self, _page: Page) -> None:
        way = self.way
        if way is not None and way.case is not None and way.opened == page_order.READING:
            self._read.add(way.case.id)

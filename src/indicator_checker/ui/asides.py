"""Pages beside the way, each with a way back: the method, instruments, adding, comparing.

They only read what the open checklist holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from indicator_checker.errors import IndicatorCheckerError

if TYPE_CHECKING:
    from indicator_checker.instrument.load import Instrument
    from indicator_checker.ui.main_window import MainWindow
    from indicator_checker.ui.pages.add_instrument import AddInstrumentPage
    from indicator_checker.ui.pages.compare import ComparePage
    from indicator_checker.ui.widgets.page import Page


class Asides(QObject):
    """Opens such pages one over the other; *Back* closes the one on top."""

    def __init__(self, window: MainWindow) -> None:
        """Begin with none open."""
        super().__init__(window)
        self._window = window
        self._open: list[Page] = []

    def is_open(self) -> bool:
        """Whether such a page shows."""
        return bool(self._open)

    def open_method(self) -> None:
        """Open *How this works*: all rules and sources of the instrument in use."""
        from indicator_checker.ui.pages.method import MethodPage

        try:
            page = MethodPage(self._instrument(), self._window.words)
        except IndicatorCheckerError as error:
            self._window.show_error(error)
            return
        self._show(page)

    def open_instruments(self) -> None:
        """Open the list of installed instruments, to choose one for a checklist."""
        from indicator_checker.shelf import on_shelf
        from indicator_checker.ui.pages.instruments import InstrumentsPage

        real = self._window.way
        in_use = real.session.checklist.instrument if real is not None else None
        page = InstrumentsPage(list(on_shelf()), in_use, self._window.words)
        page.instrument_chosen.connect(self._window.begin_with)
        page.add_asked.connect(self.open_add)
        self._show(page)

    def open_add(self) -> None:
        """Open *Add an instrument*."""
        from indicator_checker.ui.pages.add_instrument import AddInstrumentPage

        page = AddInstrumentPage(self._window.words)
        page.folder_asked.connect(lambda: self._on_folder_asked(page))
        page.add_asked.connect(lambda folder: self._on_add_asked(page, folder))
        page.list_asked.connect(self.open_instruments)
        page.instrument_chosen.connect(self._window.begin_with)
        self._show(page)

    def open_compare(self) -> None:
        """Open the checklist under another version or instrument, side by side."""
        from indicator_checker.shelf import on_shelf
        from indicator_checker.ui.pages.compare import ComparePage

        way = self._window.front
        if way is None:
            words = self.tr("No checklist is open here. Begin one or go on with it, then compare.")
            self._window.messages.show_message(words)
            return
        pin = way.session.checklist.instrument
        others = [
            entry for entry in on_shelf() if (entry.id, entry.version) != (pin.id, pin.version)
        ]
        page = ComparePage(others, self._window.words)
        page.other_chosen.connect(lambda name, number: self._on_other_chosen(page, name, number))
        page.add_asked.connect(self.open_add)
        self._show(page)

    def leave(self) -> None:
        """Close the page on top and show what is under it."""
        if not self._open:
            return
        closed = self._open.pop()
        if self._open:
            self._window.show_page(self._open[-1])
        else:
            self._window.return_to_ground()
        self._window.workspace.remove_page(closed)

    def forget(self) -> None:
        """Close all of them: another page comes to the front."""
        closed, self._open = self._open, []
        for page in closed:
            self._window.workspace.remove_page(page)

    def _show(self, page: Page) -> None:
        # A page of the same kind that lies below comes up anew instead of twice.
        for below in [below for below in self._open if type(below) is type(page)]:
            self._open.remove(below)
            self._window.workspace.remove_page(below)
        page.back_asked.connect(self.leave)
        self._open.append(page)
        self._window.show_page(page)

    def _instrument(self) -> Instrument:
        """The instrument in use, or the one that a new checklist begins with."""
        from indicator_checker.instrument.load import load_instrument

        way = self._window.front or self._window.way
        return way.session.instrument if way is not None else load_instrument()

    def _on_folder_asked(self, page: AddInstrumentPage) -> None:
        # Here and not above: the start page needs no dialog of folders.
        from indicator_checker.ui.folder_question import FolderQuestion

        folder = FolderQuestion.ask(self._window)
        if folder is not None:
            self._look_at(page, folder)

    def _look_at(self, page: AddInstrumentPage, folder: Path) -> None:
        from indicator_checker.instrument.load import InstrumentRefused
        from indicator_checker.shelf import look_at

        try:
            page.show_offer(look_at(folder), folder)
        except InstrumentRefused as refused:
            page.show_refusal(refused, folder)
        except IndicatorCheckerError as error:
            page.show_problem(error, folder)

    def _on_add_asked(self, page: AddInstrumentPage, folder: Path) -> None:
        from indicator_checker.instrument.load import InstrumentRefused
        from indicator_checker.shelf import add_instrument

        try:
            page.show_added(add_instrument(folder))
        except InstrumentRefused as refused:
            # The folder changed since it was looked at.
            page.show_refusal(refused, folder)
        except IndicatorCheckerError as error:
            page.show_problem(error, folder)

    def _on_other_chosen(self, page: ComparePage, instrument_id: str, version: str) -> None:
        from indicator_checker.comparison import side_by_side
        from indicator_checker.instrument.load import load_instrument

        way = self._window.front
        if way is None:
            return
        old = way.session.instrument
        try:
            new = load_instrument(instrument_id, version)
        except IndicatorCheckerError as error:
            self._window.show_error(error)
            return
        page.show_comparison(old, new, side_by_side(way.session.checklist, old, new))

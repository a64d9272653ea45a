"""The left side of the window: search, the pages with their states, and *something else*."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.page import Side
from indicator_checker.ui.widgets.section_list import SectionList
from indicator_checker.ui.widgets.sign_search import Findable, SearchField, SearchResults, find


class Rail(Side):
    """Everything that leads somewhere.

    Signals:
        sign_chosen: Id of an indicator found by search.
        something_else_asked: The person wants to write down another worry.
    """

    sign_chosen = Signal(str)
    something_else_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the rail without pages."""
        super().__init__(parent)
        self.set_edge("right")
        self.setAccessibleName(self.tr("Pages and search"))
        self._signs: Sequence[Findable] = ()
        self.search = SearchField()
        self.sections = SectionList()
        self.results = SearchResults()
        self._lists = QStackedWidget()
        self.something_else = LinkButton(self.tr("Something &else"))
        self.something_else.setAccessibleDescription(
            self.tr("Write down another worry about this child")
        )
        self.something_else.setToolTip(self.something_else.accessibleDescription())
        self._build()
        self.search.textChanged.connect(self._on_search_changed)
        self.search.results_asked.connect(self._on_results_asked)
        self.search.first_asked.connect(self._on_first_asked)
        self.results.sign_chosen.connect(self._on_sign_chosen)
        self.something_else.clicked.connect(self.something_else_asked)

    def show_signs(self, signs: Sequence[Findable]) -> None:
        """Set what can be found."""
        self._signs = signs

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID * 2, 1, GRID)
        layout.setSpacing(GRID)
        head = QVBoxLayout()
        head.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        head.addWidget(self.search)
        layout.addLayout(head)
        self._lists.addWidget(self.sections)
        self._lists.addWidget(self.results)
        layout.addWidget(self._lists, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(GRID + 4, 0, GRID, 0)
        foot.addWidget(self.something_else)
        layout.addLayout(foot)

    def _on_search_changed(self, query: str) -> None:
        searching = bool(query.strip())
        self._lists.setCurrentWidget(self.results if searching else self.sections)
        if searching:
            self.results.show_results(find(self._signs, query))

    def _on_results_asked(self) -> None:
        shown = self.results if self._lists.currentWidget() is self.results else self.sections
        shown.setFocus()

    def _on_first_asked(self) -> None:
        if self._lists.currentWidget() is self.results:
            self.results.open_first()

    def _on_sign_chosen(self, indicator: str) -> None:
        self.search.clear()
        self.sign_chosen.emit(indicator)

"""Rail, page and panel: side by side where there is room, the panel as a strip where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from indicator_checker.ui.style import in_lines
from indicator_checker.ui.widgets.page import Page, Side

if TYPE_CHECKING:
    from indicator_checker.ui.widgets.level_panel import LevelPanel
    from indicator_checker.ui.widgets.rail import Rail

#: Widths in lines of text: about 260, 320 and 1,100 pixels at the ordinary size.
RAIL = 15.5
PANEL = 19
NARROW = 65
#: Whatever the font: some are low, and lines of them would leave the page too narrow.
NARROW_PIXELS = 1_100
#: The rail never takes more than this share of the window, however large the text.
_MOST_RAIL = 0.3


class Workspace(QWidget):
    """The three parts of the window under the header."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the pages; rail and panel come with the first checklist."""
        super().__init__(parent)
        self.pages = QStackedWidget()
        self.rail: Rail | None = None
        self.panel: LevelPanel | None = None
        self._panel_side = Side()
        self._side_layout = QGridLayout(self._panel_side)
        # Room for the hair line.
        self._side_layout.setContentsMargins(1, 1, 0, 0)
        self._compact: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(0, 1)
        self._grid.addWidget(self.pages, 0, 1)

    def use_sides(self, rail: Rail, panel: LevelPanel) -> None:
        """Put rail and panel of a checklist beside its page; those of another step back."""
        if self.rail is rail:
            return
        self._put_sides_back()
        self.rail, self.panel = rail, panel
        self._compact = None
        self._side_layout.addWidget(panel)
        panel.show()
        self._grid.addWidget(rail, 0, 0, 2, 1)
        # Children are read in the order in which they came: rail, page, panel.
        self.pages.raise_()
        self._grid.addWidget(self._panel_side, 0, 2)
        self._panel_side.raise_()
        self.fit_text_size()

    def remove_sides(self, rail: Rail, panel: LevelPanel) -> None:
        """Forget rail and panel of a checklist that is gone."""
        if self.rail is rail:
            self._put_sides_back()
        rail.deleteLater()
        panel.deleteLater()

    def show_sides(self, shown: bool) -> None:
        """Show or hide rail and panel."""
        if self.rail is not None:
            self.rail.setVisible(shown)
            self._panel_side.setVisible(shown)

    def add_page(self, page: Page) -> None:
        """Give a page its place, behind the one that shows."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)

    def show_page(self, page: Page) -> None:
        """Bring a page to the front."""
        self.add_page(page)
        self.pages.setCurrentWidget(page)

    def remove_page(self, page: Page) -> None:
        """Forget a page of a checklist that is gone."""
        self.pages.removeWidget(page)
        page.deleteLater()

    def areas(self) -> list[QWidget]:
        """The parts that F6 goes through, in order."""
        parts = (self.rail, self.pages, self._panel_side)
        return [part for part in parts if part is not None and part.isVisible()]

    def fit_text_size(self) -> None:
        """Choose widths, and between column and strip, for this window and this text."""
        if self.rail is None or self.panel is None:
            return
        most = round(self.width() * _MOST_RAIL)
        self.rail.setFixedWidth(max(160, min(in_lines(RAIL), most)))
        compact = self.width() < max(NARROW_PIXELS, in_lines(NARROW))
        self._panel_side.setMinimumWidth(0 if compact else in_lines(PANEL))
        self._panel_side.setMaximumWidth(16_777_215 if compact else in_lines(PANEL))
        if compact != self._compact:
            self._compact = compact
            self._grid.removeWidget(self._panel_side)
            self._grid.addWidget(self._panel_side, *((1, 1) if compact else (0, 2)))
            self._panel_side.set_edge("top" if compact else "left")
            self.panel.set_compact(compact)

    def _put_sides_back(self) -> None:
        """Take rail and panel out of the window; they stay as they are."""
        if self.rail is None or self.panel is None:
            return
        self._grid.removeWidget(self.rail)
        self._side_layout.removeWidget(self.panel)
        self.rail.hide()
        self.panel.hide()
        self._panel_side.hide()
        self.rail, self.panel = None, None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between column and strip."""
        super().resizeEvent(event)
        self.fit_text_size()

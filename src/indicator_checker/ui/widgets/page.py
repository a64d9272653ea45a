"""What every page is: a column of readable width that scrolls, with its title on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from indicator_checker.ui.style import GRID, in_lines
from indicator_checker.ui.widgets.buttons import LinkButton, PrimaryButton, shown_words
from indicator_checker.ui.widgets.labels import Heading

if TYPE_CHECKING:
    from indicator_checker.checklist import Checklist

#: Width of the text column in lines: about 720 pixels at the ordinary size.
COLUMN_IN_LINES = 42


class Card(QFrame):
    """A sheet of paper on the page."""


class Notice(QFrame):
    """Something that must not be overlooked."""


class Side(QFrame):
    """The ground of rail, header and panel."""

    def set_edge(self, edge: str) -> None:
        """Draw a hair line at one edge: ``top``, ``bottom``, ``left`` or ``right``."""
        self.setProperty("edge", edge)
        self.style().unpolish(self)
        self.style().polish(self)


_Frame = TypeVar("_Frame", bound=QFrame)


def stacked(frame: _Frame, *widgets: QWidget) -> _Frame:
    """Put widgets under each other into a frame, with room around them."""
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
    layout.setSpacing(GRID)
    for widget in widgets:
        layout.addWidget(widget)
    return frame


class Page(QScrollArea):
    """One page of the window.

    Subclasses fill :attr:`column`; the window tells them everything by ``show_…`` methods and
    hears from them by signals named after what the person did.
    """

    continue_asked = Signal()
    back_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Build the empty page with its title."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self._inner = QWidget()
        self.heading = Heading(title)
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID * 2)
        self.column.addWidget(self.heading)
        self.setWidget(self._build_sheet())
        self.fit_text_size()

    def title(self) -> str:
        """The title of the page."""
        return self.heading.words()

    def set_title(self, title: str) -> None:
        """Give the page another title."""
        self.heading.set_words(title)
        self.setAccessibleName(title)

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what is recorded; called whenever the page comes into view."""

    def focus_item(self, item: str) -> None:
        """Bring one line of the page into view and put the focus there."""

    def first_focus(self) -> QWidget | None:
        """Where the focus goes when the page opens; ``None`` for its first control."""
        return None

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so that the whole widget shows, and focus it."""
        self._lay_out()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(widget, GRID * 3, GRID * 6)

    def scroll_to_top(self) -> None:
        """Show the beginning of the page."""
        self.verticalScrollBar().setValue(0)

    def add_footer(self, continue_words: str = "", *, back: bool = True) -> QHBoxLayout:
        """End the page with its primary action at the left and *Back* beside it.

        Args:
            continue_words: What the primary button says; no button if empty.
            back: Whether there is a way back.
        """
        row = QHBoxLayout()
        row.setContentsMargins(0, GRID, 0, 0)
        row.setSpacing(GRID * 2)
        if continue_words:
            self.primary = PrimaryButton(continue_words)
            self.primary.clicked.connect(self.continue_asked)
            row.addWidget(self.primary)
        if back:
            self.back = LinkButton(self.tr("&Back"))
            self.back.clicked.connect(self.back_asked)
            row.addWidget(self.back)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        return row

    def continue_to(self, title: str) -> str:
        """Words for a primary button that leads to the page of this title."""
        return self.tr("&Continue to “{title}”").format(title=shown_words(title))

    def _build_sheet(self) -> QWidget:
        sheet = QWidget()
        layout = QHBoxLayout(sheet)
        layout.setContentsMargins(GRID * 4, GRID * 3, GRID * 4, GRID * 4)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._inner.setSizePolicy(policy)
        # Wrapping text asks for the height of its narrowest form, which would leave a void below;
        # the height that its real width needs is found all the same.
        sheet.setMinimumHeight(1)
        layout.addWidget(self._inner, 1)
        layout.addStretch(0)
        return sheet

    def fit_text_size(self) -> None:
        """Keep the column as wide as so many words when the text grows."""
        self._inner.setMaximumWidth(in_lines(COLUMN_IN_LINES))

    def _lay_out(self) -> None:
        # Rows that were just built have no place yet, and nothing can be scrolled to.
        for widget in (self._inner, self.widget()):
            layout = widget.layout() if widget is not None else None
            if layout is not None:
                layout.activate()

"""The present step in a strip, for windows too narrow for a column beside the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from indicator_checker.ui.style import GRID, in_lines
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.level_symbols import LevelPlace, LevelSymbols

if TYPE_CHECKING:
    from indicator_checker.referral.reasons import LevelWords


#: Narrower than so many lines of text are high, the strip leaves the action to *Show more*: with
#: large text it would take the page's room.
ROOM_FOR_ACTION = 32


class LevelStrip(QWidget):
    """Symbol, title and sentence of the present step, with *Show more*.

    Attributes:
        more: The button that unfolds the rest; checked while it is unfolded.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._symbol = LevelSymbols(self, only_present=True)
        self._title = Heading("", 3, self)
        self._action = BodyLabel("", self)
        self._caution = QuietLabel("", self)
        self.more = QPushButton(self)
        self.more.setCheckable(True)
        about = self.tr("Why this step, and what would change it")
        self.more.setAccessibleDescription(about)
        self.more.toggled.connect(self._on_toggled)
        self._build()
        self._on_toggled(False)

    def show_level(self, level: LevelWords, place: LevelPlace, remarks: Sequence[str]) -> None:
        """Show a level; the remarks say beside it by when, or that little is known yet."""
        self._symbol.show_place(place)
        self._title.setText(level.title)
        self._action.setText(level.action)
        self._caution.setText(" ".join(part for part in (*remarks, level.always[0]) if part))

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._action, self._caution):
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID, GRID * 3, GRID)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def _on_toggled(self, unfolded: bool) -> None:
        self.more.setText(self.tr("Show less") if unfolded else self.tr("Show more"))
        self.more.setAccessibleName(self.more.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strip low where the text is large."""
        super().resizeEvent(event)
        self._action.setVisible(self.width() >= in_lines(ROOM_FOR_ACTION))

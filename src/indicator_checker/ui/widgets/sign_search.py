"""Finding a sign by words: a field, and what it found with the page where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from indicator_checker.ui.widgets.line_list import LineList
from indicator_checker.ui.widgets.section_list import STATE_ROLE, EntryDelegate

_MOST_RESULTS = 40


@dataclass(frozen=True, slots=True)
class Findable:
    """One sign: its id, its words, where it stands, and all that a search may meet."""

    indicator: str
    text: str
    section: str
    searched: str


def find(signs: Sequence[Findable], query: str) -> list[Findable]:
    """The signs that hold every word of the query, in the order of the instrument."""
    wanted = query.casefold().split()
    if not wanted:
        return []
    return [sign for sign in signs if all(word in sign.searched for word in wanted)]


class SearchField(QLineEdit):
    """Where the words are typed.

    Signals:
        results_asked: The person goes on to the list of results.
        first_asked: The person wants the first result.
    """

    results_asked = Signal()
    first_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Find a sign"))
        self.setAccessibleDescription(self.tr("Type a word, then Down for the list"))
        self.setPlaceholderText(self.tr("Find a sign, for example: phone"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the results, Enter opens the first, Escape ends the search."""
        if event.key() == Qt.Key.Key_Down:
            self.results_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.first_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


class SearchResults(LineList):
    """What was found; Enter, Space or a click opens it.

    Signals:
        sign_chosen: Id of an indicator.
    """

    sign_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Signs found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(EntryDelegate(self))
        self.setMouseTracking(True)
        self.itemClicked.connect(self._on_item_clicked)

    def show_results(self, found: Sequence[Findable]) -> None:
        """List what was found; say so where nothing was."""
        self.clear()
        for sign in found[:_MOST_RESULTS]:
            item = QListWidgetItem(sign.text)
            item.setData(Qt.ItemDataRole.UserRole, sign.indicator)
            item.setData(STATE_ROLE, sign.section)
            named = f"{sign.text}, {sign.section}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, named)
            self.addItem(item)
        if not found:
            empty = QListWidgetItem(
                self.tr("No sign has these words. Try another word, or “Something else”.")
            )
            empty.setData(STATE_ROLE, "")
            empty.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addItem(empty)
        self.setCurrentRow(0)

    def open_first(self) -> None:
        """Open the first result, if there is one."""
        if self.count():
            self._on_item_clicked(self.item(0))

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        indicator = item.data(Qt.ItemDataRole.UserRole)
        if indicator:
            self.sign_chosen.emit(str(indicator))

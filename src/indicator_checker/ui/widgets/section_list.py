"""The pages down the side, each with its state in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from indicator_checker.ui.style import GRID, scaled
from indicator_checker.ui.widgets.line_list import LineList

Index = QModelIndex | QPersistentModelIndex
#: What a line says about itself, beside or beneath its title.
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
_GAP = Qt.ItemDataRole.UserRole + 2
_OPENED = Qt.ItemDataRole.UserRole + 3
_BAR = 4
_PAD = 5
_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: the page it opens, its title, its state, and whether a gap comes before it."""

    page: str
    title: str
    state: str = ""
    gap: bool = False


class EntryDelegate(QStyledItemDelegate):
    """Paints title and state; the state goes beneath where both do not fit."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line of the list."""
        painter.save()
        box = option.rect.adjusted(0, self._above(index), 0, 0)
        palette, role = option.palette, QPalette.ColorRole
        opened = bool(index.data(_OPENED))
        state = option.state
        if opened or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, palette.color(role.AlternateBase))
        if opened:
            bar = QRect(box.left(), box.top(), _BAR, box.height())
            painter.fillRect(bar, palette.color(role.Accent))
        self._paint_words(painter, box, index, palette)
        if state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(palette.color(role.Accent))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """High enough for all words in the width of the list."""
        width = self._list_width()
        title, state = self._boxes(QRect(0, 0, width, 0), index)
        high = max(title.bottom(), state.bottom()) + 1 + _PAD
        return QSize(width, high + self._above(index))

    def _paint_words(self, painter: QPainter, box: QRect, index: Index, palette: QPalette) -> None:
        title, state = self._boxes(box, index)
        painter.setFont(self._title_font(index))
        painter.setPen(QColor(palette.color(QPalette.ColorRole.Text)))
        painter.drawText(title, _WRAP, str(index.data()))
        painter.setFont(self._state_font())
        painter.setPen(QColor(palette.color(QPalette.ColorRole.PlaceholderText)))
        painter.drawText(state, _WRAP, str(index.data(STATE_ROLE)))

    def _boxes(self, box: QRect, index: Index) -> tuple[QRect, QRect]:
        """Where title and state stand."""
        title, state = str(index.data()), str(index.data(STATE_ROLE))
        left, width = box.left() + GRID * 2, max(40, box.width() - GRID * 3)
        title_metrics = QFontMetrics(self._title_font(index))
        state_metrics = QFontMetrics(self._state_font())
        state_width = state_metrics.horizontalAdvance(state) + 2
        room = QRect(left, box.top() + _PAD, width, 4000)
        title_box = title_metrics.boundingRect(room, _WRAP, title)
        if not state:
            return title_box, QRect(left, box.top() + _PAD, 0, 0)
        if title_metrics.horizontalAdvance(title) + GRID + state_width <= width:
            top = title_box.top() + title_metrics.ascent() - state_metrics.ascent()
            return title_box, QRect(
                left + width - state_width, top, state_width, state_metrics.height()
            )
        beneath = QRect(left, title_box.bottom() + 2, width, 4000)
        return title_box, state_metrics.boundingRect(beneath, _WRAP, state)

    def _title_font(self, index: Index) -> QFont:
        return scaled(self._list().font(), 1.0, bold=bool(index.data(_OPENED)))

    def _state_font(self) -> QFont:
        return scaled(self._list().font(), 0.88)

    def _above(self, index: Index) -> int:
        return GRID * 2 if index.data(_GAP) else 0

    def _list(self) -> QListWidget:
        found = self.parent()
        assert isinstance(found, QListWidget)  # noqa: S101 - made only by the list below
        return found

    def _list_width(self) -> int:
        return self._list().viewport().width()


class SectionList(LineList):
    """All pages in order; Enter, Space or a click opens one.

    Signals:
        page_chosen: Id of the page to open.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages of this checklist"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(EntryDelegate(self))
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.itemClicked.connect(self._on_item_clicked)

    def show_entries(self, entries: Sequence[Entry], opened: str) -> None:
        """Show all lines; one of them is the open page."""
        if [entry.page for entry in entries] != self.pages():
            self.clear()
            for entry in entries:
                item = QListWidgetItem(entry.title)
                item.setData(Qt.ItemDataRole.UserRole, entry.page)
                item.setData(_GAP, entry.gap)
                self.addItem(item)
        for place, entry in enumerate(entries):
            self._show_entry(self.item(place), entry, opened=entry.page == opened)

    def pages(self) -> list[str]:
        """Ids of the pages, in order."""
        return [str(self.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.count())]

    def state_of(self, page: str) -> str:
        """What the line of a page says about it."""
        return str(self.item(self.pages().index(page)).data(STATE_ROLE))

    def _show_entry(self, item: QListWidgetItem, entry: Entry, *, opened: bool) -> None:
        was_opened = bool(item.data(_OPENED))
        item.setText(entry.title)
        item.setData(STATE_ROLE, entry.state)
        item.setData(_OPENED, opened)
        name = f"{entry.title}, {entry.state}" if entry.state else entry.title
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        if opened:
            said = self.tr("Open page")
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, said)
            if not was_opened:
                self.setCurrentItem(item)
        else:
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, "")

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self.page_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

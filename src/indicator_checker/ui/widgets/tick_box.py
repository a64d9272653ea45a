"""A box to tick, with words that wrap; the box can be seen in light and in dark."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QCheckBox, QSizePolicy, QWidget

from indicator_checker.ui.style import GRID

_WRAP = Qt.TextFlag.TextWordWrap
_ROOM = 3


class TickBox(QCheckBox):
    """A check box; chosen is told by fill and tick, the focus by a frame around all of it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit_text_size(self) -> None:
        """Grow with the text of the program."""
        self.setFont(QApplication.font())

    def _box(self) -> int:
        return round(self.fontMetrics().height() * 1.05)

    def _left(self) -> int:
        return self._box() + GRID + 2 * _ROOM

    def _paint_box(self, painter: QPainter) -> None:
        role, palette = QPalette.ColorRole, self.palette()
        size = self._box()
        box = QRectF(_ROOM + 1, _ROOM + 1, size - 2, size - 2)
        ticked = self.isChecked()
        edge = palette.color(role.Accent if ticked else role.Mid)
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(palette.color(role.Accent if ticked else role.Base))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            pen = QPen(palette.color(role.HighlightedText), 2)
            painter.setPen(pen)
            at = box.topLeft()
            corners = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
            painter.drawPolyline([at + QPointF(x * size, y * size) for x, y in corners])

    def hitButton(self, pos: QPoint) -> bool:
        """Box and words can be clicked."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words need."""
        place = QRect(0, 0, max(1, width - self._left() - _ROOM), 0)
        words = self.fontMetrics().boundingRect(place, _WRAP, self._words)
        return max(words.height(), self._box()) + 2 * _ROOM

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        width = min(self.fontMetrics().horizontalAdvance(self._words), 480)
        width += self._left() + 2 * _ROOM
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The words may wrap, but are never cut."""
        return QSize(self._left() + 120, self._box() + 2 * _ROOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, words and focus mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        words = self.rect().adjusted(self._left(), _ROOM, -_ROOM, -_ROOM)
        painter.drawText(words, _WRAP, self._words)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

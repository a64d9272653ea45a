"""Paints a figure of the core with the colours of the palette; the words say the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from indicator_checker.figure import Figure, Label, Line, Rectangle, Tone
from indicator_checker.ui.palette import bar_colour

#: A figure is drawn for text of this size, in points; it grows with the text of the window.
TEXT_POINTS = 9.0
_LEAST_WIDTH = 200


class FigureView(QWidget):
    """A vector figure as wide as its place allows.

    A figure is drawn anew for each width, never stretched, so that its text keeps its size.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw: Callable[[float], Figure] | None = None
        self._figure: Figure | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_figure(self, draw: Callable[[float], Figure], alternative: str) -> None:
        """Show the figure that ``draw`` gives for a width in points.

        Args:
            draw: Gives the figure for a width in points.
            alternative: The same in words, for people who cannot see it.
        """
        self._draw = draw
        self.setAccessibleDescription(alternative)
        self._redraw()

    def figure(self) -> Figure | None:
        """What is shown now."""
        return self._figure

    def pixels_per_point(self) -> float:
        """How large one point of the figure is here: it follows the size of the text."""
        return QFontInfo(self.font()).pixelSize() / TEXT_POINTS

    def fit_text_size(self) -> None:
        """Grow with the text of the program."""
        self.setFont(QApplication.font())

    def _redraw(self) -> None:
        if self._draw is None:
            return
        scale = self.pixels_per_point()
        self._figure = self._draw(max(self.width(), _LEAST_WIDTH) / scale)
        # One more pixel: half a line lies outside at the lower edge.
        self.setFixedHeight(round(self._figure.height * scale) + 1)
        self.updateGeometry()
        self.update()

    def _paint_part(self, painter: QPainter, part: Rectangle | Line | Label) -> None:
        if isinstance(part, Rectangle):
            painter.setPen(self._pen(0.75) if part.outlined else Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(part.tone))
            painter.drawRect(QRectF(part.x, part.y, part.width, part.height))
        elif isinstance(part, Line):
            painter.setPen(self._pen(part.thickness))
            painter.drawLine(QPointF(part.x1, part.y1), QPointF(part.x2, part.y2))
        else:
            self._paint_label(painter, part)

    def _paint_label(self, painter: QPainter, label: Label) -> None:
        font = QFont(self.font())
        font.setBold(label.bold)
        # In the painter's coordinates a pixel is a point of the figure.
        font.setPixelSize(max(1, round(label.size * self.pixels_per_point())))
        painter.save()
        painter.resetTransform()
        painter.setFont(font)
        painter.setPen(self._colour("ink"))
        width = QFontMetricsF(font).horizontalAdvance(label.text)
        back = {"left": 0.0, "centre": width / 2, "right": width}[label.align]
        scale = self.pixels_per_point()
        x = max(0.0, label.x * scale - back)
        painter.drawText(QPointF(x, label.y * scale), label.text)
        painter.restore()

    def _pen(self, thickness: float) -> QPen:
        return QPen(self._colour("ink"), thickness)

    def _colour(self, tone: Tone) -> QColor:
        if tone == "ink":
            return self.palette().color(QPalette.ColorRole.WindowText)
        if tone == "paper":
            return self.palette().color(QPalette.ColorRole.Window)
        return bar_colour(self.palette(), tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts in their order."""
        if self._figure is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.pixels_per_point(), self.pixels_per_point())
        for part in self._figure.parts:
            self._paint_part(painter, part)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew for another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another width."""
        if event.size().width() != event.oldSize().width():
            self._redraw()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as text needs; the height follows the figure."""
        return QSize(_LEAST_WIDTH, self.height() if self._figure else 0)

"""The outline of a body to click on: a place for a mark, or a mark that is there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from indicator_checker.body_map import View, body_figure, mark_box, place_at
from indicator_checker.checklist import BodyMark
from indicator_checker.referral.body import alternative_of, labels_of
from indicator_checker.text import Words
from indicator_checker.ui.widgets.figure_view import FigureView

_DECIMALS = 3


class BodyCanvas(FigureView):
    """Front and back with numbered marks.

    Signals:
        spot_clicked: View, and place in it from 0 to 1.
        mark_clicked: Which mark, counted from 0.
        missed: A click beside the outline.
    """

    spot_clicked = Signal(str, float, float)
    mark_clicked = Signal(int)
    missed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Show the outline without marks."""
        super().__init__(parent)
        self._words = words
        self._marks: tuple[BodyMark, ...] = ()
        self._chosen: int | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Body map"))
        self.show_marks(())

    def show_marks(self, marks: tuple[BodyMark, ...]) -> None:
        """Show these marks."""
        self._marks = marks
        labels = labels_of(self._words)
        self.show_figure(
            lambda width: body_figure(marks, width, labels), alternative_of(self._words, marks)
        )

    def choose(self, place: int | None) -> None:
        """Show which mark is being written about."""
        self._chosen = place
        self.update()

    def chosen(self) -> int | None:
        """Which mark is being written about."""
        return self._chosen

    def point_of(self, view: View, x: float, y: float) -> QPointF:
        """Where a place of a view lies in this widget."""
        box = self._box(1, BodyMark(view, x, y))
        return box.center()

    def _box(self, number: int, mark: BodyMark) -> QRectF:
        figure = self.figure()
        width = figure.width if figure is not None else 0.0
        box, scale = mark_box(number, mark, width), self.pixels_per_point()
        return QRectF(box.x * scale, box.y * scale, box.width * scale, box.height * scale)

    def _mark_at(self, point: QPointF) -> int | None:
        """The uppermost mark at a point."""
        for place in reversed(range(len(self._marks))):
            if self._box(place + 1, self._marks[place]).contains(point):
                return place
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say what was clicked on."""
        figure = self.figure()
        if event.button() != Qt.MouseButton.LeftButton or figure is None:
            event.ignore()
            return
        point, scale = event.position(), self.pixels_per_point()
        mark = self._mark_at(point)
        spot = place_at(point.x() / scale, point.y() / scale, figure.width)
        if mark is not None:
            self.mark_clicked.emit(mark)
        elif spot is not None:
            view, x, y = spot
            self.spot_clicked.emit(view, round(x, _DECIMALS), round(y, _DECIMALS))
        else:
            self.missed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure, and a frame around the mark that is being written about."""
        super().paintEvent(event)
        if self._chosen is None or self._chosen >= len(self._marks):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
        box = self._box(self._chosen + 1, self._marks[self._chosen])
        painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), 3, 3)
        painter.end()

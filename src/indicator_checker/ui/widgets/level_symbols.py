"""Levels as shapes of their steps: ring, half disc, disc, triangle; never by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from indicator_checker.ui.palette import level_colours

#: From the lowest step to the highest; the shape says the place, the words say the step.
STEPS = ("keep_noticing", "talk", "report_today", "act_now")
_GAP = 8
_RADIUS = 4.0


@dataclass(frozen=True, slots=True)
class LevelPlace:
    """Where the present level stands among all.

    Attributes:
        steps: The step of each level, lowest first; empty where the list gives no level.
        place: Place of the present level, from 0.
        words: The same in words.
        is_a_step: Whether the levels are the four steps themselves.
    """

    steps: tuple[str, ...] = ()
    place: int = 0
    words: str = ""
    is_a_step: bool = False

    @property
    def step(self) -> str:
        """The step of the present level, or an empty string."""
        return self.steps[self.place] if self.steps else ""


def paint_symbol(painter: QPainter, step: str, box: QRectF, colour: QColor) -> None:
    """Paint the shape of a step in the middle of a box."""
    size = min(box.width(), box.height()) * 0.5
    centre = box.center()
    square = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    painter.setPen(QPen(colour, max(1.5, size / 11)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if step == "act_now":
        painter.setBrush(colour)
        corners = [square.bottomLeft(), square.bottomRight(), QPointF(centre.x(), square.top())]
        painter.drawPolygon(QPolygonF(corners))
        return
    if step == "report_today":
        painter.setBrush(colour)
    painter.drawEllipse(square)
    if step == "talk":
        painter.setBrush(colour)
        # Qt counts sixteenths of a degree, from three o'clock.
        painter.drawChord(square, 90 * 16, 180 * 16)


class LevelSymbols(QWidget):
    """A row of equal boxes, one for each level; the present one is filled, with a thick border.

    With ``only_present`` it is the one box of the present level, for narrow places.
    """

    def __init__(self, parent: QWidget | None = None, *, only_present: bool = False) -> None:
        super().__init__(parent)
        self._level = LevelPlace(STEPS)
        self._only_present = only_present
        across = QSizePolicy.Policy.Fixed if only_present else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def show_place(self, level: LevelPlace) -> None:
        """Mark the present level; nothing shows where there is none."""
        self._level = level
        self.setAccessibleName(level.words)
        self.setVisible(bool(level.steps))
        self.updateGeometry()
        self.update()

    def step(self) -> str:
        """The step shown as the present one."""
        return self._level.step

    def fit_text_size(self) -> None:
        """Grow with the text of the program."""
        self.setFont(QApplication.font())

    def _boxes(self) -> list[tuple[str, QRectF, bool]]:
        """Step and box of each level, and whether it is the present one."""
        level = self._level
        shown = range(len(level.steps)) if not self._only_present else [level.place]
        if not level.steps:
            return []
        width = (self.width() - _GAP * (len(shown) - 1)) / len(shown)
        # A border of two pixels is painted on the edge, half of it outside.
        return [
            (
                level.steps[which],
                QRectF(place * (width + _GAP) + 1, 1, width - 2, self.height() - 2),
                which == level.place,
            )
            for place, which in enumerate(shown)
        ]

    def _paint_box(self, painter: QPainter, step: str, box: QRectF, *, present: bool) -> None:
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        if present:
            fill, symbol = level_colours(step)
            painter.setPen(QPen(ink, 2))
        else:
            fill = self.palette().color(QPalette.ColorRole.Window)
            symbol = self.palette().color(QPalette.ColorRole.PlaceholderText)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        paint_symbol(painter, step, box, symbol)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the boxes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step, box, present in self._boxes():
            self._paint_box(painter, step, box, present=present)
        painter.end()

    def sizeHint(self) -> QSize:
        """Boxes of at least 36 pixels, larger with larger text."""
        side = max(36, round(self.fontMetrics().height() * 2))
        return QSize(side if self._only_present else self._row(side), side)

    def minimumSizeHint(self) -> QSize:
        """The row may shrink in width, never in height."""
        side = self.sizeHint().height()
        return QSize(side if self._only_present else self._row(side // 2), side)

    def _row(self, side: int) -> int:
        boxes = max(1, len(self._level.steps))
        return boxes * side + (boxes - 1) * _GAP

"""The symbols of the next steps as shapes, because no text face has them all.

They differ by shape and fill, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable

from indicator_checker.pdf.painter import Painter

_OUTLINE = 1.6

_Shape = Callable[[Painter, float, float, float], None]


def _ring(painter: Painter, x: float, y: float, radius: float) -> None:
    painter.canvas.circle(x, y, radius, stroke=1, fill=0)


def _half_disc(painter: Painter, x: float, y: float, radius: float) -> None:
    edges = (x - radius, y - radius, x + radius, y + radius)
    painter.canvas.wedge(*edges, 90, 180, stroke=0, fill=1)
    _ring(painter, x, y, radius)


def _disc(painter: Painter, x: float, y: float, radius: float) -> None:
    painter.canvas.circle(x, y, radius, stroke=1, fill=1)


def _triangle(painter: Painter, x: float, y: float, radius: float) -> None:
    path = painter.canvas.beginPath()
    path.moveTo(x - radius, y - 0.85 * radius)
    path.lineTo(x + radius, y - 0.85 * radius)
    path.lineTo(x, y + 0.95 * radius)
    path.close()
    painter.canvas.drawPath(path, stroke=1, fill=1)


def _square(painter: Painter, x: float, y: float, radius: float) -> None:
    painter.canvas.rect(x - radius, y - radius, 2 * radius, 2 * radius, stroke=1, fill=0)


_SHAPES: dict[str, _Shape] = {
    "keep_noticing": _ring,
    "talk": _half_disc,
    "report_today": _disc,
    "act_now": _triangle,
}


def paint_symbol(painter: Painter, step: str, left: float, top: float, size: float) -> None:
    """Draw the symbol of a step in a square of this size; an unknown step gets an open square."""
    radius = (size - _OUTLINE) / 2
    with painter.artifact():
        painter.canvas.setStrokeGray(0)
        painter.canvas.setFillGray(0)
        painter.canvas.setLineWidth(_OUTLINE)
        painter.canvas.setLineJoin(1)
        draw = _SHAPES.get(step, _square)
        draw(painter, left + size / 2, top - size / 2, radius)

"""Figures on paper, from the same plain data as the window draws them."""

from __future__ import annotations

from dataclasses import dataclass

from indicator_checker.figure import Figure, Label, Line, Rectangle
from indicator_checker.pdf.boxes import Drawing
from indicator_checker.pdf.clean import clean
from indicator_checker.pdf.line_layout import break_lines, line_width
from indicator_checker.pdf.painter import Painter
from indicator_checker.pdf.prose import Setting
from indicator_checker.pdf.styles import TextStyle
from indicator_checker.pdf.tags import Element
from indicator_checker.referral.blocks import FigureBlock, Run

_GREYS = {"ink": 0.0, "strong": 0.25, "medium": 0.55, "pale": 0.86, "paper": 1.0}
_TALLEST = 560.0
"""No figure is higher than a page's body; a higher one is drawn smaller."""


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where a figure lies on the page: its top left corner and its scale."""

    painter: Painter
    left: float
    top: float
    scale: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.scale, self.top - y * self.scale

    def draw(self, part: Rectangle | Line | Label) -> None:
        if isinstance(part, Rectangle):
            self._rectangle(part)
        elif isinstance(part, Line):
            ends = self.point(part.x1, part.y1), self.point(part.x2, part.y2)
            self.painter.line(*ends, part.thickness * self.scale)
        else:
            self._label(part)

    def _rectangle(self, part: Rectangle) -> None:
        left, bottom = self.point(part.x, part.y + part.height)
        size = (part.width * self.scale, part.height * self.scale)
        edge = 0.7 * self.scale if part.outlined else 0.0
        self.painter.rectangle(left, bottom, size, fill=_GREYS[part.tone], edge=edge)

    def _label(self, part: Label) -> None:
        style = TextStyle(part.size * self.scale, bold=part.bold)
        x, baseline = self.point(part.x, part.y)
        # A label is one line; a typed break in it becomes a space.
        text = (Run(" ".join(clean(part.text).split())),)
        for line in break_lines(text, style, float("inf")):
            shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[part.align] * line_width(line)
            self.painter.text_line(line, x - shift, baseline, style.size, style.grey)


def figure_box(block: FigureBlock, setting: Setting) -> Drawing:
    """Make a box of a figure, as wide as it is or as the column allows."""
    figure = block.figure
    scale = min(1.0, setting.width / figure.width, _TALLEST / figure.height)
    element = setting.parent.child("Figure")
    element.alternative = clean(block.alternative)
    return Drawing(figure.height * scale, lambda *place: _paint(figure, element, scale, *place))


def _paint(
    figure: Figure, element: Element, scale: float, painter: Painter, left: float, top: float
) -> None:
    right, bottom = left + figure.width * scale, top - figure.height * scale
    element.attributes = (
        f"<</O/Layout/Placement/Block/BBox[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]>>"
    )
    plane = _Plane(painter, left, top, scale)
    with painter.tagged(element):
        for part in figure.parts:
            plane.draw(part)

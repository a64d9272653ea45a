"""The bars of the panel: like the figure of the PDF where there is room, stacked where not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from indicator_checker.figure import Figure, Label, Line, Rectangle

if TYPE_CHECKING:
    from indicator_checker.referral.reasons import DimensionRow

#: Below this width in points a label and its bar do not fit on one line.
NARROW = 330.0
_ROW = 28.0
_BAR = 7.0
_NUMBER = 22.0
#: The scale ends at twice the points that meet a dimension; longer bars are full.
_SCALE = 2


def bars_figure(rows: Sequence[DimensionRow], width: float) -> Figure:
    """The bars by dimension for a width in points."""
    if width >= NARROW:
        from indicator_checker.referral.chart import contribution_figure

        return contribution_figure(rows, width)
    parts: list[Rectangle | Line | Label] = []
    for place, row in enumerate(rows):
        parts += _stacked(row, place * _ROW, width)
    return Figure(width, _ROW * len(rows), tuple(parts))


def _stacked(row: DimensionRow, top: float, width: float) -> list[Rectangle | Line | Label]:
    full = width - _NUMBER
    filled = min(row.points / (row.met_at * _SCALE), 1.0) * full
    mark = full / _SCALE
    bar = top + 14.5
    return [
        Label(0, top + 9, row.label, bold=row.met),
        Rectangle(0, bar, full, _BAR, "pale"),
        Rectangle(0, bar, filled, _BAR, "strong"),
        Line(mark, bar - 2, mark, bar + _BAR + 2, 1.5),
        Label(width, bar + _BAR, str(row.points), align="right", bold=row.met),
    ]

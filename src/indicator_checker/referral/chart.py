"""The contribution chart: one bar for each dimension, as a figure in points."""

from __future__ import annotations

from collections.abc import Sequence

from indicator_checker.figure import Figure, Label, Line, Rectangle
from indicator_checker.referral.reasons import DimensionRow

ROW_HEIGHT = 22.0
LABEL_SHARE = 0.46
NUMBER_WIDTH = 24.0
BAR_HEIGHT = 9.0
#: The scale ends at twice the points that meet a dimension; longer bars are full.
SCALE = 2


def contribution_figure(rows: Sequence[DimensionRow], width: float) -> Figure:
    """Bars with a mark where a dimension is met, and the points as a number."""
    parts: list[Rectangle | Line | Label] = []
    for place, row in enumerate(rows):
        parts += _bar(row, place * ROW_HEIGHT, width)
    return Figure(width, ROW_HEIGHT * len(rows), tuple(parts))


def _bar(row: DimensionRow, top: float, width: float) -> list[Rectangle | Line | Label]:
    left = width * LABEL_SHARE
    full = width - left - NUMBER_WIDTH
    filled = min(row.points / (row.met_at * SCALE), 1.0) * full
    mark = left + full / SCALE
    middle = top + ROW_HEIGHT / 2
    bar_top = middle - BAR_HEIGHT / 2
    return [
        Label(0, middle + 3, row.label, bold=row.met),
        Rectangle(left, bar_top, full, BAR_HEIGHT, "pale"),
        Rectangle(left, bar_top, filled, BAR_HEIGHT, "strong"),
        Line(mark, bar_top - 3, mark, bar_top + BAR_HEIGHT + 3, 1.5),
        Label(width, middle + 3, str(row.points), align="right", bold=row.met),
    ]

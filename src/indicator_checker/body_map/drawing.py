"""Both views side by side as a figure, and the way back from a point of it to a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indicator_checker.body_map.named_areas import VIEWS, Placed, View, area_at
from indicator_checker.body_map.outline import HIGH, WIDE, contour
from indicator_checker.figure import Figure, Label, Line, Rectangle

Part = Rectangle | Line | Label

#: Points to a unit of the outline where there is room.
_LARGEST = 1.3
_GAP = 16.0
_TITLE = 18.0
_MARK = 12.0
_DIGIT = 5.5
_BELOW = 2.0


@dataclass(frozen=True, slots=True)
class BodyLabels:
    """The words on the drawing."""

    front: str
    back: str
    left: str
    right: str


def body_figure(marks: Sequence[Placed], width: float, labels: BodyLabels) -> Figure:
    """Both views side by side, with each mark as a box that holds its number."""
    scale = _scale(width)
    parts: list[Part] = []
    for view in VIEWS:
        parts += _outline(view, width)
        parts += _view_labels(view, width, labels)
    for number, mark in enumerate(marks, start=1):
        parts += _mark(number, mark_box(number, mark, width))
    return Figure(width, _TITLE + HIGH * scale + _BELOW, tuple(parts))


def mark_box(number: int, mark: Placed, width: float) -> Rectangle:
    """The box of a mark in a figure of this width; it never reaches out of the figure."""
    scale, left = _scale(width), _left(mark.view, width)
    wide = max(_MARK, _DIGIT * len(str(number)) + 4)
    middle = left + mark.x * WIDE * scale
    across = min(max(middle - wide / 2, 0.0), width - wide)
    down = min(max(_TITLE + mark.y * HIGH * scale - _MARK / 2, 0.0), _bottom(width) - _MARK)
    return Rectangle(across, down, wide, _MARK, "paper", outlined=True)


def place_at(across: float, down: float, width: float) -> tuple[View, float, float] | None:
    """View and place in it for a point of a figure of this width; ``None`` beside the outlines."""
    for view in VIEWS:
        x = (across - _left(view, width)) / (WIDE * _scale(width))
        y = (down - _TITLE) / (HIGH * _scale(width))
        if area_at(view, x, y) is not None:
            return view, x, y
    return None


def _scale(width: float) -> float:
    return min((width - _GAP) / (2 * WIDE), _LARGEST)


def _left(view: View, width: float) -> float:
    wide = WIDE * _scale(width)
    first = (width - 2 * wide - _GAP) / 2
    return first if view == "front" else first + wide + _GAP


def _bottom(width: float) -> float:
    return _TITLE + HIGH * _scale(width) + _BELOW


def _outline(view: View, width: float) -> Iterator[Line]:
    scale, left = _scale(width), _left(view, width)
    for (x1, y1), (x2, y2) in pairwise(contour()):
        down1, down2 = _TITLE + y1 * scale, _TITLE + y2 * scale
        yield Line(left + x1 * scale, down1, left + x2 * scale, down2)


def _view_labels(view: View, width: float, labels: BodyLabels) -> Iterator[Label]:
    left, wide, foot = _left(view, width), WIDE * _scale(width), _bottom(width) - 6
    title, sides = labels.front, (labels.right, labels.left)
    if view == "back":
        title, sides = labels.back, (labels.left, labels.right)
    yield Label(left + wide / 2, 10, title, align="centre", bold=True)
    yield Label(left, foot, sides[0], size=8.0)
    yield Label(left + wide, foot, sides[1], size=8.0, align="right")


def _mark(number: int, box: Rectangle) -> Iterator[Part]:
    yield box
    middle = box.x + box.width / 2
    yield Label(middle, box.y + 9, str(number), size=8.5, align="centre", bold=True)

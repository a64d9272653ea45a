"""A calm outline of a child's body, front and back, for injuries seen in passing.

It shows no more than an outline can: nobody needs to look closer in order to use it. Left and
right are always the child's own: from the front the child's left is at the right of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import Literal, Protocol

from indicator_checker.figure import Figure, Label, Line, Rectangle

View = Literal["front", "back"]
Part = Rectangle | Line | Label
Point = tuple[float, float]

VIEWS: tuple[View, ...] = ("front", "back")

#: A view is this wide and high in units of its own; one unit is at most ``_LARGEST`` points.
_WIDE, _HIGH = 100.0, 200.0
_MIDDLE = _WIDE / 2
_LARGEST = 1.3
_GAP = 16.0
_TITLE = 18.0
_MARK = 12.0
_DIGIT = 5.5
_BELOW = 2.0
_STEPS = 4

#: One side of the outline from the crown to between the legs: distance from the middle, height.
_SIDE: tuple[Point, ...] = (
    (0, 3), (9, 5.5), (14, 13.5), (13.8, 22), (11, 29.5), (6.8, 34.5), (5.8, 37), (6.3, 40.5),
    (11, 43.3), (21, 46), (26.5, 53), (29.5, 66), (32.5, 80), (36, 94), (39, 104), (42.5, 111),
    (43.5, 118), (41.5, 124.5), (37.5, 124.5), (35.5, 119), (34, 108), (29, 95), (24.3, 82),
    (21, 70), (18.7, 62), (17.8, 74), (17.2, 86), (18.7, 97), (20.5, 108), (20.5, 124),
    (19, 144), (18.8, 157), (16.5, 172), (14.8, 184), (17.5, 190), (18.5, 195), (13, 197.2),
    (6.5, 196.5), (5, 190), (5.3, 181), (4.4, 164), (4.2, 148), (2.8, 130), (1.3, 117), (0, 114),
)  # fmt: skip

#: Rows of the trunk and the legs, then of an arm: where each ends, in units from the top.
_HEAD_ENDS, _NECK_ENDS, _ARMPIT = 35.0, 43.0, 62.0
_TRUNK: dict[View, tuple[tuple[str, float], ...]] = {
    "front": (("chest", 72.0), ("belly", 94.0), ("hips", 114.0)),
    "back": (("upper_back", 72.0), ("lower_back", 94.0), ("hips", 114.0)),
}
_LEG = (("upper_leg", 148.0), ("lower_leg", 184.0), ("foot", _HIGH))
_ARM = (("upper_arm", 88.0), ("lower_arm", 107.0), ("hand", _HIGH))

#: The middle of each part: distance from the middle line, height.
_CENTRES: dict[str, Point] = {
    "head": (0, 19), "neck": (0, 39.5), "chest": (0, 57), "belly": (0, 83), "hips": (0, 103),
    "upper_back": (0, 57), "lower_back": (0, 83), "upper_arm": (25.5, 71), "lower_arm": (33, 98),
    "hand": (39, 116), "upper_leg": (11, 130), "lower_leg": (11, 164), "foot": (12, 192),
}  # fmt: skip
#: Where a mark goes when the middle is taken: aside, below, above.
_ASIDE: tuple[Point, ...] = tuple(
    sorted(
        ((x * 5.0, y * 5.0) for x in range(-4, 5) for y in range(-4, 5)),
        key=lambda step: (hypot(*step), step),
    )
)
_APART = 10.0


class Placed(Protocol):
    """Anything that lies at a place of a view."""

    @property
    def view(self) -> View:
        """Front or back."""
        ...

    @property
    def x(self) -> float:
        """From 0 at the left of the drawing to 1."""
        ...

    @property
    def y(self) -> float:
        """From 0 at the top of the drawing to 1."""
        ...


@dataclass(frozen=True, slots=True)
class BodyLabels:
    """The words on the drawing."""

    front: str
    back: str
    left: str
    right: str


def areas(view: View) -> tuple[str, ...]:
    """Ids of the areas of a view, from head to foot."""
    middle = ("head", "neck", *(name for name, _end in _TRUNK[view]))
    limbs = [name for name, _end in (*_ARM, *_LEG)]
    return (*middle, *(f"{side}_{name}" for name in limbs for side in ("left", "right")))


def area_at(view: View, x: float, y: float) -> str | None:
    """The area at a place of a view, both from 0 to 1; ``None`` beside the outline."""
    across, down = x * _WIDE, y * _HIGH
    if not _is_inside(across, down):
        return None
    name, is_limb = _part_at(view, abs(across - _MIDDLE), down)
    if not is_limb:
        return name
    return f"{'left' if (across > _MIDDLE) == (view == 'front') else 'right'}_{name}"


def free_spot(view: View, area: str, marks: Sequence[Placed]) -> Point:
    """A place inside an area, at its middle or beside the marks that are there already."""
    side, _, name = area.partition("_")
    if side in ("left", "right"):
        sign = 1 if (side == "left") == (view == "front") else -1
    else:
        sign, name = 1, area
    away, down = _CENTRES[name]
    taken = [(mark.x * _WIDE, mark.y * _HIGH) for mark in marks if mark.view == view]
    middle = (_MIDDLE + sign * away, down)
    spots = [(middle[0] + dx, middle[1] + dy) for dx, dy in _ASIDE]
    inside = [spot for spot in spots if area_at(view, spot[0] / _WIDE, spot[1] / _HIGH) == area]
    across, down = max(inside, key=lambda spot: _room(spot, taken))
    return across / _WIDE, down / _HIGH


def body_figure(marks: Sequence[Placed], width: float, labels: BodyLabels) -> Figure:
    """Both views side by side, with each mark as a box that holds its number."""
    scale = _scale(width)
    parts: list[Part] = []
    for view in VIEWS:
        parts += _outline(view, width)
        parts += _view_labels(view, width, labels)
    for number, mark in enumerate(marks, start=1):
        parts += _mark(number, mark_box(number, mark, width))
    return Figure(width, _TITLE + _HIGH * scale + _BELOW, tuple(parts))


def mark_box(number: int, mark: Placed, width: float) -> Rectangle:
    """The box of a mark in a figure of this width; it never reaches out of the figure."""
    scale, left = _scale(width), _left(mark.view, width)
    wide = max(_MARK, _DIGIT * len(str(number)) + 4)
    middle = left + mark.x * _WIDE * scale
    across = min(max(middle - wide / 2, 0.0), width - wide)
    down = min(max(_TITLE + mark.y * _HIGH * scale - _MARK / 2, 0.0), _bottom(width) - _MARK)
    return Rectangle(across, down, wide, _MARK, "paper", outlined=True)


def place_at(across: float, down: float, width: float) -> tuple[View, float, float] | None:
    """View and place in it for a point of a figure of this width; ``None`` beside the outlines."""
    for view in VIEWS:
        x = (across - _left(view, width)) / (_WIDE * _scale(width))
        y = (down - _TITLE) / (_HIGH * _scale(width))
        if area_at(view, x, y) is not None:
            return view, x, y
    return None


def _part_at(view: View, away: float, down: float) -> tuple[str, bool]:
    """The part at a distance from the middle line, and whether there is one on each side."""
    if down < _HEAD_ENDS:
        return "head", False
    if down < _NECK_ENDS:
        return "neck", False
    if away > _arm_begins(down):
        return _row(_ARM, down), True
    if down < _TRUNK[view][-1][1]:
        return _row(_TRUNK[view], down), False
    return _row(_LEG, down), True


def _arm_begins(down: float) -> float:
    """A line from the shoulder to the armpit, and on through the gap beside the trunk."""
    if down < _ARMPIT:
        return 20.5 - (down - _NECK_ENDS) * 0.08
    return 19.0 + (down - _ARMPIT) * 0.12


def _row(rows: tuple[tuple[str, float], ...], down: float) -> str:
    return next((name for name, end in rows if down < end), rows[-1][0])


def _room(spot: Point, taken: Sequence[Point]) -> float:
    return min([_APART, *(hypot(spot[0] - x, spot[1] - y) for x, y in taken)])


@lru_cache(maxsize=1)
def _contour() -> tuple[Point, ...]:
    """The closed outline in units: one side, then the other, with round corners."""
    right = [(_MIDDLE + away, down) for away, down in _SIDE]
    other = [(_MIDDLE - away, down) for away, down in reversed(_SIDE[1:-1])]
    corners = right + other
    count = len(corners)
    curve = [
        _between([corners[(i + k) % count] for k in range(-1, 3)], step / _STEPS)
        for i in range(count)
        for step in range(_STEPS)
    ]
    return (*curve, curve[0])


def _between(corners: list[Point], t: float) -> Point:
    """A point of the Catmull-Rom curve from the second corner to the third."""
    x, y = (_curve([corner[axis] for corner in corners], t) for axis in (0, 1))
    return x, y


def _curve(p: list[float], t: float) -> float:
    linear, square = p[2] - p[0], 2 * p[0] - 5 * p[1] + 4 * p[2] - p[3]
    cube = 3 * (p[1] - p[2]) + p[3] - p[0]
    return p[1] + (linear * t + square * t * t + cube * t**3) / 2


def _is_inside(across: float, down: float) -> bool:
    """Whether a ray to the right crosses the outline an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(_contour()):
        crosses = (y1 > down) != (y2 > down)
        crossings += crosses and across < x1 + (down - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1


def _scale(width: float) -> float:
    return min((width - _GAP) / (2 * _WIDE), _LARGEST)


def _left(view: View, width: float) -> float:
    wide = _WIDE * _scale(width)
    first = (width - 2 * wide - _GAP) / 2
    return first if view == "front" else first + wide + _GAP


def _bottom(width: float) -> float:
    return _TITLE + _HIGH * _scale(width) + _BELOW


def _outline(view: View, width: float) -> Iterator[Line]:
    scale, left = _scale(width), _left(view, width)
    for (x1, y1), (x2, y2) in pairwise(_contour()):
        down1, down2 = _TITLE + y1 * scale, _TITLE + y2 * scale
        yield Line(left + x1 * scale, down1, left + x2 * scale, down2)


def _view_labels(view: View, width: float, labels: BodyLabels) -> Iterator[Label]:
    left, wide, foot = _left(view, width), _WIDE * _scale(width), _bottom(width) - 6
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

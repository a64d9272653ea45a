"""The named areas of a body; left and right are always the child's own."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Literal, Protocol

from indicator_checker.body_map.outline import HIGH, MIDDLE, WIDE, Point, is_inside

View = Literal["front", "back"]

VIEWS: tuple[View, ...] = ("front", "back")

#: Rows of the trunk and the legs, then of an arm: where each ends, in units from the top.
_HEAD_ENDS, _NECK_ENDS, _ARMPIT = 35.0, 43.0, 62.0
_TRUNK: dict[View, tuple[tuple[str, float], ...]] = {
    "front": (("chest", 72.0), ("belly", 94.0), ("hips", 114.0)),
    "back": (("upper_back", 72.0), ("lower_back", 94.0), ("hips", 114.0)),
}
_LEG = (("upper_leg", 148.0), ("lower_leg", 184.0), ("foot", HIGH))
_ARM = (("upper_arm", 88.0), ("lower_arm", 107.0), ("hand", HIGH))

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


def areas(view: View) -> tuple[str, ...]:
    """Ids of the areas of a view, from head to foot."""
    middle = ("head", "neck", *(name for name, _end in _TRUNK[view]))
    limbs = [name for name, _end in (*_ARM, *_LEG)]
    return (*middle, *(f"{side}_{name}" for name in limbs for side in ("left", "right")))


def area_at(view: View, x: float, y: float) -> str | None:
    """The area at a place of a view, both from 0 to 1; ``None`` beside the outline."""
    across, down = x * WIDE, y * HIGH
    if not is_inside(across, down):
        return None
    name, is_limb = _part_at(view, abs(across - MIDDLE), down)
    if not is_limb:
        return name
    return f"{'left' if (across > MIDDLE) == (view == 'front') else 'right'}_{name}"


def free_spot(view: View, area: str, marks: Sequence[Placed]) -> Point:
    """A place inside an area, at its middle or beside the marks that are there already."""
    side, _, name = area.partition("_")
    if side in ("left", "right"):
        sign = 1 if (side == "left") == (view == "front") else -1
    else:
        sign, name = 1, area
    away, down = _CENTRES[name]
    taken = [(mark.x * WIDE, mark.y * HIGH) for mark in marks if mark.view == view]
    middle = (MIDDLE + sign * away, down)
    spots = [(middle[0] + dx, middle[1] + dy) for dx, dy in _ASIDE]
    inside = [spot for spot in spots if area_at(view, spot[0] / WIDE, spot[1] / HIGH) == area]
    across, down = max(inside, key=lambda spot: _room(spot, taken))
    return across / WIDE, down / HIGH


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

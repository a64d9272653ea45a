"""The outline itself: a closed curve, the same for front and back, in units of its own."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

Point = tuple[float, float]

#: A view is this wide and high.
WIDE, HIGH = 100.0, 200.0
MIDDLE = WIDE / 2
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


@lru_cache(maxsize=1)
def contour() -> tuple[Point, ...]:
    """The closed outline in units: one side, then the other, with round corners."""
    right = [(MIDDLE + away, down) for away, down in _SIDE]
    other = [(MIDDLE - away, down) for away, down in reversed(_SIDE[1:-1])]
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


def is_inside(across: float, down: float) -> bool:
    """Whether a ray to the right crosses the outline an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(contour()):
        crosses = (y1 > down) != (y2 > down)
        crossings += crosses and across < x1 + (down - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1

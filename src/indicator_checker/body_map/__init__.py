"""A calm outline of a child's body, front and back, for injuries seen in passing.

It shows no more than an outline can: nobody needs to look closer in order to use it. Left and
right are always the child's own: from the front the child's left is at the right of the drawing.
"""

from __future__ import annotations

from indicator_checker.body_map.drawing import BodyLabels, body_figure, mark_box, place_at
from indicator_checker.body_map.named_areas import VIEWS, Placed, View, area_at, areas, free_spot

__all__ = [
    "VIEWS",
    "BodyLabels",
    "Placed",
    "View",
    "area_at",
    "areas",
    "body_figure",
    "free_spot",
    "mark_box",
    "place_at",
]

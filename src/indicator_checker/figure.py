"""Vector figures as plain data: rectangles, lines and labels, in points.

The window and the PDF paint the same figure; each goes with a table that says the same in words.
The origin is the top left corner; y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["ink", "strong", "medium", "pale", "paper"]
Align = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled rectangle; ``outlined`` draws its border in ink."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    outlined: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line of the given thickness in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float = 1.0


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a baseline; ``size`` in points."""

    x: float
    y: float
    text: str
    size: float = 9.0
    align: Align = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of ``width`` by ``height`` points, painted in the order of ``parts``."""

    width: float
    height: float
    parts: tuple[Rectangle | Line | Label, ...]

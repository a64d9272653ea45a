"""Boxes: what stands on the paper. Each has a fixed width and knows its height and how to split.

A box that does not fit is split in two; the parts together draw what the whole would have drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import Protocol

from indicator_checker.pdf.fonts import face
from indicator_checker.pdf.line_layout import Line, break_lines
from indicator_checker.pdf.painter import Painter
from indicator_checker.pdf.styles import INK, TextStyle
from indicator_checker.pdf.tags import Element
from indicator_checker.referral.blocks import Text

_FEWEST_LINES = 2
_TOLERANCE = 0.01


class Box(Protocol):
    """Something of a fixed width that can be drawn."""

    @property
    def height(self) -> float:
        """Height in points."""
        ...

    def split(self, available: float) -> tuple[Box, Box] | None:
        """Give what fits into the available height and the rest; ``None`` if nothing fits."""
        ...

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Draw it below ``top`` and to the right of ``left``."""
        ...


def fits(box: Box, available: float) -> bool:
    """Whether the whole box fits into the available height."""
    return box.height <= available + _TOLERANCE


@dataclass(frozen=True, slots=True)
class TextBox:
    """Lines of text; an outline title makes it an entry of the viewer's table of contents."""

    lines: tuple[Line, ...]
    style: TextStyle
    element: Element
    outline: tuple[str, int] | None = None

    @property
    def height(self) -> float:
        """All lines at equal distance."""
        return len(self.lines) * self.style.line_height

    def split(self, available: float) -> tuple[Box, Box] | None:
        """Split between lines, leaving no single line on either side."""
        fitting = int((available + _TOLERANCE) / self.style.line_height)
        count = min(fitting, len(self.lines) - _FEWEST_LINES)
        if count < _FEWEST_LINES:
            return None
        rest = replace(self, lines=self.lines[count:], outline=None)
        return replace(self, lines=self.lines[:count]), rest

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Draw the lines, each in the middle of its height."""
        if self.outline:
            painter.outline(*self.outline, top + self.style.size)
        top -= self._first_baseline()
        if any(painter.foreign_language(piece) for line in self.lines for piece in line):
            self._paint_by_language(painter, left, top)
            return
        with painter.tagged(self.element):
            for index, line in enumerate(self.lines):
                baseline = top - index * self.style.line_height
                painter.text_line(line, left, baseline, self.style.size, self.style.grey)

    def _paint_by_language(self, painter: Painter, left: float, baseline: float) -> None:
        for line in self.lines:
            x = left
            for language, group in groupby(line, painter.foreign_language):
                pieces = tuple(group)
                element = self.element.span(language) if language else self.element
                with painter.tagged(element):
                    painter.text_line(pieces, x, baseline, self.style.size, self.style.grey)
                x += sum(piece.width for piece in pieces)
            baseline -= self.style.line_height

    def _first_baseline(self) -> float:
        letters = face(self.style.bold)
        reach = (letters.ascent + letters.descent) * self.style.size / 1000
        return (self.style.line_height + reach) / 2


def text_box(
    text: Text,
    style: TextStyle,
    width: float,
    element: Element,
    outline: tuple[str, int] | None = None,
) -> TextBox:
    """Set a text in a box of this width."""
    return TextBox(break_lines(text, style, width), style, element, outline)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something drawn by a function that gets painter, left and top; it never splits."""

    height: float
    draw: Callable[[Painter, float, float], None]

    def split(self, available: float) -> tuple[Box, Box] | None:
        """Stay whole."""
        return None

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Call the function."""
        self.draw(painter, left, top)


@dataclass(frozen=True, slots=True)
class Column:
    """Boxes below each other.

    Attributes:
        parts: Each with the space above it, which the first one goes without.
        bound: How many of the first parts must not stand without the one after them.
    """

    parts: tuple[tuple[float, Box], ...]
    bound: int = 0

    @property
    def height(self) -> float:
        """All parts and the spaces between them."""
        return sum(self._heights())

    def _heights(self) -> list[float]:
        return [
            box.height + (space if index else 0.0) for index, (space, box) in enumerate(self.parts)
        ]

    def split(self, available: float) -> tuple[Box, Box] | None:
        """Split between two parts or inside the one that does not fit."""
        ends = list(accumulate(self._heights()))
        count = sum(end <= available + _TOLERANCE for end in ends)
        if count == len(self.parts):
            return None
        space, box = self.parts[count]
        room = available - (ends[count - 1] + space if count else 0.0)
        halves = box.split(room)
        if halves is not None:
            head = (*self.parts[:count], (space, halves[0]))
            return Column(head), Column(((space, halves[1]), *self.parts[count + 1 :]))
        if count <= self.bound:
            return None
        return Column(self.parts[:count]), Column(self.parts[count:])

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Draw the parts from the top."""
        for (_, box), height in zip(self.parts, self._heights(), strict=True):
            top -= height
            box.paint(painter, left, top + box.height)


NOTHING = Column(())
"""The part of a cell that has nothing left to draw."""


@dataclass(frozen=True, slots=True)
class Insets:
    """Space inside an edge, in points."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Framed:
    """A box with space around it and a fill, a frame or a bar at its left edge behind it.

    Attributes:
        inner: What it holds.
        width: Its own width in points.
        insets: Space between its edge and what it holds.
        edge: Thickness of the frame, 0 for none.
        fill: Grey behind it, or nothing.
        bar: Thickness of the bar at the left edge, 0 for none.
    """

    inner: Box
    width: float
    insets: Insets
    edge: float = 0.0
    fill: float | None = None
    bar: float = 0.0

    @property
    def height(self) -> float:
        """What it holds and the space above and below."""
        return self.inner.height + self.insets.top + self.insets.bottom

    def split(self, available: float) -> tuple[Box, Box] | None:
        """Split what it holds; each part has its own frame."""
        halves = self.inner.split(available - self.insets.top - self.insets.bottom)
        if halves is None:
            return None
        return replace(self, inner=halves[0]), replace(self, inner=halves[1])

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Draw the decoration, then what it holds."""
        bottom = top - self.height
        with painter.artifact():
            if self.fill is not None or self.edge:
                size = (self.width, self.height)
                painter.rectangle(left, bottom, size, fill=self.fill, edge=self.edge)
            if self.bar:
                painter.rectangle(left, bottom, (self.bar, self.height), fill=INK)
        self.inner.paint(painter, left + self.insets.left, top - self.insets.top)

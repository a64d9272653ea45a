"""Rows of cells and tables made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indicator_checker.pdf.boxes import NOTHING, Box, fits
from indicator_checker.pdf.painter import Painter
from indicator_checker.pdf.styles import INK

_TALL_ROW = 150.0
"""A row higher than this splits inside its cells rather than leave its page half empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side.

    Attributes:
        cells: From left to right.
        widths: Of the cells, in points, with the space on their right.
        inset: Space left of each cell's content.
        padding: Space above and below the content.
        fill: Grey behind the row, or nothing.
        rule: Grey of the line below the row, or nothing.
    """

    cells: tuple[Box, ...]
    widths: tuple[float, ...]
    inset: float = 0.0
    padding: float = 0.0
    fill: float | None = None
    rule: float | None = None

    @property
    def height(self) -> float:
        """The highest cell and the padding."""
        return max((cell.height for cell in self.cells), default=0.0) + 2 * self.padding

    def split(self, available: float) -> tuple[Box, Box] | None:
        """Split inside the cells that do not fit; the others stay in the first part.

        No cell stays behind with nothing: a bullet or a label alone at the foot says nothing.
        """
        room = available - 2 * self.padding
        halves = [_halves(cell, room) for cell in self.cells]
        if any(
            cell.height and not head.height
            for cell, (head, _) in zip(self.cells, halves, strict=True)
        ):
            return None
        head = replace(self, cells=tuple(first for first, _ in halves), rule=None)
        return head, replace(self, cells=tuple(second for _, second in halves))

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Draw fill and rule, then the cells."""
        height = self.height
        with painter.artifact():
            if self.fill is not None:
                size = (sum(self.widths), height)
                painter.rectangle(left, top - height, size, fill=self.fill)
            if self.rule is not None:
                bottom = top - height
                painter.line((left, bottom), (left + sum(self.widths), bottom), 0.5, self.rule)
        for cell, width in zip(self.cells, self.widths, strict=True):
            if cell.height:
                cell.paint(painter, left + self.inset, top - self.padding)
            left += width


def _halves(cell: Box, room: float) -> tuple[Box, Box]:
    if fits(cell, room):
        return cell, NOTHING
    return cell.split(room) or (NOTHING, cell)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under an optional header that comes again on each page.

    Attributes:
        header: The header row, or nothing.
        rows: The rows below.
        continued: Whether the header was already drawn; then it is no content any more.
    """

    header: Row | None
    rows: tuple[Row, ...]
    continued: bool = False

    @property
    def height(self) -> float:
        """Header and rows."""
        return self._header_height() + sum(row.height for row in self.rows)

    def _header_height(self) -> float:
        return self.header.height if self.header else 0.0

    def split(self, available: float) -> tuple[Box, Box] | None:
        """Split between rows, inside a tall one, or inside the first where nothing else fits."""
        used = self._header_height()
        count = 0
        while count < len(self.rows) and fits(self.rows[count], available - used):
            used += self.rows[count].height
            count += 1
        if count == len(self.rows):
            return None
        row = self.rows[count]
        if row.height > _TALL_ROW:
            halves = row.split(available - used)
            if halves is not None:
                return self._parts(self.rows[:count], halves, self.rows[count + 1 :])
        return self._parts(self.rows[:count], (), self.rows[count:]) if count else None

    def _parts(
        self, before: Sequence[Row], cut: Sequence[Box], after: Sequence[Row]
    ) -> tuple[Box, Box]:
        halves = [half for half in cut if isinstance(half, Row)]
        first = replace(self, rows=(*before, *halves[:1]))
        return first, replace(self, rows=(*halves[1:], *after), continued=True)

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Draw the header, repeated as an artifact, and the rows."""
        if self.header:
            if self.continued:
                with painter.artifact("Pagination"):
                    self.header.paint(painter, left, top)
            else:
                self.header.paint(painter, left, top)
            top -= self.header.height
            with painter.artifact():
                painter.line((left, top), (left + sum(self.header.widths), top), 0.8, INK)
        for row in self.rows:
            row.paint(painter, left, top)
            top -= row.height

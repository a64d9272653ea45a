"""A part of a column that is filled later, and keeps its place in the reading order."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


def part_of_column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    """An empty part: the widget to lay out now, and the column to fill later.

    A screen reader and the Tab key follow the order in which widgets came to be. What is built
    later would be read last if it stood on the page itself.
    """
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return part, column


def clear_column(column: QVBoxLayout) -> None:
    """Take everything out of a column of widgets."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def end_with_words(area: QScrollArea) -> None:
    """Let a scrolling page end where its words end.

    Qt takes the least height of wrapping text from a very narrow column, and would leave a void
    as long as the page below it. With a least height of its own the page is as high as its words.
    """
    sheet = area.widget()
    if sheet is not None:
        sheet.setMinimumHeight(1)

"""What stands in columns: tables, labels with values, and lines to fill in with a pen."""

from __future__ import annotations

from dataclasses import replace

from indicator_checker.pdf.boxes import Box, Column, Drawing, Framed, Insets, text_box
from indicator_checker.pdf.line_layout import line_width
from indicator_checker.pdf.painter import Painter
from indicator_checker.pdf.prose import Setting
from indicator_checker.pdf.rows import Row, Table
from indicator_checker.pdf.styles import FAINT_RULE, INK, RULE, TINT
from indicator_checker.pdf.tags import COLUMN_HEADER, ROW_HEADER, Element
from indicator_checker.referral import blocks
from indicator_checker.referral.blocks import FillIn, LabelledRows, Run, Text

_CELL_INSET = 5.0
_GAP = 12.0
_LABEL_SHARE = 0.28
_PEN_ROW = 23.0
_PEN_GAP = 6.0


def table_box(table: blocks.Table, setting: Setting) -> Box:
    """Set a table; a long cell goes on to the next page, under the header again."""
    element = setting.parent.child("Table")
    widths = tuple(share * setting.width for share in table.widths)
    header = _table_row(table.header, widths, setting.within(element), header=True)
    rows = tuple(
        _table_row(texts, widths, setting.within(element), header=False) for texts in table.rows
    )
    return Table(header, rows)


def _table_row(
    texts: tuple[Text, ...], widths: tuple[float, ...], setting: Setting, *, header: bool
) -> Row:
    element = setting.parent.child("TR")
    style = setting.styles.text("header cell" if header else "cell")
    cells = []
    for text, width in zip(texts, widths, strict=True):
        cell = element.child("TH", COLUMN_HEADER) if header else element.child("TD")
        cells.append(text_box(text, style, width - 2 * _CELL_INSET, cell))
    padding = setting.styles.space(4.0)
    fill, rule = (TINT, None) if header else (None, RULE)
    return Row(tuple(cells), widths, _CELL_INSET, padding, fill, rule)


def labelled_rows_box(labelled: LabelledRows, setting: Setting) -> Box:
    """Set labels on the left and their values beside them, a faint line between two."""
    label_width = _LABEL_SHARE * setting.width
    widths = (label_width, setting.width - label_width)
    element = setting.parent.child("Table")
    styles = setting.styles
    rows: list[Row] = []
    for label, value in labelled.rows:
        row = element.child("TR")
        cells = (
            text_box(label, styles.text("label"), label_width - _GAP, row.child("TH", ROW_HEADER)),
            text_box(value, styles.text("value"), widths[1], row.child("TD")),
        )
        rows.append(Row(cells, widths, padding=styles.space(2.6), rule=FAINT_RULE))
    rows[-1:] = [replace(row, rule=None) for row in rows[-1:]]
    return Table(None, tuple(rows))


def fill_in_box(fill_in: FillIn, setting: Setting) -> Box:
    """Set lines for a pen, two beside each other where the labels are short."""
    style = setting.styles.text("pen label")
    half = (setting.width - _GAP) / 2
    unused = Element("P")
    short = all(
        line_width(line) < half * 0.4
        for label in fill_in.labels
        for line in text_box((Run(label),), style, setting.width, unused).lines
    )
    columns = 2 if short and len(fill_in.labels) > 1 else 1
    width = half if columns == 2 else setting.width
    rows = []
    for start in range(0, len(fill_in.labels), columns):
        labels = fill_in.labels[start : start + columns]
        blanks = [
            _blank(label, setting.within(setting.parent, setting.width - width)) for label in labels
        ]
        rows.append((0.0, Row(tuple(blanks), (width + _GAP,) * len(blanks))))
    return Column(tuple(rows))


def _blank(label: str, setting: Setting) -> Box:
    """One label with the line after it, or below it where the label is long."""
    style = setting.styles.text("pen label")
    element = setting.parent.child("P")
    words = text_box((Run(label),), style, setting.width, element)
    taken = max((line_width(line) for line in words.lines), default=0.0) + _PEN_GAP
    beside = len(words.lines) == 1 and taken < setting.width * 0.6
    above = Framed(words, setting.width, Insets(top=max(0.0, _PEN_ROW - style.line_height)))
    if beside:
        row = (above, _pen_line(setting.width - taken))
        return Row(row, (taken, setting.width - taken))
    return Column(((0.0, above), (0.0, _pen_line(setting.width))))


def _pen_line(width: float) -> Drawing:
    def draw(painter: Painter, left: float, top: float) -> None:
        bottom = top - _PEN_ROW + 3
        with painter.artifact():
            painter.line((left, bottom), (left + width, bottom), 0.6, INK)

    return Drawing(_PEN_ROW, draw)

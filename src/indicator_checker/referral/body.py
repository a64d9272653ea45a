"""Injuries on the body map, drawn and in words; window and PDF say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indicator_checker.body_map import BodyLabels, area_at, body_figure
from indicator_checker.checklist import BodyMark
from indicator_checker.referral.blocks import (
    Block,
    FigureBlock,
    Heading,
    Paragraph,
    Table,
    Text,
    said,
    typed,
)
from indicator_checker.referral.material import ReferralInput
from indicator_checker.text import Words

#: Width of both views on paper in points; with the margins of A4 and Letter there is more.
WIDTH = 300.0
_WIDTHS = (0.1, 0.34, 0.56)


def body_blocks(source: ReferralInput) -> Iterator[Block]:
    """The drawing with its marks and the same as a table; nothing where nothing was marked."""
    words, marks = source.words, source.checklist.body_marks
    if not marks:
        return
    yield Heading(3, said(words("body.heading")))
    yield Paragraph(said(words("body.intro")), "small")
    figure = body_figure(marks, WIDTH, labels_of(words))
    yield FigureBlock(figure, alternative_of(words, marks))
    header = tuple(said(words(f"body.column.{name}")) for name in ("number", "where", "note"))
    rows = tuple(_row(words, number, mark) for number, mark in enumerate(marks, start=1))
    yield Table(header, rows, _WIDTHS)


def labels_of(words: Words) -> BodyLabels:
    """The words on the drawing."""
    return BodyLabels(
        words("body.front"), words("body.back"), words("body.left"), words("body.right")
    )


def where_is(words: Words, mark: BodyMark) -> str:
    """View and area of a mark; left and right are the child's own."""
    area = area_at(mark.view, mark.x, mark.y)
    named = words(f"body.area.{area}") if area else words("body.beside")
    return words("body.where", view=words(f"body.{mark.view}"), area=named)


def alternative_of(words: Words, marks: Sequence[BodyMark]) -> str:
    """The drawing in words, for people who cannot see it."""
    if not marks:
        return words("body.alternative.none")
    said_of_each = (spoken(words, number, mark) for number, mark in enumerate(marks, start=1))
    return " ".join((words("body.alternative", n=len(marks)), *said_of_each))


def spoken(words: Words, number: int, mark: BodyMark) -> str:
    """One mark in a sentence."""
    where = where_is(words, mark)
    if mark.note:
        return words("body.mark.note", number=number, where=where, note=mark.note)
    return words("body.mark", number=number, where=where)


def _row(words: Words, number: int, mark: BodyMark) -> tuple[Text, ...]:
    note = typed(mark.note) if mark.note else said(words("body.no_note"))
    return said(str(number)), said(where_is(words, mark)), note

"""Framed parts: the boxes of page 1, the next step, and places to tell."""

from __future__ import annotations

from indicator_checker.pdf.boxes import Box, Column, Drawing, Framed, Insets, text_box
from indicator_checker.pdf.grids import fill_in_box, labelled_rows_box
from indicator_checker.pdf.prose import Setting, bullet_list_box, paragraph_box
from indicator_checker.pdf.rows import Row
from indicator_checker.pdf.styles import INK
from indicator_checker.pdf.symbols import paint_symbol
from indicator_checker.referral import blocks
from indicator_checker.referral.blocks import (
    BulletList,
    ChannelBlock,
    FillIn,
    LabelledRows,
    LevelMark,
    Paragraph,
    Run,
)

_PADDING = 10.0
_SYMBOL = 26.0
_SYMBOL_COLUMN = 40.0


def panel_box(box: blocks.Box, setting: Setting, *, prominent: bool, kind: str) -> Box:
    """Set a framed part with a title in strong letters.

    Args:
        box: Title and content.
        setting: Where it stands.
        prominent: Whether it is the one to be seen first: heavy frame, title white on black.
        kind: Structure type of its title.
    """
    styles = setting.styles
    inner = setting.within(setting.parent.child("Sect"), 2 * _PADDING)
    style = styles.text("first box title" if prominent else "box title")
    title = text_box(box.title, style, inner.width, inner.parent.child(kind))
    contents = (_panel_content(block, inner) for block in box.blocks)
    parts = tuple((styles.space(5.0), content) for content in contents if content.height)
    head = Insets(_PADDING, styles.space(6.0), _PADDING, styles.space(5.0 if prominent else 0.0))
    body = Insets(_PADDING, styles.space(4.0), _PADDING, styles.space(9.0))
    framed = (
        (0.0, Framed(title, setting.width, head, fill=INK if prominent else None)),
        (0.0, Framed(Column(parts), setting.width, body)),
    )
    edge = 2.0 if prominent else 0.8
    return Framed(Column(framed, bound=1), setting.width, Insets(), edge)


def _panel_content(block: Paragraph | BulletList | LabelledRows | FillIn, setting: Setting) -> Box:
    match block:
        case Paragraph():
            return paragraph_box(block, setting)
        case BulletList():
            return bullet_list_box(block, setting)
        case LabelledRows():
            return labelled_rows_box(block, setting)
        case FillIn():
            return fill_in_box(block, setting)


def level_mark_box(mark: LevelMark, setting: Setting) -> Box:
    """Set the next step: its symbol, its name and one sentence."""
    styles = setting.styles
    inner = setting.within(setting.parent.child("Sect"), 2 * _PADDING + _SYMBOL_COLUMN)
    title = text_box(mark.title, styles.text("level title"), inner.width, inner.parent.child("P"))
    style = styles.text("level sentence")
    sentence = text_box(mark.sentence, style, inner.width, inner.parent.child("P"))
    words = Column(((0.0, title), (style.before, sentence)), bound=1)
    symbol = Drawing(
        _SYMBOL, lambda painter, left, top: paint_symbol(painter, mark.step, left, top, _SYMBOL)
    )
    row = Row((symbol, words), (_SYMBOL_COLUMN, inner.width))
    return Framed(row, setting.width, Insets(_PADDING, 8, _PADDING, 9), edge=1.4)


def channel_box(channel: ChannelBlock, setting: Setting) -> Box:
    """Set one place to tell, from its name to how far to trust the row."""
    inner = setting.within(setting.parent.child("Sect"), 2 * _PADDING)
    named = [
        ("channel name", channel.name),
        *(("channel reach", text) for text in channel.reach),
        *(("channel detail", text) for text in channel.details),
        ("channel source", channel.source),
    ]
    parts: list[tuple[float, Box]] = []
    for name, text in named:
        style = setting.styles.text(name)
        strong = tuple(Run(run.text, True, run.language) for run in text)
        shown = strong if name == "channel reach" else text
        element = inner.parent.child("P")
        parts.append((style.before, text_box(shown, style, inner.width, element)))
    column = Column(tuple(part for part in parts if part[1].height), bound=1)
    return Framed(column, setting.width, Insets(_PADDING, 6, _PADDING, 7), edge=0.5)

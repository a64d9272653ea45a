"""From the blocks of a referral to boxes in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from indicator_checker.pdf.boxes import Box
from indicator_checker.pdf.clean import clean
from indicator_checker.pdf.figure_drawing import figure_box
from indicator_checker.pdf.flow import Item, NewPage
from indicator_checker.pdf.grids import fill_in_box, labelled_rows_box, table_box
from indicator_checker.pdf.panels import channel_box, level_mark_box, panel_box
from indicator_checker.pdf.prose import (
    Setting,
    bullet_list_box,
    heading_box,
    paragraph_box,
    quote_box,
)
from indicator_checker.referral import blocks
from indicator_checker.referral.blocks import (
    Block,
    BulletList,
    ChannelBlock,
    FigureBlock,
    FillIn,
    Heading,
    LabelledRows,
    LevelMark,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    Text,
    plain,
)

_INTRODUCED = (BulletList, ChannelBlock, FigureBlock, FillIn, Quote, Table)
_SHORT = 45.0
"""Three lines of text, in points."""


class Builder:
    """Turns blocks into items for the flow, and grows the tag tree in the same order."""

    def __init__(self, setting: Setting) -> None:
        """Build at this width, in these styles, below this element."""
        self._setting = setting
        self._depth = 0
        self._boxes_seen = 0

    def items(self, parts: Iterable[Block]) -> list[Item | NewPage]:
        """Build the items of some blocks; texts without characters leave nothing behind."""
        shown = [block for block in parts if not _is_empty(block)]
        built = [
            self._introducing(self._item(block), block, follower)
            for block, follower in zip_longest(shown, shown[1:])
        ]
        return [item for item in built if isinstance(item, NewPage) or item.box.height]

    def restyled(self, setting: Setting) -> None:
        """Go on in other styles."""
        self._setting = setting

    def _introducing(
        self, item: Item | NewPage, block: Block, follower: Block | None
    ) -> Item | NewPage:
        """Keep a short sentence with the figure, table or list that it introduces."""
        introduces = isinstance(block, Paragraph) and isinstance(follower, _INTRODUCED)
        if introduces and isinstance(item, Item) and item.box.height < _SHORT:
            return replace(item, keep_with_next=True)
        return item

    def _item(self, block: Block) -> Item | NewPage:
        if isinstance(block, PageBreak):
            return NewPage()
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, blocks.Box):
            return self._panel(block)
        box, before, whole = self._plain_box(block)
        return Item(box, self._setting.styles.space(before), keep_whole=whole)

    def _plain_box(
        self,
        block: Paragraph
        | BulletList
        | LabelledRows
        | Table
        | Quote
        | LevelMark
        | FigureBlock
        | ChannelBlock
        | FillIn,
    ) -> tuple[Box, float, bool]:
        """Give the box, the space before it, and whether it should stay whole."""
        setting = self._setting
        match block:
            case Paragraph():
                return paragraph_box(block, setting), 6.0, False
            case BulletList():
                return bullet_list_box(block, setting), 5.0, False
            case LabelledRows():
                return labelled_rows_box(block, setting), 6.0, False
            case Table():
                return table_box(block, setting), 8.0, False
            case Quote():
                return quote_box(block, setting), 7.0, False
            case LevelMark():
                return level_mark_box(block, setting), 10.0, True
            case FigureBlock():
                return figure_box(block, setting), 10.0, True
            case ChannelBlock():
                return channel_box(block, setting), 8.0, True
            case FillIn():
                return fill_in_box(block, setting), 6.0, True

    def _heading(self, heading: Heading) -> Item:
        # A tag tree may go up by any number of levels but down by one only.
        self._depth = min(heading.level, self._depth + 1)
        box = heading_box(heading, self._setting, self._depth)
        before = self._setting.styles.heading(heading.level).before
        return Item(box, before, keep_with_next=True)

    def _panel(self, panel: blocks.Box) -> Item:
        first = self._boxes_seen == 0
        self._boxes_seen += 1
        kind = "H2" if self._depth else "P"
        if self._depth:
            self._depth = 2
        box = panel_box(panel, self._setting, prominent=first, kind=kind)
        return Item(box, self._setting.styles.space(9.0), keep_whole=True)


def _is_empty(block: Block) -> bool:
    match block:
        case Heading() | Paragraph():
            return _is_blank(block.text)
        case Quote():
            return _is_blank(block.text) and _is_blank(block.introduction)
        case BulletList():
            return not block.items
        case LabelledRows():
            return not block.rows
        case FillIn():
            return not block.labels
        case _:
            return False


def _is_blank(text: Text) -> bool:
    return not clean(plain(text)).strip()

"""Running text as boxes: headings, paragraphs, lists and quotes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from indicator_checker.pdf.boxes import Box, Column, Framed, Insets, TextBox, text_box
from indicator_checker.pdf.clean import clean
from indicator_checker.pdf.rows import Row
from indicator_checker.pdf.styles import Styles
from indicator_checker.pdf.tags import UNORDERED, Element
from indicator_checker.referral.blocks import (
    BulletList,
    Heading,
    Paragraph,
    Quote,
    Run,
    plain,
)

_BULLET = (Run("•"),)
_BULLET_COLUMN = 14.0
_QUOTE_BAR = 2.5


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a box is set: how wide, in which styles, below which element of the tag tree."""

    width: float
    styles: Styles
    parent: Element

    def within(self, parent: Element, margins: float = 0.0) -> Setting:
        """The setting of something inside another box."""
        return replace(self, parent=parent, width=self.width - margins)


def heading_box(heading: Heading, setting: Setting, depth: int) -> TextBox:
    """Set a heading; ``depth`` is its level without gaps, as the tag tree needs it."""
    element = setting.parent.child(f"H{depth}")
    title = " ".join(clean(plain(heading.text)).split())
    style = setting.styles.heading(heading.level)
    return text_box(heading.text, style, setting.width, element, (title, depth - 1))


def paragraph_box(paragraph: Paragraph, setting: Setting) -> Box:
    """Set a paragraph."""
    style = setting.styles.text(paragraph.style)
    return text_box(paragraph.text, style, setting.width, setting.parent.child("P"))


def bullet_list_box(points: BulletList, setting: Setting) -> Box:
    """Set a list, a bullet before each point."""
    style = setting.styles.text("item")
    list_element = setting.parent.child("L", UNORDERED)
    rows: list[tuple[float, Box]] = []
    for text in points.items:
        item = list_element.child("LI")
        bullet = text_box(_BULLET, style, _BULLET_COLUMN, item.child("Lbl"))
        width = setting.width - _BULLET_COLUMN
        body = text_box(text, style, width, item.child("LBody"))
        rows.append((style.before, Row((bullet, body), (_BULLET_COLUMN, width))))
    return Column(tuple(rows))


def quote_box(quote: Quote, setting: Setting) -> Box:
    """Set somebody's own words beside a bar, below what introduces them."""
    styles = setting.styles
    insets = Insets(left=12, top=1, bottom=1)
    introduction = text_box(
        quote.introduction,
        styles.text("quote introduction"),
        setting.width,
        setting.parent.child("P"),
    )
    element = setting.parent.child("BlockQuote").child("P")
    words = text_box(quote.text, styles.text("quote"), setting.width - insets.left, element)
    barred = Framed(words, setting.width, insets, bar=_QUOTE_BAR)
    parts: tuple[tuple[float, Box], ...] = ((0.0, introduction), (2.0, barred))
    return Column(tuple(part for part in parts if part[1].height), bound=1)

"""The blocks a referral is made of: plain data that the window and the PDF only paint.

Everything a person typed is text in a :class:`Run`, never markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from indicator_checker.figure import Figure


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one language and one weight.

    Attributes:
        text: The characters as typed or worded; may hold line breaks.
        strong: Whether it is set bold.
        language: BCP 47 tag where it differs from the document's; ``None`` for the same, ``"und"``
            for words a person typed.
    """

    text: str
    strong: bool = False
    language: str | None = None


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document."""

    level: Literal[1, 2, 3]
    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: ``body``, ``lead`` (larger, the one sentence that matters) or ``small``."""

    text: Text
    style: Literal["body", "lead", "small"] = "body"


@dataclass(frozen=True, slots=True)
class BulletList:
    """Short points, one per item."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class LabelledRows:
    """Label and value side by side, label left; a value may be long."""

    rows: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with header cells.

    Attributes:
        header: One text per column.
        rows: Each as long as ``header``.
        widths: Shares of the text width, one per column, adding up to 1.
    """

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """The child's own words, with what introduces them."""

    introduction: Text
    text: Text


@dataclass(frozen=True, slots=True)
class LevelMark:
    """The next step: symbol, word and one sentence, never colour alone."""

    step: str
    title: Text
    sentence: Text


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure and the words that say the same."""

    figure: Figure
    alternative: str


@dataclass(frozen=True, slots=True)
class ChannelBlock:
    """One place to tell: name, how to reach it, what it is for, and how far to trust the row."""

    name: Text
    reach: tuple[Text, ...]
    details: tuple[Text, ...]
    source: Text


@dataclass(frozen=True, slots=True)
class FillIn:
    """Lines to fill in with a pen: one blank per label."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A framed part of page 1, with a title in strong letters."""

    title: Text
    blocks: tuple[Paragraph | BulletList | LabelledRows | FillIn, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = (
    Heading
    | Paragraph
    | BulletList
    | LabelledRows
    | Table
    | Quote
    | LevelMark
    | FigureBlock
    | ChannelBlock
    | FillIn
    | Box
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Referral:
    """The whole summary, ready to paint.

    Attributes:
        title: Neutral title, also of the file.
        language: BCP 47 tag of the document.
        created: Moment of writing, with its offset; part of the input, so that the same referral
            gives the same bytes.
        blocks: Page 1 first, then a :class:`PageBreak`, then the annex.
        stamp: Lines for the foot of every page; ``page_label`` has ``{page}`` and ``{pages}``.
    """

    title: str
    language: str
    created: datetime
    blocks: tuple[Block, ...]
    stamp: tuple[str, ...]
    page_label: str


def said(text: str, *, strong: bool = False) -> Text:
    """A text in words of ours or of the instrument."""
    return (Run(text, strong=strong),)


def typed(text: str) -> Text:
    """A text in words that a person typed; its language is not known."""
    return (Run(text, language="und"),)


def plain(text: Text) -> str:
    """The characters of a text, without weight or language."""
    return "".join(run.text for run in text)

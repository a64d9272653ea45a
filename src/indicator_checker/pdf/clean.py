"""The guard between what people type and what is drawn.

Nothing that cannot be seen, or that changes how its neighbours are seen, reaches the paper. A text
counts as kept when it is equal after NFC and the removals listed here; their number can be printed
(:func:`removed_characters`).
"""

from __future__ import annotations

import re
import unicodedata

MARKS_PER_LETTER = 8
"""Stacked marks beyond this hide the lines above and below."""

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")

_INVISIBLE_RANGES = (
    (0x0000, 0x0008),  # C0 controls, but not tab and line feed
    (0x000E, 0x001F),
    (0x007F, 0x0084),  # delete and C1 controls, but not next line
    (0x0086, 0x009F),
    (0x00AD, 0x00AD),  # soft hyphen
    (0x061C, 0x061C),  # Arabic letter mark
    (0x180E, 0x180E),  # Mongolian vowel separator
    (0x200B, 0x200B),  # zero width space; the joiners 200C and 200D stay, scripts need them
    (0x200E, 0x200F),  # direction marks
    (0x202A, 0x202E),  # embeddings and overrides of direction
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates, deprecated controls
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0xE0000, 0xE007F),  # tags: text that no screen shows
)
_INVISIBLE = re.compile(
    "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _INVISIBLE_RANGES) + "]"
)


def _with_plain_breaks(text: str) -> str:
    return _SURROGATES.sub("\ufffd", _LINE_BREAKS.sub("\n", text).replace("\t", " "))


def _with_capped_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character)[0] == "M" else 0
        if marks <= MARKS_PER_LETTER:
            kept.append(character)
    return "".join(kept)


def clean(text: str) -> str:
    """Give the text as it may be drawn.

    Line breaks of every kind become a line feed, a tab a space, a lone surrogate U+FFFD; the
    rest is NFC without controls, without direction and other invisible characters, and with at most
    :data:`MARKS_PER_LETTER` marks on a letter.
    """
    if text.isascii() and text.isprintable():
        return text
    visible = _INVISIBLE.sub("", _with_plain_breaks(text))
    return _with_capped_marks(unicodedata.normalize("NFC", visible))


def removed_characters(text: str) -> int:
    """Count what :func:`clean` leaves out: invisible characters and marks beyond the limit."""
    if text.isascii() and text.isprintable():
        return 0
    visible, invisible = _INVISIBLE.subn("", _with_plain_breaks(text))
    composed = unicodedata.normalize("NFC", visible)
    return invisible + len(composed) - len(_with_capped_marks(composed))

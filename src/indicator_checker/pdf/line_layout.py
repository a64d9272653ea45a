"""Breaking runs of text into lines that fit a width.

A break eats nothing: the space stays at the end of its line, so that words are not glued together
when the text is read back. A word wider than the line is cut between two letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from indicator_checker.pdf.clean import clean
from indicator_checker.pdf.fonts import Face, face
from indicator_checker.pdf.styles import TextStyle
from indicator_checker.referral.blocks import Text

_WORD = re.compile(r"\n| +|[^ \n]+")
# Inside a word a line may break after a dash or slash between letters (not before a digit: dates
# and phone numbers stay whole) and between two characters that could only be named.
_IN_ADDRESS = re.compile(r"(?<=\w/)(?=\w)")
_INSIDE = re.compile(r"(?<=\w[-–—/])(?=[^\W\d])|(?<=\])(?=\[U\+)")
_JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one face that stay together, or blanks; ``width`` in points."""

    text: str
    face: Face
    width: float
    language: str | None

    @property
    def is_blank(self) -> bool:
        """Whether it is made of spaces."""
        return self.text[0] == " "


Line = tuple[Piece, ...]


def _words(text: str) -> list[str]:
    parts: list[str] = []
    for word in _WORD.findall(text):
        # A dash at the end of a line must not be taken for one of ours in an address to type.
        breaks = _IN_ADDRESS if "://" in word or "@" in word else _INSIDE
        parts += breaks.split(word)
    return parts


def _pieces(text: Text, style: TextStyle) -> Iterator[tuple[Piece | None, bool]]:
    """Yield pieces and whether a line may break after each; ``None`` is a typed line break."""
    for run in text:
        setting = face(style.bold or run.strong)
        words = _words(setting.drawable(clean(run.text)))
        for index, word in enumerate(words, start=1):
            if word == "\n":
                yield None, True
                continue
            width = setting.width(word) * style.size / 1000
            yield Piece(word, setting, width, run.language), index < len(words)


class _Filler:
    """Fills lines of one width greedily."""

    def __init__(self, width: float, style: TextStyle) -> None:
        self._limit = width + 0.01
        self._size = style.size
        self._blank = face(style.bold)
        self._line: list[Piece] = []
        self._used = 0.0
        self._unit: list[Piece] = []
        self.lines: list[Line] = []

    def add(self, piece: Piece, may_break: bool) -> None:
        if piece.is_blank:
            self._place_unit()
            self._append(piece)
            return
        self._unit.append(piece)
        if may_break:
            self._place_unit()

    def finish(self) -> None:
        """End the last line."""
        self._place_unit()
        self._end_line()

    def break_line(self) -> None:
        """End a line where the person typed a break; it carries a space like any other."""
        self._place_unit()
        if not self._line or not self._line[-1].is_blank:
            width = self._blank.width(" ") * self._size / 1000
            self._append(Piece(" ", self._blank, width, None))
        self._end_line()

    def _end_line(self) -> None:
        self.lines.append(tuple(self._line))
        self._line, self._used = [], 0.0

    def _append(self, piece: Piece) -> None:
        self._line.append(piece)
        self._used += piece.width

    def _place_unit(self) -> None:
        unit, self._unit = self._unit, []
        width = sum(piece.width for piece in unit)
        if self._line and self._used + width > self._limit:
            self._end_line()
        for piece in unit:
            if width > self._limit:
                self._place_in_parts(piece)
            else:
                self._append(piece)

    def _place_in_parts(self, piece: Piece) -> None:
        scale = self._size / 1000
        start, used = 0, self._used
        for index, character in enumerate(piece.text):
            advance = piece.face.advance(character) * scale
            if used + advance > self._limit and index > start and not _clings(piece.text, index):
                self._append(_part(piece, start, index, used - self._used))
                self._end_line()
                start, used = index, 0.0
            elif used + advance > self._limit and index == start and self._line:
                self._end_line()
                used = 0.0
            used += advance
        self._append(_part(piece, start, len(piece.text), used - self._used))


def _clings(text: str, index: int) -> bool:
    """Whether the character belongs to the one before it."""
    return (
        unicodedata.category(text[index])[0] == "M"
        or text[index] in _JOINERS
        or text[index - 1] in _JOINERS
    )


def _part(piece: Piece, start: int, end: int, width: float) -> Piece:
    return Piece(piece.text[start:end], piece.face, width, piece.language)


def break_lines(text: Text, style: TextStyle, width: float) -> tuple[Line, ...]:
    """Set a text in lines.

    Args:
        text: Runs as typed; they are cleaned here.
        style: Size and weight.
        width: Room for a line in points; blanks at its end may hang over.

    Returns:
        One tuple of pieces per line; nothing for a text without characters.
    """
    filler = _Filler(width, style)
    any_piece = False
    for piece, may_break in _pieces(text, style):
        any_piece = True
        if piece is None:
            filler.break_line()
        else:
            filler.add(piece, may_break)
    if any_piece:
        filler.finish()
    return tuple(filler.lines)


def line_width(line: Iterable[Piece]) -> float:
    """Width of what can be seen of a line, in points."""
    pieces = list(line)
    while pieces and pieces[-1].is_blank:
        pieces.pop()
    return sum(piece.width for piece in pieces)

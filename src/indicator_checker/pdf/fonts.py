"""The faces the referral is set in, and which characters they can draw."""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase.ttfonts import TTFontFile

from indicator_checker.resources import resource_path

_FILES = {False: "NotoSans-Regular.ttf", True: "NotoSans-Bold.ttf"}


class Face:
    """One TrueType face; widths are in thousandths of the type size.

    Attributes:
        name: PostScript name.
        file: The parsed font; only :mod:`.embedding` looks inside.
        ascent: Height of the letters above the baseline.
        descent: Depth below the baseline, negative.
    """

    def __init__(self, file_name: str) -> None:
        """Parse a shipped font."""
        self.file = TTFontFile(str(resource_path("fonts", file_name)))
        self.name: str = self.file.name.decode("ascii")
        self.ascent = float(self.file.ascent)
        self.descent = float(self.file.descent)
        self._glyphs: dict[int, int] = self.file.charToGlyph
        self._advances: dict[str, float] = {
            chr(code): float(width)
            for code, width in self.file.charWidths.items()
            if self._glyphs.get(code)  # 0 is the drawing for "missing"
        }

    def covers(self, character: str) -> bool:
        """Whether this face has a drawing of the character; private characters never count."""
        return character in self._advances and not "\ue000" <= character <= "\uf8ff"

    def glyph(self, character: str) -> int:
        """Number of the drawing of a covered character."""
        return self._glyphs[ord(character)]

    def advance(self, character: str) -> float:
        """Width of a covered character."""
        return self._advances[character]

    def width(self, text: str) -> float:
        """Width of covered characters set one after the other."""
        return sum(map(self._advances.__getitem__, text))

    def drawable(self, text: str) -> str:
        """Replace each character without a drawing by its visible number, ``[U+XXXX]``."""
        if text.isascii():
            return text
        return "".join(map(self._shown, text))

    def _shown(self, character: str) -> str:
        if character == "\n" or self.covers(character):
            return character
        return f"[U+{ord(character):04X}]"


@cache
def face(bold: bool) -> Face:
    """Give the regular or the bold face, parsed once."""
    return Face(_FILES[bold])

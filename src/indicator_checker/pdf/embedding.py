"""Fonts inside the file: the used glyphs only, each with the text it stands for.

Composite fonts with two-byte codes (ISO 32000-1, 9.7). A code belongs to one glyph *and* one text,
so that reading the file back gives the very characters, also where two of them share a drawing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from reportlab.pdfbase.pdfdoc import PDFObject

from indicator_checker.pdf.fonts import Face
from indicator_checker.pdf.objects import RawObject, RawStream

AddObject = Callable[[PDFObject], int]
"""Puts an object into the file and gives its number."""

_MAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_MAP_TAIL = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"
_ENTRIES_PER_BLOCK = 100


class EmbeddedFont:
    """One face as one document uses it.

    Attributes:
        name: Resource name on the pages.
    """

    def __init__(self, face: Face, name: str) -> None:
        """Start without any glyph."""
        self.name = name
        self._face = face
        self._codes: dict[str, str] = {}

    def encode(self, text: str) -> str:
        """Give the hexadecimal codes of covered characters, for a string that shows them."""
        codes = self._codes
        # Code 0 stays the glyph for "missing", which we never draw.
        return "".join(
            codes.get(character) or codes.setdefault(character, f"{len(codes) + 1:04X}")
            for character in text
        )

    def build(self, add: AddObject) -> RawObject:
        """Build the font dictionary and put what it points to into the file."""
        base = f"{self._subset_tag()}+{self._face.name}"
        descendant = add(RawObject(self._descendant(base, add)))
        to_unicode = add(RawStream(self._to_unicode().encode("ascii")))
        return RawObject(
            f"<</Type/Font/Subtype/Type0/BaseFont/{base}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>"
        )

    def _subset_tag(self) -> str:
        digest = hashlib.sha256((self._face.name + "".join(self._codes)).encode("utf-8")).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _descendant(self, base: str, add: AddObject) -> str:
        characters = list(self._codes)
        widths = " ".join(f"{self._face.advance(character):g}" for character in characters)
        glyph_map = add(RawStream(self._code_to_glyph()))
        descriptor = add(RawObject(self._descriptor(base, add)))
        return (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{base}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/DW 1000/W[1[{widths}]]"
            f"/CIDToGIDMap {glyph_map} 0 R>>"
        )

    def _code_to_glyph(self) -> bytes:
        """Say which glyph of the subset each code draws.

        ReportLab numbers the glyphs of a subset in the order of their first use; two characters
        with one drawing share a glyph.
        """
        numbers: dict[int, int] = {}
        table = bytearray(b"\x00\x00")
        for character in self._codes:
            number = numbers.setdefault(self._face.glyph(character), len(numbers) + 1)
            table += number.to_bytes(2, "big")
        return bytes(table)

    def _descriptor(self, base: str, add: AddObject) -> str:
        file = self._face.file
        subset: bytes = file.makeSubset([ord(character) for character in self._codes])
        program = add(RawStream(subset, f"/Length1 {len(subset)}"))
        box = " ".join(f"{edge:g}" for edge in file.bbox)
        symbolic = 4
        return (
            f"<</Type/FontDescriptor/FontName/{base}/Flags {symbolic}/FontBBox[{box}]"
            f"/ItalicAngle 0/Ascent {file.ascent:g}/Descent {file.descent:g}"
            f"/CapHeight {file.capHeight:g}/StemV {file.stemV:g}/FontFile2 {program} 0 R>>"
        )

    def _to_unicode(self) -> str:
        entries = [
            f"<{code}> <{character.encode('utf-16-be').hex().upper()}>"
            for character, code in self._codes.items()
        ]
        blocks = []
        for start in range(0, len(entries), _ENTRIES_PER_BLOCK):
            block = entries[start : start + _ENTRIES_PER_BLOCK]
            lines = "\n".join(block)
            blocks.append(f"{len(block)} beginbfchar\n{lines}\nendbfchar\n")
        return _MAP_HEAD + "".join(blocks) + _MAP_TAIL

"""The few PDF objects that ReportLab lacks or writes in a way that archives refuse."""

from __future__ import annotations

import zlib
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFObject

# Programs that repair damaged files look for these; they must never stand in a literal string.
_KEYWORDS = ("obj", "stream", "xref", "trailer")


def text_string(text: str) -> str:
    """Write a PDF text string: readable where that is harmless, otherwise UTF-16 in hex."""
    if text.isascii() and text.isprintable() and not any(word in text for word in _KEYWORDS):
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def date_string(moment: datetime) -> str:
    """Write a PDF date with its offset from UTC (ISO 32000-1, 7.9.4)."""
    offset = moment.strftime("%z")
    zone = f"{offset[:3]}'{offset[3:5]}'" if offset and moment.utcoffset() else "Z00'00'"
    return f"(D:{moment:%Y%m%d%H%M%S}{zone})"


class RawObject(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An indirect object whose text we write ourselves."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        """Keep the text; it may be set later, until the file is written."""
        self.text = text

    def format(self, _document: object) -> bytes:
        """Give the bytes; called by ReportLab."""
        return self.text.encode("ascii")


class RawStream(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """A stream with a line end before ``endstream``, which PDF/A asks for and ReportLab omits."""

    __RefOnly__ = 1

    def __init__(self, data: bytes, entries: str = "", *, compress: bool = True) -> None:
        """Keep the data; ``entries`` are further dictionary entries."""
        self._data = zlib.compress(data, 6) if compress else data
        self._entries = entries + ("/Filter/FlateDecode" if compress else "")

    def format(self, _document: object) -> bytes:
        """Give the bytes; called by ReportLab."""
        head = f"<<{self._entries}/Length {len(self._data)}>>\nstream\n".encode("ascii")
        # CR LF: when the data end in CR, a single LF would read as one line end with it.
        return head + self._data + b"\r\nendstream"

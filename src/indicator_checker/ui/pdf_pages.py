"""The pages of a PDF as images and as text: what the preview shows and the printer gets."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QImage

POINTS_PER_INCH = 72


class PdfPages:
    """An open PDF, read from bytes; nothing of it touches the disk."""

    def __init__(self, data: bytes) -> None:
        """Open the document.

        Args:
            data: The whole file, exactly as it will be saved.
        """
        # Loaded here: it would slow the start of a window that may never show a preview.
        import pypdfium2

        self._data = data
        self._document: Any = pypdfium2.PdfDocument(data)

    def __len__(self) -> int:
        return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page in points; pages count from 0."""
        width, height = self._document.get_page_size(number)
        return float(width), float(height)

    def image(self, number: int, width: int) -> QImage:
        """A page as an image of the given width in pixels."""
        page = self._document[number]
        bitmap = page.render(scale=width / page.get_width(), may_draw_forms=False)
        try:
            # A copy, because the image would else look into memory that is given back.
            return QImage(
                bitmap.buffer,
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_BGR888,
            ).copy()
        finally:
            bitmap.close()
            page.close()

    def text(self, number: int) -> str:
        """The words of a page in reading order."""
        page = self._document[number]
        text_page = page.get_textpage()
        try:
            return str(text_page.get_text_range()).replace("\r\n", "\n").strip()
        finally:
            text_page.close()
            page.close()

    def close(self) -> None:
        """Give the memory back."""
        self._document.close()

"""From painted pages to the bytes of a file."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFName, PDFObject

from indicator_checker.pdf.metadata import information_dictionary, metadata_packet
from indicator_checker.pdf.objects import RawObject, RawStream, text_string
from indicator_checker.pdf.painter import Painter
from indicator_checker.pdf.tags import Element, element_dictionary, tree_dictionary


class _File:
    """ReportLab's document while its last objects are added."""

    def __init__(self, painter: Painter) -> None:
        self.painter = painter
        self.document: Any = painter.canvas._doc
        self.pages = [self._number_of(page) for page in self.document.Pages.pages]

    def add(self, item: PDFObject) -> int:
        """Put an object into the file and give its number."""
        return self._number_of(item)

    def _number_of(self, item: PDFObject) -> int:
        reference = self.document.Reference(item)
        number: int = self.document.idToObjectNumberAndVersion[reference.name][0]
        return number

    def add_fonts(self) -> None:
        """Embed the faces that were used."""
        fonts = self.document.idToObject["BasicFonts"].dict
        for font in self.painter.fonts.values():
            fonts[font.name] = font.build(self.add)

    def add_tags(self, root: Element) -> None:
        """Write the tag tree."""
        tree = RawObject()
        tree_number = self.add(tree)
        elements = [(element, RawObject()) for element in root.walk()]
        numbers = {id(element): self.add(written) for element, written in elements}
        for element, written in elements:
            parent = tree_number if element.parent is None else numbers[id(element.parent)]
            written.text = element_dictionary(element, parent, numbers, self.pages)
        marks = self.painter.marks_by_page[: len(self.pages)]
        tree.text = tree_dictionary(numbers[id(root)], marks, numbers)
        self.document.Catalog.StructTreeRoot = tree

    def set_catalog(self, title: str, language: str, created: datetime) -> None:
        """Say in the catalogue and in the metadata what the document is."""
        catalog = self.document.Catalog
        # ReportLab would make objects of their own out of these.
        direct = ("MarkInfo", "PageMode", "PageLayout", "ViewerPreferences")
        catalog.__Refs__ = [name for name in catalog.__Refs__ if name not in direct]
        catalog.Lang = text_string(language)
        catalog.MarkInfo = "<</Marked true>>"
        catalog.ViewerPreferences = "<</DisplayDocTitle true>>"
        catalog.PageMode = PDFName("UseNone")
        packet = metadata_packet(title, language, created).encode("utf-8")
        catalog.Metadata = RawStream(packet, "/Type/Metadata/Subtype/XML", compress=False)
        information = information_dictionary(title, created).encode("ascii")
        self.document.info.format = lambda _document: information

    def set_identity(self, seed: str) -> None:
        """Name the file after its content instead of the clock."""
        digest = hashlib.sha256(seed.encode("utf-8"))
        for page in self.document.Pages.pages:
            digest.update(page.stream.encode("ascii"))
        name = digest.hexdigest()[:32].upper()
        self.document._ID = f"[<{name}><{name}>]".encode("ascii")


def write_file(
    painter: Painter, root: Element, title: str, language: str, created: datetime
) -> bytes:
    """Finish the document.

    Args:
        painter: All pages drawn and ended.
        root: The tag tree of what was drawn.
        title: Title, cleaned.
        language: BCP 47 tag of the document.
        created: Moment to state as creation.

    Returns:
        The file; the same input gives the same bytes.
    """
    file = _File(painter)
    file.add_fonts()
    file.add_tags(root)
    file.set_catalog(title, language, created)
    file.set_identity(f"{title}\n{language}\n{created.isoformat()}\n")
    written: bytes = file.document.GetPDFData(painter.canvas)
    return written

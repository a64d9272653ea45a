"""Drawing on pages: text, shapes and the marks that say what is drawn.

Everything drawn belongs either to an element of the tag tree or to an artifact (rules, frames,
page numbers), so that nothing decorative is read aloud and nothing written is skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.pdfgen.canvas import Canvas

from indicator_checker.pdf.embedding import EmbeddedFont
from indicator_checker.pdf.fonts import Face
from indicator_checker.pdf.line_layout import Line, Piece
from indicator_checker.pdf.objects import RawStream
from indicator_checker.pdf.tags import Element

Point = tuple[float, float]


class _BareCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that does not open each page with a font that is not embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class Painter:
    """Draws one document page by page; lengths in points, the origin bottom left.

    Attributes:
        canvas: ReportLab's canvas, for curved shapes and for finishing the file.
        fonts: The faces used so far.
        marks_by_page: For each page the elements its marks belong to.
    """

    def __init__(self, page_size: Point, language: str) -> None:
        """Start a document of pages of this size."""
        self.canvas = _BareCanvas(
            BytesIO(), pagesize=page_size, pageCompression=1, invariant=1, pdfVersion=(1, 7)
        )
        self.fonts: dict[Face, EmbeddedFont] = {}
        self.marks_by_page: list[list[Element]] = [[]]
        self._language = language
        self._code: list[str] = self.canvas._code
        self._inside: str | None = None
        self._outline_entries = 0

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Mark what is drawn inside as content of an element, unless inside an artifact."""
        if self._inside == "Artifact":
            yield
            return
        marks = self.marks_by_page[-1]
        element.parts.append((len(self.marks_by_page) - 1, len(marks)))
        with self._marked(element.kind, f"/{element.kind}<</MCID {len(marks)}>>BDC"):
            marks.append(element)
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Mark what is drawn inside as decoration (``Layout``) or as ``Pagination``."""
        if self._inside == "Artifact":
            yield
            return
        with self._marked("Artifact", f"/Artifact<</Type/{kind}>>BDC"):
            yield

    @contextmanager
    def _marked(self, kind: str, opening: str) -> Iterator[None]:
        if self._inside is not None:
            raise RuntimeError(f"{kind} drawn inside {self._inside}")
        self._inside = kind
        self._code.append(opening)
        yield
        self._code.append("EMC")
        self._inside = None

    def text_line(self, line: Line, left: float, baseline: float, size: float, grey: float) -> None:
        """Draw the pieces of a line one after the other."""
        out = [f"BT {grey:g} g 1 0 0 1 {left:.2f} {baseline:.2f} Tm"]
        current: Face | None = None
        for piece in line:
            font = self._font(piece.face)
            if piece.face is not current:
                out.append(f"/{font.name} {size:g} Tf")
                current = piece.face
            out.append(f"<{font.encode(piece.text)}>Tj")
        self._code.append(" ".join([*out, "ET"]))

    def foreign_language(self, piece: Piece) -> str:
        """The language of a piece where it is known to differ from the document's, or nothing."""
        # What a person typed has no known language; the document's is the best guess.
        known = piece.language not in (None, "und", self._language)
        return piece.language or "" if known else ""

    def _font(self, face: Face) -> EmbeddedFont:
        font = self.fonts.get(face)
        if font is None:
            font = self.fonts[face] = EmbeddedFont(face, f"F{len(self.fonts) + 1}")
        return font

    def rectangle(
        self,
        left: float,
        bottom: float,
        size: Point,
        *,
        fill: float | None = None,
        edge: float = 0.0,
        edge_grey: float = 0.0,
    ) -> None:
        """Draw a rectangle of (width, height); ``edge`` is the thickness of its outline."""
        operators = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
        self._code.append(
            f"{0 if fill is None else fill:g} g {edge_grey:g} G {edge:g} w "
            f"{left:.2f} {bottom:.2f} {size[0]:.2f} {size[1]:.2f} re "
            + operators[(fill is not None, edge > 0)]
        )

    def line(self, start: Point, end: Point, thickness: float, grey: float = 0.0) -> None:
        """Draw a straight line."""
        self._code.append(
            f"{grey:g} G {thickness:g} w {start[0]:.2f} {start[1]:.2f} m "
            f"{end[0]:.2f} {end[1]:.2f} l S"
        )

    def outline(self, title: str, level: int, top: float) -> None:
        """Add an entry to the table of contents that viewers show; ``level`` starts at 0."""
        self._outline_entries += 1
        key = f"part{self._outline_entries}"
        self.canvas.bookmarkHorizontal(key, 0, top)
        self.canvas.addOutlineEntry(title, key, level)

    def end_page(self) -> None:
        """Finish the page and go on to the next."""
        self.canvas.showPage()
        self._code = self.canvas._code
        page = self.canvas._doc.Pages.pages[-1]
        page.Contents = RawStream(page.stream.encode("ascii"))
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self.marks_by_page) - 1
        page.Tabs = PDFName("S")
        self.marks_by_page.append([])

"""The tags of a document: what each drawn part is, in reading order (ISO 32000-1, 14.7 and 14.8).

A screen reader follows this tree, not the positions on the paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.pdf.objects import text_string


class Element:
    """A part of the document: a heading, a paragraph, a table cell.

    Attributes:
        kind: Standard structure type, for example ``"P"``.
        language: BCP 47 tag where it differs from the document's, or nothing.
        attributes: Attribute dictionary as it stands in the file, or nothing.
        alternative: Words that say what a figure shows, or nothing.
        parts: Children and marks in reading order; a mark is (page from 0, number on that page).
    """

    __slots__ = ("alternative", "attributes", "kind", "language", "parent", "parts")

    def __init__(self, kind: str, parent: Element | None = None) -> None:
        """Make an element; :meth:`child` makes one below another."""
        self.kind = kind
        self.parent = parent
        self.attributes = ""
        self.alternative = ""
        self.language = ""
        self.parts: list[Element | tuple[int, int]] = []

    def child(self, kind: str, attributes: str = "") -> Element:
        """Add an element at the end of this one."""
        element = Element(kind, self)
        element.attributes = attributes
        self.parts.append(element)
        return element

    def span(self, language: str) -> Element:
        """Give the part in another language at the end of this element, a new one if needed."""
        last = self.parts[-1] if self.parts else None
        if isinstance(last, Element) and last.language == language:
            return last
        element = self.child("Span")
        element.language = language
        return element

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it in reading order."""
        yield self
        for part in self.parts:
            if isinstance(part, Element):
                yield from part.walk()


COLUMN_HEADER = "<</O/Table/Scope/Column>>"
ROW_HEADER = "<</O/Table/Scope/Row>>"
UNORDERED = "<</O/List/ListNumbering/Disc>>"


def _marks(element: Element, numbers: dict[int, int], pages: list[int]) -> str:
    """Write what an element holds; a mark on a page names its page."""
    written = []
    for part in element.parts:
        if isinstance(part, Element):
            written.append(f"{numbers[id(part)]} 0 R")
        else:
            page, mark = part
            written.append(f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>")
    return f"/K[{' '.join(written)}]" if written else ""


def element_dictionary(
    element: Element, parent: int, numbers: dict[int, int], pages: list[int]
) -> str:
    """Write an element as a dictionary.

    Args:
        element: What to write.
        parent: Object number of the element above, or of the root of the tree.
        numbers: Object number by ``id`` of an element.
        pages: Object number of each page.
    """
    extras = f"/A{element.attributes}" if element.attributes else ""
    if element.alternative:
        extras += f"/Alt{text_string(element.alternative)}"
    if element.language:
        extras += f"/Lang{text_string(element.language)}"
    marks = _marks(element, numbers, pages)
    return f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R{marks}{extras}>>"


def tree_dictionary(root: int, marks_by_page: list[list[Element]], numbers: dict[int, int]) -> str:
    """Write the root of the tree with the way back from each mark to its element."""
    rows = []
    for page, elements in enumerate(marks_by_page):
        references = " ".join(f"{numbers[id(element)]} 0 R" for element in elements)
        rows.append(f"{page}[{references}]")
    return (
        f"<</Type/StructTreeRoot/K {root} 0 R/ParentTree<</Nums[{' '.join(rows)}]>>"
        f"/ParentTreeNextKey {len(marks_by_page)}>>"
    )

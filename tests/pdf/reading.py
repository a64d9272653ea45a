"""Reading a PDF back: by its tags, as a screen reader does, and by its pages."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

Node = tuple[str, list["Node | str"]]
"""Kind of an element, and its children and texts in reading order."""

_ENTRY = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


def open_pdf(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def plain_spaces(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def without_spaces(text: str) -> str:
    return "".join(text.split())


def pages_text(data: bytes) -> list[str]:
    """The text of each page as a viewer copies it."""
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def font_names(data: bytes) -> list[str]:
    """The names of the embedded fonts, without the letters that mark a subset."""
    fonts: Any = open_pdf(data).pages[0]["/Resources"]
    return sorted(font["/BaseFont"].split("+")[1] for font in fonts["/Font"].values())


def _characters(font: DictionaryObject) -> dict[bytes, str]:
    stream: Any = font["/ToUnicode"]
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _ENTRY.findall(stream.get_data())
        if len(code) == 4
    }


def _marked_texts(reader: PdfReader) -> dict[tuple[int, int], str]:
    """The text of each mark, by (object number of the page, number of the mark)."""
    texts: dict[tuple[int, int], str] = {}
    for page in reader.pages:
        resources: Any = page["/Resources"]
        fonts = resources["/Font"].items()
        tables = {name: _characters(font.get_object()) for name, font in fonts}
        assert page.indirect_reference is not None
        number = page.indirect_reference.idnum
        mark, table = None, {}
        content: Any = page.get_contents()
        for operands, operator in ContentStream(content, reader).operations:
            if operator == b"BDC":
                mark = operands[1].get("/MCID")
            elif operator == b"EMC":
                mark = None
            elif operator == b"Tf":
                table = tables[operands[0]]
            elif operator == b"Tj" and mark is not None:
                raw = operands[0].original_bytes
                shown = "".join(table[raw[i : i + 2]] for i in range(0, len(raw), 2))
                texts[number, mark] = texts.get((number, mark), "") + shown
            else:
                assert operator not in (b"TJ", b"'", b'"')
    return texts


def _node(element: DictionaryObject, texts: dict[tuple[int, int], str]) -> Node:
    parts: list[Node | str] = []
    kids: Any = element.get("/K", [])
    for kid in kids:
        part = kid.get_object()
        if part["/Type"] == "/MCR":
            number = part.raw_get("/Pg").idnum
            parts.append(texts.get((number, part["/MCID"]), ""))
        else:
            assert part["/P"] is element
            parts.append(_node(part, texts))
    return str(element["/S"])[1:], parts


def tag_tree(data: bytes) -> Node:
    """The tag tree with the text of each mark."""
    reader = open_pdf(data)
    tree: Any = reader.root_object["/StructTreeRoot"]
    return _node(tree["/K"].get_object(), _marked_texts(reader))


def texts_of(node: Node, *kinds: str) -> list[str]:
    """The whole text of each element of these kinds, in reading order."""
    kind, parts = node
    if kind in kinds:
        return [spoken(node)]
    return [text for part in parts if not isinstance(part, str) for text in texts_of(part, *kinds)]


def spoken(node: Node) -> str:
    """All text of an element; parts of one paragraph follow each other without a break."""
    return "".join(part if isinstance(part, str) else spoken(part) for part in node[1])


LEAVES = ("H1", "H2", "H3", "P", "TH", "TD", "Lbl", "LBody", "Figure")


def read_aloud(data: bytes) -> list[str]:
    """Every text of the document in reading order, white space made plain."""
    return [plain_spaces(text) for text in texts_of(tag_tree(data), *LEAVES)]

"""What the file says about itself and how it is tagged."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pypdfium2
import pytest
from pypdf.generic import DictionaryObject

from indicator_checker.pdf import render_pdf
from indicator_checker.referral.blocks import Heading, Paragraph, Referral, Run
from tests.pdf.reading import font_names, open_pdf, tag_tree, texts_of
from tests.pdf.sample import CREATED, note, referral, rich_referral, words


def _elements(element: DictionaryObject) -> Iterator[Any]:
    yield element
    kids: Any = element.get("/K", [])
    for kid in kids:
        if kid.get_object()["/Type"] == "/StructElem":
            yield from _elements(kid.get_object())


def _tree(data: bytes) -> list[Any]:
    tree: Any = open_pdf(data).root_object["/StructTreeRoot"]
    return list(_elements(tree["/K"].get_object()))


def test_the_file_names_its_title_language_and_moment_of_writing() -> None:
    reader = open_pdf(render_pdf(rich_referral()))
    catalog: Any = reader.root_object
    assert catalog["/Lang"] == "en"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert catalog["/MarkInfo"]["/Marked"].value is True
    assert reader.metadata is not None
    assert reader.metadata.title == "Record of concern, for a report"
    assert reader.metadata.producer == reader.metadata.author == "Indicator Checker"
    assert reader.metadata.creation_date == reader.metadata.modification_date == CREATED
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": "Record of concern, for a report"}
    assert reader.xmp_metadata.xmp_create_date == CREATED.astimezone(UTC).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "D:20260102030405Z00'00'"),
        (
            datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
            "D:20260102030405-03'30'",
        ),
        (
            datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=5, minutes=45))),
            "D:20260102030405+05'45'",
        ),
    ],
)
def test_the_moment_keeps_its_offset(moment: datetime, written: str) -> None:
    information: Any = open_pdf(render_pdf(replace(note("x"), created=moment))).metadata
    assert information["/CreationDate"] == written


@pytest.mark.parametrize(
    "title", ["R\u202ecord ЖЩ (x) \\ endstream", "<b>&amp;</b> endobj ]]>", "Line\nbreak \ud800"]
)
def test_any_title_is_only_a_title(title: str) -> None:
    reader = open_pdf(render_pdf(referral(Heading(1, words(title)), title=title)))
    shown = " ".join(title.replace("\u202e", "").replace("\ud800", "\ufffd").split())
    assert reader.metadata is not None
    assert reader.metadata.title == shown
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title == {"x-default": shown}
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == [shown]


def _outline(entries: list, level: int = 1) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(entry, level + 1)
        else:
            yield level, entry.title


def test_headings_are_the_outline() -> None:
    assert list(_outline(open_pdf(render_pdf(rich_referral())).outline)) == [
        (1, "Record of concern, for a report"),
        (1, "Annex"),
        (2, "What was noticed"),
        (3, "In the child’s own words"),
        (2, "How the result came about"),
        (2, "Who to tell"),
        (2, "Signed"),
    ]


def test_headings_go_down_one_level_at_a_time() -> None:
    data = render_pdf(
        referral(Heading(2, words("a")), Heading(3, words("b")), Heading(3, words("c")))
    )
    kinds = [element["/S"] for element in _tree(data)]
    assert kinds == ["/Document", "/H1", "/H2", "/H3"]


def test_fonts_are_embedded_and_no_other_is_named() -> None:
    data = render_pdf(rich_referral())
    assert font_names(data) == ["NotoSans-Bold", "NotoSans-Regular"]
    assert b"Helvetica" not in data
    resources: Any = open_pdf(data).pages[0]["/Resources"]
    for font in resources["/Font"].values():
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert descriptor["/FontFile2"].get_data()[:4] == b"\0\1\0\0"


def test_header_cells_say_what_they_head_and_figures_what_they_show() -> None:
    elements = _tree(render_pdf(rich_referral()))
    scopes = {element["/A"]["/Scope"] for element in elements if element["/S"] == "/TH"}
    assert scopes == {"/Row", "/Column"}
    figures = [element for element in elements if element["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == [
        "Points: control 4, work 3, living 2, movement 1."
    ]
    assert all(len(figure["/A"]["/BBox"]) == 4 for figure in figures)


def test_every_mark_finds_its_way_back_to_its_element() -> None:
    reader = open_pdf(render_pdf(rich_referral()))
    tree: Any = reader.root_object["/StructTreeRoot"]
    rows = tree["/ParentTree"]["/Nums"]
    by_page = dict(zip(rows[::2], rows[1::2], strict=True))
    elements = list(_elements(tree["/K"].get_object()))
    for page in reader.pages:
        for mark, parent in enumerate(by_page[page["/StructParents"]]):
            element = next(known for known in elements if known is parent.get_object())
            marks = [kid["/MCID"] for kid in element["/K"] if kid["/Type"] == "/MCR"]
            assert mark in marks


def test_words_of_another_language_say_so() -> None:
    text = (
        Run("He said "),
        Run("oui ja", language="fr"),
        Run(" twice. "),
        Run("x", language="und"),
    )
    data = render_pdf(referral(Paragraph(text)))
    spans = [element for element in _tree(data) if element["/S"] == "/Span"]
    assert [span["/Lang"] for span in spans] == ["fr"]
    assert texts_of(tag_tree(data), "Span") == ["oui ja"]
    assert texts_of(tag_tree(data), "P") == ["He said oui ja twice. x"]


@pytest.mark.parametrize("sample", [rich_referral(), note("x"), referral()])
def test_a_viewer_opens_the_file_and_draws_on_each_page(sample: Referral) -> None:
    with pypdfium2.PdfDocument(render_pdf(sample)) as document:
        for page in document:
            pixels = bytes(page.render(scale=0.5, grayscale=True).buffer)
            assert min(pixels) < 160 < max(pixels)


def test_the_child_is_in_no_metadata() -> None:
    reader = open_pdf(render_pdf(note("KIND-4711")))
    assert "KIND-4711" not in repr(reader.metadata)
    catalog: Any = reader.root_object
    assert b"KIND-4711" not in catalog["/Metadata"].get_data()


def test_reportlab_waits_until_a_pdf_is_wanted() -> None:
    program = "import sys, indicator_checker.referral.blocks; print('reportlab' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"

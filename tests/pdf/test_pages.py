"""The pages: their foot, their margins, what is repeated and what stays together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from indicator_checker.figure import Figure, Label
from indicator_checker.pdf import render_pdf
from indicator_checker.pdf.page import PageSize
from indicator_checker.referral.blocks import (
    Block,
    Box,
    BulletList,
    ChannelBlock,
    FigureBlock,
    FillIn,
    Heading,
    LabelledRows,
    LevelMark,
    PageBreak,
    Paragraph,
    Referral,
    Table,
)
from tests.pdf.reading import open_pdf, pages_text, plain_spaces, tag_tree, texts_of
from tests.pdf.sample import STAMP, note, referral, rich_referral, typed, words

LONG = "A sentence of ordinary length that somebody typed about what was seen. " * 120

LAYOUTS: dict[str, Referral] = {
    "rich": rich_referral(),
    "long note": note(LONG),
    "long word": note("w" * 9_000),
    "long table": referral(
        Table(
            (words("Sign"), words("Note")),
            tuple((words(f"sign {n}"), typed(LONG[: n * 37 % 900])) for n in range(90)),
            (0.3, 0.7),
        )
    ),
    "tall cell": referral(
        Table((words("A"), words("B")), ((words("left"), typed(LONG)),) * 3, (0.8, 0.2))
    ),
    "long box": referral(
        Box(words("Title"), (Paragraph(typed(LONG)), LabelledRows(((words("L"), typed(LONG)),)))),
        Box(words("Next"), (BulletList((typed(LONG), typed(LONG))), FillIn(("One", "Two")))),
    ),
    "long channel": referral(
        ChannelBlock(words("Name"), (words("1"),), tuple([typed(LONG[:400])] * 30), words("S"))
    ),
    "headings": referral(
        *(
            block
            for n in range(1, 25)
            for block in (Heading(2, words(f"Part {n}")), Paragraph(typed(LONG[: n * 90])))
        )
    ),
}


def _letters(page: pypdfium2.PdfPage) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Each visible letter with its left, bottom, right and top."""
    text = page.get_textpage()
    letters = [
        (text.get_text_range(index, 1), text.get_charbox(index))
        for index in range(text.count_chars())
    ]
    return [(letter, box) for letter, box in letters if letter.strip()]


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_nothing_leaves_the_margins_or_touches_the_foot(name: str, page_size: PageSize) -> None:
    with pypdfium2.PdfDocument(render_pdf(LAYOUTS[name], page_size)) as document:
        for page in document:
            width, height = page.get_size()
            letters = _letters(page)
            assert all(left > 55 and right < width - 55 for _, (left, _, right, _) in letters)
            assert all(top < height - 45 for _, (_, _, _, top) in letters)
            foot = [box for _, box in letters if box[3] < 56]
            body = [box for _, box in letters if box[3] >= 56]
            assert len("".join(letter for letter, box in letters if box in foot)) > 150
            assert body, "a page without content"
            assert min(bottom for _, bottom, _, _ in body) > 68


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_page_carries_the_stamp_and_its_number(name: str) -> None:
    pages = [plain_spaces(text) for text in pages_text(render_pdf(LAYOUTS[name]))]
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert all(line in text for line in STAMP)


@pytest.mark.parametrize("lengths", [(90, 10), (200,), (10, 90), (), (52, 52), (52, 20, 52)])
def test_the_page_number_never_runs_into_the_stamp(lengths: tuple[int, ...]) -> None:
    sample = replace(note("x"), stamp=tuple("w " * length for length in lengths))
    with pypdfium2.PdfDocument(render_pdf(sample)) as document:
        foot = [(letter, box) for letter, box in _letters(document[0]) if box[3] < 90]
    label = [box for letter, box in foot if letter != "w"]
    stamp = [box for letter, box in foot if letter == "w"]
    assert len(label) == len("Page1of1")
    assert len(stamp) == sum(lengths)
    start = min(box[0] for box in label)
    lowest, highest = min(box[1] for box in label), max(box[3] for box in label)
    beside = [box[2] for box in stamp if box[3] > lowest and box[1] < highest]
    assert max(beside, default=0) < start - 10


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
def test_an_ordinary_first_page_is_one_page(page_size: PageSize) -> None:
    first, second, *_ = pages_text(render_pdf(rich_referral(), page_size))
    assert "Already done" in first
    assert "required by law" in first
    assert second.startswith("Annex")


def _first_page_of(rows: int) -> tuple[Block, ...]:
    labelled = tuple((words(f"Label {n}"), typed("Some words about it")) for n in range(rows))
    return (Heading(1, words("Title")), LabelledRows(labelled), PageBreak(), Heading(1, words("B")))


def test_a_first_page_a_little_too_long_is_set_closer() -> None:
    rows = max(
        n for n in range(20, 60) if len(pages_text(render_pdf(referral(*_first_page_of(n))))) == 2
    )
    fullest = open_pdf(render_pdf(referral(*_first_page_of(rows))))
    sizes = {operands[1] for operands in _operands(fullest, 0, b"Tf")}
    assert 10 not in sizes
    assert max(size for size in sizes if size < 10) >= 9
    assert len(open_pdf(render_pdf(referral(*_first_page_of(rows + 1)))).pages) == 3


def _operands(reader: PdfReader, page: int, wanted: bytes) -> list[Any]:
    contents: Any = reader.pages[page].get_contents()
    operations = ContentStream(contents, reader).operations
    return [operands for operands, operator in operations if operator == wanted]


def test_a_first_page_far_too_long_flows_on_whole_at_its_ordinary_size() -> None:
    data = render_pdf(referral(*_first_page_of(120)))
    assert texts_of(tag_tree(data), "TH") == [f"Label {n}" for n in range(120)]
    assert 10 in {operands[1] for operands in _operands(open_pdf(data), 0, b"Tf")}


def test_a_table_says_its_header_on_each_page_and_aloud_only_once() -> None:
    data = render_pdf(LAYOUTS["long table"])
    pages = pages_text(data)
    assert len(pages) > 3
    assert all(text.startswith("Sign") for text in pages)
    assert texts_of(tag_tree(data), "TH") == ["Sign", "Note"]


def test_a_heading_never_stands_alone_at_the_end_of_a_page() -> None:
    for text in pages_text(render_pdf(LAYOUTS["headings"])):
        body = text[: text.index(STAMP[0])].splitlines()
        assert not body[-1].startswith("Part ")


def test_a_bullet_never_stands_alone_at_the_end_of_a_page() -> None:
    point = typed("A point of three lines, which cannot be torn after its first. " * 4)
    for lines in range(30, 60):
        filling = Paragraph(typed("\n".join(["line"] * lines)))
        for text in pages_text(render_pdf(referral(filling, BulletList((point, point, point))))):
            body = text[: text.index(STAMP[0])].splitlines()
            assert body[-1].strip() != "\u2022"


def test_a_sentence_stays_with_the_figure_it_introduces() -> None:
    figure = FigureBlock(Figure(300, 180, (Label(0, 90, "drawn"),)), "A word.")
    for lines in range(20, 60):
        filling = Paragraph(typed("\n".join(["line"] * lines)))
        data = render_pdf(referral(filling, Paragraph(words("It shows:")), figure))
        pages = pages_text(data)
        assert ["It shows:" in text for text in pages] == ["drawn" in text for text in pages]


def test_a_place_to_tell_is_not_torn() -> None:
    channels = [
        ChannelBlock(
            words(f"Desk {n}"), (words("1"),), (typed(LONG[: 200 + 40 * n]),), words(f"Source {n}")
        )
        for n in range(30)
    ]
    pages = pages_text(render_pdf(referral(*channels)))
    for n in range(30):
        assert [f"Desk {n}\r" in text for text in pages] == [
            f"Source {n}\r" in text for text in pages
        ]


def test_empty_blocks_and_breaks_leave_no_empty_page() -> None:
    blocks = (PageBreak(), Paragraph(typed(" \u200b")), PageBreak(), Paragraph(typed("x")))
    pages = pages_text(render_pdf(referral(*blocks, PageBreak(), PageBreak())))
    assert len(pages) == 2
    assert "cannot be seen" in pages[1]
    assert len(pages_text(render_pdf(referral()))) == 1


@pytest.mark.parametrize(
    ("page_size", "points"), [("A4", (595.28, 841.89)), ("Letter", (612, 792))]
)
def test_the_page_has_the_size_asked_for(page_size: PageSize, points: tuple[float, float]) -> None:
    for page in open_pdf(render_pdf(rich_referral(), page_size)).pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(points)


def test_another_page_size_is_refused() -> None:
    with pytest.raises(KeyError):
        render_pdf(rich_referral(), "A5")  # type: ignore[arg-type]


def test_each_step_has_a_shape_of_its_own() -> None:
    steps = ("keep_noticing", "talk", "report_today", "act_now", "another")
    drawings = set()
    for step in steps:
        reader = open_pdf(render_pdf(referral(LevelMark(step, words("Step"), words("Why")))))
        contents = reader.pages[0].get_contents()
        assert contents is not None
        drawings.add(contents.get_data())
    assert len(drawings) == len(steps)

"""Everything that goes in comes out: as text, whole, and in the order it was given."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import fields, is_dataclass

import pytest

from indicator_checker.pdf import render_pdf
from indicator_checker.pdf.fonts import face
from indicator_checker.referral.blocks import (
    Block,
    FigureBlock,
    FillIn,
    LabelledRows,
    Quote,
    Run,
    Table,
    plain,
)
from indicator_checker.resources import resource_path
from tests.pdf.reading import (
    font_names,
    open_pdf,
    pages_text,
    plain_spaces,
    read_aloud,
    tag_tree,
    texts_of,
    without_spaces,
)
from tests.pdf.sample import note, referral, rich_referral, typed, words

# Name, what was typed, what the paper shows.
HOSTILE = [
    ("markup", "<b>bold</b> & <i>x <br/> &amp; &#65;", "<b>bold</b> & <i>x <br/> &amp; &#65;"),
    ("unclosed", "a <b and & b", "a <b and & b"),
    ("local image", '<img src="/etc/passwd"/>', '<img src="/etc/passwd"/>'),
    ("remote image", '<img src="http://h.test/a.png">', '<img src="http://h.test/a.png">'),
    ("script link", '<a href="javascript:alert(1)">x</a>', '<a href="javascript:alert(1)">x</a>'),
    ("operators", ") Tj ET Q endstream endobj trailer", ") Tj ET Q endstream endobj trailer"),
    ("brackets", "((( \\) \\( <FEFF> [x] {y} %%EOF", "((( \\) \\( <FEFF> [x] {y} %%EOF"),
    ("template", "{page} of {pages} %s {0} ${x}", "{page} of {pages} %s {0} ${x}"),
    ("direction override", "invoice\u202egnp.exe\u202c", "invoicegnp.exe"),
    ("isolates and marks", "a\u2066b\u2069c\u200ed\u200fe\u061cf", "abcdef"),
    ("zero width", "pass\u200bword\u2060s\ufeff\u00ad!", "passwords!"),
    ("tag characters", "seen\U000e0068\U000e0069", "seen"),
    ("controls", "a\x00b\x07c\x1bd\x7fe\x9bf", "abcdef"),
    ("separators", "a\tb\x0bc\x0cd\u2028e\u2029f\x85g\r\nh", "a b c d e f g h"),
    ("lone surrogates", "a\ud800b\udfffc", "a\ufffdb\ufffdc"),
    ("private use", "a\ue000b", "a[U+E000]b"),
    ("noncharacter", "a\uffffb\ufdd0c", "a[U+FFFF]b[U+FDD0]c"),
    ("no drawing", "名 ok 🙂", "[U+540D] ok [U+1F642]"),
    ("joiners kept", "a\u200db\u200cc", "a\u200db\u200cc"),
    ("decomposed", "Jose\u0301 S\u030cahin", "José Šahin"),
    ("stacked marks", "a" + "\u0336" * 50 + "b", "a" + "\u0336" * 8 + "b"),
    ("diacritics", "Nguyễn Đỗ Łódź İstanbul ğ", "Nguyễn Đỗ Łódź İstanbul ğ"),
    ("other alphabets", "Привіт Ґанок Ωμέγα", "Привіт Ґанок Ωμέγα"),
    ("one drawing, two characters", "A\u0391\u0410 a\u00a0b", "AΑА a\u00a0b"),
]


@pytest.mark.parametrize(
    ("entered", "shown"), [row[1:] for row in HOSTILE], ids=[r[0] for r in HOSTILE]
)
def test_what_is_typed_is_printed_as_text(entered: str, shown: str) -> None:
    heard = read_aloud(render_pdf(note(entered)))
    assert heard[:2] == ["Notes", plain_spaces(shown)]


@pytest.mark.parametrize("entered", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_typed_text_never_acts(entered: str) -> None:
    reader = open_pdf(render_pdf(note(entered)))
    assert len(reader.pages) == 1
    for number in range(1, len(reader.xref[0]) + 1):
        written = repr(reader.get_object(number))
        for word in ("/JavaScript", "/URI", "/Launch", "/XObject", "/Annot", "/OpenAction"):
            assert word not in written


def test_typed_markup_sets_nothing_bold() -> None:
    data = render_pdf(referral(*note("<b>x</b>").blocks[1:]))
    assert font_names(data) == ["NotoSans-Regular"]


@pytest.mark.parametrize(
    ("entered", "sentence"),
    [
        ("a\u200b", "1 typed character that cannot be seen on paper was left out."),
        (
            "\u202e\u202ea\x07" + "\u0336" * 10,
            "5 typed characters that cannot be seen on paper were left out.",
        ),
    ],
)
def test_the_number_of_removed_characters_is_printed(entered: str, sentence: str) -> None:
    assert read_aloud(render_pdf(note(entered)))[-1] == sentence


def test_nothing_is_said_where_nothing_was_removed() -> None:
    assert read_aloud(render_pdf(note("Jose\u0301\tx 名")))[1:] == ["José x [U+540D]"]


WORDS = " ".join(f"word{number}" for number in range(14_000))[:100_000].strip()


@pytest.mark.parametrize(
    ("entered", "fewest_pages"),
    [("x" * 10_000, 2), (WORDS, 15), ("\n".join(["line"] * 300), 5), ("Ж" * 3_000 + "!", 1)],
    ids=["long word", "long note", "many lines", "long word of another alphabet"],
)
def test_long_texts_flow_over_pages_whole(entered: str, fewest_pages: int) -> None:
    data = render_pdf(note(entered))
    assert read_aloud(data)[1:] == [plain_spaces(entered)]
    assert len(open_pdf(data).pages) >= fewest_pages


@pytest.mark.parametrize("kind", ["cell", "value", "quote"])
@pytest.mark.parametrize("entered", ["y" * 10_000, WORDS], ids=["long word", "long note"])
def test_long_texts_flow_out_of_any_block(kind: str, entered: str) -> None:
    blocks: dict[str, Block] = {
        "cell": Table((words("A"), words("B")), ((words("left"), typed(entered)),), (0.5, 0.5)),
        "value": LabelledRows(((words("left"), typed(entered)),)),
        "quote": Quote(words("left"), typed(entered)),
    }
    heard = read_aloud(render_pdf(referral(blocks[kind])))
    assert heard[-2:] == ["left", entered]


def test_a_table_of_500_rows_keeps_every_row() -> None:
    rows = tuple((words(f"sign {n}"), typed(f"note {n}")) for n in range(500))
    data = render_pdf(referral(Table((words("Sign"), words("Note")), rows, (0.4, 0.6))))
    cells = [text.strip() for text in texts_of(tag_tree(data), "TD")]
    assert cells == [cell for n in range(500) for cell in (f"sign {n}", f"note {n}")]


def test_every_seventh_character_is_drawn_or_named() -> None:
    codes = [code for code in range(0xA1, 0x10000, 7) if not chr(code).isspace()]
    codes = [code for code in codes if not 0xD800 <= code <= 0xDFFF]
    entered = " ".join(map(chr, codes))
    heard = read_aloud(render_pdf(note(entered)))[1]
    for code in codes:
        character = chr(code)
        named = f"[U+{code:04X}]" in heard
        drawn = face(False).covers(character) and character in heard
        assert drawn or named or code in REMOVED or _normalised(character) in heard, hex(code)


# The members of the removal list that the walk above meets, and separators that become spaces.
REMOVED = {
    code
    for first, last in [(0xAD, 0xAD), (0x200B, 0x200B), (0x200E, 0x200F), (0x2028, 0x202E),
                        (0x2060, 0x206F), (0x61C, 0x61C), (0x180E, 0x180E), (0xFFF9, 0xFFFB),
                        (0xFEFF, 0xFEFF)]
    for code in range(first, last + 1)
}  # fmt: skip


def _normalised(character: str) -> str:
    composed = unicodedata.normalize("NFC", character)
    if face(False).covers(composed[0]):
        return composed
    return "".join(f"[U+{ord(part):04X}]" for part in composed)


def _texts(value: object) -> list[str]:
    """All texts of a block in the order in which they are printed."""
    if isinstance(value, FillIn):
        return list(value.labels)
    if isinstance(value, FigureBlock):
        labels = [part.text for part in value.figure.parts if hasattr(part, "text")]
        return ["".join(labels)]
    if isinstance(value, tuple):
        if value and all(isinstance(part, Run) for part in value):
            return [plain(value)]
        return [text for part in value for text in _texts(part)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in _texts(getattr(value, field.name))]
    return []


@pytest.mark.parametrize("page_size", ["A4", "Letter"])
def test_a_screen_reader_hears_every_text_in_order(page_size: str) -> None:
    sample = rich_referral()
    heard = [text for text in read_aloud(render_pdf(sample, page_size)) if text != "•"]  # type: ignore[arg-type]
    assert heard == [plain_spaces(text) for text in _texts(sample.blocks)]


def test_a_viewer_copies_every_text() -> None:
    sample = rich_referral()
    copied = without_spaces("".join(pages_text(render_pdf(sample))))
    for text in _texts(sample.blocks):
        if "points" not in text:
            assert without_spaces(text) in copied.replace("\ufffe", "-"), text


def test_every_shipped_word_has_a_drawing() -> None:
    """Our own texts never print as the number of a character."""
    missing = {
        (path.name, f"U+{ord(character):04X}")
        for folder in ("texts", "instruments", "channels")
        for path in resource_path(folder).rglob("*.json")
        for character in json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False)
        if not (face(False).covers(character) and face(True).covers(character))
    }
    assert not missing

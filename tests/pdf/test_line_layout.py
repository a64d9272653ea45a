"""Where lines break, and that a break eats nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicator_checker.pdf.clean import clean, removed_characters
from indicator_checker.pdf.fonts import face
from indicator_checker.pdf.line_layout import break_lines, line_width
from indicator_checker.pdf.styles import TextStyle
from indicator_checker.referral.blocks import Run, Text

STYLE = TextStyle(10)


def lines_of(text: Text | str, width: float) -> list[str]:
    runs = (Run(text),) if isinstance(text, str) else text
    return ["".join(piece.text for piece in line) for line in break_lines(runs, STYLE, width)]


def width_of(text: str, bold: bool = False) -> float:
    return face(bold).width(text) / 100


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two", width_of("one two"), ["one two"]),
        ("one two", width_of("one tw"), ["one ", "two"]),
        ("one   two", width_of("one"), ["one   ", "two"]),
        ("one\ntwo", 500, ["one ", "two"]),
        ("one \n\ntwo\n", 500, ["one ", " ", "two ", ""]),
        ("ill-treated", width_of("treated"), ["ill-", "treated"]),
        ("and/or", width_of("and/o"), ["and/", "or"]),
        ("a 2026-11-21", width_of("a 2026-11-2"), ["a ", "2026-11-21"]),
        ("a 020-7946", width_of("a 020-794"), ["a ", "020-7946"]),
        ("a 11/2026", width_of("a 11/202"), ["a ", "11/2026"]),
        (
            "see http://a.test/bc-de",
            width_of("http://a.test/"),
            ["see ", "http://a.test/", "bc-de"],
        ),
        ("abcdef", width_of("abc"), ["abc", "def"]),
        ("x abcdef", width_of("abc"), ["x ", "abc", "def"]),
        ("名名", width_of("[U+540D]"), ["[U+540D]", "[U+540D]"]),
        ("", 500, []),
        ("\u200b", 500, []),
    ],
)
def test_lines_break_where_they_should(text: str, width: float, lines: list[str]) -> None:
    assert lines_of(text, width) == lines


def test_a_word_in_two_weights_is_not_torn() -> None:
    text = (Run("one tw"), Run("o,", strong=True), Run(" three"))
    assert lines_of(text, width_of("one two")) == ["one ", "two, ", "three"]


def test_a_mark_stays_with_its_letter() -> None:
    assert lines_of("xq\u0303q\u0303", width_of("xq")) == ["xq\u0303", "q\u0303"]


@given(st.text(max_size=200), st.floats(min_value=8, max_value=300))
def test_a_break_eats_nothing_and_no_line_is_too_wide(text: str, width: float) -> None:
    lines = break_lines((Run(text),), STYLE, width)
    shown = face(False).drawable(clean(text))
    set_in_lines = "".join(piece.text for line in lines for piece in line)
    assert set_in_lines.replace(" ", "") == shown.replace(" ", "").replace("\n", "")
    widest = max(map(face(False).advance, shown.replace("\n", "")), default=0) / 100
    assert all(line_width(line) <= max(width, 2 * widest) + 0.02 for line in lines)


@given(st.text())
def test_cleaning_twice_changes_nothing_and_counts_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert removed_characters(once) == 0

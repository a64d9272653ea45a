"""Lists in words, as the language writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicator_checker.text import Words


def comma_list(parts: Iterable[str], words: Words) -> str:
    """Parts with commas between them."""
    return _joined(parts, "count.comma", words)


def semicolon_list(parts: Iterable[str], words: Words) -> str:
    """Parts with semicolons between them, for parts that have commas of their own."""
    return _joined(parts, "rule.semicolon", words)


def and_list(parts: Sequence[str], words: Words) -> str:
    """Parts as a list in words: *a, b and c*."""
    return _with_last(parts, "count.and", words)


def or_list(parts: Sequence[str], words: Words) -> str:
    """Parts as a list in words: *a, b or c*."""
    return _with_last(parts, "count.or", words)


def sentences(parts: Iterable[str], words: Words) -> str:
    """Sentences one after the other; empty ones are left out."""
    return _joined((part for part in parts if part), "rule.sentences", words)


def quoted(text: str, words: Words) -> str:
    """Words of the instrument, in quotation marks and without the full stop of a sentence."""
    return words("rule.quoted", text=text.rstrip("."))


def _with_last(parts: Sequence[str], key: str, words: Words) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return words(key, first=comma_list(parts[:-1], words), last=parts[-1])


def _joined(parts: Iterable[str], key: str, words: Words) -> str:
    line = ""
    for part in parts:
        line = words(key, first=line, last=part) if line else part
    return line

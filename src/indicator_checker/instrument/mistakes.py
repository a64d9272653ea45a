"""What can be wrong with an instrument: a mistake with its place, never only the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its code, where it is, and the value that is wrong.

    Words for the cause and the way out are under ``mistake.<code>`` in ``resources/texts``.
    A warning does not refuse the file.

    Attributes:
        hint: A known name that was perhaps meant, or ``""``.
    """

    code: str
    place: str
    value: str
    severity: Severity = "error"
    hint: str = ""


def in_file(name: str, mistakes: Iterable[Mistake]) -> Iterator[Mistake]:
    """The mistakes with the name of their file before the place."""
    for mistake in mistakes:
        yield replace(mistake, place=f"{name}: {mistake.place}")


def doubles(place: str, ids: Iterable[str]) -> Iterator[Mistake]:
    """A mistake for each id that stands more than once."""
    for double, count in Counter(ids).items():
        if count > 1:
            yield Mistake("double_id", place, double)


def unknown_names(place: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Mistake]:
    """A mistake for each name that is used and defined nowhere."""
    allowed = sorted(set(known))
    for name in names:
        if name not in allowed:
            yield Mistake("unknown_name", place, name, hint=nearest(name, allowed))


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like this one, or ``""`` if none does."""
    return next(iter(get_close_matches(name, list(known), n=1)), "")


def backwards(place: str, lowest: int | None, highest: int | None) -> Iterator[Mistake]:
    """A mistake where a range ends before it begins."""
    if lowest is not None and highest is not None and highest < lowest:
        yield Mistake("range_backwards", place, f"{lowest}-{highest}")

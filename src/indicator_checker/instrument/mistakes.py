"""What can be wrong with an instrument: a mistake with its place, never only the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its code, where it is, and the value that is wrong.

    Words for the cause and the way out are under ``mistake.<code>`` in ``resources/texts``.
    A warning does not refuse the file.
    """

    code: str
    place: str
    value: str
    severity: Literal["error", "warning"] = "error"


def doubles(place: str, ids: Iterable[str]) -> Iterator[Mistake]:
    """A mistake for each id that stands more than once."""
    for double, count in Counter(ids).items():
        if count > 1:
            yield Mistake("double_id", place, double)


def unknown_names(place: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Mistake]:
    """A mistake for each name that is used and defined nowhere."""
    allowed = set(known)
    for name in names:
        if name not in allowed:
            yield Mistake("unknown_name", place, name)

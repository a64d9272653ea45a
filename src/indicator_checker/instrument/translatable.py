"""The words of an instrument by key, as translations name them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from indicator_checker.instrument.guidance import Guidance
from indicator_checker.instrument.model import Catalogue
from indicator_checker.instrument.rules import RuleSet

#: Names of the parts that hold words for people, and nothing else.
WORDED = frozenset(
    (
        *("title", "summary", "label", "meaning", "text", "looks_like", "could_also_be", "intro"),
        *("action", "reason", "otherwise", "why", "studied", "do"),
    )
)
#: Lists of words for people.
LISTED = frozenset(("assumed", "users", "paragraphs", "limits", "say_to_the_child"))


def translatable(catalogue: Catalogue, rules: RuleSet, guidance: Guidance) -> dict[str, str]:
    """Every text by key, for example ``sections.school.indicators.always_tired.text``.

    A part with an id is named by it, one without by its number from 1.
    """
    return {
        **dict(_words_of("", catalogue)),
        **dict(_words_of("rules", rules)),
        **dict(_words_of("guidance", guidance)),
    }


def _words_of(place: str, part: BaseModel) -> Iterator[tuple[str, str]]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        at = f"{place}.{name}" if place else name
        if isinstance(value, str) and value and name in WORDED:
            yield at, value
        elif isinstance(value, BaseModel):
            yield from _words_of(at, value)
        elif isinstance(value, tuple):
            yield from _words_in_list(at, value, worded=name in LISTED)


def _words_in_list(
    place: str, values: tuple[object, ...], *, worded: bool
) -> Iterator[tuple[str, str]]:
    for number, value in enumerate(values, start=1):
        if isinstance(value, BaseModel):
            yield from _words_of(f"{place}.{getattr(value, 'id', number)}", value)
        elif isinstance(value, str) and worded:
            yield f"{place}.{number}", value

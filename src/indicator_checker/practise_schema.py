"""The practise cases as they come in: ``resources/practise/cases.json``, refused whole if wrong.

The form is described in ``resources/practise/README.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Literal

from pydantic import TypeAdapter, ValidationError

from indicator_checker.errors import ContentError
from indicator_checker.instrument.load import Instrument
from indicator_checker.practise import NOT_RECORDED, PractiseCase
from indicator_checker.resources import resource_bytes


@dataclass(frozen=True, slots=True)
class PractiseFile:
    """All cases, with the instrument and version they were made for."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid", "strict": True}

    format: Literal[1]
    instrument: str
    version: str
    cases: tuple[PractiseCase, ...]


@lru_cache(maxsize=1)
def read_shipped() -> PractiseFile:
    """The shipped cases.

    Raises:
        ContentError: ``practise_refused``.
    """
    return read_practise_file(resource_bytes("practise", "cases.json"))


def read_practise_file(data: bytes) -> PractiseFile:
    """Cases from their JSON bytes.

    Raises:
        ContentError: ``practise_refused``, naming the first place of the wrong form.
    """
    try:
        return TypeAdapter(PractiseFile).validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "-"
        raise ContentError("practise_refused", place=place) from None


def check_against(cases: tuple[PractiseCase, ...], instrument: Instrument) -> None:
    """Refuse cases that name something the instrument does not have, or name it twice.

    Raises:
        ContentError: ``practise_refused``, naming the first place.
    """
    seen: set[str] = set()
    for case in cases:
        for place in (*_doubles(case, seen), *_unknown(case, instrument)):
            raise ContentError("practise_refused", place=f"{case.id}.{place}")
        seen.add(case.id)


def _doubles(case: PractiseCase, seen: set[str]) -> Iterator[str]:
    if case.id in seen:
        yield "id"
    named = [item.indicator for item in case.items]
    yield from (name for name in named if named.count(name) > 1)


def _unknown(case: PractiseCase, instrument: Instrument) -> Iterator[str]:
    catalogue = instrument.catalogue
    for item in case.items:
        options = [option.id for option in catalogue.options.get(item.indicator, ())]
        if not options or item.answer not in (*options, NOT_RECORDED):
            yield item.indicator
        if item.same_as and item.same_as not in (other.indicator for other in case.items):
            yield f"{item.indicator}.same_as"
    if case.level not in instrument.rule_index.ranks:
        yield "level"
    if case.decided_by not in (rule.id for rule in instrument.rules.rules):
        yield "decided_by"

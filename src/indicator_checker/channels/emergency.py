"""Emergency numbers of every country, read without any library.

`resources/channels/emergency.json` is generated from the phone-number metadata
(`packaging/generate_emergency.py`). Where the metadata has none the list is empty, and the
screen says so and asks for the local number.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from indicator_checker.channels.pack import damaged, read_file

FILE = "emergency.json"


@dataclass(frozen=True, slots=True)
class EmergencyEntry:
    """The emergency numbers of a country.

    Attributes:
        country: Two capital letters.
        name: English name of the country.
        numbers: As dialled there, the main one first; empty where none is known.
        main_known: Whether the first number is known to be the one to call first; if not,
            show all of them.
    """

    country: str
    name: str
    numbers: tuple[str, ...]
    main_known: bool


@dataclass(frozen=True, slots=True)
class EmergencySource:
    """Where all the emergency numbers come from."""

    title: str
    url: str
    version: str


@cache
def load_emergency() -> tuple[EmergencyEntry, ...]:
    """Read the emergency numbers, sorted by the English name of the country.

    Raises:
        ContentError: ``channels_damaged``.
    """
    return _load()[1]


@cache
def emergency_for(country: str) -> EmergencyEntry | None:
    """Find the emergency numbers of a country, or none for an unknown country code.

    Raises:
        ContentError: ``channels_damaged``.
    """
    found = (entry for entry in load_emergency() if entry.country == country)
    return next(found, None)


def emergency_source() -> EmergencySource:
    """Say where the emergency numbers come from.

    Raises:
        ContentError: ``channels_damaged``.
    """
    return _load()[0]


def check_emergency_file(content: bytes) -> tuple[EmergencySource, tuple[EmergencyEntry, ...]]:
    """Turn the bytes of the file into values, or refuse it whole.

    A hand-written check instead of pydantic: it runs before the first paint.

    Raises:
        ContentError: ``channels_damaged``.
    """
    try:
        found = json.loads(content)
        source = EmergencySource(*(_text(found["source"][k]) for k in ("title", "url", "version")))
        return source, tuple(_entry(entry) for entry in found["countries"])
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(FILE) from error


@cache
def _load() -> tuple[EmergencySource, tuple[EmergencyEntry, ...]]:
    return check_emergency_file(read_file(FILE))


def _entry(found: dict[str, Any]) -> EmergencyEntry:
    country, main_known = _text(found["country"]), found["main_known"]
    numbers = tuple(_text(number) for number in found["numbers"])
    if not (len(country) == 2 and country.isascii() and country.isupper()):
        raise ValueError(country)
    if not all(number.isascii() and number.isdecimal() for number in numbers):
        raise ValueError(country)
    if not isinstance(main_known, bool):
        raise TypeError(country)
    return EmergencyEntry(country, _text(found["name"]), numbers, main_known)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError
    return value

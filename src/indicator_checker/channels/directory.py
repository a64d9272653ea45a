"""Everything known for one country, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from indicator_checker.channels.emergency import (
    EmergencyEntry,
    emergency_for,
    emergency_source,
)
from indicator_checker.channels.model import (
    AltPhone,
    Channel,
    CountryFile,
    Duty,
    Hint,
    Kind,
    NumberType,
    PhoneCheck,
    Region,
    Source,
    Status,
    Tier,
    Verdict,
)
from indicator_checker.channels.pack import load_pack, read_file, ships
from indicator_checker.errors import IndicatorCheckerError

INTERNATIONAL = "INTL"
"""Stands for channels that serve several countries; they live in ``intl.json``."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything known for one country.

    Attributes:
        country: Two capital letters.
        regions: Parts of the country to choose from; may be empty, and need not be all.
        channels: Its own channels, and those that serve several countries.
        duties: What the law may ask.
        emergency: Its emergency numbers.
        built: The day this directory was put together.
    """

    country: str
    regions: tuple[Region, ...]
    channels: tuple[Channel, ...]
    duties: tuple[Duty, ...]
    emergency: EmergencyEntry
    built: date


@cache
def load_directory(country: str) -> Directory:
    """Read what is known for a country.

    A country without a file of its own still gets its emergency numbers and the channels that
    serve every country.

    Args:
        country: Two capital letters, chosen by the person.

    Raises:
        IndicatorCheckerError: ``country_unknown``, if there is no such country.
        ContentError: ``channels_damaged``.
    """
    emergency = emergency_for(country)
    if emergency is None:
        raise IndicatorCheckerError("country_unknown", country=country)
    own = _read(country)
    shared = tuple(c for c in _read(INTERNATIONAL).channels if _serves(c, country))
    return Directory(
        country=country,
        regions=own.regions,
        channels=_with_emergency(own.channels, emergency) + shared,
        duties=own.duties,
        emergency=emergency,
        built=load_pack().built,
    )


def countries_with_channels() -> tuple[str, ...]:
    """List the countries that have more than emergency numbers.

    Raises:
        ContentError: ``channels_damaged``.
    """
    names = (name.removesuffix(".json").upper() for name in load_pack().hashes)
    return tuple(sorted(name for name in names if len(name) == 2))


def _read(country: str) -> CountryFile:
    name = f"{country.lower()}.json"
    if not ships(name):
        return CountryFile(1, country, (), (), ())
    from indicator_checker.channels_schema import check_country_file

    return check_country_file(read_file(name), name)


def _serves(channel: Channel, country: str) -> bool:
    return not channel.serves or country in channel.serves


def _with_emergency(channels: tuple[Channel, ...], entry: EmergencyEntry) -> tuple[Channel, ...]:
    has_row = any(c.kind is Kind.EMERGENCY and c.status is Status.SOURCED for c in channels)
    if has_row or not entry.numbers:
        return channels
    return (_emergency_channel(entry), *channels)


def _emergency_channel(entry: EmergencyEntry) -> Channel:
    found, built = emergency_source(), load_pack().built
    return Channel(
        id=f"{entry.country.lower()}-emergency",
        country=entry.country,
        region=None,
        serves=(),
        kind=Kind.EMERGENCY,
        name="Emergency services",
        organisation="National emergency service",
        phone_display=entry.numbers[0],
        phone_e164=None,
        alt_phones=tuple(AltPhone(number, "") for number in entry.numbers[1:]),
        sms=None,
        whatsapp=None,
        email=None,
        web=None,
        hours=None,
        languages=(),
        audience=("professionals", "public", "children"),
        notes="",
        reachable_from_abroad=None,
        source=Source(found.title, found.url, Tier.METADATA, built, found.version, built),
        not_telephoned=True,
        conflict_seen=False,
        release_hint=Hint.SPOT_CHECK,
        phone_check=PhoneCheck(Verdict.OK_EMERGENCY, NumberType.SHORT, None),
        status=Status.SOURCED,
        why_unconfirmed=(),
    )

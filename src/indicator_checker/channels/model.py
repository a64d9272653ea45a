"""What a reporting channel is: the values of the room, no rule and no file access.

The names of the fields are those of the files in ``resources/channels``; a file is checked
against these classes when it is read (``channels_schema``).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from indicator_checker.channels.own_contact import OwnContact as OwnContact


class Kind(StrEnum):
    """What a channel is for."""

    EMERGENCY = "emergency"
    CHILD_PROTECTION = "child_protection"
    POLICE = "police"
    TRAFFICKING_HOTLINE = "trafficking_hotline"
    LABOUR_INSPECTORATE = "labour_inspectorate"
    MISSING_CHILDREN = "missing_children"
    CYBER_TIPLINE = "cyber_tipline"
    MANDATED_REPORTING_INFO = "mandated_reporting_info"
    DIRECTORY = "directory"
    CHILD_HELPLINE = "child_helpline"


class Tier(StrEnum):
    """Who says so: the strength of the source behind a channel."""

    OFFICIAL = "official"
    DIRECTORY = "directory"
    METADATA = "metadata"
    THIRD_PARTY = "third_party"
    PRESS = "press"


class Hint(StrEnum):
    """What the research asked for before the number is relied on."""

    SPOT_CHECK = "spot_check"
    VERIFY = "verify_before_shipping"


class Verdict(StrEnum):
    """What the phone-number metadata says about the digits."""

    OK = "ok"
    OK_SHORT = "ok_short"
    OK_EMERGENCY = "ok_emergency"
    REFUSED_SHORT = "fail_short"
    REFUSED = "fail_long"
    NO_PHONE = "no_phone"


class NumberType(StrEnum):
    """The sort of line, as the phone-number metadata types it."""

    NONE = "none"
    UNKNOWN = "unknown"
    SHORT = "short"
    FIXED_LINE = "fixed_line"
    MOBILE = "mobile"
    FIXED_LINE_OR_MOBILE = "fixed_line_or_mobile"
    TOLL_FREE = "toll_free"
    SHARED_COST = "shared_cost"
    PREMIUM_RATE = "premium_rate"
    UAN = "uan"


class Status(StrEnum):
    """Whether a channel may be printed (sourced) or is folded away (unconfirmed)."""

    SOURCED = "sourced"
    UNCONFIRMED = "unconfirmed"


class Reason(StrEnum):
    """Why a channel is unconfirmed."""

    WEAK_SOURCE = "weak_source"
    CONFLICT = "conflict"
    CHECK_ASKED_FOR = "check_asked_for"
    TOO_OLD = "too_old"
    UNDATED = "undated"
    NUMBER_REFUSED = "number_refused"


class _FileValue:
    # Read by pydantic alone, and only when a file is checked: a misspelt key refuses the file.
    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Source(_FileValue):
    """Where a channel was found.

    Attributes:
        title: What was read.
        url: Its address, for a person to open.
        tier: Who says so.
        date: Date of the source; the first day where only a month or year is known; none when
            the page carries no date.
        date_note: What else is known about the date, for example when the copy was taken.
        read_on: The day it was read for this directory. Nobody telephoned.
    """

    title: str
    url: str
    tier: Tier
    date: datetime.date | None
    date_note: str | None
    read_on: datetime.date


@dataclass(frozen=True, slots=True)
class AltPhone(_FileValue):
    """A second number of a channel, with what it is for."""

    phone: str
    note: str


@dataclass(frozen=True, slots=True)
class PhoneCheck(_FileValue):
    """What the phone-number metadata says about the first number.

    Attributes:
        verdict: Accepted or refused, and as what.
        number_type: The sort of line.
        exemption: The written reason why a refused number stands all the same.
    """

    verdict: Verdict
    number_type: NumberType
    exemption: str | None


@dataclass(frozen=True, slots=True)
class Channel(_FileValue):
    """One place to tell.

    Attributes:
        id: Stable name, never used again for something else.
        country: Two capital letters, or ``INTL``. A short number means nothing without it.
        region: Part of the country, as in ``US-CO``; none for the whole country.
        serves: Only for ``INTL``: the countries it is shown in; empty means all.
        kind: What it is for.
        name: Its own name.
        organisation: Who runs it.
        phone_display: Number as dialled inside the country.
        phone_e164: The same with ``+`` and country code; none for short numbers.
        alt_phones: Further numbers.
        sms: Number for text messages.
        whatsapp: Number for WhatsApp messages.
        email: Address for mail.
        web: Page for people.
        hours: Opening hours; none means that they are not confirmed.
        languages: English names of languages.
        audience: ``professionals``, ``public``, ``children``.
        notes: What helps the caller.
        reachable_from_abroad: Whether a source says so; none when no source says.
        source: Where it was found.
        not_telephoned: True as long as nobody dialled it for this directory.
        conflict_seen: Another source prints something else.
        release_hint: What the research asked for before it is relied on.
        phone_check: What the phone-number metadata says.
        status: Printable or folded away; follows from the fields above.
        why_unconfirmed: The reasons for that.
    """

    id: str
    country: str
    region: str | None
    serves: tuple[str, ...]
    kind: Kind
    name: str
    organisation: str
    phone_display: str | None
    phone_e164: str | None
    alt_phones: tuple[AltPhone, ...]
    sms: str | None
    whatsapp: str | None
    email: str | None
    web: str | None
    hours: str | None
    languages: tuple[str, ...]
    audience: tuple[str, ...]
    notes: str
    reachable_from_abroad: bool | None
    source: Source
    not_telephoned: bool
    conflict_seen: bool
    release_hint: Hint
    phone_check: PhoneCheck
    status: Status
    why_unconfirmed: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class DutySource(_FileValue):
    """Where a sentence about the law comes from; ``date`` is none for an undated page."""

    organisation: str
    title: str
    url: str
    date: datetime.date | None


@dataclass(frozen=True, slots=True)
class Duty(_FileValue):
    """What the law of a place may ask of the person, in at most two sentences.

    Attributes:
        text: Worded with "may"; not legal advice.
        body: Who receives such a report.
        applies_to: Regions it stands for; none for the whole country.
        source: Where it was read.
    """

    text: str
    body: str
    applies_to: tuple[str, ...] | None
    source: DutySource


@dataclass(frozen=True, slots=True)
class Region(_FileValue):
    """A part of a country the person can choose.

    Attributes:
        id: As in ``GB-ENG``.
        name: English name.
        part_of: A wider region whose channels also count here, as ``GB-EAW`` for England.
    """

    id: str
    name: str
    part_of: str | None


@dataclass(frozen=True, slots=True)
class CountryFile(_FileValue):
    """The shape of ``resources/channels/<country>.json``."""

    format: int
    country: str
    regions: tuple[Region, ...]
    channels: tuple[Channel, ...]
    duties: tuple[Duty, ...]

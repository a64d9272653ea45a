"""Who to tell in a place, in the order in which it helps a child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indicator_checker.channels.directory import Directory
from indicator_checker.channels.emergency import EmergencyEntry
from indicator_checker.channels.model import Channel, Duty, Kind, Status
from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.channels.status import reasons_unconfirmed
from indicator_checker.errors import IndicatorCheckerError


class GroupId(StrEnum):
    """The groups in their order; headings are in the texts under ``channels.group``."""

    EMERGENCY = "emergency"
    OWN = "own"
    STATUTORY = "statutory"
    TRAFFICKING = "trafficking"
    MISSING_ONLINE = "missing_online"
    DIRECTORIES = "directories"
    CHILD_HELPLINES = "child_helplines"


# A helpline is for the child to talk. It stands last and alone, so that nobody takes it for
# the place where a professional files a report.
KINDS: dict[GroupId, tuple[Kind, ...]] = {
    GroupId.EMERGENCY: (Kind.EMERGENCY,),
    GroupId.OWN: (),
    GroupId.STATUTORY: (Kind.CHILD_PROTECTION, Kind.MANDATED_REPORTING_INFO, Kind.POLICE),
    GroupId.TRAFFICKING: (Kind.TRAFFICKING_HOTLINE, Kind.LABOUR_INSPECTORATE),
    GroupId.MISSING_ONLINE: (Kind.MISSING_CHILDREN, Kind.CYBER_TIPLINE),
    GroupId.DIRECTORIES: (Kind.DIRECTORY,),
    GroupId.CHILD_HELPLINES: (Kind.CHILD_HELPLINE,),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Channels of one sort.

    Attributes:
        id: Which sort.
        printable: Sourced channels; only these may be printed.
        unconfirmed: Folded away on the screen, never printed.
        own: Contacts of the person's own organisation; only in the group of that name.
    """

    id: GroupId
    printable: tuple[Channel, ...]
    unconfirmed: tuple[Channel, ...]
    own: tuple[OwnContact, ...] = ()


@dataclass(frozen=True, slots=True)
class WhoToTell:
    """Whom to tell in a place.

    Attributes:
        country: Two capital letters; printed beside every short number.
        region: The chosen part of the country, if any.
        region_name: Its English name.
        emergency: The emergency numbers; may be an empty list, which the screen then says.
        groups: In order; empty ones are left out, except the first.
        duties: What the law of the place may ask.
        built: The day the directory was put together.
    """

    country: str
    region: str | None
    region_name: str | None
    emergency: EmergencyEntry
    groups: tuple[Group, ...]
    duties: tuple[Duty, ...]
    built: date


def channels_for(
    directory: Directory,
    region: str | None,
    own_contacts: Sequence[OwnContact] = (),
    today: date | None = None,
) -> WhoToTell:
    """Sort the channels of a place: emergency, own contacts, statutory, and so on.

    Args:
        directory: The country.
        region: A region of the directory, or none: then only channels of the whole country.
        own_contacts: Contacts of the person's own organisation.
        today: If given, a source that has grown too old since the directory was built makes
            its channel unconfirmed. A date before that day is ignored: the clock is wrong.

    Raises:
        IndicatorCheckerError: ``region_unknown``.
    """
    places = _places(directory, region)
    counted_on = max(today or directory.built, directory.built)
    here = [c for c in directory.channels if c.region is None or c.region in places]
    groups = tuple(_group(name, here, own_contacts, counted_on) for name in GroupId)
    return WhoToTell(
        country=directory.country,
        region=region,
        region_name=next((r.name for r in directory.regions if r.id == region), None),
        emergency=directory.emergency,
        groups=tuple(g for g in groups if _shows(g)),
        duties=tuple(d for d in directory.duties if _binds(d, places)),
        built=directory.built,
    )


def _places(directory: Directory, region: str | None) -> frozenset[str]:
    if region is None:
        return frozenset()
    chosen = next((r for r in directory.regions if r.id == region), None)
    if chosen is None:
        known = ", ".join(r.id for r in directory.regions) or "–"
        raise IndicatorCheckerError(
            "region_unknown", region=region, country=directory.country, known=known
        )
    return frozenset(place for place in (chosen.id, chosen.part_of) if place)


def _group(
    name: GroupId, here: list[Channel], own: Sequence[OwnContact], counted_on: date
) -> Group:
    rows = [c for kind in KINDS[name] for c in _regional_first(here) if c.kind is kind]
    printable = tuple(c for c in rows if _may_print(c, counted_on))
    folded = tuple(c for c in rows if not _may_print(c, counted_on))
    return Group(name, printable, folded, tuple(own) if name is GroupId.OWN else ())


def _regional_first(channels: list[Channel]) -> list[Channel]:
    # The desk that takes the report is the nearest one; sorting keeps the order of the file.
    return sorted(channels, key=lambda channel: (bool(channel.serves), channel.region is None))


def _may_print(channel: Channel, counted_on: date) -> bool:
    return channel.status is Status.SOURCED and not reasons_unconfirmed(channel, counted_on)


def _shows(group: Group) -> bool:
    first = group.id is GroupId.EMERGENCY
    return first or bool(group.printable or group.unconfirmed or group.own)


def _binds(duty: Duty, places: frozenset[str]) -> bool:
    return duty.applies_to is None or not places.isdisjoint(duty.applies_to)

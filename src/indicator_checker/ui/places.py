"""Countries and regions to choose from."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from indicator_checker.channels.emergency import load_emergency

if TYPE_CHECKING:
    from indicator_checker.channels.own_contact import OwnContact
    from indicator_checker.channels.who_to_tell import WhoToTell
    from indicator_checker.checklist import Place

Named = tuple[str, str]


def countries() -> list[Named]:
    """Code and name of every country, by name; read without any library."""
    return [(entry.country, entry.name) for entry in load_emergency()]


def regions(country: str) -> list[Named]:
    """Code and name of the regions of a country; loads the directory of channels.

    Raises:
        IndicatorCheckerError: ``country_unknown`` or ``channels_damaged``.
    """
    if not country:
        return []
    from indicator_checker.channels.directory import load_directory

    return [(region.id, region.name) for region in load_directory(country).regions]


def who_to_tell(place: Place, contacts: tuple[OwnContact, ...]) -> WhoToTell:
    """The channels of a place, with the contacts of the person's own organisation.

    The clock of this computer decides which sources are too old by now.

    Raises:
        IndicatorCheckerError: ``country_unknown``, ``region_unknown`` or ``channels_damaged``.
    """
    from indicator_checker.channels.directory import load_directory
    from indicator_checker.channels.who_to_tell import channels_for

    today = datetime.now().astimezone().date()
    return channels_for(load_directory(place.country), place.region or None, contacts, today)

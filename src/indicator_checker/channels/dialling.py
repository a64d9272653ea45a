"""How a number is dialled from where the person is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indicator_checker.channels.model import Channel, NumberType

_NATIONAL_ONLY = (NumberType.TOLL_FREE, NumberType.SHARED_COST, NumberType.PREMIUM_RATE)


class Dial(StrEnum):
    """The cases; their words are in the texts under ``channels.dial``."""

    NO_PHONE = "no_phone"
    LOCAL = "local"
    SHORT_ONLY_IN_COUNTRY = "short_only_in_country"
    ONLY_IN_COUNTRY = "only_in_country"
    MAY_FAIL_FROM_ABROAD = "may_fail_from_abroad"
    FROM_ABROAD = "from_abroad"


@dataclass(frozen=True, slots=True)
class DialNote:
    """What to dial.

    Attributes:
        case: Which sentence fits.
        number: What to dial; none when there is nothing to dial from there.
        country: The country the number belongs to, always shown beside it.
    """

    case: Dial
    number: str | None
    country: str


def dial_note(channel: Channel, from_country: str) -> DialNote:
    """Say how a channel is dialled from a country.

    Short numbers work only in their own country and may mean something else elsewhere.
    Free and shared-cost numbers often fail from abroad although they can be written with
    a country code.

    Args:
        channel: The channel.
        from_country: Two capital letters: where the call is made.
    """
    case = _case(channel, from_country)
    country = from_country if case is Dial.LOCAL else channel.country
    if case is Dial.LOCAL:
        return DialNote(case, channel.phone_display, country)
    abroad = case in (Dial.FROM_ABROAD, Dial.MAY_FAIL_FROM_ABROAD)
    return DialNote(case, channel.phone_e164 if abroad else None, country)


def _case(channel: Channel, from_country: str) -> Dial:
    if channel.phone_display is None:
        return Dial.NO_PHONE
    if from_country == channel.country or from_country in channel.serves:
        return Dial.LOCAL
    if channel.phone_e164 is None:
        return Dial.SHORT_ONLY_IN_COUNTRY
    if channel.reachable_from_abroad is False:
        return Dial.ONLY_IN_COUNTRY
    if channel.reachable_from_abroad is None and _is_national(channel):
        return Dial.MAY_FAIL_FROM_ABROAD
    return Dial.FROM_ABROAD


def _is_national(channel: Channel) -> bool:
    return channel.phone_check.number_type in _NATIONAL_ONLY

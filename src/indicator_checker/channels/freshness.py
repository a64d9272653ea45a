"""How old the source of a channel is, in steps the screen and the PDF can say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indicator_checker.channels.model import Channel, Kind

PLAIN_BELOW_MONTHS = 9
AGEING_UP_TO_MONTHS = 12
OLD_UP_TO_MONTHS = 24


class Age(StrEnum):
    """The ladder; the words of each step are in the texts under ``channels.age``."""

    PLAIN = "plain"
    AGEING = "ageing"
    OLD = "old"
    VERY_OLD = "very_old"


@dataclass(frozen=True, slots=True)
class Freshness:
    """How far a channel's date can be trusted.

    Attributes:
        age: The step on the ladder.
        undated: The source carries no date; only the day it was read is known.
        clock_distrusted: The computer's date lies before the directory was built.
        may_hide: Whether the screen may fold it away for its age; never an emergency number.
    """

    age: Age
    undated: bool
    clock_distrusted: bool
    may_hide: bool


def freshness(channel: Channel, today: date, built: date) -> Freshness:
    """Place a channel on the ladder.

    Under 9 months plain, to 12 ageing, to 24 old, then very old. An undated page is old from
    the start, since nobody can say how long its number has stood. With a clock that runs
    before the day the directory was built nothing is better than ageing.

    Args:
        channel: The channel.
        today: The computer's date.
        built: The day the directory was built (``Directory.built``).
    """
    undated = channel.source.date is None
    distrusted = today < built
    months = months_between(channel.source.date or channel.source.read_on, max(today, built))
    worst = max(_step(months), 2 if undated else 0, 1 if distrusted else 0)
    age = tuple(Age)[worst]
    may_hide = age is Age.VERY_OLD and channel.kind is not Kind.EMERGENCY
    return Freshness(age, undated, distrusted, may_hide)


def months_between(earlier: date, later: date) -> int:
    """Count the full months from one day to another; a later first day gives zero."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return max(0, months - (later.day < earlier.day))


def _step(months: int) -> int:
    if months < PLAIN_BELOW_MONTHS:
        return 0
    if months <= AGEING_UP_TO_MONTHS:
        return 1
    return 2 if months <= OLD_UP_TO_MONTHS else 3

"""Which channels may be printed: the one rule, as a pure function."""

from __future__ import annotations

from datetime import date

from indicator_checker.channels.model import Channel, Hint, Kind, Reason, Status, Tier, Verdict

LONGEST_AGE_YEARS = 5
"""A dated source must be younger than this."""

_STRONG = (Tier.OFFICIAL, Tier.DIRECTORY, Tier.METADATA)
_REFUSED = (Verdict.REFUSED, Verdict.REFUSED_SHORT)


def reasons_unconfirmed(channel: Channel, counted_on: date) -> tuple[Reason, ...]:
    """Say why a channel may not be printed; nothing means that it may.

    A channel is *sourced* when an official page, a directory of record or the phone-number
    metadata carries it, no other source contradicts it, the research asked for no more than a
    spot check, its source is younger than five years (or is an official page without a date),
    and the metadata accepts the number or a written exemption says why it stands.

    An emergency number rests on the metadata alone: it is never held back by age.

    Args:
        channel: The channel; its own ``status`` is not looked at.
        counted_on: The day from which the age of the source is counted.
    """
    if channel.kind is Kind.EMERGENCY:
        listed = (channel.source.tier, channel.phone_check.verdict)
        good = listed == (Tier.METADATA, Verdict.OK_EMERGENCY)
        return () if good else (Reason.WEAK_SOURCE,)
    found = (
        (Reason.WEAK_SOURCE, channel.source.tier not in _STRONG),
        (Reason.CONFLICT, channel.conflict_seen),
        (Reason.CHECK_ASKED_FOR, channel.release_hint is not Hint.SPOT_CHECK),
        (Reason.TOO_OLD, _is_too_old(channel, counted_on)),
        (Reason.UNDATED, _is_undated_without_office(channel)),
        (Reason.NUMBER_REFUSED, _is_refused(channel)),
    )
    return tuple(reason for reason, holds in found if holds)


def status_of(reasons: tuple[Reason, ...]) -> Status:
    """Give the status that follows from the reasons."""
    return Status.UNCONFIRMED if reasons else Status.SOURCED


def years_before(day: date, years: int) -> date:
    """Give the same day some years earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _is_too_old(channel: Channel, counted_on: date) -> bool:
    limit = years_before(counted_on, LONGEST_AGE_YEARS)
    return channel.source.date is not None and channel.source.date <= limit


def _is_undated_without_office(channel: Channel) -> bool:
    return channel.source.date is None and channel.source.tier is not Tier.OFFICIAL


def _is_refused(channel: Channel) -> bool:
    check = channel.phone_check
    return check.verdict in _REFUSED and not check.exemption

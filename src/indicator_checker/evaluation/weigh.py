"""Counting signs and weighing dimensions, each overlap group once (rule word P31)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from indicator_checker.evaluation.trace import Contribution, DimensionTrace
from indicator_checker.instrument.arithmetic import STRONGEST_FIRST, points_for
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import STRENGTHS, Indicator
from indicator_checker.instrument.rules import Selection, StrengthPoints

_RANK = {strength: rank for rank, strength in enumerate(STRENGTHS)}


def selected(
    instrument: Instrument, present: Iterable[str], of: Selection
) -> tuple[tuple[str, ...], int]:
    """The present signs that a selection names, and how many they count as.

    All are named, so that none is missing from an explanation; of an overlap group one counts.
    """
    catalogue = instrument.catalogue
    found = tuple(i for i in present if _matches(catalogue.indicators[i], of))
    return found, len({catalogue.group_of.get(i, i) for i in found})


def _matches(indicator: Indicator, of: Selection) -> bool:
    return (
        (of.strength is None or _RANK[indicator.strength] >= _RANK[of.strength])
        and (not of.dimensions or any(d in of.dimensions for d in indicator.dimensions))
        and (not of.flags or indicator.flag in of.flags)
        and (not of.indicators or indicator.id in of.indicators)
    )


def _once_per_group(instrument: Instrument, found: Iterable[str]) -> dict[str, str]:
    """Each sign with the one that counts in its place, or an empty string where it counts.

    Of two equally strong signs the first in the instrument counts, so that the order of
    answering changes nothing.
    """
    catalogue = instrument.catalogue
    order = catalogue.order
    best: dict[str, str] = {}
    for sign in sorted(found, key=lambda i: (-_RANK[catalogue.indicators[i].strength], order[i])):
        best.setdefault(catalogue.group_of.get(sign, sign), sign)
    counted = {sign: best[catalogue.group_of.get(sign, sign)] for sign in found}
    return {sign: "" if sign == chosen else chosen for sign, chosen in counted.items()}


def weigh_dimension(
    instrument: Instrument, present: Iterable[str], part: StrengthPoints
) -> DimensionTrace:
    """One dimension with its points and what each sign gives to it."""
    indicators = instrument.catalogue.indicators
    found = [i for i in present if part.dimension in indicators[i].dimensions]
    instead = _once_per_group(instrument, found)
    counts = Counter(indicators[i].strength for i in found if not instead[i])
    points = points_for(part, {strength: counts[strength] for strength in STRONGEST_FIRST})
    return DimensionTrace(
        part.dimension,
        points,
        part.met_at,
        points >= part.met_at,
        tuple(_contribution(indicators[i], part, instead[i]) for i in found),
    )


def _contribution(indicator: Indicator, part: StrengthPoints, instead: str) -> Contribution:
    points = 0
    if indicator.strength != "context" and not instead:
        points = part.points.get(indicator.strength, 0)
    return Contribution(indicator.id, indicator.strength, points, instead)

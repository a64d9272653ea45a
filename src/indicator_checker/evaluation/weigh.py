"""Counting signs and weighing dimensions, each overlap group once (rule word P31)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    indicators, group_of = instrument.catalogue.indicators, instrument.catalogue.group_of
    found = list(present)
    if of.flags:
        found = [i for i in found if indicators[i].flag in of.flags]
    if of.strength:
        least = _RANK[of.strength]
        found = [i for i in found if _RANK[indicators[i].strength] >= least]
    if of.dimensions:
        sides = set(of.dimensions)
        found = [i for i in found if not sides.isdisjoint(indicators[i].dimensions)]
    if of.indicators:
        found = [i for i in found if i in of.indicators]
    return tuple(found), len({group_of.get(i, i) for i in found})


def weigh_dimensions(instrument: Instrument, present: Iterable[str]) -> tuple[DimensionTrace, ...]:
    """Each weighed dimension with its points and what each sign gives to it."""
    parts = instrument.rules.dimensions
    found: dict[str, list[Indicator]] = {part.dimension: [] for part in parts}
    for sign in present:
        indicator = instrument.catalogue.indicators[sign]
        for dimension in found.keys() & indicator.dimensions:
            found[dimension].append(indicator)
    return tuple(_weigh(instrument, part, found[part.dimension]) for part in parts)


def _weigh(
    instrument: Instrument, part: StrengthPoints, found: Sequence[Indicator]
) -> DimensionTrace:
    instead = _once_per_group(instrument, found)
    counted = [sign.strength for sign in found if not instead[sign.id]]
    points = points_for(part, {strength: counted.count(strength) for strength in STRONGEST_FIRST})
    return DimensionTrace(
        part.dimension,
        points,
        part.met_at,
        points >= part.met_at,
        tuple(_contribution(sign, part, instead[sign.id]) for sign in found),
    )


def _once_per_group(instrument: Instrument, found: Sequence[Indicator]) -> dict[str, str]:
    """Each sign with the one that counts in its place, or an empty string where it counts.

    Of two equally strong signs the first in the instrument counts, so that the order of
    answering changes nothing.
    """
    group_of, order = instrument.catalogue.group_of, instrument.catalogue.order
    best: dict[str, str] = {}
    for sign in sorted(found, key=lambda sign: (-_RANK[sign.strength], order[sign.id])):
        best.setdefault(group_of.get(sign.id, sign.id), sign.id)
    counted = {sign.id: best[group_of.get(sign.id, sign.id)] for sign in found}
    return {sign: "" if sign == chosen else chosen for sign, chosen in counted.items()}


def _contribution(indicator: Indicator, part: StrengthPoints, instead: str) -> Contribution:
    points = 0
    if indicator.strength != "context" and not instead:
        points = part.points.get(indicator.strength, 0)
    return Contribution(indicator.id, indicator.strength, points, instead)

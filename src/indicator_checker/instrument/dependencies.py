"""Which numbers wait for which others; none may wait for itself."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.conditions import Condition, LevelsAtLeast, MeasureAtLeast
from indicator_checker.instrument.measures import Measure, Total
from indicator_checker.instrument.places import with_inner
from indicator_checker.instrument.rules import Bands, RuleSet


def first_circles(rules: RuleSet) -> Iterator[tuple[str, ...]]:
    """For each measure that waits for itself, the way round by id."""
    waits = dict(_edges(rules))
    reported: set[str] = set()
    for start in waits:
        circle = _way_back(start, waits)
        if circle and reported.isdisjoint(circle):
            reported.update(circle)
            yield circle


def _edges(rules: RuleSet) -> Iterator[tuple[str, tuple[str, ...]]]:
    profiles = {profile.id: profile.bands for profile in rules.profiles}
    measured = {rule.id: rule.measure for rule in rules.rules if isinstance(rule, Bands)}
    for measure in rules.measures:
        yield measure.id, tuple(_waits_for(measure, profiles, measured))


def _waits_for(
    measure: Measure, profiles: dict[str, tuple[str, ...]], measured: dict[str, str]
) -> Iterator[str]:
    if isinstance(measure, Total):
        yield from measure.of
    if measure.applies is not None:
        yield from _named_by(measure.applies, profiles, measured)


def _named_by(
    condition: Condition, profiles: dict[str, tuple[str, ...]], measured: dict[str, str]
) -> Iterator[str]:
    for inner in with_inner(condition):
        if isinstance(inner, MeasureAtLeast):
            yield inner.measure
        elif isinstance(inner, LevelsAtLeast):
            bands = profiles.get(inner.profile, ())
            yield from (measured[band] for band in bands if band in measured)


def _way_back(start: str, waits: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """A way from a measure back to itself, or nothing."""
    ways: list[tuple[str, ...]] = [(start,)]
    visited: set[str] = set()
    while ways:
        way = ways.pop()
        for following in waits.get(way[-1], ()):
            if following == start:
                return way
            if following not in visited:
                visited.add(following)
                ways.append((*way, following))
    return ()

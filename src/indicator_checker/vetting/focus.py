"""Which signs a part of an instrument hangs on: where a search for a counter-example begins."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.conditions import (
    Answered,
    Condition,
    CountAtLeast,
    DimensionsMet,
    LevelsAtLeast,
    MeasureAtLeast,
    Selection,
)
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.measures import Measure, Total
from indicator_checker.instrument.places import (
    rule_condition,
    showing_conditions,
    with_inner,
)
from indicator_checker.instrument.rules import Bands
from indicator_checker.instrument.selecting import counted


def signs_behind(instrument: Instrument, part: str) -> tuple[str, ...]:
    """The signs that a rule, measure, scale, section or dimension hangs on, in their order."""
    found = set(_signs(instrument, part))
    return tuple(sign for sign in instrument.catalogue.indicators if sign in found)


def _signs(instrument: Instrument, part: str) -> Iterator[str]:
    catalogue, index = instrument.catalogue, instrument.rule_index
    scales = {scale.id: scale.options for scale in catalogue.scales}
    options = scales.get(part, catalogue.answers if part == "answers" else None)
    if options is not None:
        yield from (sign for sign, own in catalogue.options.items() if own == options)
    if part in catalogue.indicators:
        yield part
    if part in index.measures:
        yield from _behind_measure(instrument, index.measures[part])
    if part in index.dimensions:
        yield from _selected(instrument, Selection(dimensions=(part,)))
    yield from _behind_section(instrument, part)
    for rule in (rule for rule in instrument.rules.rules if rule.id == part):
        condition = rule_condition(rule)
        if condition is not None:
            yield from _behind(instrument, condition)
        if isinstance(rule, Bands):
            yield from _behind_measure(instrument, index.measures[rule.measure])


def _behind_section(instrument: Instrument, part: str) -> Iterator[str]:
    for section in instrument.catalogue.sections:
        if section.id == part:
            conditions = [*showing_conditions(section)]
            conditions += [c for i in section.indicators for c in showing_conditions(i)]
            for _, condition in conditions:
                yield from _behind(instrument, condition)


def _behind(instrument: Instrument, condition: Condition) -> Iterator[str]:
    for inner in with_inner(condition):
        match inner:
            case Answered():
                yield inner.indicator
            case CountAtLeast():
                yield from _selected(instrument, inner.of)
            case DimensionsMet():
                yield from _selected(instrument, Selection(dimensions=inner.of))
            case MeasureAtLeast():
                measure = instrument.rule_index.measures[inner.measure]
                yield from _behind_measure(instrument, measure)
            case LevelsAtLeast():
                yield from _behind_profile(instrument, inner.profile)
            case _:
                continue


def _behind_profile(instrument: Instrument, name: str) -> Iterator[str]:
    profile = instrument.rule_index.profiles[name]
    if profile.indicators is not None:
        yield from _selected(instrument, profile.indicators)
    for band in profile.bands:
        measure = instrument.rule_index.bands[band].measure
        yield from _behind_measure(instrument, instrument.rule_index.measures[measure])


def _behind_measure(instrument: Instrument, measure: Measure) -> Iterator[str]:
    if isinstance(measure, Total):
        for part in measure.of:
            yield from _behind_measure(instrument, instrument.rule_index.measures[part])
    else:
        yield from _selected(instrument, measure.of)
    if measure.applies is not None:
        yield from _behind(instrument, measure.applies)


def _selected(instrument: Instrument, of: Selection) -> Iterator[str]:
    yield from (indicator.id for indicator in counted(instrument.catalogue, of))

"""Mistakes in conditions and selections: unknown names, what cannot be, what looks ahead."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.conditions import (
    Answered,
    AtLeastOf,
    Condition,
    CountAtLeast,
    DangerAnswered,
    DimensionsMet,
    LevelsAtLeast,
    MeasureAtLeast,
    Not,
    Selection,
)
from indicator_checker.instrument.mistakes import Mistake, unknown_names
from indicator_checker.instrument.model import Catalogue, Indicator, Section
from indicator_checker.instrument.places import (
    CATALOGUE_FILE,
    conditions_of,
    counting_selections,
    other_selections,
    parts_of,
    showing_conditions,
    shown_parts,
    with_inner,
)
from indicator_checker.instrument.ranges import Range, countable, reach
from indicator_checker.instrument.rules import RuleSet
from indicator_checker.instrument.selecting import counted
from indicator_checker.instrument.terms import DANGER_BY_WORRY


def lint_conditions(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    """Every mistake in the conditions and selections of both files."""
    ranges = reach(catalogue, rules)
    for place, condition in conditions_of(catalogue, rules):
        yield from _check_danger(place, condition)
        for inner in with_inner(condition):
            yield from _check_names(place, inner, catalogue, rules, ranges)
            yield from _check_reach(place, inner, catalogue, rules, ranges)
    for place, of in counting_selections(catalogue, rules):
        yield from _check_selection(place, of, catalogue)
        yield from _check_counted(place, of, catalogue)
    for place, of in other_selections(rules):
        yield from _check_selection(place, of, catalogue)
    yield from _check_order(catalogue)


def _check_names(
    place: str,
    condition: Condition,
    catalogue: Catalogue,
    rules: RuleSet,
    ranges: dict[str, Range],
) -> Iterator[Mistake]:
    match condition:
        case DimensionsMet():
            weighed = [part.dimension for part in rules.dimensions]
            yield from unknown_names(f"{place}.of", condition.of, weighed)
        case MeasureAtLeast():
            yield from unknown_names(f"{place}.measure", (condition.measure,), ranges)
        case Answered():
            known = [option.id for option in catalogue.options.get(condition.indicator, ())]
            named = (condition.indicator,)
            yield from unknown_names(f"{place}.indicator", named, catalogue.indicators)
            if known:
                yield from unknown_names(f"{place}.options", condition.options, known)
        case LevelsAtLeast():
            profiles = [profile.id for profile in rules.profiles]
            levels = [level.id for level in rules.levels]
            yield from unknown_names(f"{place}.profile", (condition.profile,), profiles)
            yield from unknown_names(f"{place}.level", (condition.level,), levels)
        case _:
            return


def _check_reach(
    place: str,
    condition: Condition,
    catalogue: Catalogue,
    rules: RuleSet,
    ranges: dict[str, Range],
) -> Iterator[Mistake]:
    """A condition that asks for more than there is can never be true."""
    match condition:
        case DimensionsMet():
            counts_as = {part.dimension: part.counts_as for part in rules.dimensions}
            most = len({counts_as.get(dimension, dimension) for dimension in condition.of})
        case CountAtLeast():
            most = countable(catalogue, condition.of)
        case MeasureAtLeast():
            most = ranges.get(condition.measure, (0, condition.at_least))[1]
        case LevelsAtLeast():
            most = _parts_of_profile(catalogue, rules, condition)
        case AtLeastOf():
            most = len(condition.conditions)
        case _:
            return
    if condition.at_least > most:
        yield Mistake("never_fires", place, f"{condition.at_least}>{most}", "warning")


def _parts_of_profile(catalogue: Catalogue, rules: RuleSet, condition: LevelsAtLeast) -> int:
    for profile in rules.profiles:
        if profile.id == condition.profile:
            signs = counted(catalogue, profile.indicators) if profile.indicators else ()
            return len(signs) + len(profile.bands)
    return condition.at_least


def _check_danger(place: str, condition: Condition) -> Iterator[Mistake]:
    """A milder answer to the danger question never counts for more; under *not* it may."""
    if isinstance(condition, Not):
        return
    if isinstance(condition, DangerAnswered):
        answers = set(condition.answers)
        if answers != set(DANGER_BY_WORRY[-len(answers) :]):
            yield Mistake("milder_danger_counts_more", place, ", ".join(condition.answers))
    for part in parts_of(condition):
        yield from _check_danger(place, part)


def _check_selection(place: str, of: Selection, catalogue: Catalogue) -> Iterator[Mistake]:
    sections = [section.id for section in catalogue.sections]
    dimensions = [dimension.id for dimension in catalogue.dimensions]
    types = ["any", *(kind.id for kind in catalogue.exploitation_types)]
    yield from unknown_names(f"{place}.dimensions", of.dimensions, dimensions)
    yield from unknown_names(f"{place}.sections", of.sections, sections)
    yield from unknown_names(f"{place}.indicators", of.indicators, catalogue.indicators)
    yield from unknown_names(f"{place}.types", of.types, types)


def _check_counted(place: str, of: Selection, catalogue: Catalogue) -> Iterator[Mistake]:
    """A list without a score counts only where it is named; nothing selected counts nothing."""
    unscored = {section.id for section in catalogue.sections if not section.scored}
    for section in of.sections:
        if section in unscored:
            yield Mistake("unscored_is_counted", place, section, "warning")
    for sign in of.indicators:
        if sign in catalogue.indicators and catalogue.section_of[sign].id in unscored:
            yield Mistake("unscored_is_counted", place, sign, "warning")
    if not counted(catalogue, of):
        yield Mistake("selects_nothing", place, "0", "warning")


def _check_order(catalogue: Catalogue) -> Iterator[Mistake]:
    """What decides whether a part is shown must stand before it."""
    sections = [section.id for section in catalogue.sections]
    before: set[str] = set()
    for part in shown_parts(catalogue):
        own = part if isinstance(part, Section) else catalogue.section_of[part.id]
        later = sections[sections.index(own.id) + isinstance(part, Indicator) :]
        for place, condition in showing_conditions(part):
            for name in _signs_named(condition):
                if name in catalogue.indicators and name not in before:
                    yield Mistake("looks_ahead", f"{CATALOGUE_FILE}: {place}", name)
            for name in _sections_named(condition):
                if name in later:
                    yield Mistake("looks_ahead", f"{CATALOGUE_FILE}: {place}", name)
        if isinstance(part, Indicator):
            before.add(part.id)


def _signs_named(condition: Condition) -> Iterator[str]:
    for inner in with_inner(condition):
        if isinstance(inner, Answered):
            yield inner.indicator
        elif isinstance(inner, CountAtLeast):
            yield from inner.of.indicators


def _sections_named(condition: Condition) -> Iterator[str]:
    for inner in with_inner(condition):
        if isinstance(inner, CountAtLeast):
            yield from inner.of.sections

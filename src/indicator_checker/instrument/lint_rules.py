"""Mistakes in the rules: names, levels, bands with gaps, totals out of reach, dead rules."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.arithmetic import first_disagreement
from indicator_checker.instrument.conditions import (
    AllOf,
    Always,
    Answered,
    AnyOf,
    AtLeastOf,
    Condition,
    CountAtLeast,
    DimensionsMet,
    LevelsAtLeast,
    MeasureAtLeast,
    Not,
)
from indicator_checker.instrument.measures import Total
from indicator_checker.instrument.mistakes import Mistake, doubles, unknown_names
from indicator_checker.instrument.model import Catalogue
from indicator_checker.instrument.ranges import Range, countable, reach
from indicator_checker.instrument.rules import Bands, Cap, LevelRule, RuleSet, StrongestOf


def lint_rules(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    """Every mistake of ``rules.json``."""
    yield from _check_names(catalogue, rules)
    yield from _check_measures(rules)
    yield from _check_levels(catalogue, rules)
    yield from _check_arithmetic(rules)
    ranges = reach(catalogue, rules)
    for rule in rules.rules:
        if isinstance(rule, Bands) and rule.measure in ranges:
            yield from _check_bands(rule, ranges[rule.measure])
    for place, condition in conditions_of(catalogue, rules):
        yield from _check_condition(place, condition, catalogue, rules, ranges)


def conditions_of(catalogue: Catalogue, rules: RuleSet) -> Iterator[tuple[str, Condition]]:
    """Every condition of an instrument with its place, those inside others included."""
    found: list[tuple[str, Condition | None]] = []
    for section in catalogue.sections:
        found.append((f"{section.id}.visible_if", section.visible_if))
        found.append((f"{section.id}.gate", section.gate.needed_if if section.gate else None))
        found += [(f"{i.id}.visible_if", i.visible_if) for i in section.indicators]
    found += [(measure.id, measure.applies) for measure in rules.measures]
    for rule in rules.rules:
        if isinstance(rule, LevelRule):
            found.append((rule.id, rule.when))
        elif isinstance(rule, Cap):
            found.append((rule.id, rule.unless))
        elif isinstance(rule, Bands):
            found.append((rule.id, rule.applies))
    for place, condition in found:
        if condition is not None:
            yield from _with_inner(place, condition)


def _with_inner(place: str, condition: Condition) -> Iterator[tuple[str, Condition]]:
    yield place, condition
    if isinstance(condition, AllOf | AnyOf | AtLeastOf):
        for part in condition.conditions:
            yield from _with_inner(place, part)
    elif isinstance(condition, Not):
        yield from _with_inner(place, condition.condition)


def _check_names(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    yield from doubles("levels", (level.id for level in rules.levels))
    yield from doubles("rules", (rule.id for rule in rules.rules))
    yield from doubles("rules.dimensions", (part.dimension for part in rules.dimensions))
    yield from doubles("measures", (measure.id for measure in rules.measures))
    yield from doubles("profiles", (profile.id for profile in rules.profiles))
    levels = [level.id for level in rules.levels]
    bands = [rule.id for rule in rules.rules if isinstance(rule, Bands)]
    scored = [dimension.id for dimension in catalogue.dimensions if dimension.scored]
    weighed = [part.dimension for part in rules.dimensions]
    yield from unknown_names("rules.dimensions", weighed, scored)
    for missing in unknown_names("dimensions", scored, weighed):
        yield Mistake("scored_but_not_weighed", missing.place, missing.value)
    for profile in rules.profiles:
        yield from unknown_names(f"{profile.id}.bands", profile.bands, bands)
    for rule in rules.rules:
        if isinstance(rule, LevelRule | Cap):
            yield from unknown_names(f"{rule.id}.level", (rule.level,), levels)
        elif isinstance(rule, Bands):
            named = (band.level for band in rule.ranges)
            yield from unknown_names(f"{rule.id}.level", named, levels)
        elif isinstance(rule, StrongestOf):
            yield from unknown_names(f"{rule.id}.bands", rule.bands, bands)


def _check_measures(rules: RuleSet) -> Iterator[Mistake]:
    """A total may name only measures that stand before it, so that none adds up itself."""
    known: list[str] = []
    for measure in rules.measures:
        if isinstance(measure, Total):
            yield from unknown_names(f"{measure.id}.of", measure.of, known)
            if measure.judgement and rules.judgement_points is None:
                yield Mistake("judgement_points_missing", measure.id, "judgement")
        known.append(measure.id)
    for rule in rules.rules:
        if isinstance(rule, Bands):
            yield from unknown_names(f"{rule.id}.measure", (rule.measure,), known)


def _check_levels(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    """Something must give a level to an empty checklist, if the instrument has levels at all."""
    if not rules.levels or not rules.ordered:
        return
    always = any(
        isinstance(rule, LevelRule)
        and isinstance(rule.when, Always)
        and rule.level == rules.levels[0].id
        for rule in rules.rules
    )
    bands = any(isinstance(rule, Bands) and rule.decides for rule in rules.rules)
    strongest = any(isinstance(rule, StrongestOf) for rule in rules.rules)
    if not (always or bands or strongest):
        yield Mistake("lowest_level_not_reached", "rules", rules.levels[0].id)
    yield from _unreached(catalogue, rules)


def _unreached(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    """A level that no rule and no answer gives is a warning."""
    given = {rule.level for rule in rules.rules if isinstance(rule, LevelRule)}
    given |= {band.level for r in rules.rules if isinstance(r, Bands) for band in r.ranges}
    given |= {i.level for i in catalogue.indicators.values() if i.level}
    given |= {o.level for options in catalogue.options.values() for o in options if o.level}
    for level in rules.levels:
        if level.id not in given:
            yield Mistake("level_never_reached", "levels", level.id, "warning")


def _check_arithmetic(rules: RuleSet) -> Iterator[Mistake]:
    for part in rules.dimensions:
        counts = first_disagreement(part)
        if counts is not None:
            said = ", ".join(f"{count} {strength}" for strength, count in counts.items())
            yield Mistake("arithmetic_disagrees", f"dimensions.{part.dimension}", said)


def _check_bands(rule: Bands, reached: Range) -> Iterator[Mistake]:
    """Bands cover every reachable total once: no gap, no overlap, the last one open."""
    lowest, highest = reached
    if rule.ranges[0].lowest > lowest:
        yield Mistake("band_gap", rule.id, f"{lowest}-{rule.ranges[0].lowest - 1}")
    for one, following in zip(rule.ranges, rule.ranges[1:], strict=False):
        if one.highest is None or following.lowest <= one.highest:
            yield Mistake("band_overlap", rule.id, str(following.lowest))
        elif following.lowest > one.highest + 1:
            yield Mistake("band_gap", rule.id, f"{one.highest + 1}-{following.lowest - 1}")
    last = rule.ranges[-1]
    if last.highest is not None:
        yield Mistake("last_band_closed", rule.id, str(last.highest))
    for band in rule.ranges:
        if band.lowest > highest:
            yield Mistake("band_out_of_reach", rule.id, f"{band.lowest}>{highest}", "warning")


def _check_condition(
    place: str,
    condition: Condition,
    catalogue: Catalogue,
    rules: RuleSet,
    ranges: dict[str, Range],
) -> Iterator[Mistake]:
    match condition:
        case DimensionsMet():
            weighed = {part.dimension: part.counts_as for part in rules.dimensions}
            yield from unknown_names(f"{place}.of", condition.of, weighed)
            most = len({weighed.get(dimension, dimension) for dimension in condition.of})
            yield from _never(place, condition.at_least, most)
        case CountAtLeast():
            yield from _check_selection(place, condition, catalogue)
            yield from _never(place, condition.at_least, countable(catalogue, condition.of))
        case MeasureAtLeast():
            yield from unknown_names(f"{place}.measure", (condition.measure,), ranges)
            _, most = ranges.get(condition.measure, (0, condition.at_least))
            yield from _never(place, condition.at_least, most)
        case Answered():
            known = catalogue.options.get(condition.indicator, ())
            yield from unknown_names(place, (condition.indicator,), catalogue.indicators)
            if known:
                yield from unknown_names(
                    f"{place}.options", condition.options, [o.id for o in known]
                )
        case LevelsAtLeast():
            profiles = [profile.id for profile in rules.profiles]
            yield from unknown_names(f"{place}.profile", (condition.profile,), profiles)
            yield from unknown_names(
                f"{place}.level", (condition.level,), (x.id for x in rules.levels)
            )
        case AtLeastOf():
            yield from _never(place, condition.at_least, len(condition.conditions))


def _check_selection(
    place: str, condition: CountAtLeast, catalogue: Catalogue
) -> Iterator[Mistake]:
    of = condition.of
    sections = [section.id for section in catalogue.sections]
    dimensions = [dimension.id for dimension in catalogue.dimensions]
    yield from unknown_names(f"{place}.of.dimensions", of.dimensions, dimensions)
    yield from unknown_names(f"{place}.of.sections", of.sections, sections)
    yield from unknown_names(f"{place}.of.indicators", of.indicators, catalogue.indicators)


def _never(place: str, needed: int, most: int) -> Iterator[Mistake]:
    if needed > most:
        yield Mistake("never_fires", place, f"{needed}>{most}", "warning")

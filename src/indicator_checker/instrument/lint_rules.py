"""Mistakes in the rules: names, levels, points, bands with gaps, totals out of reach."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.arithmetic import first_disagreement, first_reversal
from indicator_checker.instrument.conditions import Always
from indicator_checker.instrument.dependencies import first_circles
from indicator_checker.instrument.measures import Sum, Total
from indicator_checker.instrument.mistakes import Mistake, backwards, doubles, unknown_names
from indicator_checker.instrument.model import Catalogue
from indicator_checker.instrument.ranges import Range, reach
from indicator_checker.instrument.rules import Bands, Cap, LevelRule, RuleSet, StrongestOf
from indicator_checker.instrument.terms import STEPS


def lint_rules(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    """Every mistake of ``rules.json``, but for those in its conditions."""
    yield from _check_doubles(rules)
    yield from _check_names(catalogue, rules)
    yield from _check_measures(catalogue, rules)
    yield from _check_levels(catalogue, rules)
    yield from _check_arithmetic(rules)
    ranges = reach(catalogue, rules)
    for rule in rules.rules:
        if isinstance(rule, Bands):
            yield from _check_bands(rule, ranges.get(rule.measure))


def _check_doubles(rules: RuleSet) -> Iterator[Mistake]:
    yield from doubles("levels", (level.id for level in rules.levels))
    yield from doubles("rules", (rule.id for rule in rules.rules))
    yield from doubles("dimensions", (part.dimension for part in rules.dimensions))
    yield from doubles("measures", (measure.id for measure in rules.measures))
    yield from doubles("profiles", (profile.id for profile in rules.profiles))


def _check_names(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    levels = [level.id for level in rules.levels]
    bands = [rule.id for rule in rules.rules if isinstance(rule, Bands)]
    scored = [dimension.id for dimension in catalogue.dimensions if dimension.scored]
    weighed = [part.dimension for part in rules.dimensions]
    yield from unknown_names("dimensions", weighed, scored)
    for dimension in scored:
        if dimension not in weighed:
            yield Mistake("scored_but_not_weighed", "dimensions", dimension)
    for profile in rules.profiles:
        yield from unknown_names(f"{profile.id}.bands", profile.bands, bands)
    for rule in rules.rules:
        if isinstance(rule, LevelRule | Cap):
            yield from unknown_names(f"{rule.id}.level", (rule.level,), levels)
        elif isinstance(rule, Bands):
            named = (band.level for band in rule.ranges)
            yield from unknown_names(f"{rule.id}.ranges", named, levels)
        elif isinstance(rule, StrongestOf):
            yield from unknown_names(f"{rule.id}.bands", rule.bands, bands)


def _check_measures(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    known = [measure.id for measure in rules.measures]
    for measure in rules.measures:
        if isinstance(measure, Total):
            yield from unknown_names(f"{measure.id}.of", measure.of, known)
            if measure.judgement and rules.judgement_points is None:
                yield Mistake("judgement_points_missing", measure.id, "judgement")
        elif isinstance(measure, Sum):
            named = measure.weights
            yield from unknown_names(f"{measure.id}.weights", named, catalogue.indicators)
    for circle in first_circles(rules):
        yield Mistake("goes_in_a_circle", "measures", ", ".join(circle))
    for rule in rules.rules:
        if isinstance(rule, Bands):
            yield from unknown_names(f"{rule.id}.measure", (rule.measure,), known)
    points = rules.judgement_points
    if points is not None:
        yield from backwards("judgement_points", points.lowest, points.highest)


def _check_levels(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    """Something must give a level to an empty checklist, if the instrument has levels at all."""
    yield from _unreached(catalogue, rules)
    if not rules.ordered:
        for rule in rules.rules:
            if isinstance(rule, LevelRule | Cap | StrongestOf):
                yield Mistake("rule_without_order", rule.id, rule.kind, "warning")
        return
    steps = [level.step for level in rules.levels]
    if steps != sorted(steps, key=STEPS.index):
        yield Mistake("steps_out_of_order", "levels", ", ".join(steps))
    if rules.levels and not any(_starts(rule, rules.levels[0].id) for rule in rules.rules):
        yield Mistake("lowest_level_not_reached", "rules", rules.levels[0].id)


def _starts(rule: LevelRule | Cap | Bands | StrongestOf, lowest: str) -> bool:
    """Whether a rule is one from which the search for the level can start."""
    match rule:
        case LevelRule():
            return isinstance(rule.when, Always) and rule.level == lowest
        case Bands():
            return rule.decides
        case StrongestOf():
            return True
        case Cap():
            return False


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
    searches = {"arithmetic_disagrees": first_disagreement, "stronger_counts_less": first_reversal}
    for part in rules.dimensions:
        for code, search in searches.items():
            if counts := search(part):
                said = ", ".join(f"{count} {strength}" for strength, count in counts.items())
                yield Mistake(code, f"dimensions.{part.dimension}", said)


def _check_bands(rule: Bands, reached: Range | None) -> Iterator[Mistake]:
    """Bands cover every reachable total once: no gap, no overlap, the last one open."""
    place = f"{rule.id}.ranges"
    for band in rule.ranges:
        yield from backwards(place, band.lowest, band.highest)
    for one, following in zip(rule.ranges, rule.ranges[1:], strict=False):
        if one.highest is None or following.lowest <= one.highest:
            yield Mistake("band_overlap", place, str(following.lowest))
        elif following.lowest > one.highest + 1:
            yield Mistake("band_gap", place, _numbers(one.highest + 1, following.lowest - 1))
    last = rule.ranges[-1]
    if last.highest is not None:
        yield Mistake("last_band_closed", place, str(last.highest))
    if reached is None:
        return
    lowest, highest = reached
    if rule.ranges[0].lowest > lowest:
        yield Mistake("band_gap", place, _numbers(lowest, rule.ranges[0].lowest - 1))
    for band in rule.ranges:
        ends_before = band.highest is not None and band.highest < lowest
        if band.lowest > highest or ends_before:
            said = f"{band.level}: {_numbers(band.lowest, band.highest)}"
            yield Mistake("band_out_of_reach", place, f"{said} ({lowest}-{highest})", "warning")


def _numbers(lowest: int, highest: int | None) -> str:
    if highest is None:
        return f"{lowest}+"
    return str(lowest) if lowest == highest else f"{lowest}-{highest}"

"""What can be wrong with an instrument whose files have the right shape.

Every mistake is collected, so that an author can mend a file in one go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from indicator_checker.instrument.arithmetic import first_disagreement, first_reversal
from indicator_checker.instrument.guidance import Guidance
from indicator_checker.instrument.model import Catalogue, Source
from indicator_checker.instrument.rules import (
    STEPS,
    Always,
    Cap,
    Condition,
    CountAtLeast,
    DangerAnswer,
    DangerAnswered,
    DimensionsMet,
    LevelRule,
    RuleSet,
)

MOST_WORRYING_FIRST: tuple[DangerAnswer, ...] = ("yes", "help_here", "not_sure", "no")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its code, where it is, and the value that is wrong.

    Words for the cause and the way out are under ``mistake.<code>`` in ``resources/texts``.
    """

    code: str
    place: str
    value: str


def lint(
    catalogue: Catalogue, rules: RuleSet, sources: Mapping[str, Source], guidance: Guidance
) -> list[Mistake]:
    """All mistakes across the files of one instrument, in the order of the files."""
    return [
        *_check_doubles(catalogue, rules),
        *_check_names_in_catalogue(catalogue),
        *_check_danger_page(catalogue),
        *_check_groups(catalogue),
        *_check_steps(rules),
        *_check_rules(catalogue, rules),
        *_check_arithmetic(rules),
        *_check_sources(catalogue, rules, sources, guidance),
    ]


def _doubles(place: str, ids: Iterable[str]) -> Iterator[Mistake]:
    for double, count in Counter(ids).items():
        if count > 1:
            yield Mistake("double_id", place, double)


def _unknown(place: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Mistake]:
    allowed = set(known)
    for name in names:
        if name not in allowed:
            yield Mistake("unknown_name", place, name)


def _check_doubles(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    every = [i.id for section in catalogue.sections for i in section.indicators]
    yield from _doubles("sections.indicators", every)
    yield from _doubles("sections", (section.id for section in catalogue.sections))
    yield from _doubles("dimensions", (dimension.id for dimension in catalogue.dimensions))
    yield from _doubles("exploitation_types", (kind.id for kind in catalogue.exploitation_types))
    yield from _doubles("overlap_groups", (group.id for group in catalogue.overlap_groups))
    yield from _doubles("answers", (option.id for option in catalogue.answers))
    yield from _doubles("levels", (level.id for level in rules.levels))
    yield from _doubles("rules", (rule.id for rule in rules.rules))
    yield from _doubles("rules.dimensions", (part.dimension for part in rules.dimensions))


def _check_names_in_catalogue(catalogue: Catalogue) -> Iterator[Mistake]:
    dimensions = [dimension.id for dimension in catalogue.dimensions]
    types = [kind.id for kind in catalogue.exploitation_types]
    for indicator in catalogue.indicators.values():
        yield from _unknown(f"{indicator.id}.dimensions", indicator.dimensions, dimensions)
        yield from _unknown(f"{indicator.id}.types", indicator.types, types)
        if indicator.strength == "context" and indicator.flag not in (None, "context"):
            yield Mistake("context_with_flag", indicator.id, str(indicator.flag))
    for act, members in catalogue.act_entries.items():
        yield from _unknown(f"act_entries.{act}", members, catalogue.indicators)


def _check_danger_page(catalogue: Catalogue) -> Iterator[Mistake]:
    immediate = [section for section in catalogue.sections if section.immediate]
    if len(immediate) != 1:
        yield Mistake("one_danger_page", "sections", str(len(immediate)))
    for indicator in catalogue.indicators.values():
        if (indicator.flag == "emergency") != (indicator.route is not None):
            yield Mistake("emergency_needs_route", indicator.id, str(indicator.flag))


def _check_groups(catalogue: Catalogue) -> Iterator[Mistake]:
    members = [m for group in catalogue.overlap_groups for m in group.members]
    yield from _unknown("overlap_groups.members", members, catalogue.indicators)
    yield from _doubles("overlap_groups.members", members)


def _check_rules(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    levels = [level.id for level in rules.levels]
    scored = [dimension.id for dimension in catalogue.dimensions if dimension.scored]
    weighed = [part.dimension for part in rules.dimensions]
    yield from _unknown("rules.dimensions", weighed, scored)
    for missing in _unknown("rules.dimensions", scored, weighed):
        yield Mistake("scored_but_not_weighed", missing.place, missing.value)
    for rule in rules.rules:
        yield from _unknown(f"{rule.id}.level", (rule.level,), levels)
        condition = rule.unless if isinstance(rule, Cap) else rule.when
        yield from _check_condition(rule.id, condition, catalogue, weighed)
    if not any(_reaches_always(rule, levels[0]) for rule in rules.rules):
        yield Mistake("lowest_level_not_reached", "rules", levels[0])


def _reaches_always(rule: LevelRule | Cap, level: str) -> bool:
    """Overrides and floors do not do: the search for the level starts from what is reached."""
    return rule.kind == "reach" and rule.level == level and isinstance(rule.when, Always)


def _check_steps(rules: RuleSet) -> Iterator[Mistake]:
    """Each step has a level, lowest first: the writer's own judgement may name any of them."""
    steps = [level.step for level in rules.levels]
    if tuple(dict.fromkeys(steps)) != STEPS or steps != sorted(steps, key=STEPS.index):
        yield Mistake("steps_out_of_order", "levels", ", ".join(steps))


def _check_condition(
    rule_id: str, condition: Condition, catalogue: Catalogue, weighed: list[str]
) -> Iterator[Mistake]:
    if isinstance(condition, DimensionsMet):
        yield from _unknown(f"{rule_id}.of", condition.of, weighed)
        if condition.at_least > len(condition.of):
            yield Mistake("never_fires", rule_id, str(condition.at_least))
    if isinstance(condition, DangerAnswered):
        worst = MOST_WORRYING_FIRST[: len(set(condition.answers))]
        if set(condition.answers) != set(worst):
            yield Mistake("milder_danger_counts_more", rule_id, ", ".join(condition.answers))
    if isinstance(condition, CountAtLeast):
        dimensions = [dimension.id for dimension in catalogue.dimensions]
        yield from _unknown(f"{rule_id}.of.dimensions", condition.of.dimensions, dimensions)
        yield from _unknown(
            f"{rule_id}.of.indicators", condition.of.indicators, catalogue.indicators
        )
        if condition.at_least > len(catalogue.indicators):
            yield Mistake("never_fires", rule_id, str(condition.at_least))


def _check_arithmetic(rules: RuleSet) -> Iterator[Mistake]:
    searches = {"arithmetic_disagrees": first_disagreement, "stronger_counts_less": first_reversal}
    for part in rules.dimensions:
        for code, search in searches.items():
            if counts := search(part):
                said = ", ".join(f"{count} {strength}" for strength, count in counts.items())
                yield Mistake(code, f"dimensions.{part.dimension}", said)


def _check_sources(
    catalogue: Catalogue, rules: RuleSet, sources: Mapping[str, Source], guidance: Guidance
) -> Iterator[Mistake]:
    for dimension in catalogue.dimensions:
        yield from _unknown(f"dimensions.{dimension.id}.source", (dimension.source,), sources)
    for indicator in catalogue.indicators.values():
        yield from _unknown(f"{indicator.id}.sources", indicator.sources, sources)
    for rule in rules.rules:
        yield from _unknown(f"{rule.id}.sources", rule.sources, sources)
    for part in rules.dimensions:
        yield from _unknown(f"dimensions.{part.dimension}.sources", part.sources, sources)
    for advice in (*guidance.do, *guidance.do_not):
        yield from _unknown("guidance", advice.sources, sources)

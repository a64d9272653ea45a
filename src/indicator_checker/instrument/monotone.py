"""Proving by rule word that seeing more never lowers a result.

What cannot be proved here is looked for by trial in ``vetting``: a pair of answers that shows the
opposite refuses the file; none found is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from indicator_checker.instrument.arithmetic import first_reversal
from indicator_checker.instrument.conditions import (
    AgeAtLeast,
    AgeBelow,
    AllOf,
    Answered,
    AnyOf,
    AtLeastOf,
    Condition,
    DangerAnswered,
    Not,
    SettingIs,
)
from indicator_checker.instrument.measures import Sum
from indicator_checker.instrument.model import AnswerOption, Catalogue
from indicator_checker.instrument.rules import Bands, Cap, LevelRule, RuleSet
from indicator_checker.instrument.terms import DangerAnswer
from indicator_checker.instrument.worry import worry_of

Ranks = Mapping[str, int]


def unproved(catalogue: Catalogue, rules: RuleSet) -> tuple[str, ...]:
    """Ids of the parts for which monotonicity is not proved; empty if all is proved."""
    ranks = {level.id: rank for rank, level in enumerate(rules.levels)}
    return tuple(
        dict.fromkeys(
            (
                *_scales(catalogue, ranks),
                *_weights(catalogue, rules, ranks),
                *_rules(catalogue, rules, ranks),
                *_visibility(catalogue, ranks),
            )
        )
    )


def _scales(catalogue: Catalogue, ranks: Ranks) -> Iterator[str]:
    """Along the roles, levels and points must not fall."""
    for scale_id, options in (("answers", catalogue.answers), *_named_scales(catalogue)):
        ordered = sorted(worry_of(catalogue, ranks, option) for option in options)
        levels = [level for _, level, _ in ordered]
        values = [value for _, _, value in ordered]
        # An answer that takes points away may come to count when a gate opens.
        lowering = min(values) < 0
        if lowering or levels != sorted(levels) or values != sorted(values):
            yield scale_id


def _named_scales(catalogue: Catalogue) -> tuple[tuple[str, tuple[AnswerOption, ...]], ...]:
    return tuple((scale.id, scale.options) for scale in catalogue.scales)


def _weights(catalogue: Catalogue, rules: RuleSet, ranks: Ranks) -> Iterator[str]:
    yield from (i.id for i in catalogue.indicators.values() if i.weight < 0)
    for measure in rules.measures:
        if isinstance(measure, Sum) and any(weight < 0 for weight in measure.weights.values()):
            yield measure.id
        if measure.applies is not None and not raises(catalogue, measure.applies, ranks):
            yield measure.id
    for part in rules.dimensions:
        numbers = (*part.points.values(), *part.at_most.values())
        if min(numbers, default=0) < 0 or first_reversal(part):
            yield part.dimension


def _rules(catalogue: Catalogue, rules: RuleSet, ranks: Ranks) -> Iterator[str]:
    for rule in rules.rules:
        if isinstance(rule, LevelRule | Cap):
            condition = rule.unless if isinstance(rule, Cap) else rule.when
            if not raises(catalogue, condition, ranks):
                yield rule.id
        elif isinstance(rule, Bands):
            found = [ranks.get(band.level, -1) for band in rule.ranges]
            applies = rule.applies is None or raises(catalogue, rule.applies, ranks)
            if found != sorted(found) or not applies:
                yield rule.id


def _visibility(catalogue: Catalogue, ranks: Ranks) -> Iterator[str]:
    for section in catalogue.sections:
        conditions = [section.visible_if, section.gate.needed_if if section.gate else None]
        conditions += [indicator.visible_if for indicator in section.indicators]
        if any(part and not raises(catalogue, part, ranks) for part in conditions):
            yield section.id


def raises(catalogue: Catalogue, condition: Condition, ranks: Ranks) -> bool:
    """Whether seeing more can only make the condition true; facts stay as they are."""
    match condition:
        case Not():
            return is_fact(condition.condition)
        case AllOf() | AnyOf() | AtLeastOf():
            return all(raises(catalogue, part, ranks) for part in condition.conditions)
        case Answered():
            return _upper_part(catalogue, condition, ranks)
        case DangerAnswered():
            return all(set(condition.answers) >= more for more in _more_danger(condition))
        case _:
            return True


def is_fact(condition: Condition) -> bool:
    """Whether a condition looks at no sign at all."""
    match condition:
        case AgeBelow() | AgeAtLeast() | SettingIs():
            return True
        case Not():
            return is_fact(condition.condition)
        case AllOf() | AnyOf() | AtLeastOf():
            return all(is_fact(part) for part in condition.conditions)
        case _:
            return False


def _more_danger(condition: DangerAnswered) -> Iterator[set[DangerAnswer]]:
    """For each named answer those that are more worrying and so have to be named too."""
    if "no" in condition.answers:
        yield {"not_sure"}
    if {"no", "not_sure"} & set(condition.answers):
        yield {"yes", "help_here"}


def _upper_part(catalogue: Catalogue, condition: Answered, ranks: Ranks) -> bool:
    """Whether the named answers are the most worrying ones of the scale, without a gap."""
    options = catalogue.options[condition.indicator]
    named = [worry_of(catalogue, ranks, o) for o in options if o.id in condition.options]
    rest = [worry_of(catalogue, ranks, o) for o in options if o.id not in condition.options]
    return not named or not rest or min(named) > max(rest)

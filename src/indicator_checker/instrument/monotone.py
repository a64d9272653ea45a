"""Proving by rule word that seeing more never lowers a result.

What cannot be proved here is looked for by trial in ``vetting``: a pair of answers that shows the
opposite refuses the file; none found is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.conditions import (
    AgeAtLeast,
    AgeBelow,
    AllOf,
    Answered,
    AnyOf,
    AtLeastOf,
    Condition,
    Not,
    SettingIs,
)
from indicator_checker.instrument.measures import Sum
from indicator_checker.instrument.model import AnswerOption, Catalogue
from indicator_checker.instrument.rules import Bands, Cap, LevelRule, RuleSet

_ROLE_ORDER = {"absent": 0, "unknown": 0, "possible": 1, "present": 2}


def unproved(catalogue: Catalogue, rules: RuleSet) -> tuple[str, ...]:
    """Ids of the parts for which monotonicity is not proved; empty if all is proved."""
    return tuple(
        dict.fromkeys(
            (
                *_scales(catalogue, rules),
                *_weights(catalogue, rules),
                *_rules(catalogue, rules),
                *_visibility(catalogue),
            )
        )
    )


def _scales(catalogue: Catalogue, rules: RuleSet) -> Iterator[str]:
    """Along the roles, points and levels must not fall."""
    ranks = {level.id: rank for rank, level in enumerate(rules.levels)}
    for scale_id, options in (("answers", catalogue.answers), *_named_scales(catalogue)):
        ordered = sorted(options, key=lambda o: (_ROLE_ORDER[o.role], catalogue.value_of(o)))
        values = [catalogue.value_of(option) for option in ordered]
        levels = [ranks.get(option.level or "", -1) for option in ordered]
        if values != sorted(values) or levels != sorted(levels):
            yield scale_id


def _named_scales(catalogue: Catalogue) -> tuple[tuple[str, tuple[AnswerOption, ...]], ...]:
    return tuple((scale.id, scale.options) for scale in catalogue.scales)


def _weights(catalogue: Catalogue, rules: RuleSet) -> Iterator[str]:
    yield from (i.id for i in catalogue.indicators.values() if i.weight < 0)
    for measure in rules.measures:
        if isinstance(measure, Sum) and any(weight < 0 for weight in measure.weights.values()):
            yield measure.id
        if measure.applies is not None and not raises(catalogue, measure.applies):
            yield measure.id
    for part in rules.dimensions:
        points = [part.points.get(strength, 0) for strength in ("weak", "medium", "strong")]
        if points != sorted(points) or points[0] < 0:
            yield part.dimension


def _rules(catalogue: Catalogue, rules: RuleSet) -> Iterator[str]:
    ranks = {level.id: rank for rank, level in enumerate(rules.levels)}
    for rule in rules.rules:
        if isinstance(rule, LevelRule | Cap):
            condition = rule.unless if isinstance(rule, Cap) else rule.when
            if not raises(catalogue, condition):
                yield rule.id
        elif isinstance(rule, Bands):
            found = [ranks.get(band.level, -1) for band in rule.ranges]
            applies = rule.applies is None or raises(catalogue, rule.applies)
            if found != sorted(found) or not applies:
                yield rule.id


def _visibility(catalogue: Catalogue) -> Iterator[str]:
    for section in catalogue.sections:
        conditions = [section.visible_if, section.gate.needed_if if section.gate else None]
        conditions += [indicator.visible_if for indicator in section.indicators]
        if any(condition and not raises(catalogue, condition) for condition in conditions):
            yield section.id


def raises(catalogue: Catalogue, condition: Condition) -> bool:
    """Whether seeing more can only make the condition true; facts stay as they are."""
    match condition:
        case Not():
            return is_fact(condition.condition)
        case AllOf() | AnyOf() | AtLeastOf():
            return all(raises(catalogue, part) for part in condition.conditions)
        case Answered():
            return _upper_part(catalogue, condition)
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


def _upper_part(catalogue: Catalogue, condition: Answered) -> bool:
    """Whether the named answers are the most worrying ones of the scale, without a gap."""
    options = catalogue.options[condition.indicator]
    named = [o for o in options if o.id in condition.options]
    rest = [o for o in options if o.id not in condition.options]

    def worry(option: AnswerOption) -> tuple[int, int]:
        return _ROLE_ORDER[option.role], catalogue.value_of(option)

    return not named or not rest or min(map(worry, named)) > max(map(worry, rest))

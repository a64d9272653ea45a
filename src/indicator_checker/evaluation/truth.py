"""Whether a condition holds: true, false, or not known.

Each reading says what was counted and how much is needed, so that an explanation can be made of
it. *Not known* (``holds is None``) comes only from facts such as the age.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indicator_checker.evaluation.selecting import groups_of, seen_signs
from indicator_checker.instrument.conditions import (
    AgeAtLeast,
    AgeBelow,
    AllOf,
    Always,
    Answered,
    AnyOf,
    AtLeastOf,
    Condition,
    CountAtLeast,
    DangerAnswered,
    DimensionsMet,
    LevelsAtLeast,
    MeasureAtLeast,
    Not,
    SettingIs,
)

if TYPE_CHECKING:
    from indicator_checker.evaluation.weighing import Weighing


@dataclass(frozen=True, slots=True)
class Truth:
    """Whether a condition holds, and on what."""

    holds: bool | None
    found: int
    needed: int
    inputs: tuple[str, ...] = ()


def truth_of(weighing: Weighing, condition: Condition) -> Truth:
    """Read one condition."""
    # Each miss costs time with these classes, so what rules ask most often stands first.
    match condition:
        case CountAtLeast() | Always() | DangerAnswered() | Answered():
            return _of_answers(weighing, condition)
        case DimensionsMet() | MeasureAtLeast() | LevelsAtLeast():
            return _of_numbers(weighing, condition)
        case AllOf() | AnyOf() | AtLeastOf() | Not():
            return _of_others(weighing, condition)
        case AgeBelow() | AgeAtLeast() | SettingIs():
            return _of_facts(weighing, condition)


def _reached(found: int, needed: int, inputs: tuple[str, ...]) -> Truth:
    return Truth(found >= needed, found, needed, inputs)


def _of_answers(
    weighing: Weighing, condition: Always | DangerAnswered | CountAtLeast | Answered
) -> Truth:
    catalogue, reading = weighing.instrument.catalogue, weighing.reading
    match condition:
        case CountAtLeast():
            signs = seen_signs(weighing.instrument, reading, condition.of)
            return _reached(len(groups_of(catalogue, signs)), condition.at_least, signs)
        case Always():
            return Truth(True, 0, 0)
        case DangerAnswered():
            danger = reading.danger
            if danger is None or danger not in condition.answers:
                return Truth(False, 0, 1)
            return Truth(True, 1, 1, (danger,))
        case Answered():
            option = reading.chosen.get(condition.indicator)
            if option is None or option.id not in condition.options:
                return Truth(False, 0, 1)
            return Truth(True, 1, 1, (condition.indicator,))


def _of_numbers(
    weighing: Weighing, condition: DimensionsMet | MeasureAtLeast | LevelsAtLeast
) -> Truth:
    match condition:
        case DimensionsMet():
            met = tuple(d for d in condition.of if weighing.dimension(d).met)
            counted = {weighing.counts_as(dimension) for dimension in met}
            return _reached(len(counted), condition.at_least, met)
        case MeasureAtLeast():
            value = weighing.measure(condition.measure).value
            return _reached(value, condition.at_least, (condition.measure,))
        case LevelsAtLeast():
            least = weighing.rank(condition.level)
            parts = weighing.profile(condition.profile).parts
            high = tuple(part for part, level in parts if weighing.rank(level) >= least)
            return _reached(len(high), condition.at_least, high)


def _of_facts(weighing: Weighing, condition: AgeBelow | AgeAtLeast | SettingIs) -> Truth:
    facts = weighing.reading.facts
    match condition:
        case AgeBelow():
            holds = facts.age_below(condition.years)
        case AgeAtLeast():
            below = facts.age_below(condition.years)
            holds = None if below is None else not below
        case SettingIs():
            holds = None if facts.setting is None else facts.setting in condition.settings
    return Truth(holds, int(holds is True), 1)


def _of_others(weighing: Weighing, condition: AllOf | AnyOf | AtLeastOf | Not) -> Truth:
    if isinstance(condition, Not):
        inner = truth_of(weighing, condition.condition)
        holds = None if inner.holds is None else not inner.holds
        return Truth(holds, int(holds is True), 1, inner.inputs)
    parts = [truth_of(weighing, part) for part in condition.conditions]
    needed = len(parts)
    if isinstance(condition, AnyOf):
        needed = 1
    elif isinstance(condition, AtLeastOf):
        needed = condition.at_least
    found = sum(part.holds is True for part in parts)
    could_be = sum(part.holds is not False for part in parts)
    holds = found >= needed if found >= needed or could_be < needed else None
    true_parts = [part for part in parts if part.holds]
    inputs = tuple(dict.fromkeys(i for part in true_parts for i in part.inputs))
    return Truth(holds, found, needed, inputs)

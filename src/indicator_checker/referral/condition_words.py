"""Conditions in words: the part of a sentence that follows *if* or *unless*."""

from __future__ import annotations

from collections.abc import Sequence

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
    Selection,
    SettingIs,
)
from indicator_checker.instrument.terms import Setting
from indicator_checker.referral.lists import comma_list, or_list, quoted, semicolon_list
from indicator_checker.referral.naming import Naming

#: So many conditions are still said as *a and b*; more become a list.
MOST_IN_LINE = 2


def condition_words(naming: Naming, condition: Condition) -> str:
    """A condition as a clause."""
    match condition:
        case AllOf() | AnyOf() | AtLeastOf():
            return _composite(naming, condition)
        case Not():
            return _negated(naming, condition.condition)
        case AgeBelow() | AgeAtLeast() | SettingIs():
            return _fact(naming, condition)
        case Always() | DangerAnswered() | CountAtLeast() | Answered():
            return _answers(naming, condition)
        case DimensionsMet() | MeasureAtLeast() | LevelsAtLeast():
            return _numbers(naming, condition)


def _answers(naming: Naming, condition: Always | DangerAnswered | CountAtLeast | Answered) -> str:
    words = naming.words
    match condition:
        case Always():
            return words("condition.always")
        case DangerAnswered():
            labels = [quoted(words(f"danger.{answer}"), words) for answer in condition.answers]
            return words("condition.danger", answers=or_list(labels, words))
        case CountAtLeast():
            return _count(naming, condition.of, condition.at_least)
        case Answered():
            return _answered(naming, condition, "condition.answered")


def _count(naming: Naming, of: Selection, number: int) -> str:
    words = naming.words
    possible = ".possible" if of.count_possible else ""
    if len(of.indicators) == 1 and number == 1:
        return words(f"condition.count.one{possible}", sign=naming.sign(of.indicators[0]))
    signs = naming.counted(of, number)
    return words(f"condition.count{possible}", n=number, signs=signs)


def _answered(naming: Naming, condition: Answered, key: str) -> str:
    sign = condition.indicator
    options = [naming.option(sign, option) for option in condition.options]
    return naming.words(key, sign=naming.sign(sign), options=or_list(options, naming.words))


def _numbers(naming: Naming, condition: DimensionsMet | MeasureAtLeast | LevelsAtLeast) -> str:
    words = naming.words
    match condition:
        case DimensionsMet():
            names = [naming.dimension(dimension) for dimension in condition.of]
            if len(names) == 1:
                return words("condition.dimension", name=names[0])
            listed = comma_list(names, words)
            return words("condition.dimensions", n=condition.at_least, names=listed)
        case MeasureAtLeast():
            measure = naming.measure(condition.measure)
            return words("condition.measure", measure=measure, number=condition.at_least)
        case LevelsAtLeast():
            profile, level = naming.profile(condition.profile), naming.level(condition.level)
            return words("condition.levels", n=condition.at_least, profile=profile, level=level)


def _fact(naming: Naming, condition: AgeBelow | AgeAtLeast | SettingIs) -> str:
    words = naming.words
    match condition:
        case AgeBelow():
            return words("condition.age_below", years=condition.years)
        case AgeAtLeast():
            return words("condition.age_at_least", years=condition.years)
        case SettingIs():
            settings = setting_list(condition.settings, naming)
            return words("condition.setting", settings=settings)


def setting_list(settings: Sequence[Setting], naming: Naming) -> str:
    """Settings in words: *a school or a health service*."""
    names = [naming.words(f"condition.setting.{setting}") for setting in settings]
    return or_list(names, naming.words)


def _composite(naming: Naming, condition: AllOf | AnyOf | AtLeastOf) -> str:
    words, parts = naming.words, condition.conditions
    if len(parts) == 1 and not isinstance(condition, AtLeastOf):
        return condition_words(naming, parts[0])
    said = [_inside(naming, part) for part in parts]
    if isinstance(condition, AtLeastOf):
        listed = semicolon_list(said, words)
        return words("condition.at_least_of", n=condition.at_least, parts=listed)
    is_all = isinstance(condition, AllOf)
    if len(said) <= MOST_IN_LINE:
        return words(f"condition.{'and' if is_all else 'or'}", first=said[0], last=said[1])
    key = "condition.all_of" if is_all else "condition.any_of"
    return words(key, parts=semicolon_list(said, words))


def _inside(naming: Naming, condition: Condition) -> str:
    """A condition inside another, in brackets where it is itself made of several."""
    said = condition_words(naming, condition)
    if isinstance(condition, AllOf | AnyOf | AtLeastOf) and len(condition.conditions) > 1:
        return naming.words("rule.bracket", text=said)
    return said


def _negated(naming: Naming, condition: Condition) -> str:
    """What does not hold, said without *not* where the language has a word for it."""
    words = naming.words
    match condition:
        case AgeBelow():
            return words("condition.age_at_least", years=condition.years)
        case AgeAtLeast():
            return words("condition.age_below", years=condition.years)
        case SettingIs():
            settings = setting_list(condition.settings, naming)
            return words("condition.setting.not", settings=settings)
        case Answered():
            return _answered(naming, condition, "condition.answered.not")
        case MeasureAtLeast():
            measure = naming.measure(condition.measure)
            return words("condition.measure.below", measure=measure, number=condition.at_least)
        case CountAtLeast():
            number = condition.at_least
            signs = naming.counted(condition.of, number)
            key = "condition.fewer" + (".possible" if condition.of.count_possible else "")
            return words(key, n=number, signs=signs)
        case Not():
            return condition_words(naming, condition.condition)
        case _:
            return words("condition.not", condition=_inside(naming, condition))

"""Where in an instrument's files conditions and selections stand, for messages to its author."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.conditions import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Condition,
    CountAtLeast,
    Not,
    Selection,
)
from indicator_checker.instrument.measures import Total
from indicator_checker.instrument.model import Catalogue, Indicator, Section
from indicator_checker.instrument.rules import Bands, Cap, LevelRule, RuleSet, StrongestOf

CATALOGUE_FILE = "instrument.json"
RULES_FILE = "rules.json"
Placed = Iterator[tuple[str, Condition]]


def conditions_of(catalogue: Catalogue, rules: RuleSet) -> Placed:
    """Every condition that stands in the files, with its place."""
    for part in shown_parts(catalogue):
        for place, condition in showing_conditions(part):
            yield f"{CATALOGUE_FILE}: {place}", condition
    for measure in rules.measures:
        if measure.applies is not None:
            yield f"{RULES_FILE}: {measure.id}.applies", measure.applies
    for rule in rules.rules:
        of_rule = rule_condition(rule)
        if of_rule is not None:
            yield f"{RULES_FILE}: {rule.id}", of_rule


def shown_parts(catalogue: Catalogue) -> Iterator[Section | Indicator]:
    """Sections and indicators in the order of the pages."""
    for section in catalogue.sections:
        yield section
        yield from section.indicators


def showing_conditions(part: Section | Indicator) -> Placed:
    """What decides whether a section or an indicator is shown."""
    if part.visible_if is not None:
        yield f"{part.id}.visible_if", part.visible_if
    if isinstance(part, Section) and part.gate is not None:
        yield f"{part.id}.gate", part.gate.needed_if


def rule_condition(rule: LevelRule | Cap | Bands | StrongestOf) -> Condition | None:
    """The condition of a rule, if it has one."""
    match rule:
        case LevelRule():
            return rule.when
        case Cap():
            return rule.unless
        case Bands():
            return rule.applies
        case StrongestOf():
            return None


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that stand directly inside another."""
    match condition:
        case AllOf() | AnyOf() | AtLeastOf():
            return condition.conditions
        case Not():
            return (condition.condition,)
        case _:
            return ()


def with_inner(condition: Condition) -> Iterator[Condition]:
    """A condition and all that stand inside it."""
    yield condition
    for part in parts_of(condition):
        yield from with_inner(part)


def counting_selections(catalogue: Catalogue, rules: RuleSet) -> Iterator[tuple[str, Selection]]:
    """Every selection of signs that something is counted over, with its place."""
    for place, condition in conditions_of(catalogue, rules):
        for inner in with_inner(condition):
            if isinstance(inner, CountAtLeast):
                yield f"{place}.of", inner.of
    for measure in rules.measures:
        if not isinstance(measure, Total):
            yield f"{RULES_FILE}: {measure.id}.of", measure.of
    for profile in rules.profiles:
        if profile.indicators is not None:
            yield f"{RULES_FILE}: {profile.id}.indicators", profile.indicators
    for rule in rules.rules:
        if isinstance(rule, StrongestOf) and rule.indicators is not None:
            yield f"{RULES_FILE}: {rule.id}.indicators", rule.indicators


def other_selections(rules: RuleSet) -> Iterator[tuple[str, Selection]]:
    """The selections that nothing is counted over: evidence, and what must be settled."""
    yield f"{RULES_FILE}: minimum.of", rules.minimum.of
    for needed in rules.evidence:
        yield f"{RULES_FILE}: evidence.of", needed.of

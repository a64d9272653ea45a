"""A rule set as plain sentences, made from the data alone: every rule, number and limit.

The screen *How this works*, the annex of the PDF and ``instrument explain`` say the same.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from indicator_checker.instrument.conditions import (
    AgeAtLeast,
    AgeBelow,
    Always,
    Condition,
    SettingIs,
)
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.measures import BandRange
from indicator_checker.instrument.places import rule_condition, with_inner
from indicator_checker.instrument.rules import Bands, Cap, LevelRule, Rule, StrongestOf
from indicator_checker.referral.answer_sentences import answer_sentences, shown_sentences
from indicator_checker.referral.condition_words import condition_words
from indicator_checker.referral.lists import comma_list, semicolon_list, sentences
from indicator_checker.referral.measure_sentences import (
    dimension_sentences,
    measure_sentences,
    profile_sentences,
)
from indicator_checker.referral.naming import Naming
from indicator_checker.referral.scope_sentences import scope_sentences
from indicator_checker.referral.sentence import RuleSentence
from indicator_checker.text import Words

__all__ = ["RuleSentence", "rule_sentence", "rule_set_sentences"]


def rule_set_sentences(
    instrument: Instrument, words: Words, left_out: Container[str] = ()
) -> tuple[RuleSentence, ...]:
    """Everything that leads to a result, in sentences; the title groups those that belong together.

    Rules stand in the order in which they come before each other.

    Args:
        instrument: The instrument whose rules are said.
        words: The language to say them in.
        left_out: Signs that must not be named, because they are not printed.
    """
    naming = Naming(instrument, words, left_out)
    return (
        *_level_sentences(naming),
        *answer_sentences(naming),
        *shown_sentences(naming),
        *dimension_sentences(naming),
        *measure_sentences(naming),
        *profile_sentences(naming),
        *_rules(naming),
        *scope_sentences(naming),
    )


def rule_sentence(instrument: Instrument, rule_id: str, words: Words) -> RuleSentence:
    """One rule by its id.

    Raises:
        StopIteration: if the instrument has no such rule.
    """
    rule = next(known for known in instrument.rules.rules if known.id == rule_id)
    return _rule(Naming(instrument, words), rule)


def _level_sentences(naming: Naming) -> Iterator[RuleSentence]:
    words, rules = naming.words, naming.instrument.rules
    title = words("rules.title.levels")
    if not rules.levels:
        yield RuleSentence("levels", title, words("rules.levels.none"))
        return
    key = "rules.levels.order" if rules.ordered else "rules.levels.no_order"
    listed = semicolon_list([naming.level(level.id) for level in rules.levels], words)
    yield RuleSentence("levels", title, words(key, levels=listed))
    for level in rules.levels:
        said = words("rules.level", level=naming.level(level.id), action=level.action)
        text = sentences([said, _within(naming, level.deadline_hours)], words)
        yield RuleSentence(level.id, title, text)


def _rules(naming: Naming) -> Iterator[RuleSentence]:
    words, rules = naming.words, naming.instrument.rules.rules
    for kind in ("override", "floor", "cap", "reach"):
        yield from (_rule(naming, rule) for rule in rules if _kind(rule) == kind)
    if len({_kind(rule) for rule in rules}) > 1:
        yield RuleSentence("order", words("rules.title.order"), words("rules.order"))


def _kind(rule: Rule) -> str:
    return rule.kind if isinstance(rule, LevelRule | Cap) else "reach"


def _rule(naming: Naming, rule: Rule) -> RuleSentence:
    words = naming.words
    parts = [*_said(naming, rule), rule.reason]
    title = words(f"rules.title.{_kind(rule)}")
    return RuleSentence(rule.id, title, sentences(parts, words), rule.sources)


def _said(naming: Naming, rule: Rule) -> Iterator[str]:
    match rule:
        case LevelRule():
            yield from _level_rule(naming, rule)
        case Cap():
            condition = condition_words(naming, rule.unless)
            yield naming.words("rules.cap", condition=condition, level=naming.level(rule.level))
        case Bands():
            yield from _bands(naming, rule)
        case StrongestOf():
            parts = [naming.all_selected(rule.indicators)] if rule.indicators else []
            parts += [naming.bands(bands) for bands in rule.bands]
            yield naming.words("rules.strongest", parts=comma_list(parts, naming.words))
    asked = rule_condition(rule)
    if asked is not None and not isinstance(rule, Cap):
        yield from _cannot_be_ruled_out(naming, asked)


def _level_rule(naming: Naming, rule: LevelRule) -> Iterator[str]:
    words, level = naming.words, naming.level(rule.level)
    if isinstance(rule.when, Always) and rule.kind == "reach":
        yield words("rules.reach.always", level=level)
    else:
        condition = condition_words(naming, rule.when)
        yield words(f"rules.{rule.kind}", condition=condition, level=level)
    yield _within(naming, rule.deadline_hours)
    if rule.stops:
        yield words("rules.stops")


def _within(naming: Naming, hours: int | None) -> str:
    return "" if hours is None else naming.words("rules.within", n=hours)


def _bands(naming: Naming, rule: Bands) -> Iterator[str]:
    words = naming.words
    ranges = semicolon_list([_range(naming, band) for band in rule.ranges], words)
    yield words("rules.bands", measure=naming.measure(rule.measure), ranges=ranges)
    if rule.applies is not None:
        yield words("rules.bands.applies", condition=condition_words(naming, rule.applies))
    if not rule.decides:
        yield words("rules.bands.part")


def _range(naming: Naming, band: BandRange) -> str:
    words, level = naming.words, naming.level(band.level)
    if band.highest is None:
        return words("rules.bands.open", lowest=band.lowest, level=level)
    if band.highest == band.lowest:
        return words("rules.bands.single", lowest=band.lowest, level=level)
    return words("rules.bands.range", lowest=band.lowest, highest=band.highest, level=level)


def _cannot_be_ruled_out(naming: Naming, condition: Condition) -> Iterator[str]:
    """A rule that hangs on a fact says what happens while nobody knows it."""
    inner = tuple(with_inner(condition))
    if any(isinstance(part, AgeBelow | AgeAtLeast) for part in inner):
        yield naming.words("rules.cannot_be_ruled_out.age")
    if any(isinstance(part, SettingIs) for part in inner):
        yield naming.words("rules.cannot_be_ruled_out.setting")

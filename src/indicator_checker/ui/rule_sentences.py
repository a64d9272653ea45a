"""Every rule as a sentence a person can redo by hand, with its reason and its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import Source
from indicator_checker.instrument.rules import (
    Always,
    Cap,
    Condition,
    CountAtLeast,
    DangerAnswered,
    DimensionsMet,
    LevelRule,
    Selection,
    StrengthPoints,
)
from indicator_checker.text import Words


@dataclass(frozen=True, slots=True)
class RuleSentence:
    """One rule in words.

    Attributes:
        sentence: When it holds, and the step it leads to.
        reason: Why the rule is there, and what it stands above or below.
        sources: Codes of its sources, with commas.
    """

    sentence: str
    reason: str
    sources: str


def rule_sentences(instrument: Instrument, words: Words) -> tuple[RuleSentence, ...]:
    """All rules that set a step, in the order of the rule set."""
    return tuple(_rule(instrument, rule, words) for rule in instrument.rules.rules)


def arithmetic_sentences(instrument: Instrument, words: Words) -> tuple[RuleSentence, ...]:
    """How each side of the picture is weighed."""
    parts = {part.dimension: part for part in instrument.rules.dimensions}
    return tuple(
        _arithmetic(instrument, parts[dimension.id], words)
        for dimension in instrument.catalogue.dimensions
        if dimension.id in parts
    )


def source_line(code: str, source: Source, words: Words) -> str:
    """A source as one line: who, what, when, how it was read, and where."""
    status = "" if source.status == "read" else f" ({words(f'source.{source.status}')})"
    line = words(
        "referral.annex.source",
        code=code,
        organisation=source.organisation,
        title=source.title,
        year=source.year,
        status=status,
    )
    return " · ".join(part for part in (line, source.note, _breakable(source.url or "")) if part)


def _breakable(address: str) -> str:
    """An address whose line can break after its signs; a long one would widen the page."""
    return "".join(f"{letter}\u200b" if letter in "/-_.?=&" else letter for letter in address)


def _rule(instrument: Instrument, rule: LevelRule | Cap, words: Words) -> RuleSentence:
    level = next(known.title for known in instrument.rules.levels if known.id == rule.level)
    if isinstance(rule, Cap):
        text = _tr("The step is at most “{level}” unless this is recorded: {condition}.")
        condition = rule.unless
    else:
        text = _tr("{condition}. Step: “{level}”")
        condition = rule.when
    sentence = text.format(level=level, condition=_condition(instrument, condition, words))
    reason = " ".join(part for part in (rule.reason, words(f"rule.kind.{rule.kind}")) if part)
    return RuleSentence(sentence, reason, ", ".join(rule.sources))


def _condition(instrument: Instrument, condition: Condition, words: Words) -> str:
    match condition:
        case Always():
            return _tr("Whatever is recorded")
        case DangerAnswered():
            answers = " / ".join(words(f"danger.{answer}") for answer in condition.answers)
            return _tr("“Is anyone in danger right now?” is answered {answers}").format(
                answers=answers
            )
        case CountAtLeast():
            signs = " ".join(_signs(instrument, condition.of))
            return _tr("{signs}: {n} or more seen").format(signs=signs, n=condition.at_least)
        case DimensionsMet():
            labels = ", ".join(_labels(instrument, condition.of))
            return _tr("{n} or more of these sides met ({labels})").format(
                n=condition.at_least, labels=labels
            )


def _signs(instrument: Instrument, of: Selection) -> Iterator[str]:
    """What a selection looks at; the parts narrow each other down."""
    strengths = {
        "strong": _tr("Strong signs"),
        "medium": _tr("Strong or medium signs"),
        "weak": _tr("Signs of any strength"),
    }
    flags = {
        "emergency": _tr("marked as an emergency"),
        "report_today": _tr("marked “report today”"),
        "context": _tr("marked as background"),
    }
    yield strengths.get(of.strength or "", _tr("Signs"))
    yield from (flags[flag] for flag in of.flags)
    if of.dimensions:
        labels = ", ".join(_labels(instrument, of.dimensions))
        yield _tr("in these sides together ({labels})").format(labels=labels)
    if of.indicators:
        texts = "; ".join(instrument.catalogue.indicators[sign].text for sign in of.indicators)
        yield _tr("from this list ({texts})").format(texts=texts)


def _labels(instrument: Instrument, dimensions: tuple[str, ...]) -> Iterator[str]:
    known = instrument.catalogue.dimensions
    return (dimension.label for dimension in known if dimension.id in dimensions)


def _arithmetic(instrument: Instrument, part: StrengthPoints, words: Words) -> RuleSentence:
    dimension = next(d for d in instrument.catalogue.dimensions if d.id == part.dimension)
    limits = "; ".join(
        _tr("all {strength} signs together give at most {n}").format(
            strength=words(f"strength.{strength}"), n=limit
        )
        for strength, limit in part.at_most.items()
    )
    points = ", ".join(
        _tr("{strength} {n}").format(strength=words(f"strength.{strength}"), n=given)
        for strength, given in part.points.items()
    )
    sentence = _tr("{label}: {points}{limits}. Met at {met_at} points.").format(
        label=dimension.label,
        points=points,
        limits=f"; {limits}" if limits else "",
        met_at=part.met_at,
    )
    reason = " ".join((dimension.meaning, _combinations(part, words)))
    return RuleSentence(sentence, reason, ", ".join(dict.fromkeys(part.sources)))


def _combinations(part: StrengthPoints, words: Words) -> str:
    """The same rule said as combinations of signs."""
    said = []
    for combination in part.combinations:
        counts = (("strong", combination.strong), ("medium", combination.medium))
        found = [(name, n) for name, n in (*counts, ("weak", combination.weak)) if n]
        said.append(" + ".join(f"{n} {words(f'strength.{name}')}" for name, n in found))
    return _tr("The same as: {combinations}.").format(combinations="; ".join(said))


def _tr(words: str) -> str:
    return QCoreApplication.translate("RuleSentences", words)

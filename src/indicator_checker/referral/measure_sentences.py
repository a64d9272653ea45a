"""Dimensions, measures and profiles in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.arithmetic import STRONGEST_FIRST
from indicator_checker.instrument.measures import (
    Count,
    Highest,
    Measure,
    StrengthPoints,
    Sum,
    Total,
)
from indicator_checker.instrument.selecting import counted
from indicator_checker.referral.condition_words import condition_words
from indicator_checker.referral.lists import and_list, comma_list, sentences
from indicator_checker.referral.naming import Naming
from indicator_checker.referral.sentence import RuleSentence


def dimension_sentences(naming: Naming) -> Iterator[RuleSentence]:
    """How each dimension is weighed, and which of them count as one."""
    words, rules = naming.words, naming.instrument.rules
    title = words("rules.title.dimensions")
    meanings = {part.id: part.meaning for part in naming.instrument.catalogue.dimensions}
    for part in rules.dimensions:
        text = sentences([_arithmetic(naming, part), meanings[part.dimension]], words)
        yield RuleSentence(part.dimension, title, text, part.sources)
    together: dict[str, list[str]] = {}
    for part in rules.dimensions:
        together.setdefault(part.counts_as, []).append(naming.dimension(part.dimension))
    for name, labels in together.items():
        if len(labels) > 1:
            said = words("rules.dimension.as_one", names=and_list(labels, words))
            yield RuleSentence(name, title, said)
    yield from _other_strengths(naming, title)


def _arithmetic(naming: Naming, part: StrengthPoints) -> str:
    words = naming.words
    label = naming.dimension(part.dimension)
    points = []
    for strength in STRONGEST_FIRST:
        if strength in part.points:
            values: dict[str, str | int] = {
                "strength": words(f"strength.{strength}"),
                "points": part.points[strength],
            }
            key = "rules.dimension.points"
            if strength in part.at_most:
                key, values = f"{key}.at_most", {**values, "at_most": part.at_most[strength]}
            points.append(words(key, **values))
    listed = comma_list(points, words)
    return words("rules.dimension", label=label, points=listed, met_at=part.met_at)


def _other_strengths(naming: Naming, title: str) -> Iterator[RuleSentence]:
    """Signs that weigh differently in one dimension (P12)."""
    words = naming.words
    for sign in naming.instrument.catalogue.indicators.values():
        for dimension, strength in sign.strength_in.items():
            said = words(
                "rules.strength_in",
                sign=naming.sign(sign.id),
                strength=words(f"strength.{strength}"),
                dimension=naming.dimension(dimension),
                other=words(f"strength.{sign.strength}"),
            )
            yield RuleSentence(sign.id, title, said)


def measure_sentences(naming: Naming) -> Iterator[RuleSentence]:
    """What is counted and added up."""
    words = naming.words
    for measure in naming.instrument.rules.measures:
        text = sentences(_measure(naming, measure), words)
        yield RuleSentence(measure.id, words("rules.title.measures"), text)


def _measure(naming: Naming, measure: Measure) -> Iterator[str]:
    words, label = naming.words, naming.quoted(measure.label)
    match measure:
        case Count():
            key = "rules.measure.count" + (".possible" if measure.of.count_possible else "")
            yield words(key, label=label, signs=naming.all_selected(measure.of))
        case Sum():
            signs = naming.all_selected(measure.of)
            yield words("rules.measure.sum", label=label, signs=signs)
            yield from _weights(naming, measure)
            if measure.at_most is not None:
                yield words("rules.measure.at_most", n=measure.at_most)
        case Highest():
            signs = naming.all_selected(measure.of)
            yield words("rules.measure.highest", label=label, signs=signs)
        case Total():
            parts = and_list([naming.measure(part) for part in measure.of], words)
            key = "rules.measure.total" + (".judged" if measure.judgement else "")
            yield words(key, label=label, parts=parts)
    if measure.applies is not None:
        yield words("rules.measure.applies", condition=condition_words(naming, measure.applies))


def _weights(naming: Naming, measure: Sum) -> Iterator[str]:
    """The signs of which a point counts as more, or less, than one."""
    by_weight: dict[int, list[str]] = {}
    for sign in counted(naming.instrument.catalogue, measure.of):
        weight = measure.weights.get(sign.id, sign.weight)
        if weight != 1:
            by_weight.setdefault(weight, []).append(sign.id)
    for weight, signs in sorted(by_weight.items()):
        yield naming.words("rules.measure.weights", signs=naming.signs(signs), n=weight)


def profile_sentences(naming: Naming) -> Iterator[RuleSentence]:
    """What stands at which level, without a sum."""
    words = naming.words
    for profile in naming.instrument.rules.profiles:
        parts = [naming.all_selected(profile.indicators)] if profile.indicators else []
        parts += [naming.bands(bands) for bands in profile.bands]
        label, listed = naming.quoted(profile.label), comma_list(parts, words)
        said = words("rules.profile", label=label, parts=listed)
        yield RuleSentence(profile.id, words("rules.title.profiles"), said)

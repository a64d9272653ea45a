"""What else a rule set asks for, whom it was made for, what studies found, what is assumed."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.conditions import Selection
from indicator_checker.instrument.made_for import Accuracy, MadeFor
from indicator_checker.instrument.natural_frequencies import natural_frequencies
from indicator_checker.instrument.rules import MinimumSettled
from indicator_checker.instrument.terms import SETTINGS
from indicator_checker.referral.condition_words import setting_list
from indicator_checker.referral.lists import comma_list, sentences
from indicator_checker.referral.naming import Naming
from indicator_checker.referral.sentence import RuleSentence
from indicator_checker.text import Words


def scope_sentences(naming: Naming) -> Iterator[RuleSentence]:
    """Everything beside the rules themselves."""
    yield from _care(naming)
    made_for = sentences(_made_for(naming), naming.words)
    if made_for:
        title = naming.words("rules.title.made_for")
        outside = naming.words("rules.made_for.outside")
        yield RuleSentence("made_for", title, sentences([made_for, outside], naming.words))
    for study in naming.instrument.catalogue.made_for.accuracy:
        title = naming.words("rules.title.accuracy")
        yield RuleSentence("accuracy", title, accuracy_words(study, naming.words), (study.source,))
    for assumption in naming.instrument.rules.assumed:
        yield RuleSentence("assumed", naming.words("rules.title.assumed"), assumption)


def _care(naming: Naming) -> Iterator[RuleSentence]:
    words, rules = naming.words, naming.instrument.rules
    title, minimum = words("rules.title.care"), rules.minimum
    if minimum.settled:
        said = _minimum(naming, minimum)
        yield RuleSentence("minimum", title, sentences([said, minimum.reason], words))
    for needed in rules.evidence:
        needs = comma_list([words(f"rules.evidence.{need}") for need in needed.needs], words)
        said = words("rules.evidence", signs=naming.all_selected(needed.of), needs=needs)
        yield RuleSentence("evidence", title, sentences([said, needed.reason], words))
    if (points := rules.judgement_points) is not None:
        said = words("rules.judgement", lowest=points.lowest, highest=points.highest)
        yield RuleSentence("judgement_points", title, sentences([said, points.reason], words))
    if rules.review_after_days is not None:
        said = words("rules.review", n=rules.review_after_days)
        yield RuleSentence("review_after_days", title, said)


def _minimum(naming: Naming, minimum: MinimumSettled) -> str:
    if minimum.of == Selection():
        return naming.words("rules.minimum", n=minimum.settled)
    signs = naming.all_selected(minimum.of)
    return naming.words("rules.minimum.of", n=minimum.settled, signs=signs)


def _made_for(naming: Naming) -> Iterator[str]:
    words, made_for = naming.words, naming.instrument.catalogue.made_for
    yield made_for_ages(made_for, words)
    yield made_for.ages.note
    if made_for.settings and set(made_for.settings) != set(SETTINGS):
        yield made_for_settings(made_for, naming)
    if made_for.users:
        yield words("rules.made_for.users", users=comma_list(made_for.users, words))


def made_for_ages(made_for: MadeFor, words: Words) -> str:
    """The ages an instrument was made for; empty if it was made for all."""
    lowest, highest = made_for.ages.lowest, made_for.ages.highest
    if lowest and highest is not None:
        return words("rules.made_for.ages", lowest=lowest, highest=highest)
    if highest is not None:
        return words("rules.made_for.ages.to", highest=highest)
    return words("rules.made_for.ages.from", lowest=lowest) if lowest else ""


def made_for_settings(made_for: MadeFor, naming: Naming) -> str:
    """The settings an instrument was made for."""
    settings = setting_list(made_for.settings, naming)
    return naming.words("rules.made_for.settings", settings=settings)


def accuracy_words(study: Accuracy, words: Words) -> str:
    """What a study found, as counts of people."""
    studied, counts = study.studied.rstrip("."), natural_frequencies(study)
    if counts is None:
        found = round(study.sensitivity)
        return words(
            "rules.accuracy.hundred",
            studied=studied,
            found=found,
            missed=100 - found,
            wrongly=100 - round(study.specificity),
        )
    return words(
        "rules.accuracy.people",
        studied=studied,
        people=counts.people,
        affected=counts.affected,
        pointed=counts.pointed_to,
        found=counts.found,
        others=counts.others,
        missed=counts.missed,
    )

"""What stands beside a result: what cannot be settled yet, what is missing, what is left out."""

from __future__ import annotations

from collections.abc import Container, Iterator

from indicator_checker.evaluation.evaluate import level_rank
from indicator_checker.evaluation.trace import Evaluation, MissingEvidence
from indicator_checker.instrument.conditions import AgeAtLeast, AgeBelow
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.places import rule_condition, with_inner
from indicator_checker.instrument.rules import LevelRule
from indicator_checker.referral.lists import and_list, sentences
from indicator_checker.referral.naming import Naming
from indicator_checker.referral.scope_sentences import (
    accuracy_words,
    made_for_ages,
    made_for_settings,
)
from indicator_checker.text import Words


def notices(
    instrument: Instrument,
    evaluation: Evaluation,
    words: Words,
    left_out: Container[str] = (),
) -> tuple[str, ...]:
    """Sentences to show beside the level, the most urgent first; empty if there is nothing.

    Args:
        instrument: The instrument of the evaluation.
        evaluation: The result.
        words: The language to say it in.
        left_out: Signs that must not be named, because they are not printed.
    """
    naming = Naming(instrument, words)
    return (
        *_deadline(naming, evaluation),
        *open_questions(instrument, evaluation, words),
        *_stopped(naming, evaluation),
        *_skipped(naming, evaluation),
        *_hidden(naming, evaluation, left_out),
        *_missing_evidence(naming, evaluation, left_out),
    )


def deadline(evaluation: Evaluation, words: Words) -> str:
    """Within how many hours something has to happen; empty where nothing says so."""
    hours = evaluation.deadline_hours
    return "" if hours is None else words("rules.within", n=hours)


def open_questions(instrument: Instrument, evaluation: Evaluation, words: Words) -> tuple[str, ...]:
    """What cannot be ruled out, and for whom the list was not made."""
    naming = Naming(instrument, words)
    return (*_not_ruled_out(naming, evaluation), *_outside(naming, evaluation))


def stop_sentence(instrument: Instrument, evaluation: Evaluation, words: Words) -> str:
    """That nothing more needs to be filled in, why, and by when; empty where it is not so."""
    if not evaluation.stopped_by:
        return ""
    rule = next(r for r in instrument.rules.rules if r.id == evaluation.stopped_by)
    said = words("notice.stop_here", reason=rule.reason)
    return sentences([said, deadline(evaluation, words)], words)


def evidence_words(evaluation: Evaluation, sign: str, words: Words) -> str:
    """What is still to be written down under one sign; empty if nothing."""
    needs = [m.need for m in evaluation.missing_evidence if m.indicator == sign]
    listed = and_list([words(f"rules.evidence.{need}") for need in needs], words)
    return words("notice.still_to_write", needs=listed) if needs else ""


def _deadline(naming: Naming, evaluation: Evaluation) -> Iterator[str]:
    if said := deadline(evaluation, naming.words):
        yield said


def _not_ruled_out(naming: Naming, evaluation: Evaluation) -> Iterator[str]:
    """Higher levels that hang on a fact nobody knows yet; unknown is never *no*."""
    instrument, words = naming.instrument, naming.words
    rules = {r.id: r for r in instrument.rules.rules if isinstance(r, LevelRule)}
    now = level_rank(instrument, evaluation.level)
    said: dict[str, None] = {}
    for trace in evaluation.rules:
        rule = rules.get(trace.rule)
        if rule and trace.not_ruled_out and level_rank(instrument, rule.level) > now:
            fact = "age" if _asks_for_age(rule) else "setting"
            level = naming.level(rule.level)
            said[words(f"notice.not_ruled_out.{fact}", level=level)] = None
    yield from said


def _asks_for_age(rule: LevelRule) -> bool:
    condition = rule_condition(rule)
    inner = with_inner(condition) if condition is not None else ()
    return any(isinstance(part, AgeBelow | AgeAtLeast) for part in inner)


def _outside(naming: Naming, evaluation: Evaluation) -> Iterator[str]:
    """A warning where the list was made for others, with what studies of it found (P27)."""
    made_for, words = naming.instrument.catalogue.made_for, naming.words
    for reason in evaluation.outside:
        if reason == "setting":
            said = made_for_settings(made_for, naming)
        else:
            said = made_for_ages(made_for, words)
        yield words(f"notice.outside.{reason}", made_for=said)
    if evaluation.outside:
        for study in naming.instrument.catalogue.made_for.accuracy:
            yield accuracy_words(study, naming.words)


def _stopped(naming: Naming, evaluation: Evaluation) -> Iterator[str]:
    if evaluation.stopped_by:
        yield naming.words("rules.stopped")


def _skipped(naming: Naming, evaluation: Evaluation) -> Iterator[str]:
    for section in naming.instrument.catalogue.sections:
        if section.id in evaluation.skipped and section.gate is not None:
            title, because = naming.section(section.id), section.gate.otherwise
            yield naming.words("notice.skipped", section=title, because=because)


def _hidden(naming: Naming, evaluation: Evaluation, left_out: Container[str]) -> Iterator[str]:
    hidden = [answer.indicator for answer in evaluation.hidden if answer.indicator not in left_out]
    if hidden:
        signs = naming.signs(hidden)
        yield naming.words("notice.hidden", n=len(hidden), signs=signs)


def _missing_evidence(
    naming: Naming, evaluation: Evaluation, left_out: Container[str]
) -> Iterator[str]:
    words = naming.words
    by_sign: dict[str, list[MissingEvidence]] = {}
    for missing in evaluation.missing_evidence:
        if missing.indicator not in left_out:
            by_sign.setdefault(missing.indicator, []).append(missing)
    for sign, needs in by_sign.items():
        listed = and_list([words(f"rules.evidence.{missing.need}") for missing in needs], words)
        yield words("notice.missing_evidence", sign=naming.sign(sign), needs=listed)

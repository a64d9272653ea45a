"""The result in sentences: which level, and why.

The window's panel and the PDF say the same words, made here from ids and numbers.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from indicator_checker.checklist import Judgement
from indicator_checker.evaluation.evaluate import level_rank
from indicator_checker.evaluation.trace import Evaluation
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.rules import Bands, Level
from indicator_checker.instrument.terms import STEPS, Step
from indicator_checker.referral.dimension_rows import (
    DimensionRow,
    dimension_label,
    dimension_rows,
    measure_rows,
    profile_rows,
    sum_of,
)
from indicator_checker.referral.findings import findings
from indicator_checker.referral.lists import and_list, comma_list, sentences
from indicator_checker.referral.naming import Naming
from indicator_checker.referral.outlook_words import bounds, raising
from indicator_checker.text import Words

__all__ = [
    "DimensionRow",
    "LevelWords",
    "and_list",
    "bounds",
    "comma_list",
    "dimension_label",
    "dimension_rows",
    "level_title",
    "level_words",
    "measure_rows",
    "profile_rows",
    "raising",
    "shown_step",
    "sum_of",
    "why",
]


@dataclass(frozen=True, slots=True)
class LevelWords:
    """A level as it is shown: its title, what it asks, and what is always said with it.

    ``step`` is ``None`` where the list gives no level.
    """

    step: Step | None
    title: str
    action: str
    always: tuple[str, ...]


def level_words(
    instrument: Instrument, evaluation: Evaluation, words: Words, judgement: Judgement | None = None
) -> LevelWords:
    """The level to show: the rule's, or the writer's own step where that is higher.

    The writer's judgement never lowers what the rule says. The lowest level is not shown as a
    result while there is not enough information (P21).
    """
    step = shown_step(evaluation, judgement)
    always = _always(step, words)
    if step == "act_now" and evaluation.help_is_here:
        here = "level.help_is_here"
        return LevelWords(step, words(f"{here}.title"), words(f"{here}.action"), always)
    level = _shown_level(instrument, evaluation, step)
    if level is not None and not _is_too_little(instrument, evaluation, level):
        return LevelWords(step, level.title, level.action, always)
    key = f"step.{step}" if step is not None else _without_level(instrument, evaluation)
    return LevelWords(step, words(f"{key}.title"), words(f"{key}.action"), always)


def _shown_level(instrument: Instrument, evaluation: Evaluation, step: Step | None) -> Level | None:
    """The rule's own level, unless danger or the writer's step stands above it."""
    levels = instrument.rules.levels
    own = next((level for level in levels if level.id == evaluation.level), None)
    return own if own is not None and own.step == step else None


def _is_too_little(instrument: Instrument, evaluation: Evaluation, level: Level) -> bool:
    is_lowest = level_rank(instrument, level.id) == 0 and level.step == STEPS[0]
    return evaluation.not_enough_information and is_lowest


def _without_level(instrument: Instrument, evaluation: Evaluation) -> str:
    """Key of the words for a result without a level."""
    if evaluation.blocked_by:
        return "level.blocked"
    if not instrument.rules.levels or not instrument.rules.ordered:
        return "level.none"
    return f"step.{STEPS[0]}"


def level_title(instrument: Instrument, level: str, words: Words) -> str:
    """The title of a level, or the words for none."""
    titles = {known.id: known.title for known in instrument.rules.levels}
    return titles[level] if level else words("level.none.title")


def shown_step(evaluation: Evaluation, judgement: Judgement | None) -> Step | None:
    """The highest of the rule's step, the writer's own, and *Act now* where danger is."""
    steps = [evaluation.step, judgement.step if judgement else None]
    steps.append(STEPS[-1] if evaluation.danger else None)
    known = [step for step in steps if step is not None]
    return max(known, key=STEPS.index, default=None)


def _always(step: Step | None, words: Words) -> tuple[str, ...]:
    keys = ["level.not_a_diagnosis"]
    if step in ("talk", "report_today"):
        keys += ["level.own_duty", "level.out_of_hours", "level.worry_about_colleague"]
    return tuple(words(key) for key in keys)


def why(
    instrument: Instrument,
    evaluation: Evaluation,
    words: Words,
    *,
    arithmetic: bool = True,
    left_out: Container[str] = (),
) -> str:
    """The rule that decided, in a sentence.

    Args:
        instrument: The instrument of the evaluation.
        evaluation: The result.
        words: The language to say it in.
        arithmetic: Whether points are named; page 1 has none.
        left_out: Signs that must not be named, because they are not printed.
    """
    danger = ""
    if evaluation.danger and evaluation.step != STEPS[-1]:
        danger = words("why.danger.help_here" if evaluation.help_is_here else "why.danger.yes")
    if danger and not arithmetic:
        return danger
    if not evaluation.decided_by:
        return sentences([danger, _why_no_level(instrument, evaluation, words, left_out)], words)
    rule = next(r for r in instrument.rules.rules if r.id == evaluation.decided_by)
    naming = Naming(instrument, words)
    found = findings(naming, evaluation, rule, arithmetic=arithmetic, left_out=left_out)
    # What bands give as their reason are the bands: numbers again.
    reason = "" if isinstance(rule, Bands) and not arithmetic else rule.reason
    return sentences([danger, found, reason], words)


def _why_no_level(
    instrument: Instrument, evaluation: Evaluation, words: Words, left_out: Container[str]
) -> str:
    if evaluation.blocked_by:
        named = [sign for sign in evaluation.blocked_by if sign not in left_out]
        signs = Naming(instrument, words).signs(named)
        return words("why.blocked", signs=signs) if signs else words("level.blocked.action")
    if not instrument.rules.levels:
        return words("why.unscored")
    if not instrument.rules.ordered:
        return sentences(
            [words("why.no_order"), *profile_rows(instrument, evaluation, words)], words
        )
    return words("why.nothing_fired")

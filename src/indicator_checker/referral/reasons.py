"""The result in sentences: why, what would change it, how far it can still move.

The window's panel and the PDF say the same words, made here from ids and numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from indicator_checker.checklist import Judgement
from indicator_checker.evaluation.evaluate import level_rank
from indicator_checker.evaluation.outlook import Change, Outlook
from indicator_checker.evaluation.trace import DimensionTrace, Evaluation, RuleTrace
from indicator_checker.instrument.arithmetic import STRONGEST_FIRST
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import STRENGTHS
from indicator_checker.instrument.rules import STEPS, Step
from indicator_checker.text import Words

#: More signs than this are not listed in one sentence; the annex lists all.
MOST_SIGNS_NAMED = 3


@dataclass(frozen=True, slots=True)
class LevelWords:
    """A step as it is shown: its title, what it asks, and what is always said with it."""

    step: Step
    title: str
    action: str
    always: tuple[str, ...]


def level_words(
    instrument: Instrument, evaluation: Evaluation, words: Words, judgement: Judgement | None = None
) -> LevelWords:
    """The step to show: the rule's, or the writer's own where that is higher.

    The writer's judgement never lowers what the rule says.
    """
    step = shown_step(evaluation, judgement)
    levels = instrument.rules.levels
    # Several levels may stand for one step: the rule's own level comes first.
    level = next((level for level in levels if level.id == evaluation.level), levels[0])
    if level.step != step:
        level = next(level for level in levels if level.step == step)
    title, action = level.title, level.action
    if step == "act_now" and evaluation.help_is_here:
        title, action = words("level.help_is_here.title"), words("level.help_is_here.action")
    return LevelWords(step, title, action, _always(step, words))


def shown_step(evaluation: Evaluation, judgement: Judgement | None) -> Step:
    """The higher of the rule's step and the writer's own."""
    if judgement and STEPS.index(judgement.step) > STEPS.index(evaluation.step):
        return judgement.step
    return evaluation.step


def _always(step: Step, words: Words) -> tuple[str, ...]:
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
    rule = evaluation.rule(evaluation.decided_by)
    reason = next(r.reason for r in instrument.rules.rules if r.id == rule.rule)
    found = _found(instrument, evaluation, rule, words, arithmetic=arithmetic, left_out=left_out)
    return " ".join(part for part in (found, reason) if part)


def _found(
    instrument: Instrument,
    evaluation: Evaluation,
    rule: RuleTrace,
    words: Words,
    *,
    arithmetic: bool,
    left_out: Container[str],
) -> str:
    if rule.kind == "cap" or not rule.inputs:
        return ""
    if rule.inputs[0] in instrument.catalogue.indicators:
        return _signs_seen(instrument, rule.inputs, words, left_out)
    met = [trace for trace in evaluation.dimensions if trace.dimension in rule.inputs]
    if met:
        return " ".join(_met(instrument, trace, words, arithmetic=arithmetic) for trace in met)
    return words(f"why.danger.{rule.inputs[0]}")


def _signs_seen(
    instrument: Instrument, signs: Sequence[str], words: Words, left_out: Container[str]
) -> str:
    indicators = instrument.catalogue.indicators
    shown = [sign for sign in signs if sign not in left_out][:MOST_SIGNS_NAMED]
    named = [words("why.quoted", text=indicators[sign].text) for sign in shown]
    if not named:
        return ""
    if len(signs) > len(named):
        named.append(words("why.more_signs", n=len(signs) - len(named)))
        return words("why.seen", n=len(signs), signs=comma_list(named, words))
    return words("why.seen", n=len(signs), signs=and_list(named, words))


def _met(instrument: Instrument, trace: DimensionTrace, words: Words, *, arithmetic: bool) -> str:
    label = dimension_label(instrument, trace.dimension)
    if not arithmetic:
        return words("why.dimension_met.plain", label=label)
    counts = and_list(_counts(trace, words), words)
    return words(
        "why.dimension_met",
        label=label,
        counts=counts,
        sum=sum_of(trace),
        points=trace.points,
        met_at=trace.met_at,
    )


def _counts(trace: DimensionTrace, words: Words) -> list[str]:
    found = Counter(part.strength for part in trace.contributions if not part.instead)
    return [words(f"count.{s}", n=found[s]) for s in STRONGEST_FIRST if found[s]]


def sum_of(trace: DimensionTrace) -> str:
    """The sum as it is done by hand, for example ``2 + 2 + 1``; weak signs as one term."""
    strong = [part.points for part in trace.contributions if part.points > 1]
    weak = trace.points - sum(strong)
    terms = sorted(strong, reverse=True) + ([weak] if weak else [])
    return " + ".join(str(term) for term in terms) or "0"


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One bar of the chart, and the words that say the same."""

    dimension: str
    label: str
    points: int
    met_at: int
    met: bool
    words: str


def dimension_rows(
    instrument: Instrument, evaluation: Evaluation, words: Words
) -> tuple[DimensionRow, ...]:
    """The weighed dimensions in the order of the instrument."""
    traces = {trace.dimension: trace for trace in evaluation.dimensions}
    return tuple(
        _dimension_row(traces[dimension.id], dimension.label, words)
        for dimension in instrument.catalogue.dimensions
        if dimension.id in traces
    )


def _dimension_row(trace: DimensionTrace, label: str, words: Words) -> DimensionRow:
    key = "dimension.row.met" if trace.met else "dimension.row.not_met"
    said = words(key, label=label, points=trace.points, met_at=trace.met_at)
    return DimensionRow(trace.dimension, label, trace.points, trace.met_at, trace.met, said)


def raising(
    instrument: Instrument, evaluation: Evaluation, outlook: Outlook, words: Words
) -> tuple[str, ...]:
    """What would move the step up: kinds of signs, never one sign to go and look for."""
    if level_rank(instrument, evaluation.level) == len(instrument.rules.levels) - 1:
        return (words("raising.top"),)
    sentences: list[str] = []
    for level in instrument.rules.levels:
        changes = [change for change in outlook.raising if change.level == level.id]
        sentences += _raising_to(instrument, changes, level.title, words)
    return tuple(sentences) or (words("raising.none"),)


def _raising_to(
    instrument: Instrument, changes: Sequence[Change], level: str, words: Words
) -> list[str]:
    sentences = []
    for flag in ("emergency", "report_today"):
        if any(change.kind.flag == flag for change in changes):
            sentences.append(words(f"raising.{flag}", level=level))
    weighed = [change for change in changes if change.kind.flag is None]
    if weighed:
        sentences.append(_raising_by_weight(instrument, weighed, level, words))
    return sentences


def _raising_by_weight(
    instrument: Instrument, changes: Sequence[Change], level: str, words: Words
) -> str:
    weakest = min((change.kind.strength for change in changes), key=STRENGTHS.index)
    suited = {d for c in changes if c.kind.strength == weakest for d in c.kind.dimensions}
    known = [d for d in instrument.catalogue.dimensions if d.id in suited]
    weighed = {part.dimension for part in instrument.rules.dimensions}
    any_side = weighed <= suited
    labels = (
        words("raising.any_dimension")
        if any_side
        else comma_list([dimension.label for dimension in known], words)
    )
    return words(f"raising.{weakest}", n=changes[0].signs, dimensions=labels, level=level)


def bounds(instrument: Instrument, evaluation: Evaluation, outlook: Outlook, words: Words) -> str:
    """How far the step could still move over the *not sure* answers."""
    if not evaluation.possible and outlook.highest == outlook.lowest:
        return words("bounds.nothing_open")
    if outlook.highest == outlook.lowest:
        return words("bounds.stays")
    level = next(known for known in instrument.rules.levels if known.id == outlook.highest)
    return words("bounds.rises", level=level.title)


def dimension_label(instrument: Instrument, dimension: str) -> str:
    """The plain words for a dimension."""
    return next(d.label for d in instrument.catalogue.dimensions if d.id == dimension)


def and_list(parts: Sequence[str], words: Words) -> str:
    """Parts as a list in words: *a, b and c*."""
    if len(parts) < 2:
        return "".join(parts)
    return words("count.and", first=comma_list(parts[:-1], words), last=parts[-1])


def comma_list(parts: Iterable[str], words: Words) -> str:
    """Parts with commas between them, as the language writes them."""
    line = ""
    for part in parts:
        line = words("count.comma", first=line, last=part) if line else part
    return line

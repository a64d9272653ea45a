"""(instrument, checklist) -> evaluation: a pure function that carries its trace.

Precedence: override > floor > cap > reach. An override or a floor only raises; a cap only holds
down what ``reach`` rules gave, and is lifted by seeing more. So a worrying answer never lowers a
result, and the order of answering never changes it.
"""

from __future__ import annotations

from collections.abc import Mapping

from indicator_checker.checklist import Checklist
from indicator_checker.evaluation.reading import Reading, read
from indicator_checker.evaluation.trace import DimensionTrace, Evaluation, RuleTrace
from indicator_checker.evaluation.weigh import selected, weigh_dimensions
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.rules import (
    Always,
    Cap,
    Condition,
    CountAtLeast,
    DangerAnswered,
    DimensionsMet,
    LevelRule,
    Step,
)


def evaluate(instrument: Instrument, checklist: Checklist) -> Evaluation:
    """The next step that the recorded answers set, with everything that led there."""
    return evaluate_reading(instrument, read(instrument, checklist))


def evaluate_reading(instrument: Instrument, reading: Reading) -> Evaluation:
    """The same for answers already sorted; ``outlook`` asks it *what if*."""
    dimensions = weigh_dimensions(instrument, reading.present)
    met = {trace.dimension: trace for trace in dimensions if trace.met}
    rules = tuple(_trace_rule(instrument, reading, met, rule) for rule in instrument.rules.rules)
    level, decided_by, held_down_from = _decide(instrument, rules)
    settled = _settled(instrument, reading)
    return Evaluation(
        level=level,
        step=_step_of(instrument, level),
        decided_by=decided_by,
        held_down_from=held_down_from,
        help_is_here=reading.danger == "help_here",
        not_enough_information=settled < instrument.rules.minimum.settled,
        settled=settled,
        present=reading.present,
        possible=reading.possible,
        absent=reading.absent,
        dimensions=dimensions,
        rules=rules,
    )


def _settled(instrument: Instrument, reading: Reading) -> int:
    """How many signs are answered either way; background settles nothing."""
    indicators = instrument.catalogue.indicators
    answered = (*reading.present, *reading.absent)
    return sum(indicators[sign].strength != "context" for sign in answered)


def level_rank(instrument: Instrument, level: str) -> int:
    """Place of a level in the order of the rule set, 0 for the lowest."""
    return next(rank for rank, known in enumerate(instrument.rules.levels) if known.id == level)


def _step_of(instrument: Instrument, level: str) -> Step:
    return next(known.step for known in instrument.rules.levels if known.id == level)


def _trace_rule(
    instrument: Instrument,
    reading: Reading,
    met: Mapping[str, DimensionTrace],
    rule: LevelRule | Cap,
) -> RuleTrace:
    condition = rule.unless if isinstance(rule, Cap) else rule.when
    inputs, found, needed = _look(instrument, reading, met, condition)
    fired = (found >= needed) != isinstance(rule, Cap)
    return RuleTrace(rule.id, rule.kind, rule.level, fired, found, needed, inputs, rule.sources)


def _look(
    instrument: Instrument,
    reading: Reading,
    met: Mapping[str, DimensionTrace],
    condition: Condition,
) -> tuple[tuple[str, ...], int, int]:
    """What a condition counts: the inputs, how many were found, how many are needed."""
    match condition:
        case Always():
            return (), 0, 0
        case DangerAnswered():
            answered = reading.danger if reading.danger in condition.answers else None
            return ((answered,), 1, 1) if answered else ((), 0, 1)
        case CountAtLeast():
            signs, counted_once = selected(instrument, reading.present, condition.of)
            return signs, counted_once, condition.at_least
        case DimensionsMet():
            named = tuple(dimension for dimension in condition.of if dimension in met)
            counted = {_counts_as(instrument, dimension) for dimension in named}
            return named, len(counted), condition.at_least


def _counts_as(instrument: Instrument, dimension: str) -> str:
    parts = instrument.rules.dimensions
    return next(part.counts_as for part in parts if part.dimension == dimension)


def _decide(instrument: Instrument, rules: tuple[RuleTrace, ...]) -> tuple[str, str, str]:
    """The level, the rule that decided it, and the level that a cap held down."""
    ranks = {level.id: rank for rank, level in enumerate(instrument.rules.levels)}

    def rank(trace: RuleTrace) -> int:
        return ranks[trace.level]

    fired = [trace for trace in rules if trace.fired]
    reached = max((t for t in fired if t.kind == "reach"), key=rank)
    cap = min((t for t in fired if t.kind == "cap"), key=rank, default=None)
    decided = cap if cap is not None and rank(cap) < rank(reached) else reached
    for kind in ("floor", "override"):
        raising = max((t for t in fired if t.kind == kind), key=rank, default=None)
        if raising is not None and rank(raising) >= rank(decided):
            decided = raising
    held_down = rank(decided) < rank(reached)
    return decided.level, decided.rule, reached.level if held_down else ""

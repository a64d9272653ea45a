"""(instrument, checklist) -> evaluation: a pure function that carries its trace."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from indicator_checker.checklist import Checklist
from indicator_checker.evaluation.deciding import Decision, decide, trace_rule
from indicator_checker.evaluation.facts import Facts
from indicator_checker.evaluation.reading import Reading, read
from indicator_checker.evaluation.trace import Evaluation, MissingEvidence, RuleTrace
from indicator_checker.evaluation.visible import visible
from indicator_checker.evaluation.weighing import Weighing
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.terms import Step


def evaluate(instrument: Instrument, checklist: Checklist) -> Evaluation:
    """The result that the recorded answers lead to, with everything that led there."""
    result = evaluate_reading(instrument, read(checklist, instrument.catalogue))
    if not instrument.rules.evidence:
        return result
    return replace(result, missing_evidence=tuple(_missing_evidence(instrument, checklist, result)))


def evaluate_reading(instrument: Instrument, full: Reading) -> Evaluation:
    """The same for answers already read; ``outlook`` asks it *what if*."""
    shown = visible(instrument, full)
    weighing = Weighing(instrument, shown.reading)
    rules = instrument.rules
    traces = tuple(trace_rule(weighing, rule) for rule in rules.rules)
    blocked = shown.reading.unknown if rules.unknown == "block" else ()
    deciding = instrument.rule_index.deciding
    decision = _decided(weighing, tuple(t for t in traces if t.rule in deciding), blocked)
    settled = _settled(instrument, shown.reading)
    return Evaluation(
        level=decision.level,
        step=step_of(instrument, decision.level),
        decided_by=decision.decided_by,
        held_down_from=decision.held_down_from,
        help_is_here=full.danger == "help_here",
        not_enough_information=settled < rules.minimum.settled,
        settled=settled,
        present=shown.reading.present,
        possible=shown.reading.possible,
        absent=shown.reading.absent,
        dimensions=tuple(weighing.dimension(part.dimension) for part in rules.dimensions),
        rules=traces,
        unknown=shown.reading.unknown,
        measures=tuple(weighing.measure(measure.id) for measure in rules.measures),
        profiles=tuple(weighing.profile(profile.id) for profile in rules.profiles),
        hidden=shown.hidden_answers(full, instrument),
        skipped=shown.skipped,
        deadline_hours=_deadline(instrument, traces, decision),
        stopped_by=_stopped_by(instrument, traces),
        blocked_by=blocked,
        outside=tuple(_outside(instrument, full)),
        danger=full.danger in ("yes", "help_here"),
    )


def level_rank(instrument: Instrument, level: str) -> int:
    """Place of a level in the order of the rule set, 0 for the lowest, -1 for none."""
    return instrument.rule_index.ranks.get(level, -1)


def step_of(instrument: Instrument, level: str) -> Step | None:
    """The step that a level stands for."""
    return next((known.step for known in instrument.rules.levels if known.id == level), None)


def _decided(
    weighing: Weighing, traces: tuple[RuleTrace, ...], blocked: tuple[str, ...]
) -> Decision:
    """While something blocks the result, only what stands above all other rules counts."""
    if not weighing.instrument.rules.ordered:
        return Decision()
    if blocked:
        traces = tuple(trace for trace in traces if trace.kind == "override")
    return decide(weighing, traces)


def _settled(instrument: Instrument, reading: Reading) -> int:
    """How many signs are answered either way; background settles nothing."""
    indicators = instrument.catalogue.indicators
    signs = (*reading.present, *reading.absent)
    if instrument.rules.unknown == "as_no":
        signs += reading.unknown
    named = instrument.rule_index.selected(instrument.rules.minimum.of)
    return sum(sign in named and indicators[sign].strength != "context" for sign in signs)


def _deadline(
    instrument: Instrument, traces: tuple[RuleTrace, ...], decision: Decision
) -> int | None:
    """The shortest deadline of the level and of every rule that fired.

    A rule below the level counts too: what makes matters worse never gives more time. A rule that
    a cap held down does not.
    """
    own = instrument.rule_index.deadlines
    hours = [x.deadline_hours for x in instrument.rules.levels if x.id == decision.level]
    highest = level_rank(instrument, decision.level) if decision.level else math.inf
    for trace in traces:
        if trace.fired and trace.rule in own and level_rank(instrument, trace.level) <= highest:
            hours.append(own[trace.rule])
    return min((given for given in hours if given is not None), default=None)


def _stopped_by(instrument: Instrument, traces: tuple[RuleTrace, ...]) -> str:
    stopping = instrument.rule_index.stopping
    return next((t.rule for t in traces if t.fired and t.rule in stopping), "")


def _outside(instrument: Instrument, reading: Reading) -> Iterator[str]:
    """What the instrument was not made for (P27); it still gives its result, with a warning."""
    made_for, facts = instrument.catalogue.made_for, reading.facts
    lowest, highest = made_for.ages.lowest or 0, made_for.ages.highest
    if facts.youngest is None and facts.oldest is None:
        if lowest > 0 or highest is not None:
            yield "age_unknown"
    elif _apart(facts, lowest, highest):
        yield "age"
    if facts.setting is not None and facts.setting not in made_for.settings:
        yield "setting"


def _apart(facts: Facts, lowest: int, highest: int | None) -> bool:
    too_young = facts.oldest is not None and facts.oldest < lowest
    too_old = facts.youngest is not None and highest is not None and facts.youngest > highest
    return too_young or too_old


def _missing_evidence(
    instrument: Instrument, checklist: Checklist, result: Evaluation
) -> Iterator[MissingEvidence]:
    for rule in instrument.rules.evidence:
        named = instrument.rule_index.selected(rule.of)
        for sign in (sign for sign in result.present if sign in named):
            notes = checklist.answers[sign].observations
            for need in rule.needs:
                if not any(getattr(note, need) for note in notes):
                    yield MissingEvidence(sign, need)

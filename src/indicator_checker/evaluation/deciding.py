"""Which rule decides. Precedence: override > floor > cap > reach.

An override or a floor only raises; a cap only holds down what ``reach`` rules gave, and is lifted
by seeing more. So a worrying answer never lowers a result.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicator_checker.evaluation.trace import RuleKind, RuleTrace
from indicator_checker.evaluation.truth import Truth
from indicator_checker.evaluation.weighing import Weighing
from indicator_checker.instrument.rules import Bands, Cap, LevelRule, Rule, StrongestOf


@dataclass(frozen=True, slots=True)
class Decision:
    """The level, the rule that decided it, and the level that a cap held down."""

    level: str = ""
    decided_by: str = ""
    held_down_from: str = ""


def trace_rule(weighing: Weighing, rule: Rule) -> RuleTrace:
    """Read one rule."""
    match rule:
        case LevelRule():
            truth = weighing.truth(rule.when)
            return _trace(rule, rule.kind, rule.level, truth, fired=truth.holds is True)
        case Cap():
            truth = weighing.truth(rule.unless)
            return _trace(rule, "cap", rule.level, truth, fired=truth.holds is not True)
        case Bands():
            return _trace_bands(weighing, rule)
        case StrongestOf():
            parts = weighing.levels_among(rule.indicators, rule.bands)
            level = max((level for _, level in parts), key=weighing.rank, default="")
            at_top = tuple(part for part, found in parts if found == level)
            return _trace(rule, "reach", level, Truth(bool(level), len(at_top), 1, at_top))


def _trace(
    rule: Rule, kind: RuleKind, level: str, truth: Truth, *, fired: bool | None = None
) -> RuleTrace:
    return RuleTrace(
        rule=rule.id,
        kind=kind,
        level=level,
        fired=truth.holds is True if fired is None else fired,
        found=truth.found,
        needed=truth.needed,
        inputs=truth.inputs,
        sources=rule.sources,
        not_ruled_out=truth.holds is None,
    )


def _trace_bands(weighing: Weighing, rule: Bands) -> RuleTrace:
    applies = Truth(True, 0, 0) if rule.applies is None else weighing.truth(rule.applies)
    level = weighing.band_level(rule)
    value = weighing.measure(rule.measure).value
    needed = next((band.lowest for band in rule.ranges if band.level == level), 0)
    holds = None if applies.holds is None else bool(level) and applies.holds
    truth = Truth(holds, value, needed, (rule.measure,))
    return _trace(rule, "reach", level, truth, fired=bool(level))


def decide(weighing: Weighing, rules: tuple[RuleTrace, ...]) -> Decision:
    """The level that the rules lead to, if the instrument has an order of levels."""

    def rank(trace: RuleTrace) -> int:
        return weighing.rank(trace.level)

    fired = [trace for trace in rules if trace.fired and trace.level]
    reached = max((t for t in fired if t.kind == "reach"), key=rank, default=None)
    cap = min((t for t in fired if t.kind == "cap"), key=rank, default=None)
    held = cap is not None and reached is not None and rank(cap) < rank(reached)
    decided = cap if held else reached
    for kind in ("floor", "override"):
        raising = max((t for t in fired if t.kind == kind), key=rank, default=None)
        if raising is not None and (decided is None or rank(raising) >= rank(decided)):
            decided = raising
    if decided is None:
        return Decision()
    held_down = reached is not None and rank(decided) < rank(reached)
    return Decision(decided.level, decided.rule, reached.level if reached and held_down else "")

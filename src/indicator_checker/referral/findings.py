"""What was found for the rule that decided: signs, sums, dimensions, levels of parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from indicator_checker.evaluation.trace import DimensionTrace, Evaluation, RuleTrace
from indicator_checker.instrument.arithmetic import STRONGEST_FIRST
from indicator_checker.instrument.conditions import MeasureAtLeast
from indicator_checker.instrument.places import rule_condition, with_inner
from indicator_checker.instrument.rules import Bands, Cap, Rule, StrongestOf
from indicator_checker.instrument.terms import DANGER_BY_WORRY
from indicator_checker.referral.dimension_rows import dimension_label, sum_of
from indicator_checker.referral.lists import and_list, comma_list, sentences
from indicator_checker.referral.naming import Naming

#: More signs than this are not listed in one sentence; the annex lists all.
MOST_SIGNS_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Findings:
    """The rule that decided, with how it is to be said."""

    naming: Naming
    evaluation: Evaluation
    rule: Rule
    trace: RuleTrace
    arithmetic: bool
    left_out: Container[str]


def findings(
    naming: Naming,
    evaluation: Evaluation,
    rule: Rule,
    *,
    arithmetic: bool,
    left_out: Container[str],
) -> str:
    """What a rule looked at, in a few sentences; empty where its reason says all."""
    trace = evaluation.rule(rule.id)
    found = _Findings(naming, evaluation, rule, trace, arithmetic, left_out)
    match rule:
        case Cap():
            return ""
        case Bands():
            return _band(found, rule)
        case StrongestOf():
            return _strongest(found)
        case _:
            return sentences(_of_condition(found), naming.words)


def _band(found: _Findings, rule: Bands) -> str:
    words, naming, level = found.naming.words, found.naming, found.trace.level
    if not found.arithmetic:
        return words("why.band.plain", level=naming.level(level))
    value = found.trace.found
    band = next(b for b in rule.ranges if b.highest is None or value <= b.highest)
    said = {"measure": naming.measure(rule.measure), "level": naming.level(level)}
    if band.highest is None:
        return words("why.band.open", value=value, lowest=band.lowest, **said)
    if band.highest == band.lowest:
        return words("why.band.single", value=value, **said)
    return words("why.band", value=value, lowest=band.lowest, highest=band.highest, **said)


def _strongest(found: _Findings) -> str:
    """The signs and parts that stand at the highest level."""
    words, level = found.naming.words, found.naming.level(found.trace.level)
    signs = [part for part in found.trace.inputs if part in _signs_of(found)]
    bands = [part for part in found.trace.inputs if part in _bands_of(found)]
    names = [found.naming.sign(sign) for sign in signs if sign not in found.left_out]
    names += [found.naming.bands(part) for part in bands]
    if not names:
        return words("why.band.plain", level=level)
    return words("why.strongest", n=len(names), names=_shortened(found, names), level=level)


def _signs_of(found: _Findings) -> Container[str]:
    return found.naming.instrument.catalogue.indicators


def _bands_of(found: _Findings) -> Container[str]:
    return found.naming.instrument.rule_index.bands


def _of_condition(found: _Findings) -> Iterator[str]:
    """The inputs of a condition, kind by kind."""
    inputs = found.trace.inputs
    yield from (_danger(found, part) for part in inputs if part in DANGER_BY_WORRY)
    yield _seen(found, [part for part in inputs if part in found.evaluation.present])
    yield _answered(found, inputs)
    met = [trace for trace in found.evaluation.dimensions if trace.dimension in inputs]
    yield from (_met(found, trace) for trace in met)
    yield from _measures(found)
    yield from _levels(found)


def _danger(found: _Findings, answer: str) -> str:
    return found.naming.words(f"why.danger.{answer}")


def _seen(found: _Findings, signs: Sequence[str]) -> str:
    naming, words = found.naming, found.naming.words
    shown = [sign for sign in signs if sign not in found.left_out][:MOST_SIGNS_NAMED]
    indicators = naming.instrument.catalogue.indicators
    named = [words("why.quoted", text=indicators[sign].text) for sign in shown]
    if not named:
        return ""
    if len(signs) > len(named):
        named.append(words("why.more_signs", n=len(signs) - len(named)))
        return words("why.seen", n=len(signs), signs=comma_list(named, words))
    return words("why.seen", n=len(signs), signs=and_list(named, words))


def _answered(found: _Findings, inputs: Sequence[str]) -> str:
    """Signs that a rule looks at without their being seen: *possible*, or a choice from a list."""
    words, evaluation = found.naming.words, found.evaluation
    labels = {"possible": evaluation.possible, "unknown": evaluation.unknown}
    labels["absent"] = evaluation.absent
    for role, signs in labels.items():
        named = [sign for sign in inputs if sign in signs and sign not in found.left_out]
        if named:
            names = _shortened(found, [found.naming.sign(sign) for sign in named])
            return words(f"why.answered.{role}", n=len(named), signs=names)
    return ""


def _shortened(found: _Findings, names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    words = found.naming.words
    if len(names) <= MOST_SIGNS_NAMED:
        return and_list(names, words)
    more = words("why.more_signs", n=len(names) - MOST_SIGNS_NAMED)
    return comma_list([*names[:MOST_SIGNS_NAMED], more], words)


def _met(found: _Findings, trace: DimensionTrace) -> str:
    words = found.naming.words
    label = dimension_label(found.naming.instrument, trace.dimension)
    if not found.arithmetic:
        return words("why.dimension_met.plain", label=label)
    return words(
        "why.dimension_met",
        label=label,
        counts=and_list(_counts(found, trace), words),
        sum=sum_of(trace),
        points=trace.points,
        met_at=trace.met_at,
    )


def _counts(found: _Findings, trace: DimensionTrace) -> list[str]:
    counts = Counter(part.strength for part in trace.contributions if not part.instead)
    return [found.naming.words(f"count.{s}", n=counts[s]) for s in STRONGEST_FIRST if counts[s]]


def _measures(found: _Findings) -> Iterator[str]:
    """Sums that a rule asks for, with what was needed."""
    condition = rule_condition(found.rule)
    if condition is None or not found.arithmetic:
        return
    values = {trace.measure: trace.value for trace in found.evaluation.measures}
    for inner in with_inner(condition):
        if isinstance(inner, MeasureAtLeast) and inner.measure in found.trace.inputs:
            measure, value = found.naming.measure(inner.measure), values[inner.measure]
            yield found.naming.words(
                "why.measure", measure=measure, value=value, needed=inner.at_least
            )


def _levels(found: _Findings) -> Iterator[str]:
    """Parts of a profile that a rule asks for, with the level at which each stands."""
    levels = {part: level for p in found.evaluation.profiles for part, level in p.parts}
    for part in found.trace.inputs:
        if part in levels and part in _bands_of(found):
            level = found.naming.level(levels[part])
            yield found.naming.words("why.part", part=found.naming.bands(part), level=level)

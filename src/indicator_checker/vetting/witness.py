"""Searching for two sets of answers of which the more worrying one has the lower result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from indicator_checker.checklist import Danger
from indicator_checker.evaluation.evaluate import evaluate_reading, level_rank
from indicator_checker.evaluation.reading import Reading, without
from indicator_checker.evaluation.trace import Evaluation
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import AnswerOption
from indicator_checker.instrument.terms import DANGER_BY_WORRY
from indicator_checker.vetting.reaching import possible_facts

#: Where every search begins, so that each computer finds the same.
SEED = 2009
#: Signs that are added to one set of answers before the next set is drawn.
MOST_ADDED = 12
#: Name of the danger question among the answers.
DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Witness:
    """A pair of answers that shows a fall.

    Attributes:
        before: Sign and option of every answer that both have, facts about the child first.
        added: The sign and the more worrying option.
        instead_of: The milder answer that was there before, or ``""``.
    """

    before: tuple[tuple[str, str], ...]
    added: tuple[str, str]
    instead_of: str
    level_without: str
    level_with: str


@dataclass(frozen=True, slots=True)
class _Pair:
    """Answers without and with one more worrying answer; ``sign`` is where they differ."""

    without: Reading
    with_it: Reading
    sign: str


def find_witness(
    instrument: Instrument, part: str, focus: Sequence[str], budget: int
) -> Witness | None:
    """Search with so many weighed readings for a pair in which a part lets the result fall."""
    # Drawn for a search, not for a secret; the fixed beginning is the point.
    draw = Random(SEED)  # noqa: S311
    weighed = 0
    while weighed < budget:
        start = _drawn(instrument, draw)
        before = evaluate_reading(instrument, start)
        weighed += 1
        for pair in _more_worrying(instrument, draw, start, focus):
            weighed += 1
            if _falls(instrument, part, before, evaluate_reading(instrument, pair.with_it)):
                return _witness(instrument, _smallest(instrument, part, pair))
    return None


def _drawn(instrument: Instrument, draw: Random) -> Reading:
    """Answers to few or many signs, chosen by lot."""
    density = draw.random() ** 2
    chosen = {
        sign: draw.choice(options)
        for sign, options in instrument.catalogue.options.items()
        if draw.random() < density
    }
    danger = draw.choice((None, None, None, *DANGER_BY_WORRY))
    points = instrument.rules.judgement_points
    judged = draw.choice((0, points.lowest, points.highest)) if points else 0
    return Reading(chosen, danger, draw.choice(possible_facts()), judged)


def _more_worrying(
    instrument: Instrument, draw: Random, start: Reading, focus: Sequence[str]
) -> Iterator[_Pair]:
    """The same answers with one more worrying one: what the part hangs on first."""
    signs = list(instrument.catalogue.indicators)
    likely = draw.sample(list(focus), min(len(focus), MOST_ADDED))
    for sign in (*likely, *draw.sample(signs, min(len(signs), MOST_ADDED // 4))):
        for option in _worse_options(instrument, start, sign):
            yield _Pair(start, _with(instrument, start, sign, option), sign)
    for danger in _worse_danger(start.danger):
        yield _Pair(start, replace(start, danger=danger), DANGER)


def _worse_options(instrument: Instrument, start: Reading, sign: str) -> list[AnswerOption]:
    worry = instrument.rule_index.worry
    now = start.chosen.get(sign)
    options = [
        option
        for option in instrument.catalogue.options[sign]
        if option.role in ("present", "possible")
    ]
    return [option for option in options if now is None or worry(option) > worry(now)]


def _worse_danger(now: Danger | None) -> tuple[Danger, ...]:
    place = DANGER_BY_WORRY.index(now) if now else 0
    return DANGER_BY_WORRY[place + 1 :]


def _with(instrument: Instrument, start: Reading, sign: str, option: AnswerOption) -> Reading:
    merged = {**start.chosen, sign: option}
    order = instrument.catalogue.order
    return replace(start, chosen={s: merged[s] for s in sorted(merged, key=order.__getitem__)})


def _falls(instrument: Instrument, part: str, before: Evaluation, after: Evaluation) -> bool:
    """Whether the result falls, and where the part is a rule, whether the rule takes part in it."""
    if before.blocked_by or after.blocked_by:
        # No result yet is not a lower one.
        return False
    if level_rank(instrument, after.level) >= level_rank(instrument, before.level):
        return False
    if part not in {trace.rule for trace in before.rules}:
        return True
    one, other = before.rule(part), after.rule(part)
    return (one.fired, one.level) != (other.fired, other.level)


def _smallest(instrument: Instrument, part: str, pair: _Pair) -> _Pair:
    """The pair without the answers that do not matter."""
    for sign in tuple(pair.without.chosen):
        if sign == pair.sign:
            continue
        less = _Pair(without(pair.without, sign), without(pair.with_it, sign), pair.sign)
        before, after = (evaluate_reading(instrument, x) for x in (less.without, less.with_it))
        if _falls(instrument, part, before, after):
            pair = less
    return pair


def _witness(instrument: Instrument, pair: _Pair) -> Witness:
    before = [(s, o.id) for s, o in pair.without.chosen.items() if s != pair.sign]
    if pair.sign != DANGER and pair.without.danger:
        before.insert(0, (DANGER, pair.without.danger))
    instead_of = _answer_of(pair.without, pair.sign)
    return Witness(
        (*_facts_of(pair.without), *before),
        (pair.sign, _answer_of(pair.with_it, pair.sign)),
        f"{pair.sign}={instead_of}" if instead_of else "",
        evaluate_reading(instrument, pair.without).level,
        evaluate_reading(instrument, pair.with_it).level,
    )


def _answer_of(reading: Reading, sign: str) -> str:
    """The answer to a sign or to the danger question, or ``""``."""
    if sign == DANGER:
        return reading.danger or ""
    return reading.chosen[sign].id if sign in reading.chosen else ""


def _facts_of(reading: Reading) -> Iterator[tuple[str, str]]:
    facts = reading.facts
    if facts.youngest is not None:
        yield "age", f"{facts.youngest}-{facts.oldest}"
    if facts.setting is not None:
        yield "setting", facts.setting

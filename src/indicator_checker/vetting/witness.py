"""Searching for two sets of answers of which the more worrying one has the lower result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from random import Random
from typing import Any

from indicator_checker.checklist import Danger
from indicator_checker.evaluation.evaluate import evaluate_reading, level_rank
from indicator_checker.evaluation.facts import Facts
from indicator_checker.evaluation.reading import Reading, without
from indicator_checker.evaluation.trace import Evaluation
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import AnswerOption
from indicator_checker.instrument.terms import DANGER_BY_WORRY
from indicator_checker.vetting.reaching import possible_facts

#: Where every search begins, so that each computer finds the same.
SEED = 2009
#: Share of the signs that get a second, more worrying answer later in a walk.
REPEATED = 0.3
#: What a reading may know less of when a pair is made smaller.
_LESS_KNOWN: tuple[dict[str, Any], ...] = (
    {"facts": Facts()},
    {"judged_points": 0},
    {"danger": None},
)
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
    """Search with so many weighed readings for a pair in which a part lets the result fall.

    Each walk begins with nothing seen and adds one worrying answer after the other, so that every
    threshold on the way is crossed.
    """
    # Drawn for a search, not for a secret; the fixed beginning is the point.
    draw = Random(SEED)  # noqa: S311
    weighed = 0
    while weighed < budget:
        reading = _start(instrument, draw)
        before = evaluate_reading(instrument, reading)
        for sign, step in _walk(instrument, draw, reading, focus):
            weighed += 1
            after = evaluate_reading(instrument, step)
            if _falls(instrument, part, before, after):
                pair = _smallest(instrument, part, _Pair(reading, step, sign))
                return _witness(instrument, pair)
            reading, before = step, after
        weighed += 1
    return None


def _start(instrument: Instrument, draw: Random) -> Reading:
    """Nothing seen, some answered otherwise; age, setting and judgement by lot."""
    density = draw.choice((0.0, 0.0, 0.5))
    chosen = {}
    for sign, options in instrument.catalogue.options.items():
        mild = [option for option in options if option.role in ("absent", "unknown")]
        if mild and draw.random() < density:
            chosen[sign] = draw.choice(mild)
    points = instrument.rules.judgement_points
    judged = draw.randint(points.lowest, points.highest) if points else 0
    return Reading(chosen, draw.choice((None, "no")), draw.choice(possible_facts()), judged)


def _walk(
    instrument: Instrument, draw: Random, reading: Reading, focus: Sequence[str]
) -> Iterator[tuple[str, Reading]]:
    """Ever more worrying answers to some of the signs, each time with where they changed."""
    density = draw.random() ** 2
    signs = [sign for sign in instrument.catalogue.indicators if draw.random() < density]
    signs += draw.sample(list(focus), draw.randint(0, len(focus)))
    order = [*signs, *(sign for sign in signs if draw.random() < REPEATED), DANGER]
    draw.shuffle(order)
    for sign in order:
        if sign == DANGER:
            worse = _worse_danger(reading.danger)
            if not worse or draw.random() >= REPEATED:
                continue
            reading = replace(reading, danger=draw.choice(worse))
        else:
            options = _worse_options(instrument, reading, sign)
            if not options:
                continue
            reading = _with(instrument, reading, sign, draw.choice(options))
        yield sign, reading


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
    """The pair without the answers and facts that do not matter."""
    for less in (
        *(partial(without, sign=sign) for sign in pair.without.chosen if sign != pair.sign),
        *(partial(replace, **known) for known in _LESS_KNOWN),
    ):
        smaller = _Pair(less(pair.without), less(pair.with_it), pair.sign)
        before = evaluate_reading(instrument, smaller.without)
        after = evaluate_reading(instrument, smaller.with_it)
        if _falls(instrument, part, before, after):
            pair = smaller
    return pair


def _witness(instrument: Instrument, pair: _Pair) -> Witness:
    before = [(s, o.id) for s, o in pair.without.chosen.items() if s != pair.sign]
    if pair.sign != DANGER and pair.without.danger:
        before.insert(0, (DANGER, pair.without.danger))
    if pair.without.judged_points:
        before.append(("judgement", str(pair.without.judged_points)))
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

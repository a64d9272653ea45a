"""What holds for every instrument and every checklist: searched with random ones."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from indicator_checker.checklist import Answer, Checklist, Danger
from indicator_checker.evaluation import evaluate, look_ahead
from indicator_checker.evaluation.evaluate import level_rank
from indicator_checker.evaluation.outlook import MOST_EXTRA_SIGNS, SignKind
from indicator_checker.evaluation.trace import Evaluation
from indicator_checker.instrument.lint import lint
from indicator_checker.instrument.load import Instrument
from tests.core.strategies import (
    instruments,
    instruments_with_checklists,
    shipped_with_checklists,
)

Both = tuple[Instrument, Checklist]
ANY = st.one_of(shipped_with_checklists(), instruments_with_checklists())
FEW_OPEN = st.one_of(shipped_with_checklists(most=8), instruments_with_checklists())
FEW = settings(max_examples=30)
DANGER_MILDEST_FIRST: tuple[Danger | None, ...] = (None, "no", "not_sure", "help_here", "yes")


def rank_of(instrument: Instrument, checklist: Checklist) -> int:
    return level_rank(instrument, evaluate(instrument, checklist).level)


def raised(before: Evaluation, after: Evaluation) -> bool:
    """Whether nothing that raised before has stopped to do so."""
    kept = {t.rule for t in after.rules if t.fired and t.kind != "cap"}
    caps = {t.rule for t in before.rules if t.fired and t.kind == "cap"}
    return kept >= {t.rule for t in before.rules if t.fired and t.kind != "cap"} and caps >= {
        t.rule for t in after.rules if t.fired and t.kind == "cap"
    }


@FEW
@given(instruments())
def test_the_random_instruments_are_sound(instrument: Instrument) -> None:
    found = lint(instrument.catalogue, instrument.rules, instrument.sources, instrument.guidance)
    assert not [mistake for mistake in found if mistake.severity == "error"]


@FEW
@given(ANY)
def test_seeing_one_more_sign_never_lowers_the_step(both: Both) -> None:
    instrument, checklist = both
    before = evaluate(instrument, checklist)
    for sign in instrument.catalogue.indicators:
        after = evaluate(instrument, checklist.with_answer(sign, "seen"))
        assert level_rank(instrument, after.level) >= level_rank(instrument, before.level)
        assert raised(before, after)


@FEW
@given(ANY)
def test_a_more_worrying_answer_about_danger_never_lowers_the_step(both: Both) -> None:
    instrument, checklist = both
    ranks = [rank_of(instrument, replace(checklist, danger=d)) for d in DANGER_MILDEST_FIRST]
    assert ranks == sorted(ranks)


@FEW
@given(ANY, st.randoms())
def test_the_order_of_answering_changes_nothing(both: Both, chance: Random) -> None:
    instrument, checklist = both
    shuffled = list(checklist.answers.items())
    chance.shuffle(shuffled)
    again = replace(checklist, answers=dict(shuffled))
    assert evaluate(instrument, again) == evaluate(instrument, checklist)
    assert look_ahead(instrument, again) == look_ahead(instrument, checklist)


@FEW
@given(ANY)
def test_not_seen_and_not_sure_set_the_step_that_silence_sets(both: Both) -> None:
    instrument, checklist = both
    seen = {sign: a for sign, a in checklist.answers.items() if a.value == "seen"}
    silent = evaluate(instrument, replace(checklist, answers=seen))
    answered = evaluate(instrument, checklist)
    assert answered.level == silent.level
    assert answered.rules == silent.rules
    assert answered.dimensions == silent.dimensions


@FEW
@given(ANY)
def test_what_decided_is_a_rule_that_stands_at_the_level(both: Both) -> None:
    instrument, checklist = both
    evaluation = evaluate(instrument, checklist)
    decided = evaluation.rule(evaluation.decided_by)
    assert decided.fired
    assert decided.level == evaluation.level
    fired = [t for t in evaluation.rules if t.fired]
    reached = max(level_rank(instrument, t.level) for t in fired if t.kind == "reach")
    held = evaluation.held_down_from
    assert (level_rank(instrument, held) if held else -1) == (
        reached if reached > level_rank(instrument, evaluation.level) else -1
    )
    assert not held or any(t.kind == "cap" for t in fired)


@FEW
@given(FEW_OPEN)
def test_the_bounds_are_those_of_every_way_to_settle_what_is_open(both: Both) -> None:
    instrument, checklist = both
    open_signs = [sign for sign, a in checklist.answers.items() if a.value == "not_sure"]
    dangers: tuple[Danger | None, ...] = (checklist.danger,)
    if checklist.danger == "not_sure":
        dangers = ("yes", "no", "help_here")
    counted = instrument.rules.unknown == "own_state"
    ranks = set()
    for values in product(("seen", "not_seen"), repeat=len(open_signs) if counted else 0):
        settled = {sign: Answer(v) for sign, v in zip(open_signs, values, strict=counted)}
        answers = {**checklist.answers, **settled}
        for danger in dangers:
            ranks.add(rank_of(instrument, replace(checklist, danger=danger, answers=answers)))
    outlook = look_ahead(instrument, checklist)
    assert level_rank(instrument, outlook.lowest) == min(ranks)
    assert level_rank(instrument, outlook.highest) == max(ranks)


def smallest_changes(both: Both) -> dict[str, set[tuple[SignKind, int]]]:
    """By trying every few signs of each kind: for each level the kinds that need fewest."""
    instrument, checklist = both
    seen = {sign for sign, a in checklist.answers.items() if a.value == "seen"}
    kinds: dict[SignKind, list[str]] = {}
    for sign in instrument.catalogue.indicators.values():
        if sign.id not in seen and sign.strength != "context":
            kind = SignKind(sign.strength, sign.dimensions, sign.flag)
            kinds.setdefault(kind, []).append(sign.id)
    found: dict[str, list[tuple[SignKind, int]]] = {}
    for kind, signs in kinds.items():
        best = rank_of(instrument, checklist)
        for n in range(1, MOST_EXTRA_SIGNS + 1):
            tried = [
                rank_of(instrument, _with_seen(checklist, more)) for more in combinations(signs, n)
            ]
            if max(tried, default=0) > best:
                best = max(tried)
                found.setdefault(instrument.rules.levels[best].id, []).append((kind, n))
    return {
        level: {change for change in changes if change[1] == min(n for _, n in changes)}
        for level, changes in found.items()
    }


def _with_seen(checklist: Checklist, signs: tuple[str, ...]) -> Checklist:
    for sign in signs:
        checklist = checklist.with_answer(sign, "seen")
    return checklist


@FEW
@given(instruments_with_checklists(named_signs=False))
def test_what_would_change_it_names_the_fewest_signs_that_really_do(both: Both) -> None:
    named: dict[str, set[tuple[SignKind, int]]] = {}
    for change in look_ahead(*both).raising:
        named.setdefault(change.level, set()).add((change.kind, change.signs))
    assert named == smallest_changes(both)


@FEW
@given(ANY)
def test_the_step_rests_on_a_sign_if_it_falls_without_it(both: Both) -> None:
    instrument, checklist = both
    now = rank_of(instrument, checklist)
    present = evaluate(instrument, checklist).present
    falls = [s for s in present if rank_of(instrument, checklist.without_answer(s)) < now]
    assert list(look_ahead(instrument, checklist).rests_on) == falls

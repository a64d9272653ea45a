"""The step that the shipped rules set, and the explanation it carries."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations, islice

import pytest

from indicator_checker.checklist import Answer, Danger
from indicator_checker.evaluation import evaluate, look_ahead
from indicator_checker.evaluation.evaluate import evaluate_reading, level_rank
from indicator_checker.evaluation.outlook import Change, SignKind
from indicator_checker.evaluation.reading import at_best, at_worst, read
from indicator_checker.evaluation.trace import Contribution, Evaluation
from indicator_checker.instrument.rules import Cap, LevelRule
from tests.core.invented import (
    CASES,
    CONTEXT,
    INDICATORS,
    INSTRUMENT,
    SCORED,
    checklist,
    checklist_of_case,
    rank,
    result,
)

RULES = INSTRUMENT.rules
UNSURE = {sign: Answer("not_sure") for sign in SCORED}
PARTS = {part.dimension: part for part in RULES.dimensions}


def only_vulnerability() -> list[str]:
    """Medium signs that speak of need and dependence alone, one of each overlap group."""
    sides = {"vulnerability_recruitment", "vulnerability_destination"}
    groups = INSTRUMENT.catalogue.group_of
    found = {
        groups.get(i.id, i.id): i.id
        for i in INDICATORS.values()
        if set(i.dimensions) <= sides and i.strength == "medium" and i.flag is None
    }
    return list(found.values())


@pytest.mark.parametrize(
    ("danger", "step", "help_is_here"),
    [
        (None, "keep_noticing", False),
        ("no", "keep_noticing", False),
        ("not_sure", "keep_noticing", False),
        ("help_here", "act_now", True),
        ("yes", "act_now", False),
    ],
)
def test_the_danger_question_stands_above_all(
    danger: Danger | None, step: str, help_is_here: bool
) -> None:
    evaluation = result(danger=danger)
    assert (evaluation.step, evaluation.help_is_here) == (step, help_is_here)
    assert evaluation.decided_by == ("danger_now" if step == "act_now" else "keep_noticing")


def test_one_sign_alone_sets_the_step_of_its_flag_and_strength() -> None:
    expected = {"weak": "keep_noticing", "medium": "talk", "strong": "report_today"}
    flagged = {"report_today": "report_today", "emergency": "act_now"}
    wanted = {
        sign: flagged.get(str(INDICATORS[sign].flag), expected[INDICATORS[sign].strength])
        for sign in SCORED
    }
    assert {sign: result(sign).level for sign in SCORED} == wanted


def test_background_changes_nothing_but_what_is_listed() -> None:
    for name in CASES:
        made = checklist_of_case(name)
        here = evaluate(INSTRUMENT, made)
        background = {sign: Answer("seen") for sign in CONTEXT}
        there = evaluate(INSTRUMENT, replace(made, answers={**made.answers, **background}))
        assert set(there.present) >= set(CONTEXT)
        assert here == replace(
            there, present=here.present, possible=here.possible, absent=here.absent
        )


def test_background_is_never_enough_information() -> None:
    evaluation = result(*CONTEXT)
    assert (evaluation.settled, evaluation.not_enough_information) == (0, True)
    assert evaluation.level == "keep_noticing"


@pytest.mark.parametrize(("answered", "too_little"), [(0, True), (2, True), (3, False), (4, False)])
def test_few_answers_are_said_beside_the_step(answered: int, too_little: bool) -> None:
    seen = evaluate(INSTRUMENT, checklist(SCORED[-answered:] if answered else []))
    not_seen = evaluate(INSTRUMENT, checklist(not_seen=SCORED[:answered]))
    not_sure = evaluate(INSTRUMENT, checklist(not_sure=SCORED[:answered]))
    assert seen.not_enough_information == not_seen.not_enough_information == too_little
    assert (not_sure.settled, not_sure.not_enough_information) == (0, True)


def test_not_sure_moves_the_bound_and_never_the_step() -> None:
    for name in CASES:
        made = checklist_of_case(name)
        here = evaluate(INSTRUMENT, made)
        unsure = replace(made, answers={**UNSURE, **made.answers})
        there = evaluate(INSTRUMENT, unsure)
        assert there.level == here.level, name
        assert (there.decided_by, there.rules) == (here.decided_by, here.rules), name
        open_signs = read(unsure, INSTRUMENT.catalogue)
        worst, best = at_worst(open_signs, INSTRUMENT), at_best(open_signs, INSTRUMENT)
        assert evaluate_reading(INSTRUMENT, worst).level == "act_now", name
        assert evaluate_reading(INSTRUMENT, best).level == here.level, name


def test_need_and_dependence_alone_are_held_down_and_it_is_said() -> None:
    signs = only_vulnerability()[:4]
    held = result(*signs)
    assert len(signs) == 4
    assert held.rule("four_signs").fired
    assert (held.level, held.decided_by) == ("talk", "vulnerability_alone")
    assert held.held_down_from == "report_today"
    assert held.rule("vulnerability_alone").fired


def test_one_small_sign_of_another_side_lifts_what_held_down() -> None:
    lifting = "eats_apart_leftovers"
    assert "exploitation" in INDICATORS[lifting].dimensions
    lifted = result(*only_vulnerability()[:4], lifting)
    assert (lifted.level, lifted.decided_by) == ("report_today", "four_signs")
    assert lifted.held_down_from == ""
    assert not lifted.rule("vulnerability_alone").fired


def test_a_flag_stands_above_what_holds_down() -> None:
    flagged = next(i for i in SCORED if INDICATORS[i].flag == "report_today")
    evaluation = result(*only_vulnerability()[:4], flagged)
    assert (evaluation.level, evaluation.decided_by) == ("report_today", "report_today_sign")
    assert evaluation.held_down_from == ""


def test_the_explanation_leaves_nothing_out() -> None:
    for name in CASES:
        evaluation = evaluate(INSTRUMENT, checklist_of_case(name))
        rules = [
            (r.id, r.kind, r.level, r.sources)
            for r in RULES.rules
            if isinstance(r, LevelRule | Cap)
        ]
        assert [(t.rule, t.kind, t.level, t.sources) for t in evaluation.rules] == rules, name
        assert [trace.dimension for trace in evaluation.dimensions] == list(PARTS)
        for trace in evaluation.dimensions:
            named = {part.indicator for part in trace.contributions}
            here = {i for i in evaluation.present if trace.dimension in INDICATORS[i].dimensions}
            assert named == here, name
            assert len(named) == len(trace.contributions), name


def by_hand(parts: tuple[Contribution, ...], dimension: str) -> int:
    given: Counter[str] = Counter()
    for part in parts:
        given[part.strength] += part.points
    limits = {str(strength): most for strength, most in PARTS[dimension].at_most.items()}
    return sum(min(points, limits.get(strength, points)) for strength, points in given.items())


def test_the_points_add_up_by_hand() -> None:
    for name in CASES:
        for trace in evaluate(INSTRUMENT, checklist_of_case(name)).dimensions:
            assert trace.points == by_hand(trace.contributions, trace.dimension), name
            assert trace.met == (trace.points >= trace.met_at == 5), name


def contributions(evaluation: Evaluation, dimension: str) -> tuple[Contribution, ...]:
    return next(d.contributions for d in evaluation.dimensions if d.dimension == dimension)


def test_signs_that_tell_one_story_count_once_by_the_strongest() -> None:
    group = ("others_answer_for_child", "never_seen_alone", "adult_blocks_help")
    strengths = {sign: INDICATORS[sign].strength for sign in group}
    dimension = "coercion_destination"
    told = contributions(result(*group), dimension)
    counted = [part for part in told if not part.instead]
    strongest = max(strengths.values(), key=("weak", "medium", "strong").index)
    assert [(part.indicator, part.strength) for part in counted] == [
        (next(sign for sign in group if strengths[sign] == strongest), strongest)
    ]
    assert {part.instead for part in told if part.instead} == {counted[0].indicator}
    assert [part.points for part in told if part.instead] == [0] * (len(told) - 1)


def test_signs_that_tell_one_story_count_once_in_a_count_too() -> None:
    group = ("unpaid_work", "others_take_earnings")
    trace = result(*group).rule("four_signs")
    assert (trace.found, trace.inputs) == (1, group)


def test_every_rule_says_how_far_it_is_from_firing() -> None:
    evaluation = result("ownership_mark")
    found = {t.rule: (t.found, t.needed) for t in evaluation.rules}
    assert found["one_medium_sign"] == (1, 1)
    assert found["emergency_sign"] == (0, 1)
    assert found["two_dimensions_met"] == (0, 2)
    assert found["keep_noticing"] == (0, 0)
    assert [t.fired for t in evaluation.rules if t.kind != "cap"] == [
        t.found >= t.needed for t in evaluation.rules if t.kind != "cap"
    ]


def unseen(kind: SignKind, seen: tuple[str, ...]) -> list[str]:
    kinds = {i: SignKind(x.strength, x.dimensions, x.flag) for i, x in INDICATORS.items()}
    return [i for i in INDICATORS if kinds[i] == kind and i not in seen]


def level_with(name: str, more: tuple[str, ...]) -> int:
    made = checklist_of_case(name)
    for sign in more:
        made = made.with_answer(sign, "seen")
    return rank(evaluate(INSTRUMENT, made))


def is_true(name: str, change: Change) -> bool:
    """Whether real signs of the kind reach the level, and no smaller number of them does."""
    signs = unseen(change.kind, evaluate(INSTRUMENT, checklist_of_case(name)).present)
    wanted = level_rank(INSTRUMENT, change.level)
    reached = any(level_with(name, few) == wanted for few in combinations(signs, change.signs))
    fewer = islice(combinations(signs, change.signs - 1), 60)
    return reached and not any(level_with(name, few) >= wanted for few in fewer)


def test_each_change_it_names_really_reaches_its_step() -> None:
    for name in CASES:
        made = checklist_of_case(name)
        outlook = look_ahead(INSTRUMENT, made)
        now = rank(evaluate(INSTRUMENT, made))
        assert [change for change in outlook.raising if not is_true(name, change)] == [], name
        higher = {level.id for level in RULES.levels[now + 1 :]}
        assert {change.level for change in outlook.raising} <= higher, name
        assert bool(outlook.raising) == bool(higher), name


def test_each_sign_it_rests_on_holds_the_step_up_alone() -> None:
    for name in CASES:
        made = checklist_of_case(name)
        now = rank(evaluate(INSTRUMENT, made))
        lowering = [
            sign
            for sign in evaluate(INSTRUMENT, made).present
            if rank(evaluate(INSTRUMENT, made.without_answer(sign))) < now
        ]
        assert list(look_ahead(INSTRUMENT, made).rests_on) == lowering, name

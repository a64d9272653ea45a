"""Published ways of scoring, as data files only: each with the answers around every threshold.

The texts are invented. What was found in a publication, and what is assumed, stands in the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, get_args

import pytest

from indicator_checker.checklist import Answer, Checklist, JudgedPoints, Observation, pin_of
from indicator_checker.checklist_schema import check_against
from indicator_checker.evaluation import Evaluation, Outlook, evaluate, look_ahead
from indicator_checker.evaluation.evaluate import evaluate_reading, level_rank
from indicator_checker.evaluation.reading import read, with_present
from indicator_checker.instrument.conditions import Condition
from indicator_checker.instrument.lint import lint
from indicator_checker.instrument.load import Instrument, load_folder
from indicator_checker.instrument.measures import Measure, StrengthPoints
from indicator_checker.instrument.monotone import unproved
from indicator_checker.instrument.rules import Bands, LevelRule, Rule

FOLDER = Path(__file__).parent
SCHEMES = sorted(path.parent.name for path in FOLDER.glob("*/rules.json"))
#: What else is not proved to rise with every sign is searched for counter-examples on loading.
NOT_PROVED: dict[str, tuple[str, ...]] = {}
#: What a case says nothing about must be quiet.
QUIET: dict[str, Any] = {
    "blocked_by": [],
    "deadline_hours": None,
    "held_down_from": "",
    "hidden": [],
    "missing_evidence": [],
    "not_enough_information": False,
    "not_ruled_out": [],
    "outside": [],
    "skipped": [],
    "stopped_by": "",
}
#: Signs per dimension in the publication: deceit, force and need in recruitment, exploitation,
#: coercion and need at destination.
DIMENSION_SIZES = {
    "ilo_child_labour": [10, 10, 15, 8, 15, 7],
    "ilo_adult_labour": [10, 10, 16, 9, 15, 7],
}
#: Hours; longer than any deadline of a scheme.
LONGEST = 10_000
Case = dict[str, Any]


def cases_of(scheme: str) -> list[Case]:
    cases: list[Case] = json.loads((FOLDER / scheme / "cases.json").read_text("utf-8"))["cases"]
    return cases


CASES = {(scheme, case["id"]): case for scheme in SCHEMES for case in cases_of(scheme)}


@cache
def instrument(scheme: str) -> Instrument:
    return load_folder(FOLDER / scheme)


def checklist_of(scheme: str, case: Case) -> Checklist:
    """The answers of a case by option; ``rest`` stands for every sign not named that has it."""
    loaded = instrument(scheme)
    chosen = {s: option for option, signs in answers_of(case) for s in signs if s != "rest"}
    everywhere = [option for option, signs in answers_of(case) if "rest" in signs]
    for option in everywhere:
        for sign, options in loaded.catalogue.options.items():
            if sign not in chosen and option in {known.id for known in options}:
                chosen[sign] = option
    note = (Observation(note="Seen by me (invented).", when="Monday"),)
    answers = {
        sign: Answer(option, note if sign in case.get("notes", ()) else ())
        for sign, option in chosen.items()
    }
    fields: dict[str, str] = {key: case[key] for key in case if key.startswith("age_")}
    points = case.get("judged_points")
    return Checklist(
        pin_of(loaded),
        setting=case.get("setting"),
        danger=case.get("danger"),
        answers=answers,
        fields=fields,
        judged_points=None if points is None else JudgedPoints(points, "An invented reason."),
    )


def answers_of(case: Case) -> list[tuple[str, list[str]]]:
    return list(case.get("answers", {}).items())


def evaluated(scheme: str, case: Case) -> Evaluation:
    return evaluate(instrument(scheme), checklist_of(scheme, case))


def said(result: Evaluation, outlook: Outlook) -> dict[str, Any]:
    """Everything that a case can expect, in the form in which it is written down."""
    return {
        "level": result.level,
        "decided_by": result.decided_by,
        "lowest": outlook.lowest,
        "highest": outlook.highest,
        "met": [trace.dimension for trace in result.dimensions if trace.met],
        "measures": {trace.measure: trace.value for trace in result.measures},
        "profiles": {trace.profile: dict(trace.counts) for trace in result.profiles},
        "fired": [trace.rule for trace in result.rules if trace.fired],
        "seen": list(result.present),
        "suspected": list(result.possible),
        "blocked_by": list(result.blocked_by),
        "deadline_hours": result.deadline_hours,
        "held_down_from": result.held_down_from,
        "hidden": [hidden.indicator for hidden in result.hidden],
        "missing_evidence": [
            [missing.indicator, missing.need] for missing in result.missing_evidence
        ],
        "not_enough_information": result.not_enough_information,
        "not_ruled_out": [trace.rule for trace in result.rules if trace.not_ruled_out],
        "outside": list(result.outside),
        "skipped": list(result.skipped),
        "stopped_by": result.stopped_by,
    }


def named_parts(found: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """Of measures and profiles only those that the case names."""
    for key in ("measures", "profiles"):
        named = expected.get(key, {})
        found[key] = {part: value for part, value in found[key].items() if part in named}
    return {key: found[key] for key in expected}


@pytest.mark.parametrize(("scheme", "name"), CASES)
def test_each_case_gives_what_was_worked_out_by_hand(scheme: str, name: str) -> None:
    case = CASES[scheme, name]
    bounds = {"lowest": case["expected"]["level"], "highest": case["expected"]["level"]}
    expected = {**QUIET, **bounds, **case["expected"]}
    checklist = checklist_of(scheme, case)
    loaded = instrument(scheme)
    check_against(checklist, loaded)
    found = said(evaluate(loaded, checklist), look_ahead(loaded, checklist))
    assert named_parts(found, expected) == expected


@pytest.mark.parametrize("scheme", SCHEMES)
def test_one_more_sign_lowers_no_level_and_lengthens_no_deadline(scheme: str) -> None:
    loaded = instrument(scheme)
    for case in cases_of(scheme):
        reading = read(checklist_of(scheme, case), loaded.catalogue)
        before = evaluate_reading(loaded, reading)
        for sign in loaded.catalogue.indicators:
            after = evaluate_reading(loaded, with_present(reading, loaded, sign))
            assert level_rank(loaded, after.level) >= level_rank(loaded, before.level), sign
            assert (after.deadline_hours or LONGEST) <= (before.deadline_hours or LONGEST), sign


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_order_of_answering_changes_nothing(scheme: str) -> None:
    loaded = instrument(scheme)
    for case in cases_of(scheme):
        checklist = checklist_of(scheme, case)
        backwards = replace(checklist, answers=dict(reversed(list(checklist.answers.items()))))
        assert evaluate(loaded, backwards) == evaluate(loaded, checklist)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_published_scheme_is_a_sound_file_without_a_warning(scheme: str) -> None:
    loaded = instrument(scheme)
    assert lint(loaded.catalogue, loaded.rules, loaded.sources, loaded.guidance) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_seeing_more_is_proved_never_to_lower_a_result(scheme: str) -> None:
    loaded = instrument(scheme)
    assert unproved(loaded.catalogue, loaded.rules) == NOT_PROVED.get(scheme, ())
    assert loaded.rule_index.monotone == (scheme not in NOT_PROVED)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_says_what_it_assumes_or_was_found_exactly(scheme: str) -> None:
    statuses = {source.status for source in instrument(scheme).sources.values()}
    assert instrument(scheme).rules.assumed or "memory" not in statuses


def thresholds(scheme: str) -> Iterator[tuple[str, int]]:
    """Each number at which a rule or a band begins to hold, with the rule."""
    for rule in instrument(scheme).rules.rules:
        if isinstance(rule, Bands):
            yield from ((rule.id, band.lowest) for band in rule.ranges[1:])
        elif isinstance(rule, LevelRule) and rule.when.word != "always":
            yield rule.id, evaluated(scheme, {}).rule(rule.id).needed


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_threshold_has_a_case_at_it_and_one_below_it(scheme: str) -> None:
    results = [evaluated(scheme, case) for case in cases_of(scheme)]
    missing = [
        (rule, number)
        for rule, threshold in thresholds(scheme)
        for number in (threshold - 1, threshold)
        if all(result.rule(rule).found != number for result in results)
    ]
    assert not missing


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_dimension_has_a_case_in_which_it_is_met_and_one_just_not(scheme: str) -> None:
    results = [evaluated(scheme, case) for case in cases_of(scheme)]
    seen = {(t.dimension, t.met) for result in results for t in result.dimensions if t.points}
    weighed = {part.dimension for part in instrument(scheme).rules.dimensions}
    assert seen == {(dimension, met) for dimension in weighed for met in (True, False)}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_level_of_a_scheme_is_reached_by_a_case(scheme: str) -> None:
    rules = instrument(scheme).rules
    given = {case["expected"]["level"] for case in cases_of(scheme)} - {""}
    assert given == ({level.id for level in rules.levels} if rules.ordered else set())


@pytest.mark.parametrize("scheme", DIMENSION_SIZES)
def test_the_dimensions_have_their_published_size(scheme: str) -> None:
    catalogue = instrument(scheme).catalogue
    sizes = [
        sum(dimension.id in i.dimensions for i in catalogue.indicators.values())
        for dimension in catalogue.dimensions
    ]
    assert sizes == DIMENSION_SIZES[scheme]


def test_the_child_list_has_no_weak_sign() -> None:
    signs = instrument("ilo_child_labour").catalogue.indicators.values()
    assert {sign.strength for sign in signs} == {"strong", "medium"}


def words_in(value: object) -> Iterator[str]:
    """Every rule word of a data file."""
    if isinstance(value, dict):
        yield from (part for key, part in value.items() if key in {"word", "kind"})
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in inner:
        yield from words_in(part)


def words_of(union: object) -> Iterator[str]:
    """Every rule word that a union of the vocabulary knows."""
    for model in get_args(get_args(union)[0]):
        name = "kind" if "kind" in model.model_fields else "word"
        yield from get_args(model.model_fields[name].annotation)


def test_every_rule_word_stands_in_a_scheme() -> None:
    files = (FOLDER / scheme / f for scheme in SCHEMES for f in ("instrument.json", "rules.json"))
    used = set(chain.from_iterable(words_in(json.loads(f.read_text("utf-8"))) for f in files))
    known = {*chain.from_iterable(map(words_of, (Condition, Measure, Rule)))}
    assert used == known | set(get_args(StrengthPoints.model_fields["word"].annotation))

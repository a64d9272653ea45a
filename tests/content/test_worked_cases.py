"""The invented cases beside the rules: each gives the step that was worked out by hand."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from indicator_checker.checklist import Answer, Checklist, Pin
from indicator_checker.evaluation.evaluate import evaluate, evaluate_reading
from indicator_checker.evaluation.reading import at_worst, read
from indicator_checker.instrument.load import load_instrument

FOLDER = Path(__file__).parents[2] / "resources/instruments/child_trafficking/1.0.0"
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case
    for case in json.loads((FOLDER / "worked_cases.json").read_text("utf-8"))["cases"]
}
BELOW_REPORT_TODAY = {"keep_noticing", "talk"}
#: What such children show is ordinary and must not turn into a report.
NEGATIVE_CASES = (
    "hotel_after_fire", "family_over_its_shop", "parents_farm", "council_taxi",
    "strict_religious_home", "new_arrival_with_kin", "young_carer", "nine_not_out_alone",
    "peers_exchange_pictures", "boarding_school_passport", "foster_supervised_contact",
)  # fmt: skip
#: (just below, just at) a threshold: the sign that is added and what it changes.
TWINS = (
    ("exploitation_two_medium", "exploitation_three_medium", {"eats_apart_leftovers"}),
    ("exploitation_one_strong", "exploitation_two_strong", {"long_or_night_work"}),
    ("exploitation_one_strong", "exploitation_strong_and_medium", {"minds_hosts_children"}),
    ("any_strong", "control_strong_and_weak", {"watched_by_relatives"}),
    ("control_two_medium", "control_two_medium_and_weak", {"watched_by_relatives"}),
    ("need_and_dependence_met", "need_dependence_and_one_weak", {"watched_by_relatives"}),
    ("three_signs", "four_signs", {"journey_run_by_strangers"}),
    ("nothing_recorded", "one_medium", {"ownership_mark"}),
    ("one_weak", "two_weak", {"unexplained_absences"}),
)


def checklist_of(case: dict[str, Any]) -> Checklist:
    instrument = load_instrument()
    pin = Pin(
        instrument.catalogue.id,
        instrument.catalogue.version,
        instrument.logic_hash,
        instrument.content_hash,
    )
    answers = {
        indicator: Answer(value)
        for value in ("seen", "not_sure", "not_seen")
        for indicator in case[value]
    }
    return Checklist(pin, danger=case["danger"], setting=case["setting"], answers=answers)


@pytest.mark.parametrize("name", CASES)
def test_each_case_gives_the_step_worked_out_by_hand(name: str) -> None:
    case = CASES[name]
    instrument = load_instrument()
    checklist = checklist_of(case)
    result = evaluate(instrument, checklist)
    reading = read(checklist, instrument.catalogue)
    highest = evaluate_reading(instrument, at_worst(reading, instrument))
    assert {
        "level": result.level,
        "decided_by": result.decided_by,
        "met": sorted(trace.dimension for trace in result.dimensions if trace.met),
        "highest_level": highest.level,
        "not_enough_information": result.not_enough_information,
    } == {**case["expected"], "met": sorted(case["expected"]["met"])}


@pytest.mark.parametrize("name", CASES)
def test_no_case_answers_an_indicator_twice_or_an_unknown_one(name: str) -> None:
    case = CASES[name]
    answered = list(chain(case["seen"], case["not_sure"], case["not_seen"]))
    assert len(answered) == len(set(answered))
    assert set(answered) <= set(load_instrument().catalogue.indicators)
    assert set(case.get("notes", ())) <= set(answered)


@pytest.mark.parametrize("name", NEGATIVE_CASES)
def test_an_ordinary_childhood_is_not_reported(name: str) -> None:
    assert CASES[name]["expected"]["level"] in BELOW_REPORT_TODAY


@pytest.mark.parametrize(("below", "at", "added"), TWINS)
def test_twins_differ_by_one_sign_and_by_their_result(below: str, at: str, added: set[str]) -> None:
    assert set(CASES[at]["seen"]) - set(CASES[below]["seen"]) == added
    assert set(CASES[below]["seen"]) <= set(CASES[at]["seen"])
    results = [CASES[name]["expected"] for name in (below, at)]
    assert results[0]["level"] != results[1]["level"] or results[0]["met"] != results[1]["met"]


def test_every_rule_that_can_decide_decides_a_case() -> None:
    rules = {rule.id for rule in load_instrument().rules.rules}
    deciding = {case["expected"]["decided_by"] for case in CASES.values()}
    # Every strong sign of this instrument carries a mark, and the mark is named first.
    assert rules - deciding == {"any_strong_sign"}


def test_every_level_is_reached_by_a_case() -> None:
    levels = {level.id for level in load_instrument().rules.levels}
    assert {case["expected"]["level"] for case in CASES.values()} == levels


def test_background_alone_sets_no_step() -> None:
    case = CASES["context_only"]
    assert len(case["seen"]) >= 3
    assert all(indicator.startswith("ctx_") for indicator in case["seen"])
    assert case["expected"]["level"] == "keep_noticing"

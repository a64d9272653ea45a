"""Practising: answers beside the intended ones, and cases that are refused whole."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import get_args

import pytest

from indicator_checker.checklist import Answer, Checklist, Danger
from indicator_checker.errors import ContentError
from indicator_checker.practise import (
    DANGER,
    NOT_RECORDED,
    DangerReading,
    Direction,
    ItemReading,
    PractiseCase,
    Verdict,
    compare,
    intended_checklist,
    load_practise_cases,
    practise_instrument,
    start_checklist,
)
from indicator_checker.practise_schema import check_against, read_practise_file, read_shipped
from indicator_checker.text import Words

INSTRUMENT = practise_instrument()
CASE = PractiseCase(
    id="made_up",
    title="A case",
    role="teacher",
    setting="school",
    age_band="13_to_15",
    age_disputed="",
    story=("You saw something.",),
    danger=DangerReading("no", "No danger."),
    items=(
        ItemReading("extra_phones_or_sims", "seen", "You saw it."),
        ItemReading("fear_of_one_person", "not_sure", "It may be."),
        ItemReading("daily_target", NOT_RECORDED, "Nobody said so."),
    ),
    level="talk",
    decided_by="one_medium_sign",
    why="One clear sign.",
    next=("Talk today.",),
)


def answered(answers: dict[str, str], danger: Danger | None = "no") -> Checklist:
    start = start_checklist(INSTRUMENT, CASE)
    given = {indicator: Answer(value) for indicator, value in answers.items()}
    return replace(start, danger=danger, answers=given)


@pytest.mark.parametrize(
    ("sign", "answer", "verdict"),
    [
        ("extra_phones_or_sims", "seen", "agrees"),
        ("extra_phones_or_sims", "not_sure", "differs"),
        ("extra_phones_or_sims", "not_seen", "passed_over"),
        ("extra_phones_or_sims", "", "passed_over"),
        ("fear_of_one_person", "seen", "read_more"),
        ("fear_of_one_person", "not_sure", "agrees"),
        ("fear_of_one_person", "not_seen", "passed_over"),
        ("fear_of_one_person", "", "passed_over"),
        ("daily_target", "seen", "read_more"),
        ("daily_target", "not_sure", "read_more"),
        ("daily_target", "not_seen", "agrees"),
        ("daily_target", "", "agrees"),
    ],
)
def test_each_answer_is_put_beside_the_intended_one(
    sign: str, answer: str, verdict: Verdict
) -> None:
    checklist = answered({sign: answer} if answer else {})
    items = compare(INSTRUMENT, CASE, checklist).items
    compared = next(item for item in items if item.indicator == sign)
    assert (compared.yours, compared.verdict) == (answer, verdict)
    assert compared.reason


@pytest.mark.parametrize(
    ("yours", "intended", "verdict"),
    [
        ("no", "no", "agrees"),
        ("yes", "yes", "agrees"),
        ("help_here", "yes", "agrees"),
        ("yes", "not_sure", "read_more"),
        ("not_sure", "no", "read_more"),
        ("not_sure", "yes", "differs"),
        ("no", "not_sure", "passed_over"),
        ("no", "yes", "passed_over"),
        (None, "no", "passed_over"),
    ],
)
def test_the_danger_question_comes_first(
    yours: Danger | None, intended: Danger, verdict: Verdict
) -> None:
    case = replace(CASE, danger=DangerReading(intended, "Why."))
    first = compare(INSTRUMENT, case, answered({}, danger=yours)).items[0]
    assert (first.indicator, first.yours, first.verdict) == (DANGER, yours or "", verdict)


@pytest.mark.parametrize(
    ("answer", "shown"), [("seen", True), ("not_sure", True), ("not_seen", False)]
)
def test_a_sign_the_story_does_not_touch_was_read_into_it(answer: str, shown: bool) -> None:
    items = compare(INSTRUMENT, CASE, answered({"ownership_mark": answer})).items
    beyond = [item for item in items if item.indicator == "ownership_mark"]
    assert [(item.verdict, item.intended) for item in beyond] == (
        [("read_more", NOT_RECORDED)] if shown else []
    )


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"begs_while_adult_collects": "seen"}, "agrees"),
        ({"begs_while_adult_collects": "not_sure"}, "passed_over"),
        ({"begs_while_adult_collects": "seen", "others_take_earnings": "seen"}, "agrees"),
        ({}, "passed_over"),
    ],
)
def test_of_two_lines_with_one_story_one_is_enough(
    answers: dict[str, str], verdict: Verdict
) -> None:
    twice = (
        ItemReading("begs_while_adult_collects", "seen", "You saw it."),
        ItemReading("others_take_earnings", "seen", "Again.", same_as="begs_while_adult_collects"),
    )
    items = compare(INSTRUMENT, replace(CASE, items=twice), answered(answers)).items
    assert next(i.verdict for i in items if i.indicator == "others_take_earnings") == verdict


@pytest.mark.parametrize(
    ("answers", "level", "direction"),
    [
        ({"extra_phones_or_sims": "seen"}, "talk", "same"),
        ({"daily_target": "seen"}, "report_today", "higher"),
        ({}, "keep_noticing", "lower"),
    ],
)
def test_the_steps_are_put_side_by_side(
    answers: dict[str, str], level: str, direction: str
) -> None:
    reading = compare(INSTRUMENT, CASE, answered(answers))
    assert (reading.your_level, reading.level) == (level, direction)
    assert (reading.intended_level, reading.intended_rule) == ("talk", "one_medium_sign")


@pytest.mark.parametrize("case", load_practise_cases(INSTRUMENT), ids=lambda case: case.id)
def test_answering_as_intended_agrees_on_every_line(case: PractiseCase) -> None:
    reading = compare(INSTRUMENT, case, intended_checklist(INSTRUMENT, case))
    assert {item.verdict for item in reading.items} == {"agrees"}
    assert reading.level == "same"


def test_another_instrument_has_no_cases_to_practise_on() -> None:
    other = INSTRUMENT.catalogue.model_copy(update={"version": "9.9.9"})
    assert load_practise_cases(replace(INSTRUMENT, catalogue=other)) == ()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"items": (ItemReading("no_such_sign", "seen", "x"),)}, "made_up.no_such_sign"),
        ({"items": (ItemReading("daily_target", "often", "x"),)}, "made_up.daily_target"),
        ({"items": (CASE.items[0], CASE.items[0])}, "made_up.extra_phones_or_sims"),
        (
            {"items": (ItemReading("daily_target", "seen", "x", same_as="unpaid_work"),)},
            "made_up.daily_target.same_as",
        ),
        ({"level": "no_such_level"}, "made_up.level"),
        ({"decided_by": "no_such_rule"}, "made_up.decided_by"),
    ],
)
def test_a_case_that_names_something_unknown_is_refused(
    change: dict[str, object], place: str
) -> None:
    with pytest.raises(ContentError) as refused:
        check_against((replace(CASE, **change),), INSTRUMENT)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.parameters["place"]) == ("practise_refused", place)


def test_a_case_that_stands_twice_is_refused() -> None:
    with pytest.raises(ContentError) as refused:
        check_against((CASE, CASE), INSTRUMENT)
    assert refused.value.parameters["place"] == "made_up.id"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"format": 2}, "format"),
        ({"extra": 1}, "extra"),
        ({"cases": [{**asdict(CASE), "role": "doctor"}]}, "cases.0.role"),
        ({"cases": [{**asdict(CASE), "title": 7}]}, "cases.0.title"),
    ],
)
def test_a_damaged_file_of_cases_is_refused_whole(change: dict[str, object], place: str) -> None:
    sound = {"format": 1, "instrument": "x", "version": "1.0.0", "cases": [asdict(CASE)]}
    assert read_practise_file(json.dumps(sound).encode()).cases == (CASE,)
    with pytest.raises(ContentError) as refused:
        read_practise_file(json.dumps({**sound, **change}).encode())
    assert refused.value.parameters["place"] == place


@pytest.mark.parametrize(
    "key",
    [
        *(f"practise.verdict.{verdict}" for verdict in get_args(Verdict)),
        *(f"practise.level.{direction}" for direction in get_args(Direction)),
        *(f"practise.role.{case.role}" for case in load_practise_cases(INSTRUMENT)),
    ],
)
def test_every_outcome_has_its_words(key: str) -> None:
    assert Words().has(key)


def test_the_shipped_cases_name_a_version_that_is_installed() -> None:
    assert read_shipped().version == INSTRUMENT.catalogue.version

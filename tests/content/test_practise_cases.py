"""The invented cases to practise on: their readings hold, and their words do no harm."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicator_checker.evaluation import evaluate
from indicator_checker.practise import (
    NOT_RECORDED,
    PractiseCase,
    intended_checklist,
    load_practise_cases,
    practise_instrument,
)
from tests.content.test_instrument_wording import BLAME, FALSE_COMFORT, sentences

RESOURCES = Path(__file__).parents[2] / "resources"
INSTRUMENT = practise_instrument()
CASES = load_practise_cases(INSTRUMENT)
WORKED = json.loads(
    (RESOURCES / "instruments/child_trafficking/1.0.0/worked_cases.json").read_text("utf-8")
)["cases"]
WORDS_IN_A_STORY = range(150, 221)
MOST_WORDS_IN_A_SENTENCE = 25
MOST_WORDS_ON_AVERAGE = 13.0
MOST_LETTERS_ON_AVERAGE = 4.6
#: Words with a capital that are no name of a person or place.
CAPITALS = {
    "I", "X", "Monday", "Tuesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "May", "June", "September", "October",
}  # fmt: skip


every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)


def words_of(case: PractiseCase) -> Iterator[str]:
    yield from (case.title, *case.story, case.danger.reason, case.why, *case.next)
    yield from (item.reason for item in case.items)


TEXTS = [(case.id, text) for case in CASES for text in words_of(case)]


def sentences_of(text: str) -> Iterator[str]:
    for part in re.split(r"(?<=”)\s+", text):
        yield from sentences(part)


def places_where(pattern: str) -> list[str]:
    return [place for place, text in TEXTS if re.search(pattern, text, re.IGNORECASE)]


@every_case
def test_the_intended_answers_give_the_intended_step(case: PractiseCase) -> None:
    result = evaluate(INSTRUMENT, intended_checklist(INSTRUMENT, case))
    assert (result.level, result.decided_by) == (case.level, case.decided_by)


@every_case
def test_every_reading_has_its_reason(case: PractiseCase) -> None:
    assert all(item.reason for item in case.items)
    assert case.danger.reason
    assert case.why
    assert len(case.next) >= 2


@every_case
def test_a_case_shows_what_must_not_be_read_into_it(case: PractiseCase) -> None:
    assert NOT_RECORDED in {item.answer for item in case.items}


@every_case
def test_a_story_is_neither_a_line_nor_a_novel(case: PractiseCase) -> None:
    assert sum(len(paragraph.split()) for paragraph in case.story) in WORDS_IN_A_STORY


@every_case
def test_a_story_names_nobody(case: PractiseCase) -> None:
    for paragraph in case.story:
        for sentence in re.split(r"[.:!”]\s+|“", paragraph):
            inner = re.findall(r"\b[A-Z]\w+", sentence.strip()[1:])
            assert {word.removesuffix("s") for word in inner} <= CAPITALS, sentence


def test_teachers_and_nurses_find_as_many_cases() -> None:
    roles = [case.role for case in CASES]
    assert len(CASES) >= 14
    assert roles.count("teacher") == roles.count("nurse") == len(CASES) / 2


def test_a_third_of_the_cases_is_an_ordinary_childhood() -> None:
    ordinary = [case for case in CASES if case.level == "keep_noticing"]
    assert len(ordinary) >= max(5, len(CASES) / 3)
    for case in ordinary:
        assert case.danger.answer == "no"
        assert "rdinary" in case.next[0] or "Nothing to record" in case.next[0]


def test_every_step_can_be_practised() -> None:
    assert {case.level for case in CASES} == {level.id for level in INSTRUMENT.rules.levels}


def test_the_danger_page_is_the_answer_at_least_once() -> None:
    assert [case.id for case in CASES if case.decided_by == "danger_now"]


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("ten_minutes", "role", "nurse"),
        ("eighteen_for_three_weeks", "age_band", "adult"),
        ("a_card_that_says_nineteen", "age_disputed", "yes"),
        ("coach_writes_at_night", "role", "teacher"),
    ],
)
def test_hard_situations_are_among_the_cases(name: str, field: str, value: str) -> None:
    case = next(case for case in CASES if case.id == name)
    assert getattr(case, field) == value


def test_an_adult_is_outside_what_the_checklist_was_made_for() -> None:
    case = next(case for case in CASES if case.age_band == "adult")
    assert evaluate(INSTRUMENT, intended_checklist(INSTRUMENT, case)).outside == ("age",)


def test_a_disputed_age_is_read_as_a_child() -> None:
    case = next(case for case in CASES if case.age_disputed)
    assert evaluate(INSTRUMENT, intended_checklist(INSTRUMENT, case)).outside == ()


def test_nobody_practises_on_a_case_whose_answer_is_in_the_tests() -> None:
    assert {case.id for case in CASES}.isdisjoint(case["id"] for case in WORKED)


@pytest.mark.parametrize("word", BLAME)
def test_no_word_puts_blame_on_a_child(word: str) -> None:
    assert places_where(rf"\b{word}") == []


@pytest.mark.parametrize("phrase", FALSE_COMFORT)
def test_a_child_is_never_called_safe(phrase: str) -> None:
    assert places_where(rf"\b{phrase}\b") == []


def test_nothing_asks_the_child() -> None:
    assert places_where(r"\?") == []


def test_no_case_holds_a_number_to_call() -> None:
    assert places_where(r"\+?\d[\d \-]{5,}\d") == []


def test_religion_race_and_orientation_are_no_part_of_a_story() -> None:
    pattern = r"\b(religio|muslim|christian|jewish|hindu|race|ethnic|gay|lesbian|black|roma)\b"
    assert places_where(pattern) == []


def test_the_language_is_plain() -> None:
    all_sentences = [s.split() for _, text in TEXTS for s in sentences_of(text)]
    letters = [len(re.sub(r"\W", "", word)) for sentence in all_sentences for word in sentence]
    assert sum(letters) / len(letters) <= MOST_LETTERS_ON_AVERAGE
    assert len(letters) / len(all_sentences) <= MOST_WORDS_ON_AVERAGE


def test_no_sentence_is_long() -> None:
    long = [
        sentence
        for _, text in TEXTS
        for sentence in sentences_of(text)
        if len(sentence.split()) > MOST_WORDS_IN_A_SENTENCE
    ]
    assert not long

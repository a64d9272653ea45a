"""A checklist file is taken whole or refused whole, with one clear reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicator_checker.checklist import (
    BASES,
    DANGER_ANSWERS,
    SETTINGS,
    Answer,
    BodyMark,
    Checklist,
    Judgement,
    Observation,
    Place,
    pin_of,
)
from indicator_checker.checklist_schema import (
    LARGEST_FILE,
    check_against,
    read_checklist,
    write_checklist,
)
from indicator_checker.errors import ChecklistError
from indicator_checker.record_fields import FIELDS
from indicator_checker.report import open_checklist
from indicator_checker.resources import resource_bytes
from tests.core.invented import INSTRUMENT

EXAMPLE = resource_bytes("examples", "example_checklist.json")
VALUE: dict[str, Any] = json.loads(EXAMPLE)

#: All characters but lone surrogates, which are no text; with the ones that break naive programs.
ODD = ["", "\x00", "\r\n", "\u2028", "‮", "﻿", "𓀀", "👩‍👧", "é", "ﷺ", "</b>&{n}%s", "\x1b[31m"]
texts = st.one_of(st.text(max_size=30), st.sampled_from(ODD))
moments = st.datetimes(timezones=st.just(timezone(timedelta(hours=5, minutes=30))))
observations = st.builds(
    Observation,
    visit=texts,
    basis=st.sampled_from((None, *BASES)),
    when=texts,
    note=texts,
    own_words=texts,
    observer=texts,
)
answers = st.builds(
    Answer,
    st.sampled_from([option.id for option in INSTRUMENT.catalogue.answers]),
    st.lists(observations, max_size=2).map(tuple),
)
shares = st.floats(0, 1)
marks = st.builds(BodyMark, st.sampled_from(["front", "back"]), shares, shares, texts)
free_fields = [field.id for field in FIELDS.values() if field.kind != "choice"]
checklists = st.builds(
    Checklist,
    st.just(pin_of(INSTRUMENT)),
    reference=texts,
    started=st.one_of(st.none(), moments),
    setting=st.sampled_from((None, *SETTINGS)),
    place=st.one_of(st.none(), st.builds(Place, texts, texts)),
    other_place=st.one_of(st.none(), st.builds(Place, texts)),
    danger=st.sampled_from((None, *DANGER_ANSWERS)),
    answers=st.dictionaries(st.sampled_from(list(INSTRUMENT.catalogue.indicators)), answers),
    fields=st.dictionaries(st.sampled_from(free_fields), texts, max_size=4),
    body_marks=st.lists(marks, max_size=2).map(tuple),
    judgement=st.one_of(
        st.none(), st.builds(Judgement, st.sampled_from(["talk", "act_now"]), texts)
    ),
)


@settings(max_examples=50)
@given(checklists)
def test_a_saved_checklist_comes_back_letter_by_letter(checklist: Checklist) -> None:
    data = write_checklist(checklist)
    again = read_checklist(data)
    assert again == checklist
    assert write_checklist(again) == data
    check_against(again, INSTRUMENT)


def test_the_shipped_example_is_taken() -> None:
    checklist = read_checklist(EXAMPLE)
    check_against(checklist, INSTRUMENT)
    assert write_checklist(checklist) == EXAMPLE


def refusal(data: bytes) -> ChecklistError:
    with pytest.raises(ChecklistError) as caught:
        check_against(read_checklist(data), INSTRUMENT)
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        EXAMPLE[:-20],
        EXAMPLE.replace(b'"reference"', b'"danger": "no", "danger": "yes", "reference"', 1),
        b'{"format": NaN}',
        b'{"format": Infinity}',
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b'{"format": ' + b"9" * 5_000 + b"}",
        EXAMPLE.decode().replace("J. (inv", "Zoë (inv").encode("latin-1"),
        b"\xff\xfe\x00",
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_sound_json_is_refused(data: bytes) -> None:
    assert refusal(data).code == "checklist_not_json"


@pytest.mark.parametrize("text", ["null", "[]", "1", '"text"', "{}"])
def test_what_is_no_checklist_is_refused(text: str) -> None:
    assert refusal(text.encode()).code == "checklist_shape"


@pytest.mark.parametrize("number", [2, 3, 10**300])
def test_a_newer_form_is_refused_and_says_so(number: int) -> None:
    error = refusal(json.dumps({**VALUE, "format": number, "new": {}}).encode())
    assert (error.code, error.parameters) == ("checklist_newer_format", {"format": number})


def test_a_file_that_is_too_large_is_not_even_looked_at() -> None:
    assert refusal(b" " * (LARGEST_FILE + 1)).code == "checklist_too_large"


Change = Callable[[dict[str, Any]], object]
SHAPES: list[tuple[str, Change]] = [
    ("surname", lambda v: v.update(surname="x")),
    ("instrument", lambda v: v.pop("instrument")),
    ("instrument.hash", lambda v: v["instrument"].update(hash="x")),
    ("instrument.logic_hash", lambda v: v["instrument"].pop("logic_hash")),
    ("reference", lambda v: v.update(reference=5)),
    ("reference", lambda v: v.update(reference=None)),
    ("started", lambda v: v.update(started=0)),
    ("started", lambda v: v.update(started="yesterday")),
    ("setting", lambda v: v.update(setting="home")),
    ("danger", lambda v: v.update(danger="maybe")),
    ("danger", lambda v: v.update(danger=True)),
    ("place", lambda v: v.update(place="IE")),
    ("place.country", lambda v: v.update(place={})),
    ("place.town", lambda v: v.update(place={"country": "IE", "town": "x"})),
    ("answers", lambda v: v.update(answers=[])),
    ("answers.sudden_change", lambda v: v["answers"].update(sudden_change="seen")),
    ("answers.x.value", lambda v: v["answers"].update(x={"observations": []})),
    ("answers.x.score", lambda v: v["answers"].update(x={"value": "seen", "score": 1})),
    ("fields.worry", lambda v: v["fields"].update(worry=["x"])),
    ("judgement.step", lambda v: v.update(judgement={"step": "keep_noticing", "reason": "x"})),
    ("judgement.reason", lambda v: v.update(judgement={"step": "talk"})),
    ("format", lambda v: v.update(format="1")),
    ("format", lambda v: v.update(format=0)),
]


@pytest.mark.parametrize(("place", "change"), SHAPES)
def test_what_does_not_fit_is_refused_by_its_place(place: str, change: Change) -> None:
    value = json.loads(EXAMPLE)
    change(value)
    error = refusal(json.dumps(value).encode())
    assert (error.code, error.parameters) == ("checklist_shape", {"place": place})


def test_half_a_character_is_no_text() -> None:
    data = json.dumps({**VALUE, "reference": "half \ud800"}).encode()
    assert refusal(data).code == "checklist_shape"


OTHERS: list[tuple[str, dict[str, object], Change]] = [
    (
        "checklist_other_instrument",
        {"instrument": "other"},
        lambda v: v["instrument"].update(id="other"),
    ),
    (
        "checklist_other_instrument",
        {"instrument": "child_trafficking"},
        lambda v: v["instrument"].update(version="0.9.0"),
    ),
    (
        "checklist_other_rules",
        {"version": "1.0.0"},
        lambda v: v["instrument"].update(logic_hash="0" * 64),
    ),
    (
        "checklist_unknown_indicator",
        {"indicator": "no_such_sign"},
        lambda v: v["answers"].update(no_such_sign={"value": "seen"}),
    ),
    (
        "checklist_unknown_answer",
        {"indicator": "sudden_change"},
        lambda v: v["answers"].update(sudden_change={"value": "often"}),
    ),
    ("checklist_unknown_field", {"field": "mood"}, lambda v: v["fields"].update(mood="x")),
    (
        "checklist_mark_outside",
        {"number": 1},
        lambda v: v.update(body_marks=[{"view": "front", "x": 1.5, "y": 0}]),
    ),
    (
        "checklist_unknown_choice",
        {"field": "age_band"},
        lambda v: v["fields"].update(age_band="old"),
    ),
]


@pytest.mark.parametrize(("code", "parameters", "change"), OTHERS)
def test_what_the_instrument_does_not_know_is_refused_not_dropped(
    code: str, parameters: dict[str, object], change: Change
) -> None:
    value = json.loads(EXAMPLE)
    change(value)
    error = refusal(json.dumps(value).encode())
    assert (error.code, error.parameters) == (code, parameters)


def test_other_wording_alone_is_no_reason_to_refuse() -> None:
    checklist = read_checklist(EXAMPLE)
    other = replace(checklist, instrument=replace(checklist.instrument, content_hash="0" * 64))
    check_against(other, INSTRUMENT)


@pytest.mark.parametrize("data", [b"{", EXAMPLE, json.dumps({**VALUE, "format": 2}).encode()])
def test_reading_changes_nothing_on_the_disk(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(data)
    before = path.stat()
    try:
        open_checklist(path)
    except ChecklistError:
        assert data != EXAMPLE
    assert path.read_bytes() == data
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert list(tmp_path.iterdir()) == [path]


def test_the_example_says_when_it_was_begun() -> None:
    assert read_checklist(EXAMPLE).started == datetime(2026, 3, 14, 12, 10, tzinfo=UTC)

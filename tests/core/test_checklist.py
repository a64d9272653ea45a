"""A checklist keeps every answer: each change gives a new one, and the old one stays."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from indicator_checker.checklist import (
    BASES,
    DANGER_ANSWERS,
    SETTINGS,
    Answer,
    Basis,
    Checklist,
    Danger,
    Judgement,
    Observation,
    Pin,
    Place,
    Setting,
    pin_of,
)
from indicator_checker.record_fields import FIELD_GROUPS, FIELDS, groups_on
from indicator_checker.text import Words
from tests.core.invented import INSTRUMENT

PIN = pin_of(INSTRUMENT)
EMPTY = Checklist(PIN)
NOTE = Observation(basis="saw", when="2 March", note="At the gate", own_words="He said: come")


def noted(value: str = "seen") -> Checklist:
    return EMPTY.with_answer("sudden_change", value).with_observations("sudden_change", (NOTE,))


@pytest.mark.parametrize("value", ["seen", "not_sure", "not_seen"])
def test_changing_an_answer_keeps_the_notes_under_it(value: str) -> None:
    changed = noted().with_answer("sudden_change", value)
    assert changed.answers["sudden_change"] == Answer(value, (NOTE,))


def test_every_change_gives_a_new_checklist_and_leaves_the_old_one() -> None:
    before = noted().with_field("worry", "He is tired.")
    copy = replace(before, answers=dict(before.answers), fields=dict(before.fields))
    before.with_answer("sudden_change", "not_seen")
    before.with_answer("unpaid_work", "seen")
    before.without_answer("sudden_change")
    before.with_observations("sudden_change", ())
    before.with_field("worry", "")
    before.with_field("child_wants", "To go home")
    assert before == copy


def test_an_answer_can_be_cleared_again() -> None:
    assert noted().without_answer("sudden_change") == EMPTY
    assert EMPTY.without_answer("sudden_change") == EMPTY


def test_a_field_is_set_replaced_and_cleared() -> None:
    one = EMPTY.with_field("worry", "First").with_field("child_wants", "To stay")
    two = one.with_field("worry", "Second")
    assert two.fields == {"child_wants": "To stay", "worry": "Second"}
    assert two.with_field("worry", "").fields == {"child_wants": "To stay"}
    assert EMPTY.with_field("worry", "").fields == {}


def test_notes_need_an_answer_to_stand_under() -> None:
    with pytest.raises(KeyError):
        EMPTY.with_observations("sudden_change", (NOTE,))


@pytest.mark.parametrize(
    "value",
    [EMPTY, Answer("seen"), NOTE, PIN, Place("IE"), Judgement("talk", "why")],
    ids=lambda value: type(value).__name__,
)
def test_a_value_cannot_be_changed_in_place(value: object) -> None:
    for part in fields(value):  # type: ignore[arg-type]  # each is a dataclass
        with pytest.raises(FrozenInstanceError):
            setattr(value, part.name, None)
    with pytest.raises((AttributeError, TypeError)):
        value.invented = 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("checklist", "empty"),
    [
        (EMPTY, True),
        (replace(EMPTY, setting="school", place=Place("IE")), True),
        (replace(EMPTY, reference="J."), False),
        (replace(EMPTY, danger="no"), False),
        (replace(EMPTY, judgement=Judgement("talk", "why")), False),
        (EMPTY.with_field("worry", "x"), False),
        (EMPTY.with_answer("sudden_change", "not_sure"), False),
    ],
)
def test_closing_asks_only_where_something_would_be_lost(checklist: Checklist, empty: bool) -> None:
    assert checklist.is_empty == empty


def test_the_pin_names_the_exact_instrument() -> None:
    assert Pin("child_trafficking", "1.0.0", INSTRUMENT.logic_hash, INSTRUMENT.content_hash) == PIN
    assert len(PIN.logic_hash) == len(PIN.content_hash) == 64
    assert PIN.logic_hash != PIN.content_hash


def test_every_choice_of_the_record_has_words() -> None:
    words = Words()
    for field in FIELDS.values():
        keys = [f"field.{field.id}.{part}" for part in ("label", "hint")]
        keys += [f"field.{field.id}.choice.{choice}" for choice in field.choices]
        assert [key for key in keys if not words.has(key)] == []
        assert bool(field.choices) == (field.kind == "choice")
    assert [g.id for g in FIELD_GROUPS if not words.has(f"field_group.{g.id}.title")] == []


def test_every_field_stands_on_one_page_once() -> None:
    ids = [field.id for group in FIELD_GROUPS for field in group.fields]
    assert len(ids) == len(set(ids)) == len(FIELDS)
    pages = ("about", "danger", "record", "channels")
    assert sum(len(groups_on(page)) for page in pages) == len(FIELD_GROUPS)


#: What a safeguarding record needs beside the signs, by the project's safeguarding review.
NEEDED = {
    "the child's voice": ("child_wants", "child_fears", "child_told", "safe_to_speak"),
    "how the child communicates": (
        "communicates_by", "interpreter_used", "interpreter_independent", "interpreter_language",
    ),
    "the carer": ("carer_told", "carer_told_because", "carer_safe_to_contact", "must_not_contact"),
    "the places": ("lives_at", "happened_at", "works_at", "in_care"),
    "age and status": ("age_band", "age_disputed", "age_stated", "age_on_record"),
    "leaving": ("next_leaves", "leaves_with", "whereabouts", "other_children"),
    "record rules": ("who_was_present", "asked_before", "injuries", "devices", "first_notes"),
    "afterwards": ("told_to", "told_when", "told_how", "told_reference", "chase_date", "outcome"),
}  # fmt: skip


@pytest.mark.parametrize("need", NEEDED)
def test_the_record_has_a_field_for(need: str) -> None:
    assert set(NEEDED[need]) <= set(FIELDS)


def test_the_listed_options_are_those_of_the_types() -> None:
    from typing import get_args

    assert set(BASES) == set(get_args(Basis))
    assert set(SETTINGS) == set(get_args(Setting))
    assert set(DANGER_ANSWERS) == set(get_args(Danger))

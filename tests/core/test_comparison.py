"""An old checklist under another version or instrument: side by side, never over the old one."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from indicator_checker.checklist import (
    Answer,
    Checklist,
    JudgedPoints,
    Judgement,
    Observation,
    Place,
    pin_of,
)
from indicator_checker.checklist_schema import write_checklist
from indicator_checker.cli import main
from indicator_checker.comparison import (
    JUDGED_POINTS,
    WATCHED,
    Because,
    Changed,
    Difference,
    Direction,
    LeftBehind,
    NotComparable,
    carry_over,
    side_by_side,
)
from indicator_checker.instrument.load import Instrument, load_folder, load_instrument
from indicator_checker.resources import resource_path
from indicator_checker.text import Words
from tests.core.small_instrument import Files, level, rule, write_instrument

SHIPPED = resource_path("instruments", "child_trafficking", "1.0.0")
Change = Callable[[Files], None]


def unchanged(files: Files) -> None:
    pass


def version(number: str) -> Change:
    def change(files: Files) -> None:
        files["instrument.json"]["version"] = number

    return change


def other_instrument(files: Files) -> None:
    files["instrument.json"]["id"] = "other_list"


def three_signs_needed(files: Files) -> None:
    files["instrument.json"]["version"] = "1.1.0"
    files["rules.json"]["rules"][1] = rule("three_signs", "high", 3)


def one_sign_enough(files: Files) -> None:
    files["instrument.json"]["version"] = "1.1.0"
    files["rules.json"]["rules"][1] = rule("one_sign", "high", 1)


def level_between(files: Files) -> None:
    files["rules.json"]["levels"].insert(1, level("middle", "talk"))
    files["rules.json"]["rules"].append(rule("one_sign", "middle", 1))


def no_levels(files: Files) -> None:
    files["rules.json"].update(levels=[], rules=[])


def without_sign_1(files: Files) -> None:
    del files["instrument.json"]["sections"][0]["indicators"][0]


def seen_for_yes(files: Files) -> None:
    files["instrument.json"]["answers"][0]["id"] = "seen"


def without_unsure(files: Files) -> None:
    del files["instrument.json"]["answers"][1]


def yes_means_no(files: Files) -> None:
    files["instrument.json"]["answers"] = [
        {"id": "no", "label": "Has it", "role": "present"},
        {"id": "yes", "label": "Is free of it", "role": "absent"},
    ]


def two_kinds_of_yes(files: Files) -> None:
    files["instrument.json"]["answers"][:1] = [
        {"id": "now", "label": "Now", "role": "present"},
        {"id": "before", "label": "Before", "role": "present"},
    ]


def heavier_sign_1(files: Files) -> None:
    files["instrument.json"]["sections"][0]["indicators"][0].update(weight=3, text="Said anew")


def points_allowed(files: Files) -> None:
    files["rules.json"]["judgement_points"] = {"from": 0, "to": 3, "reason": "Invented."}


@pytest.fixture
def made(tmp_path: Path) -> Callable[[Change], Instrument]:
    """Gives the small instrument with a change."""

    def make(change: Change) -> Instrument:
        return load_folder(write_instrument(tmp_path / change.__name__, change))

    return make


def filled(instrument: Instrument, **answers: str) -> Checklist:
    given = {sign: Answer(value) for sign, value in answers.items()}
    return Checklist(pin_of(instrument), reference="X.", danger="no", answers=given)


@pytest.mark.parametrize(
    ("change", "answers", "kept", "left", "changed"),
    [
        (unchanged, {"sign_1": "yes", "sign_2": "no"}, {"sign_1": "yes", "sign_2": "no"}, [], []),
        (
            without_sign_1,
            {"sign_1": "yes", "sign_2": "yes"},
            {"sign_2": "yes"},
            [LeftBehind("sign_1", "yes", "no_such_sign")],
            [],
        ),
        (
            seen_for_yes,
            {"sign_1": "yes"},
            {"sign_1": "seen"},
            [],
            [Changed("sign_1", "yes", "seen", ("answer", "options"))],
        ),
        (
            without_unsure,
            {"sign_1": "unsure"},
            {},
            [LeftBehind("sign_1", "unsure", "no_such_answer")],
            [],
        ),
        # The word is the same and means the contrary: only the meaning is carried over.
        (
            yes_means_no,
            {"sign_1": "yes"},
            {"sign_1": "no"},
            [],
            [Changed("sign_1", "yes", "no", ("answer", "options"))],
        ),
        (
            two_kinds_of_yes,
            {"sign_1": "yes"},
            {},
            [LeftBehind("sign_1", "yes", "no_such_answer")],
            [],
        ),
        (
            heavier_sign_1,
            {"sign_1": "yes"},
            {"sign_1": "yes"},
            [],
            [Changed("sign_1", "yes", "yes", ("text", "weight"))],
        ),
    ],
)
def test_each_answer_is_carried_over_or_named_as_left_behind(
    made: Callable[[Change], Instrument],
    change: Change,
    answers: dict[str, str],
    kept: dict[str, str],
    left: list[LeftBehind],
    changed: list[Changed],
) -> None:
    old, new = made(version("1.0.1")), made(change)
    carried = carry_over(filled(old, **answers), old, new)
    assert {sign: answer.value for sign, answer in carried.checklist.answers.items()} == kept
    assert carried.kept == tuple(kept)
    assert list(carried.left_behind) == left
    assert list(carried.changed) == changed
    assert carried.checklist.instrument == pin_of(new)


def test_the_old_checklist_never_changes(made: Callable[[Change], Instrument]) -> None:
    old, new = made(unchanged), made(without_sign_1)
    checklist = filled(old, sign_1="yes", sign_2="unsure")
    before = write_checklist(checklist)
    carry_over(checklist, old, new)
    side_by_side(checklist, old, new)
    assert write_checklist(checklist) == before


def test_all_but_the_answers_goes_with_them(made: Callable[[Change], Instrument]) -> None:
    old, new = made(unchanged), made(three_signs_needed)
    noted = Answer("yes", (Observation(note="Seen at the gate."),))
    checklist = replace(
        filled(old),
        answers={"sign_1": noted},
        fields={"worry": "A worry."},
        place=Place("IE"),
        judgement=Judgement("talk", "My reason."),
        setting="school",
    )
    carried = carry_over(checklist, old, new).checklist
    assert carried == replace(checklist, instrument=pin_of(new))


@pytest.mark.parametrize(
    ("change", "kept"), [(unchanged, None), (points_allowed, JudgedPoints(2, "My reason."))]
)
def test_own_points_go_only_where_the_scheme_allows_them(
    made: Callable[[Change], Instrument], change: Change, kept: JudgedPoints | None
) -> None:
    old, new = made(version("1.0.1")), made(change)
    checklist = replace(filled(old), judged_points=JudgedPoints(2, "My reason."))
    carried = carry_over(checklist, old, new)
    assert carried.checklist.judged_points == kept
    left = [LeftBehind(JUDGED_POINTS, "2", "points_not_allowed")]
    assert list(carried.left_behind) == ([] if kept else left)


@pytest.mark.parametrize(
    ("change", "direction", "because"),
    [
        (version("1.0.1"), "same", ()),
        (three_signs_needed, "lower", ()),
        (one_sign_enough, "same", ()),
        (version("2.0.0"), "not_comparable", ("major_version",)),
        (other_instrument, "not_comparable", ("other_instrument",)),
        (level_between, "not_comparable", ("other_levels",)),
        (no_levels, "not_comparable", ("other_levels", "no_level")),
    ],
)
def test_results_are_called_higher_only_where_they_can_be_compared(
    made: Callable[[Change], Instrument],
    change: Change,
    direction: str,
    because: tuple[str, ...],
) -> None:
    old, new = made(unchanged), made(change)
    both = side_by_side(filled(old, sign_1="yes", sign_2="yes"), old, new)
    assert (both.direction, both.because) == (direction, because)
    assert both.before.level == "high"


def test_what_differs_is_told_apart(made: Callable[[Change], Instrument]) -> None:
    old, new = made(without_sign_1), made(one_sign_enough)
    both = side_by_side(filled(old, sign_2="yes"), old, new)
    assert (both.before.level, both.after.level, both.direction) == ("low", "high", "higher")
    assert both.rules == (
        Difference("two_signs", False, None),
        Difference("one_sign", None, True),
    )
    assert both.measures == ()


def test_numbers_that_differ_are_shown(made: Callable[[Change], Instrument]) -> None:
    old, new = made(unchanged), made(without_sign_1)
    both = side_by_side(filled(old, sign_1="yes", sign_2="yes"), old, new)
    assert both.measures == (Difference("signs_seen", 2, 1),)


def shipped_with(folder: Path, change: Callable[[dict[str, Any]], None], number: str) -> Path:
    """A later version of the shipped instrument."""
    shutil.copytree(SHIPPED, folder)
    for name in ("manifest.json", "worked_cases.json"):
        (folder / name).unlink()
    catalogue = json.loads((SHIPPED / "instrument.json").read_text("utf-8"))
    later = copy.deepcopy(catalogue)
    later["version"] = number
    change({i["id"]: i for section in later["sections"] for i in section["indicators"]})
    (folder / "instrument.json").write_text(json.dumps(later), encoding="utf-8")
    return folder


def weaker_debt(indicators: dict[str, Any]) -> None:
    indicators["working_off_debt"].update(strength="medium", flag=None)


def test_the_shipped_instrument_in_two_versions(tmp_path: Path) -> None:
    old = load_instrument()
    new = load_folder(shipped_with(tmp_path / "later", weaker_debt, "1.1.0"))
    both = side_by_side(filled(old, working_off_debt="seen"), old, new)
    assert (both.before.level, both.after.level) == ("report_today", "talk")
    assert both.direction == "lower"
    assert both.carried.changed == (
        Changed("working_off_debt", "seen", "seen", ("strength", "flag")),
    )
    assert both.dimensions == (Difference("coercion_destination", 4, 2),)
    assert {entry.id for entry in both.rules if entry.before} == {
        "report_today_sign", "any_strong_sign",
    }  # fmt: skip


SAID = {
    "comparison.direction": get_args(Direction),
    "comparison.because": get_args(NotComparable),
    "comparison.left_behind": get_args(Because),
    "comparison.part": ("answer", "options", "section", *WATCHED),
    "comparison.rule": ("only_before", "only_after"),
}


@pytest.mark.parametrize("key", [f"{room}.{value}" for room in SAID for value in SAID[room]])
def test_every_outcome_has_its_words(key: str) -> None:
    assert Words().has(key)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "old.json"
    path.write_bytes(write_checklist(filled(load_instrument(), working_off_debt="seen")))
    return path


def test_the_command_line_compares_in_sentences(
    tmp_path: Path, saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = shipped_with(tmp_path / "later", weaker_debt, "1.1.0")
    before = saved.read_bytes()
    assert main(["compare", str(saved), "--with", str(later)]) == 0
    said = capsys.readouterr().out
    assert "Report today" in said
    assert "version 1.1.0" in said
    assert "{" not in said
    assert saved.read_bytes() == before


@pytest.mark.parametrize("name", ["child_trafficking", "child_trafficking@1.0.0"])
def test_the_command_line_compares_as_json(
    saved: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(saved), "--with", name, "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["direction"] == "same"
    assert result["before"] == result["after"]
    assert result["kept"] == ["working_off_debt"]


@pytest.mark.parametrize(
    "name", ["no_such", "child_trafficking@7.0.0", "../child_trafficking", "child_trafficking@.."]
)
def test_an_instrument_that_is_not_there_is_named(
    saved: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(saved), "--with", name]) == 2
    assert "is not installed here" in capsys.readouterr().err

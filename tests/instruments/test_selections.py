"""What a rule counts, and what *not sure* may still become, on schemes changed in one place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicator_checker.checklist import Checklist, pin_of
from indicator_checker.evaluation import evaluate, look_ahead
from indicator_checker.instrument.conditions import DangerAnswered
from indicator_checker.instrument.load import Instrument, load_folder
from indicator_checker.instrument.monotone import raises
from indicator_checker.instrument.terms import DangerAnswer

SCHEMES = Path(__file__).parent
Files = dict[str, Any]
Change = Callable[[Files, Files], None]


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, Change], Instrument]:
    """A scheme with its catalogue and rules changed."""

    def make(scheme: str, change: Change) -> Instrument:
        folder = Path(shutil.copytree(SCHEMES / scheme, tmp_path / scheme))
        files = [folder / "instrument.json", folder / "rules.json"]
        catalogue, rules = (json.loads(file.read_text("utf-8")) for file in files)
        change(catalogue, rules)
        for file, value in zip(files, (catalogue, rules), strict=True):
            file.write_text(json.dumps(value), "utf-8")
        return load_folder(folder)

    return make


def level_with(instrument: Instrument, *seen: str) -> str:
    checklist = Checklist(pin_of(instrument), fields={"age_band": "13_to_15"})
    for sign in seen:
        checklist = checklist.with_answer(sign, "yes")
    return evaluate(instrument, checklist).level


def count_everything(catalogue: Files, rules: Files) -> None:
    rules["rules"][1]["when"] = {"word": "count_at_least", "of": {}, "at_least": 1}
    catalogue["sections"][1]["indicators"][0]["strength"] = "context"


def count_that_background_entry(catalogue: Files, rules: Files) -> None:
    count_everything(catalogue, rules)
    rules["rules"][1]["when"]["of"] = {"indicators": ["incident_1"]}


def count_all_but_an_unscored_part(catalogue: Files, rules: Files) -> None:
    count_everything(catalogue, rules)
    catalogue["sections"][1]["scored"] = False


@pytest.mark.parametrize(
    ("change", "seen", "level"),
    [
        (count_everything, "incident_2", "must_refer"),
        (count_everything, "incident_1", "open"),
        (count_that_background_entry, "incident_1", "must_refer"),
        (count_all_but_an_unscored_part, "incident_2", "open"),
        (count_all_but_an_unscored_part, "hurt_now", "act_now"),
    ],
)
def test_background_counts_only_where_a_rule_names_it_and_an_unscored_list_never(
    changed: Callable[[str, Change], Instrument], change: Change, seen: str, level: str
) -> None:
    assert level_with(changed("surrey", change), seen) == level


def score_the_matrix(catalogue: Files, rules: Files) -> None:
    for section in catalogue["sections"]:
        section["scored"] = True
    surrey = json.loads((SCHEMES / "surrey" / "rules.json").read_text("utf-8"))
    rules["levels"] = surrey["levels"][:2]
    counted = {"word": "count_at_least", "of": {"count_possible": True}, "at_least": 1}
    rules["rules"] = [surrey["rules"][0], {**surrey["rules"][1], "when": counted}]
    for rule in rules["rules"]:
        rule["sources"] = ["MATRIX"]


def test_suspected_on_a_form_without_a_no_may_turn_out_not_so(
    changed: Callable[[str, Change], Instrument],
) -> None:
    instrument = changed("unscored_matrix", score_the_matrix)
    checklist = Checklist(pin_of(instrument)).with_answer("movement_1", "suspected")
    outlook = look_ahead(instrument, checklist)
    assert evaluate(instrument, checklist).level == "must_refer"
    assert (outlook.lowest, outlook.highest) == ("open", "must_refer")


def apply_one_domain_to_older_children(catalogue: Files, rules: Files) -> None:
    rules["rules"][0]["applies"] = {"word": "age_at_least", "years": 16}


def test_a_part_that_does_not_apply_stands_at_no_level(
    changed: Callable[[str, Change], Instrument],
) -> None:
    instrument = changed("domain_action_levels", apply_one_domain_to_older_children)
    profiles = {
        age: evaluate(instrument, Checklist(pin_of(instrument), fields={"age_band": age}))
        for age in ("13_to_15", "16_to_17")
    }
    parts = {age: len(result.profiles[0].parts) for age, result in profiles.items()}
    assert parts == {"13_to_15": 2, "16_to_17": 3}


def put_levels_in_any_order(catalogue: Files, rules: Files) -> None:
    levels = catalogue["scales"][0]["options"]
    levels[0], levels[1] = levels[1], levels[0]


def test_the_order_in_which_a_form_lists_its_levels_changes_nothing(
    changed: Callable[[str, Change], Instrument],
) -> None:
    instrument = changed("west_yorkshire", put_levels_in_any_order)
    checklist = Checklist(pin_of(instrument), fields={"age_band": "13_to_15"})
    outlook = look_ahead(instrument, checklist.with_answer("sign_1", "not_known"))
    assert (outlook.exact, outlook.highest) == (True, "high")


@pytest.mark.parametrize(
    ("answers", "proved"),
    [
        (("yes",), True),
        (("yes", "help_here"), True),
        (("yes", "help_here", "not_sure"), True),
        (("not_sure",), False),
        (("no", "not_sure", "yes"), False),
    ],
)
def test_a_rule_on_danger_must_hold_for_every_graver_answer_too(
    answers: tuple[DangerAnswer, ...], proved: bool
) -> None:
    condition = DangerAnswered(word="danger_answered", answers=answers)
    assert raises(load_folder(SCHEMES / "surrey").catalogue, condition, {}) == proved

"""What lies beside the rules of an instrument is looked at too, and nothing it holds is trusted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from indicator_checker.instrument.translatable import translatable
from indicator_checker.vetting import Vetting, vet_folder

SOUND = Path(__file__).parents[1] / "data" / "sound"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SOUND, tmp_path / "instrument")


def content(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
    return found


def write(folder: Path, name: str, value: object) -> None:
    (folder / name).write_text(json.dumps(value), "utf-8")


def codes(vetting: Vetting) -> set[str]:
    return {mistake.code for mistake in vetting.mistakes}


@pytest.mark.parametrize(
    ("wrong", "value"),
    [
        ("level", "act"),
        ("decided_by", "start"),
        ("met", ["needs"]),
        ("values", {"work_points": 4}),
        ("highest_level", "act"),
        ("lowest_level", "act"),
        ("not_enough_information", True),
        ("deadline_hours", 1),
        ("stopped_by", "danger_now"),
        ("held_down_from", "act"),
        ("skipped", ["part_two"]),
        ("blocked_by", ["hungry"]),
        ("missing_evidence", []),
    ],
)
def test_a_worked_case_is_compared_in_all_it_expects(
    folder: Path, wrong: str, value: object
) -> None:
    (folder / "manifest.json").unlink()
    case = {
        "id": "all_at_once",
        "title": "Everything a case can expect",
        "danger": "no",
        "answers": {"no_phone": "yes", "hungry": "yes", "long_hours": "recent", "watched": "no"},
        "fields": {"age_band": "13_to_15"},
        "notes": {"no_phone": {"when": "today"}},
        "expected": {
            "level": "speak",
            "decided_by": "points_bands",
            "met": [],
            "values": {"work_points": 5, "all_points": 7},
            "highest_level": "speak",
            "lowest_level": "speak",
            "not_enough_information": False,
            "stopped_by": "",
            "held_down_from": "",
            "skipped": [],
            "blocked_by": [],
            "missing_evidence": ["no_phone"],
        },
    }
    write(folder, "worked_cases.json", {"cases": [case]})
    assert vet_folder(folder).mistakes == ()
    case["expected"] = {wrong: value}
    write(folder, "worked_cases.json", {"cases": [case]})
    (mistake,) = vet_folder(folder).mistakes
    assert (mistake.code, mistake.place) == ("worked_case_fails", "worked_cases.json: all_at_once")
    assert "≠" in mistake.value


def test_a_worked_case_with_an_unknown_answer_gets_a_hint(folder: Path) -> None:
    cases = content(folder, "worked_cases.json")
    cases["cases"][1]["answers"]["long_hours"] = "resent"
    write(folder, "worked_cases.json", cases)
    found = [m for m in vet_folder(folder).mistakes if m.code == "worked_case_unknown_name"]
    assert [(m.value, m.hint) for m in found] == [("resent", "recent")]


@pytest.mark.parametrize("name", ["../outside.json", "/etc/hostname", "translations", "no\x00name"])
def test_a_manifest_cannot_lead_out_of_its_folder(folder: Path, name: str) -> None:
    (folder.parent / "outside.json").write_text("{}", "utf-8")
    manifest = content(folder, "manifest.json")
    manifest["sha256"][name] = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    write(folder, "manifest.json", manifest)
    (mistake,) = vet_folder(folder).errors
    assert (mistake.code, mistake.value) == ("manifest_differs", name)


def test_a_changed_file_is_noticed_by_the_manifest(folder: Path) -> None:
    guidance = content(folder, "guidance.json")
    guidance["limits"].append("Changed by somebody.")
    write(folder, "guidance.json", guidance)
    (mistake,) = vet_folder(folder).errors
    assert (mistake.code, mistake.value) == ("manifest_differs", "guidance.json")


def test_a_file_that_the_manifest_does_not_name_is_noticed(folder: Path) -> None:
    manifest = content(folder, "manifest.json")
    del manifest["sha256"]["rules.json"]
    write(folder, "manifest.json", manifest)
    assert [m.value for m in vet_folder(folder).errors] == ["rules.json"]


def whole_translation(folder: Path) -> dict[str, dict[str, str]]:
    instrument = vet_folder(folder).instrument
    assert instrument is not None
    texts = translatable(instrument.catalogue, instrument.rules, instrument.guidance)
    return {key: {"text": f"({text})"} for key, text in texts.items()}


def test_a_whole_translation_gives_no_warning(folder: Path) -> None:
    overlay = whole_translation(folder)
    assert "sections.part_one.indicators.hungry.text" in overlay
    assert "rules.levels.act.title" in overlay
    assert "guidance.limits.1" in overlay
    (folder / "translations").mkdir()
    write(folder, "translations/fr.json", overlay)
    assert vet_folder(folder).mistakes == ()


def test_each_missing_and_each_surplus_text_is_a_warning(folder: Path) -> None:
    overlay = whole_translation(folder)
    overlay["titel"] = overlay.pop("title")
    (folder / "translations").mkdir()
    write(folder, "translations/fr.json", overlay)
    vetting = vet_folder(folder)
    assert vetting.instrument is not None
    assert [(m.code, m.place, m.value, m.hint) for m in vetting.mistakes] == [
        ("translation_missing", "translations/fr.json", "title", ""),
        ("translation_orphan", "translations/fr.json", "titel", "title"),
    ]


def test_a_damaged_translation_refuses_the_instrument(folder: Path) -> None:
    (folder / "translations").mkdir()
    write(folder, "translations/fr.json", {"title": {"text": 7}})
    assert codes(vet_folder(folder)) >= {"not_text"}
    assert vet_folder(folder).instrument is None


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    assert codes(vet_folder(tmp_path / "file")) == {"file_missing"}
    assert codes(vet_folder(tmp_path / "nowhere")) == {"file_missing"}


def test_vetting_twice_finds_the_same(folder: Path) -> None:
    broken = SOUND.parent / "broken" / "not_monotone--bands" / "rules.json"
    shutil.copy(broken, folder / "rules.json")
    assert vet_folder(folder) == vet_folder(folder)

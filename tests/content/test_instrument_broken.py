"""Every mistake an instrument can have is named, with its place, its cause and a way out.

Each folder under ``tests/data/broken`` holds only the files that differ from the small sound
instrument; its name up to ``--`` is the code of the mistake. A warning lies under ``warnings``.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from indicator_checker.cli import main
from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.instrument.shape_mistakes import mistake_of
from indicator_checker.text import Words
from indicator_checker.vetting import Vetting, vet_folder

DATA = Path(__file__).parents[1] / "data"
SOUND = DATA / "sound"
BROKEN = sorted(path.name for path in (DATA / "broken").iterdir())
WARNINGS = sorted(path.name for path in (DATA / "warnings").iterdir())
FILES = ("instrument.json", "rules.json", "sources.json", "guidance.json")
WORDS = Words()
#: Mistakes of the disk and of pydantic that no file of ours can hold; tested by themselves.
NOT_IN_A_FILE = {"file_missing", "file_too_large", "shape"}


def copied(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names or FILES:
        shutil.copy(SOUND / name, folder)
    return folder


@cache
def vetted(kind: str, name: str) -> Vetting:
    """The verdict on the sound instrument with the files of one mistake laid over it."""
    with tempfile.TemporaryDirectory() as folder:
        return vet_folder(broken_in(Path(folder), kind, name))


def broken_in(tmp_path: Path, kind: str, name: str) -> Path:
    folder = copied(tmp_path / "instrument")
    if code_of(name) == "manifest_differs":
        copied(folder, "worked_cases.json")
    shutil.copytree(DATA / kind / name, folder, dirs_exist_ok=True)
    return folder


def code_of(name: str) -> str:
    return name.partition("--")[0]


def said(mistake: Mistake) -> str:
    return WORDS.mistake(mistake.code, mistake.place, mistake.value, mistake.hint)


def test_the_sound_instrument_has_no_mistake_at_all() -> None:
    vetting = vet_folder(SOUND)
    assert vetting.mistakes == ()
    assert vetting.instrument is not None


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_and_the_mistake_named(name: str) -> None:
    vetting = vetted("broken", name)
    assert vetting.instrument is None
    found = [mistake for mistake in vetting.errors if mistake.code == code_of(name)]
    assert found, [said(mistake) for mistake in vetting.mistakes]
    files = {p.relative_to(DATA / "broken" / name).as_posix() for p in broken_files(name)}
    assert {mistake.place.partition(":")[0] for mistake in found} <= {*files, "instrument.json"}


def broken_files(name: str) -> list[Path]:
    return [path for path in (DATA / "broken" / name).rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", BROKEN)
def test_one_mistake_is_not_reported_as_many(name: str) -> None:
    codes = {mistake.code for mistake in vetted("broken", name).errors}
    both_at_once = {
        "stronger_counts_less": {"arithmetic_disagrees"},
        "range_backwards": {"band_gap"},  # a band that ends before it begins leaves a gap
    }
    assert codes - {code_of(name)} <= both_at_once.get(code_of(name), set())


@pytest.mark.parametrize("name", WARNINGS)
def test_a_warning_is_named_and_does_not_refuse(name: str) -> None:
    vetting = vetted("warnings", name)
    assert vetting.instrument is not None
    assert code_of(name) in {mistake.code for mistake in vetting.mistakes}
    assert vetting.errors == ()


@pytest.mark.parametrize(
    ("kind", "name"), [("broken", n) for n in BROKEN] + [("warnings", n) for n in WARNINGS]
)
def test_each_mistake_has_a_place_a_cause_and_a_way_out(kind: str, name: str) -> None:
    for mistake in vetted(kind, name).mistakes:
        cause = WORDS.cause_of(mistake.code, mistake.value)
        way_out = WORDS.way_out_of(mistake.code, mistake.hint)
        assert mistake.place.partition(":")[0].endswith(".json")
        assert cause.endswith(".")
        assert way_out.rstrip("”").endswith(".")
        assert said(mistake) == f"{mistake.place}: {cause} {way_out}"


def test_there_is_a_broken_file_for_every_mistake_with_words() -> None:
    known = WORDS.keys()
    keys = (key.split(".") for key in known if key.startswith("mistake."))
    codes = {key[1] for key in keys if len(key) == 3}
    assert codes == {code_of(name) for name in (*BROKEN, *WARNINGS)} | NOT_IN_A_FILE


def loaded(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((SOUND / name).read_text("utf-8"))
    return content


def written(folder: Path, name: str, value: dict[str, Any]) -> None:
    (folder / name).write_text(json.dumps(value), "utf-8")


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    folder = copied(tmp_path / "instrument")
    instrument, rules = loaded("instrument.json"), loaded("rules.json")
    sources, guidance = loaded("sources.json"), loaded("guidance.json")
    rules["measures"][0]["multiplier"] = 0
    del rules["unknown"]
    rules["rules"][1]["sources"] = []
    rules["rules"][2]["level"] = "speek"
    rules["rules"][6]["ranges"][1]["from"] = 6
    rules["rules"][4]["when"]["word"] = "dimension_met"
    instrument["sections"][1]["indicators"][3]["id"] = "watched"
    instrument["sections"][0]["indicators"][0]["route"] = None
    instrument["title"] = ""
    guidance["do"][0]["sources"] = ["NOWHERE"]
    sources["OWN"]["status"] = "heard"
    for name, value in zip(FILES, (instrument, rules, sources, guidance), strict=True):
        written(folder, name, value)
    codes = {mistake.code for mistake in vet_folder(folder).errors}
    assert codes == {
        "multiplier_refused", "unknown_policy_missing", "source_missing", "unknown_name",
        "band_gap", "word_unknown", "double_id", "emergency_needs_route", "text_empty",
        "not_a_choice",
    }  # fmt: skip


def test_a_damaged_part_does_not_make_other_parts_look_wrong(tmp_path: Path) -> None:
    folder = copied(tmp_path / "instrument")
    rules = loaded("rules.json")
    rules["measures"][0]["label"] = ["Work"]
    rules["measures"][1]["word"] = "tally"
    written(folder, "rules.json", rules)
    codes = [mistake.code for mistake in vet_folder(folder).errors]
    assert codes == ["not_text", "word_unknown"]


def test_a_typing_error_is_met_with_the_name_that_was_meant() -> None:
    (mistake,) = vetted("broken", "unknown_name--level").errors
    assert (mistake.value, mistake.hint) == ("speek", "speak")
    assert "“speak”" in said(mistake)


def test_a_rule_that_lets_a_result_fall_is_refused_with_the_pair_that_shows_it() -> None:
    (mistake,) = vetted("broken", "not_monotone--not_answered").errors
    assert mistake.place == "rules.json: side_met"
    assert mistake.value == "{watched=possible} → speak; {watched=yes} → notice"


def test_missing_files_are_all_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    mistakes = vet_folder(tmp_path / "empty").errors
    assert {m.place for m in mistakes if m.code == "file_missing"} == set(FILES)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    folder = copied(tmp_path / "instrument")
    (folder / "guidance.json").write_bytes(b" " * 2_000_001)
    (mistake,) = vet_folder(folder).errors
    assert (mistake.code, mistake.place) == ("file_too_large", "guidance.json")


def test_a_shape_nobody_foresaw_is_still_named() -> None:
    mistake = mistake_of(
        "rules.json",
        {"levels": [{"id": "talk"}]},
        {"type": "recursion_loop", "loc": ("levels", 0), "msg": "A loop", "input": None},
    )
    assert (mistake.code, mistake.place) == ("shape", "rules.json: levels.talk")


@pytest.mark.parametrize(
    "hostile", ["[" * 100_000, '{"rules": ' * 5_000, "NaN", "\x00", '"\\ud800"']
)
def test_a_hostile_file_is_named_and_never_stops_the_program(tmp_path: Path, hostile: str) -> None:
    folder = copied(tmp_path / "instrument")
    (folder / "rules.json").write_text(hostile, "utf-8")
    vetting = vet_folder(folder)
    assert vetting.instrument is None
    assert {mistake.place.partition(":")[0] for mistake in vetting.errors} == {"rules.json"}


def test_check_says_each_mistake_on_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = broken_in(tmp_path, "broken", "band_gap")
    assert main(["instrument", "check", str(folder)]) == 2
    output = capsys.readouterr()
    assert output.out.startswith("Mistake: rules.json: points_bands.ranges: No band holds 5.")
    assert output.out.count("\n") == 1
    assert "refused" in output.err


def test_check_is_readable_by_a_machine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = broken_in(tmp_path, "broken", "band_gap")
    assert main(["instrument", "check", str(folder), "--json"]) == 2
    result = json.loads(capsys.readouterr().out)
    (row,) = result["mistakes"]
    assert result["sound"] is False
    assert row == {
        "code": "band_gap",
        "severity": "error",
        "place": "rules.json: points_bands.ranges",
        "value": "5",
        "cause": "No band holds 5.",
        "way_out": "Let each band begin right after the one before it.",
    }


def test_warnings_alone_are_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = broken_in(tmp_path, "warnings", "level_never_reached")
    assert main(["instrument", "check", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("Please check: ")

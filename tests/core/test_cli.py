"""The command line: the same core without a window, one clear sentence when it refuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicator_checker import __version__
from indicator_checker.__main__ import main
from indicator_checker.errors import FileError
from indicator_checker.resources import resource_bytes, resource_path

EXAMPLE = resource_bytes("examples", "example_checklist.json")
SHIPPED = str(resource_path("instruments", "child_trafficking", "1.0.0"))
PDF = b"%PDF-"
CREATED = ["--created", "2026-11-21T14:05:00+00:00"]
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "checklist.json"
    path.write_bytes(EXAMPLE)
    return path


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    value = json.loads(path.read_bytes())
    change(value)
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:  # noqa: ANN401
    command = [sys.executable, "-m", "indicator_checker", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)


def refused(arguments: list[str], capsys: Captured) -> str:
    """What is said about a refusal: one line, and the code 2."""
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.strip().isprintable()
    assert "Traceback" not in said
    return said


def test_evaluate_says_the_step_the_reason_and_what_would_change_it(
    example: Path, capsys: Captured
) -> None:
    assert main(["evaluate", str(example)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Next step: Report today\n")
    for part in ("Why: Recorded as seen", "If you are worried, report", "6 of 5 points, met"):
        assert part in said
    assert "What would change it:" in said
    assert "If the “not sure” answers turn out so: It stays at this step." in said


def test_evaluate_gives_the_whole_explanation_as_json(example: Path, capsys: Captured) -> None:
    assert main(["evaluate", str(example), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["evaluation"]["level"] == "report_today"
    assert said["evaluation"]["decided_by"] == "report_today_sign"
    assert len(said["evaluation"]["rules"]) == 12
    assert len(said["evaluation"]["dimensions"]) == 6
    assert said["outlook"]["highest"] == "report_today"


def test_the_example_goes_round(tmp_path: Path) -> None:
    shown = run("example")
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, EXAMPLE, b"")
    path = tmp_path / "copy.json"
    path.write_bytes(shown.stdout)
    judged = run("evaluate", str(path))
    assert (judged.returncode, judged.stderr) == (0, b"")
    assert judged.stdout.startswith(b"Next step: Report today")


def test_the_referral_is_written_and_nothing_is_sent(
    example: Path, tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "record.pdf"
    assert main(["referral", str(example), "-o", str(out), *CREATED]) == 0
    said = capsys.readouterr().out
    assert str(out) in said
    assert "Nothing was sent to anyone" in said
    assert out.read_bytes().startswith(PDF)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["checklist.json", "record.pdf"]


def test_the_same_input_gives_the_same_bytes(example: Path, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        assert main(["referral", str(example), "-o", str(tmp_path / name), *CREATED]) == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_an_old_file_stays_unless_it_may_be_replaced(
    example: Path, tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "record.pdf"
    out.write_bytes(b"old")
    arguments = ["referral", str(example), "-o", str(out)]
    said = refused(arguments, capsys)
    assert "A file called record.pdf is already there. It was not touched." in said
    assert out.read_bytes() == b"old"
    assert main([*arguments, "--force"]) == 0
    assert out.read_bytes().startswith(PDF)


def test_a_write_that_fails_keeps_the_old_file(
    example: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "record.pdf"
    out.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    said = refused(["referral", str(example), "-o", str(out), "--force"], capsys)
    assert "record.pdf could not be written: No space left on device." in said
    assert "an older file of that name is unchanged" in said
    assert out.read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["checklist.json", "record.pdf"]


def test_damaged_settings_are_said_and_left_alone(
    example: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> None:
        raise FileError("settings_damaged", name="settings.json")

    monkeypatch.setattr("indicator_checker.report.load_settings", damaged)
    said = refused(["referral", str(example), "-o", str(tmp_path / "x.pdf")], capsys)
    assert "settings.json is damaged and was not used" in said


def test_a_sound_instrument_is_said_to_be_sound(capsys: Captured) -> None:
    assert main(["instrument", "check", SHIPPED]) == 0
    assert "no mistakes found in 143 signs and 12 rules" in capsys.readouterr().out


def test_all_mistakes_of_an_instrument_are_listed(tmp_path: Path, capsys: Captured) -> None:
    for name in ("instrument.json", "rules.json", "sources.json", "guidance.json"):
        text = (resource_path("instruments", "child_trafficking", "1.0.0") / name).read_text(
            "utf-8"
        )
        (tmp_path / name).write_text(text, encoding="utf-8")
    rules = changed(tmp_path / "rules.json", lambda v: v["dimensions"][0].update(met_at=4))
    changed(rules, lambda v: v["rules"][0].update(level="no_such_level"))
    assert main(["instrument", "check", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert "danger_now.level: The name no_such_level is used here" in said.out
    assert "Points and combinations give different results" in said.out
    assert len(said.out.splitlines()) == 2
    assert "it has 2 mistakes" in said.err


def test_channels_of_a_place_are_listed(capsys: Captured) -> None:
    assert main(["channels", "ie"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Emergency in Ireland: 112, 999\n")
    assert "Tusla" in said


UNREADABLE: list[tuple[list[str], str]] = [
    (["evaluate", "missing.json"], "The file missing.json could not be read"),
    (["evaluate", "."], "could not be read"),
    (["referral", "missing.json", "-o", "x.pdf"], "The file missing.json could not be read"),
    (["instrument", "check", "missing"], "“missing” was refused: it has 4 mistakes."),
    (["channels", "ZZ"], "There is no country with the code ZZ."),
    (["channels", "US", "US-ZZ"], "has no region with the code US-ZZ."),
    (["channels", "../.."], "There is no country with the code ../..."),
]


@pytest.mark.parametrize(("arguments", "said"), UNREADABLE)
def test_what_is_not_there_is_said_in_one_sentence(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said in refused(arguments, capsys)
    assert list(tmp_path.iterdir()) == []


HOSTILE: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("another instrument: “|not installed", lambda v: v["instrument"].update(id="../../etc")),
    ("not installed", lambda v: v["instrument"].update(id="/etc", version="ssl")),
    ("not installed", lambda v: v["instrument"].update(id="child_trafficking/1.0.0/rules.json")),
    ("not installed", lambda v: v["instrument"].update(version="../1.0.0")),
    ("not installed", lambda v: v["instrument"].update(id="a" * 5_000)),
    ("newer program", lambda v: v.update(format=10**4_000)),
    ("does not have the right form", lambda v: v.update({"\x1b[31m\n" + "x" * 500: 1})),
    ("does not have", lambda v: v["answers"].update({"\x1b[2J\r\n": {"value": "seen"}})),
]


@pytest.mark.parametrize(("said", "change"), HOSTILE)
def test_a_hostile_checklist_gets_one_short_sentence(
    said: str, change: Callable[[dict[str, Any]], object], example: Path, capsys: Captured
) -> None:
    answer = refused(["evaluate", str(changed(example, change))], capsys)
    assert any(part in answer for part in said.split("|"))
    assert len(answer) < 400


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate"],
        ["evaluate", "a.json", "--unknown"],
        ["referral", "a.json"],
        ["referral", "a.json", "-o", "b.pdf", "--page-size", "A5"],
        ["referral", "a.json", "-o", "b.pdf", "--created", "today"],
        ["referral", "a.json", "-o", "b.pdf", "--created", "2026-11-21T14:05"],
        ["instrument"],
        ["--unknown"],
    ],
)
def test_a_wrong_word_on_the_command_line_is_explained(
    arguments: list[str], capsys: Captured
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: indicator-checker" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["evaluate", "--help"]])
def test_version_and_help_load_nothing_heavy(arguments: list[str]) -> None:
    question = (
        "import sys, contextlib; from indicator_checker.__main__ import main\n"
        f"with contextlib.suppress(SystemExit): main({arguments!r})\n"
        "heavy = {'PySide6', 'pydantic', 'reportlab', 'babel', 'pypdfium2'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, text=True, check=True
    )
    assert answer.stderr == "[]\n"
    assert __version__ in answer.stdout or "usage: indicator-checker" in answer.stdout


@pytest.mark.skipif(os.name != "posix", reason="a pipe of POSIX")
def test_a_reader_that_stops_early_is_no_mistake() -> None:
    command = (
        f'"{sys.executable}" -m indicator_checker example | head -c 10; echo "${{PIPESTATUS[0]}}"'
    )
    answer = subprocess.run(["bash", "-c", command], capture_output=True, check=True)  # noqa: S607
    assert answer.stdout == EXAMPLE[:10] + b"0\n"
    assert answer.stderr == b""


THREE_COMMANDS = """
import sys
from indicator_checker.__main__ import main
print([main(["channels", "JP"]), main(["evaluate", sys.argv[1]]), main(["channels", "??"])])
"""


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_screen_that_cannot_show_every_letter_stops_nothing(encoding: str, example: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-c", THREE_COMMANDS, str(example)]
    answer = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert answer.stdout.splitlines()[-1] == b"[0, 0, 2]"
    assert answer.stderr.startswith(b"There is no country with the code ??.")
    assert run("example", env=environment).stdout == EXAMPLE

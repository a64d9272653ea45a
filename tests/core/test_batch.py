"""Many checklists at once: each line has its result, and a bad line stops nothing."""

from __future__ import annotations

import io
import json
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indicator_checker.batch import Batch, LineRefused, LineResult, flags_of
from indicator_checker.checklist import Answer, Checklist, pin_of
from indicator_checker.checklist_schema import LARGEST_FILE, write_checklist
from indicator_checker.cli import main
from indicator_checker.cli_batch import MOST_SAID
from indicator_checker.evaluation import evaluate
from indicator_checker.files import stream_whole
from indicator_checker.instrument.load import load_instrument
from indicator_checker.shelf import add_instrument
from tests.core.small_instrument import write_instrument

INSTRUMENT = load_instrument()


def checklist(reference: str = "X.", **answers: str) -> Checklist:
    given = {sign: Answer(value) for sign, value in answers.items()}
    return Checklist(pin_of(INSTRUMENT), reference=reference, danger="no", answers=given)


def line(record: Checklist) -> bytes:
    return json.dumps(json.loads(write_checklist(record))).encode() + b"\n"


def results(data: bytes) -> list[LineResult | LineRefused]:
    return list(Batch().results(io.BytesIO(data), "in.jsonl"))


def told(result: LineResult | LineRefused) -> str:
    return result.level if isinstance(result, LineResult) else result.error.code


GOOD = line(checklist(working_off_debt="seen"))
QUIET = line(checklist())


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", []),
        (GOOD, [(1, "report_today")]),
        (GOOD.rstrip(b"\n"), [(1, "report_today")]),
        (b"\xef\xbb\xbf" + GOOD, [(1, "report_today")]),
        (GOOD.replace(b"\n", b"\r\n"), [(1, "report_today")]),
        (b"\n  \n" + GOOD, [(3, "report_today")]),
        (
            GOOD + b"no json\n" + QUIET,
            [(1, "report_today"), (2, "checklist_not_json"), (3, "keep_noticing")],
        ),
        (b"{}\n" + GOOD, [(1, "checklist_shape"), (2, "report_today")]),
        (b"\xff\xfe\n" + GOOD, [(1, "checklist_not_json"), (2, "report_today")]),
        (
            line(checklist(no_such_sign="seen")) + GOOD,
            [(1, "checklist_unknown_indicator"), (2, "report_today")],
        ),
        (
            b'"' + b"x" * (2 * LARGEST_FILE + 5) + b'"\n' + GOOD,
            [(1, "checklist_too_large"), (2, "report_today")],
        ),
        (b" " * (LARGEST_FILE + 1) + b"\n", [(1, "checklist_too_large")]),
        (b" " * (LARGEST_FILE + 1), [(1, "checklist_too_large")]),
    ],
    ids=[
        "nothing", "one", "no line end", "byte order mark", "Windows", "empty lines", "bad line",
        "wrong shape", "no text", "unknown sign", "huge line", "huge and empty", "huge and last",
    ],
)  # fmt: skip
def test_every_line_has_its_result(data: bytes, expected: list[tuple[int, str]]) -> None:
    assert [(result.line, told(result)) for result in results(data)] == expected


@pytest.mark.parametrize(
    ("field", "value"), [("id", "not_installed"), ("version", "7.0.0"), ("id", "../child")]
)
def test_an_instrument_that_is_missing_refuses_its_lines_only(field: str, value: str) -> None:
    record = json.loads(GOOD)
    record["instrument"][field] = value
    assert [told(r) for r in results(json.dumps(record).encode() + b"\n" + GOOD)] == [
        "instrument_missing",
        "report_today",
    ]


def test_a_damaged_instrument_refuses_each_of_its_lines(tmp_path: Path) -> None:
    add_instrument(write_instrument(tmp_path / "small"))
    own = load_instrument("small_list")
    record = line(Checklist(pin_of(own)))
    assert [told(result) for result in results(record)] == ["low"]
    # What is loaded in this process stays so; a damaged version is one nobody has loaded yet.
    damaged = own.catalogue.version.replace("1.0.0", "1.0.1")
    folder = write_instrument(
        tmp_path / "x", lambda files: files["instrument.json"].update(version=damaged)
    )
    add_instrument(folder)
    installed = next(Path.home().rglob("1.0.1")) / "rules.json"
    installed.write_text("{", encoding="utf-8")
    later = line(Checklist(replace(pin_of(own), version=damaged)))
    assert [told(result) for result in results(later * 2)] == ["instrument_refused"] * 2


def test_instruments_of_several_kinds_go_through_one_file(tmp_path: Path) -> None:
    add_instrument(write_instrument(tmp_path / "small"))
    own = load_instrument("small_list")
    answers = {"sign_1": Answer("yes"), "sign_2": Answer("yes")}
    mixed = GOOD + line(Checklist(pin_of(own), answers=answers)) + QUIET
    assert [told(result) for result in results(mixed)] == ["report_today", "high", "keep_noticing"]


@pytest.mark.parametrize(
    ("record", "flags"),
    [
        (checklist(), ["not_enough_information", "outside_age_unknown"]),
        (replace(checklist(), danger="help_here"), ["help_is_here"]),
        (replace(checklist(), fields={"age_band": "adult"}), ["outside_age"]),
    ],
)
def test_what_stands_beside_a_level_is_a_flag(record: Checklist, flags: list[str]) -> None:
    assert set(flags) <= set(flags_of(evaluate(INSTRUMENT, record)))


def test_far_less_is_in_memory_than_in_the_file() -> None:
    everything = dict.fromkeys(INSTRUMENT.catalogue.indicators, "not_seen")
    long, lines = line(checklist(**everything)), 200

    class Endless(io.RawIOBase):
        """A file of many long lines that is never in memory."""

        left = lines

        def readline(self, size: int | None = -1, /) -> bytes:
            self.left -= 1
            return bytes(bytearray(long)) if self.left >= 0 else b""

    batch = Batch()
    next(batch.results(io.BytesIO(long), "in.jsonl"))
    tracemalloc.start()
    count = 0
    for _ in batch.results(Endless(), "in.jsonl"):  # type: ignore[arg-type]
        count += 1
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == lines
    assert peak < lines * len(long) / 4


@pytest.fixture
def source(tmp_path: Path) -> Callable[[bytes], Path]:
    def write(data: bytes) -> Path:
        path = tmp_path / "in.jsonl"
        path.write_bytes(data)
        return path

    return write


def test_results_go_to_a_file_line_by_line(
    source: Callable[[bytes], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.jsonl"
    assert main(["evaluate", "--batch", str(source(GOOD + QUIET)), "-o", str(target)]) == 0
    first, second = (json.loads(text) for text in target.read_text("utf-8").splitlines())
    assert (first["line"], first["level"], first["decided_by"]) == (
        1, "report_today", "report_today_sign",
    )  # fmt: skip
    assert (second["line"], second["reference"], second["step"]) == (2, "X.", "keep_noticing")
    assert capsys.readouterr().out == ""


def test_refused_lines_are_named_and_end_with_2(
    source: Callable[[bytes], Path], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["evaluate", "--batch", str(source(b"no json\n" + GOOD))]) == 2
    said = capfdbinary.readouterr()
    lines = [json.loads(text) for text in said.out.splitlines()]
    assert lines[0] == {"line": 1, "refused": "checklist_not_json"}
    assert lines[1]["level"] == "report_today"
    assert b"Line 1 was refused" in said.err


def test_many_refusals_do_not_flood_the_screen(
    source: Callable[[bytes], Path], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "--batch", str(source(b"x\n" * (MOST_SAID + 5)))]) == 2
    said = capfd.readouterr()
    assert said.err.count("was refused") == MOST_SAID
    assert "5 more lines were refused" in said.err
    assert said.out.count("checklist_not_json") == MOST_SAID + 5


def test_an_old_file_is_not_replaced_unasked(
    source: Callable[[bytes], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old", encoding="utf-8")
    command = ["evaluate", "--batch", str(source(GOOD)), "-o", str(target)]
    assert main(command) == 2
    assert target.read_text("utf-8") == "old"
    assert "already there" in capsys.readouterr().err
    assert main([*command, "--force"]) == 0
    assert "report_today" in target.read_text("utf-8")


def test_the_output_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"

    def interrupted() -> None:
        with stream_whole(target, replace=False) as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate"],
        ["evaluate", "one.json", "--batch", "many.jsonl"],
        ["evaluate", "one.json", "-o", "out.jsonl"],
    ],
)
def test_one_checklist_or_many_but_not_both(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--batch", "no_such.jsonl"]) == 2
    assert "no_such.jsonl could not be read" in capsys.readouterr().err


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_shown_to_a_person_only(
    source: Callable[[bytes], Path],
    terminal: bool,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return terminal

    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    target = str(tmp_path / "out.jsonl")
    assert main(["evaluate", "--batch", str(source(GOOD)), "-o", target]) == 0
    assert ("100 % done" in screen.getvalue()) is terminal
    assert "1 checklist was weighed" in screen.getvalue()

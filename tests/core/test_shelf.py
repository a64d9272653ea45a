"""Adding an instrument: whole or not at all, never over another, never out of its folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from indicator_checker.cli import main
from indicator_checker.errors import IndicatorCheckerError
from indicator_checker.installed import (
    installed_ids,
    is_plain,
    is_shipped,
    own_instruments,
    version_folders,
)
from indicator_checker.instrument.load import (
    DEFAULT_INSTRUMENT,
    InstrumentRefused,
    installed_versions,
    load_instrument,
)
from indicator_checker.resources import resource_path
from indicator_checker.shelf import Weighing, add_instrument, look_at, on_shelf
from indicator_checker.text import Words
from tests.core.small_instrument import Files, write_instrument


def named(instrument_id: str, version: str) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        files["instrument.json"].update(id=instrument_id, version=version)

    return change


def other_words(files: Files) -> None:
    files["instrument.json"]["summary"] = "Other words."


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def code_of(action: Callable[[Path], object], folder: Path) -> str:
    with pytest.raises(IndicatorCheckerError) as refused:
        action(folder)
    return refused.value.code


def test_looking_says_what_it_is_and_copies_nothing(tmp_path: Path) -> None:
    offer = look_at(write_instrument(tmp_path / "small"))
    assert (offer.id, offer.version, offer.title) == ("small_list", "1.0.0", "A small list")
    assert (offer.publisher, offer.licence, offer.review) == ("Nobody", "CC-BY-4.0", "not_reviewed")
    assert (offer.signs, offer.levels, offer.weighing) == (4, 2, "counts")
    assert not offer.installed
    assert not own_instruments().exists()


def test_an_added_instrument_can_be_used(tmp_path: Path) -> None:
    add_instrument(write_instrument(tmp_path / "small"))
    assert "small_list" in installed_ids()
    assert load_instrument("small_list").catalogue.title == "A small list"
    assert tree(own_instruments()) == [
        "small_list",
        "small_list/1.0.0",
        *(
            f"small_list/1.0.0/{name}.json"
            for name in ("guidance", "instrument", "rules", "sources")
        ),
    ]


def test_every_version_stays_and_the_newest_is_used(tmp_path: Path) -> None:
    for version in ("1.2.0", "1.10.0", "1.9.0"):
        add_instrument(write_instrument(tmp_path / version, named("small_list", version)))
    assert installed_versions("small_list") == ("1.2.0", "1.9.0", "1.10.0")
    assert load_instrument("small_list").catalogue.version == "1.10.0"
    assert load_instrument("small_list", "1.2.0").catalogue.version == "1.2.0"


def test_adding_the_same_again_changes_nothing(tmp_path: Path) -> None:
    folder = write_instrument(tmp_path / "small")
    assert not add_instrument(folder).installed
    before = tree(own_instruments())
    assert add_instrument(folder).installed
    assert tree(own_instruments()) == before


@pytest.mark.parametrize("action", [look_at, add_instrument])
def test_an_installed_version_is_never_replaced(
    action: Callable[[Path], object], tmp_path: Path
) -> None:
    add_instrument(write_instrument(tmp_path / "small"))
    changed = write_instrument(tmp_path / "changed", other_words)
    assert code_of(action, changed) == "instrument_version_taken"
    assert load_instrument("small_list").catalogue.summary == "Four invented signs."


def test_a_shipped_version_is_never_replaced(tmp_path: Path) -> None:
    pretender = write_instrument(tmp_path / "x", named(DEFAULT_INSTRUMENT, "1.0.0"))
    assert code_of(add_instrument, pretender) == "instrument_version_taken"
    # Even where somebody puts it there by hand.
    write_instrument(
        own_instruments() / DEFAULT_INSTRUMENT / "1.0.0", named(DEFAULT_INSTRUMENT, "1.0.0")
    )
    assert is_shipped(version_folders(DEFAULT_INSTRUMENT)["1.0.0"])


def test_the_shipped_instrument_is_known_again() -> None:
    folder = resource_path("instruments", DEFAULT_INSTRUMENT, "1.0.0")
    assert look_at(folder).installed


def test_a_faulty_instrument_is_refused_with_all_its_mistakes(tmp_path: Path) -> None:
    def break_it(files: Files) -> None:
        files["rules.json"]["rules"][1]["level"] = "no_such_level"
        files["rules.json"]["rules"][1]["sources"] = ["NONE"]

    folder = write_instrument(tmp_path / "faulty", break_it)
    with pytest.raises(InstrumentRefused) as refused:
        add_instrument(folder)
    assert refused.value.parameters["place"] == "faulty"
    assert {m.value for m in refused.value.mistakes} >= {"no_such_level", "NONE"}
    assert tree(own_instruments()) == []


def file_instead(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("no folder", encoding="utf-8")


def link_inside(folder: Path) -> None:
    (folder / "rules.json").rename(folder.parent / "rules.json")
    (folder / "rules.json").symlink_to(folder.parent / "rules.json")


def linked_translations(folder: Path) -> None:
    (folder.parent / "elsewhere").mkdir()
    (folder / "translations").symlink_to(folder.parent / "elsewhere")


def huge_file(folder: Path) -> None:
    (folder / "README.md").write_bytes(b" " * 2_000_001)


def many_files(folder: Path) -> None:
    for number in range(201):
        (folder / f"{number}.txt").touch()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (file_instead, "instrument_no_folder"),
        (link_inside, "instrument_has_link"),
        (linked_translations, "instrument_has_link"),
        (huge_file, "instrument_file_too_large"),
        (many_files, "instrument_too_many_files"),
    ],
)
@pytest.mark.parametrize("action", [look_at, add_instrument])
def test_a_folder_that_is_no_instrument_is_refused(
    action: Callable[[Path], object], spoil: Callable[[Path], None], code: str, tmp_path: Path
) -> None:
    folder = write_instrument(tmp_path / "small")
    spoil(folder)
    assert code_of(action, folder) == code
    assert not own_instruments().exists()


@pytest.mark.parametrize(
    ("instrument_id", "version", "plain"),
    [
        ("small_list", "1.0.0", True),
        ("small_list", "0.10.200", True),
        ("../small", "1.0.0", False),
        ("small/list", "1.0.0", False),
        ("Small_list", "1.0.0", False),
        ("small_list\n", "1.0.0", False),
        ("con", "1.0.0", False),
        ("lpt1", "1.0.0", False),
        ("small_list", "..", False),
        ("small_list", "1.0", False),
        ("small_list", "01.0.0", False),
        ("small_list", "1.0.0\n", False),
        ("small_list", "١.٠.٠", False),
        ("small_list", "1.0.0/..", False),
    ],
)
def test_a_name_leads_nowhere_else(instrument_id: str, version: str, plain: bool) -> None:
    assert is_plain(instrument_id, version) is plain


@pytest.mark.parametrize(
    ("instrument_id", "version"), [("con", "1.0.0"), ("small_list", "01.0.0"), ("aux", "1.0.0")]
)
def test_an_instrument_that_would_lie_elsewhere_is_refused(
    instrument_id: str, version: str, tmp_path: Path
) -> None:
    folder = write_instrument(tmp_path / "small", named(instrument_id, version))
    assert code_of(add_instrument, folder) == "instrument_name_unsafe"
    assert tree(own_instruments()) == []


@pytest.mark.parametrize("name", ["../instruments/child_trafficking", "..", "", "."])
def test_a_checklist_cannot_name_a_folder_elsewhere(name: str) -> None:
    assert installed_versions(name) == ()


def test_what_does_not_belong_is_left_out_and_named(tmp_path: Path) -> None:
    folder = write_instrument(tmp_path / "small")
    (folder / "run_me.exe").touch()
    (folder / ".hidden.json").touch()
    (folder / "notes.md").touch()
    (folder / "pictures").mkdir()
    offer = add_instrument(folder)
    assert offer.left_out == (".hidden.json", "pictures", "run_me.exe")
    installed = version_folders("small_list")["1.0.0"]
    assert (installed / "notes.md").exists()
    assert not (installed / "run_me.exe").exists()


def test_links_in_the_own_folder_are_passed_over(tmp_path: Path) -> None:
    write_instrument(tmp_path / "elsewhere" / "1.0.0")
    own_instruments().mkdir(parents=True)
    (own_instruments() / "small_list").symlink_to(tmp_path / "elsewhere")
    (own_instruments() / "other_list").mkdir()
    (own_instruments() / "other_list" / "1.0.0").symlink_to(tmp_path / "elsewhere" / "1.0.0")
    assert installed_versions("small_list") == ()
    assert installed_versions("other_list") == ()


def test_nothing_half_copied_stays_when_the_disk_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_instrument(tmp_path / "small")

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "rename", fail)
    assert code_of(add_instrument, folder) == "file_not_written"
    assert [name for name in tree(own_instruments()) if name.endswith(".json")] == []
    assert installed_versions("small_list") == ()


def test_the_shelf_lists_damaged_ones_too(tmp_path: Path) -> None:
    add_instrument(write_instrument(tmp_path / "small"))
    (own_instruments() / "small_list" / "1.0.0" / "rules.json").write_text("{", encoding="utf-8")
    entries = {(entry.id, entry.shipped): entry for entry in on_shelf()}
    assert entries[DEFAULT_INSTRUMENT, True].review == "not_reviewed"
    assert entries["small_list", False].title == ""


@pytest.mark.parametrize("weighing", get_args(Weighing))
def test_how_an_instrument_weighs_is_said_in_one_sentence(weighing: str) -> None:
    said = Words()(f"add.weighing.{weighing}", n=4)
    assert said.endswith(".")


def test_the_command_line_adds_and_lists(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["instrument", "add", str(write_instrument(tmp_path / "small"))]) == 0
    said = capsys.readouterr().out
    assert "A small list" in said
    assert "not yet reviewed" in said.lower()
    assert main(["instrument", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {entry["id"] for entry in listed} == {DEFAULT_INSTRUMENT, "small_list"}
    assert main(["instrument", "list"]) == 0
    assert "small_list 1.0.0: A small list" in capsys.readouterr().out


def test_the_command_line_names_every_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_it(files: Files) -> None:
        files["rules.json"]["rules"][1]["level"] = "no_such_level"

    folder = write_instrument(tmp_path / "faulty", break_it)
    assert main(["instrument", "add", str(folder)]) == 2
    said = capsys.readouterr()
    assert "no_such_level" in said.out
    assert "unchanged" in said.err

"""Settings keep the place and the own contacts, nothing about a child, and survive forgery."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.errors import FileError
from indicator_checker.settings import (
    LARGEST_FILE,
    LONGEST_TEXT,
    TEXT_SIZES,
    Settings,
    load_settings,
    save_settings,
    settings_path,
)

DESK = OwnContact("Front desk", "safeguarding lead", "+353 1 555 0100", "9–17", "ask for Ann", "")
FULL = Settings("IE", "", "en", 1.25, (1024, 700), (DESK, OwnContact("Nurse ‮ 👩‍👧")))


def saved(value: object, folder: Path) -> Path:
    path = folder / "settings.json"
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    path.write_bytes(data)
    return path


def test_without_a_file_the_defaults_hold_and_none_is_made(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert load_settings(path) == Settings()
    assert load_settings() == Settings()
    assert not path.exists()
    assert not settings_path().exists()


def test_no_place_is_taken_from_the_computer() -> None:
    assert (Settings().country, Settings().region, Settings().contacts) == ("", "", ())


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "settings.json"
    save_settings(FULL, path)
    assert load_settings(path) == FULL
    save_settings(Settings(), path)
    assert load_settings(path) == Settings()


def test_settings_lie_in_the_users_own_folder(private_home: Path) -> None:
    save_settings(FULL)
    assert load_settings() == FULL
    assert settings_path().is_relative_to(private_home)
    assert settings_path().name == "settings.json"


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_nobody_else_may_read_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "settings.json"
    save_settings(FULL, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("key", [field.name for field in fields(Settings)])
def test_each_part_may_be_missing(key: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(FULL, path)
    value = json.loads(path.read_bytes())
    del value[key]
    default = getattr(Settings(), key)
    assert load_settings(saved(value, tmp_path)) == replace(FULL, **{key: default})


FORGED: list[object] = [
    b"",
    b"{",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"text_size": ' + b"9" * 5_000 + b"}",
    None,
    [],
    "text",
    {"recent_files": ["J. Smith.pdf"]},
    {"__class__": "Settings"},
    {"country": 5},
    {"country": None},
    {"country": "../../etc"},
    {"country": "I" * 13},
    {"country": "\ud800"},
    {"region": ["IE"]},
    {"language": "en/../de"},
    {"text_size": 3.0},
    {"text_size": "1.0"},
    {"text_size": True},
    {"text_size": None},
    {"text_size": [1.0]},
    {"window": 5},
    {"window": "ab"},
    {"window": [1024]},
    {"window": [1024, 700, 3]},
    {"window": [True, True]},
    {"window": [0, 700]},
    {"window": [1024, 20_000.0]},
    {"window": [1e9, 1e9]},
    {"window": [20_000, 700]},
    {"contacts": {}},
    {"contacts": "Ann"},
    {"contacts": [None]},
    {"contacts": [{}]},
    {"contacts": [{"name": 5}]},
    {"contacts": [{"name": "Ann", "phone": None}]},
    {"contacts": [{"name": "Ann", "age": "9"}]},
    {"contacts": [{"name": "x" * (LONGEST_TEXT + 1)}]},
    {"contacts": [{"name": "half \ud800"}]},
    {"contacts": [{"name": "Ann"}] * 51},
]


@pytest.mark.parametrize("value", FORGED, ids=lambda value: repr(value)[:40])
def test_what_was_forged_or_damaged_is_refused_and_left_alone(
    value: object, tmp_path: Path
) -> None:
    path = saved(value, tmp_path)
    before = path.read_bytes()
    with pytest.raises(FileError) as caught:
        load_settings(path)
    assert (caught.value.code, caught.value.parameters) == (
        "settings_damaged",
        {"name": "settings.json"},
    )
    assert path.read_bytes() == before


def test_a_file_that_is_no_settings_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        load_settings(saved(b" " * (LARGEST_FILE + 1), tmp_path))
    assert caught.value.code == "file_too_large"


def test_a_folder_in_place_of_the_settings_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        load_settings(tmp_path)
    assert caught.value.code == "file_not_read"


def test_settings_that_cannot_be_saved_leave_the_old_ones(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    with pytest.raises(FileError) as caught:
        save_settings(FULL, tmp_path / "file" / "settings.json")
    assert caught.value.code == "file_not_written"
    assert (tmp_path / "file").read_bytes() == b"in the way"


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_each_text_size_is_kept(size: float, tmp_path: Path) -> None:
    save_settings(replace(FULL, text_size=size), tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json").text_size == size


def test_nothing_about_a_child_has_a_place_in_the_settings() -> None:
    names = {field.name for field in fields(Settings)}
    assert names == {"country", "region", "language", "text_size", "window", "contacts"}
    of_contacts = {field.name for field in fields(OwnContact)}
    assert of_contacts == {"name", "role", "phone", "hours", "note", "email"}


def test_reading_the_settings_needs_no_heavy_library() -> None:
    question = (
        "import sys; from indicator_checker.settings import load_settings; load_settings(); "
        "print(sorted({'pydantic', 'PySide6', 'babel', 'reportlab'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", question]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"

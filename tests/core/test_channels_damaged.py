"""Channel files that were changed after they were sealed, and what loads before anything else."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicator_checker import resources
from indicator_checker.channels import emergency, pack
from indicator_checker.channels.directory import load_directory
from indicator_checker.channels.emergency import (
    check_emergency_file,
    emergency_for,
    load_emergency,
)
from indicator_checker.errors import ContentError
from indicator_checker.resources import resource_path


@pytest.fixture
def copied_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the channel files that a test may damage."""
    folder = tmp_path / "resources" / "channels"
    folder.mkdir(parents=True)
    for path in resource_path("channels").glob("*.json"):
        (folder / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(resources, "_IN_PACKAGE", tmp_path / "resources")
    forget()
    yield folder
    monkeypatch.undo()
    forget()


def forget() -> None:
    pack.load_pack.cache_clear()
    load_directory.cache_clear()
    load_emergency.cache_clear()
    emergency_for.cache_clear()
    emergency._load.cache_clear()


def test_one_changed_digit_in_a_channel_file_is_refused(copied_folder: Path) -> None:
    path = copied_folder / "us.json"
    path.write_text(path.read_text("utf-8").replace("1-888-373-7888", "1-888-373-7878"), "utf-8")
    with pytest.raises(ContentError) as caught:
        load_directory("US")
    assert caught.value.code == "channels_damaged"
    assert caught.value.parameters == {"file": "us.json"}
    assert load_directory("CA").channels


def test_a_changed_or_missing_emergency_file_is_refused(copied_folder: Path) -> None:
    path = copied_folder / "emergency.json"
    path.write_text(path.read_text("utf-8").replace('"999"', '"998"'), "utf-8")
    with pytest.raises(ContentError, match="channels_damaged"):
        load_emergency()
    path.unlink()
    with pytest.raises(ContentError, match="channels_damaged"):
        load_emergency()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"files": [], "built": "x"}'])
def test_a_damaged_manifest_is_refused(copied_folder: Path, content: str) -> None:
    (copied_folder / "manifest.json").write_text(content, "utf-8")
    with pytest.raises(ContentError) as caught:
        load_directory("GB")
    assert caught.value.parameters == {"file": "manifest.json"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("country", "G"),
        ("country", 7),
        ("name", ""),
        ("numbers", ["99a"]),
        ("numbers", [999]),
        ("numbers", None),
        ("main_known", "yes"),
    ],
)
def test_a_misshapen_emergency_entry_is_refused(key: str, value: object) -> None:
    entry = {"country": "GB", "name": "A", "numbers": ["999"], "main_known": True, key: value}
    source = {"title": "A", "url": "https://example.org", "version": "1"}
    with pytest.raises(ContentError, match="channels_damaged"):
        check_emergency_file(json.dumps({"source": source, "countries": [entry]}).encode())


def test_the_emergency_numbers_load_without_any_library() -> None:
    program = (
        "import sys; from indicator_checker.channels.emergency import load_emergency;"
        "from indicator_checker.channels.own_contact import OwnContact;"
        "assert load_emergency();"
        "print({'pydantic', 'babel', 'phonenumbers', 'indicator_checker.channels.model'}"
        " & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"

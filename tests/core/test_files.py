"""A file is written whole or not at all; what cannot be read is said."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indicator_checker.errors import FileError
from indicator_checker.files import read_whole, write_whole

OLD, NEW = b"old content", b"new content" * 1000
POSIX = pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")


def fail_with(number: int) -> Callable[..., object]:
    def failing(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return failing


def test_a_file_holds_all_bytes_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    write_whole(path, NEW, replace=False)
    assert path.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [path]


def test_an_old_file_is_never_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    path.write_bytes(OLD)
    with pytest.raises(FileError) as caught:
        write_whole(path, NEW, replace=False)
    assert (caught.value.code, caught.value.parameters) == ("file_exists", {"name": "record.pdf"})
    assert path.read_bytes() == OLD
    write_whole(path, NEW, replace=True)
    assert path.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [path]


@POSIX
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_the_owner_may_read_what_is_written(mask: int, tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    before = os.umask(mask)
    try:
        write_whole(path, NEW, replace=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("replace", [True, False])
@pytest.mark.parametrize(
    ("failing", "number"),
    [
        ("os.fsync", errno.ENOSPC),
        ("os.fsync", errno.EIO),
        ("os.fdopen", errno.ENOMEM),
        ("pathlib.Path.replace", errno.EACCES),
        ("tempfile.mkstemp", errno.EROFS),
    ],
)
def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    failing: str, number: int, replace: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.pdf"
    if replace:
        path.write_bytes(OLD)
    monkeypatch.setattr(failing, fail_with(number))
    with pytest.raises(FileError) as caught:
        write_whole(path, NEW, replace=replace)
    monkeypatch.undo()
    reason = os.strerror(number)
    assert caught.value.code == "file_not_written"
    assert caught.value.parameters == {"name": "record.pdf", "reason": reason}
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == (
        [("record.pdf", OLD)] if replace else []
    )


def test_a_full_disk_in_the_middle_of_the_bytes_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.pdf"
    path.write_bytes(OLD)
    real = os.fdopen

    class Full:
        def __init__(self, handle: int, mode: str) -> None:
            self.stream = real(handle, mode)

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            self.stream.close()

        def write(self, data: bytes) -> None:
            self.stream.write(data[:10])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fdopen", Full)
    with pytest.raises(FileError) as caught:
        write_whole(path, NEW, replace=True)
    monkeypatch.undo()
    assert caught.value.code == "file_not_written"
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("record.pdf", OLD)]


def test_an_interrupted_write_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "record.pdf", NEW, replace=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_synced_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        real(descriptor)

    monkeypatch.setattr("os.fsync", only_files)
    path = tmp_path / "record.pdf"
    write_whole(path, NEW, replace=False)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize(
    "name", ["missing/record.pdf", "a" * 300 + ".pdf", "folder"], ids=["folder", "long", "a folder"]
)
def test_a_place_that_cannot_be_written_is_said(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError) as caught:
        write_whole(tmp_path / name, NEW, replace=True)
    assert caught.value.code == "file_not_written"
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


AS_SOMEBODY_ELSE = """
import os, sys
from pathlib import Path
from indicator_checker.errors import FileError
from indicator_checker.files import read_whole, write_whole
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
path = Path(sys.argv[1])
for attempt in (lambda: write_whole(path, b"new", replace=True), lambda: read_whole(path, 99)):
    try:
        attempt()
        print("done")
    except FileError as error:
        print(error.code, error.parameters["reason"])
"""


@pytest.fixture
def open_to_all(tmp_path: Path) -> Iterator[Path]:
    """A folder that an ordinary user can reach; what was closed is closed again."""
    folder = tmp_path / "shared"
    folder.mkdir()
    closed = [f for f in (folder, *folder.parents) if not f.stat().st_mode & stat.S_IXOTH]
    modes = {f: f.stat().st_mode for f in closed}
    for parent, mode in modes.items():
        parent.chmod(mode | stat.S_IXOTH)
    yield folder
    folder.chmod(0o700)
    for parent, mode in modes.items():
        parent.chmod(mode)


@POSIX
@pytest.mark.parametrize(
    ("mode", "said"),
    [
        (0o555, ["file_not_written Permission denied", "file_not_read Permission denied"]),
        (0o000, ["file_not_written Permission denied", "file_not_read Permission denied"]),
        (0o777, ["done", "done"]),
    ],
)
def test_a_folder_one_may_not_write_in_is_said(
    mode: int, said: list[str], open_to_all: Path
) -> None:
    path = open_to_all / "record.pdf"
    path.write_bytes(OLD)
    path.chmod(0o000)
    open_to_all.chmod(mode)
    command = [sys.executable, "-c", AS_SOMEBODY_ELSE, str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    open_to_all.chmod(0o700)
    path.chmod(0o600)
    assert (answer.stdout.splitlines(), answer.stderr) == (said, "")
    assert [p.read_bytes() for p in open_to_all.iterdir()] == [b"new" if mode == 0o777 else OLD]


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(OLD)
    assert read_whole(path, len(OLD)) == OLD
    with pytest.raises(FileError) as caught:
        read_whole(path, len(OLD) - 1)
    assert (caught.value.code, caught.value.parameters) == (
        "file_too_large",
        {"name": "record.json"},
    )


@pytest.mark.parametrize("name", ["missing.json", ".", "a" * 300])
def test_what_cannot_be_read_is_said(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_whole(tmp_path / name, 10)
    assert caught.value.code == "file_not_read"
    assert caught.value.parameters["reason"]

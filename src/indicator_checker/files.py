"""The only code that writes files: whole or not at all, private, never over an old file unasked."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from indicator_checker.errors import FileError


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Write ``data`` so that the file is the old one or the new one, never half.

    The bytes go to a private temporary file beside the target, are forced to the disk, and only
    then take its name.

    Args:
        path: The file to write.
        data: Its whole content.
        replace: Whether a file of that name may be replaced.

    Raises:
        FileError: ``file_exists`` or ``file_not_written``; the old file is unchanged.
    """
    try:
        if path.exists() and not replace:
            raise FileError("file_exists", name=path.name)
        _write_beside(path, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError("file_not_written", name=path.name, reason=reason) from error


def _write_beside(path: Path, data: bytes) -> None:
    with _temporary_beside(path) as stream:
        stream.write(data)


@contextlib.contextmanager
def _temporary_beside(path: Path) -> Iterator[BinaryIO]:
    """A private temporary file that takes the name of ``path`` when all of it is on the disk."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows has no such call and needs none.

    A file system that cannot do it is no failure: the file has its name and all its bytes.
    """
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read_whole(path: Path, largest: int) -> bytes:
    """The bytes of a file of at most ``largest`` bytes.

    Raises:
        FileError: ``file_not_read`` or ``file_too_large``.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(largest + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError("file_not_read", name=path.name, reason=reason) from error
    if len(data) > largest:
        raise FileError("file_too_large", name=path.name)
    return data


@contextlib.contextmanager
def stream_whole(path: Path, *, replace: bool) -> Iterator[BinaryIO]:
    """Write a file bit by bit; it takes its name only when the ``with`` block ends well.

    For results that are too many for the memory. An ``OSError`` inside the block counts as a
    failure to write, so reading inside it has to name its own errors.

    Raises:
        FileError: ``file_exists`` or ``file_not_written``; the old file is unchanged.
    """
    try:
        if path.exists() and not replace:
            raise FileError("file_exists", name=path.name)
        with _temporary_beside(path) as stream:
            yield stream
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError("file_not_written", name=path.name, reason=reason) from error


@contextlib.contextmanager
def staged_folder(parent: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """A private folder in ``parent`` with these files, to be looked at before it gets its name.

    It is deleted at the end of the ``with`` block unless ``take_name`` moved it.

    Raises:
        FileError: ``file_not_written``.
    """
    try:
        parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        staged = Path(tempfile.mkdtemp(dir=parent, prefix=".adding-"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError("file_not_written", name=parent.name, reason=reason) from error
    try:
        for name, data in files.items():
            (staged / name).parent.mkdir(exist_ok=True, mode=0o700)
            write_whole(staged / name, data, replace=False)
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def take_name(staged: Path, folder: Path) -> None:
    """Give a staged folder its name, where nothing of that name is.

    Raises:
        FileError: ``file_exists`` or ``file_not_written``; what was there is unchanged.
    """
    try:
        if folder.exists():
            raise FileError("file_exists", name=folder.name)
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        staged.rename(folder)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError("file_not_written", name=folder.name, reason=reason) from error
    _sync_folder(folder.parent)

"""The only code that writes files: whole or not at all, private, never over an old file unasked."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

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
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
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

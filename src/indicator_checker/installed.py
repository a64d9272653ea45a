"""Where installed instruments lie: those the program ships, and the person's own beside them.

Both have the layout ``instruments/<id>/<version>/``. Every version stays; where both folders hold
the same version the shipped one is used, so that nothing of ours can be replaced from outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from indicator_checker.resources import resource_path

_PLAIN_ID = re.compile(r"[a-z][a-z0-9_]{1,40}")
_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}")
#: File names that mean a device on Windows, whatever folder they stand in.
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


def own_instruments() -> Path:
    """The folder of the instruments that the person added; it need not exist."""
    return platformdirs.user_data_path("indicator-checker", appauthor=False) / "instruments"


def is_plain(instrument_id: str, version: str) -> bool:
    """Whether id and version can be names of folders and lead nowhere else."""
    return _is_plain_id(instrument_id) and _VERSION.fullmatch(version) is not None


def installed_ids() -> tuple[str, ...]:
    """Every installed instrument, in the order of the alphabet."""
    roots = (resource_path("instruments"), own_instruments())
    return tuple(sorted({n for root in roots for n in _folders(root) if _is_plain_id(n)}))


def version_folders(instrument_id: str) -> dict[str, Path]:
    """Folder of each installed version of an instrument, oldest first."""
    if not _is_plain_id(instrument_id):
        # A checklist file names it: it must not lead to another folder.
        return {}
    found: dict[str, Path] = {}
    for root in (own_instruments(), resource_path("instruments")):
        folder = root / instrument_id
        if not folder.is_symlink():
            found.update({n: folder / n for n in _folders(folder) if _VERSION.fullmatch(n)})
    return dict(sorted(found.items(), key=lambda item: _version_key(item[0])))


def is_shipped(folder: Path) -> bool:
    """Whether a folder of a version belongs to the program itself."""
    return folder.is_relative_to(resource_path("instruments"))


def _is_plain_id(instrument_id: str) -> bool:
    return bool(_PLAIN_ID.fullmatch(instrument_id)) and not _DEVICES.fullmatch(instrument_id)


def _folders(root: Path) -> Iterator[str]:
    """Names of the real folders in a folder; a link may lead anywhere and is passed over."""
    try:
        entries = sorted(root.iterdir())
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        # Without a folder of their own, or without the right to read it, the shipped ones remain.
        return
    yield from (entry.name for entry in entries if entry.is_dir() and not entry.is_symlink())


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))

"""Whether the manifest of an instrument tells the truth about the files beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter

from indicator_checker.instrument.load import FILES, read_content
from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.instrument.model import Review
from indicator_checker.instrument.salvage import salvage
from indicator_checker.instrument.terms import Part

MANIFEST = "manifest.json"
#: Said in both files, so that a folder can be told without reading all of it.
SAID_TWICE = ("id", "version", "format", "publisher", "licence", "review")


class Manifest(Part):
    """``manifest.json``: what a folder holds, with the SHA-256 of each file."""

    id: str
    version: str
    format: int
    publisher: str
    licence: str
    review: Review
    sha256: dict[str, str]


def check_manifest(folder: Path) -> Iterator[Mistake]:
    """Compare the manifest, if there is one, with the files."""
    if not (folder / MANIFEST).exists():
        return
    mistakes: list[Mistake] = []
    data = read_content(folder / MANIFEST, mistakes)
    manifest = salvage(TypeAdapter(Manifest), MANIFEST, data, mistakes).value if data else None
    yield from mistakes
    if manifest is not None:
        yield from _check_hashes(folder, manifest)
        yield from _check_said_twice(folder, json.loads(data))


def _check_hashes(folder: Path, manifest: Manifest) -> Iterator[Mistake]:
    for name in FILES:
        if name not in manifest.sha256:
            yield Mistake("manifest_differs", MANIFEST, name)
    for name, expected in manifest.sha256.items():
        if hash_of(folder, name) != expected:
            yield Mistake("manifest_differs", MANIFEST, name)


def hash_of(folder: Path, name: str) -> str:
    """SHA-256 of a file of the folder; empty if it is not there or cannot be read."""
    path = folder / name
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        return ""
    unreadable: list[Mistake] = []
    data = read_content(path, unreadable)
    return "" if unreadable else hashlib.sha256(data).hexdigest()


def _check_said_twice(folder: Path, manifest: dict[str, object]) -> Iterator[Mistake]:
    try:
        catalogue = json.loads((folder / "instrument.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        # Named already, where the file itself is read.
        return
    for key in SAID_TWICE:
        if isinstance(catalogue, dict) and catalogue.get(key) != manifest.get(key):
            yield Mistake("manifest_differs", MANIFEST, key)

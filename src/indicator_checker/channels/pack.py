"""Reading the shipped channel files: only unchanged ones are believed.

A wrong digit in a phone number passes every other check, so each file is compared with the
hash that `manifest.json` holds for it. Uses nothing but the standard library, because the
start page needs the emergency numbers before anything heavy is loaded.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from indicator_checker.errors import ContentError
from indicator_checker.resources import resource_bytes

FOLDER = "channels"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Pack:
    """The shipped set of channel files.

    Attributes:
        version: Number of the set.
        built: The day it was put together.
        hashes: SHA-256 of each file by its name.
    """

    version: str
    built: date
    hashes: dict[str, str]


def damaged(name: str) -> ContentError:
    """Give the error for a channel file that was refused whole."""
    return ContentError("channels_damaged", file=name)


@cache
def load_pack() -> Pack:
    """Read the manifest of the shipped set.

    Raises:
        ContentError: ``channels_damaged``, if it is missing or not as expected.
    """
    try:
        found: Any = json.loads(resource_bytes(FOLDER, MANIFEST))
        hashes = {str(name): str(value) for name, value in found["files"].items()}
        return Pack(str(found["version"]), date.fromisoformat(found["built"]), hashes)
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged(MANIFEST) from error


def ships(name: str) -> bool:
    """Tell whether the set holds a file of that name."""
    return name in load_pack().hashes


def read_file(name: str) -> bytes:
    """Read one file of the set, unchanged.

    Raises:
        ContentError: ``channels_damaged``, if it is missing or differs from its hash.
    """
    try:
        content = resource_bytes(FOLDER, name)
    except FileNotFoundError as error:
        raise damaged(name) from error
    if hashlib.sha256(content).hexdigest() != load_pack().hashes.get(name):
        raise damaged(name)
    return content

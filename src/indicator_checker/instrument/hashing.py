"""The two hashes of an instrument: what decides a result, and everything."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from pydantic import TypeAdapter

from indicator_checker.instrument.model import Catalogue
from indicator_checker.instrument.rules import RuleSet

_CONTENT: TypeAdapter[object] = TypeAdapter(object)


def logic_hash(catalogue: Catalogue, rules: RuleSet) -> str:
    """SHA-256 over everything that decides a result, without the words.

    What a file does not say is left out, so that a program with more rule words gives the files
    of today the same hash, and records made with them stay readable.
    """
    words = {"label", "reason", "sources", "title", "action", "text", "intro", "otherwise"}
    signs = {"looks_like", "could_also_be", "asking", "ages", "route", "print", "short_pass"}
    left_out = words | signs | {"assumed"}
    keys = ("answers", "scales", "windows", "sections", "overlap_groups")
    observed = {key: getattr(catalogue, key) for key in keys}
    logic = {
        key: _without(_dumped(value), left_out)
        for key, value in (*observed.items(), ("rules", rules))
    }
    return _hash(logic)


def content_hash(files: Mapping[str, bytes]) -> str:
    """SHA-256 over all files, wording included."""
    return _hash({name: json.loads(data) for name, data in files.items()})


def _dumped(value: object) -> object:
    return _CONTENT.dump_python(value, mode="json", by_alias=True, exclude_defaults=True)


def _without(value: object, names: set[str]) -> object:
    if isinstance(value, dict):
        return {key: _without(part, names) for key, part in value.items() if key not in names}
    if isinstance(value, list):
        return [_without(part, names) for part in value]
    return value


def _hash(value: object) -> str:
    compact = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(compact.encode()).hexdigest()

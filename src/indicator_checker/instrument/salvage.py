"""Reading a content file that may be damaged, so that *all* its mistakes can be named at once.

What has the wrong shape is named and taken out, and the rest is read again. A file read in this
way serves only to look for more mistakes; it is never used.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.instrument.shape_mistakes import (
    Path,
    is_multiplier,
    mistake_of,
    path_in,
    place_in,
)

_Content = TypeVar("_Content")

#: After so many readings what is left is not worth more of them.
MOST_READINGS = 20
#: Stands in for a source that is missing.
NO_SOURCE = "SOURCE-MISSING"
#: Lists whose parts can be left out one by one.
_SEPARATE = frozenset(
    (
        *("sections", "indicators", "scales", "windows", "dimensions", "overlap_groups"),
        *("measures", "profiles", "rules", "exploitation_types", "evidence", "accuracy", "levels"),
    )
)
_STAND_IN: dict[str, object] = {
    "unknown": "own_state",
    "format": 1,
    "minimum": {"settled": 0, "reason": "-"},
    "made_for": {"ages": {}, "settings": []},
    "review": {"status": "not_reviewed"},
    "version": "0.0.0",
    "source": NO_SOURCE,
    "sources": [NO_SOURCE],
}
_WORDS = frozenset(
    (
        *("label", "reason", "title", "action", "text", "intro", "meaning", "otherwise", "do"),
        *("publisher", "licence", "language", "organisation", "year", "why", "studied", "summary"),
    )
)


@dataclass(frozen=True, slots=True)
class Salvaged(Generic[_Content]):
    """What could be read of a file.

    Attributes:
        value: The content without its damaged parts, or ``None`` if nothing could be read.
        left_out: Ids of the damaged parts; other parts may name them without a mistake.
        whole: Whether nothing was wrong.
    """

    value: _Content | None
    left_out: frozenset[str] = frozenset()
    whole: bool = False


@dataclass(slots=True)
class _Damage:
    """What was found so far in one file."""

    name: str
    mistakes: list[Mistake] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)


def salvage(
    adapter: TypeAdapter[_Content], name: str, data: bytes, mistakes: list[Mistake]
) -> Salvaged[_Content]:
    """Read a file, adding every mistake of its shape to ``mistakes``."""
    damage = _Damage(name)
    try:
        raw = json.loads(data, object_pairs_hook=_noting_doubles(damage), parse_constant=_refuse)
        _take_out_multipliers(damage, raw, raw, ())
    except (ValueError, RecursionError) as error:
        mistakes.append(Mistake("not_json", name, str(error)))
        return Salvaged(None)
    value = _read_again(adapter, damage, raw)
    mistakes += damage.mistakes
    return Salvaged(value, frozenset(damage.left_out), not damage.mistakes)


def _noting_doubles(
    damage: _Damage,
) -> Callable[[list[tuple[str, object]]], dict[str, object]]:
    def noted(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        if len(set(keys)) < len(keys):
            twice = sorted({key for key in keys if keys.count(key) > 1})
            damage.mistakes += [Mistake("double_key", damage.name, key) for key in twice]
        return dict(pairs)

    return noted


def _refuse(constant: str) -> object:
    raise ValueError(constant)


def _take_out_multipliers(damage: _Damage, raw: object, here: object, path: Path) -> None:
    if isinstance(here, dict):
        for key in [key for key in here if is_multiplier(key)]:
            place = place_in(damage.name, raw, (*path, key))
            damage.mistakes.append(Mistake("multiplier_refused", place, key))
            del here[key]
        for key, part in here.items():
            _take_out_multipliers(damage, raw, part, (*path, key))
    elif isinstance(here, list):
        for number, part in enumerate(here):
            _take_out_multipliers(damage, raw, part, (*path, number))


def _read_again(adapter: TypeAdapter[_Content], damage: _Damage, raw: object) -> _Content | None:
    """Read until what is left has the right shape."""
    for _ in range(MOST_READINGS):
        try:
            return adapter.validate_json(json.dumps(raw))
        except ValidationError as error:
            found = error.errors(include_url=False)
            damage.mistakes += [mistake_of(damage.name, raw, item) for item in found]
            surplus = [item["type"] == "extra_forbidden" for item in found]
            paths = [path_in(raw, item["loc"]) for item in found]
            if not _mend(damage, raw, list(zip(paths, surplus, strict=True))):
                return None
    return None


def _mend(damage: _Damage, raw: object, wrong: list[tuple[Path, bool]]) -> bool:
    """Take out or stand in for what is wrong; false if something cannot be mended."""
    leave_out: set[Path] = set()
    for path, is_surplus in wrong:
        parent: Any = _at(raw, path[:-1])
        key = path[-1] if path else ""
        if is_surplus:
            parent.pop(key, None)
        elif isinstance(parent, dict) and (key in _STAND_IN or key in _WORDS):
            parent[key] = _STAND_IN.get(str(key), "-")
            damage.left_out.add(NO_SOURCE)
        elif separate := _separate_part(damage.name, path):
            leave_out.add(separate)
        else:
            return False
    for path in sorted(leave_out, reverse=True):
        # From the back, so that the numbers of the parts before it stay right.
        taken = _at(raw, path[:-1]).pop(path[-1])
        damage.left_out |= {str(path[-1]), *_ids(taken)}
    return True


def _separate_part(name: str, path: Path) -> Path:
    """The smallest part around a place that can be left out, or nothing."""
    for end in range(len(path) - 1, 0, -1):
        if path[end - 1] in _SEPARATE and isinstance(path[end], int):
            return path[: end + 1]
    return path[:1] if name == "sources.json" else ()


def _at(raw: object, path: Path) -> Any:  # noqa: ANN401  any JSON value
    here: Any = raw
    for part in path:
        here = here[part]
    return here


def _ids(part: object) -> Iterator[str]:
    """The ids that a part and all inside it define."""
    if isinstance(part, dict):
        name = part.get("id", part.get("dimension"))
        if isinstance(name, str):
            yield name
        for inner in part.values():
            yield from _ids(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _ids(inner)

"""Reading an instrument from its folder: checked whole, or refused whole."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from indicator_checker.errors import ContentError
from indicator_checker.instrument.guidance import Guidance
from indicator_checker.instrument.lint import Mistake, lint
from indicator_checker.instrument.model import Catalogue, Part, Source
from indicator_checker.instrument.rules import RuleSet
from indicator_checker.resources import resource_path

#: No content file is larger; an agency's own instrument has a few hundred entries at the most.
LARGEST_FILE = 2_000_000
FILES = ("instrument.json", "rules.json", "sources.json", "guidance.json")
PLAIN_ID = re.compile(r"[a-z][a-z0-9_]{1,40}")
DEFAULT_INSTRUMENT = "child_trafficking"

_Content = TypeVar("_Content")
_SOURCES: TypeAdapter[dict[str, Source]] = TypeAdapter(dict[str, Source])


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument with its rules, sources and guidance.

    Attributes:
        logic_hash: SHA-256 over what decides a result: ids, answer roles, strengths, flags, rules.
        content_hash: SHA-256 over everything, wording included.
    """

    catalogue: Catalogue
    rules: RuleSet
    sources: dict[str, Source]
    guidance: Guidance
    logic_hash: str
    content_hash: str


class InstrumentRefused(ContentError):
    """The folder is no sound instrument; ``mistakes`` says all that is wrong with it."""

    def __init__(self, place: str, mistakes: tuple[Mistake, ...]) -> None:
        """Keep every mistake, so that an author can mend them in one go."""
        super().__init__("instrument_refused", place=place, n=len(mistakes))
        self.mistakes = mistakes


def installed_versions(instrument_id: str) -> tuple[str, ...]:
    """Versions of an instrument that are installed, oldest first."""
    if not PLAIN_ID.fullmatch(instrument_id):
        # A checklist file names it: it must not lead to another folder.
        return ()
    try:
        folder = resource_path("instruments", instrument_id)
    except FileNotFoundError:
        return ()
    names = [entry.name for entry in folder.iterdir() if entry.is_dir()]
    return tuple(sorted(names, key=_version_key))


def load_instrument(
    instrument_id: str = DEFAULT_INSTRUMENT, version: str | None = None
) -> Instrument:
    """The installed instrument, in the given version or the newest.

    Raises:
        ContentError: ``instrument_missing`` when that version is not installed here.
        InstrumentRefused: when its files are not sound.
    """
    versions = installed_versions(instrument_id)
    wanted = version or (versions[-1] if versions else "")
    if wanted not in versions:
        raise ContentError("instrument_missing", instrument=instrument_id, version=wanted or "-")
    return _load_cached(resource_path("instruments", instrument_id, wanted))


@lru_cache(maxsize=4)
def _load_cached(folder: Path) -> Instrument:
    return load_folder(folder)


def load_folder(folder: Path) -> Instrument:
    """Read the four files of an instrument.

    Raises:
        InstrumentRefused: with every mistake found.
    """
    mistakes: list[Mistake] = []
    texts = {name: _read(folder / name, mistakes) for name in FILES}
    if mistakes:
        raise InstrumentRefused(folder.resolve().name, tuple(mistakes))
    catalogue = _parse(TypeAdapter(Catalogue), texts, "instrument.json", mistakes)
    rules = _parse(TypeAdapter(RuleSet), texts, "rules.json", mistakes)
    sources = _parse(_SOURCES, texts, "sources.json", mistakes)
    guidance = _parse(TypeAdapter(Guidance), texts, "guidance.json", mistakes)
    if catalogue is None or rules is None or sources is None or guidance is None:
        raise InstrumentRefused(folder.resolve().name, tuple(mistakes))
    mistakes += lint(catalogue, rules, sources, guidance)
    if mistakes:
        raise InstrumentRefused(folder.resolve().name, tuple(mistakes))
    logic = _hash(_logic(catalogue, rules))
    content = _hash({name: json.loads(text) for name, text in texts.items()})
    return Instrument(catalogue, rules, sources, guidance, logic, content)


def _read(path: Path, mistakes: list[Mistake]) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        mistakes.append(Mistake("file_missing", path.name, reason))
        return b""
    if len(data) > LARGEST_FILE:
        mistakes.append(Mistake("file_too_large", path.name, ""))
    return data


def _parse(
    adapter: TypeAdapter[_Content], texts: dict[str, bytes], name: str, mistakes: list[Mistake]
) -> _Content | None:
    try:
        json.loads(texts[name], object_pairs_hook=_no_double_keys)
        return adapter.validate_json(texts[name])
    except ValidationError as error:
        for item in error.errors(include_url=False, include_input=False):
            place = ".".join(str(part) for part in item["loc"])
            mistakes.append(Mistake("shape", f"{name}: {place}", item["msg"]))
    except (ValueError, RecursionError) as error:
        mistakes.append(Mistake("not_json", name, str(error)))
    return None


def _no_double_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        double = next(k for k, _ in pairs if sum(k == other for other, _ in pairs) > 1)
        raise ValueError(f"the key {double!r} stands twice")
    return result


def _logic(catalogue: Catalogue, rules: RuleSet) -> dict[str, object]:
    keep = {"id", "dimensions", "strength", "flag"}
    return {
        "answers": catalogue.roles,
        "immediate": [s.id for s in catalogue.sections if s.immediate],
        "indicators": [i.model_dump(include=keep) for i in catalogue.indicators.values()],
        "overlap_groups": [_plain(group) for group in catalogue.overlap_groups],
        "rules": {
            "unknown": rules.unknown,
            "levels": [level.model_dump(include={"id", "step"}) for level in rules.levels],
            "settled": rules.minimum.settled,
            "dimensions": [d.model_dump(exclude={"sources"}) for d in rules.dimensions],
            "rules": [r.model_dump(exclude={"reason", "sources"}) for r in rules.rules],
        },
    }


def _plain(part: Part) -> dict[str, object]:
    return part.model_dump(mode="json")


def _hash(value: object) -> str:
    compact = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(compact.encode()).hexdigest()


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else -1 for part in version.split("."))

"""Reading an instrument from its folder: checked whole, or refused whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from indicator_checker.errors import ContentError
from indicator_checker.instrument.guidance import Guidance
from indicator_checker.instrument.lint import lint
from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.instrument.model import Catalogue, Source
from indicator_checker.instrument.rule_index import RuleIndex
from indicator_checker.instrument.rules import RuleSet
from indicator_checker.resources import resource_path

#: No content file is larger; an agency's own instrument has a few hundred entries at the most.
LARGEST_FILE = 2_000_000
FILES = ("instrument.json", "rules.json", "sources.json", "guidance.json")
DEFAULT_INSTRUMENT = "child_trafficking"

_Content = TypeVar("_Content")
_CONTENT: TypeAdapter[object] = TypeAdapter(object)
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
    rule_index: RuleIndex


class InstrumentRefused(ContentError):
    """The folder is no sound instrument; ``mistakes`` says all that is wrong with it."""

    def __init__(self, place: str, mistakes: tuple[Mistake, ...]) -> None:
        """Keep every mistake, so that an author can mend them in one go."""
        super().__init__("instrument_refused", place=place, count=len(mistakes))
        self.mistakes = mistakes


def installed_versions(instrument_id: str) -> tuple[str, ...]:
    """Versions of an instrument that are installed, oldest first."""
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
    texts = {name: _read(folder / name) for name in FILES}
    mistakes: list[Mistake] = []
    catalogue = _parse(TypeAdapter(Catalogue), texts, "instrument.json", mistakes)
    rules = _parse(TypeAdapter(RuleSet), texts, "rules.json", mistakes)
    sources = _parse(_SOURCES, texts, "sources.json", mistakes)
    guidance = _parse(TypeAdapter(Guidance), texts, "guidance.json", mistakes)
    if catalogue is None or rules is None or sources is None or guidance is None:
        raise InstrumentRefused(folder.name, tuple(mistakes))
    mistakes += lint(catalogue, rules, sources, guidance)
    if any(mistake.severity == "error" for mistake in mistakes):
        raise InstrumentRefused(folder.name, tuple(mistakes))
    logic = _hash(_logic(catalogue, rules))
    content = _hash({name: json.loads(text) for name, text in texts.items()})
    index = RuleIndex(catalogue, rules)
    return Instrument(catalogue, rules, sources, guidance, logic, content, index)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        mistake = Mistake("file_missing", path.name, error.strerror or type(error).__name__)
        raise InstrumentRefused(path.parent.name, (mistake,)) from error
    if len(data) > LARGEST_FILE:
        raise InstrumentRefused(path.parent.name, (Mistake("file_too_large", path.name, ""),))
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
    """Everything that decides a result, without the words."""
    words = {"label", "reason", "sources", "title", "action", "text", "intro", "otherwise"}
    signs = {"looks_like", "could_also_be", "asking", "ages", "route", "print", "short_pass"}
    keys = ("answers", "scales", "windows", "sections", "overlap_groups")
    observed = {key: getattr(catalogue, key) for key in keys}
    return {
        key: _without(_CONTENT.dump_python(value, mode="json", by_alias=True), words | signs)
        for key, value in (*observed.items(), ("rules", rules))
    }


def _without(value: object, names: set[str]) -> object:
    if isinstance(value, dict):
        return {key: _without(part, names) for key, part in value.items() if key not in names}
    if isinstance(value, list):
        return [_without(part, names) for part in value]
    return value


def _hash(value: object) -> str:
    compact = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(compact.encode()).hexdigest()


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else -1 for part in version.split("."))

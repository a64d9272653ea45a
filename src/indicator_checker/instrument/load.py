"""Reading an instrument from its folder: checked whole, or refused whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

from indicator_checker.errors import ContentError
from indicator_checker.installed import version_folders
from indicator_checker.instrument.guidance import Guidance
from indicator_checker.instrument.hashing import content_hash, logic_hash
from indicator_checker.instrument.lint import lint
from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.instrument.model import Catalogue, Source
from indicator_checker.instrument.rule_index import RuleIndex
from indicator_checker.instrument.rules import RuleSet
from indicator_checker.instrument.salvage import Salvaged, salvage

#: No content file is larger; an agency's own instrument has a few hundred entries at the most.
LARGEST_FILE = 2_000_000
FILES = ("instrument.json", "rules.json", "sources.json", "guidance.json")
DEFAULT_INSTRUMENT = "child_trafficking"

_Content = TypeVar("_Content")
#: Mistakes that mean something only where nothing had to be left out of the files.
COMPLETE_ONLY = frozenset(
    ("lowest_level_not_reached", "scored_but_not_weighed", "one_danger_page", "no_present_answer")
)
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
        super().__init__(
            "instrument_refused", place=place, n=sum(m.severity == "error" for m in mistakes)
        )
        self.mistakes = mistakes


def installed_versions(instrument_id: str) -> tuple[str, ...]:
    """Versions of an instrument that are installed, oldest first."""
    return tuple(version_folders(instrument_id))


def load_instrument(
    instrument_id: str = DEFAULT_INSTRUMENT, version: str | None = None
) -> Instrument:
    """The installed instrument, in the given version or the newest.

    Raises:
        ContentError: ``instrument_missing`` when that version is not installed here.
        InstrumentRefused: when its files are not sound.
    """
    folders = version_folders(instrument_id)
    wanted = version or next(reversed(folders), "")
    if wanted not in folders:
        raise ContentError("instrument_missing", instrument=instrument_id, version=wanted or "-")
    return _load_cached(folders[wanted])


@lru_cache(maxsize=4)
def _load_cached(folder: Path) -> Instrument:
    return load_folder(folder)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What reading a folder found: the instrument if it is sound, and all that is wrong."""

    instrument: Instrument | None
    mistakes: tuple[Mistake, ...]


def load_folder(folder: Path) -> Instrument:
    """Read the four files of an instrument.

    Raises:
        InstrumentRefused: with every mistake found.
    """
    inspection = inspect_folder(folder)
    if inspection.instrument is None:
        raise InstrumentRefused(folder.resolve().name, inspection.mistakes)
    return inspection.instrument


def inspect_folder(folder: Path) -> Inspection:
    """Read the four files of an instrument and collect every mistake, warnings too."""
    mistakes: list[Mistake] = []
    texts = {name: read_content(folder / name, mistakes) for name in FILES}
    catalogue = _parse(TypeAdapter(Catalogue), texts, "instrument.json", mistakes)
    rules = _parse(TypeAdapter(RuleSet), texts, "rules.json", mistakes)
    sources = _parse(_SOURCES, texts, "sources.json", mistakes)
    guidance = _parse(TypeAdapter(Guidance), texts, "guidance.json", mistakes)
    read = (catalogue, rules, sources, guidance)
    if catalogue.value and rules.value and sources.value is not None:
        found = lint(catalogue.value, rules.value, sources.value, guidance.value)
        mistakes += _without_knock_ons(found, read)
    if any(mistake.severity == "error" for mistake in mistakes):
        return Inspection(None, tuple(mistakes))
    if not (catalogue.value and rules.value and sources.value is not None and guidance.value):
        return Inspection(None, tuple(mistakes))
    instrument = Instrument(
        catalogue.value,
        rules.value,
        sources.value,
        guidance.value,
        logic_hash(catalogue.value, rules.value),
        content_hash(texts),
        RuleIndex(catalogue.value, rules.value),
    )
    return Inspection(instrument, tuple(mistakes))


def _without_knock_ons(found: list[Mistake], read: Sequence[Salvaged[Any]]) -> Iterator[Mistake]:
    """Leave out what is only wrong because a damaged part was left out."""
    if all(part.whole for part in read):
        yield from found
        return
    left_out = frozenset[str]().union(*(part.left_out for part in read))
    for mistake in found:
        names_left_out = mistake.code == "unknown_name" and mistake.value in left_out
        if mistake.severity == "error" and not names_left_out and mistake.code not in COMPLETE_ONLY:
            yield mistake


def read_content(path: Path, mistakes: list[Mistake]) -> bytes:
    """The bytes of a content file; empty, and named as a mistake, if it cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        mistakes.append(Mistake("file_missing", path.name, reason))
        return b""
    if len(data) > LARGEST_FILE:
        mistakes.append(Mistake("file_too_large", path.name, f"{LARGEST_FILE:,}"))
        return b""
    return data


def _parse(
    adapter: TypeAdapter[_Content], texts: dict[str, bytes], name: str, mistakes: list[Mistake]
) -> Salvaged[_Content]:
    """Read one file; a missing one was named before."""
    return salvage(adapter, name, texts[name], mistakes) if texts[name] else Salvaged(None)

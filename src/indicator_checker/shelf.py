"""The shelf of instruments: what is installed, and adding an instrument to it.

An instrument is looked at before it is copied: its folder is read once, set aside as a private
copy, and that copy is vetted and takes its place whole. Every version stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from indicator_checker.errors import ContentError, FileError
from indicator_checker.files import read_whole, staged_folder, take_name
from indicator_checker.installed import (
    installed_ids,
    is_plain,
    is_shipped,
    own_instruments,
    version_folders,
)
from indicator_checker.instrument.load import (
    LARGEST_FILE,
    Instrument,
    InstrumentRefused,
    inspect_folder,
)
from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.instrument.rules import Bands, RuleSet
from indicator_checker.vetting import vet_folder

Weighing = Literal["unscored", "profile", "dimensions", "points", "levels", "counts"]

#: What belongs to an instrument; anything else in its folder is left out, and named.
KINDS = (".json", ".md", ".txt")
#: The one folder inside an instrument's folder.
TRANSLATIONS = "translations"
MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Offer:
    """What a folder holds, for a person who decides whether to add it.

    Attributes:
        reviewed_by: Who has looked at the content; empty if nobody has.
        signs: How many signs can be observed.
        weighing: How the answers lead to a result, in one word; sentences are in ``text``.
        levels: How many levels there are.
        warnings: What is not forbidden but worth knowing.
        left_out: Names in the folder that are not copied.
        installed: Whether this very content is installed already.
    """

    id: str
    version: str
    title: str
    publisher: str
    licence: str
    review: Literal["not_reviewed", "reviewed"]
    reviewed_by: tuple[str, ...]
    signs: int
    weighing: Weighing
    levels: int
    warnings: tuple[Mistake, ...]
    left_out: tuple[str, ...]
    installed: bool


@dataclass(frozen=True, slots=True)
class OnShelf:
    """One installed version; without a title where its files are damaged."""

    id: str
    version: str
    title: str
    publisher: str
    review: Literal["not_reviewed", "reviewed"] | None
    shipped: bool


def look_at(folder: Path) -> Offer:
    """What adding this folder would install; nothing is copied.

    Raises:
        ContentError: ``instrument_no_folder``, ``instrument_has_link``,
            ``instrument_too_many_files``, ``instrument_name_unsafe`` or
            ``instrument_version_taken``.
        FileError: ``file_too_large`` or ``file_not_read``.
        InstrumentRefused: with every mistake found.
    """
    _, left_out = _contents(folder)
    return _offer(_vetted(folder, folder), left_out)


def add_instrument(folder: Path) -> Offer:
    """Vet a folder and copy it to the person's own instruments, whole or not at all.

    Raises:
        ContentError: as ``look_at``.
        FileError: as ``look_at``, and ``file_not_written``.
        InstrumentRefused: with every mistake found.
    """
    names, left_out = _contents(folder)
    files = {name: read_whole(folder / name, LARGEST_FILE) for name in names}
    with staged_folder(own_instruments(), files) as staged:
        # The copy is vetted, not the original: what is looked at is what gets installed.
        offer = _offer(_vetted(staged, folder), left_out)
        if not offer.installed:
            take_name(staged, own_instruments() / offer.id / offer.version)
    return offer


def on_shelf() -> Iterator[OnShelf]:
    """Every installed version of every instrument."""
    for instrument_id in installed_ids():
        for version, folder in version_folders(instrument_id).items():
            found = inspect_folder(folder).instrument
            yield OnShelf(
                instrument_id,
                version,
                found.catalogue.title if found else "",
                found.catalogue.publisher if found else "",
                found.catalogue.review.status if found else None,
                is_shipped(folder),
            )


def _contents(folder: Path) -> tuple[list[str], tuple[str, ...]]:
    """Names of the files to copy, and of what is left out."""
    if not folder.is_dir():
        raise ContentError("instrument_no_folder", name=folder.name)
    entries = _entries(folder)
    kept = [name for name, entry in entries.items() if entry.is_file() and _belongs(entry)]
    left_out = (name for name in entries if name not in kept and name != TRANSLATIONS)
    return kept, tuple(left_out)


def _entries(folder: Path) -> dict[str, Path]:
    """Everything in the folder and in its translations, by name below it."""
    found = _listed(folder)
    translations = folder / TRANSLATIONS
    if translations.is_dir() and not translations.is_symlink():
        found += _listed(translations)
    if len(found) > MOST_FILES:
        raise ContentError("instrument_too_many_files", name=folder.name, most=MOST_FILES)
    for entry in found:
        if entry.is_symlink():
            raise ContentError("instrument_has_link", name=entry.name)
        if entry.is_file() and entry.stat().st_size > LARGEST_FILE:
            raise ContentError("instrument_file_too_large", name=entry.name)
    return {entry.relative_to(folder).as_posix(): entry for entry in found}


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError("file_not_read", name=folder.name, reason=reason) from error


def _belongs(entry: Path) -> bool:
    return entry.suffix in KINDS and not entry.name.startswith(".")


def _vetted(folder: Path, source: Path) -> tuple[Instrument, tuple[Mistake, ...]]:
    """The sound instrument in a folder, with the warnings; a refusal names the source."""
    vetting = vet_folder(folder)
    if vetting.instrument is None:
        raise InstrumentRefused(source.resolve().name, vetting.mistakes)
    return vetting.instrument, vetting.mistakes


def _offer(vetted: tuple[Instrument, tuple[Mistake, ...]], left_out: tuple[str, ...]) -> Offer:
    instrument, warnings = vetted
    catalogue = instrument.catalogue
    if not is_plain(catalogue.id, catalogue.version):
        raise ContentError(
            "instrument_name_unsafe", instrument=catalogue.id, version=catalogue.version
        )
    return Offer(
        id=catalogue.id,
        version=catalogue.version,
        title=catalogue.title,
        publisher=catalogue.publisher,
        licence=catalogue.licence,
        review=catalogue.review.status,
        reviewed_by=catalogue.review.by,
        signs=len(catalogue.indicators),
        weighing=_weighing(instrument.rules),
        levels=len(instrument.rules.levels),
        warnings=warnings,
        left_out=left_out,
        installed=_is_installed(instrument),
    )


def _is_installed(instrument: Instrument) -> bool:
    """Whether this content is there; the same version with other content is refused."""
    catalogue = instrument.catalogue
    there = version_folders(catalogue.id).get(catalogue.version)
    if there is None:
        return False
    installed = inspect_folder(there).instrument
    if installed is None or installed.content_hash != instrument.content_hash:
        raise ContentError(
            "instrument_version_taken", instrument=catalogue.id, version=catalogue.version
        )
    return True


def _weighing(rules: RuleSet) -> Weighing:
    """How the answers lead to a result, by what the rule set holds."""
    deciding = [rule for rule in rules.rules if rule.kind != "bands" or rule.decides]
    if not rules.ordered:
        return "profile"
    if not rules.levels or not deciding:
        return "unscored"
    if rules.dimensions:
        return "dimensions"
    if any(isinstance(rule, Bands) for rule in deciding):
        return "points"
    if any(rule.kind == "strongest_of" for rule in deciding):
        return "levels"
    return "counts"

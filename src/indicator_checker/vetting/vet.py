"""Vetting a folder: its shape, its names, what it can and cannot give, what lies beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from indicator_checker.instrument.load import Instrument, inspect_folder
from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.vetting.manifest import check_manifest
from indicator_checker.vetting.reaching import check_reaching
from indicator_checker.vetting.rising import check_rising
from indicator_checker.vetting.translations import check_translations
from indicator_checker.vetting.worked import check_worked_cases


@dataclass(frozen=True, slots=True)
class Vetting:
    """What vetting found.

    Attributes:
        instrument: The instrument, or ``None`` if it is refused.
        mistakes: Everything found, errors first; warnings do not refuse it.
    """

    instrument: Instrument | None
    mistakes: tuple[Mistake, ...]

    @property
    def errors(self) -> tuple[Mistake, ...]:
        """The mistakes that refuse it."""
        return tuple(mistake for mistake in self.mistakes if mistake.severity == "error")


def vet_folder(folder: Path) -> Vetting:
    """Look at everything in the folder of an instrument; nothing is changed, nothing raised."""
    inspection = inspect_folder(folder)
    found = [*inspection.mistakes, *check_manifest(folder)]
    if inspection.instrument is not None:
        found += _check_sound(folder, inspection.instrument)
    found.sort(key=lambda mistake: mistake.severity != "error")
    mistakes = tuple(dict.fromkeys(found))
    refused = any(mistake.severity == "error" for mistake in mistakes)
    return Vetting(None if refused else inspection.instrument, mistakes)


def _check_sound(folder: Path, instrument: Instrument) -> Iterator[Mistake]:
    """What can be said only of an instrument that can be evaluated."""
    yield from check_rising(instrument)
    yield from check_reaching(instrument)
    yield from check_worked_cases(folder, instrument)
    yield from check_translations(folder, instrument)

"""The emergency number of the chosen place, in one sentence for every page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from indicator_checker.channels.emergency import EmergencyEntry, emergency_for

translate = QCoreApplication.translate


def emergency_numbers(country: str) -> str:
    """The numbers of a country as dialled there, or an empty string if none is known."""
    entry = emergency_for(country) if country else None
    return " · ".join(entry.numbers) if entry else ""


def emergency_sentence(country: str) -> str:
    """What the window says about the emergency number, also where it knows none."""
    entry = emergency_for(country) if country else None
    if entry is None:
        return translate("EmergencyWords", "Emergency number: choose your country first")
    if not entry.numbers:
        words = translate(
            "EmergencyWords", "Emergency number in {country}: not known here. Ask locally."
        )
        return words.format(country=entry.name)
    return _with_number(entry)


def call_words(country: str) -> str:
    """What to dial, at the end of a sentence that says whom to call."""
    numbers = emergency_numbers(country)
    if not numbers:
        return translate("EmergencyWords", "the local emergency number")
    return numbers


def _with_number(entry: EmergencyEntry) -> str:
    words = translate("EmergencyWords", "Emergency in {country}: {numbers}")
    return words.format(country=entry.name, numbers=" · ".join(entry.numbers))

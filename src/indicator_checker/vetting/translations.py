"""Whether the translations beside an instrument are whole; what is missing is only a warning."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from indicator_checker.instrument.load import Instrument, read_content
from indicator_checker.instrument.mistakes import Mistake, nearest
from indicator_checker.instrument.salvage import salvage
from indicator_checker.instrument.terms import Part, Words
from indicator_checker.instrument.translatable import translatable

FOLDER = "translations"


class Translation(Part):
    """One text in another language, and who stands for it.

    Attributes:
        src: SHA-256 of the English words that were translated.
    """

    text: Words
    src: str = ""
    status: Literal["draft", "reviewed"] = "draft"
    by: str = ""
    date: str = ""


_OVERLAY: TypeAdapter[dict[str, Translation]] = TypeAdapter(dict[str, Translation])


def check_translations(folder: Path, instrument: Instrument) -> Iterator[Mistake]:
    """A warning for each text that a translation lacks, or has too much."""
    texts = translatable(instrument.catalogue, instrument.rules, instrument.guidance)
    for path in sorted((folder / FOLDER).glob("*.json")):
        name = f"{FOLDER}/{path.name}"
        mistakes: list[Mistake] = []
        data = read_content(path, mistakes)
        overlay = salvage(_OVERLAY, name, data, mistakes).value if data else None
        yield from mistakes
        if overlay is not None:
            yield from _compared(name, texts, overlay)


def _compared(
    name: str, texts: dict[str, str], overlay: dict[str, Translation]
) -> Iterator[Mistake]:
    for key in texts:
        if key not in overlay:
            yield Mistake("translation_missing", name, key, "warning")
    for key in overlay:
        if key not in texts:
            hint = nearest(key, texts)
            yield Mistake("translation_orphan", name, key, "warning", hint)

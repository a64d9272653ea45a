"""Words of ours outside ``ui/``: every sentence by key, in the person's language.

The catalogue is ``resources/texts/<language>*.json``: a key to a template, or to the plural forms
of one. Evaluation and instrument give ids and numbers; here they become sentences.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from indicator_checker.errors import IndicatorCheckerError
from indicator_checker.resources import resource_path

SOURCE_LANGUAGE = "en"
_LONGEST_NAME_IN_ERROR = 80
_LARGEST_NUMBER_IN_ERROR = 10**9


class Words:
    """The sentences of one language, with English where a translation is missing."""

    def __init__(self, language: str = SOURCE_LANGUAGE) -> None:
        """Load the catalogue of a language (a BCP 47 tag that Babel knows)."""
        self.language = language
        self._texts = {**_catalogue(SOURCE_LANGUAGE), **_catalogue(language)}

    def __call__(self, key: str, /, **values: str | int) -> str:
        """The sentence for a key; a number ``n`` chooses the plural form.

        Raises:
            KeyError: for a key that no catalogue has; a test finds these before a user does.
        """
        template = self._texts[key]
        if not isinstance(template, str):
            template = template[self._plural_form(int(values["n"]), template)]
        shown = {name: self._shown(value) for name, value in values.items()}
        return template.format(**shown)

    def has(self, key: str) -> bool:
        """Whether there are words for this key."""
        return key in self._texts

    def keys(self) -> tuple[str, ...]:
        """All keys, for tests that read every sentence."""
        return tuple(self._texts)

    def template(self, key: str) -> str | Mapping[str, str]:
        """The template behind a key, with its plural forms if it has any."""
        return self._texts[key]

    def template_text(self, key: str) -> str:
        """A template whose values are filled in later, for example the page numbers.

        Raises:
            TypeError: for a key with plural forms.
        """
        template = self._texts[key]
        if not isinstance(template, str):
            raise TypeError(key)
        return template

    def month(self, value: date) -> str:
        """A month as the language writes it, for example November 2026."""
        from babel.dates import format_date

        return format_date(value, "MMMM y", locale=self._locale())

    def day(self, value: date) -> str:
        """A date as the language writes it, for example 21 November 2026."""
        from babel.dates import format_date

        return format_date(value, "d MMMM y", locale=self._locale())

    def moment(self, value: datetime) -> str:
        """Date, time and offset as the language writes them."""
        from babel.dates import format_datetime

        return format_datetime(value, "d MMMM y, HH:mm ('UTC'xxx)", locale=self._locale())

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 code; the code itself if it has none."""
        from babel import Locale

        return str(Locale.parse(self._locale()).territories.get(code, code))

    def error(self, error: IndicatorCheckerError) -> str:
        """What happened, what is safe, and what to do, in one paragraph."""
        shown = {name: _short(value) for name, value in error.parameters.items()}
        parts = (self(f"error.{error.code}.{part}", **shown) for part in ("what", "safe", "do"))
        return " ".join(parts)

    def mistake(self, code: str, place: str, value: str) -> str:
        """One mistake in a content file: where, what, and the way out."""
        cause = self(f"mistake.{code}.cause", value=str(_short(value)))
        way_out = self(f"mistake.{code}.way_out", value=str(_short(value)))
        return self("cli.check.mistake", place=str(_short(place)), cause=cause, way_out=way_out)

    def _plural_form(self, number: int, forms: Mapping[str, str]) -> str:
        from babel import Locale

        form = Locale.parse(self._locale()).plural_form(number)
        return form if form in forms else "other"

    def _shown(self, value: str | int) -> str:
        if isinstance(value, str):
            return value
        from babel.numbers import format_decimal

        return format_decimal(value, locale=self._locale())

    def _locale(self) -> str:
        return self.language.replace("-", "_")


@lru_cache(maxsize=8)
def _catalogue(language: str) -> dict[str, str | dict[str, str]]:
    texts: dict[str, str | dict[str, str]] = {}
    folder = resource_path("texts")
    for path in sorted(folder.glob(f"{language}.json")) + sorted(folder.glob(f"{language}.*.json")):
        texts.update(json.loads(path.read_text(encoding="utf-8")))
    return texts


def _short(value: str | int) -> str | int:
    """Names from a hostile file must not flood a message, nor break its line."""
    if isinstance(value, int) and abs(value) < _LARGEST_NUMBER_IN_ERROR:
        return value
    value = str(value)
    line = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    return line if len(line) <= _LONGEST_NAME_IN_ERROR else line[:_LONGEST_NAME_IN_ERROR] + "…"

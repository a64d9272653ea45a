"""The words of an instrument's parts, by id: signs, levels, measures, sections, selections."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from indicator_checker.instrument.conditions import Selection
from indicator_checker.instrument.load import Instrument
from indicator_checker.referral.lists import comma_list, or_list, quoted
from indicator_checker.text import Words


class Naming:
    """The parts of one instrument in the words of one language."""

    def __init__(self, instrument: Instrument, words: Words, left_out: Container[str] = ()) -> None:
        """Nothing is copied; a name is looked up when it is asked for.

        Args:
            instrument: What is named.
            words: The language of the sentences around the names.
            left_out: Signs that must not be named, because they are not printed.
        """
        self.instrument = instrument
        self.words = words
        self._left_out = left_out

    def quoted(self, text: str) -> str:
        """Words of the instrument in quotation marks."""
        return quoted(text, self.words)

    def level(self, level: str) -> str:
        """A level by its title."""
        levels = self.instrument.rules.levels
        return self.quoted(next(known.title for known in levels if known.id == level))

    def sign(self, sign: str) -> str:
        """A sign by its text."""
        if sign in self._left_out:
            return self.words("referral.annex.sign_left_out")
        return self.quoted(self.instrument.catalogue.indicators[sign].text)

    def signs(self, signs: Iterable[str]) -> str:
        """Several signs, with commas between them."""
        return comma_list([self.sign(sign) for sign in signs], self.words)

    def section(self, section: str) -> str:
        """A section by its title."""
        sections = self.instrument.catalogue.sections
        return self.quoted(next(known.title for known in sections if known.id == section))

    def dimension(self, dimension: str) -> str:
        """A dimension by its label."""
        dimensions = self.instrument.catalogue.dimensions
        return self.quoted(next(known.label for known in dimensions if known.id == dimension))

    def measure(self, measure: str) -> str:
        """A measure by its label."""
        return self.quoted(self.instrument.rule_index.measures[measure].label)

    def profile(self, profile: str) -> str:
        """A profile by its label."""
        return self.quoted(self.instrument.rule_index.profiles[profile].label)

    def bands(self, bands: str) -> str:
        """Bands by what they are the bands of."""
        return self.measure(self.instrument.rule_index.bands[bands].measure)

    def option(self, sign: str, option: str) -> str:
        """An answer to a sign by its label."""
        return self.quoted(self.instrument.catalogue.option(sign, option).label)

    def type_of(self, kind: str) -> str:
        """A kind of exploitation by its label."""
        kinds = self.instrument.catalogue.exploitation_types
        return self.quoted(next((known.label for known in kinds if known.id == kind), kind))

    def counted(self, of: Selection, number: int) -> str:
        """So many signs, with what is selected of them: *2 strong signs from “Home”*."""
        key = f"signs.count.{of.strength}" if of.strength else "signs.count"
        return self._with_phrases(of, self.words(key, n=number))

    def all_selected(self, of: Selection) -> str:
        """*The signs …*, with what is selected of them."""
        key = f"signs.all.{of.strength}" if of.strength else "signs.all"
        return self._with_phrases(of, self.words(key))

    def _with_phrases(self, of: Selection, signs: str) -> str:
        for phrase in self._phrases(of):
            signs = self.words("signs.of", signs=signs, of=phrase)
        return signs

    def _phrases(self, of: Selection) -> Iterator[str]:
        words = self.words
        named = {
            "dimensions": [self.dimension(name) for name in of.dimensions],
            "sections": [self.section(name) for name in of.sections],
            "types": [self.type_of(name) for name in of.types],
        }
        for key, names in named.items():
            if names:
                yield words(f"signs.of.{key}", names=or_list(names, words))
        if of.flags:
            flags = [words(f"signs.of.flag.{flag}") for flag in of.flags]
            yield or_list(flags, words)
        if of.indicators:
            yield words("signs.of.indicators", names=self.signs(of.indicators))

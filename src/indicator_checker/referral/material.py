"""Everything a referral is built from, in one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from indicator_checker.channels.who_to_tell import WhoToTell
from indicator_checker.checklist import Answer, Checklist, Place
from indicator_checker.evaluation.outlook import Outlook
from indicator_checker.evaluation.trace import Evaluation
from indicator_checker.instrument.load import Instrument
from indicator_checker.referral.identity import Identity, PrintOptions
from indicator_checker.text import Words


@dataclass(frozen=True, slots=True)
class ReferralInput:
    """What the summary says, and in which words.

    Attributes:
        who_to_tell: For the place where the child lives, then for where it happened.
        created: Moment of writing with its offset; the same input gives the same bytes.
        identity: Who the child is, for this export alone; ``None`` if told by phone only.
    """

    instrument: Instrument
    checklist: Checklist
    evaluation: Evaluation
    outlook: Outlook
    who_to_tell: tuple[WhoToTell, ...]
    words: Words
    created: datetime
    identity: Identity | None = None
    options: PrintOptions = field(default_factory=PrintOptions)

    def text_of(self, indicator: str) -> str:
        """The words of a sign."""
        return self.instrument.catalogue.indicators[indicator].text

    def answer(self, indicator: str) -> Answer:
        """The recorded answer to a sign that was answered."""
        return self.checklist.answers[indicator]

    def is_printed(self, indicator: str) -> bool:
        """Whether a sign is printed: always, or only because it was ticked."""
        printed = self.instrument.catalogue.indicators[indicator].print == "always"
        return printed or indicator in self.options.printed_if_ticked

    def printed(self, indicators: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the signs that are printed."""
        return tuple(indicator for indicator in indicators if self.is_printed(indicator))

    @property
    def left_out(self) -> frozenset[str]:
        """Recorded signs that nothing printed may name."""
        recorded = tuple(self.checklist.answers)
        return frozenset(recorded) - frozenset(self.printed(recorded))

    def field(self, field_id: str) -> str:
        """What was typed in a record field; empty if nothing."""
        return self.checklist.fields.get(field_id, "")

    def choice(self, field_id: str) -> str:
        """The words of the choice made in a record field; empty if none."""
        chosen = self.field(field_id)
        return self.words(f"field.{field_id}.choice.{chosen}") if chosen else ""

    def place_name(self, place: Place) -> str:
        """A place in words: region and country."""
        known = (told for told in self.who_to_tell if told.country == place.country)
        name = next((told.region_name for told in known if told.region == place.region), None)
        return place_words(self.words, place.country, name or place.region)


def place_words(words: Words, country: str, region: str | None) -> str:
    """Region and country in words; the country alone if no region was chosen."""
    name = words.country(country)
    return f"{region}, {name}" if region else name

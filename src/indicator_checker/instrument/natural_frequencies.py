"""What a published study found, as counts of people instead of percentages (P27)."""

from __future__ import annotations

from dataclasses import dataclass

from indicator_checker.instrument.made_for import Accuracy


@dataclass(frozen=True, slots=True)
class NaturalFrequencies:
    """Counts of people.

    Attributes:
        people: How many were studied.
        affected: How many of them were affected.
        pointed_to: Whom the scheme pointed to.
        found: How many of those it pointed to were affected.
    """

    people: int
    affected: int
    pointed_to: int
    found: int

    @property
    def others(self) -> int:
        """Whom the scheme did not point to."""
        return self.people - self.pointed_to

    @property
    def missed(self) -> int:
        """How many of those it did not point to were affected all the same."""
        return self.affected - self.found


def natural_frequencies(study: Accuracy) -> NaturalFrequencies | None:
    """The counts behind a study; ``None`` where it published no numbers of people.

    Sensitivity is the share of the affected who were found, specificity the share of the others
    who were not pointed to; the counts are the nearest whole people.
    """
    if study.people is None or study.affected is None:
        return None
    found = _nearest(study.affected * study.sensitivity / 100)
    wrongly = _nearest((study.people - study.affected) * (100 - study.specificity) / 100)
    return NaturalFrequencies(study.people, study.affected, found + wrongly, found)


def _nearest(number: float) -> int:
    return int(number + 0.5)

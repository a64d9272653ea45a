"""A checklist as the rules read it: which signs are present, possible, absent, not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from indicator_checker.checklist import Checklist, Danger
from indicator_checker.evaluation.facts import Facts, facts_of
from indicator_checker.instrument.model import AnswerOption, Catalogue
from indicator_checker.instrument.terms import Role


@dataclass(frozen=True)
class Reading:
    """The answers that count, in the order of the instrument, whatever the order of answering.

    Attributes:
        chosen: Option by indicator, for visible answered indicators only.
        judged_points: Points the professional added, where the scheme has them.
    """

    chosen: Mapping[str, AnswerOption]
    danger: Danger | None = None
    facts: Facts = field(default_factory=Facts)
    judged_points: int = 0

    @cached_property
    def present(self) -> tuple[str, ...]:
        """Signs answered as seen."""
        return self._with_role("present")

    @cached_property
    def possible(self) -> tuple[str, ...]:
        """Signs answered *not sure*, *suspected* or *possible*."""
        return self._with_role("possible")

    @cached_property
    def seen_or_possible(self) -> tuple[str, ...]:
        """Signs answered as seen or as possible, in the order of the instrument."""
        roles = ("present", "possible")
        return tuple(sign for sign, option in self.chosen.items() if option.role in roles)

    @cached_property
    def absent(self) -> tuple[str, ...]:
        """Signs answered as not seen."""
        return self._with_role("absent")

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Signs answered *not known*, which is not *no*."""
        return self._with_role("unknown")

    @property
    def open(self) -> tuple[str, ...]:
        """Signs that may still turn out either way."""
        return (*self.possible, *self.unknown)

    def _with_role(self, role: Role) -> tuple[str, ...]:
        return tuple(sign for sign, option in self.chosen.items() if option.role == role)


def read(checklist: Checklist, catalogue: Catalogue) -> Reading:
    """Every answer of a checklist as an option, hidden ones included."""
    chosen = {
        indicator: catalogue.option(indicator, checklist.answers[indicator].value)
        for indicator in sorted(checklist.answers, key=catalogue.order.__getitem__)
    }
    points = checklist.judged_points.points if checklist.judged_points else 0
    return Reading(chosen, checklist.danger, facts_of(checklist), points)


def with_present(reading: Reading, catalogue: Catalogue, *signs: str) -> Reading:
    """The reading if these signs had their most worrying answer."""
    worst = {sign: most_worrying(catalogue, sign) for sign in signs}
    merged = {**reading.chosen, **worst}
    ordered = {sign: merged[sign] for sign in sorted(merged, key=catalogue.order.__getitem__)}
    return replace(reading, chosen=ordered)


def without(reading: Reading, sign: str) -> Reading:
    """The reading if this answer were taken back."""
    return replace(reading, chosen={s: o for s, o in reading.chosen.items() if s != sign})


def at_worst(reading: Reading, catalogue: Catalogue) -> Reading:
    """The reading if every open answer turned out so."""
    danger: Danger | None = "yes" if reading.danger == "not_sure" else reading.danger
    return replace(with_present(reading, catalogue, *reading.open), danger=danger)


def at_best(reading: Reading, catalogue: Catalogue) -> Reading:
    """The reading if every open answer turned out not so."""
    best = {sign: least_worrying(catalogue, sign) for sign in reading.open}
    danger: Danger | None = "no" if reading.danger == "not_sure" else reading.danger
    return replace(reading, chosen={**reading.chosen, **best}, danger=danger)


def most_worrying(catalogue: Catalogue, sign: str) -> AnswerOption:
    """The option of a sign that weighs most."""
    return max(catalogue.options[sign], key=lambda option: _worry(catalogue, option))


def least_worrying(catalogue: Catalogue, sign: str) -> AnswerOption:
    """The settled option of a sign that weighs least."""
    settled = [o for o in catalogue.options[sign] if o.role in ("absent", "present")]
    return min(settled, key=lambda option: _worry(catalogue, option))


def _worry(catalogue: Catalogue, option: AnswerOption) -> tuple[bool, int]:
    return option.role == "present", catalogue.value_of(option)

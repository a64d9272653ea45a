"""A checklist as the rules read it: which signs are present, possible, absent, not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from indicator_checker.checklist import Checklist, Danger
from indicator_checker.evaluation.facts import Facts, facts_of
from indicator_checker.instrument.load import Instrument
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
        return self._by_role["present"]

    @cached_property
    def possible(self) -> tuple[str, ...]:
        """Signs answered *not sure*, *suspected* or *possible*."""
        return self._by_role["possible"]

    @cached_property
    def seen_or_possible(self) -> tuple[str, ...]:
        """Signs answered as seen or as possible, in the order of the instrument."""
        roles = ("present", "possible")
        return tuple(sign for sign, option in self.chosen.items() if option.role in roles)

    @cached_property
    def absent(self) -> tuple[str, ...]:
        """Signs answered as not seen."""
        return self._by_role["absent"]

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Signs answered *not known*, which is not *no*."""
        return self._by_role["unknown"]

    @property
    def open(self) -> tuple[str, ...]:
        """Signs that may still turn out either way."""
        return (*self.possible, *self.unknown)

    @cached_property
    def _by_role(self) -> dict[Role, tuple[str, ...]]:
        found: dict[Role, list[str]] = {"present": [], "possible": [], "absent": [], "unknown": []}
        for sign, option in self.chosen.items():
            found[option.role].append(sign)
        return {role: tuple(signs) for role, signs in found.items()}


def read(checklist: Checklist, catalogue: Catalogue) -> Reading:
    """Every answer of a checklist as an option, hidden ones included."""
    options, answers = catalogue.option_by_id, checklist.answers
    chosen = {
        indicator: options[indicator][answers[indicator].value]
        for indicator in sorted(answers, key=catalogue.order.__getitem__)
    }
    points = checklist.judged_points.points if checklist.judged_points else 0
    return Reading(chosen, checklist.danger, facts_of(checklist), points)


def with_present(reading: Reading, instrument: Instrument, *signs: str) -> Reading:
    """The reading if these signs had their most worrying answer."""
    order = instrument.catalogue.order
    merged = {**reading.chosen, **{sign: most_worrying(instrument, sign) for sign in signs}}
    ordered = {sign: merged[sign] for sign in sorted(merged, key=order.__getitem__)}
    return replace(reading, chosen=ordered)


def without(reading: Reading, sign: str) -> Reading:
    """The reading if this answer were taken back."""
    return replace(reading, chosen={s: o for s, o in reading.chosen.items() if s != sign})


def at_worst(reading: Reading, instrument: Instrument) -> Reading:
    """The reading if every open answer turned out so."""
    danger: Danger | None = "yes" if reading.danger == "not_sure" else reading.danger
    return replace(with_present(reading, instrument, *reading.open), danger=danger)


def at_best(reading: Reading, instrument: Instrument) -> Reading:
    """The reading if every open answer turned out not so.

    Where a form has no *no*, only *yes* and *suspected*, the answer is then taken back.
    """
    best = {sign: least_worrying(instrument, sign) for sign in reading.open}
    chosen = {sign: best.get(sign, option) for sign, option in reading.chosen.items()}
    danger: Danger | None = "no" if reading.danger == "not_sure" else reading.danger
    settled = {sign: option for sign, option in chosen.items() if option is not None}
    return replace(reading, chosen=settled, danger=danger)


def most_worrying(instrument: Instrument, sign: str) -> AnswerOption:
    """The option of a sign that weighs most."""
    return max(instrument.catalogue.options[sign], key=instrument.rule_index.worry)


def least_worrying(instrument: Instrument, sign: str) -> AnswerOption | None:
    """The *no* of a sign, the one that weighs least if it has several; ``None`` if it has none."""
    settled = [o for o in instrument.catalogue.options[sign] if o.role == "absent"]
    return min(settled, key=instrument.rule_index.worry, default=None)

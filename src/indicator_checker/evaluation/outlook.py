"""What would change the result, and how far it can still move over the *not sure* answers.

Bounds are over the *not sure* answers only. Over untouched ones too the highest level would
nearly always be the top one, and would drive people to question the child.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indicator_checker.checklist import Checklist
from indicator_checker.evaluation.evaluate import evaluate_reading, level_rank
from indicator_checker.evaluation.reading import Reading, read
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import Flag, Indicator, Strength

#: More extra signs than this are no *small* change; the search stops there.
MOST_EXTRA_SIGNS = 4


@dataclass(frozen=True, slots=True)
class SignKind:
    """Signs that weigh the same: never one particular sign to go and look for."""

    strength: Strength
    dimensions: tuple[str, ...]
    flag: Flag | None


@dataclass(frozen=True, slots=True)
class Change:
    """So many more signs of one kind would give this level."""

    level: str
    kind: SignKind
    signs: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """How firm the result is.

    Attributes:
        lowest: Level if every *not sure* turned out not so.
        highest: Level if every *not sure* turned out so.
        exact: Whether the bounds are exact; they are where every rule only raises.
        raising: Smallest changes that reach the next higher levels.
        rests_on: Seen signs of which each alone holds the level up.
    """

    lowest: str
    highest: str
    exact: bool
    raising: tuple[Change, ...]
    rests_on: tuple[str, ...]


def look_ahead(instrument: Instrument, checklist: Checklist) -> Outlook:
    """How the result could still move."""
    reading = read(instrument, checklist)
    now = evaluate_reading(instrument, reading).level
    return Outlook(
        lowest=evaluate_reading(instrument, reading.at_best()).level,
        highest=evaluate_reading(instrument, reading.at_worst()).level,
        exact=True,
        raising=tuple(_raising(instrument, reading, now)),
        rests_on=_rests_on(instrument, reading, now),
    )


def _rests_on(instrument: Instrument, reading: Reading, now: str) -> tuple[str, ...]:
    rank = level_rank(instrument, now)
    return tuple(
        sign for sign in reading.present if _rank_of(instrument, reading.without(sign)) < rank
    )


def _rank_of(instrument: Instrument, reading: Reading) -> int:
    return level_rank(instrument, evaluate_reading(instrument, reading).level)


def _raising(instrument: Instrument, reading: Reading, now: str) -> Iterator[Change]:
    """For each higher level the kinds that reach it with the fewest extra signs."""
    rank_now = level_rank(instrument, now)
    found: dict[str, list[Change]] = {}
    for kinds in _kinds_by_flag(instrument, reading):
        # Seeing more never lowers: where all of them together change nothing, none of them does.
        together = reading.with_present(*(sign for signs in kinds.values() for sign in signs))
        if _rank_of(instrument, together) > rank_now:
            for kind, signs in kinds.items():
                for change in _first_steps(instrument, reading, kind, signs, rank_now):
                    found.setdefault(change.level, []).append(change)
    for level in instrument.rules.levels:
        changes = found.get(level.id, [])
        fewest = min((change.signs for change in changes), default=0)
        yield from (change for change in changes if change.signs == fewest)


def _first_steps(
    instrument: Instrument, reading: Reading, kind: SignKind, signs: list[str], rank_now: int
) -> Iterator[Change]:
    """Each level that more signs of one kind reach, with how many it takes.

    The most signs are tried first: seeing more never lowers, so fewer reach nothing higher.
    """
    highest = _rank_of(instrument, reading.with_present(*signs))
    best = rank_now
    for extra in range(1, len(signs) + 1):
        if best == highest:
            return
        rank = _rank_of(instrument, reading.with_present(*signs[:extra]))
        if rank > best:
            best = rank
            yield Change(instrument.rules.levels[rank].id, kind, extra)


def _kinds_by_flag(instrument: Instrument, reading: Reading) -> Iterator[dict[SignKind, list[str]]]:
    """A few signs of each kind that were not seen so far, the kinds of one flag together.

    Of each overlap group there is one sign; groups that were not seen at all come first.
    """
    catalogue = instrument.catalogue
    present = {catalogue.group_of.get(sign, sign) for sign in reading.present}
    kinds: dict[SignKind, dict[str, str]] = {}
    for indicator in catalogue.indicators.values():
        if indicator.strength != "context" and indicator.id not in reading.present:
            group = catalogue.group_of.get(indicator.id, indicator.id)
            kinds.setdefault(_kind(indicator), {}).setdefault(group, indicator.id)
    for flag in {kind.flag: None for kind in kinds}:
        yield {
            kind: [groups[g] for g in sorted(groups, key=present.__contains__)][:MOST_EXTRA_SIGNS]
            for kind, groups in kinds.items()
            if kind.flag == flag
        }


def _kind(indicator: Indicator) -> SignKind:
    return SignKind(indicator.strength, indicator.dimensions, indicator.flag)

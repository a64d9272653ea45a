"""Which signs a rule counts, each overlap group once (rule word P31)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from indicator_checker.evaluation.reading import Reading
from indicator_checker.instrument.conditions import Selection
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import Catalogue


def seen_signs(instrument: Instrument, reading: Reading, of: Selection) -> tuple[str, ...]:
    """The selected signs that are seen, or possible where the selection counts these."""
    named = instrument.rule_index.counted(of)
    signs = reading.seen_or_possible if of.count_possible else reading.present
    return tuple(filter(named.__contains__, signs))


def answered_signs(instrument: Instrument, reading: Reading, of: Selection) -> tuple[str, ...]:
    """The selected signs that are answered, whatever the answer; background never counts."""
    indicators, named = instrument.catalogue.indicators, instrument.rule_index.counted(of)
    return tuple(
        sign for sign in reading.chosen if sign in named and indicators[sign].strength != "context"
    )


def groups_of(catalogue: Catalogue, signs: Iterable[str]) -> set[str]:
    """The overlap groups of these signs; a sign without one is its own group."""
    return set(map(catalogue.story_of.__getitem__, signs))


def once_per_group(catalogue: Catalogue, worth: Mapping[str, int]) -> dict[str, str]:
    """Each sign with the one that counts in its place, or an empty string where it counts.

    Of two signs worth the same the first in the instrument counts, so that the order of
    answering changes nothing.
    """
    groups = groups_of(catalogue, worth)
    if len(groups) == len(worth):
        return dict.fromkeys(worth, "")
    best: dict[str, str] = {}
    for sign in sorted(worth, key=lambda s: (-worth[s], catalogue.order[s])):
        best.setdefault(catalogue.story_of[sign], sign)
    counted = {sign: best[catalogue.story_of[sign]] for sign in worth}
    return {sign: "" if sign == chosen else chosen for sign, chosen in counted.items()}

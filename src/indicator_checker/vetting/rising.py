"""Seeing more never lowers a result: what cannot be proved is searched for a counter-example.

The search is the same on every computer: a fixed number of trials from a fixed beginning. A pair
of answers that shows a fall refuses the instrument; none found is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.instrument.monotone import unproved
from indicator_checker.instrument.places import CATALOGUE_FILE, RULES_FILE
from indicator_checker.vetting.focus import signs_behind
from indicator_checker.vetting.witness import Witness, find_witness

#: Readings that are weighed in all before the search ends.
BUDGET = 5_000


def check_rising(instrument: Instrument) -> Iterator[Mistake]:
    """Search every part that is not proved."""
    if not instrument.rules.ordered or not instrument.rules.levels:
        # Without an order of levels nothing can fall.
        return
    parts = unproved(instrument.catalogue, instrument.rules)
    not_proved: list[str] = []
    for part in parts:
        focus = signs_behind(instrument, part)
        witness = find_witness(instrument, part, focus, BUDGET // len(parts))
        if witness is None:
            not_proved.append(part)
        else:
            yield Mistake("not_monotone", f"{_file_of(instrument, part)}: {part}", said(witness))
    if not_proved:
        yield Mistake("monotone_not_proved", RULES_FILE, ", ".join(not_proved), "warning")


def said(witness: Witness) -> str:
    """Both sets of answers with the level each leads to."""
    before = ", ".join(f"{sign}={option}" for sign, option in witness.before)
    with_it = ", ".join(filter(None, (before, f"{witness.added[0]}={witness.added[1]}")))
    without = ", ".join(filter(None, (before, witness.instead_of)))
    lower, higher = witness.level_with or "-", witness.level_without or "-"
    return f"{{{without}}} → {higher}; {{{with_it}}} → {lower}"


def _file_of(instrument: Instrument, part: str) -> str:
    catalogue = instrument.catalogue
    observed = {"answers", *catalogue.indicators, *(scale.id for scale in catalogue.scales)}
    observed |= {section.id for section in catalogue.sections}
    return CATALOGUE_FILE if part in observed else RULES_FILE

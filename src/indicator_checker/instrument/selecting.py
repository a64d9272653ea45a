"""Which indicators a selection names."""

from __future__ import annotations

from indicator_checker.instrument.conditions import Selection
from indicator_checker.instrument.model import Catalogue, Indicator
from indicator_checker.instrument.terms import STRENGTHS, Strength

#: The stronger a sign, the higher.
RANK: dict[Strength, int] = {strength: rank for rank, strength in enumerate(STRENGTHS)}


def selects(catalogue: Catalogue, indicator: Indicator, of: Selection) -> bool:
    """Whether a selection names an indicator."""
    return (
        (of.strength is None or RANK[indicator.strength] >= RANK[of.strength])
        and (not of.dimensions or any(d in of.dimensions for d in indicator.dimensions))
        and (not of.sections or catalogue.section_of[indicator.id].id in of.sections)
        and (not of.flags or indicator.flag in of.flags)
        and (not of.types or any(kind in of.types for kind in indicator.types))
        and (not of.indicators or indicator.id in of.indicators)
    )


def selected(catalogue: Catalogue, of: Selection) -> tuple[Indicator, ...]:
    """The indicators that a selection names; background is named only by flag or id."""
    return tuple(i for i in catalogue.indicators.values() if selects(catalogue, i, of))

"""Which indicators a selection names, and which of them it counts."""

from __future__ import annotations

from indicator_checker.instrument.conditions import Selection
from indicator_checker.instrument.model import Catalogue, Indicator
from indicator_checker.instrument.terms import STRENGTHS, Strength

#: The stronger a sign, the higher.
RANK: dict[Strength, int] = {strength: rank for rank, strength in enumerate(STRENGTHS)}


def selects(catalogue: Catalogue, indicator: Indicator, of: Selection) -> bool:
    """Whether a selection names an indicator."""
    return (
        (of.strength is None or _rank(indicator, of) >= RANK[of.strength])
        and (not of.dimensions or any(d in of.dimensions for d in indicator.dimensions))
        and (not of.sections or catalogue.section_of[indicator.id].id in of.sections)
        and (not of.flags or indicator.flag in of.flags)
        and (not of.types or any(kind in of.types for kind in indicator.types))
        and (not of.indicators or indicator.id in of.indicators)
    )


def selected(catalogue: Catalogue, of: Selection) -> tuple[Indicator, ...]:
    """The indicators that a selection names, background among them."""
    return tuple(i for i in catalogue.indicators.values() if selects(catalogue, i, of))


def counted(catalogue: Catalogue, of: Selection) -> tuple[Indicator, ...]:
    """The indicators that a selection counts: background only if named, unscored lists never."""
    return tuple(i for i in selected(catalogue, of) if _counts(catalogue, i, of))


def _counts(catalogue: Catalogue, indicator: Indicator, of: Selection) -> bool:
    named = indicator.id in of.indicators or "context" in of.flags
    in_scored_part = catalogue.section_of[indicator.id].scored
    return in_scored_part and (named or indicator.strength != "context")


def _rank(indicator: Indicator, of: Selection) -> int:
    """The strength of an indicator in the dimensions that are looked at (P12)."""
    there = [
        indicator.strength_in.get(dimension, indicator.strength)
        for dimension in indicator.dimensions
        if dimension in of.dimensions
    ]
    return max((RANK[strength] for strength in there), default=RANK[indicator.strength])

"""The arithmetic of a dimension, and the combinations it must agree with.

Source of the rule: ILO and European Commission, *Operational indicators of trafficking in human
beings*, 2009 (read in a second-hand transcription).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from indicator_checker.instrument.measures import StrengthPoints
from indicator_checker.instrument.terms import ScoredStrength

STRONGEST_FIRST: tuple[ScoredStrength, ...] = ("strong", "medium", "weak")
Counts = Mapping[ScoredStrength, int]


def points_for(part: StrengthPoints, counts: Counts) -> int:
    """Points for so many signs of each strength, the ``at_most`` limits kept."""
    total = 0
    for strength, count in counts.items():
        points = count * part.points.get(strength, 0)
        total += min(points, part.at_most.get(strength, points))
    return total


def met_by_points(part: StrengthPoints, counts: Counts) -> bool:
    """Whether so many signs of each strength meet the dimension, by the arithmetic."""
    return points_for(part, counts) >= part.met_at


def met_by_combination(part: StrengthPoints, counts: Counts) -> bool:
    """Whether so many signs of each strength meet the dimension, by the combinations."""
    return any(
        counts["strong"] >= need.strong
        and counts["medium"] >= need.medium
        and counts["weak"] >= need.weak
        for need in part.combinations
    )


def first_disagreement(part: StrengthPoints, most: int = 6) -> dict[ScoredStrength, int] | None:
    """The smallest counts, up to ``most`` of each, for which the two forms disagree."""
    for numbers in product(range(most + 1), repeat=len(STRONGEST_FIRST)):
        counts = dict(zip(STRONGEST_FIRST, numbers, strict=True))
        if met_by_points(part, counts) != met_by_combination(part, counts):
            return counts
    return None

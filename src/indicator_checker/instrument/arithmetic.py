"""The arithmetic of a dimension, and the combinations it must agree with.

Source of the rule: ILO and European Commission, *Operational indicators of trafficking in human
beings*, 2009 (read in a second-hand transcription).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise, product

from indicator_checker.instrument.rules import ScoredStrength, StrengthPoints

STRONGEST_FIRST: tuple[ScoredStrength, ...] = ("strong", "medium", "weak")
#: More signs of one strength than this are in no dimension; it bounds the search.
MOST_COUNTED = 20
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


def first_disagreement(part: StrengthPoints) -> dict[ScoredStrength, int] | None:
    """The smallest counts for which the two forms disagree."""
    for counts in _all_counts(part):
        if met_by_points(part, counts) != met_by_combination(part, counts):
            return dict(counts)
    return None


def first_reversal(part: StrengthPoints) -> dict[ScoredStrength, int] | None:
    """The smallest counts that are met, but no longer with one sign stronger than it was.

    Of an overlap group the strongest sign counts alone, so seeing more can have this effect.
    """
    for counts in _all_counts(part):
        if met_by_points(part, counts):
            for stronger, weaker in pairwise(STRONGEST_FIRST):
                changed = {**counts, stronger: counts[stronger] + 1, weaker: counts[weaker] - 1}
                if counts[weaker] and not met_by_points(part, changed):
                    return dict(counts)
    return None


def _all_counts(part: StrengthPoints) -> Iterator[Counts]:
    """All counts up to where one more sign of a strength can change nothing."""
    ranges = (range(_most_that_matter(part, strength) + 1) for strength in STRONGEST_FIRST)
    for numbers in product(*ranges):
        yield dict(zip(STRONGEST_FIRST, numbers, strict=True))


def _most_that_matter(part: StrengthPoints, strength: ScoredStrength) -> int:
    points = part.points.get(strength, 0)
    enough = -(-part.met_at // points) if points else 1
    named: int = max(getattr(need, strength) for need in part.combinations)
    return min(max(enough, named), MOST_COUNTED)

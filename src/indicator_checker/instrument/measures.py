"""The rule words that are numbers: counts, sums, totals, dimensions, profiles."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from indicator_checker.instrument.conditions import Condition, Selection
from indicator_checker.instrument.terms import Id, Part, ScoredStrength, Sources, Words

#: Never below nought: a sign that takes points away would lower a result.
Points = Annotated[int, Field(ge=0, le=1000)]


class Combination(Part):
    """One way to meet a dimension: at least so many signs of each strength (P9).

    Attributes:
        strong: At least so many strong signs.
        medium: And at least so many medium ones.
        weak: And at least so many weak ones.
    """

    strong: int = Field(default=0, ge=0)
    medium: int = Field(default=0, ge=0)
    weak: int = Field(default=0, ge=0)


class StrengthPoints(Part):
    """A dimension weighed by arithmetic a person can redo by hand (P9, P10).

    Attributes:
        points: Points for one sign of each strength.
        at_most: Most points that all signs of a strength give together.
        met_at: Points from which the dimension is met.
        combinations: The same rule said as combinations; a test proves that both agree.
        counts_as: Name under which several dimensions count once.
        dimension: Id of the dimension, from ``instrument.json``.
    """

    word: Literal["strength_points"]
    dimension: Id
    points: dict[ScoredStrength, Points]
    at_most: dict[ScoredStrength, Points] = Field(default_factory=dict)
    met_at: int = Field(ge=1)
    combinations: tuple[Combination, ...] = Field(min_length=1)
    counts_as: Id
    sources: Sources


class Count(Part):
    """How many of the selected signs are seen, each overlap group once (P2)."""

    word: Literal["count"]
    id: Id
    label: Words
    of: Selection
    applies: Condition | None = None


class Sum(Part):
    """The sum of weight times value over the selected signs: a section's subtotal (P1, P3, P5).

    Attributes:
        weights: Weights that stand instead of the signs' own, for a profile switch (P11).
        at_most: Most points it gives.
        applies: Counts only then; 0 otherwise (P11).
    """

    word: Literal["sum"]
    id: Id
    label: Words
    of: Selection
    weights: dict[Id, int] = Field(default_factory=dict)
    at_most: int | None = Field(default=None, ge=1)
    applies: Condition | None = None


class Highest(Part):
    """The highest value among the selected signs (P7)."""

    word: Literal["highest"]
    id: Id
    label: Words
    of: Selection
    applies: Condition | None = None


class Total(Part):
    """The sum of other measures (P5); with ``judgement`` the professional's points too (P23).

    Attributes:
        of: Ids of the measures it adds up.
        judgement: Whether points of the professional's own judgement are added.
    """

    word: Literal["total"]
    id: Id
    label: Words
    of: tuple[Id, ...] = Field(min_length=1)
    judgement: bool = False
    applies: Condition | None = None


Measure = Annotated[Count | Sum | Highest | Total, Field(discriminator="word")]


class BandRange(Part):
    """Whole numbers from ``from`` to ``to``, both included; the last range has no ``to``."""

    lowest: int = Field(alias="from")
    highest: int | None = Field(default=None, alias="to")
    level: Id


class Profile(Part):
    """How many parts stand at each level; no sum is made of them (P8).

    Attributes:
        indicators: Signs whose answers stand for levels.
        bands: Bands (of sections) whose levels are counted.
    """

    id: Id
    label: Words
    indicators: Selection | None = None
    bands: tuple[Id, ...] = ()

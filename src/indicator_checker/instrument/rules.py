"""The rule words: a small vocabulary of typed rules that can be read aloud.

A rule set is data, not code. Every *condition* here only ever becomes true when more is seen, and
a level rule only ever raises (a cap is lifted, never lowered, by seeing more), so that a worrying
answer can never lower a result. A new word is a new model in the union it belongs to, plus the
function of the same name in ``evaluation``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from indicator_checker.instrument.model import Flag, Id, Part, SourceCode, Strength, Words

Step = Literal["keep_noticing", "talk", "report_today", "act_now"]
DangerAnswer = Literal["yes", "help_here", "not_sure", "no"]
#: The four steps, lowest first.
STEPS: tuple[Step, ...] = ("keep_noticing", "talk", "report_today", "act_now")
ScoredStrength = Literal["strong", "medium", "weak"]
#: Never below nought: a sign that takes points away would lower a result.
Points = Annotated[int, Field(ge=0, le=1000)]
Sources = Annotated[tuple[SourceCode, ...], Field(min_length=1)]


class Selection(Part):
    """Which signs a rule looks at; an empty field sets no condition.

    ``strength`` means *this strength or stronger*: a stronger sign never counts for less.
    """

    strength: Strength | None = None
    dimensions: tuple[Id, ...] = ()
    flags: tuple[Flag, ...] = ()
    indicators: tuple[Id, ...] = ()


class Always(Part):
    """True for every checklist: the level that needs nothing."""

    word: Literal["always"]


class DangerAnswered(Part):
    """The question *Is anyone in danger right now?* has one of these answers (P13)."""

    word: Literal["danger_answered"]
    answers: tuple[DangerAnswer, ...] = Field(min_length=1)


class CountAtLeast(Part):
    """At least so many of the selected signs are seen, each overlap group once (P2, P31)."""

    word: Literal["count_at_least"]
    of: Selection
    at_least: int = Field(ge=1)


class DimensionsMet(Part):
    """At least so many of the named dimensions are met (P10).

    Dimensions that share ``counts_as`` are one here.
    """

    word: Literal["dimensions_met"]
    of: tuple[Id, ...] = Field(min_length=1)
    at_least: int = Field(ge=1)


Condition = Annotated[
    Always | DangerAnswered | CountAtLeast | DimensionsMet, Field(discriminator="word")
]


class Combination(Part):
    """One way to meet a dimension: at least so many signs of each strength (P9)."""

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
    """

    word: Literal["strength_points"]
    dimension: Id
    points: dict[ScoredStrength, Points]
    at_most: dict[ScoredStrength, Points] = Field(default_factory=dict)
    met_at: int = Field(ge=1)
    combinations: tuple[Combination, ...] = Field(min_length=1)
    counts_as: Id
    sources: Sources


class Level(Part):
    """A next step, never a risk label.

    Attributes:
        step: What the program does with it: symbol, mandatory sentences, order.
        title: The step in words.
        action: What it asks the person to do.
    """

    id: Id
    step: Step
    title: Words
    action: Words


class LevelRule(Part):
    """Reaches a level when its condition is true.

    ``override`` stands above floors, caps and ``reach``; ``floor`` stands above caps and
    ``reach`` (P13, P14).
    """

    id: Id
    kind: Literal["override", "floor", "reach"]
    level: Id
    when: Condition
    reason: Words
    sources: Sources


class Cap(Part):
    """What ``reach`` rules give cannot exceed the level unless the condition is true (P16)."""

    id: Id
    kind: Literal["cap"]
    level: Id
    unless: Condition
    reason: Words
    sources: Sources


class MinimumSettled(Part):
    """Below so many settled answers a flag says: not enough information yet (P21)."""

    settled: int = Field(ge=0)
    reason: Words


class RuleSet(Part):
    """``rules.json``: how what was recorded leads to a next step.

    ``unknown`` says what a *not sure* counts as. It has no default: an instrument must choose
    (P19). ``own_state``: counted apart, no points. ``as_no``: like not seen.
    """

    format: Literal[1]
    unknown: Literal["own_state", "as_no"]
    levels: tuple[Level, ...] = Field(min_length=1)
    minimum: MinimumSettled
    dimensions: tuple[StrengthPoints, ...] = ()
    rules: tuple[Annotated[LevelRule | Cap, Field(discriminator="kind")], ...] = Field(min_length=1)

"""The rule set: levels, and the rules that lead to them.

A rule set is data, not code: a small vocabulary of typed words that can be read aloud. A new word
is a new model in the union it belongs to, plus its reading in ``evaluation``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from indicator_checker.instrument.conditions import Condition, Selection
from indicator_checker.instrument.measures import BandRange, Measure, Profile, StrengthPoints
from indicator_checker.instrument.terms import Id, Part, Sources, Step, Words


class Level(Part):
    """A result: for ours a next step, for a published scheme its own band.

    Attributes:
        step: What the program does with it: symbol, mandatory sentences, order.
        title: The level in words.
        action: What it asks the person to do.
        deadline_hours: Within how many hours (P26).
    """

    id: Id
    step: Step
    title: Words
    action: Words
    deadline_hours: int | None = Field(default=None, ge=1)


class LevelRule(Part):
    """Reaches a level when its condition is true.

    Attributes:
        kind: ``override`` stands above floors, caps and ``reach``; ``floor`` above caps and
            ``reach`` (P13, P14).
        stops: Whether nothing more needs to be filled in once it is true (P13).
        deadline_hours: Within how many hours something has to happen (P26).
        when: The condition.
    """

    kind: Literal["override", "floor", "reach"]
    id: Id
    level: Id
    when: Condition
    stops: bool = False
    deadline_hours: int | None = Field(default=None, ge=1)
    reason: Words
    sources: Sources


class Cap(Part):
    """What ``reach`` rules give cannot exceed the level unless the condition is true (P16).

    Attributes:
        unless: The condition that lifts it.
    """

    kind: Literal["cap"]
    id: Id
    level: Id
    unless: Condition
    reason: Words
    sources: Sources


class Bands(Part):
    """Ranges of a measure, each with its level (P6).

    ``decides`` is false for the bands of one section, whose level goes into a profile.

    Attributes:
        measure: Id of the measure.
        ranges: The bands, the lowest first; the last one has no ``to``.
        decides: Whether it sets a result of its own.
    """

    kind: Literal["bands"]
    id: Id
    measure: Id
    ranges: tuple[BandRange, ...] = Field(min_length=1)
    decides: bool = True
    applies: Condition | None = None
    reason: Words
    sources: Sources


class StrongestOf(Part):
    """The highest level among signs that stand for a level, or among bands (P7).

    Attributes:
        indicators: Signs that stand for a level.
        bands: Ids of rules of the kind ``bands``.
    """

    kind: Literal["strongest_of"]
    id: Id
    indicators: Selection | None = None
    bands: tuple[Id, ...] = ()
    reason: Words
    sources: Sources


Rule = Annotated[LevelRule | Cap | Bands | StrongestOf, Field(discriminator="kind")]


class MinimumSettled(Part):
    """Below so many settled answers a flag says: not enough information yet (P21).

    It stands beside the level; the lowest level is then not shown as a result.

    Attributes:
        settled: So many signs answered *seen* or *not seen*; 0 for none.
        of: Which signs are counted; all if not given.
    """

    settled: int = Field(ge=0)
    of: Selection = Selection()
    reason: Words


class EvidenceNeeded(Part):
    """What has to be written down under each of the selected signs that is seen (P24).

    Attributes:
        needs: ``note`` (what), ``when``, ``basis`` (how it is known).
    """

    of: Selection
    needs: tuple[Literal["note", "when", "basis"], ...] = Field(min_length=1)
    reason: Words


class JudgementPoints(Part):
    """Points the professional may add, with a reason, where the scheme says so (P23).

    Attributes:
        lowest: Fewest points.
        highest: Most points.
    """

    lowest: int = Field(alias="from", ge=0)
    highest: int = Field(alias="to", ge=0)
    reason: Words


class RuleSet(Part):
    """``rules.json``: how what was recorded leads to a result.

    Attributes:
        unknown: What *not known* counts as (P19). It has no default: an instrument must choose.
            ``own_state``: counted apart, no points. ``no_score``: no points, and left out of
            what is counted as settled. ``as_no``: like *no*. ``block``: no result until settled.
        levels: Lowest first. Empty for an unscored list, and for a profile without an order (P28).
        assumed: What the file takes for granted where the published source does not say.
        review_after_days: When to look again (P25).
        ordered: Whether the levels have an order; a profile without a result has none.
        minimum: How many signs have to be settled before a low result is shown.
        dimensions: How each scored dimension is weighed.
        measures: Counts, sums and totals.
        profiles: How many parts stand at each level.
        rules: What leads to a level.
        evidence: What has to be written down.
        judgement_points: Points by the professional's own judgement, where the scheme has
            them.
    """

    format: Literal[1]
    unknown: Literal["own_state", "no_score", "as_no", "block"]
    levels: tuple[Level, ...] = ()
    ordered: bool = True
    minimum: MinimumSettled
    dimensions: tuple[StrengthPoints, ...] = ()
    measures: tuple[Measure, ...] = ()
    profiles: tuple[Profile, ...] = ()
    rules: tuple[Rule, ...] = ()
    evidence: tuple[EvidenceNeeded, ...] = ()
    judgement_points: JudgementPoints | None = None
    review_after_days: int | None = Field(default=None, ge=1)
    assumed: tuple[Words, ...] = ()

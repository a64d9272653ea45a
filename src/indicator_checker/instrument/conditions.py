"""The rule words that are true, false, or not known: conditions.

A condition over signs only ever becomes true when more is seen, unless it holds a ``not``; the
linter proves that, or looks for the pair of answers that breaks it. A condition over a fact (age,
setting) is *not known* while the fact is: unknown is never *no* (*cannot be ruled out*).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from indicator_checker.instrument.terms import DangerAnswer, Flag, Id, Part, Setting, Strength


class Selection(Part):
    """Which signs a rule looks at; an empty field sets no condition.

    Attributes:
        strength: This strength *or stronger*: a stronger sign never counts for less.
        count_possible: Whether *not sure*, *suspected* or *possible* counts here too (P20).
        dimensions: Signs in one of these dimensions.
        sections: Signs in one of these sections.
        flags: Signs with one of these flags.
        types: Signs of one of these kinds of exploitation.
        indicators: These signs themselves.
    """

    strength: Strength | None = None
    dimensions: tuple[Id, ...] = ()
    sections: tuple[Id, ...] = ()
    flags: tuple[Flag, ...] = ()
    types: tuple[Id, ...] = ()
    indicators: tuple[Id, ...] = ()
    count_possible: bool = False


class Always(Part):
    """True for every checklist: the level that needs nothing."""

    word: Literal["always"]


class DangerAnswered(Part):
    """The question *Is anyone in danger right now?* has one of these answers (P13).

    Attributes:
        answers: ``yes``, ``help_here``, ``not_sure``, ``no``; name the more worrying ones
            too.
    """

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


class MeasureAtLeast(Part):
    """A sum, count or total has reached so many points.

    Attributes:
        measure: Id of the measure.
    """

    word: Literal["measure_at_least"]
    measure: Id
    at_least: int


class Answered(Part):
    """An indicator has one of these answers: an earlier answer, or a choice from a list (P18).

    Attributes:
        indicator: Id of the sign.
        options: Ids of the answers that make it true.
    """

    word: Literal["answered"]
    indicator: Id
    options: tuple[Id, ...] = Field(min_length=1)


class LevelsAtLeast(Part):
    """At least so many parts of a profile stand at this level or higher (P7, P8).

    Attributes:
        profile: Id of the profile.
    """

    word: Literal["levels_at_least"]
    profile: Id
    level: Id
    at_least: int = Field(ge=1)


class AgeBelow(Part):
    """The child is younger than so many years; not known while the age is not."""

    word: Literal["age_below"]
    years: int = Field(ge=1, le=120)


class AgeAtLeast(Part):
    """The person is so many years old or older; not known while the age is not."""

    word: Literal["age_at_least"]
    years: int = Field(ge=1, le=120)


class SettingIs(Part):
    """The checklist is filled in at one of these settings; not known while none is chosen.

    Attributes:
        settings: ``school``, ``health``, ``other``.
    """

    word: Literal["setting_is"]
    settings: tuple[Setting, ...] = Field(min_length=1)


class AllOf(Part):
    """Every one of these conditions is true (P15)."""

    word: Literal["all_of"]
    conditions: tuple[Condition, ...] = Field(min_length=1)


class AnyOf(Part):
    """At least one of these conditions is true."""

    word: Literal["any_of"]
    conditions: tuple[Condition, ...] = Field(min_length=1)


class AtLeastOf(Part):
    """At least so many of these conditions are true (P10)."""

    word: Literal["at_least_of"]
    conditions: tuple[Condition, ...] = Field(min_length=1)
    at_least: int = Field(ge=1)


class Not(Part):
    """The condition is not true. Over signs it breaks *seeing more never lowers a result*."""

    word: Literal["not"]
    condition: Condition


Condition = Annotated[
    Always
    | DangerAnswered
    | CountAtLeast
    | DimensionsMet
    | MeasureAtLeast
    | Answered
    | LevelsAtLeast
    | AgeBelow
    | AgeAtLeast
    | SettingIs
    | AllOf
    | AnyOf
    | AtLeastOf
    | Not,
    Field(discriminator="word"),
]

for _model in (AllOf, AnyOf, AtLeastOf, Not):
    _model.model_rebuild()

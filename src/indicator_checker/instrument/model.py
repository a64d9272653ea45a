"""What can be observed: the instrument as frozen pydantic models.

An instrument is data. It is checked here, where its bytes come in; the rest of the program reads
it as plain values.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,40}$")]
SourceCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9-]{1,40}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Strength = Literal["strong", "medium", "weak", "context"]
Flag = Literal["emergency", "report_today", "context"]
Setting = Literal["school", "health", "other"]
Service = Literal["police", "ambulance", "sexual_assault_centre", "crisis_team"]

#: From weakest to strongest; a context entry never counts.
STRENGTHS: tuple[Strength, ...] = ("context", "weak", "medium", "strong")


class Part(BaseModel):
    """A frozen piece of content; unknown keys and loose types are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Source(Part):
    """Where a statement comes from, and how it was read.

    ``status`` is ``"memory"`` where nobody could open the source: it is shown as such.
    """

    organisation: Words
    title: Words
    year: Words
    url: Words | None = None
    status: Literal["read", "read_second_hand", "memory"]
    note: str = ""


class Review(Part):
    """Who has looked at the content; until then every page says so."""

    status: Literal["not_reviewed", "reviewed"]
    by: tuple[Words, ...] = ()
    date: str | None = None
    needed: tuple[Words, ...] = ()


class Ages(Part):
    """Ages in years, both ends included; they order and mark, they hide nothing."""

    lowest: int | None = Field(default=None, alias="from", ge=0, le=120)
    highest: int | None = Field(default=None, alias="to", ge=0, le=120)
    note: str = ""


class MadeFor(Part):
    """Whom the instrument was made for."""

    ages: Ages
    settings: tuple[Setting, ...]


class AnswerOption(Part):
    """One possible answer and what it means to the rules."""

    id: Id
    label: Words
    role: Literal["present", "possible", "absent"]


class Labelled(Part):
    """An id with the words for it."""

    id: Id
    label: Words


class Dimension(Part):
    """A side of exploitation that signs speak to; an unscored one never counts as met."""

    id: Id
    label: Words
    meaning: Words
    scored: bool
    source: SourceCode


class Route(Part):
    """Whom to call for one immediate sign, and what to do this minute."""

    to: tuple[Service, ...] = Field(min_length=1)
    do: Words


class Indicator(Part):
    """Something seen, on record, or said without being asked.

    ``print`` is ``"if_ticked"`` where the PDF leaves it out unless the person asks for it.
    """

    id: Id
    text: Words
    looks_like: str
    could_also_be: str
    asking: Literal["observe", "already_known", "do_not_ask"]
    settings: tuple[Setting, ...] = Field(min_length=1)
    ages: Ages
    types: tuple[Id, ...] = Field(min_length=1)
    dimensions: tuple[Id, ...] = Field(min_length=1)
    strength: Strength
    flag: Flag | None
    route: Route | None = None
    print: Literal["always", "if_ticked"] = "always"
    short_pass: bool = False
    reason: Words
    sources: tuple[SourceCode, ...] = Field(min_length=1)


class Section(Part):
    """One page of the checklist; the ``immediate`` one is the danger page."""

    id: Id
    title: Words
    intro: Words
    immediate: bool = False
    indicators: tuple[Indicator, ...] = Field(min_length=1)


class OverlapGroup(Part):
    """Signs that tell the same story: only the strongest one counts (rule word P31)."""

    id: Id
    members: tuple[Id, ...] = Field(min_length=2)


class Catalogue(Part):
    """``instrument.json``: everything that can be observed, without the rules."""

    format: Literal[1]
    id: Id
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
    language: Words
    title: Words
    summary: Words
    publisher: Words
    licence: Words
    review: Review
    made_for: MadeFor
    answers: tuple[AnswerOption, ...] = Field(min_length=2)
    exploitation_types: tuple[Labelled, ...]
    dimensions: tuple[Dimension, ...]
    sections: tuple[Section, ...] = Field(min_length=1)
    overlap_groups: tuple[OverlapGroup, ...] = ()
    act_entries: dict[Literal["recruit", "move", "harbour_or_receive"], tuple[Id, ...]] = Field(
        default_factory=dict
    )

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """All indicators by id, in the order of the pages."""
        return {i.id: i for section in self.sections for i in section.indicators}

    @cached_property
    def order(self) -> dict[str, int]:
        """Place of each indicator in the instrument, from 0."""
        return {indicator: place for place, indicator in enumerate(self.indicators)}

    @cached_property
    def roles(self) -> dict[str, str]:
        """What each answer means to the rules: option id to role."""
        return {option.id: option.role for option in self.answers}

    @cached_property
    def group_of(self) -> dict[str, str]:
        """Overlap group of each indicator that is in one."""
        return {member: group.id for group in self.overlap_groups for member in group.members}

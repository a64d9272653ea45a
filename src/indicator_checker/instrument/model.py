"""What can be observed: the instrument as frozen pydantic models.

An instrument is data. It is checked here, where its bytes come in; the rest of the program reads
it as plain values.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from indicator_checker.instrument.conditions import Condition
from indicator_checker.instrument.made_for import Ages, MadeFor
from indicator_checker.instrument.terms import (
    Flag,
    Id,
    Part,
    Role,
    Service,
    Setting,
    SourceCode,
    Strength,
    Words,
)


class Source(Part):
    """Where a statement comes from, and how it was read.

    ``status`` is ``"memory"`` where nobody could open the source: it is shown as such.

    Attributes:
        organisation: Who published it.
        year: When.
        url: Where it can be read.
        status: ``read``, ``read_second_hand`` (a copy or a quotation), or ``memory``.
    """

    organisation: Words
    title: Words
    year: Words
    url: Words | None = None
    status: Literal["read", "read_second_hand", "memory"]
    note: str = ""


class Review(Part):
    """Who has looked at the content; until then every page says so.

    Attributes:
        status: ``not_reviewed`` or ``reviewed``.
        by: Who has looked at it, by profession.
        date: When, as year-month-day.
        needed: Who still has to look at it, by profession.
    """

    status: Literal["not_reviewed", "reviewed"]
    by: tuple[Words, ...] = ()
    date: str | None = None
    needed: tuple[Words, ...] = ()


class AnswerOption(Part):
    """One possible answer and what it means to the rules.

    Attributes:
        role: ``present`` is seen; ``possible`` is not sure, suspected or possible; ``absent`` is
            answered no; ``unknown`` is answered *not known*, which is never *no*.
        value: Points before weighting (P1); 1 for ``present`` and 0 for the others if not given.
        windows: Time windows in which it was seen; their points add up to the value (P4).
        level: Level that this answer alone stands for, where the scheme presets levels (P7, P8).
    """

    id: Id
    label: Words
    role: Role
    value: int | None = None
    windows: tuple[Id, ...] = ()
    level: Id | None = None


class TimeWindow(Part):
    """A stretch of time before today, in months; ``to`` is absent for *ever*.

    Attributes:
        months_from: Begins so many months ago.
        months_to: Ends so many months ago; without it there is no limit.
        points: Points that a sign in this window gives.
    """

    id: Id
    label: Words
    months_from: int = Field(default=0, alias="from", ge=0)
    months_to: int | None = Field(default=None, alias="to", ge=0)
    points: int = 0


class Scale(Part):
    """Answer options of their own: a ladder, columns of time windows, *yes / suspected*.

    Attributes:
        options: The answers.
    """

    id: Id
    options: tuple[AnswerOption, ...] = Field(min_length=2)


class Labelled(Part):
    """An id with the words for it."""

    id: Id
    label: Words


class Dimension(Part):
    """A side of exploitation that signs speak to; an unscored one never counts as met.

    Attributes:
        meaning: What it means, in a sentence.
        scored: Whether the rules weigh it.
    """

    id: Id
    label: Words
    meaning: Words
    scored: bool
    source: SourceCode


class Route(Part):
    """Whom to call for one immediate sign, and what to do this minute.

    Attributes:
        to: Services to call, the first one first.
        do: What to do this minute.
    """

    to: tuple[Service, ...] = Field(min_length=1)
    do: Words


class Indicator(Part):
    """Something seen, on record, or said without being asked.

    Attributes:
        scale: Answer options of its own; those of its section or the instrument if not given.
        weight: Factor on the value of its answer (P3).
        strength_in: Another strength in one dimension than in the rest (P12).
        level: Level that it stands for when present, where the scheme presets levels (P7).
        visible_if: Shown only then; hidden it keeps its answer and never counts (P18).
        print: ``"if_ticked"`` where the PDF leaves it out unless the person asks for it.
        looks_like: What it can look like.
        could_also_be: What else could explain it.
        asking: ``observe``, ``already_known`` or ``do_not_ask``.
        settings: Where it is likely to be noticed; it orders and marks, it hides nothing.
        ages: Ages it speaks about; they hide nothing.
        types: Kinds of exploitation it can mean.
        dimensions: Dimensions it speaks to.
        strength: ``strong``, ``medium``, ``weak``, ``unrated``, or ``context`` for
            background that never counts.
        flag: ``emergency`` needs a route; ``report_today``; ``context`` for background.
        route: Whom to call, for an emergency.
        short_pass: Whether it belongs to the short pass for ten-minute use.
        reason: Why it has this strength.
    """

    id: Id
    text: Words
    looks_like: str = ""
    could_also_be: str = ""
    asking: Literal["observe", "already_known", "do_not_ask"] = "observe"
    settings: tuple[Setting, ...] = Field(default=("school", "health", "other"), min_length=1)
    ages: Ages = Ages()
    types: tuple[Id, ...] = ("any",)
    dimensions: tuple[Id, ...] = ()
    strength: Strength = "unrated"
    strength_in: dict[Id, Strength] = Field(default_factory=dict)
    weight: int = 1
    scale: Id | None = None
    level: Id | None = None
    flag: Flag | None = None
    route: Route | None = None
    visible_if: Condition | None = None
    print: Literal["always", "if_ticked"] = "always"
    short_pass: bool = False
    reason: str = ""
    sources: tuple[SourceCode, ...] = Field(min_length=1)


class Gate(Part):
    """A part that is needed only if a condition holds over the parts before it (P17).

    ``otherwise`` says why it is not needed: *not needed because ...*.

    Attributes:
        needed_if: Condition over what stands before.
        otherwise: Why it is not needed, as a sentence.
    """

    needed_if: Condition
    otherwise: Words


class Section(Part):
    """One page of the checklist; the ``immediate`` one is the danger page.

    Attributes:
        scale: Answer options of its indicators; those of the instrument if not given.
        scored: Whether it takes part in the result; an unscored list says so (P28).
        gate: When it is needed; always if not given.
        intro: What to know before answering.
        immediate: Whether it is the danger page; at most one is.
        visible_if: Shown only then; hidden answers are kept and never count.
        indicators: The signs on this page.
    """

    id: Id
    title: Words
    intro: Words
    immediate: bool = False
    scored: bool = True
    scale: Id | None = None
    gate: Gate | None = None
    visible_if: Condition | None = None
    indicators: tuple[Indicator, ...] = Field(min_length=1)


class OverlapGroup(Part):
    """Signs that tell the same story: only the strongest one counts (rule word P31).

    Attributes:
        members: Ids of the signs.
    """

    id: Id
    members: tuple[Id, ...] = Field(min_length=2)


class Catalogue(Part):
    """``instrument.json``: everything that can be observed, without the rules.

    Attributes:
        version: Three numbers: meaning, new signs, wording.
        language: Language of the words, for example ``en``.
        summary: What it is for.
        publisher: Who publishes it.
        licence: Under which licence.
        review: Who has looked at it.
        made_for: Whom it was made for.
        answers: The answers of all signs that have no others.
        scales: Other sets of answers.
        windows: Time windows.
        exploitation_types: Kinds of exploitation.
        dimensions: Sides of the picture.
        sections: The pages, in their order.
        overlap_groups: Signs that count once.
        act_entries: Signs that speak of recruiting, moving or harbouring; for the reader
            of the law.
    """

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
    scales: tuple[Scale, ...] = ()
    windows: tuple[TimeWindow, ...] = ()
    exploitation_types: tuple[Labelled, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
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
    def options(self) -> dict[str, tuple[AnswerOption, ...]]:
        """The answer options of each indicator: its own, its section's or the instrument's."""
        scales = {scale.id: scale.options for scale in self.scales}
        return {
            indicator.id: scales.get(indicator.scale or section.scale or "", self.answers)
            for section in self.sections
            for indicator in section.indicators
        }

    @cached_property
    def window_points(self) -> dict[str, int]:
        """Points of each time window."""
        return {window.id: window.points for window in self.windows}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The page of each indicator."""
        return {i.id: section for section in self.sections for i in section.indicators}

    def option(self, indicator: str, answer: str) -> AnswerOption:
        """The option behind a recorded answer.

        Raises:
            KeyError: if the indicator has no such option; checked where a checklist comes in.
        """
        return self.option_by_id[indicator][answer]

    @cached_property
    def option_by_id(self) -> dict[str, dict[str, AnswerOption]]:
        """The answer options of each indicator by their ids."""
        return {
            indicator: {option.id: option for option in options}
            for indicator, options in self.options.items()
        }

    def value_of(self, option: AnswerOption) -> int:
        """Points of an option before weighting: its own, its windows', or 1 if present."""
        if option.value is not None:
            return option.value
        if option.windows:
            return sum(self.window_points[window] for window in option.windows)
        return 1 if option.role == "present" else 0

    @cached_property
    def story_of(self) -> dict[str, str]:
        """What each indicator is counted as: its overlap group, or itself."""
        return {**{indicator: indicator for indicator in self.indicators}, **self.group_of}

    @cached_property
    def group_of(self) -> dict[str, str]:
        """Overlap group of each indicator that is in one."""
        return {member: group.id for group in self.overlap_groups for member in group.members}

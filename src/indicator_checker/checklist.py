"""What was answered: one record for one child, by reference. Frozen values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Literal

from indicator_checker.body_map import View

if TYPE_CHECKING:
    from indicator_checker.instrument.load import Instrument

Basis = Literal["saw", "child_said", "told_by_other", "on_record"]
Setting = Literal["school", "health", "other"]
Danger = Literal["yes", "help_here", "not_sure", "no"]
JudgedStep = Literal["talk", "report_today", "act_now"]

BASES: tuple[Basis, ...] = ("saw", "child_said", "told_by_other", "on_record")
SETTINGS: tuple[Setting, ...] = ("school", "health", "other")
DANGER_ANSWERS: tuple[Danger, ...] = ("yes", "not_sure", "no", "help_here")

#: The one number of the saved form; a change of form gets a migration with its test.
FORMAT = 1

#: Read by pydantic in ``checklist_schema``: a key we do not know is refused, never dropped, and
#: a value of another type is refused, never turned into one that fits.
_STRICT: dict[str, object] = {"extra": "forbid", "strict": True}


@dataclass(frozen=True, slots=True)
class Observation:
    """One dated observation under an answer; every part is optional.

    Attributes:
        visit: Which visit it belongs to.
        basis: How it is known.
        when: When it was seen, as typed: a date, a period, how often.
        note: In the writer's words.
        own_words: The child's own words.
        observer: Who observed, if not the writer.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    visit: str = "1"
    basis: Basis | None = None
    when: str = ""
    note: str = ""
    own_words: str = ""
    observer: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one indicator: the id of an option that the instrument declares."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    value: str
    observations: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True)
class Pin:
    """The exact instrument that a checklist was made with."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    id: str
    version: str
    logic_hash: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Place:
    """A country (ISO 3166-1, two letters) and, where known, a region (ISO 3166-2)."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    country: str
    region: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The writer's own judgement of the step, with its reason; it can only be higher."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    step: JudgedStep
    reason: str


@dataclass(frozen=True, slots=True)
class JudgedPoints:
    """Points the professional adds where the scheme allows it, with the reason."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class BodyMark:
    """An injury seen in passing, marked on the outline of a body.

    Attributes:
        view: Front or back.
        x: From 0 at the left of the drawing to 1.
        y: From 0 at the top of the drawing to 1.
        note: What was seen there, in the writer's words.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    view: View
    x: float
    y: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """One record of what one professional noticed about one child.

    Attributes:
        reference: Reference or initials, never a full name by default.
        started: When the record was begun, by the clock of this computer, with its offset.
        place: Where the child lives: decides numbers and duties.
        other_place: Where it happened, if elsewhere.
        danger: Answer to *Is anyone in danger right now?*; ``None`` if not answered.
        answers: Answer by indicator id; an untouched indicator is absent.
        fields: Text or choice by record-field id; an empty field is absent.
        body_marks: Injuries on the outline of a body, in the order of their numbers.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    instrument: Pin
    reference: str = ""
    started: datetime | None = None
    setting: Setting | None = None
    place: Place | None = None
    other_place: Place | None = None
    danger: Danger | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    body_marks: tuple[BodyMark, ...] = ()
    judgement: Judgement | None = None
    judged_points: JudgedPoints | None = None
    format: Literal[1] = 1

    def with_answer(self, indicator: str, value: str) -> Checklist:
        """A checklist with this answer; observations already noted under it stay."""
        kept = self.answers.get(indicator)
        answer = Answer(value, kept.observations if kept else ())
        return replace(self, answers={**self.answers, indicator: answer})

    def without_answer(self, indicator: str) -> Checklist:
        """A checklist in which the indicator is untouched again."""
        rest = {key: answer for key, answer in self.answers.items() if key != indicator}
        return replace(self, answers=rest)

    def with_observations(self, indicator: str, observations: tuple[Observation, ...]) -> Checklist:
        """A checklist with these observations under an answer that exists."""
        answer = replace(self.answers[indicator], observations=observations)
        return replace(self, answers={**self.answers, indicator: answer})

    def with_field(self, field_id: str, value: str) -> Checklist:
        """A checklist with this field; an empty value takes the field away."""
        rest = {key: text for key, text in self.fields.items() if key != field_id}
        return replace(self, fields={**rest, field_id: value} if value else rest)

    def with_body_marks(self, marks: tuple[BodyMark, ...]) -> Checklist:
        """A checklist with these injuries on the body map, and no others."""
        return replace(self, body_marks=marks)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recorded that closing the window would lose."""
        written = self.answers or self.fields or self.body_marks or self.reference
        return not (written or self.danger or self.judgement)


def pin_of(instrument: Instrument) -> Pin:
    """The pin that binds a checklist to this instrument."""
    catalogue = instrument.catalogue
    return Pin(catalogue.id, catalogue.version, instrument.logic_hash, instrument.content_hash)

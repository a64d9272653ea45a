"""``worked_cases.json``: invented cases beside the rules, each with the result it must give."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from indicator_checker.instrument.terms import DangerAnswer, Id, Part, Setting, Words

#: Answers of the default three that a case may list by themselves.
LISTED_ANSWERS = ("seen", "not_sure", "not_seen")


class CaseNote(Part):
    """What was written down under one answer.

    Attributes:
        basis: How it is known.
        when: When it was seen.
        own_words: The child's own words.
        observer: Who observed it.
    """

    basis: Literal["saw", "child_said", "told_by_other", "on_record"] | None = None
    when: str = ""
    note: str = ""
    own_words: str = ""
    observer: str = ""


class ExpectedResult(Part):
    """What a case must give; what is left out is not looked at.

    Attributes:
        level: Id of the level, or ``""`` for none.
        decided_by: Id of the rule that decides.
        met: Dimensions that are met.
        values: Value of each measure named.
        highest_level: Level if every open answer turned out so.
        lowest_level: Level if every open answer turned out not so.
        skipped: Sections that are not needed.
        blocked_by: Signs that must be settled before there is a result.
        missing_evidence: Signs under which something still has to be written down.
        not_enough_information: Whether the flag stands beside the result.
        deadline_hours: Within how many hours.
        stopped_by: Id of the rule that stops.
        held_down_from: Level that a cap held down.
    """

    level: str | None = None
    decided_by: str | None = None
    met: tuple[Id, ...] | None = None
    values: dict[Id, int] | None = None
    highest_level: str | None = None
    lowest_level: str | None = None
    not_enough_information: bool | None = None
    deadline_hours: int | None = None
    stopped_by: str | None = None
    held_down_from: str | None = None
    skipped: tuple[Id, ...] | None = None
    blocked_by: tuple[Id, ...] | None = None
    missing_evidence: tuple[Id, ...] | None = None


class WorkedCase(Part):
    """One invented case.

    Attributes:
        seen: Signs answered with the option ``seen``; ``not_sure`` and ``not_seen`` likewise.
        answers: Option by sign, for instruments with other answers.
        fields: Record fields, for example ``{"age_band": "13_to_15"}``.
        judged_points: Points that the professional added.
        why: Why this result is the right one.
        story: What was noticed, as a story.
        setting: Where the checklist is filled in.
        danger: Answer to the danger question.
        not_sure: Signs answered with the option ``not_sure``.
        not_seen: Signs answered with the option ``not_seen``.
        expected: What it must give.
        notes: What was written down under an answer.
    """

    id: Id
    title: Words
    story: str = ""
    setting: Setting | None = None
    danger: DangerAnswer | None = None
    seen: tuple[Id, ...] = ()
    not_sure: tuple[Id, ...] = ()
    not_seen: tuple[Id, ...] = ()
    answers: dict[Id, Id] = Field(default_factory=dict)
    fields: dict[str, str] = Field(default_factory=dict)
    judged_points: int | None = None
    expected: ExpectedResult
    why: str = ""
    notes: dict[Id, CaseNote] = Field(default_factory=dict)

    @property
    def chosen(self) -> dict[str, str]:
        """Option by sign, however it is listed."""
        listed = {sign: name for name in LISTED_ANSWERS for sign in getattr(self, name)}
        return {**listed, **self.answers}


class WorkedCases(Part):
    """All the cases of an instrument.

    Attributes:
        cases: The cases.
    """

    cases: tuple[WorkedCase, ...]

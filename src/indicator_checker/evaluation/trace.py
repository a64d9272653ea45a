"""The result with its explanation, as plain data: ids and numbers, no sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from indicator_checker.instrument.terms import Step

RuleKind = Literal["override", "floor", "reach", "cap"]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one answer gives to one dimension or measure.

    Attributes:
        points: Points it gives; 0 where a stronger one of its overlap group counts instead.
        instead: The sign that counts in its place, or ``""``.
    """

    indicator: str
    strength: str
    points: int
    instead: str = ""


@dataclass(frozen=True, slots=True)
class DimensionTrace:
    """How one dimension was weighed; ``points`` keeps the ``at_most`` limits."""

    dimension: str
    points: int
    met_at: int
    met: bool
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class MeasureTrace:
    """How one measure came to its value.

    Attributes:
        contributions: What each answer gave; empty for a total.
        parts: The measures that a total adds up.
        applies: Whether it counts; a measure of another age profile does not.
        judged: Points the professional added to it.
    """

    measure: str
    value: int
    contributions: tuple[Contribution, ...] = ()
    parts: tuple[str, ...] = ()
    applies: bool = True
    judged: int = 0


@dataclass(frozen=True, slots=True)
class ProfileTrace:
    """How many parts stand at each level, lowest level first; parts by id with their level."""

    profile: str
    counts: tuple[tuple[str, int], ...]
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RuleTrace:
    """One rule: whether it fired, on what, and how far it was from firing.

    Attributes:
        level: The level it gives; for bands the one of the range that holds the value.
        fired: For a cap: whether it stood in force.
        not_ruled_out: It hangs on a fact nobody knows yet, for example the age.
        found: What was counted.
        needed: What the rule asks for.
        inputs: Indicator, dimension or measure ids, or the danger answer, that were counted.
    """

    rule: str
    kind: RuleKind
    level: str
    fired: bool
    found: int
    needed: int
    inputs: tuple[str, ...]
    sources: tuple[str, ...]
    not_ruled_out: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """An answer that is kept but does not count, and why: an indicator or its part is hidden."""

    indicator: str
    section: str
    because: Literal["gate", "section", "indicator"]


@dataclass(frozen=True, slots=True)
class MissingEvidence:
    """A note, date or basis that the scheme asks for under a seen sign (P24)."""

    indicator: str
    need: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was recorded, which rule it met, and the result.

    Attributes:
        level: Id of the level; ``""`` where the instrument gives none or it is blocked.
        step: The step that level stands for; ``None`` without a level.
        decided_by: Id of the rule that decided, or ``""``.
        held_down_from: Level that a cap held down, or ``""``.
        deadline_hours: Within how many hours something has to happen.
        stopped_by: Rule after which nothing more needs to be filled in, or ``""``.
        blocked_by: Signs that must be settled before there is a result.
        help_is_here: Whether help is already with the child: *Act now* is worded otherwise.
        danger: Whether someone is in danger now, help here or not: *Act now* stands above the
            result of every instrument, also of one whose rules do not ask.
        not_enough_information: A flag beside the level, never a level.
        settled: How many signs are answered *seen* or *not seen*.
        skipped: Parts that are not needed, with the gate's section id.
        outside: What the instrument was not made for: ``age``, ``age_unknown``, ``setting``.
    """

    level: str
    step: Step | None
    decided_by: str
    held_down_from: str
    help_is_here: bool
    not_enough_information: bool
    settled: int
    present: tuple[str, ...]
    possible: tuple[str, ...]
    absent: tuple[str, ...]
    dimensions: tuple[DimensionTrace, ...]
    rules: tuple[RuleTrace, ...]
    unknown: tuple[str, ...] = ()
    measures: tuple[MeasureTrace, ...] = ()
    profiles: tuple[ProfileTrace, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    skipped: tuple[str, ...] = ()
    deadline_hours: int | None = None
    stopped_by: str = ""
    blocked_by: tuple[str, ...] = ()
    missing_evidence: tuple[MissingEvidence, ...] = ()
    outside: tuple[str, ...] = field(default=())
    danger: bool = False

    def rule(self, rule_id: str) -> RuleTrace:
        """The trace of one rule."""
        return next(trace for trace in self.rules if trace.rule == rule_id)

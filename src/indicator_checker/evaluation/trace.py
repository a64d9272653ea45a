"""The result with its explanation, as plain data: ids and numbers, no sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from indicator_checker.instrument.rules import Step

RuleKind = Literal["override", "floor", "reach", "cap"]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one seen sign gives to one dimension.

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
class RuleTrace:
    """One rule: whether it fired, on what, and how far it was from firing.

    Attributes:
        fired: For a cap: whether it stood in force.
        found: What was counted.
        needed: What the rule asks for.
        inputs: Indicator ids (or dimension ids, or the danger answer) that were counted.
    """

    rule: str
    kind: RuleKind
    level: str
    fired: bool
    found: int
    needed: int
    inputs: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was recorded, which rule it met, and the next step.

    Attributes:
        level: Id of the level.
        step: The step that level stands for.
        decided_by: Id of the rule that decided.
        held_down_from: Level that a cap held down, or ``""``.
        help_is_here: Whether help is already with the child: *Act now* is worded otherwise.
        not_enough_information: A flag beside the level, never a level.
        settled: How many signs are answered *seen* or *not seen*, background left out.
    """

    level: str
    step: Step
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

    def rule(self, rule_id: str) -> RuleTrace:
        """The trace of one rule."""
        return next(trace for trace in self.rules if trace.rule == rule_id)

"""The terms that all content files share: ids, words, strengths, roles."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,40}$")]
SourceCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9-]{1,40}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Sources = Annotated[tuple[SourceCode, ...], Field(min_length=1)]

Strength = Literal["strong", "medium", "weak", "unrated", "context"]
ScoredStrength = Literal["strong", "medium", "weak"]
Flag = Literal["emergency", "report_today", "context"]
Setting = Literal["school", "health", "other"]
Role = Literal["present", "possible", "absent", "unknown"]
Service = Literal["police", "ambulance", "sexual_assault_centre", "crisis_team"]
Step = Literal["keep_noticing", "talk", "report_today", "act_now"]
DangerAnswer = Literal["yes", "help_here", "not_sure", "no"]

SETTINGS: tuple[Setting, ...] = ("school", "health", "other")
#: From weakest to strongest; a context entry never counts.
STRENGTHS: tuple[Strength, ...] = ("context", "unrated", "weak", "medium", "strong")
#: Answers to *Is anyone in danger right now?*, the most worrying last.
DANGER_BY_WORRY: tuple[DangerAnswer, ...] = ("no", "not_sure", "help_here", "yes")
#: The four steps, lowest first.
STEPS: tuple[Step, ...] = ("keep_noticing", "talk", "report_today", "act_now")


class Part(BaseModel):
    """A frozen piece of content; unknown keys and loose types are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

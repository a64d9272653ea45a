"""One sentence, or a few, about one part of a rule set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleSentence:
    """What a part of a rule set says.

    Attributes:
        id: Id of the part, for example of a rule; not unique over the kinds of parts.
        title: Heading under which it stands; sentences that belong together share it.
        sources: Codes of its sources; empty for what is no statement of a source.
    """

    id: str
    title: str
    text: str
    sources: tuple[str, ...] = ()

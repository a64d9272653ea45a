"""Who the child is, and what is ticked: asked at export, for this export alone, never stored."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

PageSize = Literal["A4", "Letter"]


@dataclass(frozen=True, slots=True)
class Identity:
    """What the receiving desk needs to find the child; every part is optional."""

    name: str = ""
    other_names: str = ""
    birth_date: str = ""
    home: str = ""
    where_now: str = ""
    school: str = ""
    carers: str = ""
    brothers_and_sisters: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        return not any(getattr(self, part.name).strip() for part in fields(self))


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What the person chose for this export.

    Attributes:
        printed_if_ticked: Ids of signs that are printed only because they were ticked.
    """

    printed_if_ticked: frozenset[str] = frozenset()
    page_size: PageSize = "A4"

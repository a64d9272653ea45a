"""A contact of the person's own organisation; light enough for the start page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnContact:
    """A contact of the person's own organisation, typed by them and kept in the settings."""

    name: str
    role: str = ""
    phone: str = ""
    hours: str = ""
    note: str = ""
    email: str = ""

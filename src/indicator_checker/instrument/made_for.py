"""Whom an instrument was made for, and what studies of it found (P27)."""

from __future__ import annotations

from pydantic import Field

from indicator_checker.instrument.terms import Part, Setting, SourceCode, Words


class Ages(Part):
    """Ages in years, both ends included; they order and mark, they hide nothing.

    Attributes:
        lowest: Youngest age.
        highest: Oldest age.
    """

    lowest: int | None = Field(default=None, alias="from", ge=0, le=120)
    highest: int | None = Field(default=None, alias="to", ge=0, le=120)
    note: str = ""


class Accuracy(Part):
    """What a published study found, as the numbers behind natural frequencies (P27).

    Attributes:
        studied: Whom the study was about, in plain words.
        sensitivity: Percent of those affected whom the scheme found.
        specificity: Percent of those not affected whom it did not point to.
        people: How many were studied, where it was published.
        affected: How many of them were affected. Without both there are no natural frequencies.
    """

    studied: Words
    sensitivity: float = Field(ge=0, le=100)
    specificity: float = Field(ge=0, le=100)
    people: int | None = Field(default=None, ge=1)
    affected: int | None = Field(default=None, ge=0)
    source: SourceCode


class MadeFor(Part):
    """Whom the instrument was made for; outside it a warning stands beside the result.

    Attributes:
        ages: Ages it was made for.
        settings: Settings it was made for.
        users: Who may use it, for example trained nurses.
        accuracy: What studies found.
    """

    ages: Ages
    settings: tuple[Setting, ...]
    users: tuple[Words, ...] = ()
    accuracy: tuple[Accuracy, ...] = ()

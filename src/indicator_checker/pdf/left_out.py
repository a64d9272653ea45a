"""Saying how many characters the paper does not show, so that nothing vanishes silently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from indicator_checker.pdf.clean import removed_characters
from indicator_checker.referral.blocks import Paragraph, Referral, Run
from indicator_checker.text import Words


def _runs(value: object) -> Iterator[Run]:
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _runs(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _runs(getattr(value, field.name))


def left_out_note(referral: Referral) -> tuple[Paragraph, ...]:
    """Give the closing sentence with the number of removed characters; nothing if there are none.

    What is removed is listed in :mod:`.clean`.
    """
    count = sum(removed_characters(run.text) for run in _runs(referral.blocks))
    if not count:
        return ()
    sentence = Words(referral.language)("pdf.left_out", n=count)
    return (Paragraph((Run(sentence),), "small"),)

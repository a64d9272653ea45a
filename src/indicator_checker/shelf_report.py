"""What an instrument on the shelf is, in sentences that command line and window share."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.shelf import Offer, OnShelf
from indicator_checker.text import Words


def offer_facts(offer: Offer, words: Words) -> Iterator[str]:
    """What an offered instrument is, one fact a line, without its title."""
    yield words("add.version", version=offer.version, id=offer.id)
    yield words("add.publisher", publisher=offer.publisher)
    yield words("add.licence", licence=offer.licence)
    yield words(f"add.review.{offer.review}", by=", ".join(offer.reviewed_by) or "-")
    yield words("add.signs", n=offer.signs)
    yield words(f"add.weighing.{offer.weighing}", n=offer.levels)


def offer_warnings(offer: Offer, words: Words) -> list[str]:
    """What is not forbidden but worth knowing, with place, cause and way out."""
    return [words.mistake(w.code, w.place, w.value, w.hint) for w in offer.warnings]


def offer_remarks(offer: Offer, words: Words) -> Iterator[str]:
    """What is not copied, and who answers for the content."""
    if offer.left_out:
        yield words("add.left_out", names=", ".join(offer.left_out))
    if not offer.installed:
        yield words("add.not_ours")


def offer_lines(offer: Offer, words: Words) -> Iterator[str]:
    """Everything a person wants to know before adding an instrument, one line each."""
    yield offer.title
    yield from offer_facts(offer, words)
    warnings = offer_warnings(offer, words)
    if warnings:
        yield words("add.warnings", n=len(warnings))
        yield from (f"  {warning}" for warning in warnings)
    yield from offer_remarks(offer, words)


def shelf_line(entry: OnShelf, words: Words) -> str:
    """One installed version in a line."""
    title = entry.title or words("list.damaged")
    line = words("list.line", id=entry.id, version=entry.version, title=title)
    return f"{line} ({origin(entry, words)})"


def origin(entry: OnShelf, words: Words) -> str:
    """Whether it came with the program or was added here."""
    return words("list.shipped" if entry.shipped else "list.own")

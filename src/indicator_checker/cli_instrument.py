"""The commands that add an instrument and list what is installed."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from indicator_checker.text import Words

if TYPE_CHECKING:
    from indicator_checker.shelf import Offer, OnShelf

Actions: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_shelf_actions(actions: Actions) -> None:
    """Add the actions *add* and *list* to the command *instrument*."""
    add = actions.add_parser("add", help="vet an instrument's folder and install a copy of it")
    add.add_argument("path", type=Path, metavar="PATH", help="its folder")
    add.set_defaults(run=_add)
    listing = actions.add_parser("list", help="list the installed instruments and their versions")
    listing.add_argument("--json", action="store_true", help="print the list as JSON")
    listing.set_defaults(run=_list)


def _add(options: argparse.Namespace) -> int:
    from indicator_checker.instrument.load import InstrumentRefused
    from indicator_checker.shelf import add_instrument

    words = Words()
    try:
        offer = add_instrument(options.path)
    except InstrumentRefused as refused:
        for mistake in refused.mistakes:
            print(words.mistake(mistake.code, mistake.place, mistake.value, mistake.hint))
        raise
    for line in offer_lines(offer, words):
        print(line)
    print(words("add.already" if offer.installed else "add.done"))
    return 0


def offer_lines(offer: Offer, words: Words) -> Iterator[str]:
    """What an instrument is, for a person who decides whether to use it; one line each."""
    yield offer.title
    yield words("add.version", version=offer.version, id=offer.id)
    yield words("add.publisher", publisher=offer.publisher)
    yield words("add.licence", licence=offer.licence)
    yield words(f"add.review.{offer.review}", by=", ".join(offer.reviewed_by) or "-")
    yield words("add.signs", n=offer.signs)
    yield words(f"add.weighing.{offer.weighing}", n=offer.levels)
    if offer.warnings:
        yield words("add.warnings", n=len(offer.warnings))
        for warning in offer.warnings:
            said = words.mistake(warning.code, warning.place, warning.value, warning.hint)
            yield f"  {said}"
    if offer.left_out:
        yield words("add.left_out", names=", ".join(offer.left_out))
    if not offer.installed:
        yield words("add.not_ours")


def _list(options: argparse.Namespace) -> int:
    from indicator_checker.shelf import on_shelf

    words = Words()
    shelf = tuple(on_shelf())
    if options.json:
        print(json.dumps([asdict(entry) for entry in shelf], indent=1, ensure_ascii=False))
        return 0
    for entry in shelf:
        print(_shelf_line(entry, words))
    return 0


def _shelf_line(entry: OnShelf, words: Words) -> str:
    title = entry.title or words("list.damaged")
    line = words("list.line", id=entry.id, version=entry.version, title=title)
    return f"{line} ({words('list.shipped' if entry.shipped else 'list.own')})"

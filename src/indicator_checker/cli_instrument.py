"""The commands that add an instrument and list what is installed."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TypeAlias

from indicator_checker.text import Words

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
    from indicator_checker.shelf_report import offer_lines

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


def _list(options: argparse.Namespace) -> int:
    from indicator_checker.shelf import on_shelf
    from indicator_checker.shelf_report import shelf_line

    words = Words()
    shelf = tuple(on_shelf())
    if options.json:
        print(json.dumps([asdict(entry) for entry in shelf], indent=1, ensure_ascii=False))
        return 0
    for entry in shelf:
        print(shelf_line(entry, words))
    return 0

"""The command that weighs an old checklist by another instrument or version."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from indicator_checker.text import Words

if TYPE_CHECKING:
    from indicator_checker.comparison import SideBySide
    from indicator_checker.instrument.load import Instrument

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_compare(commands: Commands) -> None:
    """Add the command *compare*."""
    command = commands.add_parser(
        "compare", help="weigh a checklist by another instrument or version, side by side"
    )
    command.add_argument("checklist", type=Path, metavar="CHECKLIST.json")
    command.add_argument(
        "--with",
        dest="other",
        required=True,
        metavar="INSTRUMENT[@VERSION]|PATH",
        help="an installed instrument, the newest version if none is named, or its folder",
    )
    command.add_argument("--json", action="store_true", help="print both results as JSON")
    command.set_defaults(run=_compare)


def _compare(options: argparse.Namespace) -> int:
    from indicator_checker.checklist_schema import LARGEST_FILE, check_against, read_checklist
    from indicator_checker.comparison import side_by_side
    from indicator_checker.comparison_report import comparison_lines
    from indicator_checker.files import read_whole
    from indicator_checker.instrument.load import load_instrument

    checklist = read_checklist(read_whole(options.checklist, LARGEST_FILE))
    old = load_instrument(checklist.instrument.id, checklist.instrument.version)
    check_against(checklist, old)
    new = instrument_named(options.other)
    both = side_by_side(checklist, old, new)
    if options.json:
        print(as_json(old, new, both))
        return 0
    for line in comparison_lines(old, new, both, Words()):
        print(line)
    return 0


def instrument_named(name: str) -> Instrument:
    """The instrument in a folder, or an installed one by ``id`` or ``id@version``.

    Raises:
        ContentError: ``instrument_missing``.
        InstrumentRefused: when its files are not sound.
    """
    from indicator_checker.instrument.load import (
        installed_versions,
        load_folder,
        load_instrument,
    )

    instrument_id, _, version = name.partition("@")
    if not installed_versions(instrument_id) and Path(name).is_dir():
        return load_folder(Path(name))
    return load_instrument(instrument_id, version or None)


def as_json(old: Instrument, new: Instrument, both: SideBySide) -> str:
    """Both results with what differs, and what could not be carried over; no notes, no words."""
    carried = both.carried
    result = {
        "before": {"instrument": _named(old), "evaluation": asdict(both.before)},
        "after": {"instrument": _named(new), "evaluation": asdict(both.after)},
        "direction": both.direction,
        "because": both.because,
        "kept": carried.kept,
        "left_behind": [asdict(entry) for entry in carried.left_behind],
        "changed": [asdict(entry) for entry in carried.changed],
        "rules": [asdict(entry) for entry in both.rules],
        "dimensions": [asdict(entry) for entry in both.dimensions],
        "measures": [asdict(entry) for entry in both.measures],
    }
    return json.dumps(result, indent=1, ensure_ascii=False)


def _named(instrument: Instrument) -> str:
    return f"{instrument.catalogue.id}@{instrument.catalogue.version}"

"""The command that weighs an old checklist by another instrument or version."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from indicator_checker.text import Words

if TYPE_CHECKING:
    from indicator_checker.comparison import CarriedChecklist, Difference, SideBySide
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


def comparison_lines(
    old: Instrument, new: Instrument, both: SideBySide, words: Words
) -> Iterator[str]:
    """The comparison in sentences, one line each; the screen can show the same ones."""
    for key, instrument, level in (
        ("before", old, both.before.level),
        ("after", new, both.after.level),
    ):
        catalogue = instrument.catalogue
        yield words(
            f"comparison.{key}",
            title=catalogue.title,
            version=catalogue.version,
            level=_level_title(instrument, level, words),
        )
    yield words(f"comparison.direction.{both.direction}")
    for reason in both.because:
        yield words(f"comparison.because.{reason}")
    yield words("comparison.unchanged")
    yield from _carried_lines(old, new, both.carried, words)
    names = {**_names(new), **_names(old)}
    yield from _difference_lines("dimensions", both.dimensions, names, words)
    yield from _difference_lines("measures", both.measures, names, words)
    yield from _rule_lines(both.rules, names, words)


def _names(instrument: Instrument) -> dict[str, str]:
    """What dimensions, measures and rules are called; a rule is told by its reason."""
    rules = instrument.rules
    return {
        **{part.id: part.label for part in instrument.catalogue.dimensions},
        **{part.id: part.label for part in rules.measures},
        **{part.id: part.reason for part in rules.rules},
    }


def _level_title(instrument: Instrument, level: str, words: Words) -> str:
    known = (known.title for known in instrument.rules.levels if known.id == level)
    return next(known, words("comparison.no_level"))


def _carried_lines(
    old: Instrument, new: Instrument, carried: CarriedChecklist, words: Words
) -> Iterator[str]:
    from indicator_checker.comparison import JUDGED_POINTS

    yield words("comparison.kept", n=len(carried.kept))
    if carried.left_behind:
        yield words("comparison.left_behind", n=len(carried.left_behind))
    for left in carried.left_behind:
        if left.indicator == JUDGED_POINTS:
            text = words("comparison.judged_points")
        else:
            text = old.catalogue.indicators[left.indicator].text
        yield "  " + words(f"comparison.left_behind.{left.because}", sign=text)
    if carried.changed:
        yield words("comparison.changed", n=len(carried.changed))
    for change in carried.changed:
        parts = ", ".join(words(f"comparison.part.{part}") for part in change.parts)
        sign = new.catalogue.indicators[change.indicator].text
        yield "  " + words("comparison.changed_line", sign=sign, parts=parts)


def _difference_lines(
    kind: str, differences: tuple[Difference, ...], names: dict[str, str], words: Words
) -> Iterator[str]:
    if differences:
        yield words(f"comparison.{kind}")
    for entry in differences:
        yield "  " + words(
            "comparison.difference",
            name=names[entry.id],
            before=_value(entry.before, words),
            after=_value(entry.after, words),
        )


def _rule_lines(
    differences: tuple[Difference, ...], names: dict[str, str], words: Words
) -> Iterator[str]:
    for entry in differences:
        if entry.before or entry.after:
            key = "only_after" if entry.after else "only_before"
            yield words(f"comparison.rule.{key}", rule=names[entry.id])


def _value(value: int | str | bool | None, words: Words) -> str:
    return words("comparison.not_there") if value is None else str(value)

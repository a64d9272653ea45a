"""Two results for one record in sentences that command line and window share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indicator_checker.comparison import (
    JUDGED_POINTS,
    CarriedChecklist,
    Difference,
    LeftBehind,
    SideBySide,
)
from indicator_checker.instrument.load import Instrument
from indicator_checker.text import Words


@dataclass(frozen=True, slots=True)
class Listed:
    """A sentence, with the lines that belong under it."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number that differs, as it is shown on either side."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NumberTable:
    """Numbers of one kind that differ."""

    title: str
    rows: tuple[NumberRow, ...]


def verdict(both: SideBySide, words: Words) -> Listed:
    """Whether one result is higher, why not if that cannot be said, and what it rests on."""
    reasons = [words(f"comparison.because.{reason}") for reason in both.because]
    if both.carried.left_behind and not both.carried.kept:
        # The lowest level over no answer at all must not be read as a result.
        reasons.append(words("comparison.nothing_kept"))
    return Listed(words(f"comparison.direction.{both.direction}"), tuple(reasons))


def carried_lists(
    old: Instrument, new: Instrument, carried: CarriedChecklist, words: Words
) -> Iterator[Listed]:
    """What was carried over, what was left behind, and what should be read again."""
    yield Listed(words("comparison.kept", n=len(carried.kept)))
    if carried.left_behind:
        title = words("comparison.left_behind", n=len(carried.left_behind))
        lines = (_left_behind(old, left, words) for left in carried.left_behind)
        yield Listed(title, tuple(lines))
    if carried.changed:
        title = words("comparison.changed", n=len(carried.changed))
        yield Listed(title, tuple(_changed_lines(new, carried, words)))


def number_tables(
    old: Instrument, new: Instrument, both: SideBySide, words: Words
) -> Iterator[NumberTable]:
    """Dimensions and measures whose numbers differ."""
    names = _names(old, new)
    if both.dimensions:
        rows = _rows(both.dimensions, names, words)
        yield NumberTable(words("comparison.dimensions"), rows)
    if both.measures:
        rows = _rows(both.measures, names, words)
        yield NumberTable(words("comparison.measures"), rows)


def rule_lines(old: Instrument, new: Instrument, both: SideBySide, words: Words) -> tuple[str, ...]:
    """Rules that fire on one side only, each told by its reason."""
    names = _names(old, new)
    return tuple(
        words(
            f"comparison.rule.{'only_after' if entry.after else 'only_before'}",
            rule=names[entry.id],
        )
        for entry in both.rules
        if entry.before or entry.after
    )


def comparison_lines(
    old: Instrument, new: Instrument, both: SideBySide, words: Words
) -> Iterator[str]:
    """The whole comparison, one line each."""
    yield from _level_lines(old, new, both, words)
    said = verdict(both, words)
    yield said.title
    yield from said.lines
    yield words("comparison.unchanged")
    for listed in carried_lists(old, new, both.carried, words):
        yield listed.title
        yield from (f"  {line}" for line in listed.lines)
    for table in number_tables(old, new, both, words):
        yield table.title
        for row in table.rows:
            values = {"name": row.name, "before": row.before, "after": row.after}
            yield "  " + words("comparison.difference", **values)
    yield from rule_lines(old, new, both, words)


def _level_lines(old: Instrument, new: Instrument, both: SideBySide, words: Words) -> Iterator[str]:
    for key, instrument, level in (
        ("before", old, both.before.level),
        ("after", new, both.after.level),
    ):
        catalogue = instrument.catalogue
        known = (known.title for known in instrument.rules.levels if known.id == level)
        yield words(
            f"comparison.{key}",
            title=catalogue.title,
            version=catalogue.version,
            level=next(known, words("comparison.no_level")),
        )


def _names(old: Instrument, new: Instrument) -> dict[str, str]:
    """What dimensions, measures and rules are called; the old instrument's words go first."""
    names: dict[str, str] = {}
    for instrument in (new, old):
        rules = instrument.rules
        names |= {part.id: part.label for part in instrument.catalogue.dimensions}
        names |= {part.id: part.label for part in rules.measures}
        names |= {part.id: part.reason for part in rules.rules}
    return names


def _left_behind(old: Instrument, left: LeftBehind, words: Words) -> str:
    if left.indicator == JUDGED_POINTS:
        sign = words("comparison.judged_points")
    else:
        sign = old.catalogue.indicators[left.indicator].text
    return words(f"comparison.left_behind.{left.because}", sign=sign)


def _changed_lines(new: Instrument, carried: CarriedChecklist, words: Words) -> Iterator[str]:
    for change in carried.changed:
        parts = ", ".join(words(f"comparison.part.{part}") for part in change.parts)
        sign = new.catalogue.indicators[change.indicator].text
        yield words("comparison.changed_line", sign=sign, parts=parts)


def _rows(
    differences: tuple[Difference, ...], names: dict[str, str], words: Words
) -> tuple[NumberRow, ...]:
    return tuple(
        NumberRow(names[entry.id], _value(entry.before, words), _value(entry.after, words))
        for entry in differences
    )


def _value(value: int | str | bool | None, words: Words) -> str:
    return words("comparison.not_there") if value is None else str(value)

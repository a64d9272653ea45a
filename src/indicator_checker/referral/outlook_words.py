"""What would change the result, and how far it can still move, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indicator_checker.evaluation.evaluate import level_rank
from indicator_checker.evaluation.outlook import Change, Outlook
from indicator_checker.evaluation.trace import Evaluation
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.terms import STRENGTHS
from indicator_checker.referral.lists import comma_list
from indicator_checker.text import Words


def raising(
    instrument: Instrument, evaluation: Evaluation, outlook: Outlook, words: Words
) -> tuple[str, ...]:
    """What would move the step up: kinds of signs, never one sign to go and look for."""
    levels = instrument.rules.levels
    if not levels or not instrument.rules.ordered:
        return (words("raising.no_level"),)
    if level_rank(instrument, evaluation.level) == len(levels) - 1:
        return (words("raising.top"),)
    sentences: list[str] = []
    for level in levels:
        changes = [change for change in outlook.raising if change.level == level.id]
        sentences += _raising_to(instrument, changes, level.title, words)
    return tuple(sentences) or (words("raising.none"),)


def _raising_to(
    instrument: Instrument, changes: Sequence[Change], level: str, words: Words
) -> Iterator[str]:
    for flag in ("emergency", "report_today"):
        if any(change.kind.flag == flag for change in changes):
            yield words(f"raising.{flag}", level=level)
    weighed = [change for change in changes if change.kind.flag is None]
    by_strength = [change for change in weighed if _is_weighed_by_strength(instrument, change)]
    if by_strength:
        yield _by_strength(instrument, by_strength, level, words)
    elif weighed:
        yield _by_points(instrument, weighed, level, words)


def _is_weighed_by_strength(instrument: Instrument, change: Change) -> bool:
    has_key = change.kind.strength in ("strong", "medium", "weak")
    return has_key and bool(change.kind.dimensions) and bool(instrument.rules.dimensions)


def _by_strength(
    instrument: Instrument, changes: Sequence[Change], level: str, words: Words
) -> str:
    weakest = min((change.kind.strength for change in changes), key=STRENGTHS.index)
    suited = {d for c in changes if c.kind.strength == weakest for d in c.kind.dimensions}
    known = [d for d in instrument.catalogue.dimensions if d.id in suited]
    weighed = {part.dimension for part in instrument.rules.dimensions}
    any_side = weighed <= suited
    labels = (
        words("raising.any_dimension")
        if any_side
        else comma_list([dimension.label for dimension in known], words)
    )
    return words(f"raising.{weakest}", n=changes[0].signs, dimensions=labels, level=level)


def _by_points(instrument: Instrument, changes: Sequence[Change], level: str, words: Words) -> str:
    """So many signs of the mildest kind that is enough, and where these stand."""
    enough = min(changes, key=lambda change: _weight(instrument, change))
    alike = [c for c in changes if _weight(instrument, c) == _weight(instrument, enough)]
    sections = _sections(instrument, alike)
    where = comma_list([words("why.quoted", text=title) for title in sections], words)
    count, kind = enough.signs, enough.kind
    if kind.level:
        stands_for = next(x.title for x in instrument.rules.levels if x.id == kind.level)
        return words("raising.level", n=count, where=where, at=stands_for, level=level)
    if kind.points > 1:
        return words("raising.points", n=count, where=where, points=kind.points, level=level)
    return words("raising.signs", n=count, where=where, level=level)


def _weight(instrument: Instrument, change: Change) -> tuple[int, int]:
    return level_rank(instrument, change.kind.level), change.kind.points


def _sections(instrument: Instrument, changes: Sequence[Change]) -> list[str]:
    """Titles of the pages on which signs of these kinds stand."""
    named = {change.kind.section for change in changes}
    dimensions = {d for change in changes for d in change.kind.dimensions}
    return [
        section.title
        for section in instrument.catalogue.sections
        if section.id in named
        or any(dimensions.intersection(sign.dimensions) for sign in section.indicators)
    ]


def bounds(instrument: Instrument, evaluation: Evaluation, outlook: Outlook, words: Words) -> str:
    """How far the step could still move over the *not sure* answers.

    Where the instrument is not proved to rise only, what was found is said to be *at least* so.
    """
    levels = {level.id: level.title for level in instrument.rules.levels}
    if not levels or not instrument.rules.ordered:
        return words("bounds.no_level")
    still_open = evaluation.possible or evaluation.unknown
    if not still_open and outlook.highest == outlook.lowest:
        return words("bounds.nothing_open")
    inexact = "" if outlook.exact else ".inexact"
    if outlook.highest == outlook.lowest:
        return words(f"bounds.stays{inexact}")
    highest = levels.get(outlook.highest, words("level.none.title"))
    if level_rank(instrument, outlook.lowest) < level_rank(instrument, evaluation.level):
        lowest = levels.get(outlook.lowest, words("level.none.title"))
        return words(f"bounds.between{inexact}", lowest=lowest, highest=highest)
    return words(f"bounds.rises{inexact}", level=highest)

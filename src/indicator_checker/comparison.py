"""An old checklist under another version or another instrument, side by side.

The old checklist never changes: carrying over gives a new one. Results are put side by side and
called higher or lower only where the publisher says that they can be compared: the same
instrument, the same MAJOR version, the same levels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from indicator_checker.checklist import Answer, Checklist, pin_of
from indicator_checker.evaluation import Evaluation, evaluate
from indicator_checker.evaluation.evaluate import level_rank
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import AnswerOption, Indicator

#: Stands for the writer's own points among what is left behind.
JUDGED_POINTS = "judged_points"
#: Parts of a sign whose change can change its meaning or its weight, in the order of showing.
WATCHED = ("text", "strength", "strength_in", "dimensions", "flag", "weight", "level", "visible_if")

Because = Literal["no_such_sign", "no_such_answer", "points_not_allowed"]
Direction = Literal["higher", "lower", "same", "not_comparable"]
NotComparable = Literal["other_instrument", "major_version", "other_levels", "no_level"]


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """An answer that the new instrument has no place for; the old checklist still has it."""

    indicator: str
    answer: str
    because: Because


@dataclass(frozen=True, slots=True)
class Changed:
    """An answer that was carried over to a sign that is no longer quite the same.

    Attributes:
        parts: What differs: ``answer``, ``options``, ``section`` or a name from ``WATCHED``.
    """

    indicator: str
    before: str
    after: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CarriedChecklist:
    """A checklist as the new instrument can hold it.

    Attributes:
        checklist: Pinned to the new instrument; everything but answers is as it was.
        kept: Signs whose answer was carried over, in the order of the old checklist.
    """

    checklist: Checklist
    kept: tuple[str, ...]
    left_behind: tuple[LeftBehind, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One value before and after; ``None`` where the instrument has no such part."""

    id: str
    before: int | str | bool | None
    after: int | str | bool | None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two results for one record.

    Attributes:
        direction: Of the new result against the old one.
        because: Why the two cannot be compared; empty where they can.
        rules: Rules that fire in one only.
        dimensions: Points of dimensions that differ.
        measures: Values of measures that differ.
    """

    carried: CarriedChecklist
    before: Evaluation
    after: Evaluation
    direction: Direction
    because: tuple[NotComparable, ...]
    rules: tuple[Difference, ...]
    dimensions: tuple[Difference, ...]
    measures: tuple[Difference, ...]


def carry_over(checklist: Checklist, old: Instrument, new: Instrument) -> CarriedChecklist:
    """Give each answer to the sign of the same id, as far as that has an answer for it.

    An answer is the same if its id and its role are; failing that, if it is the only one of its
    role on both sides (*yes* here, *seen* there).
    """
    answers: dict[str, Answer] = {}
    left: list[LeftBehind] = []
    changed: list[Changed] = []
    for indicator, answer in checklist.answers.items():
        if indicator not in new.catalogue.indicators:
            left.append(LeftBehind(indicator, answer.value, "no_such_sign"))
            continue
        option = _same_option(indicator, answer.value, old, new)
        if option is None:
            left.append(LeftBehind(indicator, answer.value, "no_such_answer"))
            continue
        answers[indicator] = replace(answer, value=option.id)
        parts = tuple(_changed_parts(indicator, answer.value, option, old, new))
        if parts:
            changed.append(Changed(indicator, answer.value, option.id, parts))
    carried = replace(checklist, instrument=pin_of(new), answers=answers)
    if checklist.judged_points is not None and not _allows_points(checklist, new):
        points = str(checklist.judged_points.points)
        left.append(LeftBehind(JUDGED_POINTS, points, "points_not_allowed"))
        carried = replace(carried, judged_points=None)
    return CarriedChecklist(carried, tuple(answers), tuple(left), tuple(changed))


def side_by_side(checklist: Checklist, old: Instrument, new: Instrument) -> SideBySide:
    """Weigh a checklist by the instrument it was made with, and again by another."""
    carried = carry_over(checklist, old, new)
    before, after = evaluate(old, checklist), evaluate(new, carried.checklist)
    because = tuple(_not_comparable(old, new, before, after))
    return SideBySide(
        carried,
        before,
        after,
        "not_comparable" if because else _direction(new, before, after),
        because,
        rules=_differences(_fired(before), _fired(after)),
        dimensions=_differences(
            ((trace.dimension, trace.points) for trace in before.dimensions),
            ((trace.dimension, trace.points) for trace in after.dimensions),
        ),
        measures=_differences(
            ((trace.measure, trace.value) for trace in before.measures),
            ((trace.measure, trace.value) for trace in after.measures),
        ),
    )


def _same_option(
    indicator: str, answer: str, old: Instrument, new: Instrument
) -> AnswerOption | None:
    given = old.catalogue.option(indicator, answer)
    there = new.catalogue.options[indicator]
    for option in there:
        if (option.id, option.role) == (given.id, given.role):
            return option
    alike = [option for option in there if option.role == given.role]
    before = [o for o in old.catalogue.options[indicator] if o.role == given.role]
    return alike[0] if len(alike) == len(before) == 1 else None


def _changed_parts(
    indicator: str, answer: str, option: AnswerOption, old: Instrument, new: Instrument
) -> Iterator[str]:
    before, after = old.catalogue.indicators[indicator], new.catalogue.indicators[indicator]
    if option.id != answer:
        yield "answer"
    if _options(indicator, old) != _options(indicator, new):
        yield "options"
    sections = (old.catalogue.section_of[indicator], new.catalogue.section_of[indicator])
    if sections[0].id != sections[1].id:
        yield "section"
    yield from (part for part in WATCHED if _part(before, part) != _part(after, part))


def _options(indicator: str, instrument: Instrument) -> list[tuple[str, str, int, str | None]]:
    """What each answer means to the rules, without its words."""
    catalogue = instrument.catalogue
    return [
        (option.id, option.role, catalogue.value_of(option), option.level)
        for option in catalogue.options[indicator]
    ]


def _part(indicator: Indicator, part: str) -> object:
    value: object = getattr(indicator, part)
    return value


def _allows_points(checklist: Checklist, new: Instrument) -> bool:
    allowed, judged = new.rules.judgement_points, checklist.judged_points
    return (
        allowed is not None
        and judged is not None
        and allowed.lowest <= judged.points <= allowed.highest
    )


def _not_comparable(
    old: Instrument, new: Instrument, before: Evaluation, after: Evaluation
) -> Iterator[NotComparable]:
    if old.catalogue.id != new.catalogue.id:
        yield "other_instrument"
    elif _major(old) != _major(new):
        yield "major_version"
    if [level.id for level in old.rules.levels] != [level.id for level in new.rules.levels]:
        yield "other_levels"
    if not before.level or not after.level:
        yield "no_level"


def _major(instrument: Instrument) -> str:
    return instrument.catalogue.version.partition(".")[0]


def _direction(new: Instrument, before: Evaluation, after: Evaluation) -> Direction:
    difference = level_rank(new, after.level) - level_rank(new, before.level)
    return "same" if not difference else "higher" if difference > 0 else "lower"


def _fired(result: Evaluation) -> Iterator[tuple[str, bool]]:
    return ((trace.rule, trace.fired) for trace in result.rules)


def _differences(
    before: Iterable[tuple[str, int | bool]], after: Iterable[tuple[str, int | bool]]
) -> tuple[Difference, ...]:
    """What differs, in the order of the old instrument and then of the new one."""
    old, new = dict(before), dict(after)
    return tuple(
        Difference(name, old.get(name), new.get(name))
        for name in {**old, **new}
        if old.get(name) != new.get(name)
    )

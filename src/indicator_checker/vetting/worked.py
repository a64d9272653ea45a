"""Running the worked cases that lie beside the rules: each must give what it expects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter

from indicator_checker.checklist import Answer, Checklist, JudgedPoints, Observation, pin_of
from indicator_checker.evaluation import Evaluation, Outlook, evaluate, look_ahead
from indicator_checker.instrument.load import Instrument, read_content
from indicator_checker.instrument.mistakes import Mistake, doubles, in_file, nearest
from indicator_checker.instrument.salvage import salvage
from indicator_checker.instrument.worked_cases import ExpectedResult, WorkedCase, WorkedCases

WORKED_CASES = "worked_cases.json"


def check_worked_cases(folder: Path, instrument: Instrument) -> Iterator[Mistake]:
    """Run every worked case, if the folder has any."""
    if not (folder / WORKED_CASES).exists():
        return
    mistakes: list[Mistake] = []
    data = read_content(folder / WORKED_CASES, mistakes)
    read = salvage(TypeAdapter(WorkedCases), WORKED_CASES, data, mistakes) if data else None
    yield from mistakes
    if read is None or read.value is None:
        return
    yield from in_file(WORKED_CASES, doubles("cases", (case.id for case in read.value.cases)))
    for case in read.value.cases:
        yield from in_file(WORKED_CASES, _check_case(instrument, case))


def _check_case(instrument: Instrument, case: WorkedCase) -> Iterator[Mistake]:
    unknown = tuple(_unknown_names(instrument, case))
    yield from unknown
    if unknown:
        return
    checklist = checklist_of(instrument, case)
    result, outlook = evaluate(instrument, checklist), look_ahead(instrument, checklist)
    for name, expected, found in _compared(case.expected, result, outlook):
        if expected != found:
            yield Mistake("worked_case_fails", case.id, f"{name}: {found} ≠ {expected}")


def _unknown_names(instrument: Instrument, case: WorkedCase) -> Iterator[Mistake]:
    catalogue, code = instrument.catalogue, "worked_case_unknown_name"
    for sign, answer in case.chosen.items():
        known = [option.id for option in catalogue.options.get(sign, ())]
        if sign not in catalogue.indicators:
            yield Mistake(code, case.id, sign, hint=nearest(sign, catalogue.indicators))
        elif answer not in known:
            yield Mistake(code, f"{case.id}.{sign}", answer, hint=nearest(answer, known))


def checklist_of(instrument: Instrument, case: WorkedCase) -> Checklist:
    """A worked case as a checklist."""
    answers = {
        sign: Answer(answer, _observations(case, sign)) for sign, answer in case.chosen.items()
    }
    points = None if case.judged_points is None else JudgedPoints(case.judged_points, case.title)
    return Checklist(
        pin_of(instrument),
        setting=case.setting,
        danger=case.danger,
        answers=answers,
        fields=case.fields,
        judged_points=points,
    )


def _observations(case: WorkedCase, sign: str) -> tuple[Observation, ...]:
    note = case.notes.get(sign)
    return (Observation(**note.model_dump()),) if note else ()


def _compared(
    expected: ExpectedResult, result: Evaluation, outlook: Outlook
) -> Iterator[tuple[str, object, object]]:
    """Name, expected and found value of everything the case says something about."""
    plain = ("level", "decided_by", "not_enough_information", "deadline_hours", "stopped_by")
    for name in (*plain, "held_down_from"):
        if getattr(expected, name) is not None:
            yield name, getattr(expected, name), getattr(result, name)
    if expected.highest_level is not None:
        yield "highest_level", expected.highest_level, outlook.highest
    if expected.lowest_level is not None:
        yield "lowest_level", expected.lowest_level, outlook.lowest
    values = {trace.measure: trace.value for trace in result.measures}
    for measure, value in (expected.values or {}).items():
        yield measure, value, values.get(measure)
    yield from _compared_lists(expected, result)


def _compared_lists(
    expected: ExpectedResult, result: Evaluation
) -> Iterator[tuple[str, object, object]]:
    found = {
        "met": [trace.dimension for trace in result.dimensions if trace.met],
        "skipped": result.skipped,
        "blocked_by": result.blocked_by,
        "missing_evidence": {missing.indicator for missing in result.missing_evidence},
    }
    for name, given in found.items():
        wanted = getattr(expected, name)
        if wanted is not None:
            yield name, ", ".join(sorted(wanted)), ", ".join(sorted(given))

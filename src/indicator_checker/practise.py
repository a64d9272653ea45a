"""Practise on invented cases: the person answers, then sees the intended reading, item by item.

Nothing of it is stored: a practise checklist lives in the window only and is never a record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from indicator_checker.checklist import Answer, Checklist, Danger, Setting, pin_of
from indicator_checker.evaluation import evaluate
from indicator_checker.evaluation.evaluate import level_rank
from indicator_checker.instrument.load import Instrument, load_instrument

#: A sign that the story touches and that must not be read into it.
NOT_RECORDED = "not_recorded"
#: Stands for the question *Is anyone in danger right now?* among the items of a reading.
DANGER = "danger"

Verdict = Literal["agrees", "read_more", "passed_over", "differs"]
Direction = Literal["same", "higher", "lower"]

#: Read by pydantic in ``practise_schema``: an unknown key or a loose type is refused.
_STRICT: dict[str, object] = {"extra": "forbid", "strict": True}


@dataclass(frozen=True, slots=True)
class DangerReading:
    """The intended answer to the danger question, with the reason."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    answer: Danger
    reason: str


@dataclass(frozen=True, slots=True)
class ItemReading:
    """The intended answer to one sign that the story touches.

    Attributes:
        answer: Id of an option of the instrument, or ``not_recorded``.
        reason: Why this counts, or why it must not be read into the story.
        same_as: Another sign of the case that tells the same story: recording that one is enough.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    indicator: str
    answer: str
    reason: str
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class PractiseCase:
    """One invented case with its intended reading.

    Attributes:
        role: Who the person is in the story.
        age_band: A choice of the record field of that name, so that the facts are the story's.
        age_disputed: Likewise; empty where nobody doubts the age.
        story: Paragraphs of plain, observable facts.
        items: Only signs that the story touches.
        level: The intended level.
        decided_by: The rule that sets it.
        next: What to do next, most urgent first.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    id: str
    title: str
    role: Literal["teacher", "nurse"]
    setting: Setting
    age_band: str
    age_disputed: Literal["", "yes"]
    story: tuple[str, ...]
    danger: DangerReading
    items: tuple[ItemReading, ...]
    level: str
    decided_by: str
    why: str
    next: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemCompared:
    """One answer beside the intended one.

    Attributes:
        indicator: Id of the sign, or ``"danger"``.
        yours: Id of the option that was given, ``""`` where the sign was left untouched.
        intended: Id of the option, or ``not_recorded``.
        reason: Why; empty for a sign that the story does not touch.
    """

    indicator: str
    yours: str
    intended: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A practise checklist beside the intended reading; the danger question comes first."""

    items: tuple[ItemCompared, ...]
    your_level: str
    your_rule: str
    intended_level: str
    intended_rule: str
    level: Direction


def practise_instrument() -> Instrument:
    """The shipped instrument, in the version that the shipped cases were made for.

    Raises:
        ContentError: ``practise_refused``.
    """
    from indicator_checker.practise_schema import read_shipped

    shipped = read_shipped()
    return load_instrument(shipped.instrument, shipped.version)


def load_practise_cases(instrument: Instrument) -> tuple[PractiseCase, ...]:
    """The shipped cases for this instrument; none for an instrument they were not made for.

    Raises:
        ContentError: ``practise_refused``, naming the first place that is wrong.
    """
    from indicator_checker.practise_schema import check_against, read_shipped

    shipped = read_shipped()
    catalogue = instrument.catalogue
    if (shipped.instrument, shipped.version) != (catalogue.id, catalogue.version):
        return ()
    check_against(shipped.cases, instrument)
    return shipped.cases


def start_checklist(instrument: Instrument, case: PractiseCase) -> Checklist:
    """An unanswered checklist with the facts of the story: setting and age."""
    facts = {"age_band": case.age_band, "age_disputed": case.age_disputed}
    fields = {name: value for name, value in facts.items() if value}
    return Checklist(pin_of(instrument), setting=case.setting, fields=fields)


def intended_checklist(instrument: Instrument, case: PractiseCase) -> Checklist:
    """The checklist as it is meant to be answered."""
    answers = {
        item.indicator: Answer(item.answer) for item in case.items if item.answer != NOT_RECORDED
    }
    start = start_checklist(instrument, case)
    return Checklist(
        start.instrument,
        setting=start.setting,
        fields=start.fields,
        danger=case.danger.answer,
        answers=answers,
    )


def compare(instrument: Instrument, case: PractiseCase, checklist: Checklist) -> Reading:
    """Put a person's answers beside the intended ones."""
    yours = evaluate(instrument, checklist)
    difference = level_rank(instrument, yours.level) - level_rank(instrument, case.level)
    return Reading(
        items=tuple(_compared(instrument, case, checklist)),
        your_level=yours.level,
        your_rule=yours.decided_by,
        intended_level=case.level,
        intended_rule=case.decided_by,
        level="same" if not difference else "higher" if difference > 0 else "lower",
    )


def _compared(
    instrument: Instrument, case: PractiseCase, checklist: Checklist
) -> Iterator[ItemCompared]:
    intended = case.danger
    yield ItemCompared(
        DANGER,
        checklist.danger or "",
        intended.answer,
        _danger_verdict(checklist.danger, intended.answer),
        intended.reason,
    )
    verdicts = {item.indicator: _item_verdict(instrument, item, checklist) for item in case.items}
    for item in case.items:
        verdict = verdicts[item.indicator]
        if verdict == "passed_over" and verdicts.get(item.same_as) == "agrees":
            verdict = "agrees"
        yours = _given(checklist, item.indicator)
        yield ItemCompared(item.indicator, yours, item.answer, verdict, item.reason)
    yield from _beyond_the_story(instrument, case, checklist)


def _beyond_the_story(
    instrument: Instrument, case: PractiseCase, checklist: Checklist
) -> Iterator[ItemCompared]:
    """Signs that the story does not touch; answered *no* they say nothing and are left out."""
    touched = {item.indicator for item in case.items}
    for indicator in instrument.catalogue.indicators:
        answer = checklist.answers.get(indicator)
        if answer is None or indicator in touched:
            continue
        if _weight(instrument, indicator, answer.value):
            yield ItemCompared(indicator, answer.value, NOT_RECORDED, "read_more", "")


def _given(checklist: Checklist, indicator: str) -> str:
    answer = checklist.answers.get(indicator)
    return answer.value if answer else ""


def _item_verdict(instrument: Instrument, item: ItemReading, checklist: Checklist) -> Verdict:
    return _verdict(
        _weight(instrument, item.indicator, _given(checklist, item.indicator)),
        _weight(instrument, item.indicator, item.answer),
    )


def _weight(instrument: Instrument, indicator: str, answer: str) -> int:
    """0 where nothing was seen, 1 for *not sure*, 2 for seen."""
    if answer in ("", NOT_RECORDED):
        return 0
    role = instrument.catalogue.option(indicator, answer).role
    return {"present": 2, "possible": 1}.get(role, 0)


def _verdict(yours: int, intended: int) -> Verdict:
    if yours == intended:
        return "agrees"
    if yours > intended:
        return "read_more"
    return "differs" if yours else "passed_over"


def _danger_verdict(yours: Danger | None, intended: Danger) -> Verdict:
    """The danger question is answered in every case, so an empty answer passes it over."""
    if yours is None:
        return "passed_over"
    order: dict[Danger, int] = {"no": 0, "not_sure": 1, "yes": 2, "help_here": 2}
    return _verdict(order[yours], order[intended])

"""Invented checklists on the shipped instrument, and what every test asks of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from indicator_checker.checklist import Answer, Checklist, Danger, pin_of
from indicator_checker.evaluation.evaluate import evaluate, level_rank
from indicator_checker.evaluation.trace import Evaluation
from indicator_checker.instrument.load import Instrument, load_instrument
from indicator_checker.resources import resource_text

INSTRUMENT = load_instrument()
INDICATORS = INSTRUMENT.catalogue.indicators
SCORED = [i.id for i in INDICATORS.values() if i.strength != "context"]
CONTEXT = [i.id for i in INDICATORS.values() if i.strength == "context"]
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case
    for case in json.loads(
        resource_text("instruments", "child_trafficking", "1.0.0", "worked_cases.json")
    )["cases"]
}


def checklist(
    seen: Iterable[str] = (),
    not_sure: Iterable[str] = (),
    not_seen: Iterable[str] = (),
    danger: Danger | None = None,
    instrument: Instrument = INSTRUMENT,
) -> Checklist:
    answers = {sign: Answer("seen") for sign in seen}
    answers |= {sign: Answer("not_sure") for sign in not_sure}
    answers |= {sign: Answer("not_seen") for sign in not_seen}
    return Checklist(pin_of(instrument), danger=danger, answers=answers)


def checklist_of_case(name: str) -> Checklist:
    case = CASES[name]
    made = checklist(case["seen"], case["not_sure"], case["not_seen"], case["danger"])
    return replace(made, setting=case["setting"])


def result(*seen: str, danger: Danger | None = None) -> Evaluation:
    return evaluate(INSTRUMENT, checklist(seen, danger=danger))


def rank(evaluation: Evaluation, instrument: Instrument = INSTRUMENT) -> int:
    return level_rank(instrument, evaluation.level)

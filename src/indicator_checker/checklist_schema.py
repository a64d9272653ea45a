"""The JSON form of a checklist: checked where its bytes come in, refused whole if unsound."""

from __future__ import annotations

import json
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError

from indicator_checker.checklist import FORMAT, Checklist
from indicator_checker.errors import ChecklistError
from indicator_checker.instrument.load import Instrument
from indicator_checker.record_fields import FIELDS

#: Largest file taken in; a record with long notes on every sign stays far below.
LARGEST_FILE = 8_000_000


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Checklist]:
    return TypeAdapter(Checklist)


def json_schema() -> dict[str, object]:
    """The JSON Schema of a checklist file, format 1."""
    return _adapter().json_schema()


def write_checklist(checklist: Checklist) -> bytes:
    """A checklist as UTF-8 JSON."""
    return _adapter().dump_json(checklist, indent=1, exclude_defaults=False) + b"\n"


def read_checklist(data: bytes) -> Checklist:
    """A checklist from its JSON bytes.

    Raises:
        ChecklistError: ``checklist_too_large``, ``checklist_not_json``,
            ``checklist_newer_format`` or ``checklist_shape``, naming the first place.
    """
    if len(data) > LARGEST_FILE:
        raise ChecklistError("checklist_too_large", megabytes=LARGEST_FILE // 1_000_000)
    _check_format(data)
    try:
        checklist = _adapter().validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "-"
        raise ChecklistError("checklist_shape", place=place) from None
    if checklist.started is not None and checklist.started.tzinfo is None:
        # Without its offset nobody can say later when it was.
        raise ChecklistError("checklist_shape", place="started")
    return checklist


def _check_format(data: bytes) -> None:
    try:
        value = json.loads(data, object_pairs_hook=_without_doubles, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise ChecklistError("checklist_not_json") from None
    found = value.get("format") if isinstance(value, dict) else None
    if isinstance(found, int) and found > FORMAT:
        raise ChecklistError("checklist_newer_format", format=found)


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands twice")
    return result


def _refuse(constant: str) -> object:
    raise ValueError(constant)


def check_against(checklist: Checklist, instrument: Instrument) -> None:
    """Refuse answers, options or fields that the instrument and the record do not have.

    Raises:
        ChecklistError: ``checklist_other_instrument``, ``checklist_other_rules``,
            ``checklist_unknown_indicator``, ``checklist_unknown_answer``,
            ``checklist_points_not_allowed``, ``checklist_unknown_field``,
            ``checklist_unknown_choice`` or ``checklist_mark_outside``.
    """
    catalogue = instrument.catalogue
    if (checklist.instrument.id, checklist.instrument.version) != (catalogue.id, catalogue.version):
        raise ChecklistError("checklist_other_instrument", instrument=checklist.instrument.id)
    if checklist.instrument.logic_hash != instrument.logic_hash:
        raise ChecklistError("checklist_other_rules", version=catalogue.version)
    for indicator, answer in checklist.answers.items():
        if indicator not in catalogue.indicators:
            raise ChecklistError("checklist_unknown_indicator", indicator=indicator)
        if answer.value not in catalogue.option_by_id[indicator]:
            raise ChecklistError("checklist_unknown_answer", indicator=indicator)
    _check_points(checklist, instrument)
    _check_fields(checklist)
    _check_body_marks(checklist)


def _check_points(checklist: Checklist, instrument: Instrument) -> None:
    """Points of the writer's own judgement stay within what the scheme allows."""
    allowed, judged = instrument.rules.judgement_points, checklist.judged_points
    if judged is None:
        return
    if allowed is None or not allowed.lowest <= judged.points <= allowed.highest:
        raise ChecklistError("checklist_points_not_allowed", points=judged.points)


def _check_fields(checklist: Checklist) -> None:
    for name, value in checklist.fields.items():
        known = FIELDS.get(name)
        if known is None:
            raise ChecklistError("checklist_unknown_field", field=name)
        if known.kind == "choice" and value not in known.choices:
            raise ChecklistError("checklist_unknown_choice", field=name)


def _check_body_marks(checklist: Checklist) -> None:
    for number, mark in enumerate(checklist.body_marks, start=1):
        # Also false for what is no number at all.
        if not (0 <= mark.x <= 1 and 0 <= mark.y <= 1):
            raise ChecklistError("checklist_mark_outside", number=number)

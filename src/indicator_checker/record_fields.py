"""The fields a safeguarding record needs besides the signs, as data.

Source of the list: the project's safeguarding review (fields that keep a child, a family and a
professional from harm). Every field is optional. Labels and hints are in ``resources/texts``
under ``field.<id>.label`` and ``field.<id>.hint``, choices under ``field.<id>.choice.<choice>``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FieldKind = Literal["line", "lines", "choice"]


@dataclass(frozen=True, slots=True)
class RecordField:
    """One optional field of the record.

    Attributes:
        id: Stable id, used in saved checklists.
        kind: One line, several lines, or one of ``choices``.
        choices: Ids of the choices, empty unless ``kind`` is ``"choice"``.
    """

    id: str
    kind: FieldKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that stand together, on one page of the window.

    Attributes:
        id: Stable id; its title is ``field_group.<id>.title``.
        page: The page of the window that shows the group.
        folded: Whether the group starts folded, so that the short pass stays short.
    """

    id: str
    page: Literal["about", "danger", "record", "channels"]
    fields: tuple[RecordField, ...]
    folded: bool = True


def _line(field_id: str) -> RecordField:
    return RecordField(field_id, "line")


def _lines(field_id: str) -> RecordField:
    return RecordField(field_id, "lines")


def _choice(field_id: str, *choices: str) -> RecordField:
    return RecordField(field_id, "choice", choices)


FIELD_GROUPS: tuple[FieldGroup, ...] = (
    FieldGroup(
        "writer",
        "about",
        (_line("writer_role"), _line("writer_organisation"), _line("writer_contact")),
        folded=False,
    ),
    FieldGroup(
        "child",
        "about",
        (
            _choice("age_band", "under_5", "5_to_9", "10_to_12", "13_to_15", "16_to_17", "adult"),
            _choice("age_disputed", "yes", "no"),
            _line("age_stated"),
            _line("age_on_record"),
        ),
        folded=False,
    ),
    FieldGroup(
        "places",
        "about",
        (_line("lives_at"), _line("happened_at"), _line("works_at"), _lines("in_care")),
    ),
    FieldGroup(
        "leaving",
        "danger",
        (
            _line("next_leaves"),
            _line("leaves_with"),
            _lines("whereabouts"),
            _lines("other_children"),
        ),
        folded=False,
    ),
    FieldGroup(
        "worry",
        "record",
        (_lines("worry"), _lines("suspected_person")),
        folded=False,
    ),
    FieldGroup(
        "voice",
        "record",
        (
            _lines("child_wants"),
            _lines("child_fears"),
            _lines("child_told"),
            _line("safe_to_speak"),
        ),
    ),
    FieldGroup(
        "communication",
        "record",
        (
            _line("communicates_by"),
            _choice("interpreter_used", "yes", "no"),
            _choice("interpreter_independent", "yes", "no", "not_known"),
            _line("interpreter_language"),
            _line("support_needs"),
        ),
    ),
    FieldGroup(
        "carer",
        "record",
        (
            _choice("carer_told", "yes", "no"),
            _line("carer_told_because"),
            _choice("carer_safe_to_contact", "yes", "no", "not_known"),
            _lines("must_not_contact"),
        ),
    ),
    FieldGroup(
        "circumstances",
        "record",
        (
            _line("who_was_present"),
            _lines("asked_before"),
            _lines("injuries"),
            _lines("devices"),
            _line("first_notes"),
        ),
    ),
    FieldGroup("done", "channels", (_lines("already_done"),), folded=False),
    FieldGroup(
        "afterwards",
        "channels",
        (
            _line("told_to"),
            _line("told_when"),
            _line("told_how"),
            _line("told_reference"),
            _line("chase_date"),
            _lines("outcome"),
        ),
    ),
)

FIELDS: dict[str, RecordField] = {field.id: field for g in FIELD_GROUPS for field in g.fields}


def groups_on(page: str) -> tuple[FieldGroup, ...]:
    """The groups that the given page of the window shows, in order."""
    return tuple(group for group in FIELD_GROUPS if group.page == page)

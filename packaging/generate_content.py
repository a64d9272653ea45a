"""Write the files that follow from others: schemas, example checklist, instrument manifest.

Run after a change of the instrument or of the checklist's form; a test fails until it was run.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from indicator_checker.checklist import (
    Answer,
    Checklist,
    Judgement,
    Observation,
    Place,
    pin_of,
)
from indicator_checker.checklist_schema import json_schema, write_checklist
from indicator_checker.instrument.json_schemas import json_schemas
from indicator_checker.instrument.load import FILES, Instrument, load_instrument
from indicator_checker.resources import resource_path

EXAMPLE_CASE = "example_companion"

#: Invented, like the case itself.
EXAMPLE_FIELDS = {
    "writer_role": "Form teacher",
    "writer_organisation": "Riverside School (invented)",
    "writer_contact": "switchboard of the school, ask for room 12",
    "age_band": "13_to_15",
    "lives_at": "Not known: the address on record is a car wash",
    "next_leaves": "Today at 15:20",
    "leaves_with": "the man who calls himself his uncle",
    "whereabouts": "In school, last lesson in room 12",
    "worry": (
        "Since February J. is often absent and asleep in class, and a man who is not on record"
        " answers for him. On 14 March J. said, without being asked, that he has to work until"
        " a journey is paid for."
    ),
    "suspected_person": "Man of about 30, calls himself the uncle, white van, plate in day book",
    "child_wants": "To come to school every day",
    "child_told": "That I have to tell people whose job is to keep him safe. 14 March, by me.",
    "communicates_by": "Speaks English well enough",
    "carer_told": "no",
    "carer_told_because": "it is not clear who his carer is",
    "carer_safe_to_contact": "not_known",
    "asked_before": "I had said only that he looked tired.",
    "first_notes": "Handwritten page of 14 March in the safeguarding file",
    "already_done": "School nurse told on 14 March. J. was not questioned.",
}


def manifest_of(folder: Path) -> dict[str, Any]:
    """What an instrument's folder holds, with the hash of each file."""
    catalogue = json.loads((folder / "instrument.json").read_text(encoding="utf-8"))
    names = sorted((*FILES, "worked_cases.json"))
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    kept = ("id", "version", "format", "publisher", "licence", "review")
    return {**{key: catalogue[key] for key in kept}, "sha256": hashes}


def example_of(instrument: Instrument, case: dict[str, Any]) -> Checklist:
    """The worked case of the example as a checklist, with its notes and some fields."""
    answers = {sign: Answer("seen", _observations(case, sign)) for sign in case["seen"]}
    answers |= {sign: Answer("not_sure", _observations(case, sign)) for sign in case["not_sure"]}
    answers |= {sign: Answer("not_seen", _observations(case, sign)) for sign in case["not_seen"]}
    return Checklist(
        pin_of(instrument),
        reference="J. (invented example)",
        started=datetime(2026, 3, 14, 12, 10, tzinfo=UTC),
        setting=case["setting"],
        place=Place("IE"),
        danger=case["danger"],
        answers=answers,
        fields=EXAMPLE_FIELDS,
        judgement=Judgement("report_today", "He is collected again this afternoon."),
    )


def _observations(case: dict[str, Any], sign: str) -> tuple[Observation, ...]:
    note = case.get("notes", {}).get(sign)
    return (Observation(**note),) if note else ()


def schema_files() -> dict[str, str]:
    """The JSON Schema of a checklist and of each file of an instrument, by file name."""
    schemas = {"checklist": json_schema(), **json_schemas()}
    return {
        f"{name}.schema.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def main() -> None:
    """Write them all."""
    instrument = load_instrument()
    catalogue = instrument.catalogue
    folder = resource_path("instruments", catalogue.id, catalogue.version)
    cases = json.loads((folder / "worked_cases.json").read_text(encoding="utf-8"))["cases"]
    case = next(case for case in cases if case["id"] == EXAMPLE_CASE)
    root = resource_path("instruments").parent
    manifest = json.dumps(manifest_of(folder), indent=1, ensure_ascii=False) + "\n"
    for name, schema in schema_files().items():
        (root / "schema" / name).write_text(schema, encoding="utf-8")
    (folder / "manifest.json").write_text(manifest, encoding="utf-8")
    example = write_checklist(example_of(instrument, case))
    (root / "examples" / "example_checklist.json").write_bytes(example)


if __name__ == "__main__":
    main()

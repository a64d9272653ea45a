"""The schemas and the page about them are current, whole, and true."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter

from indicator_checker.instrument import conditions, made_for, measures, model, rules
from indicator_checker.instrument.json_schemas import json_schemas
from indicator_checker.instrument.worked_cases import WorkedCases
from indicator_checker.resources import resource_bytes, resource_text
from indicator_checker.vetting import vet_folder

PAGE = resource_text("schema", "README.md")
NAMES = sorted(json_schemas())
BLOCK = re.compile(r"^```json (\S+)\n(.+?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(match[1], match[2]) for match in BLOCK.finditer(PAGE)]
SNIPPETS = [(kind, text) for kind, text in BLOCKS if not kind.startswith("file=")]
MODELS: dict[str, Any] = {
    "option": model.AnswerOption,
    "window": model.TimeWindow,
    "scale": model.Scale,
    "indicator": model.Indicator,
    "section": model.Section,
    "overlap_group": model.OverlapGroup,
    "made_for": made_for.MadeFor,
    "level": rules.Level,
    "minimum": rules.MinimumSettled,
    "selection": conditions.Selection,
    "measure": measures.Measure,
    "judgement_points": rules.JudgementPoints,
    "dimension": measures.StrengthPoints,
    "profile": measures.Profile,
    "condition": conditions.Condition,
    "rule": rules.Rule,
    "evidence": rules.EvidenceNeeded,
    "worked_cases": WorkedCases,
}


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_that_of_the_program(name: str) -> None:
    shipped = resource_bytes("schema", f"{name}.schema.json").decode()
    current = json.dumps(json_schemas()[name], indent=1, ensure_ascii=False) + "\n"
    assert shipped == current, "run packaging/generate_content.py and commit what it writes"


@pytest.mark.parametrize("name", NAMES)
def test_every_part_and_every_value_says_what_it_is(name: str) -> None:
    schema = json_schemas()[name]
    parts = {**schema.get("$defs", {}), name: schema}
    silent = [part for part, found in parts.items() if not found.get("description")]
    silent += [
        f"{part}.{value}"
        for part, found in parts.items()
        for value, described in found.get("properties", {}).items()
        if not described.get("description")
    ]
    assert silent == []


@pytest.mark.parametrize(("kind", "text"), SNIPPETS, ids=[kind for kind, _ in SNIPPETS])
def test_an_example_on_the_page_has_the_right_form(kind: str, text: str) -> None:
    assert TypeAdapter(MODELS[kind]).validate_json(text) is not None


def words_in(union: Any, key: str) -> Iterator[str]:  # noqa: ANN401  a type, not a value
    """The rule words of a union of models."""
    for part in get_args(get_args(union)[0]):
        assert issubclass(part, BaseModel)
        yield from get_args(part.model_fields[key].annotation)


ALL_WORDS = [
    *words_in(conditions.Condition, "word"),
    *words_in(measures.Measure, "word"),
    *words_in(rules.Rule, "kind"),
    "strength_points",
]


@pytest.mark.parametrize("word", ALL_WORDS)
def test_every_rule_word_is_explained_with_an_example(word: str) -> None:
    assert f"**{word}**" in PAGE
    assert re.search(rf'"(word|kind)": "{word}"', PAGE)


def test_the_whole_example_is_sound_as_it_stands(tmp_path: Path) -> None:
    for kind, text in BLOCKS:
        if kind.startswith("file="):
            (tmp_path / kind.removeprefix("file=")).write_text(text, "utf-8")
    vetting = vet_folder(tmp_path)
    assert vetting.mistakes == ()
    assert vetting.instrument is not None


def test_the_page_names_every_schema() -> None:
    assert [name for name in NAMES if f"`{name}.schema.json`" not in PAGE] == []

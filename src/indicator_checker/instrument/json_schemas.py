"""JSON Schemas of the files of an instrument, for editors and for people who write one.

Descriptions come from the docstrings of the models, so that they are written once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, TypeAdapter

from indicator_checker.instrument.guidance import Guidance
from indicator_checker.instrument.model import Catalogue, Source
from indicator_checker.instrument.rules import RuleSet
from indicator_checker.instrument.terms import Part
from indicator_checker.instrument.worked_cases import WorkedCases

FILES: dict[str, TypeAdapter[Any]] = {
    "instrument": TypeAdapter(Catalogue),
    "rules": TypeAdapter(RuleSet),
    "sources": TypeAdapter(dict[str, Source]),
    "guidance": TypeAdapter(Guidance),
    "worked_cases": TypeAdapter(WorkedCases),
}
TITLES = {
    "sources": "Where each statement comes from, by a code of capitals, digits and hyphens.",
}
#: Names that mean the same in every part, where its docstring does not say more.
EVERYWHERE = {
    "id": "Id of the part: small letters, digits and _; it never changes and is never used again.",
    "label": "The words for it, as people read them.",
    "title": "The heading, as people read it.",
    "text": "The words, as people read them.",
    "reason": "Why, in a sentence that people read.",
    "note": "What else there is to say about it.",
    "word": "The rule word: says which kind of part this is.",
    "kind": "The rule word: says which kind of rule this is.",
    "source": "Code of its source in sources.json.",
    "sources": "Codes of its sources in sources.json.",
    "level": "Id of a level of the rule set.",
    "of": "Which signs, or which ids, it looks at.",
    "at_least": "From how many on it holds.",
    "conditions": "The conditions inside it.",
    "condition": "The condition inside it.",
    "applies": "It counts only under this condition.",
    "years": "Age in whole years.",
    "format": "Version of the form of this file; always 1.",
    "from": "Lowest number, included.",
    "to": "Highest number, included; without it there is no end.",
}
_ENTRY = re.compile(r"^ {4}(\w+): (.+)$")


def json_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each file, by the name of the file without its ending."""
    return {name: _described(name, adapter) for name, adapter in FILES.items()}


def _described(name: str, adapter: TypeAdapter[Any]) -> dict[str, Any]:
    schema = adapter.json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    models = {model.__name__: model for model in _models(Part)}
    for title, definition in (*schema.get("$defs", {}).items(), (schema.get("title"), schema)):
        if title in models:
            _describe(definition, models[title])
    if name in TITLES:
        schema["description"] = TITLES[name]
    return schema


def _models(parent: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for model in parent.__subclasses__():
        yield model
        yield from _models(model)


def _describe(definition: dict[str, Any], model: type[BaseModel]) -> None:
    """Give a definition and each of its properties their words."""
    text, attributes = _read_docstring(model.__doc__ or "")
    definition["description"] = text
    for name, field in model.model_fields.items():
        said = attributes.get(name) or EVERYWHERE.get(field.alias or name)
        shown = definition["properties"][field.alias or name]
        if said:
            shown["description"] = said
        # Pydantic makes a title of the name, which says nothing new.
        shown.pop("title", None)


def _read_docstring(docstring: str) -> tuple[str, dict[str, str]]:
    """The text of a docstring, and what its section ``Attributes`` says of each name."""
    before, _, section = docstring.partition("Attributes:\n")
    attributes: dict[str, str] = {}
    last = ""
    for line in section.splitlines():
        entry = _ENTRY.match(line.removeprefix("    "))
        if entry:
            last = entry[1]
            attributes[last] = entry[2]
        elif last and line.strip():
            attributes[last] += f" {line.strip()}"
    return _plain(before), {name: _plain(said) for name, said in attributes.items()}


def _plain(text: str) -> str:
    return " ".join(text.replace("``", "").split())

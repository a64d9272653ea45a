"""A small invented instrument, written as a folder; tests change the parts they are about."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Files = dict[str, Any]
SOURCES = ["SMALL"]


def sign(sign_id: str, **more: object) -> dict[str, object]:
    return {"id": sign_id, "text": f"Invented sign {sign_id}", "sources": SOURCES, **more}


def rule(rule_id: str, level: str, at_least: int) -> dict[str, object]:
    when = {"word": "measure_at_least", "measure": "signs_seen", "at_least": at_least}
    words = {"reason": "Invented.", "sources": SOURCES}
    return {"kind": "reach", "id": rule_id, "level": level, "when": when, **words}


def level(level_id: str, step: str) -> dict[str, object]:
    return {"id": level_id, "step": step, "title": f"Level {level_id}", "action": "Tell someone."}


SMALL: Files = {
    "instrument.json": {
        "format": 1,
        "id": "small_list",
        "version": "1.0.0",
        "language": "en",
        "title": "A small list",
        "summary": "Four invented signs.",
        "publisher": "Nobody",
        "licence": "CC-BY-4.0",
        "review": {"status": "not_reviewed"},
        "made_for": {"ages": {"to": 17}, "settings": ["school", "health", "other"]},
        "answers": [
            {"id": "yes", "label": "Yes", "role": "present"},
            {"id": "unsure", "label": "Not sure", "role": "possible"},
            {"id": "no", "label": "No", "role": "absent"},
        ],
        "sections": [
            {
                "id": "signs",
                "title": "Signs",
                "intro": "Invented.",
                "indicators": [sign(f"sign_{number}") for number in range(1, 5)],
            }
        ],
    },
    "rules.json": {
        "format": 1,
        "unknown": "own_state",
        "levels": [level("low", "keep_noticing"), level("high", "report_today")],
        "minimum": {"settled": 0, "reason": "Invented."},
        "measures": [{"word": "count", "id": "signs_seen", "label": "Signs seen", "of": {}}],
        "rules": [
            {
                "kind": "reach",
                "id": "start",
                "level": "low",
                "when": {"word": "always"},
                "reason": "Invented.",
                "sources": SOURCES,
            },
            rule("two_signs", "high", 2),
        ],
    },
    "sources.json": {
        "SMALL": {"organisation": "Nobody", "title": "None", "year": "2020", "status": "memory"}
    },
    "guidance.json": {
        "do": [],
        "do_not": [],
        "say_to_the_child": [],
        "method": {"sections": [{"title": "How", "paragraphs": ["By counting."]}]},
        "limits": ["Invented. Never for a real child."],
    },
}


def write_instrument(folder: Path, change: Callable[[Files], None] | None = None) -> Path:
    """Write the small instrument with one change; gives its folder."""
    files = copy.deepcopy(SMALL)
    if change is not None:
        change(files)
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return folder

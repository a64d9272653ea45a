"""What the source asks of the text catalogue, read with `ast`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "indicator_checker"
ERRORS = {"IndicatorCheckerError", "ContentError", "ChecklistError", "FileError"}
TALKERS = {"words", "_words", "Words", "template_text"}


class Call(NamedTuple):
    """A sentence asked for by its key; `values` is unknown where they are passed on whole."""

    place: str
    key: str
    pattern: str
    values: frozenset[str] | None


class Raised(NamedTuple):
    """An error that the code raises, with the values it hands to its words."""

    place: str
    code: str
    parameters: frozenset[str]


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8"))


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    if isinstance(function, ast.Call):
        return name_of(function.func)
    return function.id if isinstance(function, ast.Name) else ""


def values_of(call: ast.Call) -> frozenset[str] | None:
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    return frozenset(keyword.arg for keyword in call.keywords if keyword.arg is not None)


def keys_in(argument: ast.expr) -> Iterator[tuple[str, str]]:
    """The key, or a pattern for the keys that an f-string can make."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value, re.escape(argument.value)
    elif isinstance(argument, ast.IfExp):
        yield from keys_in(argument.body)
        yield from keys_in(argument.orelse)
    elif isinstance(argument, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else None for part in argument.values]
        shown = "".join("{}" if part is None else str(part) for part in parts)
        yield shown, "".join(r"[a-z0-9_.]+" if p is None else re.escape(str(p)) for p in parts)


def calls() -> Iterator[Call]:
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and name_of(node.func) in TALKERS:
                for key, pattern in keys_in(node.args[0]):
                    if "." in key:
                        # The pages of a document are filled in by its painter.
                        later = name_of(node.func) == "template_text"
                        values = None if later else values_of(node)
                        yield Call(f"{file}:{node.lineno}", key, pattern, values)


def raised() -> Iterator[Raised]:
    for file, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            first = node.args[0]
            is_super = isinstance(node.func, ast.Attribute) and node.func.attr == "__init__"
            code = first.value if isinstance(first, ast.Constant) else None
            if isinstance(code, str) and code and (name_of(node.func) in ERRORS or is_super):
                parameters = values_of(node) or frozenset()
                yield Raised(f"{file}:{node.lineno}", code, parameters)


def written_keys() -> Iterator[str]:
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


CALLS = list(calls())
RAISED = list(raised())
WRITTEN_KEYS = set(written_keys())

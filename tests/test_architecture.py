"""The plan of the house, read from the source with `ast`: who may know whom, and how big."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "indicator_checker"
EVERYTHING = {"*"}

# Room (first name below the package) -> rooms it may import. Nothing flows back.
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "errors": set(),
    "resources": set(),
    "record_fields": set(),
    "figure": set(),
    # Where the shipped instruments lie, and the person's own.
    "installed": {"resources"},
    "instrument": {"errors", "resources", "installed"},
    "body_map": {"figure"},
    "checklist": {"instrument", "errors", "record_fields", "body_map"},
    "evaluation": {"instrument", "checklist", "errors"},
    "channels": {"errors", "resources"},
    "text": {"errors", "resources"},
    "files": {"errors", "resources"},
    # A contact of the own organisation is the same value in the settings as in the list of
    # channels: one class, not two alike.
    "settings": {"errors", "resources", "files", "channels"},
    "sealing": {"errors"},
    "referral": {
        "instrument",
        "checklist",
        "evaluation",
        "channels",
        "text",
        "figure",
        "record_fields",
        "body_map",
    },
    "pdf": {"referral", "text", "resources", "errors", "figure", "instrument"},
    "twins": {"referral", "text", "resources", "errors", "figure", "instrument"},
    "verify": {"pdf", "evaluation", "instrument", "checklist"},
    "vault": {"checklist", "errors", "resources", "sealing", "files"},
    "exchange": {
        "errors",
        "resources",
        "instrument",
        "checklist",
        "evaluation",
        "channels",
        "text",
        "files",
        "figure",
        "body_map",
        "record_fields",
        "referral",
        "settings",
        "sealing",
        "twins",
        "verify",
    },
    "vetting": {"instrument", "checklist", "evaluation", "errors"},
    "instrument_report": {"instrument", "referral", "text", "vetting"},
    # What the command line says; the window has its own words for it.
    "report": {
        "errors",
        "instrument",
        "checklist",
        "evaluation",
        "channels",
        "text",
        "files",
        "referral",
        "settings",
    },
    # What is installed, and adding an instrument to it.
    "shelf": {"errors", "files", "installed", "instrument", "vetting"},
    # The same sentences on the command line and in the window.
    "shelf_report": {"shelf", "text"},
    "comparison_report": {"comparison", "instrument", "text"},
    # An old checklist under another instrument or version.
    "comparison": {"instrument", "checklist", "evaluation"},
    # Many checklists, one to a line.
    "batch": {"errors", "files", "instrument", "checklist", "evaluation"},
    # Invented cases to practise on; nothing of them is stored.
    "practise": {"instrument", "checklist", "evaluation", "errors", "resources"},
    "ui": EVERYTHING,
    "cli": EVERYTHING,
    "cli_batch": EVERYTHING,
    "cli_compare": EVERYTHING,
    "cli_instrument": EVERYTHING,
    "__main__": EVERYTHING,
}
# Library -> the only rooms that may import it.
ONLY_IN: dict[str, set[str]] = {
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "reportlab": {"pdf"},
    "pikepdf": {"pdf"},
    "pypdfium2": {"ui"},
    "cryptography": {"sealing"},
}
NETWORK = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "nntplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
}
# They slow the start or run code from a file (QSettings unpickles what it reads).
FORBIDDEN = {"importlib.metadata", "importlib.resources", "pickle", "shelve", "marshal"}
FORBIDDEN_NAMES = {"QSettings", "QDataStream"}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
# The one place that turns a level into a colour: everything else asks the palette, so that dark
# mode and high contrast reach every widget.
COLOURS_DEFINED_IN = "ui/palette.py"
COLOUR = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3}(?:[0-9a-fA-F]{2})?)?\b|\brgba?\(|\bhsla?\(")
LONGEST_FILE = 400
LONGEST_FUNCTION = 50

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """One source file."""

    name: str
    room: str
    lines: int
    tree: ast.Module


class Import(NamedTuple):
    """One name that a module asks for."""

    line: int
    module: str
    name: str

    @property
    def full(self) -> str:
        return f"{self.module}.{self.name}" if self.name else self.module


def read_module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    tree = ast.parse(text)
    name = path.relative_to(PACKAGE).as_posix()
    return Module(name, room_named(parts[0]), len(text.splitlines()), tree)


def room_named(first: str) -> str:
    """`checklist_schema` checks what becomes a checklist: it belongs to that room."""
    return first.removesuffix("_schema")


MODULES = [read_module(path) for path in sorted(PACKAGE.rglob("*.py"))]


def imports_of(module: Module) -> Iterator[Import]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(node.lineno, alias.name, "")
        elif isinstance(node, ast.ImportFrom):
            package = absolute_package(module, node)
            for alias in node.names:
                yield Import(node.lineno, package, alias.name)


def absolute_package(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    folders = ["indicator_checker", *module.name.split("/")[:-1]]
    kept = folders[: len(folders) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])


def functions_of(module: Module) -> Iterator[Function]:
    for node in ast.walk(module.tree):
        if isinstance(node, Function):
            yield node


def starts_with(full: str, names: set[str]) -> bool:
    return any(full == name or full.startswith(name + ".") for name in names)


def room_asked_for(wanted: Import) -> str | None:
    """The room an import of ours leads to, if it is one of ours."""
    parts = wanted.full.split(".")
    if parts[0] != "indicator_checker":
        return None
    is_constant = len(parts) == 1 or parts[1].startswith("__version")
    return "__init__" if is_constant else room_named(parts[1])


def test_every_room_has_a_place_in_the_plan() -> None:
    assert {module.room for module in MODULES} <= MAY_IMPORT.keys()


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_knows_only_the_rooms_before_it(room: str) -> None:
    allowed = MAY_IMPORT[room] | {room, "__init__"}
    breaches = [
        f"{module.name}:{wanted.line} imports {asked}"
        for module in MODULES
        if module.room == room and allowed.isdisjoint(EVERYTHING)
        for wanted in imports_of(module)
        if (asked := room_asked_for(wanted)) is not None and asked not in allowed
    ]
    assert not breaches


def test_the_plan_has_no_way_back() -> None:
    def reaches(room: str, seen: frozenset[str]) -> Iterator[str]:
        for other in MAY_IMPORT.get(room, set()) - EVERYTHING:
            yield other
            if other not in seen:
                yield from reaches(other, seen | {other})

    assert not [room for room in MAY_IMPORT if room in reaches(room, frozenset({room}))]


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_heavy_library_is_known_in_one_place(library: str) -> None:
    breaches = [
        f"{module.name}:{wanted.line}"
        for module in MODULES
        if module.room not in ONLY_IN[library]
        for wanted in imports_of(module)
        if starts_with(wanted.full, {library})
    ]
    assert not breaches


def test_no_code_can_reach_a_network() -> None:
    breaches = [
        f"{module.name}:{wanted.line} imports {wanted.full}"
        for module in MODULES
        for wanted in imports_of(module)
        if starts_with(wanted.full, NETWORK)
    ]
    assert not breaches


def test_nothing_slow_or_unsafe_is_imported() -> None:
    breaches = [
        f"{module.name}:{wanted.line} imports {wanted.full}"
        for module in MODULES
        for wanted in imports_of(module)
        if starts_with(wanted.full, FORBIDDEN) or wanted.name in FORBIDDEN_NAMES | {"*"}
    ]
    attributes = [
        f"{module.name}:{node.lineno} uses {node.attr}"
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_NAMES
    ]
    assert not breaches + attributes


def test_colours_come_from_the_palette() -> None:
    breaches = [
        f"{module.name}:{getattr(node, 'lineno', 0)}"
        for module in MODULES
        if module.room == "ui" and module.name != COLOURS_DEFINED_IN
        for node in ast.walk(module.tree)
        if is_colour_literal(node)
    ]
    assert not breaches


def is_colour_literal(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return bool(COLOUR.search(node.value))
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else None
        called = node.func.id if isinstance(node.func, ast.Name) else called
        return called == "QColor" and any(isinstance(a, ast.Constant) for a in node.args)
    is_named_colour = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute)
    return is_named_colour and ast.unparse(node).startswith("Qt.GlobalColor.")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("QColor(1, 2, 3)", True),
        ("QColor('red')", True),
        ("QColor(role)", False),
        ("'color: #5f6368'", True),
        ("'rgb(1, 2, 3)'", True),
        ("Qt.GlobalColor.red", True),
        ("'child #1 of 2'", False),
        ("'palette(window-text)'", False),
    ],
)
def test_a_colour_literal_is_told_from_other_words(source: str, expected: bool) -> None:
    assert any(map(is_colour_literal, ast.walk(ast.parse(source)))) is expected


def test_a_file_stays_small_enough_to_read() -> None:
    long = {m.name: m.lines for m in MODULES if m.lines > LONGEST_FILE}
    assert not long


def test_a_function_stays_small_enough_to_read() -> None:
    long = [
        f"{module.name}:{node.lineno} {node.name}: {length} lines"
        for module in MODULES
        for node in functions_of(module)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not long


def test_a_module_is_named_after_what_it_holds() -> None:
    empty = [
        module.name
        for module in MODULES
        for part in Path(module.name).with_suffix("").parts
        if EMPTY_NAMES & set(part.split("_"))
    ]
    assert not empty


def test_every_function_is_annotated() -> None:
    bare = [
        f"{module.name}:{node.lineno} {node.name}"
        for module in MODULES
        for node in functions_of(module)
        if node.returns is None or any(a.annotation is None for a in own_arguments(node))
    ]
    assert not bare


def own_arguments(node: Function) -> list[ast.arg]:
    named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    starred = [a for a in (node.args.vararg, node.args.kwarg) if a is not None]
    return [a for a in named if a.arg not in {"self", "cls"}] + starred


def test_everything_public_says_what_it_is() -> None:
    silent = [
        f"{module.name}:{getattr(node, 'lineno', 1)} {getattr(node, 'name', 'module')}"
        for module in MODULES
        for node in public_nodes(module.tree)
        if not ast.get_docstring(node)
    ]
    assert not silent


def public_nodes(
    parent: ast.Module | ast.ClassDef,
) -> Iterator[ast.Module | ast.ClassDef | Function]:
    yield parent
    for node in parent.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_nodes(node)
        elif isinstance(node, Function) and not node.name.startswith("_"):
            # The other half of an overload or of a property is described with the first.
            decorators = {ast.unparse(d).rpartition(".")[2] for d in node.decorator_list}
            if decorators.isdisjoint({"overload", "setter"}):
                yield node

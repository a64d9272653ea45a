"""Files that follow from others are committed as the generator writes them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from indicator_checker.checklist_schema import json_schema, read_checklist, write_checklist
from indicator_checker.instrument.load import FILES, load_instrument
from indicator_checker.resources import resource_bytes, resource_path, resource_text

GENERATOR = Path(__file__).resolve().parents[2] / "packaging" / "generate_content.py"
FOLDER = resource_path("instruments", "child_trafficking", "1.0.0")
CASES = json.loads((FOLDER / "worked_cases.json").read_text("utf-8"))["cases"]
RUN = "run packaging/generate_content.py and commit what it writes"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_content", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_written(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def test_the_manifest_holds_the_hashes_of_the_files(generator: ModuleType) -> None:
    manifest = generator.manifest_of(FOLDER)
    assert (FOLDER / "manifest.json").read_text("utf-8") == as_written(manifest), RUN
    assert set(manifest["sha256"]) == {*FILES, "worked_cases.json"}


def test_the_schema_is_that_of_the_checklist() -> None:
    assert resource_text("schema", "checklist.schema.json") == as_written(json_schema()), RUN


def test_the_example_is_the_worked_case(generator: ModuleType) -> None:
    case = next(case for case in CASES if case["id"] == generator.EXAMPLE_CASE)
    example = generator.example_of(load_instrument(), case)
    shipped = resource_bytes("examples", "example_checklist.json")
    assert shipped == write_checklist(example), RUN
    assert read_checklist(shipped) == example


def test_running_the_generator_again_changes_nothing(
    generator: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It writes beside copies, so that a test never touches what is committed."""
    copy = tmp_path / "resources"
    places = {
        "instruments/child_trafficking/1.0.0/manifest.json": FOLDER / "manifest.json",
        "schema/checklist.schema.json": resource_path("schema", "checklist.schema.json"),
        "examples/example_checklist.json": resource_path("examples", "example_checklist.json"),
    }
    for name in places:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
    for name in (*FILES, "worked_cases.json"):
        (copy / "instruments/child_trafficking/1.0.0" / name).write_bytes(
            (FOLDER / name).read_bytes()
        )
    monkeypatch.setattr(generator, "resource_path", lambda *parts: copy.joinpath(*parts))
    generator.main()
    written = {name: (copy / name).read_bytes() for name in places}
    assert written == {name: path.read_bytes() for name, path in places.items()}


def test_the_example_says_that_it_is_invented() -> None:
    checklist = read_checklist(resource_bytes("examples", "example_checklist.json"))
    assert "invented" in checklist.reference
    assert "invented" in checklist.fields["writer_organisation"]

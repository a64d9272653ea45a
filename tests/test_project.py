"""What the committed files promise: no address of a machine, one version, commands that exist."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from indicator_checker import __version__

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("app", "dev")
NOT_OURS = {
    ".git",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    "__pycache__",
    "build",
    "dist",
}
# Written with a gap so that this file does not find itself.
MACHINE = re.compile(
    "|".join([r"(?<![\w.~])/(?:root|opt|work|home)/", "file:" + "//", "/site-" + "packages/"])
)
REGISTRY = re.compile(
    "|".join(
        ["py" + r"pi\.org", "python" + "hosted", "deb" + r"\.debian", "snapshot" + r"\.debian"]
    )
)


def committed_files() -> list[Path]:
    """What git keeps; where there is no git, everything but what tools make."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"],  # noqa: S607  whichever git the person uses
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        found = (path for path in ROOT.rglob("*") if path.is_file())
        return [p for p in found if NOT_OURS.isdisjoint(p.relative_to(ROOT).parts)]
    return [path for name in listed if name and (path := ROOT / name).is_file()]


def words_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="ignore")


def pins(lock: str) -> dict[str, str]:
    text = words_of(ROOT / "packaging" / "locks" / f"{lock}.txt")
    return dict(re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", text, re.MULTILINE))


def project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def requirements(group: str) -> list[Requirement]:
    table = project()
    groups = {"app": table["project"]["dependencies"], **table["dependency-groups"]}
    return [Requirement(line) for line in groups[group]]


def test_no_committed_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in committed_files()
        if path.suffix not in {".ttf", ".png", ".pdf", ".qm"}
        for pattern in (MACHINE, REGISTRY)
        for match in pattern.finditer(words_of(path))
    ]
    assert not found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_carries_hashes_and_no_address(lock: str) -> None:
    text = words_of(ROOT / "packaging" / "locks" / f"{lock}.txt")
    entries = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)
    unhashed = [e.split()[0] for e in entries if e[:1].isalpha() and "--hash=sha256:" not in e]
    assert pins(lock)
    assert not unhashed
    assert "://" not in text
    assert "-i " not in text
    assert "--find-links" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_all_that_the_project_asks_for(lock: str) -> None:
    wrong = [
        str(requirement)
        for requirement in {*requirements("app"), *requirements(lock)}
        if pins(lock).get(canonicalize_name(requirement.name), "") not in requirement.specifier
    ]
    assert not wrong


def test_working_on_the_program_uses_the_libraries_it_ships_with() -> None:
    assert pins("app").items() <= pins("dev").items()


def test_the_version_stands_in_one_place() -> None:
    table = project()["project"]
    assert "version" not in table
    assert table["dynamic"] == ["version"]
    holders = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "src").rglob("*.py")
        if re.search(r"^__version__\s*=", words_of(path), re.MULTILINE)
    ]
    assert holders == ["src/indicator_checker/__init__.py"]
    assert f"## {__version__}" in words_of(ROOT / "CHANGELOG.md").replace("[", "").replace("]", "")


def test_the_first_two_commands_of_the_readme_exist() -> None:
    first_block = re.search(r"```sh\n(.+?)```", words_of(ROOT / "README.md"), re.DOTALL)
    assert first_block is not None
    commands = [line.split()[0] for line in first_block[1].splitlines() if line.strip()]
    assert commands == ["scripts/run", "scripts/test"]
    assert all(os.access(ROOT / command, os.X_OK) for command in commands)


def test_every_library_says_in_contributing_what_it_is_for() -> None:
    text = words_of(ROOT / "CONTRIBUTING.md").casefold()
    named = [*requirements("app"), *requirements("dev")]
    assert not [r.name for r in named if f"| `{r.name.casefold()}` |" not in text]


def test_every_make_target_explains_itself() -> None:
    makefile = words_of(ROOT / "Makefile")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    assert not [
        t for t in phony[1].split() if not re.search(rf"^{t}:.*## \w", makefile, re.MULTILINE)
    ]


def test_every_rule_switched_off_has_its_reason() -> None:
    ruff = words_of(ROOT / "pyproject.toml").partition("[tool.ruff.lint]")[2]
    ruff = ruff.partition("ignore = [")[2].partition("[tool.ruff.lint.pydocstyle]")[0]
    rules = [line for line in ruff.splitlines() if re.search(r'"[A-Z]+\d*"', line)]
    assert rules
    assert not [line for line in rules if "#" not in line]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_every_shipped_file(wheel: Path) -> None:
    kept = {path for path in committed_files() if (ROOT / "resources") in path.parents}
    expected = {f"indicator_checker/{path.relative_to(ROOT).as_posix()}" for path in kept}
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert expected
    assert expected <= names
    assert "indicator_checker/py.typed" in names


def test_the_program_starts_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    question = (
        "from indicator_checker.__main__ import main; from indicator_checker.resources import "
        "resource_path; print(resource_path('fonts')); main(['--version'])"
    )
    said = subprocess.run(
        [sys.executable, "-c", question],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    assert said == [
        str(tmp_path / "indicator_checker" / "resources" / "fonts"),
        f"indicator-checker {__version__}",
    ]

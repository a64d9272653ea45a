"""The shipped instrument, broken in one place at a time: each mistake is found and named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indicator_checker.errors import ContentError
from indicator_checker.instrument import lint as lint_module
from indicator_checker.instrument import load as load_module
from indicator_checker.instrument.lint import Mistake
from indicator_checker.instrument.load import (
    FILES,
    LARGEST_FILE,
    InstrumentRefused,
    installed_versions,
    load_folder,
    load_instrument,
)
from indicator_checker.text import Words
from tests.core.broken_instruments import (
    BREAKS,
    Break,
    broken,
    put,
    rules,
    sign_named,
    when,
)

WORDS = Words()
KEYS = WORDS.keys()


def mistakes_in(folder: Path) -> tuple[Mistake, ...]:
    with pytest.raises(InstrumentRefused) as caught:
        load_folder(folder)
    assert caught.value.parameters == {"place": folder.name, "n": len(caught.value.mistakes)}
    return caught.value.mistakes


def test_the_shipped_instrument_has_no_mistake(tmp_path: Path) -> None:
    assert load_folder(broken(tmp_path)) == load_instrument()


@pytest.mark.parametrize(("code", "place", "change"), BREAKS)
def test_each_mistake_is_found_where_it_is(
    code: str, place: str, change: Break, tmp_path: Path
) -> None:
    found = mistakes_in(broken(tmp_path, change))
    assert {mistake.code for mistake in found} == {code}
    assert any(mistake.place.startswith(place) for mistake in found)


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    of_rules = [change for code, _, change in BREAKS[-10:] if code != "steps_out_of_order"]
    found = {mistake.code for mistake in mistakes_in(broken(tmp_path, *of_rules))}
    assert found >= {
        "lowest_level_not_reached",
        "milder_danger_counts_more",
        "never_fires",
        "arithmetic_disagrees",
        "stronger_counts_less",
    }


def test_mistakes_of_form_are_named_in_every_file_at_once(tmp_path: Path) -> None:
    of_form = [change for code, _, change in BREAKS if code == "shape"]
    found = [mistake.place.split(":")[0] for mistake in mistakes_in(broken(tmp_path, *of_form))]
    assert set(found) == set(FILES)
    assert len(found) == len(of_form)


BYTES = {
    "not_json": [b"", b"{", b'{"a": 1, "a": 2}', b"\xff", b"[" * 100_000, b"9" * 5000],
    "shape": [b"[]", b"null", b'{"format": NaN}', '\ufeff{"format": 1}'.encode(), b'"\\ud800"'],
    "file_too_large": [b" " * (LARGEST_FILE + 1)],
}


@pytest.mark.parametrize(
    ("code", "data"), [(c, data) for c, all_ in BYTES.items() for data in all_]
)
def test_a_file_that_is_none_is_refused(code: str, data: bytes, tmp_path: Path) -> None:
    (broken(tmp_path) / "rules.json").write_bytes(data)
    found = mistakes_in(tmp_path)
    assert {mistake.code for mistake in found} == {code}
    assert all("rules.json" in mistake.place for mistake in found)


def test_every_missing_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "rules.json").mkdir()
    found = [(mistake.code, mistake.place) for mistake in mistakes_in(tmp_path)]
    assert found == [("file_missing", name) for name in FILES]


def codes_with_words() -> set[str]:
    return {key.split(".")[1] for key in KEYS if key.startswith("mistake.")}


def test_each_mistake_that_has_words_is_broken_here() -> None:
    tried = {code for code, _, _ in BREAKS} | BYTES.keys() | {"file_missing"}
    assert tried == codes_with_words()


def test_each_mistake_in_the_source_has_words() -> None:
    sources = [
        Path(str(module.__file__)).read_text("utf-8") for module in (lint_module, load_module)
    ]
    named = {code for text in sources for code in re.findall(r'Mistake\(\s*"(\w+)"', text)}
    assert len(named) >= 13
    assert named | {"arithmetic_disagrees", "stronger_counts_less"} == codes_with_words()


@pytest.mark.parametrize("code", sorted(codes_with_words()))
def test_each_mistake_says_where_what_and_the_way_out(code: str) -> None:
    said = WORDS.mistake(code, "here:\x1b[31m", "x" * 500)
    assert said.startswith("here: [31m: ")
    assert len(said) < 400
    assert said.endswith(".")
    assert WORDS(f"mistake.{code}.way_out", value="").strip()


@pytest.mark.parametrize(
    "name",
    ["..", "../instruments/child_trafficking", "", "/etc", "child_trafficking/1.0.0", "a" * 300],
)
def test_no_checklist_can_name_another_folder(name: str) -> None:
    assert installed_versions(name) == ()
    with pytest.raises(ContentError) as caught:
        load_instrument(name, "1.0.0")
    assert caught.value.code == "instrument_missing"


@pytest.mark.parametrize("version", ["1.0.1", "..", "../1.0.0", "-"])
def test_a_version_that_is_not_installed_is_said(version: str) -> None:
    with pytest.raises(ContentError) as caught:
        load_instrument(version=version)
    assert caught.value.parameters == {"instrument": "child_trafficking", "version": version}


def test_wording_changes_the_content_hash_and_not_the_logic_hash(tmp_path: Path) -> None:
    worded = load_folder(broken(tmp_path, lambda c: put(sign_named(c), text="Other words")))
    assert worded.logic_hash == load_instrument().logic_hash
    assert worded.content_hash != load_instrument().content_hash


@pytest.mark.parametrize(
    "change",
    [
        lambda c: put(sign_named(c), strength="medium"),
        lambda c: put(sign_named(c), flag="report_today"),
        lambda c: put(rules(c)["minimum"], settled=4),
        lambda c: put(rules(c), unknown="as_no"),
        lambda c: put(when(c, "two_weak_signs"), at_least=3),
        lambda c: c["instrument.json"]["overlap_groups"].pop(),
    ],
)
def test_what_decides_a_result_changes_the_logic_hash(change: Break, tmp_path: Path) -> None:
    assert load_folder(broken(tmp_path, change)).logic_hash != load_instrument().logic_hash

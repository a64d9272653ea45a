"""Every sentence the program can say exists, fits its values, and says nothing it must not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from string import Formatter

import pytest

from indicator_checker.channels.model import Kind, Status, Tier
from indicator_checker.channels.who_to_tell import GroupId
from indicator_checker.checklist import BASES, DANGER_ANSWERS, SETTINGS
from indicator_checker.errors import IndicatorCheckerError
from indicator_checker.instrument.terms import STRENGTHS
from indicator_checker.text import Words
from tests.content.test_instrument_wording import BLAME, FALSE_COMFORT
from tests.core.words_used import CALLS, RAISED, WRITTEN_KEYS, Call

WORDS = Words()
KEYS = WORDS.keys()
ROOMS = {key.split(".")[0] for key in KEYS}
PLURALS = [key for key in KEYS if not isinstance(WORDS.template(key), str)]


def forms(key: str) -> Mapping[str, str]:
    template = WORDS.template(key)
    return {"other": template} if isinstance(template, str) else template


def gaps(template: str) -> list[str]:
    """The names of the values that a template needs."""
    found = []
    for _, name, spec, conversion in Formatter().parse(template):
        if name is not None:
            assert name.isidentifier(), template
            assert (spec, conversion) == ("", None), template
            found.append(name)
    return found


def needed(key: str) -> set[str]:
    return {name for form in forms(key).values() for name in gaps(form)}


def every_text() -> Iterator[tuple[str, str]]:
    for key in KEYS:
        for form in forms(key).values():
            yield key, form


def test_every_template_can_be_filled() -> None:
    for key, template in every_text():
        assert WORDS.has(key)
        template.format(**dict.fromkeys(gaps(template), "x"))


@pytest.mark.parametrize("key", PLURALS)
def test_a_plural_has_both_forms_with_the_same_values(key: str) -> None:
    assert set(forms(key)) == {"one", "other"}
    without_number = [set(gaps(form)) - {"n"} for form in forms(key).values()]
    assert without_number[0] == without_number[1]
    values = dict.fromkeys(needed(key) - {"n"}, "x")
    said = {n: WORDS(key, n=n, **values) for n in (0, 1, 2, 11)}
    assert said[1] == forms(key)["one"].format(n=1, **values)
    assert [said[n] for n in (0, 2, 11)] == [
        forms(key)["other"].format(n=n, **values) for n in (0, 2, 11)
    ]


def test_the_scan_of_the_source_finds_what_it_should() -> None:
    assert len(CALLS) > 100
    assert {call.key for call in CALLS} > {"referral.title", "cli.evaluate.why", "why.seen"}
    assert {error.code for error in RAISED} > {"file_exists", "instrument_refused"}


def lacking(call: Call) -> set[str]:
    """Values that the sentence needs and the call does not give."""
    if call.values is None or call.key not in KEYS:
        return set()
    return needed(call.key) - call.values


def test_every_sentence_the_code_asks_for_exists_and_gets_its_values() -> None:
    unknown = [c for c in CALLS if not any(re.fullmatch(c.pattern, key) for key in KEYS)]
    assert unknown == []
    assert {call: lacking(call) for call in CALLS if lacking(call)} == {}


def is_part_of_a_key(text: str) -> bool:
    return any(
        key == text or key.startswith(f"{text}.") or key.endswith(f".{text}") for key in KEYS
    )


def test_every_key_written_anywhere_in_the_code_exists() -> None:
    like_keys = re.compile(rf"({'|'.join(sorted(ROOMS))})(\.[a-z0-9_]+)+")
    files = (".json", ".py", ".pdf")
    found = {t for t in WRITTEN_KEYS if like_keys.fullmatch(t) and not t.endswith(files)}
    assert len(found) > 50
    assert {text for text in found if not is_part_of_a_key(text)} == set()


CHOSEN_BY_VALUE: dict[str, tuple[str, ...]] = {
    "danger.{}": (*DANGER_ANSWERS, "unanswered"),
    "why.danger.{}": DANGER_ANSWERS,
    "setting.{}": SETTINGS,
    "basis.{}": BASES,
    "referral.annex.{}": (*BASES, "not_noted", "when", "observer", "note"),
    "count.{}": STRENGTHS[2:],
    "raising.{}": (*STRENGTHS[2:], "emergency", "report_today"),
    "strength.{}": STRENGTHS,
    "source.{}": ("memory", "read_second_hand"),
    "review.{}": ("reviewed", "not_reviewed"),
    "service.{}": ("police", "ambulance", "sexual_assault_centre", "crisis_team"),
    "asking.{}": ("observe", "already_known", "do_not_ask"),
    "asking.{}.meaning": ("observe", "already_known", "do_not_ask"),
    "rules.title.{}": ("override", "floor", "reach", "cap"),
    "signs.of.flag.{}": ("emergency", "report_today", "context"),
    "rules.evidence.{}": ("note", "when", "basis"),
    "referral.annex.act.{}": ("recruit", "move", "harbour_or_receive"),
    "referral.box.{}": ("told_to", "told_when", "told_how", "told_reference"),
    "referral.identity.{}": (
        *("name", "other_names", "birth_date", "home", "where_now", "school"),
        *("carers", "brothers_and_sisters"),
    ),
    "channels.group.{}": tuple(GroupId),
    "channels.kind.{}": tuple(Kind),
    "channels.status.{}": tuple(Status),
    "channels.tier.{}": tuple(Tier),
}


@pytest.mark.parametrize("pattern", CHOSEN_BY_VALUE)
def test_a_sentence_chosen_by_a_value_exists_for_each_value(pattern: str) -> None:
    keys = [pattern.format(value) for value in CHOSEN_BY_VALUE[pattern]]
    assert [key for key in keys if not WORDS.has(key)] == []


def test_every_error_says_what_happened_what_is_safe_and_what_to_do() -> None:
    for error in RAISED:
        for part in ("what", "safe", "do"):
            key = f"error.{error.code}.{part}"
            assert WORDS.has(key), error
            assert needed(key) <= error.parameters, error
            assert all(form.strip().endswith(".") for form in forms(key).values()), key


def codes() -> list[str]:
    return sorted({key.split(".")[1] for key in KEYS if key.startswith("error.")})


def test_every_error_with_words_can_happen() -> None:
    raised = {error.code for error in RAISED}
    assert {code for code in codes() if code not in raised and code not in WRITTEN_KEYS} <= {
        "unexpected"  # said by the window about what nobody foresaw
    }


def said_with(code: str, value: str | int) -> str:
    keys = [f"error.{code}.{part}" for part in ("what", "safe", "do")]
    names = set[str]().union(*(needed(key) for key in keys)) | {"n"}
    parameters: dict[str, str | int] = dict.fromkeys(names, value)
    return WORDS.error(IndicatorCheckerError(code, **{**parameters, "n": 2}))


HOSTILE = "\x1b[31m\x00\r\n\u2028\u202e{place}%s<b>"


@pytest.mark.parametrize("code", codes())
def test_an_error_repeats_no_control_character_of_a_hostile_file(code: str) -> None:
    said = said_with(code, HOSTILE)
    assert said.isprintable()
    assert "\x1b" not in said


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("value", ["x" * 5_000, 10**4_000, -(10**4_000)], ids=["name", "+", "-"])
def test_an_error_cuts_a_name_or_number_that_would_flood_it(code: str, value: str | int) -> None:
    assert len(said_with(code, value)) < len(said_with(code, "")) + 400


def test_a_name_of_ordinary_length_stands_whole() -> None:
    name = "record-of-concern 12 März 2026 (copy).pdf"
    assert name in WORDS.error(IndicatorCheckerError("file_exists", name=name))


#: Said of a file or a form, or in the title of an officer: it blames no child.
HARMLESS = re.compile(r"(error|mistake|cli)\.|level\.worry_about_colleague$")


@pytest.mark.parametrize("phrase", FALSE_COMFORT)
def test_no_sentence_gives_false_comfort(phrase: str) -> None:
    # What cannot be ruled out is the opposite of comfort.
    texts = (
        (key, re.sub("cannot be ruled out", "", text, flags=re.I)) for key, text in every_text()
    )
    found = [key for key, text in texts if re.search(rf"\b{phrase}\b", text, re.IGNORECASE)]
    assert found == []


@pytest.mark.parametrize("word", BLAME)
def test_no_sentence_puts_blame_on_a_child(word: str) -> None:
    found = [key for key, text in every_text() if re.search(rf"\b{word}", text, re.IGNORECASE)]
    assert [key for key in found if not HARMLESS.match(key)] == []


def test_an_unknown_key_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        WORDS("no.such.key")
    with pytest.raises(TypeError):
        WORDS.template_text("count.weak")


def test_values_are_never_read_as_templates() -> None:
    assert "{place}" in WORDS("cli.referral.written", name="{place}")


def test_numbers_dates_and_countries_are_written_as_the_language_does() -> None:
    moment = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
    assert WORDS.day(date(2026, 11, 21)) == "21 November 2026"
    assert WORDS.month(date(2026, 11, 21)) == "November 2026"
    assert WORDS.moment(moment) == "21 November 2026, 14:05 (UTC+00:00)"
    assert (WORDS.country("IE"), WORDS.country("ZZ-no")) == ("Ireland", "ZZ-no")
    assert WORDS("count.weak", n=1234) == "1,234 weak signs"


def test_where_a_translation_is_missing_english_stands() -> None:
    assert Words("fr")("referral.title") == WORDS("referral.title")

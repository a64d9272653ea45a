"""The words of the shipped instrument: what a frightened teacher reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "resources/instruments/child_trafficking/1.0.0"
CATALOGUE_IDS = Path(__file__).with_name("catalogue_ids.txt").read_text("utf-8").split()

#: Words that put blame on a child, sensationalise, or doubt what a child said.
BLAME = (
    "alleg", "associating with", "attention.seeking", "claim", "choice", "drug runner",
    "drug mule", "involved in", "lifestyle", "manipulative", "money mule", "plugging",
    "promiscu", "prostitut", "provocative", "rent boy", "slave", "streetwise", "victim",
    "willing",
)  # fmt: skip
#: What a result must never seem to say.
FALSE_COMFORT = (
    "all clear", "cleared of", "confirmed case", "confirmed victim", "is safe",
    "low risk", "medium risk", "high risk", "negative result", "no concern", "no further action",
    "no risk", "no trafficking", "not at risk", "not trafficked", "nothing to worry",
    r"(?<!cannot )rule out", r"(?<!cannot be )ruled out",
)  # fmt: skip
MOST_WORDS_IN_A_TEXT = 16
MOST_WORDS_IN_A_SENTENCE = 25
#: Newspapers for adults lie near 4.9 letters and 20 words; this is meant for tired readers.
MOST_LETTERS_ON_AVERAGE = 4.6
MOST_WORDS_ON_AVERAGE = 13.0
RAIL_CHARACTERS = 26


def load(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


INSTRUMENT = load("instrument")
SOURCES = load("sources")
GUIDANCE = load("guidance")
CASES = load("worked_cases")["cases"]
INDICATORS = [i for section in INSTRUMENT["sections"] for i in section["indicators"]]
NOT_WORDS = {
    "id", "sources", "source", "types", "dimensions", "settings", "to", "seen", "not_sure",
    "not_seen", "expected", "members", "overlap_groups", "act_entries", "asking", "strength",
    "flag", "print", "setting", "danger", "basis", "role", "status", "licence", "version",
    "language",
}  # fmt: skip


def words_of(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every piece of text a person may read, with the place where it stands."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            name = item.get("id", number) if isinstance(item, dict) else number
            yield from words_of(item, f"{place}/{name}")
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in NOT_WORDS:
                yield from words_of(item, f"{place}/{key}")


def sentences(text: str) -> list[str]:
    # An initial such as "J." does not end a sentence.
    return re.split(r"(?<=[^\W\d_]{2}[.!])\s+|(?<=[\d)][.!])\s+", text)


TEXTS = list(
    chain(
        words_of(INSTRUMENT, "instrument"), words_of(GUIDANCE, "guidance"), words_of(CASES, "cases")
    )
)


def places_where(pattern: str) -> list[str]:
    return [place for place, text in TEXTS if re.search(pattern, text, re.IGNORECASE)]


def test_every_text_is_short_enough_to_read_at_a_glance() -> None:
    long = [i["id"] for i in INDICATORS if len(i["text"].split()) > MOST_WORDS_IN_A_TEXT]
    assert not long


def test_the_language_is_plain() -> None:
    all_sentences = [s.split() for _, text in TEXTS for s in sentences(text)]
    letters = [len(re.sub(r"\W", "", word)) for sentence in all_sentences for word in sentence]
    assert sum(letters) / len(letters) <= MOST_LETTERS_ON_AVERAGE
    assert len(letters) / len(all_sentences) <= MOST_WORDS_ON_AVERAGE


def test_no_sentence_is_long() -> None:
    long = [
        (place, sentence)
        for place, text in TEXTS
        for sentence in sentences(text)
        if len(sentence.split()) > MOST_WORDS_IN_A_SENTENCE
    ]
    assert not long


@pytest.mark.parametrize("word", BLAME)
def test_no_word_puts_blame_on_a_child(word: str) -> None:
    assert places_where(rf"\b{word}") == []


@pytest.mark.parametrize("phrase", FALSE_COMFORT)
def test_a_child_is_never_called_safe(phrase: str) -> None:
    assert places_where(rf"\b{phrase}\b") == []


def test_nothing_asks_the_child() -> None:
    assert places_where(r"\?") == []


def test_no_entry_holds_a_number_to_call() -> None:
    assert places_where(r"\+?\d[\d \-]{5,}\d") == []


def test_all_catalogue_entries_are_there_and_no_other() -> None:
    assert sorted(i["id"] for i in INDICATORS) == CATALOGUE_IDS
    assert len(CATALOGUE_IDS) == 143


def test_ids_are_stable_words() -> None:
    rooms = (INSTRUMENT["sections"], INSTRUMENT["dimensions"], INSTRUMENT["overlap_groups"])
    ids = [entry["id"] for entry in chain(INDICATORS, CASES, *rooms)]
    assert [i for i in ids if not re.fullmatch(r"[a-z][a-z0-9_]{1,40}", i)] == []


def test_texts_are_unlike_each_other() -> None:
    texts = [i["text"].lower() for i in INDICATORS]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i["id"])
def test_every_indicator_names_sources_that_exist(indicator: dict[str, Any]) -> None:
    assert indicator["sources"]
    assert set(indicator["sources"]) <= set(SOURCES)


def test_guidance_names_sources_that_exist() -> None:
    named = {code for a in GUIDANCE["do"] + GUIDANCE["do_not"] for code in a["sources"]}
    assert named <= set(SOURCES)
    said = [text for _, text in words_of(GUIDANCE["method"])]
    in_text = {code for text in said for code in re.findall(r"\(([A-Z0-9-]{3,})\)", text)}
    assert {"GREEN18", "JAH18", "HURST", "VALADEZ"} <= in_text <= set(SOURCES)


def test_what_rests_on_memory_stays_marked() -> None:
    assert {code for code, s in SOURCES.items() if s["status"] == "memory"} == {
        "LAW-VT", "MEM", "REVIEW",
    }  # fmt: skip
    for code, source in SOURCES.items():
        assert re.fullmatch(r"[A-Z0-9-]+", code)
        assert source["url"] is not None or source["note"], code


def test_each_emergency_has_its_own_route() -> None:
    routes = {i["id"]: i.get("route") for i in INDICATORS if i["flag"] == "emergency"}
    assert len(routes) == 12
    assert all(route and route["to"] and route["do"] for route in routes.values())
    assert len({route["do"] for route in routes.values() if route}) == 12
    assert not [i["id"] for i in INDICATORS if i["flag"] != "emergency" and "route" in i]


def test_a_danger_to_life_is_never_sent_to_the_police_first() -> None:
    first = {i["id"]: i["route"]["to"][0] for i in INDICATORS if i["flag"] == "emergency"}
    assert first["suicide_risk_now"] == "ambulance"
    assert first["life_threatening_injury"] == "ambulance"
    assert first["drugs_hidden_in_body"] == "ambulance"
    assert first["recent_sexual_assault"] == "sexual_assault_centre"


def test_the_rail_holds_every_section() -> None:
    sections = INSTRUMENT["sections"]
    assert len(sections) <= 12
    assert [s["id"] for s in sections if s["immediate"]] == [sections[0]["id"]]
    assert [s["title"] for s in sections if len(s["title"]) > RAIL_CHARACTERS] == []
    assert [s["id"] for s in sections if not 8 <= len(s["indicators"]) <= 14] == []
    assert all(s["intro"] for s in sections)


def test_background_stands_last_and_counts_nowhere() -> None:
    last = INSTRUMENT["sections"][-1]
    assert "never counts" in last["title"]
    for indicator in INDICATORS:
        is_background = indicator in last["indicators"]
        assert (indicator["strength"] == "context") == is_background
        assert (indicator["dimensions"] == ["context"]) == is_background
        assert (indicator["flag"] == "context") == is_background
        assert indicator["print"] == "if_ticked" or not is_background


def test_religion_race_and_orientation_are_no_signs() -> None:
    pattern = r"\b(religio|muslim|christian|jewish|hindu|race|ethnic|gay|lesbian|black|roma)\b"
    assert [i["id"] for i in INDICATORS if re.search(pattern, i["text"], re.IGNORECASE)] == []


def test_the_short_pass_holds_what_is_strong_or_flagged() -> None:
    for indicator in INDICATORS:
        serious = indicator["strength"] == "strong" or indicator["flag"] in (
            "emergency", "report_today",
        )  # fmt: skip
        assert indicator["short_pass"] == serious, indicator["id"]


def test_no_strong_sign_waits_for_a_score() -> None:
    unmarked = [i["id"] for i in INDICATORS if i["strength"] == "strong" and i["flag"] is None]
    assert unmarked == []


MUST_NOT_BE_ASKED = (
    r"\b(sex|sexual|intimate|marry|marriage|debt|threat|threatens|threatened|suicide|steal|drugs"
    r"|FGM|images|hurts)\b"
)
#: Seen by staff, on record, or told by others: no question is needed or invited.
SEEN_WITHOUT_ASKING = {
    "signs_of_sexual_harm", "family_under_pressure",
    "repeat_sti_or_pregnancy", "sti_or_pregnancy_under_16", "under_13_sexual_help",
    "sexual_beyond_age", "advertised_online", "works_in_sex_venue", "drug_house_or_grow_site",
}  # fmt: skip


def test_what_would_be_an_interview_is_not_to_be_asked() -> None:
    asked = {
        i["id"]
        for i in INDICATORS
        if re.search(MUST_NOT_BE_ASKED, i["text"], re.IGNORECASE) and i["asking"] != "do_not_ask"
    }
    assert asked == SEEN_WITHOUT_ASKING


def test_the_instrument_says_that_nobody_has_reviewed_it() -> None:
    assert INSTRUMENT["review"]["status"] == "not_reviewed"
    assert INSTRUMENT["review"]["needed"] == [
        "safeguarding lead", "paediatric nurse", "survivor adviser",
    ]  # fmt: skip


def test_the_sentence_for_the_child_is_there() -> None:
    promised = "I have to tell people whose job is to keep you safe. I will tell you what happens."
    assert promised in GUIDANCE["say_to_the_child"]

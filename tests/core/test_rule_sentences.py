"""A rule set says itself in plain sentences: every rule, number and limit, from the data alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from indicator_checker.cli import main
from indicator_checker.instrument.conditions import Condition
from indicator_checker.instrument.load import Instrument, load_folder, load_instrument
from indicator_checker.instrument.made_for import Accuracy
from indicator_checker.instrument.natural_frequencies import natural_frequencies
from indicator_checker.referral.condition_words import condition_words
from indicator_checker.referral.naming import Naming
from indicator_checker.referral.rule_sentences import rule_sentence, rule_set_sentences
from indicator_checker.referral.scope_sentences import accuracy_words
from indicator_checker.text import Words
from tests.content.test_instrument_wording import BLAME, FALSE_COMFORT

WORDS = Words()
ALL_KEYS = WORDS.keys()
SOUND = Path(__file__).parents[1] / "data" / "sound"
#: What each part of the sound instrument must say, written by hand.
SENTENCES: dict[str, str] = json.loads((SOUND.parent / "sound_sentences.json").read_text("utf-8"))
CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)
TABLET = Accuracy(
    studied="Young people aged 12 to 17 who answered on a tablet.",
    sensitivity=84.6,
    specificity=53.2,
    people=212,
    affected=26,
    source="TABLET",
)


@pytest.fixture(scope="module")
def sound() -> Instrument:
    return load_folder(SOUND)


def text_of(instrument: Instrument, part: str) -> str:
    return " ".join(s.text for s in rule_set_sentences(instrument, WORDS) if s.id == part)


@pytest.mark.parametrize(("part", "said"), SENTENCES.items(), ids=SENTENCES)
def test_each_part_says_what_it_does(sound: Instrument, part: str, said: str) -> None:
    assert text_of(sound, part) == said


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"word": "not", "condition": {"word": "age_below", "years": 13}},
         "the person is 13 or older"),
        ({"word": "not", "condition": {"word": "setting_is", "settings": ["school", "health"]}},
         "it is filled in elsewhere than at a school or a health service"),
        ({"word": "not", "condition": {"word": "answered", "indicator": "hungry",
                                       "options": ["yes"]}},
         "“The child is often hungry” is not answered “Yes”"),
        ({"word": "not", "condition": {"word": "measure_at_least", "measure": "work_points",
                                       "at_least": 3}},
         "“Work” is below 3"),
        ({"word": "not", "condition": {"word": "count_at_least", "of": {"strength": "medium"},
                                       "at_least": 2}},
         "fewer than 2 strong or medium signs are seen"),
        ({"word": "not", "condition": {"word": "always"}},
         "this does not hold: anything or nothing is recorded"),
        ({"word": "count_at_least", "of": {"indicators": ["watched"]}, "at_least": 1},
         "“Somebody watches the child” is seen"),
        ({"word": "count_at_least", "of": {"types": ["labour"], "count_possible": True},
          "at_least": 2},
         "at least 2 signs that can mean “Labour exploitation” are seen or possible"),
        ({"word": "all_of", "conditions": [{"word": "age_at_least", "years": 16}]},
         "the person is 16 or older"),
        ({"word": "all_of", "conditions": [
            {"word": "age_at_least", "years": 16},
            {"word": "any_of", "conditions": [
                {"word": "dimensions_met", "of": ["control"], "at_least": 1},
                {"word": "dimensions_met", "of": ["needs"], "at_least": 1}]},
            {"word": "setting_is", "settings": ["other"]}]},
         "all of these hold: the person is 16 or older; (“Control” is met or “Need” is met); "
         "it is filled in at another place"),
    ],
)  # fmt: skip
def test_conditions_read_naturally(
    sound: Instrument, condition: dict[str, object], said: str
) -> None:
    parsed = CONDITION.validate_json(json.dumps(condition))
    assert condition_words(Naming(sound, WORDS), parsed) == said


def test_accuracy_is_said_as_people_not_as_percentages() -> None:
    assert accuracy_words(TABLET, WORDS) == (
        "Young people aged 12 to 17 who answered on a tablet: 212 people were studied, and 26 of"
        " them were affected. Of 109 people whom it pointed to, 22 were affected. Of 103 people"
        " whom it did not point to, 4 were affected all the same."
    )


@pytest.mark.parametrize(
    ("sensitivity", "specificity", "people", "affected", "pointed_to", "found", "missed"),
    [
        (84.6, 53.2, 212, 26, 109, 22, 4),
        (100, 100, 10, 10, 10, 10, 0),
        (0, 0, 10, 0, 10, 0, 0),
        (50, 100, 7, 1, 1, 1, 0),
    ],
)
def test_natural_frequencies_add_up(
    sensitivity: float,
    specificity: float,
    people: int,
    affected: int,
    pointed_to: int,
    found: int,
    missed: int,
) -> None:
    study = TABLET.model_copy(
        update={
            "sensitivity": sensitivity,
            "specificity": specificity,
            "people": people,
            "affected": affected,
        }
    )
    counts = natural_frequencies(study)
    assert counts is not None
    assert (counts.pointed_to, counts.found, counts.missed) == (pointed_to, found, missed)
    assert counts.pointed_to + counts.others == people


def test_without_numbers_of_people_a_study_is_said_of_a_hundred() -> None:
    study = TABLET.model_copy(update={"people": None, "affected": None})
    assert natural_frequencies(study) is None
    assert accuracy_words(study, WORDS) == (
        "Young people aged 12 to 17 who answered on a tablet: of 100 people who were affected it"
        " pointed to 85 and passed over 15. Of 100 who were not affected it pointed to 47."
    )


def test_rules_stand_in_the_order_in_which_they_come_first(sound: Instrument) -> None:
    titles = list(dict.fromkeys(s.title for s in rule_set_sentences(sound, WORDS)))
    kinds = [WORDS(f"rules.title.{kind}") for kind in ("override", "floor", "cap", "reach")]
    assert [title for title in titles if title in kinds] == kinds


def test_one_rule_can_be_said_alone(sound: Instrument) -> None:
    sentence = rule_sentence(sound, "emergency", WORDS)
    assert sentence in rule_set_sentences(sound, WORDS)
    assert sentence.sources == ("OWN",)


def test_every_rule_of_the_shipped_instrument_is_said_with_its_sources() -> None:
    instrument = load_instrument()
    said = {s.id: s for s in rule_set_sentences(instrument, WORDS)}
    for rule in instrument.rules.rules:
        if rule.id != "keep_noticing":
            assert said[rule.id].sources == rule.sources
        assert rule.reason in text_of(instrument, rule.id)


@pytest.mark.parametrize("phrase", [*BLAME, *FALSE_COMFORT])
def test_no_sentence_about_a_rule_comforts_or_blames(phrase: str) -> None:
    keys = [key for key in ALL_KEYS if key.split(".")[0] in ("rules", "condition", "signs", "rule")]
    assert len(keys) > 80
    spoken = {key: str(WORDS.template(key)) for key in keys}
    assert [k for k, text in spoken.items() if re.search(rf"\b{phrase}\b", text, re.I)] == []


def test_explain_prints_the_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instrument", "explain", str(SOUND)]) == 0
    output = capsys.readouterr().out
    assert output.startswith("Small invented list, version 1.0.0\n\nThe results\n")
    assert "  If at least 1 of these is met (“Control”, “Need”): “Report today”." in output
    assert output.count("[OWN]") >= len(load_folder(SOUND).rules.rules)


def test_explain_refuses_a_broken_instrument(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["instrument", "explain", str(tmp_path)]) == 2
    assert "refused" in capsys.readouterr().err

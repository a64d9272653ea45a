"""What the program must never do, one promise after the other, over every result it can reach.

The reachable results are those of all worked cases, with each answer about danger and each
judgement of the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from indicator_checker.__main__ import main
from indicator_checker.channels.directory import countries_with_channels
from indicator_checker.checklist import DANGER_ANSWERS, Checklist, Danger, JudgedStep, Judgement
from indicator_checker.checklist_schema import read_checklist, write_checklist
from indicator_checker.evaluation import evaluate, look_ahead
from indicator_checker.instrument.terms import STEPS
from indicator_checker.referral.blocks import ChannelBlock, Paragraph
from indicator_checker.referral.reasons import level_words, raising, why
from indicator_checker.report import OpenedChecklist, as_text
from indicator_checker.resources import resource_bytes
from tests.content.test_instrument_wording import FALSE_COMFORT
from tests.core.invented import CASES, INDICATORS, INSTRUMENT, checklist_of_case
from tests.core.referrals import (
    OWN,
    WORDS,
    full_checklist,
    pages,
    plain,
    referral_of,
    runs,
    who_to_tell,
)

JUDGEMENTS: tuple[JudgedStep | None, ...] = (None, "talk", "report_today", "act_now")
DANGERS: tuple[Danger | None, ...] = (None, *DANGER_ANSWERS)
#: What a sentence about a child would look like that no result may ever hold.
VERDICTS = (
    r"\b(is|was|has been|were) (being |probably |likely |not )?trafficked",
    r"\bvictims?\b",
    r"(?<!not )\bconfirmed\b",
    r"\b(is|are|seems|looks) (probably |likely )?(safe|unharmed|fine)\b",
    r"\bsuspects? is\b",
    r"\bguilty\b",
    r"\bperpetrator",
    r"\b(low|medium|high|no) risk\b",
    r"\brisk (level|score|band)\b",
    r"\b\d+ ?%",
    r"\bprobab(le|ly|ility)\b",
)


def reachable() -> Iterator[tuple[str, Checklist]]:
    for name in CASES:
        yield name, checklist_of_case(name)
    for danger in DANGERS:
        for step in JUDGEMENTS:
            judgement = Judgement(step, "The writer's reason.") if step else None
            made = replace(checklist_of_case("one_weak"), danger=danger, judgement=judgement)
            yield f"one_weak, {danger}, {step}", made
    yield "full", full_checklist()


@cache
def said_about() -> dict[str, str]:
    """Everything the program says of each reachable result, words that people typed left out."""
    place = who_to_tell("IE")
    said = {}
    for name, made in reachable():
        opened = OpenedChecklist(
            made, INSTRUMENT, evaluate(INSTRUMENT, made), look_ahead(INSTRUMENT, made)
        )
        referral = referral_of(made, place)
        ours = [run.text for run in runs(referral.blocks) if run.language is None]
        said[name] = "\n".join((as_text(opened, WORDS), referral.title, *ours, *referral.stamp))
    return said


# 1. Never call a child trafficked, and never call a child safe.


def where(pattern: str) -> list[str]:
    """The results that say it; names of organisations and titles of sources are theirs."""
    titles = "|".join(
        re.escape(text)
        for source in INSTRUMENT.sources.values()
        for text in (source.title, source.organisation)
    )
    return [
        f"{name}: {found.group()}"
        for name, text in said_about().items()
        if (found := re.search(pattern, re.sub(titles, "", text), re.IGNORECASE))
    ]


def test_the_search_reads_every_result() -> None:
    assert len(where("record of concern")) == len(list(reachable())) > 80


@pytest.mark.parametrize("pattern", VERDICTS)
def test_a_child_is_never_called_trafficked_and_never_called_safe(pattern: str) -> None:
    assert where(pattern) == []


@pytest.mark.parametrize("phrase", FALSE_COMFORT)
def test_no_result_gives_false_comfort(phrase: str) -> None:
    assert where(rf"\b{phrase}\b") == []


def test_every_result_says_what_was_recorded_which_rule_it_met_and_what_to_do() -> None:
    for name, made in reachable():
        evaluation = evaluate(INSTRUMENT, made)
        level = level_words(INSTRUMENT, evaluation, WORDS, made.judgement)
        reason = next(r.reason for r in INSTRUMENT.rules.rules if r.id == evaluation.decided_by)
        assert reason in why(INSTRUMENT, evaluation, WORDS), name
        assert reason in said_about()[name], name
        assert level.title, name
        assert level.action in said_about()[name] or made.judgement, name


# 2. Never discourage a report.


def test_every_result_says_report_if_you_are_worried() -> None:
    for name, made in reachable():
        level = level_words(INSTRUMENT, evaluate(INSTRUMENT, made), WORDS, made.judgement)
        always = " ".join(level.always)
        assert "If you are worried, report. You need no score for that." in always, name
        assert "If you are worried, report." in said_about()[name], name


def test_the_least_result_still_asks_to_tell_someone_today() -> None:
    lowest = INSTRUMENT.rules.levels[0]
    assert lowest.title == "No step set by what is recorded. Worried? Tell someone today."
    assert "You need no score" in lowest.action


@pytest.mark.parametrize("step", ["talk", "report_today"])
def test_telling_the_lead_never_replaces_the_own_duty(step: str) -> None:
    of_step = [name for name, made in reachable() if evaluate(INSTRUMENT, made).step == step]
    assert of_step
    for name in of_step:
        text = said_about()[name]
        assert "Telling your lead does not replace your own legal duty" in text, name
        assert "Is the worry about your lead or someone you work with?" in text, name


def test_the_writer_may_ask_for_more_and_never_for_less() -> None:
    for name, made in reachable():
        evaluation = evaluate(INSTRUMENT, made)
        shown = level_words(INSTRUMENT, evaluation, WORDS, made.judgement).step
        assert STEPS.index(shown) >= STEPS.index(evaluation.step), name


# 3. Never ask the professional to question the child.


def test_every_sign_is_seen_known_or_said_unasked() -> None:
    assert {sign.asking for sign in INDICATORS.values()} == {
        "observe",
        "already_known",
        "do_not_ask",
    }
    texts = [t for s in INDICATORS.values() for t in (s.text, s.looks_like, s.could_also_be)]
    assert [text for text in texts if "?" in text] == []


def test_nothing_sends_anybody_to_look_for_a_sign() -> None:
    signs = {sign.text for sign in INDICATORS.values()}
    for name, made in reachable():
        evaluation, outlook = evaluate(INSTRUMENT, made), look_ahead(INSTRUMENT, made)
        changes = " ".join(raising(INSTRUMENT, evaluation, outlook, WORDS))
        assert [text for text in signs if text in changes] == [], name
    assert where(r"\bask the child\b(?! about it)") == []
    assert where(r"\bquestion the child\b") == [
        f"{name}: question the child" for name in said_about()
    ]
    assert all("asked not to question the child" in text for text in said_about().values())


# 4. Never send anything anywhere: tests/test_no_network.py and tests/test_architecture.py.


# 5. Never lose an answer, never change one, never leave a name in clear.


def test_every_answer_is_kept_and_none_is_changed() -> None:
    for name, made in reachable():
        evaluation = evaluate(INSTRUMENT, made)
        by_value = {
            "seen": evaluation.present,
            "not_sure": evaluation.possible,
            "not_seen": evaluation.absent,
        }
        found = {sign: value for value, signs in by_value.items() for sign in signs}
        assert found == {sign: answer.value for sign, answer in made.answers.items()}, name
        assert read_checklist(write_checklist(made)) == made, name


def test_no_name_is_left_anywhere_but_in_the_file_that_was_asked_for(
    tmp_path: Path, private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "checklist.json"
    text = resource_bytes("examples", "example_checklist.json").decode()
    source.write_text(text.replace("J. (invented example)", "Zebedee Quill"), encoding="utf-8")
    before = {path for path in private_home.rglob("*") if path.is_file()}
    assert main(["evaluate", str(source)]) == 0
    assert main(["referral", str(source), "-o", str(tmp_path / "record.pdf")]) == 0
    said = capsys.readouterr()
    assert "Zebedee" not in said.out + said.err
    assert {path for path in private_home.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["checklist.json", "record.pdf"]


def test_the_title_of_the_document_is_neutral() -> None:
    referral = referral_of(full_checklist())
    assert referral.title == "Record of concern, for a report"
    assert not re.search(r"traffick|exploit", referral.title, re.IGNORECASE)


# 6. Never print a number whose source and check date it cannot show.


def numbers_in(text: str) -> set[str]:
    found = re.findall(r"\+?\d[\d ()-]+\d", text)
    return {digits for number in found if len(digits := re.sub(r"\D", "", number)) > 4}


SOURCED = re.compile(
    r"Source: .+, (undated, read \w+ \d{4}|\d{1,2} \w+ \d{4})\. Not telephoned by us\."
)


def test_no_number_is_printed_without_its_source_and_date() -> None:
    for country in countries_with_channels():
        place = who_to_tell(country)
        page_one, annex = pages(referral_of(checklist_of_case("one_medium"), place))
        channels = tuple(block for block in annex if isinstance(block, ChannelBlock))
        theirs = [plain(c.source) for c in channels if plain(c.name) != OWN.name]
        assert [source for source in theirs if not SOURCED.fullmatch(source)] == [], country
        calls = plain(page_one).split(WORDS("referral.row.call"))[1]
        sourced = numbers_in(plain(channels)) | set(place.emergency.numbers)
        assert numbers_in(calls) <= sourced, country


def test_the_emergency_numbers_show_their_source_too() -> None:
    annex = pages(referral_of(checklist_of_case("one_medium"), who_to_tell("IE")))[1]
    small = [plain(b) for b in annex if isinstance(b, Paragraph) and b.style == "small"]
    assert [t for t in small if t.startswith("Source: libphonenumber")]

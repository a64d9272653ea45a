"""The referral of every kind of scheme: nothing recorded is lost, and the result can be redone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime

import pytest

from indicator_checker.checklist import Checklist, Judgement, Place
from indicator_checker.evaluation import evaluate, look_ahead
from indicator_checker.instrument.load import Instrument
from indicator_checker.pdf import render_pdf
from indicator_checker.referral.blocks import LevelMark, PageBreak, Referral, Run, Table
from indicator_checker.referral.build import build_referral
from indicator_checker.referral.material import ReferralInput
from indicator_checker.referral.reasons import level_words
from indicator_checker.text import Words
from tests.instruments.test_schemes import CASES, SCHEMES, checklist_of, instrument
from tests.pdf.reading import pages_text, without_spaces

WORDS = Words()
CREATED = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
PLACE = Place("GB", "GB-ENG")


def referral_of(scheme: Instrument, made: Checklist) -> Referral:
    evaluation, outlook = evaluate(scheme, made), look_ahead(scheme, made)
    source = ReferralInput(scheme, made, evaluation, outlook, (), WORDS, CREATED)
    return build_referral(source)


def runs(block: object) -> Iterator[Run]:
    if isinstance(block, Run):
        yield block
    elif isinstance(block, tuple | list):
        for part in block:
            yield from runs(part)
    elif is_dataclass(block):
        for field in fields(block):
            yield from runs(getattr(block, field.name))


def plain(blocks: object) -> str:
    return "\n".join(run.text for run in runs(blocks))


def most_filled(scheme: str) -> Checklist:
    """The case of a scheme with the most answers."""
    cases = [case for (name, _), case in CASES.items() if name == scheme]
    made = max((checklist_of(scheme, case) for case in cases), key=lambda c: len(c.answers))
    return replace(made, reference="R-1", place=PLACE)


def case_of(scheme: str, case: str) -> Checklist:
    return checklist_of(scheme, CASES[scheme, case])


def rows_of(referral: Referral, cell: str) -> list[str]:
    """The rows of tables that hold a cell with these words."""
    rows = [row for block in referral.blocks if isinstance(block, Table) for row in block.rows]
    return [plain(row) for row in rows if any(plain(text) == cell for text in row)]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_gives_a_referral_with_its_result_and_every_answer(scheme: str) -> None:
    loaded, made = instrument(scheme), most_filled(scheme)
    referral = referral_of(loaded, made)
    mark = next(block for block in referral.blocks if isinstance(block, LevelMark))
    assert plain(mark.title) == level_words(loaded, evaluate(loaded, made), WORDS).title
    annex = plain(referral.blocks[referral.blocks.index(PageBreak()) :])
    for sign in made.answers:
        assert loaded.catalogue.indicators[sign].text in annex
    assert all(assumed in annex for assumed in loaded.rules.assumed)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_prints(scheme: str) -> None:
    loaded, made = instrument(scheme), most_filled(scheme)
    printed = without_spaces("".join(pages_text(render_pdf(referral_of(loaded, made)))))
    title = level_words(loaded, evaluate(loaded, made), WORDS).title
    assert without_spaces(title) in printed


@pytest.mark.parametrize("scheme", SCHEMES)
def test_danger_now_stands_above_the_result_of_every_scheme(scheme: str) -> None:
    made = replace(most_filled(scheme), danger="yes")
    mark = next(b for b in referral_of(instrument(scheme), made).blocks if isinstance(b, LevelMark))
    assert mark.step == "act_now"
    assert plain(mark.title) == "Act now"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_writers_higher_step_leads_page_one_in_the_programs_own_words(scheme: str) -> None:
    made = replace(most_filled(scheme), judgement=Judgement("act_now", "I know the family."))
    referral = referral_of(instrument(scheme), made)
    mark = next(block for block in referral.blocks if isinstance(block, LevelMark))
    assert mark.step == "act_now"
    assert "I know the family." in plain(mark)


@pytest.mark.parametrize(("scheme", "case"), list(CASES))
def test_page_one_says_by_when_and_the_annex_what_is_hidden(scheme: str, case: str) -> None:
    loaded, made = instrument(scheme), case_of(scheme, case)
    evaluation, referral = evaluate(loaded, made), referral_of(loaded, made)
    end = referral.blocks.index(PageBreak())
    page_one, annex = plain(referral.blocks[:end]), plain(referral.blocks[end:])
    hours = evaluation.deadline_hours
    assert (f"within {hours} hour" in page_one) == (hours is not None)
    heading = WORDS("referral.annex.hidden")
    assert (heading in annex) == bool(evaluation.hidden)
    after = annex.partition(heading)[2]
    hidden = [loaded.catalogue.indicators[answer.indicator].text for answer in evaluation.hidden]
    assert all(text in after for text in hidden)


def test_bands_say_where_the_sum_came_out() -> None:
    made = most_filled("seraf")
    loaded = instrument("seraf")
    total = next(m for m in evaluate(loaded, made).measures if m.measure == "total").value
    rows = rows_of(referral_of(loaded, made), f"Here: {total}")
    assert len(rows) == 1
    level = evaluate(loaded, made).level
    assert next(known.title for known in loaded.rules.levels if known.id == level) in rows[0]


def test_a_profile_is_a_table_of_levels_with_the_parts_at_each() -> None:
    loaded = instrument("cambridgeshire_profile")
    made = most_filled("cambridgeshire_profile")
    referral = referral_of(loaded, made)
    parts = evaluate(loaded, made).profiles[0].parts
    for level, count in evaluate(loaded, made).profiles[0].counts:
        title = next(known.title for known in loaded.rules.levels if known.id == level)
        (row,) = rows_of(referral, title)
        assert str(count) in row
        named = [loaded.catalogue.indicators[part].text for part, at in parts if at == level]
        assert all(text in row for text in named)


def test_the_rung_and_the_time_windows_are_printed_with_the_sign() -> None:
    made = most_filled("ladders_with_disclosure").with_answer("missing", "rung_3")
    annex = plain(referral_of(instrument("ladders_with_disclosure"), made).blocks)
    assert "Answer: Step 3" in annex
    loaded = instrument("seraf")
    both = loaded.catalogue.windows[2].label, loaded.catalogue.windows[3].label
    made = most_filled("seraf").with_answer("significant_1", "both")
    assert f"Answer: Both columns ({both[0]}, {both[1]})" in plain(referral_of(loaded, made).blocks)


def test_points_of_own_judgement_never_stand_without_their_reason() -> None:
    cases = [
        checklist_of(scheme, case)
        for (scheme, _), case in CASES.items()
        if scheme == "merseyside_cce" and case.get("judged_points")
    ]
    assert cases
    for made in cases:
        assert made.judged_points is not None
        text = plain(referral_of(instrument("merseyside_cce"), made).blocks)
        assert f"Points by the writer's own judgement: {made.judged_points.points}" in text
        assert made.judged_points.reason in text


def test_what_the_scheme_still_asks_to_be_written_is_said() -> None:
    asked = [key for key, case in CASES.items() if case["expected"].get("missing_evidence")]
    assert asked
    for scheme, case in asked:
        text = plain(referral_of(instrument(scheme), case_of(scheme, case)).blocks)
        assert "Still to be written down for" in text


def test_answers_that_are_not_known_stand_apart_under_their_own_words() -> None:
    made = most_filled("qyit")
    sign = next(iter(made.answers))
    made = made.with_answer(sign, "not_known")
    text = plain(referral_of(instrument("qyit"), made).blocks)
    assert "Answered “Not known”:" in text

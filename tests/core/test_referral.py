"""The referral says what was recorded, in the order a desk needs, and nothing it must not."""

from __future__ import annotations

import re
from dataclasses import fields, replace

import pytest

from indicator_checker.channels.directory import countries_with_channels
from indicator_checker.channels.emergency import load_emergency
from indicator_checker.checklist import Answer, Checklist, JudgedStep, Judgement, Observation
from indicator_checker.evaluation import evaluate
from indicator_checker.instrument.terms import STEPS
from indicator_checker.record_fields import FIELDS
from indicator_checker.referral.blocks import (
    Box,
    ChannelBlock,
    FigureBlock,
    FillIn,
    Heading,
    LabelledRows,
    LevelMark,
    Table,
)
from indicator_checker.referral.identity import Identity
from tests.core.invented import CASES, INDICATORS, INSTRUMENT, checklist, checklist_of_case
from tests.core.referrals import (
    ALWAYS,
    IDENTITY,
    IF_TICKED,
    OWN,
    WORDS,
    full_checklist,
    pages,
    plain,
    referral_of,
    runs,
    who_to_tell,
)

IRELAND = who_to_tell("IE")
FULL = full_checklist()
TITLES = {level.step: level.title for level in INSTRUMENT.rules.levels}


def mark_of(made: Checklist) -> LevelMark:
    first, _ = pages(referral_of(made, IRELAND))
    return next(block for block in first if isinstance(block, LevelMark))


def rows_of(made: Checklist, identity: Identity | None = None) -> dict[str, str]:
    first, _ = pages(referral_of(made, IRELAND, identity=identity))
    rows = next(block for block in first if isinstance(block, LabelledRows))
    return {plain(label): plain(value) for label, value in rows.rows}


def test_page_one_begins_with_the_box_that_says_not_reported() -> None:
    first, _ = pages(referral_of(checklist(), IRELAND))
    title, _, box, mark, rows = first
    assert plain(title) == WORDS("referral.title")
    assert isinstance(box, Box)
    assert isinstance(mark, LevelMark)
    assert isinstance(rows, LabelledRows)
    assert plain(box.title) == "NOT REPORTED until this box is filled"
    assert "Saving or printing sends nothing. Phone first" in plain(box)
    assert FillIn(("Told to (name, desk)", "Date and time", "How", "Their reference")) in box.blocks


@pytest.mark.parametrize(
    ("told", "reported"),
    [
        ({}, False),
        ({"told_to": "Ms Roe"}, False),
        ({"told_when": "14:00"}, False),
        ({"told_to": "Ms Roe", "told_when": "14:00"}, True),
    ],
)
def test_the_box_is_filled_only_when_somebody_was_told(
    told: dict[str, str], reported: bool
) -> None:
    referral = referral_of(replace(checklist(), fields=told))
    box = next(block for block in pages(referral)[0] if isinstance(block, Box))
    assert ("NOT REPORTED" not in plain(box)) == reported
    assert "Saving or printing sends nothing" in plain(box)
    assert all(value in plain(referral.blocks) for value in told.values())


def test_page_one_has_the_order_in_which_a_desk_needs_it() -> None:
    names = (
        *("danger", "leaves", "child", "age", "whereabouts", "worry", "other_children"),
        *("suspected", "carer", "communication", "writer", "place", "time", "duty", "done", "call"),
    )
    assert list(rows_of(FULL)) == [WORDS(f"referral.row.{name}") for name in names]


def test_page_one_has_no_arithmetic_and_no_chart() -> None:
    for name in CASES:
        first, annex = pages(referral_of(checklist_of_case(name), IRELAND))
        ours = " ".join(run.text for run in runs(first) if run.language is None)
        assert not [block for block in first if isinstance(block, FigureBlock | Table)], name
        assert not any(sign in ours for sign in (" + ", " = ", "points", " of 5")), name
        mark = next(block for block in first if isinstance(block, LevelMark))
        # How many more signs were seen is no arithmetic.
        assert not re.search(r"\d", re.sub(r"and \d+ more", "", plain(mark.sentence))), name
        assert any(isinstance(block, FigureBlock) for block in annex), name


@pytest.mark.parametrize("judged", STEPS[1:])
@pytest.mark.parametrize("name", ["nothing_recorded", "one_medium", "any_strong"])
def test_the_higher_of_the_rule_and_the_writer_stands_alone_on_page_one(
    name: str, judged: JudgedStep
) -> None:
    made = replace(checklist_of_case(name), judgement=Judgement(judged, "typed reason"))
    by_rule = evaluate(INSTRUMENT, made).step
    assert by_rule is not None
    first, annex = pages(referral_of(made, IRELAND))
    shown = max((judged, by_rule), key=STEPS.index)
    mark = mark_of(made)
    assert (mark.step, plain(mark.title)) == (shown, TITLES[shown])
    others = [title for step, title in TITLES.items() if step != shown]
    assert not [title for title in others if title in plain(first)]
    assert ("typed reason" in plain(mark.sentence)) == (shown != by_rule)
    assert "typed reason" in plain(annex)
    assert TITLES[by_rule] in plain(annex)


def test_every_text_that_was_typed_stands_in_the_referral() -> None:
    for identity in (None, IDENTITY):
        text = plain(referral_of(FULL, IRELAND, identity=identity).blocks)
        typed = [FULL.reference, "typed <i>reason</i>"]
        typed += [value for key, value in FULL.fields.items() if not FIELDS[key].choices]
        for answer in FULL.answers.values():
            for seen in answer.observations:
                typed += [seen.when, seen.note, seen.own_words, seen.observer]
        assert len(typed) > 60
        assert [value for value in typed if value not in text] == []


@pytest.mark.parametrize("name", [field.id for field in FIELDS.values() if field.choices])
def test_every_choice_that_was_made_stands_in_the_referral(name: str) -> None:
    for choice in FIELDS[name].choices:
        texts = [
            plain(referral_of(replace(checklist(), fields=made), IRELAND).blocks)
            for made in ({}, {name: choice})
        ]
        assert texts[0] != texts[1]


def test_how_it_is_known_stands_under_every_answer() -> None:
    for value in ("seen", "not_sure", "not_seen"):
        note = Observation(basis="child_said", note="He said so")
        made = replace(checklist(), answers={ALWAYS[20]: Answer(value, (note,))})
        assert "Said by the child" in plain(referral_of(made).blocks)


@pytest.mark.parametrize("value", ["seen", "not_sure", "not_seen"])
def test_background_status_and_papers_stay_out_unless_ticked(value: str) -> None:
    answers = {sign: Answer(value, (Observation(note=f"note-{sign}"),)) for sign in IF_TICKED}
    for sign in IF_TICKED:
        made = replace(checklist(), answers={sign: answers[sign]})
        texts = (INDICATORS[sign].text, f"note-{sign}")
        silent = plain(referral_of(made, IRELAND).blocks)
        assert not [text for text in texts if text in silent]
        ticked = plain(referral_of(made, IRELAND, ticked=[sign]).blocks)
        assert [text for text in texts if text not in ticked] == []
    both = plain(referral_of(replace(checklist(), answers=answers), ticked=IF_TICKED[:1]).blocks)
    assert [s for s in IF_TICKED if INDICATORS[s].text in both] == IF_TICKED[:1]


def test_what_is_left_out_is_counted_and_its_points_stay() -> None:
    sign = "adopted_without_papers"
    text = plain(referral_of(checklist([sign])).blocks)
    assert WORDS("referral.annex.left_out", n=1) in text
    assert "A sign that is not printed (medium, 2)" in text


def test_not_noticed_is_printed_only_where_answered_and_proves_nothing() -> None:
    heading = "Not noticed on these occasions; proves nothing"
    unseen = ALWAYS[40]
    assert heading not in plain(referral_of(checklist(ALWAYS[20:22])).blocks)
    annex = pages(referral_of(checklist(not_seen=[unseen])))[1]
    before, after = plain(annex).split(heading)
    assert INDICATORS[unseen].text in after
    assert INDICATORS[unseen].text not in before
    # The rule set names the members of its overlap groups, whatever was answered.
    untouched = next(s for s in ALWAYS[41:] if s not in INSTRUMENT.catalogue.group_of)
    assert INDICATORS[untouched].text not in plain(annex)


def test_the_child_is_named_only_if_the_writer_says_so() -> None:
    without = plain(referral_of(FULL, IRELAND).blocks)
    assert "Identity given by phone only: call typed" in without
    assert "identity" not in without
    named = referral_of(FULL, IRELAND, identity=IDENTITY)
    values = [getattr(IDENTITY, part.name) for part in fields(IDENTITY)]
    assert [value for value in values if value not in plain(named.blocks)] == []
    assert "by phone only" not in plain(named.blocks)
    assert "identity" not in "".join((named.title, *named.stamp))


@pytest.mark.parametrize("identity", [Identity(), Identity(where_now="Room 12"), Identity(" ")])
def test_without_a_name_the_desk_is_told_whom_to_call(identity: Identity) -> None:
    child = rows_of(checklist(), identity)[WORDS("referral.row.child")]
    assert "Identity given by phone only: call the writer" in child


def test_only_channels_that_may_print_are_printed() -> None:
    for country in countries_with_channels():
        place = who_to_tell(country)
        blocks = referral_of(checklist(), place).blocks
        printed = [plain(b.name) for b in blocks if isinstance(b, ChannelBlock)]
        groups = [group for group in place.groups if group.id != "emergency"]
        allowed = [c.name for group in groups for c in group.printable]
        assert sorted(printed) == sorted([OWN.name, *allowed]), country


def test_the_emergency_number_of_the_place_stands_on_page_one() -> None:
    with_number = [entry for entry in load_emergency() if entry.numbers][::10]
    without = [entry for entry in load_emergency() if not entry.numbers][:2]
    assert len(with_number) > 10
    for entry in (*with_number, *without):
        place = who_to_tell(entry.country)
        first, annex = pages(referral_of(checklist(), place))
        none = WORDS("referral.call.no_emergency", country=WORDS.country(entry.country))
        wanted = entry.numbers or (none,)
        for page in (first, annex):
            lines = plain(page)
            assert [n for n in wanted if n not in lines] == [], entry.country


def test_the_own_contact_stands_before_the_other_channels() -> None:
    blocks = referral_of(checklist(), IRELAND).blocks
    channels = [block for block in blocks if isinstance(block, ChannelBlock)]
    assert plain(channels[0].name) == OWN.name
    assert {"own-phone", "own@mail"} <= {plain(line) for line in channels[0].reach}


def test_every_page_says_what_it_is_and_what_it_was_made_with() -> None:
    referral = referral_of(FULL, IRELAND)
    stamp = "\n".join(referral.stamp)
    assert "Not a diagnosis" in stamp
    assert "Reference KM-07" in stamp
    assert "child_trafficking 1.0.0" in stamp
    assert INSTRUMENT.logic_hash[:12] in stamp
    assert INSTRUMENT.content_hash[:12] in stamp
    assert "not yet reviewed by practitioners" in stamp
    assert "Do not file where a parent, carer or pupil can open it" in stamp
    assert referral.page_label == "Page {page} of {pages}"
    assert INSTRUMENT.logic_hash in plain(referral.blocks)


def test_a_flagged_sign_is_never_left_out() -> None:
    for name in CASES:
        made = checklist_of_case(name)
        text = plain(referral_of(made, IRELAND).blocks)
        present = evaluate(INSTRUMENT, made).present
        flagged = [s for s in present if INDICATORS[s].flag in ("emergency", "report_today")]
        assert [s for s in flagged if INDICATORS[s].text not in text] == [], name


def test_an_emergency_sign_stands_on_page_one() -> None:
    sign = next(i.id for i in INDICATORS.values() if i.flag == "emergency")
    assert INDICATORS[sign].text in rows_of(checklist([sign]))[WORDS("referral.row.danger")]


def test_the_same_checklist_gives_the_same_referral() -> None:
    answers = dict(reversed(list(FULL.answers.items())))
    again = replace(FULL, answers=answers, fields=dict(sorted(FULL.fields.items())))
    assert referral_of(again, IRELAND) == referral_of(FULL, IRELAND)


def test_the_annex_has_its_parts_in_order() -> None:
    headings = [b for b in pages(referral_of(FULL, IRELAND))[1] if isinstance(b, Heading)]
    names = [
        *("annex.noticed", "annex.not_known", "annex.not_seen", "annex.record", "annex.result"),
        *("own_step.heading", "annex.channels", "annex.receiver", "annex.limits"),
        "annex.method",
    ]
    found = [plain(heading.text) for heading in headings if heading.level == 2]
    assert found == [WORDS(f"referral.{name}") for name in names]


def test_the_receiver_is_told_the_rights_of_the_child() -> None:
    text = plain(referral_of(checklist()).blocks)
    for sentence in (
        "A child cannot consent to being exploited",
        "Do not ask the carer's consent first unless that is clearly safe",
        "not to be criminalised or detained",
        "right to be heard",
    ):
        assert sentence in text

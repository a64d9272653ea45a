"""Page 1: complete in itself, read in thirty seconds, without arithmetic or chart.

Order and wording follow the project's safeguarding review.
"""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.terms import STEPS
from indicator_checker.referral.blocks import (
    Block,
    Box,
    FillIn,
    Heading,
    LabelledRows,
    LevelMark,
    Paragraph,
    Text,
    said,
    typed,
)
from indicator_checker.referral.contacts import call_lines, duty_text
from indicator_checker.referral.material import ReferralInput
from indicator_checker.referral.notices import deadline
from indicator_checker.referral.reasons import comma_list, level_words, shown_step, why

#: Fields that page 1 shows whole; the annex does not say them again.
SHOWN_ON_PAGE_ONE = frozenset(
    (
        *("writer_role", "writer_organisation", "writer_contact"),
        *("age_band", "age_disputed", "age_stated", "age_on_record"),
        *("next_leaves", "leaves_with", "other_children", "worry", "suspected_person"),
        *("carer_told", "carer_told_because", "carer_safe_to_contact", "must_not_contact"),
        *("communicates_by", "support_needs", "interpreter_used", "interpreter_independent"),
        *("interpreter_language", "already_done"),
    )
)
#: Signs named when the writer left the worry empty; the annex lists all.
MOST_SIGNS_IN_WORRY = 3


def page_one(source: ReferralInput) -> Iterator[Block]:
    """The blocks of page 1, in the order a desk needs them."""
    words = source.words
    yield Heading(1, said(words("referral.title")))
    yield Paragraph(said(words("referral.what_it_is")), "small")
    yield _not_reported_box(source)
    yield _step(source)
    rows = (*_danger_rows(source), *_child_rows(source), *_worry_rows(source), *_last_rows(source))
    yield LabelledRows(tuple((said(label, strong=True), value) for label, value in rows))


def _not_reported_box(source: ReferralInput) -> Box:
    words = source.words
    rows = ("told_to", "told_when", "told_how", "told_reference")
    warning = Paragraph(said(words("referral.box.words")))
    if source.field("told_to") and source.field("told_when"):
        filled = tuple(
            (said(words(f"referral.box.{row}"), strong=True), _typed_or_blank(source, row))
            for row in rows
        )
        return Box(said(words("referral.box.filled.title")), (LabelledRows(filled), warning))
    labels = tuple(words(f"referral.box.{row}") for row in rows)
    return Box(said(words("referral.box.title")), (warning, FillIn(labels)))


def _typed_or_blank(source: ReferralInput, field_id: str) -> Text:
    value = source.field(field_id)
    return typed(value) if value else said(source.words("referral.not_recorded"))


def _step(source: ReferralInput) -> LevelMark:
    """The writer's own step alone where it is higher; else the rule's, without arithmetic."""
    judgement = source.checklist.judgement
    level = level_words(source.instrument, source.evaluation, source.words, judgement)
    evaluation, left_out = source.evaluation, source.left_out
    sentence = said(
        why(source.instrument, evaluation, source.words, arithmetic=False, left_out=left_out)
    )
    if judgement and shown_step(evaluation, judgement) != shown_step(evaluation, None):
        sentence = (
            *said(source.words("referral.own_step.reason") + ": "),
            *typed(judgement.reason),
        )
    if within := deadline(evaluation, source.words):
        sentence = (*sentence, *said(f" {within}", strong=True))
    # Where the list gives no level the mark is the plainest one.
    return LevelMark(level.step or STEPS[0], said(level.title), sentence)


def _danger_rows(source: ReferralInput) -> Iterator[tuple[str, Text]]:
    words = source.words
    yield words("referral.row.danger"), said(_danger(source))
    when, whom = source.field("next_leaves"), source.field("leaves_with")
    if when and whom:
        yield (
            words("referral.row.leaves"),
            typed(words("referral.leaves.with", when=when, whom=whom)),
        )
    elif when or whom:
        yield words("referral.row.leaves"), typed(when or whom)
    else:
        yield words("referral.row.leaves"), said(words("referral.not_recorded"))


def _danger(source: ReferralInput) -> str:
    words = source.words
    answer = words(f"danger.{source.checklist.danger or 'unanswered'}")
    indicators = source.instrument.catalogue.indicators
    present = source.printed(source.evaluation.present)
    signs = [i for i in present if indicators[i].flag == "emergency"]
    named = comma_list([words("why.quoted", text=source.text_of(i)) for i in signs], words)
    return words("referral.danger.with_signs", answer=answer, signs=named).strip()


def _child_rows(source: ReferralInput) -> Iterator[tuple[str, Text]]:
    words = source.words
    yield words("referral.row.child"), _child(source)
    if age := _age(source):
        yield words("referral.row.age"), age
    where = source.identity.where_now if source.identity else ""
    yield (
        words("referral.row.whereabouts"),
        _or_missing(source, where or source.field("whereabouts")),
    )


def _child(source: ReferralInput) -> Text:
    words = source.words
    reference = source.checklist.reference
    shown = typed(reference) if reference else ()
    if named := _identity(source):
        return typed(comma_list([*named, *([reference] if reference else [])], words))
    contact = source.field("writer_contact")
    by_phone = (
        words("referral.identity.by_phone", contact=contact)
        if contact
        else words("referral.identity.by_phone.nobody")
    )
    return (*shown, *said(". " if shown else ""), *said(by_phone))


def _identity(source: ReferralInput) -> list[str]:
    if source.identity is None:
        return []
    identity = source.identity
    parts = (identity.name, identity.other_names, identity.birth_date, identity.home)
    return [part for part in (*parts, identity.school) if part.strip()]


def _age(source: ReferralInput) -> Text:
    words = source.words
    parts = [source.choice("age_band")]
    if source.field("age_stated"):
        parts.append(words("referral.age.stated", age=source.field("age_stated")))
    if source.field("age_on_record"):
        parts.append(words("referral.age.on_record", age=source.field("age_on_record")))
    if source.field("age_disputed") == "no":
        parts.append(words("referral.age.not_disputed"))
    line = comma_list([part for part in parts if part], words)
    if source.field("age_disputed") == "yes":
        line = (
            f"{line}. {words('referral.age.disputed')}" if line else words("referral.age.disputed")
        )
    elif source.field("age_band") == "adult":
        line = f"{line}. {words('referral.adult')}"
    return typed(line) if line else ()


def _worry_rows(source: ReferralInput) -> Iterator[tuple[str, Text]]:
    words = source.words
    yield words("referral.row.worry"), _worry(source)
    for row, name in (("other_children", "other_children"), ("suspected", "suspected_person")):
        yield words(f"referral.row.{row}"), _or_missing(source, source.field(name))
    yield words("referral.row.carer"), _carer(source)
    if spoken := _communication(source):
        yield words("referral.row.communication"), spoken


def _worry(source: ReferralInput) -> Text:
    words = source.words
    if source.field("worry"):
        return typed(source.field("worry"))
    signs = source.printed(source.evaluation.present)[:MOST_SIGNS_IN_WORRY]
    if not signs:
        return said(words("referral.not_recorded"))
    named = [words("why.quoted", text=source.text_of(sign)) for sign in signs]
    return said(words("referral.worry.from_signs", signs=comma_list(named, words)))


def _carer(source: ReferralInput) -> Text:
    words = source.words
    parts: list[str] = []
    if told := source.choice("carer_told"):
        parts.append(words("referral.carer.told", answer=told))
    if because := source.field("carer_told_because"):
        parts.append(words("referral.carer.because", reason=because))
    if safe := source.choice("carer_safe_to_contact"):
        parts.append(words("referral.carer.safe", answer=safe))
    if who := source.field("must_not_contact"):
        parts.append(words("referral.carer.must_not", who=who))
    line = ". ".join(part.rstrip(".") for part in (*parts, words("referral.carer.default")))
    return typed(line + ".")


def _communication(source: ReferralInput) -> Text:
    words = source.words
    parts = [source.field("communicates_by"), source.field("support_needs")]
    if used := source.choice("interpreter_used"):
        parts.append(words("referral.communication.interpreter", answer=used))
    if independent := source.choice("interpreter_independent"):
        parts.append(words("referral.communication.independent", answer=independent))
    parts.append(source.field("interpreter_language"))
    line = comma_list([part for part in parts if part], words)
    return typed(line) if line else ()


def _last_rows(source: ReferralInput) -> Iterator[tuple[str, Text]]:
    words = source.words
    yield words("referral.row.writer"), _writer(source)
    yield words("referral.row.place"), said(_places(source))
    yield words("referral.row.time"), said(_time(source))
    yield words("referral.row.duty"), duty_text(source)
    yield words("referral.row.done"), _or_missing(source, source.field("already_done"))
    yield words("referral.row.call"), call_lines(source)


def _writer(source: ReferralInput) -> Text:
    words = source.words
    names = ("writer_role", "writer_organisation", "writer_contact")
    line = comma_list([source.field(name) for name in names if source.field(name)], words)
    call_back = words("referral.writer.call_back")
    start = typed(line) if line else said(words("referral.not_recorded"))
    return (*start, *said(". " + call_back))


def _time(source: ReferralInput) -> str:
    words, started = source.words, source.checklist.started
    moment = words.moment(source.created)
    if started is None:
        return words("referral.time.clock", moment=moment)
    return words("referral.time.begun", started=words.moment(started), moment=moment)


def _places(source: ReferralInput) -> str:
    words, checklist = source.words, source.checklist
    place = words("referral.not_recorded")
    if checklist.place is not None:
        place = source.place_name(checklist.place)
    if checklist.other_place is not None:
        second = source.place_name(checklist.other_place)
        place = words("referral.place.two", first=place, second=second)
    if checklist.setting is None:
        return place
    setting = words(f"setting.{checklist.setting}")
    return words("referral.place.recorded_at", place=place, setting=setting)


def _or_missing(source: ReferralInput, value: str) -> Text:
    return typed(value) if value else said(source.words("referral.not_recorded"))

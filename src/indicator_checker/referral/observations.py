"""The annex, first part: what was noticed, what is not known, what was not noticed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from indicator_checker.checklist import BASES, Observation
from indicator_checker.record_fields import FIELD_GROUPS, FieldGroup, RecordField
from indicator_checker.referral.answer_words import answer_words, option_of, sign_with_answer
from indicator_checker.referral.blocks import (
    Block,
    BulletList,
    Heading,
    LabelledRows,
    Paragraph,
    Quote,
    Text,
    said,
    typed,
)
from indicator_checker.referral.body import body_blocks
from indicator_checker.referral.material import ReferralInput
from indicator_checker.referral.page_one import SHOWN_ON_PAGE_ONE


def observation_blocks(source: ReferralInput) -> Iterator[Block]:
    """Seen, said and on record kept apart; the child's own words quoted."""
    words = source.words
    yield Heading(2, said(words("referral.annex.noticed")))
    present = source.printed(source.evaluation.present)
    if present:
        yield Paragraph(said(words("referral.annex.noticed.intro")), "small")
    else:
        yield Paragraph(said(words("referral.annex.nothing_seen")))
    for basis in (*BASES, None):
        yield from _under_basis(source, present, basis)
    yield from _left_out(source)
    yield from _open_and_absent(source)


def _under_basis(
    source: ReferralInput, present: tuple[str, ...], basis: str | None
) -> Iterator[Block]:
    shown = [(sign, o) for sign in present for o in _observations(source, sign) if o.basis == basis]
    if not shown:
        return
    yield Heading(3, said(source.words(f"referral.annex.{basis or 'not_noted'}")))
    for sign, observation in shown:
        yield from _observation(source, sign, observation)


def _observations(source: ReferralInput, sign: str) -> tuple[Observation, ...]:
    return source.answer(sign).observations or (Observation(),)


def _observation(
    source: ReferralInput, sign: str, observation: Observation, *, with_basis: bool = False
) -> Iterator[Block]:
    """The sign with when, by whom and the note, one to a line; the child's own words quoted."""
    words = source.words
    text: Text = said(source.text_of(sign), strong=True)
    if answer := answer_words(source, sign):
        text = (*text, *said("\n" + words("referral.annex.answer") + ": " + answer))
    if with_basis and observation.basis:
        text = (*text, *said("\n" + words(f"referral.annex.{observation.basis}")))
    for name in ("when", "observer", "note"):
        if value := getattr(observation, name):
            label = words(f"referral.annex.{name}")
            text = (*text, *said(f"\n{label}: "), *typed(value))
    yield Paragraph(text)
    if observation.own_words:
        yield Quote(said(words("referral.annex.own_words")), typed(observation.own_words))


def _left_out(source: ReferralInput) -> Iterator[Block]:
    recorded = (*source.evaluation.present, *source.evaluation.possible)
    recorded += source.evaluation.unknown
    left_out = len(recorded) - len(source.printed(recorded))
    if left_out:
        yield Paragraph(said(source.words("referral.annex.left_out", n=left_out)), "small")


def _open_and_absent(source: ReferralInput) -> Iterator[Block]:
    """Printed only where it was answered; *not seen* proves nothing and says so."""
    words, evaluation = source.words, source.evaluation
    still_open = source.printed((*evaluation.possible, *evaluation.unknown))
    absent = source.printed(evaluation.absent)
    if still_open:
        yield Heading(2, said(words("referral.annex.not_known")))
        for label in dict.fromkeys(option_of(source, sign).label for sign in still_open):
            signs = [sign for sign in still_open if option_of(source, sign).label == label]
            yield Paragraph(said(words("referral.annex.not_known.intro", answer=label)))
            yield BulletList(tuple(said(source.text_of(sign)) for sign in signs))
        for sign in still_open:
            yield from _notes_under(source, sign)
    if absent:
        yield Heading(2, said(words("referral.annex.not_seen")))
        yield BulletList(tuple(said(sign_with_answer(source, sign)) for sign in absent))
        for sign in absent:
            yield from _notes_under(source, sign)
    yield from _hidden(source)


def _hidden(source: ReferralInput) -> Iterator[Block]:
    """Answers to signs that other answers made unneeded: kept and said, never counted."""
    words = source.words
    hidden = source.printed(tuple(answer.indicator for answer in source.evaluation.hidden))
    if not hidden:
        return
    yield Heading(2, said(words("referral.annex.hidden")))
    yield Paragraph(said(words("referral.annex.hidden.intro")))
    items = []
    for sign in hidden:
        label = option_of(source, sign).label
        text = source.text_of(sign)
        items.append(said(words("referral.annex.sign_answer", sign=text, answer=label)))
    yield BulletList(tuple(items))
    for sign in hidden:
        yield from _notes_under(source, sign)


def _notes_under(source: ReferralInput, sign: str) -> Iterator[Block]:
    """Notes that stand under an answer other than *seen* are printed too: nothing is lost."""
    for observation in source.answer(sign).observations:
        yield from _observation(source, sign, observation, with_basis=True)


def record_blocks(source: ReferralInput) -> Iterator[Block]:
    """What page 1 does not say whole: other record fields, by group, and the identity."""
    words = source.words
    groups = [(group, rows) for group in FIELD_GROUPS if (rows := _rows(source, group))]
    identity = _identity_rows(source)
    if not groups and not identity and not source.checklist.body_marks:
        return
    yield Heading(2, said(words("referral.annex.record")))
    if identity:
        yield Heading(3, said(words("referral.annex.identity")))
        yield LabelledRows(identity)
    for group, rows in groups:
        yield Heading(3, said(words(f"field_group.{group.id}.title")))
        yield LabelledRows(rows)
    yield from body_blocks(source)


def _rows(source: ReferralInput, group: FieldGroup) -> tuple[tuple[Text, Text], ...]:
    words = source.words
    return tuple(
        (said(words(f"field.{field.id}.label"), strong=True), _value(source, field))
        for field in group.fields
        if source.field(field.id) and field.id not in SHOWN_ON_PAGE_ONE
    )


def _value(source: ReferralInput, field: RecordField) -> Text:
    if field.kind == "choice":
        return said(source.choice(field.id))
    return typed(source.field(field.id))


def _identity_rows(source: ReferralInput) -> tuple[tuple[Text, Text], ...]:
    if source.identity is None:
        return ()
    return tuple(
        (said(source.words(f"referral.identity.{part.name}"), strong=True), typed(value))
        for part in fields(source.identity)
        if (value := getattr(source.identity, part.name))
    )

"""Referrals of invented checklists, and their words as one plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime

from indicator_checker.channels.directory import load_directory
from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.channels.who_to_tell import WhoToTell, channels_for
from indicator_checker.checklist import Answer, Checklist, Judgement, Observation, Place
from indicator_checker.evaluation import evaluate, look_ahead
from indicator_checker.record_fields import FIELDS
from indicator_checker.referral.blocks import Block, PageBreak, Referral, Run
from indicator_checker.referral.build import build_referral
from indicator_checker.referral.identity import Identity, PrintOptions
from indicator_checker.referral.material import ReferralInput
from indicator_checker.text import Words
from tests.core.invented import INDICATORS, INSTRUMENT, checklist

WORDS = Words()
CREATED = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
OWN = OwnContact("Own desk", "lead", "own-phone", "own-hours", "own-note", "own@mail")
IF_TICKED = [i.id for i in INDICATORS.values() if i.print == "if_ticked"]
ALWAYS = [i.id for i in INDICATORS.values() if i.print == "always"]


def who_to_tell(country: str, region: str | None = None) -> WhoToTell:
    return channels_for(load_directory(country), region, (OWN,))


def source_of(
    made: Checklist,
    *places: WhoToTell,
    identity: Identity | None = None,
    ticked: Iterable[str] = (),
) -> ReferralInput:
    return ReferralInput(
        INSTRUMENT,
        made,
        evaluate(INSTRUMENT, made),
        look_ahead(INSTRUMENT, made),
        places,
        WORDS,
        CREATED,
        identity,
        PrintOptions(frozenset(ticked)),
    )


def referral_of(
    made: Checklist,
    *places: WhoToTell,
    identity: Identity | None = None,
    ticked: Iterable[str] = (),
) -> Referral:
    return build_referral(source_of(made, *places, identity=identity, ticked=ticked))


def runs(part: object) -> Iterator[Run]:
    """Every piece of text in a block, in the order in which it is read."""
    if isinstance(part, Run):
        yield part
    elif isinstance(part, str):
        yield Run(part)
    elif isinstance(part, tuple):
        for item in part:
            yield from runs(item)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in {"style", "step", "tone", "align"}:
                yield from runs(getattr(part, field.name))


def plain(blocks: object) -> str:
    return "\n".join(run.text for run in runs(blocks))


def pages(referral: Referral) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Page 1 and the annex."""
    end = next(i for i, block in enumerate(referral.blocks) if isinstance(block, PageBreak))
    return referral.blocks[:end], referral.blocks[end + 1 :]


def noted(token: str) -> Observation:
    parts = ("when", "note", "own_words", "observer")
    return Observation(basis="told_by_other", **{part: f"{part}-{token}" for part in parts})


def full_checklist() -> Checklist:
    """A checklist in which everything is filled in, each part with words of its own."""
    seen, unsure, unseen = ALWAYS[20:24], ALWAYS[30:32], ALWAYS[40:42]
    made = checklist(seen, unsure, unseen, danger="not_sure")
    answers = {
        sign: Answer(answer.value, (noted(f"1-{sign}"), noted(f"2-{sign}")))
        for sign, answer in made.answers.items()
    }
    choices = {field.id: field.choices[-1] for field in FIELDS.values() if field.choices}
    free = {field.id: f"typed <b>{field.id}</b> & {{x}}" for field in FIELDS.values()}
    return replace(
        made,
        reference="Reference KM-07",
        place=Place("IE"),
        other_place=Place("FR"),
        setting="school",
        answers=answers,
        fields={**free, **choices},
        judgement=Judgement("act_now", "typed <i>reason</i>"),
    )


IDENTITY = Identity(**{field.name: f"identity {field.name}" for field in fields(Identity)})

"""What the command line says: a checklist with its result, as text, JSON or referral."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from indicator_checker.channels.directory import load_directory
from indicator_checker.channels.who_to_tell import WhoToTell, channels_for
from indicator_checker.checklist import Checklist, Place
from indicator_checker.checklist_schema import LARGEST_FILE, check_against, read_checklist
from indicator_checker.evaluation import Evaluation, Outlook, evaluate, look_ahead
from indicator_checker.files import read_whole
from indicator_checker.instrument.load import Instrument, load_instrument
from indicator_checker.referral.blocks import Referral
from indicator_checker.referral.build import build_referral
from indicator_checker.referral.contacts import place_lines
from indicator_checker.referral.identity import PageSize, PrintOptions
from indicator_checker.referral.material import ReferralInput
from indicator_checker.referral.notices import notices
from indicator_checker.referral.reasons import (
    bounds,
    dimension_rows,
    level_words,
    measure_rows,
    profile_rows,
    raising,
    why,
)
from indicator_checker.settings import load_settings
from indicator_checker.text import Words


@dataclass(frozen=True, slots=True)
class OpenedChecklist:
    """A checklist read from a file, with the instrument it was made with and the result."""

    checklist: Checklist
    instrument: Instrument
    evaluation: Evaluation
    outlook: Outlook


def open_checklist(path: Path) -> OpenedChecklist:
    """Read a checklist file and weigh it by the instrument it names.

    Raises:
        IndicatorCheckerError: if the file or its instrument is refused.
    """
    checklist = read_checklist(read_whole(path, LARGEST_FILE))
    instrument = load_instrument(checklist.instrument.id, checklist.instrument.version)
    check_against(checklist, instrument)
    return OpenedChecklist(
        checklist,
        instrument,
        evaluate(instrument, checklist),
        look_ahead(instrument, checklist),
    )


def as_json(opened: OpenedChecklist) -> str:
    """The whole result with its trace and outlook, as JSON."""
    result = {"evaluation": asdict(opened.evaluation), "outlook": asdict(opened.outlook)}
    return json.dumps(result, indent=1)


def as_text(opened: OpenedChecklist, words: Words) -> str:
    """The result in sentences, one to a line."""
    return "\n".join(_lines(opened, words))


def _lines(opened: OpenedChecklist, words: Words) -> Iterator[str]:
    instrument, evaluation = opened.instrument, opened.evaluation
    level = level_words(instrument, evaluation, words)
    yield words("cli.evaluate.level", level=level.title)
    yield level.action
    yield from level.always
    yield words("cli.evaluate.why", why=why(instrument, evaluation, words))
    if evaluation.not_enough_information:
        yield words("level.not_enough_information.meaning", n=evaluation.settled)
    yield from notices(instrument, evaluation, words)
    yield from _numbers(instrument, evaluation, words)
    if instrument.rules.levels and instrument.rules.ordered:
        yield from _outlook(opened, words)


def _outlook(opened: OpenedChecklist, words: Words) -> Iterator[str]:
    instrument, evaluation, outlook = opened.instrument, opened.evaluation, opened.outlook
    yield words("cli.evaluate.raising")
    yield from (f"  {line}" for line in raising(instrument, evaluation, outlook, words))
    title = words("bounds.title", n=len(evaluation.possible) or 2)
    yield f"{title}: {bounds(instrument, evaluation, outlook, words)}"


def _numbers(instrument: Instrument, evaluation: Evaluation, words: Words) -> Iterator[str]:
    dimensions = dimension_rows(instrument, evaluation, words)
    if dimensions:
        yield words("cli.evaluate.dimensions")
        yield from (f"  {row.words}" for row in dimensions)
    measures = measure_rows(instrument, evaluation, words)
    rows = (*measures, *profile_rows(instrument, evaluation, words))
    if rows:
        yield words("cli.evaluate.measures")
        yield from (f"  {row}" for row in rows)


def who_to_tell(checklist: Checklist, today: date) -> tuple[WhoToTell, ...]:
    """Whom to tell where the child lives, and where it happened if elsewhere.

    Sources that are too old by ``today`` fold away.
    """
    places = dict.fromkeys(
        place for place in (checklist.place, checklist.other_place) if place is not None
    )
    return tuple(_channels_in(place, today) for place in places)


def _channels_in(place: Place, today: date) -> WhoToTell:
    contacts = load_settings().contacts
    return channels_for(load_directory(place.country), place.region or None, contacts, today)


def referral_of(
    opened: OpenedChecklist, words: Words, created: datetime, page_size: PageSize
) -> Referral:
    """The referral of an opened checklist, without identity: that is asked only in the window."""
    return build_referral(
        ReferralInput(
            opened.instrument,
            opened.checklist,
            opened.evaluation,
            opened.outlook,
            who_to_tell(opened.checklist, created.date()),
            words,
            created,
            options=PrintOptions(page_size=page_size),
        )
    )


def channels_as_text(country: str, region: str | None, words: Words) -> str:
    """Whom to tell in a place, one line to a channel that may be printed.

    Raises:
        IndicatorCheckerError: ``country_unknown`` or ``region_unknown``.
    """
    place = _channels_in(Place(country, region or ""), date.today())
    return "\n".join(place_lines(place, words))

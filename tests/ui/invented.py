"""Invented checklists on the shipped instrument, for the tests of the window."""

from __future__ import annotations

from datetime import UTC, datetime

from indicator_checker.checklist import Checklist, Danger, Place, pin_of
from indicator_checker.instrument.load import load_instrument

INSTRUMENT = load_instrument()
MOMENT = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


def signs(strength: str, flag: str | None = None, dimension: str = "") -> list[str]:
    """Ids of the signs of one kind, one of each overlap group, in the instrument's order."""
    catalogue = INSTRUMENT.catalogue
    groups: dict[str, str] = {}
    for sign in catalogue.indicators.values():
        kind = (sign.strength, sign.flag) == (strength, flag)
        if kind and (not dimension or dimension in sign.dimensions):
            groups.setdefault(catalogue.group_of.get(sign.id, sign.id), sign.id)
    return list(groups.values())


def checklist(
    seen: tuple[str, ...] = (),
    not_sure: tuple[str, ...] = (),
    danger: Danger | None = None,
    place: Place | None = None,
) -> Checklist:
    """A checklist with these answers."""
    record = Checklist(
        pin_of(INSTRUMENT),
        reference="R-2026-0042",
        started=MOMENT,
        setting="school",
        place=place or Place("GB", "GB-ENG"),
        danger=danger,
    )
    for sign in seen:
        record = record.with_answer(sign, "seen")
    for sign in not_sure:
        record = record.with_answer(sign, "not_sure")
    return record


EMPTY = checklist()
TALK = checklist(
    seen=(signs("medium", dimension="coercion_destination")[0],),
    not_sure=(signs("medium", dimension="exploitation")[0],),
)
REPORT_TODAY = checklist(seen=(signs("strong", "report_today")[0],))
ACT_NOW = checklist(danger="yes")
HELP_IS_HERE = checklist(danger="help_here")
EVERY_STEP = {
    "keep_noticing": EMPTY,
    "talk": TALK,
    "report_today": REPORT_TODAY,
    "act_now": ACT_NOW,
}

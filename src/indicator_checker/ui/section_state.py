"""What stands around the signs of a section now: gates, hidden signs, what is still asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import Section
from indicator_checker.referral.condition_words import condition_words
from indicator_checker.referral.naming import Naming
from indicator_checker.referral.notices import evidence_words, stop_sentence
from indicator_checker.text import Words
from indicator_checker.ui.session import Session


@dataclass(frozen=True, slots=True)
class SectionState:
    """What a page of signs says besides them.

    Attributes:
        skipped: Why the whole section is not needed, or an empty string.
        needed_if: What would make it needed.
        hidden: Signs that do not show now; their answers are kept.
        stop: That the person may stop here, and by when something has to happen.
        counts: Whether the section takes part in a result.
        remarks: What is still to be written down, by sign.
    """

    skipped: str = ""
    needed_if: str = ""
    hidden: frozenset[str] = frozenset()
    stop: str = ""
    counts: bool = True
    remarks: Mapping[str, str] = field(default_factory=dict)


def section_state(session: Session, section: Section, words: Words) -> SectionState:
    """The state of one section of the open checklist."""
    evaluation, shown = session.evaluation, session.shown
    skipped, needed_if = "", ""
    if section.id in shown.skipped:
        skipped, needed_if = _why_skipped(session.instrument, section, words)
    remarks = {
        sign.id: said
        for sign in section.indicators
        if (said := evidence_words(evaluation, sign.id, words))
    }
    return SectionState(
        skipped=skipped,
        needed_if=needed_if,
        hidden=frozenset(shown.hidden),
        stop=stop_sentence(session.instrument, evaluation, words),
        counts=counts(session.instrument, section),
        remarks=remarks,
    )


def counts(instrument: Instrument, section: Section) -> bool:
    """Whether a section takes part in a result at all."""
    rules = instrument.rules
    return section.scored and bool(rules.levels or rules.measures or rules.profiles)


def _why_skipped(instrument: Instrument, section: Section, words: Words) -> tuple[str, str]:
    """Why a section is not needed, and what would make it needed."""
    naming = Naming(instrument, words)
    gate = section.gate
    if gate is not None:
        condition = condition_words(naming, gate.needed_if)
        return gate.otherwise, words("section.needed_if", condition=condition)
    if section.visible_if is None:
        return words("section.not_shown"), ""
    condition = condition_words(naming, section.visible_if)
    return words("section.not_shown"), words("section.needed_if", condition=condition)

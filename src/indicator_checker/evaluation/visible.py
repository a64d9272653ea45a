"""What is shown: parts behind a gate, sections and signs with a condition (P17, P18).

A hidden sign keeps its answer and never counts. Each condition looks only at what stands before
it, so that nothing can hide itself. A fact that nobody knows hides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from indicator_checker.evaluation.reading import Reading
from indicator_checker.evaluation.trace import Hidden
from indicator_checker.evaluation.weighing import Weighing
from indicator_checker.instrument.conditions import Condition
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import AnswerOption, Indicator, Section

Because = Literal["gate", "section", "indicator"]


@dataclass(frozen=True, slots=True)
class Visible:
    """The reading of what is shown.

    Attributes:
        reading: Without hidden answers.
        hidden: Signs that are hidden, answered or not, and why.
        skipped: Sections that are not needed or not shown.
    """

    reading: Reading
    hidden: Mapping[str, Because]
    skipped: tuple[str, ...]

    def hidden_answers(self, full: Reading, instrument: Instrument) -> tuple[Hidden, ...]:
        """The answers that are kept but do not count."""
        sections = instrument.catalogue.section_of
        return tuple(
            Hidden(sign, sections[sign].id, because)
            for sign, because in self.hidden.items()
            if sign in full.chosen
        )


def visible(instrument: Instrument, full: Reading) -> Visible:
    """Keep the answers of what is shown."""
    if not instrument.rule_index.hides:
        return Visible(full, {}, ())
    chosen: dict[str, AnswerOption] = {}
    hidden: dict[str, Because] = {}
    skipped: list[str] = []
    for section in instrument.catalogue.sections:
        because = _section_hidden(instrument, section, replace(full, chosen=dict(chosen)))
        if because is not None:
            skipped.append(section.id)
            hidden.update((indicator.id, because) for indicator in section.indicators)
            continue
        for indicator in section.indicators:
            so_far = replace(full, chosen=dict(chosen))
            if _indicator_hidden(instrument, indicator, so_far):
                hidden[indicator.id] = "indicator"
            elif indicator.id in full.chosen:
                chosen[indicator.id] = full.chosen[indicator.id]
    return Visible(replace(full, chosen=chosen), hidden, tuple(skipped))


def _section_hidden(instrument: Instrument, section: Section, so_far: Reading) -> Because | None:
    if section.gate is not None and not _may_hold(instrument, so_far, section.gate.needed_if):
        return "gate"
    if section.visible_if is not None and not _may_hold(instrument, so_far, section.visible_if):
        return "section"
    return None


def _indicator_hidden(instrument: Instrument, indicator: Indicator, so_far: Reading) -> bool:
    condition = indicator.visible_if
    return condition is not None and not _may_hold(instrument, so_far, condition)


def _may_hold(instrument: Instrument, so_far: Reading, condition: Condition) -> bool:
    return Weighing(instrument, so_far).truth(condition).holds is not False

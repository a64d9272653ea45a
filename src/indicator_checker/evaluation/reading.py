"""A checklist as the rules read it: which signs are present, possible, absent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from indicator_checker.checklist import Checklist, Danger
from indicator_checker.instrument.load import Instrument


@dataclass(frozen=True, slots=True)
class Reading:
    """Ids in the order of the instrument, whatever the order of answering."""

    present: tuple[str, ...]
    possible: tuple[str, ...]
    absent: tuple[str, ...]
    danger: Danger | None

    def with_present(self, *more: str) -> Reading:
        """The reading if these signs were seen too."""
        rest = tuple(i for i in self.possible if i not in more)
        return replace(self, present=(*self.present, *more), possible=rest)

    def without(self, indicator: str) -> Reading:
        """The reading if this seen sign were taken back."""
        return replace(self, present=tuple(i for i in self.present if i != indicator))

    def at_best(self) -> Reading:
        """The reading if every *not sure* turned out not so."""
        danger: Danger | None = "no" if self.danger == "not_sure" else self.danger
        return replace(self, possible=(), danger=danger)

    def at_worst(self) -> Reading:
        """The reading if every *not sure* turned out so."""
        danger: Danger | None = "yes" if self.danger == "not_sure" else self.danger
        return replace(self.with_present(*self.possible), danger=danger)


def read(instrument: Instrument, checklist: Checklist) -> Reading:
    """Sort the answers by what they mean to the rules."""
    roles, order = instrument.catalogue.roles, instrument.catalogue.order
    by_role: dict[str, list[str]] = {"present": [], "possible": [], "absent": []}
    for indicator in sorted(checklist.answers, key=order.__getitem__):
        by_role[roles[checklist.answers[indicator].value]].append(indicator)
    if instrument.rules.unknown == "as_no":
        by_role["absent"] += by_role["possible"]
        by_role["possible"] = []
    present, possible, absent = (tuple(ids) for ids in by_role.values())
    return Reading(present, possible, absent, checklist.danger)

"""The parts of an instrument as the rules look them up, made once when it is loaded."""

from __future__ import annotations

from indicator_checker.instrument.conditions import Selection
from indicator_checker.instrument.model import AnswerOption, Catalogue
from indicator_checker.instrument.monotone import unproved
from indicator_checker.instrument.rules import Bands, LevelRule, RuleSet
from indicator_checker.instrument.selecting import counted, selected
from indicator_checker.instrument.terms import Strength
from indicator_checker.instrument.worry import Worry, worry_of


class RuleIndex:
    """Look-up tables over an instrument whose names were checked.

    Attributes:
        ranks: Place of each level, 0 for the lowest.
        deciding: Rules whose level can be the result.
        stopping: Rules after which nothing more needs to be filled in.
        deadlines: Hours of each rule that sets a deadline of its own.
        hides: Whether any part or sign can be hidden.
        strengths: For each weighed dimension the strength that a sign has there (P12).
        monotone: Whether it is proved that seeing more never lowers a result.
    """

    def __init__(self, catalogue: Catalogue, rules: RuleSet) -> None:
        """Index the parts by their ids."""
        self._catalogue = catalogue
        self._selected: dict[Selection, frozenset[str]] = {}
        self._counted: dict[Selection, frozenset[str]] = {}
        self.ranks = {level.id: rank for rank, level in enumerate(rules.levels)}
        self.dimensions = {part.dimension: part for part in rules.dimensions}
        self.measures = {measure.id: measure for measure in rules.measures}
        self.profiles = {profile.id: profile for profile in rules.profiles}
        self.deciding = frozenset(
            rule.id for rule in rules.rules if not isinstance(rule, Bands) or rule.decides
        )
        own = [rule for rule in rules.rules if isinstance(rule, LevelRule)]
        self.stopping = frozenset(rule.id for rule in own if rule.stops)
        self.deadlines = {rule.id: rule.deadline_hours for rule in own if rule.deadline_hours}
        self.bands = {rule.id: rule for rule in rules.rules if isinstance(rule, Bands)}
        self.strengths = {dimension: self._strengths_in(dimension) for dimension in self.dimensions}
        self.monotone = not unproved(catalogue, rules)
        self.hides = any(
            section.gate or section.visible_if or any(i.visible_if for i in section.indicators)
            for section in catalogue.sections
        )

    def selected(self, of: Selection) -> frozenset[str]:
        """Ids of the indicators that a selection names."""
        if of not in self._selected:
            self._selected[of] = frozenset(i.id for i in selected(self._catalogue, of))
        return self._selected[of]

    def counted(self, of: Selection) -> frozenset[str]:
        """Ids of the indicators that a selection counts."""
        if of not in self._counted:
            self._counted[of] = frozenset(i.id for i in counted(self._catalogue, of))
        return self._counted[of]

    def _strengths_in(self, dimension: str) -> dict[str, Strength]:
        signs = counted(self._catalogue, Selection(dimensions=(dimension,)))
        return {sign.id: sign.strength_in.get(dimension, sign.strength) for sign in signs}

    def worry(self, option: AnswerOption) -> Worry:
        """How much an answer worries."""
        return worry_of(self._catalogue, self.ranks, option)

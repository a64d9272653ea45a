"""The numbers of one reading: dimensions, counts, sums, totals, profiles. Each is made once."""

from __future__ import annotations

from collections import Counter

from indicator_checker.evaluation.reading import Reading
from indicator_checker.evaluation.selecting import (
    answered_signs,
    once_per_group,
    seen_signs,
)
from indicator_checker.evaluation.trace import (
    Contribution,
    DimensionTrace,
    MeasureTrace,
    ProfileTrace,
)
from indicator_checker.evaluation.truth import Truth, truth_of
from indicator_checker.instrument.arithmetic import STRONGEST_FIRST, points_for
from indicator_checker.instrument.conditions import Condition, Selection
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.measures import (
    Count,
    Highest,
    Measure,
    StrengthPoints,
    Sum,
    Total,
)
from indicator_checker.instrument.rules import Bands
from indicator_checker.instrument.selecting import RANK
from indicator_checker.instrument.terms import Strength


class Weighing:
    """What the rules can ask about one reading."""

    def __init__(self, instrument: Instrument, reading: Reading) -> None:
        """Nothing is worked out before a rule asks for it."""
        self.instrument = instrument
        self.reading = reading
        self._dimensions: dict[str, DimensionTrace] = {}
        self._measures: dict[str, MeasureTrace] = {}

    def truth(self, condition: Condition) -> Truth:
        """Whether a condition holds."""
        return truth_of(self, condition)

    def dimension(self, dimension: str) -> DimensionTrace:
        """One dimension with its points and what each sign gives to it."""
        if dimension not in self._dimensions:
            part = self.instrument.rule_index.dimensions[dimension]
            self._dimensions[dimension] = self._weigh(part)
        return self._dimensions[dimension]

    def measure(self, measure: str) -> MeasureTrace:
        """One measure with what each answer gives to it."""
        if measure not in self._measures:
            self._measures[measure] = self._add_up(self.instrument.rule_index.measures[measure])
        return self._measures[measure]

    def counts_as(self, dimension: str) -> str:
        """The name under which a dimension is counted."""
        return self.instrument.rule_index.dimensions[dimension].counts_as

    def rank(self, level: str) -> int:
        """Place of a level in the order of the rule set, 0 for the lowest."""
        return self.instrument.rule_index.ranks[level]

    def band_level(self, bands: Bands) -> str:
        """The level of the range that holds the measure's value; ``""`` if it does not apply."""
        if bands.applies is not None and self.truth(bands.applies).holds is False:
            return ""
        value = self.measure(bands.measure).value
        for band in bands.ranges:
            if value >= band.lowest and (band.highest is None or value <= band.highest):
                return band.level
        return ""

    def sign_level(self, sign: str, *, count_possible: bool = False) -> str:
        """The level that an answer stands for: the option's own, or the sign's if seen."""
        option = self.reading.chosen[sign]
        preset = self.instrument.catalogue.indicators[sign].level or ""
        seen = option.role == "present" or (count_possible and option.role == "possible")
        return option.level or (preset if seen else "")

    def levels_among(
        self, indicators: Selection | None, bands: tuple[str, ...]
    ) -> tuple[tuple[str, str], ...]:
        """Signs and bands that stand for a level, each with it."""
        parts: list[tuple[str, str]] = []
        if indicators is not None:
            signs = answered_signs(self.instrument, self.reading, indicators)
            possible = indicators.count_possible
            parts += [(sign, self.sign_level(sign, count_possible=possible)) for sign in signs]
        index = self.instrument.rule_index.bands
        parts += [(band, self.band_level(index[band])) for band in bands]
        return tuple((part, level) for part, level in parts if level)

    def profile(self, profile: str) -> ProfileTrace:
        """How many parts stand at each level."""
        known = self.instrument.rule_index.profiles[profile]
        parts = self.levels_among(known.indicators, known.bands)
        found = Counter(level for _, level in parts)
        counts = tuple((level.id, found[level.id]) for level in self.instrument.rules.levels)
        return ProfileTrace(profile, counts, parts)

    def _weigh(self, part: StrengthPoints) -> DimensionTrace:
        known = self.instrument.rule_index.strengths[part.dimension]
        strengths = {sign: known[sign] for sign in self.reading.present if sign in known}
        if not strengths:
            return DimensionTrace(part.dimension, 0, part.met_at, met=False, contributions=())
        worth = {sign: RANK[strength] for sign, strength in strengths.items()}
        instead = once_per_group(self.instrument.catalogue, worth)
        counting = [strengths[sign] for sign, other in instead.items() if not other]
        points = points_for(part, {s: counting.count(s) for s in STRONGEST_FIRST})
        contributions = (_given(s, strengths[s], part, instead[s]) for s in strengths)
        met = points >= part.met_at
        return DimensionTrace(part.dimension, points, part.met_at, met, tuple(contributions))

    def _add_up(self, measure: Measure) -> MeasureTrace:
        if measure.applies is not None and self.truth(measure.applies).holds is False:
            return MeasureTrace(measure.id, 0, applies=False)
        match measure:
            case Count():
                return self._count(measure)
            case Sum():
                return self._sum(measure)
            case Highest():
                parts = self._worth(measure.of, {})
                highest = max((0, *(part.points for part in parts)))
                return MeasureTrace(measure.id, highest, parts)
            case Total():
                judged = self.reading.judged_points if measure.judgement else 0
                value = sum(self.measure(part).value for part in measure.of) + judged
                return MeasureTrace(measure.id, value, parts=measure.of, judged=judged)

    def _count(self, measure: Count) -> MeasureTrace:
        catalogue = self.instrument.catalogue
        signs = seen_signs(self.instrument, self.reading, measure.of)
        worth = {sign: RANK[catalogue.indicators[sign].strength] for sign in signs}
        instead = once_per_group(catalogue, worth)
        parts = tuple(
            Contribution(sign, catalogue.indicators[sign].strength, int(not other), other)
            for sign, other in instead.items()
        )
        return MeasureTrace(measure.id, sum(part.points for part in parts), parts)

    def _sum(self, measure: Sum) -> MeasureTrace:
        parts = self._worth(measure.of, measure.weights)
        value = sum(part.points for part in parts)
        if measure.at_most is not None:
            value = min(value, measure.at_most)
        return MeasureTrace(measure.id, value, parts)

    def _worth(self, of: Selection, weights: dict[str, int]) -> tuple[Contribution, ...]:
        """Weight times value of each answered sign, each overlap group once."""
        catalogue = self.instrument.catalogue
        worth = {}
        for sign in answered_signs(self.instrument, self.reading, of):
            weight = weights.get(sign, catalogue.indicators[sign].weight)
            worth[sign] = weight * catalogue.value_of(self.reading.chosen[sign])
        instead = once_per_group(catalogue, worth)
        return tuple(
            Contribution(
                sign, catalogue.indicators[sign].strength, 0 if other else worth[sign], other
            )
            for sign, other in instead.items()
            if worth[sign] or other
        )


def _given(sign: str, strength: Strength, part: StrengthPoints, instead: str) -> Contribution:
    points = 0
    if not instead and strength != "context" and strength != "unrated":
        points = part.points.get(strength, 0)
    return Contribution(sign, strength, points, instead)

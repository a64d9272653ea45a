"""The lowest and highest value that each measure can reach."""

from __future__ import annotations

from collections.abc import Callable

from indicator_checker.instrument.conditions import Selection
from indicator_checker.instrument.measures import Count, Highest, Measure, Sum, Total
from indicator_checker.instrument.model import Catalogue
from indicator_checker.instrument.rules import RuleSet
from indicator_checker.instrument.selecting import counted

Range = tuple[int, int]


def countable(catalogue: Catalogue, of: Selection) -> int:
    """How many a selection can count at the most, each overlap group once."""
    return len({catalogue.group_of.get(i.id, i.id) for i in counted(catalogue, of)})


def reach(catalogue: Catalogue, rules: RuleSet) -> dict[str, Range]:
    """Lowest and highest value of every measure."""
    measures = {measure.id: measure for measure in rules.measures}
    ranges: dict[str, Range] = {}

    def range_of(name: str) -> Range:
        if name in measures and name not in ranges:
            # Stands while a total waits for itself, which the linter refuses.
            ranges[name] = (0, 0)
            ranges[name] = _reach(catalogue, rules, measures[name], range_of)
        return ranges.get(name, (0, 0))

    return {name: range_of(name) for name in measures}


def _reach(
    catalogue: Catalogue, rules: RuleSet, measure: Measure, range_of: Callable[[str], Range]
) -> Range:
    match measure:
        case Count():
            return 0, countable(catalogue, measure.of)
        case Total():
            parts = [range_of(part) for part in measure.of]
            judged = rules.judgement_points if measure.judgement else None
            # Judged points are 0 until somebody gives them, so their lowest does not count.
            lowest = min(0, sum(low for low, _ in parts))
            return lowest, sum(high for _, high in parts) + (judged.highest if judged else 0)
        case Sum():
            worth = _worth(catalogue, measure.of, measure.weights)
            highest = sum(high for _, high in worth.values())
            at_most = measure.at_most
            lowest = sum(low for low, _ in worth.values())
            return min(0, lowest), highest if at_most is None else min(highest, at_most)
        case Highest():
            worth = _worth(catalogue, measure.of, {})
            return 0, max((high for _, high in worth.values()), default=0)


def _worth(catalogue: Catalogue, of: Selection, weights: dict[str, int]) -> dict[str, Range]:
    """Lowest and highest points of each overlap group among the selected signs."""
    groups: dict[str, Range] = {}
    for indicator in counted(catalogue, of):
        if indicator.strength == "context":
            continue
        weight = weights.get(indicator.id, indicator.weight)
        values = [weight * catalogue.value_of(o) for o in catalogue.options[indicator.id]]
        group = catalogue.group_of.get(indicator.id, indicator.id)
        low, high = groups.get(group, (0, 0))
        groups[group] = min(low, *values), max(high, *values)
    return groups

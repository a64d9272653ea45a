"""The weighed dimensions and other numbers of a result, each with the words that say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indicator_checker.evaluation.trace import DimensionTrace, Evaluation, MeasureTrace
from indicator_checker.instrument.load import Instrument
from indicator_checker.referral.lists import comma_list
from indicator_checker.referral.naming import Naming
from indicator_checker.text import Words


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One bar of the chart, and the words that say the same."""

    dimension: str
    label: str
    points: int
    met_at: int
    met: bool
    words: str


def dimension_rows(
    instrument: Instrument, evaluation: Evaluation, words: Words
) -> tuple[DimensionRow, ...]:
    """The weighed dimensions in the order of the instrument."""
    traces = {trace.dimension: trace for trace in evaluation.dimensions}
    return tuple(
        _dimension_row(traces[dimension.id], dimension.label, words)
        for dimension in instrument.catalogue.dimensions
        if dimension.id in traces
    )


def _dimension_row(trace: DimensionTrace, label: str, words: Words) -> DimensionRow:
    key = "dimension.row.met" if trace.met else "dimension.row.not_met"
    said = words(key, label=label, points=trace.points, met_at=trace.met_at)
    return DimensionRow(trace.dimension, label, trace.points, trace.met_at, trace.met, said)


def dimension_label(instrument: Instrument, dimension: str) -> str:
    """The plain words for a dimension."""
    return next(d.label for d in instrument.catalogue.dimensions if d.id == dimension)


def sum_of(trace: DimensionTrace) -> str:
    """The sum as it is done by hand, for example ``2 + 2 + 1``; weak signs as one term."""
    strong = [part.points for part in trace.contributions if part.points > 1]
    weak = trace.points - sum(strong)
    terms = sorted(strong, reverse=True) + ([weak] if weak else [])
    return " + ".join(str(term) for term in terms) or "0"


def measure_rows(instrument: Instrument, evaluation: Evaluation, words: Words) -> tuple[str, ...]:
    """Every count, sum and total with its value, subtotals before the totals they go into (P5)."""
    naming = Naming(instrument, words)
    return tuple(_measure_row(naming, trace) for trace in evaluation.measures)


def _measure_row(naming: Naming, trace: MeasureTrace) -> str:
    words, label = naming.words, naming.measure(trace.measure)
    if not trace.applies:
        return words("measure.row.not_used", label=label)
    if trace.judged:
        return words("measure.row.judged", label=label, value=trace.value, judged=trace.judged)
    return words("measure.row", label=label, value=trace.value)


def profile_rows(instrument: Instrument, evaluation: Evaluation, words: Words) -> Iterator[str]:
    """How many parts stand at each level, the highest level first (P8)."""
    naming = Naming(instrument, words)
    for trace in evaluation.profiles:
        counts = [
            words("profile.count", level=naming.level(level), number=count)
            for level, count in reversed(trace.counts)
        ]
        label = naming.profile(trace.profile)
        yield words("profile.row", label=label, counts=comma_list(counts, words))

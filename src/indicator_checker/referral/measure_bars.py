"""The measures of a result as bars with the marks of their bands, and profiles as counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indicator_checker.evaluation.trace import Evaluation, MeasureTrace
from indicator_checker.figure import Figure, Label, Line, Rectangle
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.ranges import reach
from indicator_checker.instrument.rules import Bands
from indicator_checker.referral.lists import comma_list
from indicator_checker.text import Words

ROW_HEIGHT = 28.0
_BAR_TOP = 14.5
_BAR = 7.0
_NUMBER = 40.0


@dataclass(frozen=True, slots=True)
class BandMark:
    """Where a band begins, and the level it stands for."""

    lowest: int
    level: str


@dataclass(frozen=True, slots=True)
class MeasureBar:
    """One count, sum or total: its value, the most it can be, where its bands begin, in words."""

    measure: str
    label: str
    value: int
    highest: int
    marks: tuple[BandMark, ...]
    words: str


def measure_bars(
    instrument: Instrument, evaluation: Evaluation, words: Words
) -> tuple[MeasureBar, ...]:
    """The measures that are used here, in the order of the rule set."""
    ranges = reach(instrument.catalogue, instrument.rules)
    return tuple(
        _bar(instrument, trace, ranges[trace.measure][1], words)
        for trace in evaluation.measures
        if trace.applies
    )


def _bar(instrument: Instrument, trace: MeasureTrace, highest: int, words: Words) -> MeasureBar:
    label = instrument.rule_index.measures[trace.measure].label
    marks = tuple(_marks(instrument, trace.measure))
    key = "measure.bar.judged" if trace.judged else "measure.bar"
    values: dict[str, str | int] = {
        "label": label,
        "value": trace.value,
        "highest": highest,
        "judged": trace.judged,
    }
    said = words(key, **values)
    if marks:
        listed = [words("measure.bar.mark", lowest=m.lowest, level=m.level) for m in marks]
        said = words("measure.bar.marks", bar=said, marks=comma_list(listed, words))
    return MeasureBar(trace.measure, label, trace.value, highest, marks, said)


def _marks(instrument: Instrument, measure: str) -> Iterator[BandMark]:
    """Where each band above the lowest begins; several sets of bands may share a measure."""
    titles = {level.id: level.title.rstrip(".") for level in instrument.rules.levels}
    rules = (rule for rule in instrument.rules.rules if isinstance(rule, Bands))
    for rule in rules:
        if rule.measure == measure:
            for band in sorted(rule.ranges, key=lambda band: band.lowest)[1:]:
                yield BandMark(band.lowest, titles[band.level])


def measure_figure(bars: Sequence[MeasureBar], width: float) -> Figure:
    """Each measure as a bar of its own scale, with a line where a band begins."""
    parts: list[Rectangle | Line | Label] = []
    for place, bar in enumerate(bars):
        parts += _drawn(bar, place * ROW_HEIGHT, width)
    return Figure(width, ROW_HEIGHT * len(bars), tuple(parts))


def _drawn(bar: MeasureBar, top: float, width: float) -> list[Rectangle | Line | Label]:
    full, scale = width - _NUMBER, max(bar.highest, 1)
    filled = min(max(bar.value, 0) / scale, 1.0) * full
    reached = any(bar.value >= mark.lowest for mark in bar.marks)
    line = top + _BAR_TOP
    lines = [
        Line(at, line - 2, at, line + _BAR + 2, 1.5)
        for mark in bar.marks
        if 0 < (at := mark.lowest / scale * full) <= full
    ]
    return [
        Label(0, top + 9, bar.label, bold=reached),
        Rectangle(0, line, full, _BAR, "pale"),
        Rectangle(0, line, filled, _BAR, "strong"),
        *lines,
        Label(width, line + _BAR, f"{bar.value}/{bar.highest}", align="right", bold=reached),
    ]


@dataclass(frozen=True, slots=True)
class ProfileCounts:
    """How many parts stand at each level, the highest level first."""

    label: str
    rows: tuple[tuple[str, int], ...]


def profile_counts(instrument: Instrument, evaluation: Evaluation) -> tuple[ProfileCounts, ...]:
    """Every profile as a small table (P8)."""
    titles = {level.id: level.title for level in instrument.rules.levels}
    labels = instrument.rule_index.profiles
    return tuple(
        ProfileCounts(
            labels[trace.profile].label,
            tuple((titles[level], count) for level, count in reversed(trace.counts)),
        )
        for trace in evaluation.profiles
    )

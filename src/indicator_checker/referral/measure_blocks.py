"""Counts, sums and totals with their bands, and the levels of the parts, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.evaluation.trace import Contribution, MeasureTrace, ProfileTrace
from indicator_checker.instrument.measures import BandRange
from indicator_checker.instrument.rules import Bands
from indicator_checker.referral.answer_words import answer_words
from indicator_checker.referral.blocks import (
    Block,
    FigureBlock,
    Heading,
    Paragraph,
    Table,
    Text,
    said,
)
from indicator_checker.referral.material import ReferralInput
from indicator_checker.referral.measure_bars import measure_bars, measure_figure
from indicator_checker.referral.reasons import level_title

_MEASURE_WIDTHS = (0.26, 0.54, 0.2)
_BAND_WIDTHS = (0.26, 0.54, 0.2)
_PROFILE_WIDTHS = (0.34, 0.12, 0.54)


def measure_blocks(source: ReferralInput, width: float) -> Iterator[Block]:
    """What was added up, from which answers, and in which band it came out."""
    words, evaluation = source.words, source.evaluation
    if evaluation.measures:
        yield Heading(3, said(words("referral.annex.measures")))
        bars = measure_bars(source.instrument, evaluation, words)
        if bars:
            yield Paragraph(said(words("referral.annex.measures.chart")), "small")
            alternative = " ".join(f"{bar.words}." for bar in bars)
            yield FigureBlock(measure_figure(bars, width), alternative)
        rows = tuple(_measure_row(source, trace) for trace in evaluation.measures)
        yield Table(_header(source, "measure", "answers", "sum"), rows, _MEASURE_WIDTHS)
    for rule in source.instrument.rules.rules:
        if isinstance(rule, Bands):
            yield from _bands(source, rule)
    for profile in evaluation.profiles:
        yield from _profile(source, profile)


def _header(source: ReferralInput, *columns: str) -> tuple[Text, ...]:
    return tuple(said(source.words(f"referral.annex.{column}"), strong=True) for column in columns)


def _measure_row(source: ReferralInput, trace: MeasureTrace) -> tuple[Text, ...]:
    words, measures = source.words, source.instrument.rule_index.measures
    label = said(measures[trace.measure].label)
    if not trace.applies:
        return label, said(words("referral.annex.not_used")), said("")
    parts = [_answer(source, part) for part in trace.contributions]
    values = {known.measure: known.value for known in source.evaluation.measures}
    parts += [
        words("measure.row", label=measures[part].label, value=values[part]) for part in trace.parts
    ]
    if trace.judged:
        parts.append(words("referral.judged_points", points=trace.judged))
    given = "\n".join(parts) or words("referral.annex.no_signs")
    return label, said(given), said(str(trace.value), strong=True)


def _answer(source: ReferralInput, part: Contribution) -> str:
    """An answer with what it gives; one that is not printed counts, but is not named."""
    words = source.words
    if not source.is_printed(part.indicator):
        sign = words("referral.annex.sign_left_out")
    else:
        sign = source.text_of(part.indicator)
        if answer := answer_words(source, part.indicator):
            sign = words("referral.annex.sign_answer", sign=sign, answer=answer)
    if part.instead:
        printed = source.is_printed(part.instead)
        left_out = words("referral.annex.sign_left_out")
        other = source.text_of(part.instead) if printed else left_out
        return words("referral.annex.counted_with", sign=sign, other=other)
    return words("measure.row", label=sign, value=part.points)


def _bands(source: ReferralInput, rule: Bands) -> Iterator[Block]:
    """All bands of one measure; the one that holds its value says so."""
    words, trace = source.words, source.evaluation.rule(rule.id)
    label = source.instrument.rule_index.measures[rule.measure].label
    rows = tuple(
        (
            said(_range(source, band)),
            said(level_title(source.instrument, band.level, words)),
            said(words("referral.annex.band.here", value=trace.found) if here else "", strong=here),
        )
        for band in rule.ranges
        for here in [trace.fired and _holds(band, trace.found)]
    )
    yield Heading(3, said(words("referral.annex.bands", measure=label)))
    yield Table(_header(source, "band", "band.level", "rule.result"), rows, _BAND_WIDTHS)


def _holds(band: BandRange, value: int) -> bool:
    return value >= band.lowest and (band.highest is None or value <= band.highest)


def _range(source: ReferralInput, band: BandRange) -> str:
    words = source.words
    if band.highest is None:
        return words("referral.annex.band.open", lowest=band.lowest)
    if band.highest == band.lowest:
        return str(band.lowest)
    return words("referral.annex.band.range", lowest=band.lowest, highest=band.highest)


def _profile(source: ReferralInput, trace: ProfileTrace) -> Iterator[Block]:
    """How many parts stand at each level, and which; no sum is made of them."""
    words, index = source.words, source.instrument.rule_index
    rows = tuple(
        (
            said(level_title(source.instrument, level, words)),
            said(str(count), strong=bool(count)),
            said("\n".join(_part(source, part) for part, at in trace.parts if at == level)),
        )
        for level, count in reversed(trace.counts)
    )
    yield Heading(3, said(index.profiles[trace.profile].label))
    yield Table(
        _header(source, "band.level", "profile.count", "profile.parts"), rows, _PROFILE_WIDTHS
    )


def _part(source: ReferralInput, part: str) -> str:
    bands = source.instrument.rule_index.bands
    if part in bands:
        return source.instrument.rule_index.measures[bands[part].measure].label
    printed = source.is_printed(part)
    return source.text_of(part) if printed else source.words("referral.annex.sign_left_out")

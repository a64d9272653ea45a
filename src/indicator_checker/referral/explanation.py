"""The annex, second part: how the result came about, with every rule and point."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.evaluation.trace import Contribution, DimensionTrace, RuleTrace
from indicator_checker.referral.blocks import (
    Block,
    BulletList,
    FigureBlock,
    Heading,
    Paragraph,
    Table,
    Text,
    said,
    typed,
)
from indicator_checker.referral.chart import contribution_figure
from indicator_checker.referral.material import ReferralInput
from indicator_checker.referral.measure_blocks import measure_blocks
from indicator_checker.referral.notices import notices
from indicator_checker.referral.reasons import (
    bounds,
    comma_list,
    dimension_rows,
    level_title,
    raising,
    shown_step,
    sum_of,
    why,
)

CHART_WIDTH = 420.0


def explanation_blocks(source: ReferralInput) -> Iterator[Block]:
    """The step, the chart with its table, every rule, and how far it could still move."""
    words = source.words
    yield Heading(2, said(words("referral.annex.result")))
    yield from _step(source)
    yield from _notices(source)
    yield from _dimensions(source)
    yield from measure_blocks(source, CHART_WIDTH)
    yield from _rules(source)
    yield from _outlook(source)
    yield from _acts(source)
    yield from _judgement(source)


def _level_title(source: ReferralInput, level: str) -> str:
    return level_title(source.instrument, level, source.words)


def _step(source: ReferralInput) -> Iterator[Block]:
    words, evaluation = source.words, source.evaluation
    title = _level_title(source, evaluation.level)
    if evaluation.blocked_by and not evaluation.level:
        title = words("level.blocked.title")
    yield Paragraph(said(words("referral.annex.result.step", level=title), strong=True))
    reason = why(source.instrument, evaluation, words, left_out=source.left_out)
    yield Paragraph(said(reason))
    if evaluation.held_down_from:
        held = _level_title(source, evaluation.held_down_from)
        yield Paragraph(said(words("referral.annex.result.held", level=held)))
    if evaluation.not_enough_information:
        yield Paragraph(said(words("referral.annex.result.information")))


def _dimensions(source: ReferralInput) -> Iterator[Block]:
    words = source.words
    rows = dimension_rows(source.instrument, source.evaluation, words)
    if not rows:
        return
    alternative = " ".join(f"{row.words}." for row in rows)
    yield Heading(3, said(words("referral.annex.dimensions")))
    yield Paragraph(said(words("referral.annex.result.chart")), "small")
    yield FigureBlock(contribution_figure(rows, CHART_WIDTH), alternative)
    traces = {trace.dimension: trace for trace in source.evaluation.dimensions}
    header = tuple(said(words(f"referral.annex.{key}")) for key in ("dimension", "signs", "sum"))
    body = tuple(
        (
            said(row.label),
            said(_signs(source, traces[row.dimension])),
            said(_sum(source, traces[row.dimension])),
        )
        for row in rows
    )
    yield Table(header, body, (0.24, 0.52, 0.24))


def _notices(source: ReferralInput) -> Iterator[Block]:
    """What cannot be settled yet, what is missing, what is left out of the result."""
    found = notices(source.instrument, source.evaluation, source.words, source.left_out)
    if found:
        yield BulletList(tuple(said(sentence) for sentence in found))


def _signs(source: ReferralInput, trace: DimensionTrace) -> str:
    parts = [_sign(source, part) for part in trace.contributions]
    return "\n".join(parts) or source.words("referral.annex.no_signs")


def _sign(source: ReferralInput, part: Contribution) -> str:
    words = source.words
    sign = _sign_name(source, part.indicator)
    if part.instead:
        other = _sign_name(source, part.instead)
        return words("referral.annex.counted_with", sign=sign, other=other)
    strength = words(f"strength.{part.strength}")
    return words("referral.annex.sign_points", sign=sign, strength=strength, points=part.points)


def _sign_name(source: ReferralInput, sign: str) -> str:
    """The words of a sign; one that is not printed counts, but is not named."""
    if source.is_printed(sign):
        return source.text_of(sign)
    return source.words("referral.annex.sign_left_out")


def _sum(source: ReferralInput, trace: DimensionTrace) -> str:
    key = "referral.annex.met.yes" if trace.met else "referral.annex.met.no"
    result = source.words(key, points=trace.points, met_at=trace.met_at)
    terms = sum_of(trace)
    return f"{terms} = {result}" if " " in terms else result


def _rules(source: ReferralInput) -> Iterator[Block]:
    words, traces = source.words, source.evaluation.rules
    if not traces:
        return
    header = tuple(
        said(words(f"referral.annex.{key}")) for key in ("rule", "rule.result", "rule.sources")
    )
    reasons = {rule.id: rule.reason for rule in source.instrument.rules.rules}
    rows = tuple(
        (
            _rule_text(source, trace, reasons[trace.rule]),
            said(_rule_result(source, trace)),
            said(comma_list(trace.sources, words)),
        )
        for trace in traces
    )
    yield Heading(3, said(words("referral.annex.rules")))
    yield Table(header, rows, (0.62, 0.2, 0.18))


def _rule_text(source: ReferralInput, trace: RuleTrace, reason: str) -> Text:
    title = _level_title(source, trace.level)
    return (*said(f"{title.rstrip('.')}: ", strong=True), *said(reason))


def _rule_result(source: ReferralInput, trace: RuleTrace) -> str:
    words = source.words
    if trace.rule == source.evaluation.decided_by:
        return words("referral.annex.rule.decided")
    if trace.kind == "cap":
        return words(f"referral.annex.rule.{'in_force' if trace.fired else 'lifted'}")
    if trace.not_ruled_out and not trace.fired:
        return words("rule.not_ruled_out")
    if trace.fired and not trace.needed:
        return words("referral.annex.rule.met.always")
    key = "referral.annex.rule.met" if trace.fired else "referral.annex.rule.not_met"
    return words(key, found=trace.found, needed=trace.needed)


def _outlook(source: ReferralInput) -> Iterator[Block]:
    words, instrument = source.words, source.instrument
    evaluation, outlook = source.evaluation, source.outlook
    if not (instrument.rules.levels and instrument.rules.ordered):
        return
    yield Heading(3, said(words("referral.annex.raising")))
    changes = raising(instrument, evaluation, outlook, words)
    yield BulletList(tuple(said(sentence) for sentence in changes))
    yield Heading(3, said(words("referral.annex.bounds")))
    yield Paragraph(said(bounds(instrument, evaluation, outlook, words)))


def _acts(source: ReferralInput) -> Iterator[Block]:
    """Signs that speak of an act are listed for the reader of the law, never judged."""
    words = source.words
    items = [
        (*said(words(f"referral.annex.act.{act}") + ": ", strong=True), *said(source.text_of(sign)))
        for act, members in source.instrument.catalogue.act_entries.items()
        for sign in source.printed(source.evaluation.present)
        if sign in members
    ]
    if items:
        yield Heading(3, said(words("referral.annex.act")))
        yield Paragraph(said(words("referral.annex.act.intro")), "small")
        yield BulletList(tuple(items))


def _judgement(source: ReferralInput) -> Iterator[Block]:
    words, judgement = source.words, source.checklist.judgement
    evaluation = source.evaluation
    yield from _judged_points(source)
    yield Heading(2, said(words("referral.own_step.heading")))
    if judgement is None:
        yield Paragraph(said(words("referral.own_step.none")))
        return
    step = words(f"step.{judgement.step}.title")
    rule = _level_title(source, source.evaluation.level)
    yield Paragraph(said(step, strong=True))
    reason_label = words("referral.own_step.reason")
    yield Paragraph((*said(f"{reason_label}: "), *typed(judgement.reason)))
    higher = shown_step(evaluation, judgement) != shown_step(evaluation, None)
    key = "referral.own_step.differs" if higher else "referral.own_step.agrees"
    yield Paragraph(said(words(key, rule=rule)))


def _judged_points(source: ReferralInput) -> Iterator[Block]:
    """Points that the scheme lets the writer add, never without their reason."""
    words, judged = source.words, source.checklist.judged_points
    if judged is None:
        return
    yield Paragraph(said(words("referral.judged_points", points=judged.points), strong=True))
    reason = words("referral.own_step.reason")
    yield Paragraph((*said(f"{reason}: "), *typed(judged.reason)))

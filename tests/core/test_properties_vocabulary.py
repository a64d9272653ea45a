"""What holds for every instrument that the vocabulary can say, not only for those we know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicator_checker.checklist import Checklist
from indicator_checker.evaluation import evaluate, look_ahead
from indicator_checker.evaluation.evaluate import evaluate_reading, level_rank
from indicator_checker.evaluation.reading import read
from indicator_checker.evaluation.trace import Evaluation
from indicator_checker.evaluation.weighing import Weighing
from indicator_checker.instrument.lint_rules import lint_rules
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.measures import BandRange
from indicator_checker.instrument.ranges import reach
from indicator_checker.instrument.rules import Bands
from indicator_checker.instrument.terms import DANGER_BY_WORRY
from indicator_checker.referral.notices import notices
from indicator_checker.referral.reasons import bounds, level_words, measure_rows, raising, why
from indicator_checker.referral.rule_sentences import rule_set_sentences
from indicator_checker.text import Words
from indicator_checker.vetting.rising import check_rising
from tests.core.invented_instruments import LEVELS, checklists, instruments

WORDS = Words()


def more_worrying(instrument: Instrument, checklist: Checklist) -> Iterator[Checklist]:
    """The same answers with one that is more worrying."""
    worry = instrument.rule_index.worry
    for sign, options in instrument.catalogue.options.items():
        by_id = {option.id: option for option in options}
        now = by_id[checklist.answers[sign].value] if sign in checklist.answers else None
        for option in options:
            worrying = option.role in ("present", "possible")
            if worrying and (now is None or worry(option) > worry(now)):
                yield checklist.with_answer(sign, option.id)
    place = DANGER_BY_WORRY.index(checklist.danger) if checklist.danger else 0
    for danger in DANGER_BY_WORRY[place + 1 :]:
        yield replace(checklist, danger=danger)


def falls(instrument: Instrument, before: Evaluation, after: Evaluation) -> bool:
    """Whether the result is lower; no result yet is not a lower one."""
    if before.blocked_by or after.blocked_by:
        return False
    return level_rank(instrument, after.level) < level_rank(instrument, before.level)


@settings(max_examples=200)
@given(st.data())
def test_what_is_proved_to_rise_never_falls(data: st.DataObject) -> None:
    instrument = data.draw(instruments(rising=True))
    assume(instrument.rule_index.monotone)
    checklist = data.draw(checklists(instrument))
    before = evaluate(instrument, checklist)
    for worse in more_worrying(instrument, checklist):
        assert not falls(instrument, before, evaluate(instrument, worse)), worse.answers


@settings(max_examples=6)
@given(instruments(rising=False))
def test_a_pair_that_vetting_shows_is_a_real_fall(instrument: Instrument) -> None:
    assume(not instrument.rule_index.monotone)
    for mistake in check_rising(instrument):
        if mistake.code == "not_monotone":
            lower, higher = mistake.value.split("; ")
            before, after = (part.rpartition(" → ")[2] for part in (lower, higher))
            ranks = {level: rank for rank, level in enumerate(("-", *LEVELS))}
            assert ranks[after] < ranks[before]


@settings(max_examples=60)
@given(st.data())
def test_the_order_of_answering_changes_nothing(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    checklist = data.draw(checklists(instrument))
    order = data.draw(st.permutations(sorted(checklist.answers)))
    answers = {sign: checklist.answers[sign] for sign in order}
    other = replace(checklist, answers=answers)
    assert evaluate(instrument, other) == evaluate(instrument, checklist)
    assert look_ahead(instrument, other) == look_ahead(instrument, checklist)


def settled_in_every_way(instrument: Instrument, checklist: Checklist) -> Iterator[Checklist]:
    """Each open answer as seen or as not seen, in every combination."""
    ways: list[list[tuple[str, str]]] = []
    for sign, answer in checklist.answers.items():
        options = instrument.catalogue.options[sign]
        role = next(option.role for option in options if option.id == answer.value)
        if role in ("possible", "unknown"):
            answers = [(sign, o.id) for o in options if o.role in ("absent", "present")]
            has_no = any(option.role == "absent" for option in options)
            ways.append([*answers, *([] if has_no else [(sign, "")])])
    for way in product(*ways):
        settled = checklist
        for sign, value in way:
            settled = settled.with_answer(sign, value) if value else settled.without_answer(sign)
        if checklist.danger != "not_sure":
            yield settled
        else:
            yield replace(settled, danger="no")
            yield replace(settled, danger="yes")


@settings(max_examples=120)
@given(st.data())
def test_the_bounds_are_what_trying_everything_gives(data: st.DataObject) -> None:
    instrument = data.draw(instruments(rising=True))
    assume(instrument.rule_index.monotone)
    checklist = data.draw(checklists(instrument))
    outlook = look_ahead(instrument, checklist)
    ranks = [
        level_rank(instrument, evaluate(instrument, settled).level)
        for settled in settled_in_every_way(instrument, checklist)
    ]
    assert outlook.exact
    assert level_rank(instrument, outlook.lowest) == min(ranks)
    assert level_rank(instrument, outlook.highest) == max(ranks)


@settings(max_examples=60)
@given(st.data())
def test_bounds_that_are_not_proved_are_marked_and_lie_within(data: st.DataObject) -> None:
    instrument = data.draw(instruments(rising=False))
    assume(not instrument.rule_index.monotone)
    checklist = data.draw(checklists(instrument))
    outlook = look_ahead(instrument, checklist)
    ranks = [
        level_rank(instrument, evaluate(instrument, settled).level)
        for settled in settled_in_every_way(instrument, checklist)
    ]
    assert not outlook.exact
    assert min(ranks) <= level_rank(instrument, outlook.lowest)
    assert level_rank(instrument, outlook.highest) <= max(ranks)


@settings(max_examples=60)
@given(st.data())
def test_every_number_stays_within_its_reach(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    ranges = reach(instrument.catalogue, instrument.rules)
    result = evaluate(instrument, data.draw(checklists(instrument)))
    for trace in result.measures:
        lowest, highest = ranges[trace.measure]
        assert lowest <= trace.value <= highest, trace


def holds(band: BandRange, number: int) -> bool:
    return band.lowest <= number and (band.highest is None or number <= band.highest)


BROKEN_BANDS = {"band_gap", "band_overlap", "last_band_closed", "range_backwards"}


@settings(max_examples=80)
@given(st.data())
def test_bands_are_refused_exactly_where_a_number_has_none_or_two(data: st.DataObject) -> None:
    """Their order is that of the file, so a band out of order overlaps or leaves a gap too."""
    instrument = data.draw(instruments())
    rule = next((r for r in instrument.rules.rules if isinstance(r, Bands)), None)
    assume(rule is not None)
    assert rule is not None
    number, some = st.integers(-3, 12), data.draw(st.integers(1, 4))
    cuts = data.draw(st.lists(number, min_size=some, max_size=some))
    ends: list[int | None] = [*data.draw(st.lists(number, min_size=some, max_size=some))]
    if data.draw(st.booleans()):
        ends[-1] = None
    ranges = tuple(
        BandRange.model_validate({"from": start, "to": end, "level": "low"})
        for start, end in zip(cuts, ends, strict=True)
    )
    changed = rule.model_copy(update={"ranges": ranges})
    rules = tuple(changed if other is rule else other for other in instrument.rules.rules)
    broken = instrument.rules.model_copy(update={"rules": rules})
    codes = {
        mistake.code
        for mistake in lint_rules(instrument.catalogue, broken)
        if mistake.place.startswith(rule.id)
    }
    lowest, highest = reach(instrument.catalogue, broken)[rule.measure]
    every = range(min(lowest, *cuts), max(highest, *cuts, *(end or 0 for end in ends)) + 2)
    holders = [sum(holds(band, number) for band in ranges) for number in every]
    starts_low_enough = min(cuts) <= lowest
    in_order = cuts == sorted(cuts)
    forwards = all(band.highest is None or band.lowest <= band.highest for band in ranges)
    sound = set(holders) == {1} and starts_low_enough and in_order and forwards
    assert bool(codes & BROKEN_BANDS) is not sound


@settings(max_examples=60)
@given(st.data())
def test_every_part_is_in_the_trace_once_and_in_order(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    rules = instrument.rules
    result = evaluate(instrument, data.draw(checklists(instrument)))
    assert [trace.rule for trace in result.rules] == [rule.id for rule in rules.rules]
    assert [trace.measure for trace in result.measures] == [part.id for part in rules.measures]
    assert [t.dimension for t in result.dimensions] == [part.dimension for part in rules.dimensions]
    assert [trace.profile for trace in result.profiles] == [part.id for part in rules.profiles]
    if result.decided_by:
        decided = result.rule(result.decided_by)
        assert decided.fired
        assert decided.level == result.level


@settings(max_examples=60)
@given(st.data())
def test_a_hidden_answer_never_counts(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    checklist = data.draw(checklists(instrument))
    result = evaluate(instrument, checklist)
    bare = checklist
    for hidden in result.hidden:
        bare = bare.without_answer(hidden.indicator)
    without_hidden = evaluate(instrument, bare)
    assert replace(result, hidden=()) == without_hidden


@settings(max_examples=60)
@given(st.data())
def test_background_alone_is_never_added_up(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    checklist = data.draw(checklists(instrument))
    indicators = instrument.catalogue.indicators
    weighing = Weighing(instrument, read(checklist, instrument.catalogue))
    for measure in instrument.rules.measures:
        trace = weighing.measure(measure.id)
        named = set() if measure.word == "total" else set(measure.of.indicators)
        background = [
            p for p in trace.contributions if indicators[p.indicator].strength == "context"
        ]
        assert all(measure.word == "count" and p.indicator in named for p in background)


@settings(max_examples=60)
@given(st.data())
def test_an_override_is_never_held_down(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    result = evaluate(instrument, data.draw(checklists(instrument)))
    for trace in result.rules:
        if trace.kind in ("override", "floor") and trace.fired and instrument.rules.ordered:
            stands = trace.kind == "override" or not result.blocked_by
            is_as_high = level_rank(instrument, result.level) >= level_rank(instrument, trace.level)
            assert is_as_high or not stands


@settings(max_examples=80)
@given(st.data())
def test_every_result_of_every_instrument_can_be_said(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    checklist = data.draw(checklists(instrument))
    result, outlook = evaluate(instrument, checklist), look_ahead(instrument, checklist)
    said = [
        level_words(instrument, result, WORDS).title,
        why(instrument, result, WORDS),
        why(instrument, result, WORDS, arithmetic=False),
        bounds(instrument, result, outlook, WORDS),
        *raising(instrument, result, outlook, WORDS),
        *measure_rows(instrument, result, WORDS),
        *notices(instrument, result, WORDS),
    ]
    assert all(sentence.strip() for sentence in said)
    assert not [sentence for sentence in said if "{" in sentence]


@settings(max_examples=80)
@given(instruments())
def test_every_rule_of_every_instrument_can_be_said(instrument: Instrument) -> None:
    sentences = rule_set_sentences(instrument, WORDS)
    said = {sentence.id for sentence in sentences}
    rules = instrument.rules
    assert {rule.id for rule in rules.rules} <= said
    assert {measure.id for measure in rules.measures} <= said
    assert {part.dimension for part in rules.dimensions} <= said
    for rule in rules.rules:
        (sentence,) = (s for s in sentences if s.id == rule.id)
        assert sentence.text.endswith(rule.reason)
        assert sentence.sources == rule.sources
    assert not [sentence.text for sentence in sentences if not sentence.text.endswith(".")]
    assert not [sentence.text for sentence in sentences if "  " in sentence.text]


@settings(max_examples=60)
@given(st.data())
def test_reading_again_gives_the_same(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    checklist = data.draw(checklists(instrument))
    reading = read(checklist, instrument.catalogue)
    assert evaluate_reading(instrument, reading) == evaluate_reading(instrument, reading)

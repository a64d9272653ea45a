"""What the explanation costs: `python -m benchmarks.evaluation [ROUNDS]`.

The baseline is a bare loop over the same answers that adds up the points of each dimension and
keeps no trace. Both run in turn in the same process, so that a busy machine slows both; the
figure to look at is the median of the per-round ratios. Milliseconds are printed with the machine
and mean nothing elsewhere.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable

from indicator_checker.checklist import Answer, Checklist, pin_of
from indicator_checker.evaluation import evaluate, look_ahead
from indicator_checker.instrument.load import Instrument, load_instrument

ROUNDS = 200
SEEN, NOT_SURE = 10, 3
POINTS = {"strong": 4, "medium": 2, "weak": 1, "context": 0}


def typical_checklist(instrument: Instrument) -> Checklist:
    """Ten signs seen and three not sure, spread over the whole instrument."""
    weighed = [
        indicator.id
        for indicator in instrument.catalogue.indicators.values()
        if indicator.strength in ("medium", "weak") and indicator.flag is None
    ]
    spread = weighed[:: len(weighed) // (SEEN + NOT_SURE)][: SEEN + NOT_SURE]
    answers = {sign: Answer("seen") for sign in spread[:SEEN]}
    answers |= {sign: Answer("not_sure") for sign in spread[SEEN:]}
    return Checklist(pin_of(instrument), danger="no", answers=answers)


def bare_loop(instrument: Instrument, checklist: Checklist) -> dict[str, int]:
    """Points by dimension, without limits, groups, rules or a trace."""
    indicators = instrument.catalogue.indicators
    totals: dict[str, int] = {}
    for sign, answer in checklist.answers.items():
        if answer.value == "seen":
            indicator = indicators[sign]
            for dimension in indicator.dimensions:
                totals[dimension] = totals.get(dimension, 0) + POINTS[indicator.strength]
    return totals


def measure(work: Callable[[Instrument, Checklist], object], repeats: int) -> float:
    """Milliseconds that one call takes, over so many calls."""
    instrument = load_instrument()
    checklist = typical_checklist(instrument)
    started = time.perf_counter()
    for _ in range(repeats):
        work(instrument, checklist)
    return (time.perf_counter() - started) * 1000 / repeats


def main(rounds: int) -> None:
    """Measure in turn and print the ratio and the times."""
    # The short ones are repeated, so that the clock can tell them from nothing.
    rows = [
        (measure(bare_loop, 100), measure(evaluate, 5), measure(look_ahead, 1))
        for _ in range(rounds)
    ]
    bare, traced, ahead = (statistics.median(column) for column in zip(*rows, strict=True))
    ratio = statistics.median(row[1] / row[0] for row in rows)
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print(f"{rounds} rounds, {SEEN} signs seen and {NOT_SURE} not sure; medians")
    print(f"{'bare loop':24}{bare:10.4f} ms")
    print(f"{'evaluation with trace':24}{traced:10.4f} ms   {ratio:.0f} x the bare loop")
    print(f"{'look ahead':24}{ahead:10.4f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)

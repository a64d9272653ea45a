"""What weighing with its whole explanation costs: `python -m benchmarks.evaluation [ROUNDS]`.

The baseline is a bare loop over the same answers that only adds up points for each dimension: no
overlap groups, no rules, no trace. Both run in turn, so that a busy machine slows both; the figure
to look at is the ratio of the fastest rounds, which has to stay at 100 or below.
"""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Callable

from indicator_checker.checklist import Answer, Checklist, pin_of
from indicator_checker.evaluation import evaluate
from indicator_checker.instrument.load import Instrument, load_instrument

ROUNDS = 30
REPEATS = 100
#: How many signs are answered: a short pass, a long one, and every sign there is.
SIZES = (20, 60, 143)
POINTS = {"strong": 4, "medium": 2, "weak": 1}


def filled(instrument: Instrument, size: int) -> Checklist:
    """A checklist with so many answers, spread over all sections, every third one *seen*."""
    signs = list(instrument.catalogue.indicators)
    chosen = signs[:: max(1, len(signs) // size)][:size]
    values = ("seen", "not_sure", "not_seen")
    answers = {sign: Answer(values[place % 3]) for place, sign in enumerate(chosen)}
    return Checklist(pin_of(instrument), setting="school", danger="no", answers=answers)


def bare_loop(instrument: Instrument) -> Callable[[Checklist], dict[str, int]]:
    """A loop over the answers, with its two tables made beforehand."""
    signs = instrument.catalogue.indicators.values()
    dimensions = {sign.id: sign.dimensions for sign in signs}
    worth = {sign.id: POINTS.get(sign.strength, 0) for sign in signs}

    def add_up(checklist: Checklist) -> dict[str, int]:
        points: dict[str, int] = {}
        for sign, answer in checklist.answers.items():
            if answer.value == "seen":
                for dimension in dimensions[sign]:
                    points[dimension] = points.get(dimension, 0) + worth[sign]
        return points

    return add_up


def microseconds(action: Callable[[Checklist], object], checklist: Checklist) -> float:
    """Time of one call, over enough calls for the clock."""
    began = time.perf_counter()
    for _ in range(REPEATS):
        action(checklist)
    return (time.perf_counter() - began) / REPEATS * 1_000_000


def main(rounds: int) -> None:
    """Measure both in turn and print the ratios."""
    instrument = load_instrument()
    bare = bare_loop(instrument)
    print(f"{platform.platform()}, Python {platform.python_version()}, {rounds} rounds")
    print(f"{'answers':>8}{'bare loop us':>14}{'with trace us':>15}{'ratio':>8}")
    for size in SIZES:
        checklist = filled(instrument, size)
        pairs = [
            (microseconds(bare, checklist), microseconds(weigh(instrument), checklist))
            for _ in range(rounds)
        ]
        loop, traced = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
        print(f"{size:8}{loop:14.1f}{traced:15.1f}{traced / loop:8.1f}")


def weigh(instrument: Instrument) -> Callable[[Checklist], object]:
    """Weighing by the shipped instrument, as the program does it."""
    return lambda checklist: evaluate(instrument, checklist)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)

"""Rules that can never fire and parts that are never shown, found with the most worrying answers.

Where seeing more can only make a condition true, a rule that does not fire when everything is seen
never fires. Ages and settings are tried one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from indicator_checker.checklist import SETTINGS
from indicator_checker.evaluation.evaluate import evaluate_reading
from indicator_checker.evaluation.facts import AGE_BANDS, Facts
from indicator_checker.evaluation.reading import Reading, most_worrying
from indicator_checker.evaluation.trace import Evaluation
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.instrument.places import CATALOGUE_FILE, RULES_FILE


def possible_facts() -> tuple[Facts, ...]:
    """Everything that can be known of age and setting, *nothing* included."""
    ages = ((None, None), *AGE_BANDS.values())
    return tuple(
        Facts(youngest, oldest, setting)
        for (youngest, oldest), setting in product(ages, (None, *SETTINGS))
    )


def check_reaching(instrument: Instrument) -> Iterator[Mistake]:
    """A warning for each rule and part that no answers reach."""
    if not instrument.rule_index.monotone:
        # More seen may then take away what less seen gives, so one trial proves nothing.
        return
    most = [evaluate_reading(instrument, _most(instrument, facts)) for facts in possible_facts()]
    least = [evaluate_reading(instrument, Reading({}, facts=facts)) for facts in possible_facts()]
    reached = _fired(most) | _fired(least)
    for rule in instrument.rules.rules:
        if rule.id not in reached:
            place = f"{RULES_FILE}: {rule.id}"
            yield Mistake("rule_never_fires", place, rule.kind, "warning")
    shown = [set(result.skipped) for result in (*most, *least)]
    for section in sorted(set.intersection(*shown)):
        yield Mistake("part_never_shown", f"{CATALOGUE_FILE}: {section}", section, "warning")


def _most(instrument: Instrument, facts: Facts) -> Reading:
    """Everything seen as worrying as it can be."""
    signs = instrument.catalogue.indicators
    chosen = {sign: most_worrying(instrument, sign) for sign in signs}
    points = instrument.rules.judgement_points
    return Reading(chosen, "yes", facts, points.highest if points else 0)


def _fired(results: list[Evaluation]) -> set[str]:
    return {trace.rule for result in results for trace in result.rules if trace.fired}

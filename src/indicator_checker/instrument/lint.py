"""All mistakes of an instrument whose files have the right shape, in the order of the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from indicator_checker.instrument.guidance import Guidance
from indicator_checker.instrument.lint_catalogue import lint_catalogue
from indicator_checker.instrument.lint_rules import lint_rules
from indicator_checker.instrument.mistakes import Mistake, unknown_names
from indicator_checker.instrument.model import Catalogue, Source
from indicator_checker.instrument.rules import RuleSet


def lint(
    catalogue: Catalogue, rules: RuleSet, sources: Mapping[str, Source], guidance: Guidance
) -> list[Mistake]:
    """Every mistake across the files of one instrument."""
    return [
        *lint_catalogue(catalogue, rules),
        *lint_rules(catalogue, rules),
        *_lint_sources(catalogue, rules, sources, guidance),
    ]


def _lint_sources(
    catalogue: Catalogue, rules: RuleSet, sources: Mapping[str, Source], guidance: Guidance
) -> Iterator[Mistake]:
    for indicator in catalogue.indicators.values():
        yield from unknown_names(f"{indicator.id}.sources", indicator.sources, sources)
    for dimension in catalogue.dimensions:
        yield from unknown_names(f"{dimension.id}.source", (dimension.source,), sources)
    for study in catalogue.made_for.accuracy:
        yield from unknown_names("made_for.accuracy.source", (study.source,), sources)
    for rule in rules.rules:
        yield from unknown_names(f"{rule.id}.sources", rule.sources, sources)
    for part in rules.dimensions:
        yield from unknown_names(f"{part.dimension}.sources", part.sources, sources)
    for advice in (*guidance.do, *guidance.do_not):
        yield from unknown_names("guidance", advice.sources, sources)

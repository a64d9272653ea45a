"""All mistakes of an instrument whose files have the right shape, in the order of the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from indicator_checker.instrument.guidance import Guidance
from indicator_checker.instrument.lint_catalogue import lint_catalogue
from indicator_checker.instrument.lint_conditions import lint_conditions
from indicator_checker.instrument.lint_rules import lint_rules
from indicator_checker.instrument.mistakes import Mistake, in_file, unknown_names
from indicator_checker.instrument.model import Catalogue, Source
from indicator_checker.instrument.rules import RuleSet


def lint(
    catalogue: Catalogue,
    rules: RuleSet,
    sources: Mapping[str, Source],
    guidance: Guidance | None,
) -> list[Mistake]:
    """Every mistake across the files of one instrument; guidance that is damaged is left out."""
    return [
        *in_file("instrument.json", lint_catalogue(catalogue, rules)),
        *in_file("instrument.json", _unknown_sources(sources, _sources_of_catalogue(catalogue))),
        *in_file("rules.json", lint_rules(catalogue, rules)),
        *lint_conditions(catalogue, rules),
        *in_file("rules.json", _unknown_sources(sources, _sources_of_rules(rules))),
        *in_file("guidance.json", _unknown_sources(sources, _sources_of_guidance(guidance))),
    ]


_Named = Iterator[tuple[str, tuple[str, ...]]]


def _unknown_sources(sources: Mapping[str, Source], named: _Named) -> Iterator[Mistake]:
    for place, codes in named:
        yield from unknown_names(place, codes, sources)


def _sources_of_catalogue(catalogue: Catalogue) -> _Named:
    for indicator in catalogue.indicators.values():
        yield f"{indicator.id}.sources", indicator.sources
    for dimension in catalogue.dimensions:
        yield f"dimensions.{dimension.id}.source", (dimension.source,)
    for study in catalogue.made_for.accuracy:
        yield "made_for.accuracy.source", (study.source,)


def _sources_of_rules(rules: RuleSet) -> _Named:
    for part in rules.dimensions:
        yield f"dimensions.{part.dimension}.sources", part.sources
    for rule in rules.rules:
        yield f"{rule.id}.sources", rule.sources


def _sources_of_guidance(guidance: Guidance | None) -> _Named:
    for advice in (*guidance.do, *guidance.do_not) if guidance else ():
        yield "do", advice.sources

"""Mistakes in what can be observed: ids, names, scales, ages, the danger page, overlap groups."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.mistakes import Mistake, backwards, doubles, unknown_names
from indicator_checker.instrument.model import AnswerOption, Catalogue
from indicator_checker.instrument.rules import RuleSet


def lint_catalogue(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    """Every mistake of ``instrument.json``."""
    yield from _check_doubles(catalogue)
    yield from _check_names(catalogue)
    yield from _check_numbers(catalogue)
    yield from _check_scales(catalogue, rules)
    yield from _check_danger_page(catalogue)
    yield from _check_groups(catalogue)


def _check_doubles(catalogue: Catalogue) -> Iterator[Mistake]:
    every = [i.id for section in catalogue.sections for i in section.indicators]
    yield from doubles("sections.indicators", every)
    yield from doubles("sections", (section.id for section in catalogue.sections))
    yield from doubles("scales", (scale.id for scale in catalogue.scales))
    yield from doubles("windows", (window.id for window in catalogue.windows))
    yield from doubles("dimensions", (dimension.id for dimension in catalogue.dimensions))
    yield from doubles("exploitation_types", (kind.id for kind in catalogue.exploitation_types))
    yield from doubles("overlap_groups", (group.id for group in catalogue.overlap_groups))
    yield from doubles("answers", (option.id for option in catalogue.answers))
    for scale in catalogue.scales:
        yield from doubles(f"scales.{scale.id}", (option.id for option in scale.options))


def _check_names(catalogue: Catalogue) -> Iterator[Mistake]:
    dimensions = [dimension.id for dimension in catalogue.dimensions]
    types = ["any", *(kind.id for kind in catalogue.exploitation_types)]
    scales = [scale.id for scale in catalogue.scales]
    for section in catalogue.sections:
        yield from unknown_names(f"{section.id}.scale", filter(None, (section.scale,)), scales)
    for indicator in catalogue.indicators.values():
        yield from unknown_names(f"{indicator.id}.dimensions", indicator.dimensions, dimensions)
        yield from unknown_names(f"{indicator.id}.strength_in", indicator.strength_in, dimensions)
        yield from unknown_names(f"{indicator.id}.types", indicator.types, types)
        yield from unknown_names(f"{indicator.id}.scale", filter(None, (indicator.scale,)), scales)
        if indicator.strength == "context" and indicator.flag not in (None, "context"):
            yield Mistake("context_with_flag", indicator.id, str(indicator.flag))
    for act, members in catalogue.act_entries.items():
        yield from unknown_names(f"act_entries.{act}", members, catalogue.indicators)


def _check_numbers(catalogue: Catalogue) -> Iterator[Mistake]:
    """Ages, windows and study numbers must be possible."""
    made_for = catalogue.made_for
    yield from backwards("made_for.ages", made_for.ages.lowest, made_for.ages.highest)
    for study in made_for.accuracy:
        if study.people is None or study.affected is None:
            continue
        if study.affected > study.people:
            numbers = f"{study.affected}/{study.people}"
            yield Mistake("more_affected_than_people", "made_for.accuracy", numbers)
    for window in catalogue.windows:
        yield from backwards(f"windows.{window.id}", window.months_from, window.months_to)
    for indicator in catalogue.indicators.values():
        ages = indicator.ages
        yield from backwards(f"{indicator.id}.ages", ages.lowest, ages.highest)


def _check_scales(catalogue: Catalogue, rules: RuleSet) -> Iterator[Mistake]:
    levels = [level.id for level in rules.levels]
    windows = [window.id for window in catalogue.windows]
    scales = [("answers", catalogue.answers)]
    scales += [(f"scales.{scale.id}", scale.options) for scale in catalogue.scales]
    for place, options in scales:
        for option in options:
            at = f"{place}.{option.id}"
            yield from unknown_names(f"{at}.windows", option.windows, windows)
            yield from unknown_names(f"{at}.level", filter(None, (option.level,)), levels)
            yield from _check_windows(catalogue, at, option)
        if not any(option.role == "present" for option in options):
            yield Mistake("no_present_answer", place, "present")
    for indicator in catalogue.indicators.values():
        yield from unknown_names(f"{indicator.id}.level", filter(None, (indicator.level,)), levels)


def _check_windows(catalogue: Catalogue, place: str, option: AnswerOption) -> Iterator[Mistake]:
    """Points of the windows must add up to the value that is written down (P4)."""
    known = set(catalogue.window_points)
    if option.value is None or not option.windows or not known.issuperset(option.windows):
        return
    total = sum(catalogue.window_points[window] for window in option.windows)
    if total != option.value:
        yield Mistake("windows_do_not_add_up", place, f"{total}/{option.value}")


def _check_danger_page(catalogue: Catalogue) -> Iterator[Mistake]:
    immediate = [section for section in catalogue.sections if section.immediate]
    if len(immediate) > 1:
        yield Mistake("one_danger_page", "sections", str(len(immediate)))
    for indicator in catalogue.indicators.values():
        if (indicator.flag == "emergency") != (indicator.route is not None):
            yield Mistake("emergency_needs_route", indicator.id, str(indicator.flag))


def _check_groups(catalogue: Catalogue) -> Iterator[Mistake]:
    members = [m for group in catalogue.overlap_groups for m in group.members]
    yield from unknown_names("overlap_groups.members", members, catalogue.indicators)
    yield from doubles("overlap_groups.members", members)

"""What each answer counts, which signs count once, and what is shown when, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from indicator_checker.instrument.conditions import Condition
from indicator_checker.instrument.measures import Highest, Sum
from indicator_checker.instrument.model import AnswerOption, TimeWindow
from indicator_checker.referral.condition_words import condition_words
from indicator_checker.referral.lists import comma_list, semicolon_list
from indicator_checker.referral.naming import Naming
from indicator_checker.referral.sentence import RuleSentence


def answer_sentences(naming: Naming) -> Iterator[RuleSentence]:
    """The answers with their points, the time windows, *not known*, and overlap groups."""
    words, instrument = naming.words, naming.instrument
    catalogue, title = instrument.catalogue, naming.words("rules.title.answers")
    for scale_id, text in _scales(naming):
        yield RuleSentence(scale_id, title, text)
    for window in catalogue.windows:
        yield RuleSentence(window.id, title, _window(naming, window))
    if len(catalogue.windows) > 1:
        yield RuleSentence("windows", title, words("rules.windows.add"))
    if any(option.role == "unknown" for o in catalogue.options.values() for option in o):
        yield RuleSentence("unknown", title, words(f"rules.unknown.{instrument.rules.unknown}"))
    yield from _presets(naming, title)
    for group in catalogue.overlap_groups:
        signs = semicolon_list([naming.sign(sign) for sign in group.members], words)
        yield RuleSentence(group.id, title, words("rules.group", signs=signs))
    unscored = [s.id for s in catalogue.sections if not s.scored and instrument.rules.levels]
    if unscored:
        sections = comma_list([naming.section(section) for section in unscored], words)
        said = words("rules.unscored", n=len(unscored), sections=sections)
        yield RuleSentence("unscored", title, said)


def _scales(naming: Naming) -> Iterator[tuple[str, str]]:
    """Each set of answers that is in use; the one of all other signs comes first."""
    words, catalogue = naming.words, naming.instrument.catalogue
    used: dict[tuple[AnswerOption, ...], list[str]] = {}
    for sign, options in catalogue.options.items():
        used.setdefault(options, []).append(sign)
    names = {scale.options: scale.id for scale in catalogue.scales} | {catalogue.answers: "answers"}
    for options in sorted(used, key=lambda options: options != catalogue.answers):
        listed = semicolon_list([_option(naming, option) for option in options], words)
        if len(used) == 1 or options == catalogue.answers:
            yield names[options], words("rules.answers.all", options=listed)
        else:
            where = _where(naming, used[options])
            yield names[options], words("rules.answers.scale", where=where, options=listed)


def _where(naming: Naming, signs: list[str]) -> str:
    """The parts that hold these signs and no others; else the signs themselves."""
    sections = naming.instrument.catalogue.sections
    whole = [s for s in sections if all(sign.id in signs for sign in s.indicators)]
    if sum(len(section.indicators) for section in whole) == len(signs):
        return comma_list([naming.section(section.id) for section in whole], naming.words)
    return naming.signs(signs)


def _presets(naming: Naming, title: str) -> Iterator[RuleSentence]:
    """Signs that stand for a level when they are seen, by level."""
    by_level: dict[str, list[str]] = {}
    for sign in naming.instrument.catalogue.indicators.values():
        if sign.level is not None:
            by_level.setdefault(sign.level, []).append(sign.id)
    for level, signs in by_level.items():
        values = {"level": naming.level(level), "signs": naming.signs(signs)}
        yield RuleSentence(level, title, naming.words("rules.preset", n=len(signs), **values))


def _option(naming: Naming, option: AnswerOption) -> str:
    words, instrument = naming.words, naming.instrument
    label = naming.quoted(option.label)
    has_points = any(isinstance(part, Sum | Highest) for part in instrument.rules.measures)
    if has_points and option.role in ("present", "absent"):
        points = instrument.catalogue.value_of(option)
        said = words("rules.option.points", label=label, n=points)
    else:
        said = words(f"rules.option.{option.role}", label=label)
    if option.level is None:
        return said
    return words("rules.option.level", option=said, level=naming.level(option.level))


def _window(naming: Naming, window: TimeWindow) -> str:
    words, label = naming.words, naming.quoted(window.label)
    first, last, points = window.months_from, window.months_to, window.points
    if last is None:
        key = "rules.window.before" if first else "rules.window.ever"
        return words(key, label=label, first=first, n=points)
    key = "rules.window.between" if first else "rules.window.last"
    return words(key, label=label, first=first, last=last, n=points)


def shown_sentences(naming: Naming) -> Iterator[RuleSentence]:
    """Gates, and the parts and signs that are shown only under a condition."""
    words, title = naming.words, naming.words("rules.title.shown")
    found = False
    for section in naming.instrument.catalogue.sections:
        if section.gate is not None:
            found = True
            said = words(
                "rules.gate",
                section=naming.section(section.id),
                condition=condition_words(naming, section.gate.needed_if),
                otherwise=section.gate.otherwise,
            )
            yield RuleSentence(section.id, title, said)
    for condition, names in _conditional(naming).items():
        found = True
        listed = comma_list(names, words)
        clause = condition_words(naming, condition)
        said = words("rules.shown", n=len(names), names=listed, condition=clause)
        yield RuleSentence("visible_if", title, said)
    if found:
        yield RuleSentence("kept", title, words("rules.shown.kept"))


def _conditional(naming: Naming) -> dict[Condition, list[str]]:
    """Names of the parts and signs behind each condition."""
    parts: dict[Condition, list[str]] = {}
    for section in naming.instrument.catalogue.sections:
        if section.visible_if is not None:
            parts.setdefault(section.visible_if, []).append(naming.section(section.id))
        for sign in section.indicators:
            if sign.visible_if is not None:
                parts.setdefault(sign.visible_if, []).append(naming.sign(sign.id))
    return parts

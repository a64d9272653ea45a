"""What the command line says about an instrument: its mistakes, or its rules in sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator

from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.mistakes import Mistake
from indicator_checker.referral.rule_sentences import rule_set_sentences
from indicator_checker.text import Words
from indicator_checker.vetting import Vetting


def as_text(vetting: Vetting, words: Words) -> str:
    """Every mistake, one to a line, errors first; then what was looked at, if it is sound."""
    return "\n".join(_lines(vetting, words))


def _lines(vetting: Vetting, words: Words) -> Iterator[str]:
    for mistake in vetting.mistakes:
        said = words.mistake(mistake.code, mistake.place, mistake.value, mistake.hint)
        yield words(f"cli.check.{mistake.severity}", mistake=said)
    if vetting.instrument is not None:
        yield _sound(vetting.instrument, len(vetting.mistakes), words)


def _sound(instrument: Instrument, warnings: int, words: Words) -> str:
    catalogue = instrument.catalogue
    count, rules = len(catalogue.indicators), len(instrument.rules.rules)
    values = {"title": catalogue.title, "version": catalogue.version}
    if warnings:
        return words("cli.check.sound_with_warnings", n=warnings, **values)
    return words("cli.check.sound", count=count, rules=rules, **values)


def as_json(vetting: Vetting, words: Words) -> str:
    """The same for other programs."""
    result = {
        "sound": vetting.instrument is not None,
        "mistakes": [_row(mistake, words) for mistake in vetting.mistakes],
    }
    return json.dumps(result, indent=1, ensure_ascii=False)


def _row(mistake: Mistake, words: Words) -> dict[str, str]:
    return {
        "code": mistake.code,
        "severity": mistake.severity,
        "place": mistake.place,
        "value": mistake.value,
        "cause": words.cause_of(mistake.code, mistake.value),
        "way_out": words.way_out_of(mistake.code, mistake.hint),
    }


def explained(instrument: Instrument, words: Words) -> str:
    """The rule set in plain sentences, each with its title and its sources."""
    return "\n".join(_explained(instrument, words))


def _explained(instrument: Instrument, words: Words) -> Iterator[str]:
    catalogue = instrument.catalogue
    yield words("cli.explain.title", title=catalogue.title, version=catalogue.version)
    title = ""
    for sentence in rule_set_sentences(instrument, words):
        if sentence.title != title:
            title = sentence.title
            yield ""
            yield title
        sources = ", ".join(sentence.sources)
        said = words("rules.with_sources", text=sentence.text, sources=sources)
        yield f"  {said if sources else sentence.text}"

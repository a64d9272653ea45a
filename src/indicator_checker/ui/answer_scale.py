"""How the answers to one sign are offered: words, points, and columns of time windows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from indicator_checker.instrument.measures import Highest, Sum

if TYPE_CHECKING:
    from indicator_checker.instrument.load import Instrument
    from indicator_checker.instrument.model import AnswerOption, Section
    from indicator_checker.text import Words

#: Answers with more letters than this together do not fit side by side: they become a list.
MOST_LETTERS = 44
MOST_SEGMENTS = 5


@dataclass(frozen=True, slots=True)
class Column:
    """A time window as the head of a column."""

    window: str
    heading: str


@dataclass(frozen=True, slots=True)
class AnswerScale:
    """The answers to one sign, ready to show.

    Attributes:
        options: What the instrument declares.
        labels: Words of an option where they say more than its own label.
        columns: Time windows that can each be ticked; the ticked ones name an option.
        caption: What stands over the answers, where all of them speak of one time window.
        digits: Characters that choose an option: its points, where they tell the options apart.
    """

    options: tuple[AnswerOption, ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    caption: str = ""
    digits: Mapping[str, str] = field(default_factory=dict)

    def label(self, option: AnswerOption) -> str:
        """The words of an option."""
        return self.labels.get(option.id, option.label)

    @property
    def is_list(self) -> bool:
        """Whether the answers stand one beneath the other."""
        letters = sum(len(self.label(option)) for option in self.options)
        return len(self.options) > MOST_SEGMENTS or letters > MOST_LETTERS


def scales_of(
    instrument: Instrument, sections: Iterable[Section], words: Words
) -> dict[str, AnswerScale]:
    """The answers to every sign of these sections."""
    return {
        sign.id: scale_of(instrument, sign.id, words)
        for section in sections
        for sign in section.indicators
    }


def scale_of(instrument: Instrument, indicator: str, words: Words) -> AnswerScale:
    """The answers to one sign, with their points where a sum or a highest value counts them."""
    options = instrument.catalogue.options[indicator]
    points = _points(instrument, indicator)
    labels = {
        option.id: words("answer.points", label=option.label, n=points[option.id])
        for option in options
        if option.id in points
    }
    windows = list(dict.fromkeys(window for option in options for window in option.windows))
    if len(windows) == 1:
        return AnswerScale(options, labels, caption=_window_label(instrument, windows[0]))
    if windows and _is_every_combination(options, windows):
        return AnswerScale(options, columns=_columns(instrument, indicator, windows, words))
    return AnswerScale(options, labels, digits=_digits(points))


def _points(instrument: Instrument, indicator: str) -> dict[str, int]:
    """Points of each option; none where nothing adds them up or every *yes* gives one."""
    catalogue, index = instrument.catalogue, instrument.rule_index
    weights = {
        measure.weights.get(indicator, catalogue.indicators[indicator].weight)
        if isinstance(measure, Sum)
        else 1
        for measure in instrument.rules.measures
        if isinstance(measure, Sum | Highest) and indicator in index.counted(measure.of)
    }
    options = catalogue.options[indicator]
    says_points = any(option.value is not None or option.windows for option in options)
    # Where an age profile gives another weight there is no one number to show.
    if len(weights) != 1 or not (says_points or weights != {1}):
        return {}
    weight = next(iter(weights))
    return {
        option.id: weight * catalogue.value_of(option)
        for option in options
        if option.role != "unknown" and (option.role != "absent" or option.value is not None)
    }


def _digits(points: Mapping[str, int]) -> dict[str, str]:
    digits = {str(worth): option for option, worth in points.items() if 0 <= worth <= 9}
    return digits if len(digits) == len(points) else {}


def _is_every_combination(options: Iterable[AnswerOption], windows: list[str]) -> bool:
    """Whether each choice of columns is an answer of its own."""
    declared = [frozenset(option.windows) for option in options if option.windows]
    wanted = {
        frozenset(chosen)
        for size in range(1, len(windows) + 1)
        for chosen in combinations(windows, size)
    }
    return len(declared) == len(set(declared)) and set(declared) == wanted


def _columns(
    instrument: Instrument, indicator: str, windows: list[str], words: Words
) -> tuple[Column, ...]:
    """The windows in the order of the instrument, with what each of them gives."""
    catalogue = instrument.catalogue
    alone = {o.windows[0]: o.id for o in catalogue.options[indicator] if len(o.windows) == 1}
    points = _points(instrument, indicator)
    columns = []
    for window in (known.id for known in catalogue.windows if known.id in windows):
        heading = _window_label(instrument, window)
        if alone[window] in points:
            heading = words("answer.points", label=heading, n=points[alone[window]])
        columns.append(Column(window, heading))
    return tuple(columns)


def _window_label(instrument: Instrument, window: str) -> str:
    return next(known.label for known in instrument.catalogue.windows if known.id == window)

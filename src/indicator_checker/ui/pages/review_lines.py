"""What the review page says: every recorded thing as one line, in the order of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from indicator_checker.checklist import Answer, Checklist, Observation, Place
from indicator_checker.evaluation.reading import read
from indicator_checker.evaluation.trace import Evaluation, Hidden
from indicator_checker.evaluation.visible import visible
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import Section
from indicator_checker.record_fields import RecordField, groups_on
from indicator_checker.referral.body import spoken
from indicator_checker.referral.notices import evidence_words
from indicator_checker.text import Words
from indicator_checker.ui import page_order, places

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the review: what it is, what was recorded, and where to change it."""

    page: str
    item: str
    label: str
    value: str
    details: tuple[str, ...] = ()
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under one heading, with a sentence for what is not there."""

    title: str
    lines: tuple[Line, ...]
    remark: str = ""


class ReviewLines:
    """Turns a checklist into the parts of the review page."""

    def __init__(self, instrument: Instrument, words: Words) -> None:
        """Keep what is needed to find words."""
        self._instrument = instrument
        self._catalogue = instrument.catalogue
        self._words = words
        self._titles = {place.id: place.title for place in page_order.page_order(self._catalogue)}

    def parts(self, checklist: Checklist) -> list[Part]:
        """All parts in the order of the pages, without what is not needed."""
        shown = visible(self._instrument, read(checklist, self._catalogue))
        hidden = frozenset(shown.hidden)
        needed = [s for s in self._catalogue.sections if s.id not in shown.skipped]
        touched = [s for s in needed if _is_touched(s, checklist, hidden)]
        untouched = [section for section in needed if section not in touched]
        return [
            Part(translate("ReviewLines", "About this checklist"), tuple(self._about(checklist))),
            Part(
                translate("ReviewLines", "Is anyone in danger right now?"),
                tuple(self._danger(checklist)),
            ),
            *(self._section(section, checklist, hidden) for section in touched),
            *self._untouched(untouched),
            Part(
                translate("ReviewLines", "What else matters"),
                (*self._fields("record", checklist), *self._body_marks(checklist)),
            ),
            Part(
                translate("ReviewLines", "Who to tell"), tuple(self._fields("channels", checklist))
            ),
        ]

    def open_ends(self, checklist: Checklist, evaluation: Evaluation) -> list[Part]:
        """What the person should know before going on; nothing where there is nothing."""
        hidden = tuple(self._hidden(checklist, answer) for answer in evaluation.hidden)
        missing = tuple(self._missing(checklist, evaluation))
        parts = [
            Part(translate("ReviewLines", "Still to be written down"), missing),
            Part(translate("ReviewLines", "Hidden, not counted"), hidden),
        ]
        return [part for part in parts if part.lines]

    def _missing(self, checklist: Checklist, evaluation: Evaluation) -> Iterator[Line]:
        for indicator in dict.fromkeys(m.indicator for m in evaluation.missing_evidence):
            page = page_order.page_of_indicator(self._catalogue, indicator)
            text = self._catalogue.indicators[indicator].text
            label = self._label(indicator, checklist.answers[indicator])
            asked = evidence_words(evaluation, indicator, self._words)
            yield Line(page, indicator, text, label, (asked,))

    def _title(self, page: str) -> str:
        return self._titles[page]

    def _about(self, checklist: Checklist) -> Iterator[Line]:
        reference = translate("ReviewLines", "Reference or initials")
        yield self._line("about", "reference", reference, checklist.reference)
        setting = self._words(f"setting.{checklist.setting}") if checklist.setting else ""
        yield self._line("about", "setting", translate("ReviewLines", "Where you work"), setting)
        place = self._place(checklist.place)
        yield self._line("about", "place", translate("ReviewLines", "Where the child lives"), place)
        if checklist.other_place:
            other = self._place(checklist.other_place)
            yield self._line(
                "about", "other_place", translate("ReviewLines", "Where it happened"), other
            )
        yield from self._fields("about", checklist)

    def _danger(self, checklist: Checklist) -> Iterator[Line]:
        answer = self._words(f"danger.{checklist.danger}") if checklist.danger else ""
        yield self._line(
            "danger", "danger", translate("ReviewLines", "Anyone in danger now"), answer
        )
        yield from self._fields("danger", checklist)

    def _untouched(self, sections: list[Section]) -> Iterator[Part]:
        """The pages that were not looked at, together: they are no gaps to be filled."""
        nothing = translate("ReviewLines", "Nothing answered")
        lines = [Line(_page_of(s), "", s.title, nothing, missing=True) for s in sections]
        if lines:
            yield Part(translate("ReviewLines", "Not looked at"), tuple(lines))

    def _section(self, section: Section, checklist: Checklist, hidden: frozenset[str]) -> Part:
        page = _page_of(section)
        lines = [
            self._sign(page, indicator.id, indicator.text, checklist.answers[indicator.id])
            for indicator in section.indicators
            if indicator.id in checklist.answers and indicator.id not in hidden
        ]
        shown = [indicator for indicator in section.indicators if indicator.id not in hidden]
        return Part(section.title, tuple(lines), self._remark(len(shown) - len(lines)))

    def _remark(self, untouched: int) -> str:
        if not untouched:
            return ""
        return translate("ReviewLines", "Not looked at: {count} more.").format(count=untouched)

    def _sign(self, page: str, indicator: str, text: str, answer: Answer) -> Line:
        details = [part for seen in answer.observations for part in self._observation(seen)]
        return Line(page, indicator, text, self._label(indicator, answer), tuple(details))

    def _label(self, indicator: str, answer: Answer) -> str:
        return self._catalogue.option(indicator, answer.value).label

    def _hidden(self, checklist: Checklist, hidden: Hidden) -> Line:
        """An answer that is kept and does not count, because its sign is not needed now."""
        indicator = hidden.indicator
        page = page_order.page_of_indicator(self._catalogue, indicator)
        text = self._catalogue.indicators[indicator].text
        line = self._sign(page, indicator, text, checklist.answers[indicator])
        section = self._catalogue.section_of[indicator]
        because = translate("ReviewLines", "Not needed after the other answers.")
        if hidden.because == "gate" and section.gate is not None:
            because = section.gate.otherwise
        return replace(line, details=(because, *line.details))

    def _observation(self, seen: Observation) -> Iterator[str]:
        if seen.basis:
            yield self._words(f"basis.{seen.basis}")
        if seen.when:
            yield translate("ReviewLines", "When: {text}").format(text=seen.when)
        if seen.own_words:
            yield translate("ReviewLines", "The child's own words: “{text}”").format(
                text=seen.own_words
            )
        if seen.note:
            yield translate("ReviewLines", "Note: {text}").format(text=seen.note)

    def _fields(self, page: str, checklist: Checklist) -> Iterator[Line]:
        for group in groups_on(page):
            for field in group.fields:
                value = checklist.fields.get(field.id, "")
                if value or not group.folded:
                    label = self._words(f"field.{field.id}.label")
                    yield self._line(page, field.id, label, self._value(field, value))

    def _body_marks(self, checklist: Checklist) -> Iterator[Line]:
        """The injuries on the body map as one line, each with its place and its note."""
        marks = checklist.body_marks
        if marks:
            label = self._words("body.heading")
            details = tuple(spoken(self._words, n, mark) for n, mark in enumerate(marks, start=1))
            shown = translate("ReviewLines", "Marks: {count}").format(count=len(marks))
            yield Line(page_order.RECORD, page_order.BODY_MARKS, label, shown, details)

    def _value(self, field: RecordField, value: str) -> str:
        if value and field.kind == "choice":
            return self._words(f"field.{field.id}.choice.{value}")
        return value

    def _place(self, place: Place | None) -> str:
        if place is None or not place.country:
            return ""
        country = self._words.country(place.country)
        region = dict(places.regions(place.country)).get(place.region, place.region)
        return f"{country}, {region}" if region else country

    def _line(self, page: str, item: str, label: str, value: str) -> Line:
        shown = value or translate("ReviewLines", "Not filled in")
        return Line(page, item, label, shown, missing=not value)


def _page_of(section: Section) -> str:
    return page_order.DANGER if section.immediate else page_order.page_of_section(section.id)


def _is_touched(section: Section, checklist: Checklist, hidden: frozenset[str]) -> bool:
    shown = (indicator.id for indicator in section.indicators if indicator.id not in hidden)
    return any(indicator in checklist.answers for indicator in shown)

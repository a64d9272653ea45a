"""What the review page says: every recorded thing as one line, in the order of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from indicator_checker.checklist import Answer, Checklist, Observation, Place
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import Section
from indicator_checker.record_fields import RecordField, groups_on
from indicator_checker.referral.body import spoken
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
        self._catalogue = instrument.catalogue
        self._words = words
        self._labels = {option.id: option.label for option in self._catalogue.answers}

    def parts(self, checklist: Checklist) -> list[Part]:
        """All parts in the order of the pages."""
        touched = [s for s in self._catalogue.sections if _is_touched(s, checklist)]
        return [
            Part(translate("ReviewLines", "About this checklist"), tuple(self._about(checklist))),
            Part(
                translate("ReviewLines", "Is anyone in danger right now?"),
                tuple(self._danger(checklist)),
            ),
            *(self._section(section, checklist) for section in touched),
            *self._untouched(checklist),
            Part(
                translate("ReviewLines", "What else matters"),
                (*self._fields("record", checklist), *self._body_marks(checklist)),
            ),
            Part(
                translate("ReviewLines", "Who to tell"), tuple(self._fields("channels", checklist))
            ),
        ]

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

    def _untouched(self, checklist: Checklist) -> Iterator[Part]:
        """The pages that were not looked at, together: they are no gaps to be filled."""
        lines = [
            Line(
                _page_of(s), "", s.title, translate("ReviewLines", "Nothing answered"), missing=True
            )
            for s in self._catalogue.sections
            if not _is_touched(s, checklist)
        ]
        if lines:
            yield Part(translate("ReviewLines", "Not looked at"), tuple(lines))

    def _section(self, section: Section, checklist: Checklist) -> Part:
        page = _page_of(section)
        lines = [
            self._sign(page, indicator.id, indicator.text, checklist.answers[indicator.id])
            for indicator in section.indicators
            if indicator.id in checklist.answers
        ]
        untouched = len(section.indicators) - len(lines)
        return Part(section.title, tuple(lines), self._remark(untouched))

    def _remark(self, untouched: int) -> str:
        if not untouched:
            return ""
        return translate("ReviewLines", "Not looked at: {count} more.").format(count=untouched)

    def _sign(self, page: str, indicator: str, text: str, answer: Answer) -> Line:
        details = [part for seen in answer.observations for part in self._observation(seen)]
        return Line(page, indicator, text, self._labels[answer.value], tuple(details))

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


def _is_touched(section: Section, checklist: Checklist) -> bool:
    return any(indicator.id in checklist.answers for indicator in section.indicators)

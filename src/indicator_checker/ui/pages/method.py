"""How this works: every rule with its source, the limits, the guidance and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker import __version__
from indicator_checker.referral.rule_sentences import RuleSentence, rule_set_sentences
from indicator_checker.text import Words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.column_part import end_with_words
from indicator_checker.ui.widgets.fold import Fold
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card, Notice, Page, stacked

if TYPE_CHECKING:
    from indicator_checker.instrument.guidance import Advice
    from indicator_checker.instrument.load import Instrument
    from indicator_checker.instrument.model import Indicator, Source


class MethodPage(Page):
    """A page to read: it says all that decides a result, and what the method cannot do."""

    def __init__(self, instrument: Instrument, words: Words) -> None:
        """Write the page for one instrument."""
        super().__init__("")
        self.set_title(self.tr("How this works"))
        self._instrument = instrument
        self._words = words
        self.folds: list[Fold] = []
        # There is little to press on this page: the keyboard scrolls it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._add_review()
        self._add_method()
        self._add_rules()
        self._add_list(self.tr("Limits"), instrument.guidance.limits)
        self._add_guidance()
        self._add_signs()
        self._add_sources()
        self._add_versions()
        self.add_footer()
        end_with_words(self)

    def text(self) -> str:
        """Everything the page says now, folded parts only once they were opened."""
        return "\n".join(label.text() for label in self.findChildren(BodyLabel))

    def _add_review(self) -> None:
        review = self._instrument.catalogue.review
        said = [BodyLabel(self._words(f"review.{review.status}"), bold=True)]
        if review.by:
            by = self.tr("By: {people}").format(people=", ".join(review.by))
            said.append(BodyLabel(by))
        if review.needed:
            text = self.tr("Still needed: {people}.")
            said.append(BodyLabel(text.format(people=", ".join(review.needed))))
        self.column.addWidget(stacked(Notice(), *said))

    def _add_method(self) -> None:
        for section in self._instrument.guidance.method.sections:
            self.column.addWidget(Heading(section.title, 2))
            for paragraph in section.paragraphs:
                self.column.addWidget(BodyLabel(paragraph))

    def _add_rules(self) -> None:
        """Every rule, number and limit, in the words that the PDF and the command line use."""
        sentences = rule_set_sentences(self._instrument, self._words)
        for title, group in groupby(sentences, key=lambda sentence: sentence.title):
            self.column.addWidget(Heading(title, 2))
            said = [widget for sentence in group for widget in self._rule(sentence)]
            self.column.addWidget(stacked(Card(), *said))

    def _rule(self, rule: RuleSentence) -> tuple[QWidget, ...]:
        sentence = BodyLabel(rule.text)
        if not rule.sources:
            return (sentence,)
        sources = ", ".join(dict.fromkeys(rule.sources))
        return sentence, QuietLabel(self._words("rule.source", sources=sources))

    def _add_list(self, title: str, items: Iterable[str]) -> None:
        self.column.addWidget(Heading(title, 2))
        self.column.addWidget(_bullets(items))

    def _add_guidance(self) -> None:
        guidance = self._instrument.guidance
        self._add_advice(self.tr("Do"), guidance.do)
        self._add_advice(self.tr("Do not"), guidance.do_not)
        quoted = (self.tr("“{words}”").format(words=said) for said in guidance.say_to_the_child)
        self._add_list(self.tr("What you can say to the child"), quoted)

    def _add_advice(self, title: str, advice: Iterable[Advice]) -> None:
        self.column.addWidget(Heading(title, 2))
        for piece in advice:
            source = self._words("rule.source", sources=", ".join(piece.sources))
            reason = self.tr("{why} {source}").format(why=piece.why, source=source)
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(BodyLabel(piece.text, bold=True))
            column.addWidget(QuietLabel(reason, size=1.0))
            self.column.addWidget(part)

    def _add_signs(self) -> None:
        catalogue = self._instrument.catalogue
        self.column.addWidget(Heading(self.tr("Every sign and its weight"), 2))
        for section in catalogue.sections:
            lines = [self._sign_line(sign) for sign in section.indicators]
            self._add_fold(section.title, lines)

    def _sign_line(self, sign: Indicator) -> str:
        labels = {d.id: d.label for d in self._instrument.catalogue.dimensions}
        sides = ", ".join(labels[dimension] for dimension in sign.dimensions)
        marks = {
            "emergency": self.tr("marked as an emergency"),
            "report_today": self.tr("marked “report today”"),
        }
        # A scheme without strengths, flags or sides says nothing of them.
        strength = "" if sign.strength == "unrated" else self._words(f"strength.{sign.strength}")
        rating = ", ".join(part for part in (strength, marks.get(sign.flag or "", "")) if part)
        brackets = "; ".join(part for part in (rating, sides) if part)
        text = f"{sign.text} ({brackets})." if brackets else f"{sign.text}."
        said = self.tr("{text} {reason} Source: {sources}").format(
            text=text, reason=sign.reason, sources=", ".join(sign.sources)
        )
        return " ".join(said.split())

    def _add_sources(self) -> None:
        sources = self._instrument.sources
        self.column.addWidget(Heading(self.tr("Sources"), 2))
        lines = [source_line(code, sources[code], self._words) for code in sorted(sources)]
        title = self.tr("All {count} sources").format(count=len(lines))
        self._add_fold(title, lines)

    def _add_fold(self, title: str, lines: Sequence[str]) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(GRID * 2, 0, 0, 0)
        fold = Fold(title, body)

        def fill() -> None:
            # Written when first opened: most readers open one or two.
            if not column.count():
                column.addWidget(_bullets(lines))

        fold.button.toggled.connect(fill)
        self.folds.append(fold)
        self.column.addWidget(fold)

    def _add_versions(self) -> None:
        instrument = self._instrument
        catalogue = instrument.catalogue
        lines = (
            self.tr("Program, version {version}").format(version=__version__),
            self.tr("Instrument: {title} ({id}, version {version}), by {publisher}").format(
                title=catalogue.title,
                id=catalogue.id,
                version=catalogue.version,
                publisher=catalogue.publisher,
            ),
            self.tr("Content licence: {licence}").format(licence=catalogue.licence),
            self.tr("Hash of the rules: {hash}").format(hash=_grouped(instrument.logic_hash)),
            self.tr("Hash of all content: {hash}").format(hash=_grouped(instrument.content_hash)),
        )
        self.column.addWidget(Heading(self.tr("Versions"), 2))
        for line in lines:
            self.column.addWidget(QuietLabel(line, size=1.0))


def source_line(code: str, source: Source, words: Words) -> str:
    """A source as one line: who, what, when, how it was read, and where."""
    status = "" if source.status == "read" else f" ({words(f'source.{source.status}')})"
    line = words(
        "referral.annex.source",
        code=code,
        organisation=source.organisation,
        title=source.title,
        year=source.year,
        status=status,
    )
    return " · ".join(part for part in (line, source.note, _breakable(source.url or "")) if part)


def _breakable(address: str) -> str:
    """An address whose line can break after its signs; a long one would widen the page."""
    return "".join(f"{letter}\u200b" if letter in "/-_.?=&" else letter for letter in address)


def _bullets(items: Iterable[str]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID)
    for item in items:
        column.addWidget(BodyLabel(f"• {item}"))
    return part


def _grouped(digits: str) -> str:
    """A long hash in groups, so that its line can break and a person can compare it."""
    return " ".join(digits[start : start + 8] for start in range(0, len(digits), 8))

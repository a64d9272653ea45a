"""Is anyone in danger right now? Worded so that a child may read it.

The page is the instrument's immediate section together with a question that every instrument has
and that never scores.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from indicator_checker.checklist import DANGER_ANSWERS, Checklist, Danger
from indicator_checker.instrument.model import Indicator, Section
from indicator_checker.instrument.terms import Service
from indicator_checker.record_fields import groups_on
from indicator_checker.text import Words
from indicator_checker.ui.answer_scale import AnswerScale
from indicator_checker.ui.emergency_words import call_words
from indicator_checker.ui.section_state import SectionState
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.answer_row import AnswerRow, Urgent
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.choice_row import ChoiceRow, Option
from indicator_checker.ui.widgets.field_group import FieldGroupForm
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card, Notice, Page, stacked

_BY_EMERGENCY_NUMBER: frozenset[Service] = frozenset({"police", "ambulance"})


class DangerPage(Page):
    """The question, what to do at once, and the immediate signs with their own routes.

    Signals:
        danger_answered: Yes, not sure, no or help is here; ``None`` when cleared.
        answered: Indicator id and answer id.
        answer_cleared: Indicator id.
        observation_changed: Indicator id and the observation as it is now.
        field_changed: Id of a record field and its new value.
    """

    danger_answered = Signal(object)
    answered = Signal(str, str)
    answer_cleared = Signal(str)
    observation_changed = Signal(str, object)
    field_changed = Signal(str, str)

    def __init__(
        self,
        sections: tuple[Section, ...],
        scales: Mapping[str, AnswerScale],
        words: Words,
        next_title: str,
    ) -> None:
        """Build the page.

        Args:
            sections: The immediate sections of the instrument.
            scales: The answers to each immediate sign.
            words: Words of the record fields and of the standing sentences.
            next_title: Title of the page that follows.
        """
        super().__init__("")
        self.set_title(self.tr("Is anyone in danger right now?"))
        self._scales = scales
        self._country = ""
        self.question = self._build_question()
        self.clear_button = LinkButton(self.tr("Clear answer"))
        self.clear_button.setAccessibleDescription(self.title())
        self.clear_button.clicked.connect(self._on_clear_clicked)
        self.notice = Notice()
        self._call = BodyLabel(bold=True, size=1.15)
        self._do = BodyLabel()
        self.rows: dict[str, AnswerRow] = {}
        self.groups = {group.id: FieldGroupForm(group, words) for group in groups_on("danger")}
        self._build(sections, words, next_title)

    def show_checklist(self, checklist: Checklist) -> None:
        """Show what is recorded."""
        self._country = checklist.place.country if checklist.place else ""
        self.show_danger(checklist.danger)
        for indicator, row in self.rows.items():
            row.set_urgent(self._urgent(row.indicator))
            row.show_answer(checklist.answers.get(indicator))
        for group in self.groups.values():
            group.show_fields(checklist.fields)

    def show_danger(self, danger: Danger | None) -> None:
        """Show the answer to the question, and at once what it asks for."""
        self.question.set_value(danger or "")
        self.clear_button.setVisible(danger is not None)
        self.notice.setVisible(danger in ("yes", "not_sure", "help_here"))
        call = self.tr("Call {number} now.").format(number=call_words(self._country))
        if danger == "help_here":
            call = self.tr("Stay with the child until those who help take over.")
        self._call.set_words(call)
        self._do.set_words(self._what_to_do(danger))

    def show_states(self, states: Sequence[SectionState]) -> None:
        """Show the signs that are needed now, and what is still to be written down."""
        hidden = {sign for state in states for sign in state.hidden}
        remarks = {sign: said for state in states for sign, said in state.remarks.items()}
        for indicator, row in self.rows.items():
            row.setHidden(indicator in hidden)
            row.show_remark(remarks.get(indicator, ""))

    def focus_item(self, item: str) -> None:
        """Focus the question, a sign or a field."""
        if item == "danger":
            self.bring_into_view(self.question.tab_stop())
        elif item in self.rows:
            self.bring_into_view(self.rows[item].choice.tab_stop())
        for group in self.groups.values():
            if item in group.forms:
                self.bring_into_view(group.open_field(item))

    def row(self, indicator: str) -> AnswerRow | None:
        """The row of an indicator, if it stands here."""
        return self.rows.get(indicator)

    def _build(self, sections: tuple[Section, ...], words: Words, next_title: str) -> None:
        self.notice = stacked(self.notice, self._call, self._do)
        self.notice.hide()
        card = stacked(
            Card(),
            QuietLabel(
                self.tr(
                    "This question comes first. It counts for nothing else, and you can go on "
                    "whatever you answer."
                )
            ),
            self.question,
            self.clear_button,
            self.notice,
        )
        self.column.addWidget(card)
        for section in sections:
            self._build_section(section)
        for group in self.groups.values():
            group.field_changed.connect(self.field_changed)
            self.column.addWidget(group)
        colleague = stacked(Card(), BodyLabel(words("level.worry_about_colleague")))
        self.column.addWidget(colleague)
        self.add_footer(self.continue_to(next_title))

    def _build_question(self) -> ChoiceRow:
        labels: dict[Danger, tuple[str, str]] = {
            "yes": (self.tr("Yes"), "!"),
            "not_sure": (self.tr("Not sure"), "?"),
            "no": (self.tr("No"), "–"),
            "help_here": (self.tr("Help is already here"), "+"),
        }
        options = [Option(danger, *labels[danger]) for danger in DANGER_ANSWERS]
        question = ChoiceRow(self.title(), options, segments=True, equal=False)
        question.chosen.connect(lambda value: self.danger_answered.emit(cast("Danger", value)))
        question.cleared.connect(lambda: self.danger_answered.emit(None))
        return question

    def _build_section(self, section: Section) -> None:
        head = QVBoxLayout()
        head.setSpacing(GRID // 2)
        head.addWidget(Heading(section.title, 2))
        head.addWidget(QuietLabel(section.intro))
        self.column.addLayout(head)
        for indicator in section.indicators:
            row = AnswerRow(indicator, self._scales[indicator.id])
            row.answered.connect(self.answered)
            row.answer_cleared.connect(self.answer_cleared)
            row.observation_changed.connect(self.observation_changed)
            self.rows[indicator.id] = row
            self.column.addWidget(row)

    def _what_to_do(self, danger: Danger | None) -> str:
        if danger == "help_here":
            return self.tr(
                "Tell them what you recorded and who must not be told. Write down their names. "
                "You can go on here when there is time."
            )
        if danger == "not_sure":
            return self.tr(
                "If you cannot rule it out, call and say what you know; they will tell you what "
                "to do. Stay with the child. You can go on here afterwards."
            )
        return self.tr(
            "Stay with the child, keep calm, and keep anyone they fear away. You can go on here "
            "afterwards."
        )

    def _urgent(self, indicator: Indicator) -> Urgent | None:
        if indicator.route is None:
            return None
        names: dict[Service, str] = {
            "police": self.tr("police"),
            "ambulance": self.tr("ambulance"),
            "sexual_assault_centre": self.tr("sexual assault centre"),
            "crisis_team": self.tr("crisis team"),
        }
        parts = []
        for service in indicator.route.to:
            name = names[service]
            if service in _BY_EMERGENCY_NUMBER:
                name = f"{name} ({call_words(self._country)})"
            parts.append(name)
        listed = self.tr(" or ").join(parts)
        return Urgent(self.tr("Call: {services}").format(services=listed), indicator.route.do)

    def _on_clear_clicked(self) -> None:
        self.question.take_focus()
        self.question.clear()

"""Record fields that stand together, each with its label, its hint and its control."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from indicator_checker.record_fields import FieldGroup, RecordField
from indicator_checker.text import Words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import FoldButton, LinkButton
from indicator_checker.ui.widgets.choice_row import ChoiceRow, Option
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.note_edit import LineField, NoteEdit
from indicator_checker.ui.widgets.page import Card


class ClearableChoice(QWidget):
    """A choice with *Clear* at its end, shown only while something is chosen.

    Signals:
        edited: The id of what is chosen now, or an empty string.
    """

    edited = Signal(str)

    def __init__(self, question: str, options: tuple[Option, ...]) -> None:
        """Build it with nothing chosen."""
        super().__init__()
        self.row = ChoiceRow(question, options)
        self.clear_button = LinkButton(self.tr("Clear"))
        self.clear_button.setAccessibleName(
            self.tr("Clear the answer to: {question}").format(question=question)
        )
        self.clear_button.setAccessibleDescription(question)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self.row, 1)
        layout.addWidget(self.clear_button)
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(policy)
        self.clear_button.hide()
        self.clear_button.clicked.connect(self._on_clear_clicked)
        self.row.chosen.connect(self._on_changed)
        self.row.cleared.connect(self._on_changed)

    def show_text(self, value: str) -> None:
        """Show a choice without telling anyone."""
        self.row.set_value(value)
        self.clear_button.setVisible(bool(value))

    def _on_clear_clicked(self) -> None:
        self.row.clear()
        self.row.take_focus()

    def _on_changed(self) -> None:
        value = self.row.value()
        self.clear_button.setVisible(bool(value))
        self.edited.emit(value)


class FieldForm(QWidget):
    """One field: label, hint, control.

    Signals:
        edited: The new text or choice.
    """

    edited = Signal(str)

    def __init__(self, field: RecordField, words: Words) -> None:
        """Build the control that the kind of the field asks for."""
        super().__init__()
        label, hint = words(f"field.{field.id}.label"), words(f"field.{field.id}.hint")
        self.label = BodyLabel(label)
        self.control = self._build_control(field, label, words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.label)
        if hint:
            layout.addWidget(QuietLabel(hint))
        layout.addWidget(self.control)
        self._describe(label, hint)
        self.control.edited.connect(self.edited)

    def show_value(self, value: str) -> None:
        """Show what is recorded without telling anyone."""
        self.control.show_text(value)

    def focus_target(self) -> QWidget:
        """The widget that takes the focus for this field."""
        if isinstance(self.control, ClearableChoice):
            return self.control.row.tab_stop()
        return self.control

    def _build_control(
        self, field: RecordField, label: str, words: Words
    ) -> LineField | NoteEdit | ClearableChoice:
        if field.kind == "line":
            return LineField()
        if field.kind == "lines":
            return NoteEdit()
        choices = (
            Option(choice, words(f"field.{field.id}.choice.{choice}")) for choice in field.choices
        )
        return ClearableChoice(label, tuple(choices))

    def _describe(self, label: str, hint: str) -> None:
        if isinstance(self.control, ClearableChoice):
            return
        self.label.setBuddy(self.control)
        self.control.setAccessibleName(label)
        self.control.setAccessibleDescription(hint or label)


class FieldGroupForm(Card):
    """A group of fields, folded where the short pass should stay short.

    Signals:
        field_changed: Id of a field and its new text or choice; empty when cleared.
    """

    field_changed = Signal(str, str)

    def __init__(self, group: FieldGroup, words: Words, parent: QWidget | None = None) -> None:
        """Build all fields of the group."""
        super().__init__(parent)
        self.group = group
        self._title = words(f"field_group.{group.id}.title")
        self.forms: dict[str, FieldForm] = {}
        self._filled: set[str] = set()
        self.fold_button: FoldButton | None = None
        self._body = self._build_body(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID + 4, GRID * 2, GRID + 4)
        layout.setSpacing(GRID)
        layout.addWidget(self._build_title())
        layout.addWidget(self._body)

    def show_fields(self, fields: Mapping[str, str]) -> None:
        """Show what is recorded."""
        for field_id, form in self.forms.items():
            form.show_value(fields.get(field_id, ""))
        self._filled = {name for name in self.forms if fields.get(name)}
        self._show_count()

    def open_field(self, field_id: str) -> QWidget:
        """Open the group and give the control of a field."""
        if self.fold_button is not None:
            self.fold_button.setChecked(True)
        return self.forms[field_id].focus_target()

    def insert_part(self, field_id: str, part: QWidget) -> None:
        """Put a part of the page that belongs to a field right under it."""
        layout = self._fields_layout
        place = layout.indexOf(self.forms[field_id]) + 1
        layout.insertWidget(place, part)
        # Tab and screen readers go in the order of the children: those below come after it.
        for below in range(place + 1, layout.count()):
            item = layout.itemAt(below)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.raise_()

    def count_part(self, name: str, filled: bool) -> None:
        """Count a part that was put in like a field."""
        (self._filled.add if filled else self._filled.discard)(name)
        self._show_count()

    def _build_title(self) -> QWidget:
        if not self.group.folded:
            return Heading(self._title, 2)
        self.fold_button = FoldButton(self._title)
        self.fold_button.toggled.connect(self._body.setVisible)
        self._body.hide()
        return self.fold_button

    def _build_body(self, words: Words) -> QWidget:
        body = QWidget()
        self._fields_layout = layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID * 2)
        intro = words(f"field_group.{self.group.id}.intro")
        if intro:
            layout.addWidget(QuietLabel(intro))
        for field in self.group.fields:
            form = FieldForm(field, words)
            self.forms[field.id] = form
            form.edited.connect(lambda value, name=field.id: self._on_edited(name, value))
            layout.addWidget(form)
        return body

    def _on_edited(self, field_id: str, value: str) -> None:
        (self._filled.add if value else self._filled.discard)(field_id)
        self._show_count()
        self.field_changed.emit(field_id, value)

    def _show_count(self) -> None:
        filled = len(self._filled)
        if self.fold_button is not None:
            titled = self.tr("{title} (filled in: {count})")
            titled = titled.format(title=self._title, count=filled)
            self.fold_button.set_words(titled if filled else self._title)

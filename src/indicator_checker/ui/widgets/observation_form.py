"""What stands under an answer: how it is known, when, the child's own words, a note."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.checklist import BASES, Basis, Observation
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.choice_row import Option
from indicator_checker.ui.widgets.field_group import ClearableChoice
from indicator_checker.ui.widgets.flow_layout import FlowLayout
from indicator_checker.ui.widgets.labels import BodyLabel, QuietLabel
from indicator_checker.ui.widgets.note_edit import LineField, NoteEdit


class ObservationPart(QWidget):
    """One part that unfolds on demand: a label over its field."""

    def __init__(self, label: str, hint: str, field: LineField | NoteEdit, sign: str) -> None:
        """Build it hidden."""
        super().__init__()
        self.field = field
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        caption = BodyLabel(label)
        caption.setBuddy(field)
        layout.addWidget(caption)
        if hint:
            layout.addWidget(QuietLabel(hint))
        layout.addWidget(field)
        field.setAccessibleName(label)
        field.setAccessibleDescription(sign)
        self.hide()


class ObservationForm(QWidget):
    """The observation under one answer; every part is optional.

    Signals:
        edited: The observation as it is now.
    """

    edited = Signal(object)

    def __init__(self, sign: str, parent: QWidget | None = None) -> None:
        """Build the form.

        Args:
            sign: Words of the indicator it belongs to.
            parent: Where it stands.
        """
        super().__init__(parent)
        self._sign = sign
        self._observation = Observation()
        self.basis = ClearableChoice(self.tr("How is it known?"), self._basis_options())
        for button in self.basis.row.buttons.values():
            button.setAccessibleDescription(f"{self.tr('How is it known?')} {sign}")
        self.parts = self._build_parts()
        self.openers: dict[str, LinkButton] = {}
        self._build()
        self.basis.edited.connect(self._on_basis_edited)

    def show_observation(self, observation: Observation) -> None:
        """Show what is recorded; parts with words are open."""
        self._observation = observation
        self.basis.show_text(observation.basis or "")
        for name, part in self.parts.items():
            text = str(getattr(observation, name))
            part.field.show_text(text)
            if text:
                self._open(name)

    def _basis_options(self) -> tuple[Option, ...]:
        labels: dict[Basis, str] = {
            "saw": self.tr("I saw it"),
            "child_said": self.tr("The child said so"),
            "told_by_other": self.tr("Someone else said so"),
            "on_record": self.tr("On record"),
        }
        return tuple(Option(basis, labels[basis]) for basis in BASES)

    def _build_parts(self) -> dict[str, ObservationPart]:
        sign = self._sign
        exact = self.tr("Exactly as said, and only what was said without being asked.")
        example = self.tr("A date, a period, or how often. For example: 3 May, then most Mondays.")
        return {
            "when": ObservationPart(self.tr("When and how often"), example, LineField(), sign),
            "own_words": ObservationPart(self.tr("The child's own words"), exact, NoteEdit(), sign),
            "note": ObservationPart(self.tr("Note in your words"), "", NoteEdit(), sign),
        }

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(QuietLabel(self.tr("How is it known?")))
        layout.addWidget(self.basis)
        for name, part in self.parts.items():
            layout.addWidget(part)
            part.field.edited.connect(lambda text, name=name: self._on_text_edited(name, text))
        layout.addWidget(self._build_openers())

    def _build_openers(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=GRID)
        labels = {
            "when": self.tr("+ When and how often"),
            "own_words": self.tr("+ The child's own words"),
            "note": self.tr("+ Note in your words"),
        }
        for name, label in labels.items():
            opener = LinkButton(label)
            opener.setAccessibleDescription(self._sign)
            opener.clicked.connect(lambda _checked=False, name=name: self._on_open_clicked(name))
            flow.addWidget(opener)
            self.openers[name] = opener
        return row

    def _open(self, name: str) -> None:
        self.parts[name].show()
        self.openers[name].hide()

    def _on_open_clicked(self, name: str) -> None:
        self._open(name)
        self.parts[name].field.setFocus()

    def _on_basis_edited(self, basis: str) -> None:
        known = cast("Basis", basis) if basis else None
        self._tell(replace(self._observation, basis=known))

    def _on_text_edited(self, name: str, text: str) -> None:
        # Each part is spelt out, so that the type checker sees the names.
        if name == "when":
            self._tell(replace(self._observation, when=text))
        elif name == "own_words":
            self._tell(replace(self._observation, own_words=text))
        else:
            self._tell(replace(self._observation, note=text))

    def _tell(self, observation: Observation) -> None:
        self._observation = observation
        self.edited.emit(observation)

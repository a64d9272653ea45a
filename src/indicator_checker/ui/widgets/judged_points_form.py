"""Points the professional adds where the scheme asks for them; they count only with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from indicator_checker.checklist import JudgedPoints
from indicator_checker.instrument.rules import JudgementPoints
from indicator_checker.ui.widgets.choice_row import Option
from indicator_checker.ui.widgets.field_group import ClearableChoice
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.note_edit import NoteEdit
from indicator_checker.ui.widgets.page import Card, stacked


class JudgedPointsForm(Card):
    """The points, and the reason without which they do not count.

    Signals:
        judged: The points with their reason; ``None`` while one of them is missing.
    """

    judged = Signal(object)

    def __init__(self, allowed: JudgementPoints, parent: QWidget | None = None) -> None:
        """Build the form for the points that the scheme allows."""
        super().__init__(parent)
        self._told: JudgedPoints | None = None
        question = self.tr("Points by your own judgement, {lowest} to {highest}")
        self._question = question.format(lowest=allowed.lowest, highest=allowed.highest)
        numbers = range(allowed.lowest, allowed.highest + 1)
        options = tuple(Option(str(number), str(number)) for number in numbers)
        self.choice = ClearableChoice(self._question, options)
        self.reason = NoteEdit()
        self._missing = BodyLabel(
            self.tr("Write your reason. Without it the points do not count."), bold=True
        )
        self._build(allowed.reason)
        self.choice.edited.connect(self._on_edited)
        self.reason.edited.connect(self._on_edited)

    def show_judged(self, judged: JudgedPoints | None) -> None:
        """Show what is recorded; points that still wait for their reason stay in the form."""
        if judged is None and self._told is None:
            self._show_missing()
            return
        self._told = judged
        self.choice.show_text(str(judged.points) if judged else "")
        self.reason.show_text(judged.reason if judged else "")
        self._show_missing()

    def focus_target(self) -> QWidget:
        """The widget that takes the focus."""
        return self.choice.row.tab_stop()

    def _build(self, why: str) -> None:
        label = BodyLabel(self.tr("Your reason for these points"))
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(label.words())
        self.reason.setAccessibleDescription(self._question)
        stacked(
            self,
            Heading(self._question, 2),
            QuietLabel(why),
            self.choice,
            label,
            self.reason,
            self._missing,
        )
        self._show_missing()

    def _show_missing(self) -> None:
        chosen = bool(self.choice.row.value())
        self._missing.setVisible(chosen and not self.reason.toPlainText().strip())

    def _on_edited(self) -> None:
        points, reason = self.choice.row.value(), self.reason.toPlainText()
        whole = bool(points) and bool(reason.strip())
        judged = JudgedPoints(int(points), reason) if whole else None
        self._show_missing()
        if judged != self._told:
            self._told = judged
            self.judged.emit(judged)

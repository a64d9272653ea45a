"""Injuries seen, on the outline of a body: by mouse, or by the names of the areas."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.body_map import View, free_spot
from indicator_checker.checklist import BodyMark
from indicator_checker.referral.body import where_is
from indicator_checker.text import Words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.body_area_form import BodyAreaForm
from indicator_checker.ui.widgets.body_canvas import BodyCanvas
from indicator_checker.ui.widgets.body_mark_row import BodyMarkRow
from indicator_checker.ui.widgets.column_part import clear_column, part_of_column
from indicator_checker.ui.widgets.fold import Fold
from indicator_checker.ui.widgets.labels import BodyLabel, QuietLabel
from indicator_checker.ui.widgets.message_bar import MessageBar

Marks = tuple[BodyMark, ...]


class BodyMap(QWidget):
    """The drawing, the list of its marks, and a way to add one without a mouse.

    Signals:
        body_marks_changed: All marks as they are now.
    """

    body_marks_changed = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Build it folded and without marks."""
        super().__init__(parent)
        self._words = words
        self._marks: Marks = ()
        self.rows: list[BodyMarkRow] = []
        self.canvas = BodyCanvas(words)
        self.message = MessageBar()
        self._hint = QuietLabel(self.tr("Write only what you saw: colour, size, shape."))
        self._hint.hide()
        self._list, self._list_layout = part_of_column(GRID * 2)
        self.form = BodyAreaForm(words)
        self.by_name = Fold(self.tr("Add a mark by name, without the mouse"), self.form)
        self.fold = Fold(self._title(), self._build_body())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.fold)
        self._wire()

    def show_marks(self, marks: Marks) -> None:
        """Show what is recorded; words that are being written stay under the cursor."""
        if marks != self._marks:
            self._show(marks)

    def marks(self) -> Marks:
        """The marks as they are now."""
        return self._marks

    def open(self) -> QWidget:
        """Unfold, and give the control to begin with."""
        self.fold.open()
        return self.rows[0].note if self.rows else self.by_name.button

    def _title(self) -> str:
        title = self.tr("Body map: injuries you saw")
        if not self._marks:
            return title
        return self.tr("{title} (marks: {count})").format(title=title, count=len(self._marks))

    def _build_body(self) -> QWidget:
        body, layout = part_of_column(GRID)
        rule = self.tr(
            "Do not undress the child. School staff take no photographs. Draw only what you saw "
            "anyway."
        )
        how = self.tr(
            "Click on the outline to put a mark. Left and right are the child's own left and right."
        )
        layout.addWidget(BodyLabel(rule, bold=True))
        layout.addWidget(QuietLabel(how))
        layout.addWidget(self.canvas)
        layout.addWidget(self.by_name)
        layout.addWidget(self.message)
        layout.addWidget(self._hint)
        layout.addWidget(self._list)
        return body

    def _wire(self) -> None:
        self.canvas.spot_clicked.connect(self._on_spot_clicked)
        self.canvas.mark_clicked.connect(self._focus_note)
        self.canvas.missed.connect(self._on_missed)
        self.form.area_chosen.connect(self._on_area_chosen)

    def _show(self, marks: Marks) -> None:
        self._marks = marks
        self.canvas.choose(None)
        self.canvas.show_marks(marks)
        self.fold.button.set_words(self._title())
        clear_column(self._list_layout)
        self.rows = [self._build_row(place) for place in range(len(marks))]
        for row in self.rows:
            self._list_layout.addWidget(row)
        self._list.setVisible(bool(marks))
        self._hint.setVisible(bool(marks))

    def _build_row(self, place: int) -> BodyMarkRow:
        mark = self._marks[place]
        row = BodyMarkRow(place + 1, where_is(self._words, mark), mark.note, self._hint.words())
        row.entered.connect(lambda: self.canvas.choose(place))
        row.note_changed.connect(lambda note: self._on_note_changed(place, note))
        row.remove_asked.connect(lambda: self._on_remove_asked(place))
        return row

    def _change(self, marks: Marks) -> None:
        self._show(marks)
        self.body_marks_changed.emit(marks)

    def _add(self, mark: BodyMark) -> None:
        self.message.hide()
        self._change((*self._marks, mark))
        self._focus_note(len(self._marks) - 1)

    def _put_back(self, place: int, mark: BodyMark) -> None:
        """The mark as it was; what was written since then stays."""
        self._change((*self._marks[:place], mark, *self._marks[place:]))
        self._focus_note(min(place, len(self._marks) - 1))

    def _focus_note(self, place: int) -> None:
        note = self.rows[place].note
        # Shown at once, or it could not take the focus yet.
        self.rows[place].show()
        self.canvas.choose(place)
        note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_spot_clicked(self, view: str, x: float, y: float) -> None:
        self._add(BodyMark(cast(View, view), x, y))

    def _on_area_chosen(self, view: str, area: str) -> None:
        side = cast(View, view)
        self.form.clear()
        self._add(BodyMark(side, *free_spot(side, area, self._marks)))

    def _on_missed(self) -> None:
        self.message.show_message(
            self.tr("That was beside the outline, so no mark was put. Click inside it.")
        )

    def _on_note_changed(self, place: int, note: str) -> None:
        before, after = self._marks[:place], self._marks[place + 1 :]
        self._marks = (*before, replace(self._marks[place], note=note), *after)
        self.canvas.show_marks(self._marks)
        self.body_marks_changed.emit(self._marks)

    def _on_remove_asked(self, place: int) -> None:
        before = self._marks
        self._change((*before[:place], *before[place + 1 :]))
        said = self.tr("Mark {number} was removed.").format(number=place + 1)
        way_out = self.tr("Put it back")
        self.message.show_message(said, way_out, lambda: self._put_back(place, before[place]))
        self.message.way_out.setFocus(Qt.FocusReason.OtherFocusReason)

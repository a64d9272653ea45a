"""A mark on the body map without a mouse: front or back, then the area by its name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.body_map import VIEWS, areas
from indicator_checker.text import Words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.choice_row import ChoiceRow, Option
from indicator_checker.ui.widgets.labels import BodyLabel


class BodyAreaForm(QWidget):
    """Asks for view and area; nothing is chosen beforehand.

    Signals:
        area_chosen: View, and id of the area.
    """

    area_chosen = Signal(str, str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Build it with nothing chosen."""
        super().__init__(parent)
        which, where = self.tr("Which side?"), self.tr("Where? Left and right are the child's own.")
        self.view = ChoiceRow(which, [Option(view, words(f"body.{view}")) for view in VIEWS])
        self.areas: dict[str, ChoiceRow] = {}
        self._where = BodyLabel(where)
        self.problem = BodyLabel("", bold=True)
        self.add_button = LinkButton(self.tr("Put the mark there"))
        self.add_button.setAccessibleDescription(self.tr("Body map"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(BodyLabel(which))
        layout.addWidget(self.view)
        layout.addWidget(self._where)
        for view in VIEWS:
            named = [Option(area, words(f"body.area.{area}")) for area in areas(view)]
            self.areas[view] = ChoiceRow(where, named)
            layout.addWidget(self.areas[view])
        layout.addWidget(self.problem)
        layout.addWidget(self.add_button)
        self.view.chosen.connect(self._show_view)
        self.view.cleared.connect(self._show_view)
        self.add_button.clicked.connect(self._on_add_clicked)
        self._show_view()

    def clear(self) -> None:
        """Begin anew with nothing chosen."""
        self.view.set_value("")
        for row in self.areas.values():
            row.set_value("")
        self._show_view()

    def _show_view(self) -> None:
        chosen = self.view.value()
        for view, row in self.areas.items():
            row.setVisible(view == chosen)
        self._where.setVisible(bool(chosen))
        self.problem.hide()

    def _on_add_clicked(self) -> None:
        view = self.view.value()
        if not view:
            self._ask_for(self.view, self.tr("Choose front or back first."))
        elif not self.areas[view].value():
            self._ask_for(self.areas[view], self.tr("Choose where on the body."))
        else:
            self.area_chosen.emit(view, self.areas[view].value())

    def _ask_for(self, row: ChoiceRow, problem: str) -> None:
        self.problem.set_words(problem)
        self.problem.show()
        row.take_focus()

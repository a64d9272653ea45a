"""Practise: the invented cases to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.text import Words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton, shown_words
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card, Page, stacked

if TYPE_CHECKING:
    from indicator_checker.practise import PractiseCase

_ROLES = ("teacher", "nurse")


class PractisePage(Page):
    """The cases, those of teachers before those of nurses; titles give no reading away.

    Signals:
        case_chosen: Id of the case to begin or to go on with.
    """

    case_chosen = Signal(str)

    def __init__(self, cases: Sequence[PractiseCase], words: Words) -> None:
        """Build the list of cases."""
        super().__init__("")
        self.set_title(words("practise.title"))
        self._titles = {case.id: case.title for case in cases}
        self.buttons = {case.id: self._build_button(case) for case in cases}
        self.column.addWidget(BodyLabel(words("practise.intro")))
        self.column.addWidget(QuietLabel(words("practise.not_reviewed")))
        for role in _ROLES:
            ids = [case.id for case in cases if case.role == role]
            if ids:
                self.column.addWidget(self._build_role(words(f"practise.role.{role}"), ids))
        self.add_footer()

    def show_progress(self, opened: str, read: Iterable[str]) -> None:
        """Say which case is open, and of which the intended reading was seen.

        Args:
            opened: Id of the case that is open, or an empty string.
            read: Ids of the others that were gone through since the window opened.
        """
        done = set(read)
        for case, button in self.buttons.items():
            words = shown_words(self._titles[case])
            if case == opened:
                words = self.tr("{title} (open: go on)").format(title=words)
            elif case in done:
                words = self.tr("{title} (done)").format(title=words)
            button.setText(words)

    def _build_role(self, title: str, cases: Iterable[str]) -> Card:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for case in cases:
            column.addWidget(self.buttons[case])
        return stacked(Card(), Heading(title, 2), part)

    def _build_button(self, case: PractiseCase) -> LinkButton:
        button = LinkButton(shown_words(case.title))
        button.setAccessibleDescription(self.tr("Open this invented case"))
        button.clicked.connect(lambda: self.case_chosen.emit(case.id))
        return button

"""The top of every page: what this is, what is kept, whom to call, and *Hide now*."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.labels import BodyLabel, QuietLabel
from indicator_checker.ui.widgets.page import Side


class Header(Side):
    """Neutral title with the reference, what is kept, the emergency number, *Hide now*.

    Signals:
        hide_asked: The person wants the window covered at once.
    """

    hide_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the header without a checklist."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Checklist"))
        self._title = BodyLabel(self.tr("Checklist"), bold=True)
        self._kept = QuietLabel()
        self.emergency = BodyLabel(bold=True)
        self.emergency.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.hide_button = QPushButton(self.tr("&Hide now"))
        self.hide_button.setAccessibleDescription(
            self.tr("Covers the window at once; the Shift key three times does the same")
        )
        self.hide_button.clicked.connect(self.hide_asked)
        self.set_edge("bottom")
        self._build()

    def show_reference(self, reference: str, *, practice: bool = False) -> None:
        """Show the reference of the checklist, or that it is for practice."""
        title = self.tr("Practice") if practice else self.tr("Checklist")
        self._title.set_words(f"{title}  {reference}" if reference else title)

    def show_checklist_lines(self, shown: bool, reviewed: bool, *, practice: bool = False) -> None:
        """Show what holds while a checklist is open.

        Args:
            shown: Whether there is a checklist.
            reviewed: Whether practitioners have reviewed the instrument.
            practice: Whether it is about an invented case; a band of its own says what holds then.
        """
        kept = self.tr("Kept in memory only: close the window and it is gone.")
        unread = self.tr("Not yet reviewed by practitioners.")
        lines = ["" if practice else kept, "" if reviewed else unread]
        self._kept.set_words(" ".join(line for line in lines if line))
        self._kept.setVisible(shown and any(lines))

    def show_emergency(self, sentence: str) -> None:
        """Show the emergency number of the place."""
        self.emergency.set_words(sentence)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._title)
        left.addWidget(self._kept)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.setSpacing(GRID * 3)
        layout.addLayout(left, 3)
        layout.addWidget(self.emergency, 2)
        layout.addWidget(self.hide_button)

"""A part of a page that opens on demand; what is folded keeps its words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import FoldButton


class Fold(QWidget):
    """A title that opens and closes its body."""

    def __init__(self, title: str, body: QWidget, belongs_to: str = "") -> None:
        """Start folded.

        Args:
            title: What the fold is called.
            body: What it opens.
            belongs_to: Under which heading it stands, where several folds have one title.
        """
        super().__init__()
        self.button = FoldButton(title)
        if belongs_to:
            self.button.setAccessibleName(f"{belongs_to}: {title}")
        self.body = body
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.button)
        layout.addWidget(body)
        body.hide()
        self.button.toggled.connect(body.setVisible)

    def is_open(self) -> bool:
        """Whether the body shows."""
        return self.button.isChecked()

    def open(self) -> None:
        """Show the body."""
        self.button.setChecked(True)

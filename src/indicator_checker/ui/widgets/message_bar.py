"""A message in its place on the page: what happened, what is safe, and a way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.labels import BodyLabel
from indicator_checker.ui.widgets.page import Notice


class MessageBar(Notice):
    """One message at a time; it stays until the person closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.label = BodyLabel("")
        self.way_out = LinkButton()
        self.close_button = LinkButton(self.tr("Close message"))
        self._do: Callable[[], None] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.way_out)
        layout.addWidget(self.close_button)
        self.way_out.clicked.connect(self._on_way_out_clicked)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def show_message(
        self, text: str, way_out: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Show a message and say it to a screen reader.

        Args:
            text: What happened, what is safe, what to do.
            way_out: What the button says that does it; no button if empty.
            do: What the button does.
        """
        self.label.set_words(text)
        self.way_out.setText(way_out)
        self.way_out.setVisible(bool(way_out))
        self._do = do
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _on_way_out_clicked(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()

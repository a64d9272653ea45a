"""One place to tell, as a card: name, number, how to dial, for whom, and how far to trust it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from indicator_checker.ui.channel_words import ChannelWords
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.flow_layout import FlowLayout
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card

_NUMBER_SIZE = 1.5
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


def number_row(numbers: Sequence[str], beside: str, copy: LinkButton | None) -> QWidget:
    """Numbers in large figures, then their country, then a button to copy; breaks where narrow."""
    row = QWidget()
    line = FlowLayout(row, gap=GRID * 2)
    shown = [BodyLabel(number, size=_NUMBER_SIZE, bold=True) for number in numbers]
    for label in shown:
        label.setTextInteractionFlags(_SELECTABLE)
    high = max(label.sizeHint().height() for label in shown)
    for label in (*shown, *((BodyLabel(beside),) if beside else ())):
        label.setWordWrap(False)
        # As high as the numbers, so that what stands beside them is in their middle.
        label.setMinimumHeight(high)
        line.addWidget(label)
    if copy is not None:
        line.addWidget(copy)
    return row


class ChannelCard(Card):
    """A channel of the list.

    Signals:
        copy_asked: The number to put into the clipboard.
    """

    copy_asked = Signal(str)

    def __init__(self, channel: ChannelWords, parent: QWidget | None = None) -> None:
        """Build the card of one channel."""
        super().__init__(parent)
        self._channel = channel
        self.setAccessibleName(channel.name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        self._column.setSpacing(GRID // 2)
        self._column.addWidget(Heading(channel.name, 3))
        self.copy_button: LinkButton | None = None
        if channel.number:
            self._add_number()
        self._add(BodyLabel(line) for line in channel.reasons)
        self._add(BodyLabel(line) for line in channel.dialling)
        self._add(_selectable(line) for line in channel.reach)
        self._add(BodyLabel(line) for line in channel.details)
        self._add(QuietLabel(line) for line in channel.source)

    def text(self) -> str:
        """Everything the card says."""
        return "\n".join(label.text() for label in self.findChildren(BodyLabel))

    def _add(self, labels: Iterable[QLabel]) -> None:
        for label in labels:
            self._column.addWidget(label)

    def _add_number(self) -> None:
        self.copy_button = LinkButton(self.tr("Copy number"))
        name = self.tr("Copy the number of {name}").format(name=self._channel.name)
        self.copy_button.setAccessibleName(name)
        self.copy_button.setAccessibleDescription(self.tr("It is cleared after 30 seconds."))
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self._column.addWidget(
            number_row((self._channel.number,), self._channel.country, self.copy_button)
        )

    def _on_copy_clicked(self) -> None:
        self.copy_asked.emit(self._channel.number)


def _selectable(words: str) -> BodyLabel:
    label = BodyLabel(words)
    label.setTextInteractionFlags(_SELECTABLE)
    return label

"""One installed instrument in one version: what it is, and a button to take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from indicator_checker.text import Words
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card, stacked

if TYPE_CHECKING:
    from indicator_checker.shelf import OnShelf


class InstrumentCard(Card):
    """Title, version, publisher, review and origin; one whose files are damaged has no button.

    Signals:
        chosen: Id and version.
    """

    chosen = Signal(str, str)

    def __init__(self, entry: OnShelf, words: Words, take: str, *, in_use: bool = False) -> None:
        """Build the card.

        Args:
            entry: The installed version.
            words: The language of the sentences.
            take: What the button says.
            in_use: Whether the open checklist is made with it; then there is no button.
        """
        super().__init__()
        # Loaded here: it brings the models, which no page needs before this one.
        from indicator_checker.shelf_report import origin

        self.button = QPushButton(take)
        self.button.setAccessibleName(f"{take.replace('&', '')}: {entry.title} {entry.version}")
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda: self.chosen.emit(entry.id, entry.version))
        title = entry.title or self.tr("{id} (damaged)").format(id=entry.id)
        stacked(
            self,
            Heading(title, 2),
            BodyLabel(self._version_line(entry)),
            QuietLabel(f"{self._review_line(entry, words)} {self._origin(origin(entry, words))}"),
        )
        column = self.layout()
        if column is None:
            return
        if in_use:
            column.addWidget(BodyLabel(self.tr("✓ In use for the open checklist"), bold=True))
        elif entry.title:
            column.addWidget(self.button)

    def _version_line(self, entry: OnShelf) -> str:
        if not entry.title:
            return self.tr("Version {version}. Its files cannot be read.").format(
                version=entry.version
            )
        return self.tr("Version {version}, published by {publisher}").format(
            version=entry.version, publisher=entry.publisher
        )

    def _review_line(self, entry: OnShelf, words: Words) -> str:
        if entry.review == "reviewed":
            return self.tr("Reviewed by practitioners.")
        return words("add.review.not_reviewed") if entry.review else ""

    def _origin(self, words: str) -> str:
        return f"{words[:1].upper()}{words[1:]}."

"""The band over every page of a practise case: what this is not, and the story."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from indicator_checker.ui.style import GRID, in_lines
from indicator_checker.ui.widgets.buttons import FoldButton, LinkButton
from indicator_checker.ui.widgets.column_part import clear_column, end_with_words
from indicator_checker.ui.widgets.labels import BodyLabel
from indicator_checker.ui.widgets.page import Notice

#: The unfolded story in lines of text, as long as the window has that much room.
_STORY = 13
#: The story never takes more than this share of the window.
_MOST_STORY = 0.25


class PracticeBand(Notice):
    """Says that nothing of this is kept, unfolds the story, and leads out.

    Signals:
        leave_asked: The person is done with practising.
    """

    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden, without a story."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Practice"))
        self.label = BodyLabel(
            self.tr("Practice: nothing of this is kept, and it is not a record."), bold=True
        )
        self.story_button = FoldButton(self.tr("The story"))
        self.leave_button = LinkButton(self.tr("&Leave practice"))
        self.leave_button.clicked.connect(self.leave_asked)
        self._paragraphs = QWidget()
        self._column = QVBoxLayout(self._paragraphs)
        self._column.setSpacing(GRID)
        self.story = self._build_story()
        self._build()
        self.hide()

    def show_story(self, title: str, paragraphs: Sequence[str]) -> None:
        """Hold another story, folded."""
        self.story_button.setChecked(False)
        clear_column(self._column)
        for text in (BodyLabel(title, bold=True), *map(BodyLabel, paragraphs)):
            self._column.addWidget(text)
        self.story.verticalScrollBar().setValue(0)

    def fit_text_size(self) -> None:
        """Keep room for the same lines, and always most of the window for the page."""
        window = self.window()
        self.story.setFixedHeight(min(in_lines(_STORY), round(window.height() * _MOST_STORY)))

    def _build_story(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(self._paragraphs)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        self._paragraphs.setAutoFillBackground(False)
        # The arrow keys scroll it.
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("The story"))
        end_with_words(area)
        area.hide()
        return area

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID * 2)
        top.addWidget(self.label, 1)
        top.addWidget(self.story_button)
        top.addWidget(self.leave_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID // 2, GRID * 2, GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addLayout(top)
        layout.addWidget(self.story)
        self.story_button.toggled.connect(self._on_story_toggled)

    def _on_story_toggled(self, opened: bool) -> None:
        self.fit_text_size()
        self.story.setVisible(opened)

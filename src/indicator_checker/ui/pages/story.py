"""The story of a practise case, before the person answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indicator_checker.text import Words
from indicator_checker.ui.widgets.labels import BodyLabel, QuietLabel
from indicator_checker.ui.widgets.page import Card, Page, stacked

if TYPE_CHECKING:
    from indicator_checker.practise import PractiseCase


class StoryPage(Page):
    """What the person in the story saw, heard or read; nothing is asked here."""

    def __init__(self, case: PractiseCase, words: Words, next_title: str) -> None:
        """Show the story; ``next_title`` is the page that follows."""
        super().__init__("")
        self.set_title(case.title)
        paragraphs = (BodyLabel(paragraph) for paragraph in case.story)
        self.column.addWidget(stacked(Card(), *paragraphs))
        self.column.addWidget(BodyLabel(words("practise.answer_first")))
        self.column.addWidget(
            QuietLabel(self.tr("You can read the story again on every page: “The story”, above."))
        )
        self.add_footer(self.continue_to(next_title))

"""The first page: neutral, quick, and careful before anything is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from indicator_checker.ui.emergency_words import emergency_sentence
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton, PrimaryButton
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card, Page, stacked
from indicator_checker.ui.widgets.place_picker import PlacePicker

#: The review status that the shipped instrument declares. The start page loads no instrument, so
#: it says this by itself, and a test compares it with what the instrument says.
REVIEW_STATUS = "not_reviewed"


class StartPage(Page):
    """What this is, who may be watching, where the person is, and *New checklist*.

    Signals:
        new_checklist_asked: The person wants to begin.
        go_on_asked: The person goes back to the checklist that is open.
        practise_asked: The person wants to practise on invented cases.
        place_chosen: Country code and region code of the person's place.
    """

    new_checklist_asked = Signal()
    go_on_asked = Signal()
    practise_asked = Signal()
    place_chosen = Signal(str, str)

    def __init__(self, countries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Build the page; ``countries`` are codes and names to choose from."""
        super().__init__("", parent)
        self.set_title(self.tr("A checklist for a worry about a child"))
        self.picker = PlacePicker(self.tr("Your country"), countries)
        self.picker.place_chosen.connect(self.place_chosen)
        self.emergency = BodyLabel(bold=True)
        self.new_button = PrimaryButton(self.tr("&New checklist"))
        self.new_button.clicked.connect(self.new_checklist_asked)
        self.go_on_button = LinkButton(self.tr("&Go on with the open checklist"))
        self.go_on_button.clicked.connect(self.go_on_asked)
        self.practise_button = QPushButton(self.tr("&Practise"))
        self.practise_button.setAccessibleDescription(
            self.tr("Invented cases with an intended reading; nothing of it is kept")
        )
        self.practise_button.clicked.connect(self.practise_asked)
        self._build()
        self.show_open_checklist(False)

    def first_focus(self) -> QWidget | None:
        """What comes next: the country if none is chosen, else *New checklist*."""
        return self.new_button if self.picker.place()[0] else self.picker.country

    def show_open_checklist(self, is_open: bool) -> None:
        """Offer the way back to a checklist that is open."""
        self.go_on_button.setVisible(is_open)

    def show_place(
        self, country: str, region: str, regions: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Show the chosen place and its emergency number."""
        self.picker.show_place(country, region, regions)
        self.emergency.set_words(emergency_sentence(country))

    def _build(self) -> None:
        self.column.addLayout(self._build_sentences())
        self.column.addWidget(self._build_room_card())
        self.column.addWidget(self._build_place_card())
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(self.new_button)
        row.addWidget(self.practise_button)
        row.addWidget(self.go_on_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def _build_sentences(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setSpacing(GRID // 2)
        for sentence in self._what_it_is():
            layout.addWidget(BodyLabel(sentence))
        if REVIEW_STATUS == "not_reviewed":
            words = self.tr(
                "Not yet reviewed by practitioners: use it beside your own rules and judgement, "
                "never instead of them."
            )
            layout.addSpacing(GRID // 2)
            layout.addWidget(QuietLabel(words))
        return layout

    def _what_it_is(self) -> tuple[str, ...]:
        return (
            self.tr(
                "It helps you to write down what you noticed, see the next step, and make a "
                "record to hand on."
            ),
            self.tr(
                "It finds nothing out by itself: no result says what happened to a child, and "
                "none says that all is well."
            ),
            self.tr(
                "It sends nothing. If you are worried, tell someone today; you need no score "
                "for that."
            ),
        )

    def _build_room_card(self) -> Card:
        return stacked(
            Card(),
            Heading(self.tr("Is anyone who may be part of this in the room?"), 2),
            BodyLabel(self.tr("If so, do not start now. Come back when you are alone.")),
            BodyLabel(
                self.tr(
                    "“Hide now” at the top, or the Shift key three times, covers this window at "
                    "once. Your answers stay in memory; they are hidden, not locked. It does not "
                    "hide the program itself or anything you saved or printed."
                )
            ),
        )

    def _build_place_card(self) -> Card:
        return stacked(
            Card(),
            Heading(self.tr("Where are you?"), 2),
            QuietLabel(
                self.tr(
                    "This decides the emergency number and whom to tell. It is never guessed "
                    "from the computer, and it is remembered for the next time."
                )
            ),
            self.picker,
            self.emergency,
        )

"""Add an instrument: choose its folder, see what it is or all that is wrong, then add a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from indicator_checker.errors import IndicatorCheckerError
from indicator_checker.text import Words
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton, PrimaryButton
from indicator_checker.ui.widgets.column_part import clear_column, end_with_words, part_of_column
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.page import Card, Notice, Page, stacked

if TYPE_CHECKING:
    from indicator_checker.instrument.load import InstrumentRefused
    from indicator_checker.instrument.mistakes import Mistake
    from indicator_checker.shelf import Offer

#: A file that is wrong from end to end would fill a page that nobody reads.
MOST_SHOWN = 100


class AddInstrumentPage(Page):
    """Everything is said on the page itself; nothing is copied before *Add*.

    Signals:
        folder_asked: The person wants to choose a folder.
        add_asked: The folder to add.
        list_asked: The person wants to see what is installed.
        instrument_chosen: Id and version to begin a checklist with.
    """

    folder_asked = Signal()
    add_asked = Signal(object)
    list_asked = Signal()
    instrument_chosen = Signal(str, str)

    def __init__(self, words: Words) -> None:
        """Build the page before a folder is chosen."""
        super().__init__("")
        self.set_title(self.tr("Add an instrument"))
        self._words = words
        intro = self.tr(
            "Choose the folder with the files of the instrument. It is read and checked on this "
            "computer first. Nothing is copied before you choose “Add”."
        )
        self.column.addWidget(BodyLabel(intro))
        self.folder_button = QPushButton(self.tr("Choose a &folder…"))
        self.folder_button.setAccessibleDescription(intro)
        self.folder_button.clicked.connect(self.folder_asked)
        self.add_button: QPushButton | None = None
        self.begin_button: QPushButton | None = None
        self.copy_button: QPushButton | None = None
        row = QHBoxLayout()
        row.addWidget(self.folder_button)
        row.addStretch(1)
        self.column.addLayout(row)
        part, self._said = part_of_column(GRID * 2)
        self.column.addWidget(part)
        self.add_footer()
        end_with_words(self)

    def show_offer(self, offer: Offer, folder: Path) -> None:
        """Say what the folder holds, and offer to add it."""
        self._begin(folder.name)
        self._said.addWidget(self._build_offer(offer))
        if offer.warnings:
            self._add_mistakes(self._words("add.warnings", n=len(offer.warnings)), offer.warnings)
        if offer.installed:
            self._said.addWidget(stacked(Notice(), BodyLabel(self._words("add.already"))))
            self._add_begin(offer)
            return
        self.add_button = PrimaryButton(self.tr("&Add this instrument"))
        self.add_button.setAccessibleDescription(f"{offer.title} {offer.version}")
        self.add_button.clicked.connect(lambda: self.add_asked.emit(folder))
        self._add_buttons(self.add_button)
        self._announce(self.tr("It can be added: {title}").format(title=offer.title))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, refused: InstrumentRefused, folder: Path) -> None:
        """List everything that is wrong, so that the author can mend it in one go."""
        self._begin(folder.name)
        self._add_problem(
            self.tr(
                "This instrument cannot be added yet. The installed instruments are unchanged. "
                "Everything that has to be mended is listed here, for whoever wrote it."
            )
        )
        self._add_copy(refused.mistakes)
        errors = [m for m in refused.mistakes if m.severity == "error"]
        warnings = [m for m in refused.mistakes if m.severity != "error"]
        self._add_mistakes(self.tr("To be mended"), errors)
        if warnings:
            self._add_mistakes(self._words("add.warnings", n=len(warnings)), warnings)

    def show_problem(self, error: IndicatorCheckerError, folder: Path) -> None:
        """Say why the folder cannot be added."""
        self._begin(folder.name)
        self._add_problem(self._words.error(error))

    def show_added(self, offer: Offer) -> None:
        """Say that it is installed, and what can be done with it."""
        self._begin("")
        done = self._words("add.already" if offer.installed else "add.done")
        name = self.tr("{title}, version {version}").format(
            title=offer.title, version=offer.version
        )
        self._said.addWidget(stacked(Notice(), BodyLabel(name, bold=True), BodyLabel(done)))
        self._add_begin(offer)
        self._announce(done)

    def text(self) -> str:
        """Everything the page says, in reading order."""
        return "\n".join(label.text() for label in self.findChildren(BodyLabel))

    def _begin(self, folder: str) -> None:
        clear_column(self._said)
        self.add_button = self.begin_button = self.copy_button = None
        self.folder_button.setText(self.tr("Choose another &folder…"))
        if folder:
            self._said.addWidget(QuietLabel(self.tr("Folder: {name}").format(name=folder)))

    def _build_offer(self, offer: Offer) -> Card:
        # Loaded here: it brings the models of the instrument.
        from indicator_checker.shelf_report import offer_facts, offer_remarks

        facts = [BodyLabel(fact) for fact in offer_facts(offer, self._words)]
        remarks = [BodyLabel(remark, bold=True) for remark in offer_remarks(offer, self._words)]
        return stacked(Card(), Heading(offer.title, 2), *facts, *remarks)

    def _add_problem(self, said: str) -> None:
        self._said.addWidget(stacked(Notice(), BodyLabel(said, bold=True)))
        self._announce(said)
        self.folder_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_copy(self, mistakes: tuple[Mistake, ...]) -> None:
        lines = [self._words.mistake(m.code, m.place, m.value, m.hint) for m in mistakes]
        self.copy_button = LinkButton(self.tr("&Copy the list"))
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText("\n".join(lines))
        )
        self.copy_button.clicked.connect(lambda: self._announce(self.tr("Copied")))
        self._add_buttons(self.copy_button)

    def _add_mistakes(self, title: str, mistakes: list[Mistake] | tuple[Mistake, ...]) -> None:
        self._said.addWidget(Heading(title, 2))
        for mistake in mistakes[:MOST_SHOWN]:
            self._said.addWidget(self._build_mistake(mistake))
        if len(mistakes) > MOST_SHOWN:
            more = self.tr(
                "Another {count} are not shown. Mend these first, then choose the folder again."
            )
            self._said.addWidget(BodyLabel(more.format(count=len(mistakes) - MOST_SHOWN)))

    def _build_mistake(self, mistake: Mistake) -> Card:
        words = self._words
        return stacked(
            Card(),
            QuietLabel(self.tr("Where: {place}").format(place=mistake.place)),
            BodyLabel(words.cause_of(mistake.code, mistake.value), bold=True),
            BodyLabel(words.way_out_of(mistake.code, mistake.hint)),
        )

    def _add_begin(self, offer: Offer) -> None:
        self.begin_button = PrimaryButton(self.tr("&Begin a checklist with it"))
        self.begin_button.clicked.connect(
            lambda: self.instrument_chosen.emit(offer.id, offer.version)
        )
        listed = LinkButton(self.tr("See what is &installed"))
        listed.clicked.connect(self.list_asked)
        self._add_buttons(self.begin_button, listed)
        self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_buttons(self, *buttons: QPushButton) -> None:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID * 2)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._said.addWidget(part)

    def _announce(self, said: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

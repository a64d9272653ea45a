"""The referral: who the child is, what is printed, the real PDF, and the way out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from indicator_checker.errors import FileError
from indicator_checker.files import write_whole
from indicator_checker.referral.identity import PageSize, PrintOptions
from indicator_checker.text import Words
from indicator_checker.ui.export_questions import (
    PrintQuestion,
    ReplaceQuestion,
    SaveQuestion,
    suggested_name,
)
from indicator_checker.ui.printing import build_printer, print_document
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import PrimaryButton
from indicator_checker.ui.widgets.choice_row import ChoiceRow, Option
from indicator_checker.ui.widgets.column_part import (
    clear_column,
    end_with_words,
    part_of_column,
)
from indicator_checker.ui.widgets.identity_form import IdentityForm
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.message_bar import MessageBar
from indicator_checker.ui.widgets.page import Card, Notice, Page, stacked
from indicator_checker.ui.widgets.preview import Preview
from indicator_checker.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from indicator_checker.referral.material import ReferralInput

#: The preview follows the typing after this pause, in milliseconds.
_PAUSE = 400
_LETTER_COUNTRIES = frozenset({"US", "CA"})


class ReferralPage(Page):
    """Preview, save and print; what is shown is, byte for byte, what goes out.

    Signals:
        saved: The PDF was written.
        printed: The pages went to the printer.
    """

    saved = Signal()
    printed = Signal()

    def __init__(self, words: Words) -> None:
        """Build the page; it shows nothing until it is given material."""
        super().__init__("")
        self.set_title(self.tr("Referral"))
        self._words = words
        self._material: ReferralInput | None = None
        self._stale = False
        self.identity = IdentityForm(words)
        self.identity.edited.connect(self._on_edited)
        self.ticks: dict[str, TickBox] = {}
        self._ticks_part, self._ticks_column = part_of_column(GRID)
        self.page_size = self._build_page_size()
        self.preview = Preview()
        self.message = MessageBar()
        self.save_button = PrimaryButton(self.tr("&Save the PDF…"))
        self.save_button.clicked.connect(self._on_save_clicked)
        self.print_button = QPushButton(self.tr("&Print…"))
        self.print_button.clicked.connect(self._on_print_clicked)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._build()

    def show_material(self, material: ReferralInput) -> None:
        """Show the referral that this material gives.

        Identity and options of the material are not looked at: they are asked here.
        """
        self._material = material
        if not self.page_size.value():
            places = {place.country for place in material.who_to_tell[:1]}
            self.page_size.set_value("Letter" if places & _LETTER_COUNTRIES else "A4")
        self._show_ticks(material)
        self._stale = True
        self.refresh()

    def options(self) -> PrintOptions:
        """What was chosen for this export."""
        ticked = frozenset(sign for sign, tick in self.ticks.items() if tick.isChecked())
        size: PageSize = "Letter" if self.page_size.value() == "Letter" else "A4"
        return PrintOptions(ticked, size)

    def refresh(self) -> None:
        """Build the PDF anew if something changed, and show it."""
        self._pause.stop()
        if self._stale and self._material is not None:
            self._stale = False
            self.preview.show_pdf(self._render(self._material))

    def _render(self, material: ReferralInput) -> bytes:
        # Loaded here: the PDF library would slow the opening of every other page.
        from indicator_checker.pdf import render_pdf
        from indicator_checker.referral.build import build_referral

        options = self.options()
        chosen = replace(material, identity=self.identity.identity(), options=options)
        return render_pdf(build_referral(chosen), options.page_size)

    def _build(self) -> None:
        self.column.addWidget(self._build_word())
        self.column.addWidget(self.identity)
        self._ticks_part.hide()
        self.column.addWidget(self._ticks_part)
        self.column.addWidget(stacked(Card(), Heading(self.tr("Paper"), 2), self.page_size))
        actions = QHBoxLayout()
        actions.setSpacing(GRID * 2)
        actions.addWidget(self.save_button)
        actions.addWidget(self.print_button)
        actions.addStretch(1)
        self.column.addLayout(actions)
        self.column.addWidget(self.message)
        self.column.addWidget(Heading(self.tr("What will be saved and printed"), 2))
        self.column.addWidget(self.preview)
        self.add_footer()
        end_with_words(self)

    def _build_word(self) -> Notice:
        sends_nothing = BodyLabel(
            self.tr("Saving or printing sends nothing. Phone first."), size=1.1, bold=True
        )
        script = BodyLabel(
            self.tr("Most desks need a call or their own form. Use the PDF as your script.")
        )
        return stacked(
            Notice(), sends_nothing, script, BodyLabel(self._words("referral.stamp.file"))
        )

    def _build_page_size(self) -> ChoiceRow:
        options = (Option("A4", self.tr("A4")), Option("Letter", self.tr("Letter")))
        row = ChoiceRow(self.tr("Size of the paper"), options)
        row.chosen.connect(self._on_chosen)
        return row

    def _show_ticks(self, material: ReferralInput) -> None:
        evaluation, indicators = material.evaluation, material.instrument.catalogue.indicators
        answered = (*evaluation.present, *evaluation.possible)
        wanted = [sign for sign in answered if indicators[sign].print == "if_ticked"]
        if list(self.ticks) == wanted:
            return
        kept = self.options().printed_if_ticked
        clear_column(self._ticks_column)
        self.ticks = {sign: self._build_tick(indicators[sign].text) for sign in wanted}
        for sign, tick in self.ticks.items():
            tick.setChecked(sign in kept)
            tick.toggled.connect(self._on_chosen)
        if self.ticks:
            self._ticks_column.addWidget(self._build_ticks_card())
        self._ticks_part.setVisible(bool(self.ticks))

    def _build_tick(self, text: str) -> TickBox:
        tick = TickBox(text)
        tick.setAccessibleDescription(self.tr("Print this in the PDF"))
        return tick

    def _build_ticks_card(self) -> Card:
        hint = self.tr(
            "Background, papers and status stay out of the PDF, because they may harm the child. "
            "Tick only what the desk needs to protect the child."
        )
        return stacked(
            Card(),
            Heading(self.tr("Printed only if you tick it"), 2),
            QuietLabel(hint),
            *self.ticks.values(),
        )

    def _save_at(self, path: Path, *, replacing: bool) -> None:
        try:
            write_whole(path, self.preview.data(), replace=replacing)
        except FileError as error:
            if error.code == "file_exists":
                self._on_file_exists(path)
            else:
                self._say(self._words.error(error), self.tr("Save in another place"))
            return
        text = self.tr(
            "Saved as “{name}”. Nothing was sent. Phone first, then note on page 1 who was told."
        )
        self._say(text.format(name=path.name))
        self.saved.emit()

    def _say(self, text: str, way_out: str = "") -> None:
        self.message.show_message(text, way_out, self._on_save_clicked if way_out else None)
        self.ensureWidgetVisible(self.message)

    def _on_file_exists(self, path: Path) -> None:
        if ReplaceQuestion.ask(self, path.name):
            self._save_at(path, replacing=True)
        else:
            text = self.tr("“{name}” was kept as it is. The referral is not saved yet.")
            self._say(text.format(name=path.name), self.tr("Save under another name"))

    def _on_edited(self) -> None:
        self._stale = True
        self._pause.start()

    def _on_chosen(self) -> None:
        self._stale = True
        self.refresh()

    def _on_save_clicked(self) -> None:
        self.refresh()
        path = SaveQuestion.ask(self, suggested_name())
        if path is not None:
            self._save_at(path, replacing=False)

    def _on_print_clicked(self) -> None:
        self.refresh()
        printer = build_printer(self.options().page_size)
        if not PrintQuestion.ask(self, printer):
            return
        pages = print_document(self.preview.data(), printer)
        if pages:
            self._say(self.tr("%n page(s) went to the printer. Stay beside it.", "", pages))
            self.printed.emit()
        else:
            problem = self.tr(
                "The printer could not be started. Nothing was lost. Look whether it is switched "
                "on, or save the PDF instead."
            )
            self._say(problem)

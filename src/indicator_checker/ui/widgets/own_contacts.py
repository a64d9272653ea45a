"""The contacts of the person's own organisation: they stand first and are kept in the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.settings import LONGEST_TEXT
from indicator_checker.ui.style import GRID
from indicator_checker.ui.widgets.buttons import LinkButton
from indicator_checker.ui.widgets.channel_card import number_row
from indicator_checker.ui.widgets.column_part import clear_column, part_of_column
from indicator_checker.ui.widgets.labels import BodyLabel, Heading, QuietLabel
from indicator_checker.ui.widgets.message_bar import MessageBar
from indicator_checker.ui.widgets.note_edit import LineField
from indicator_checker.ui.widgets.page import Card

_MOST_CONTACTS = 50


class ContactForm(QWidget):
    """The fields of one contact.

    Signals:
        saved: The contact as typed.
        cancelled: Nothing is to change.
    """

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, contact: OwnContact, parent: QWidget | None = None) -> None:
        """Build the form with what is known of the contact."""
        super().__init__(parent)
        labels = {
            "name": self.tr("Name of the person or desk"),
            "role": self.tr("What they do (optional)"),
            "phone": self.tr("Telephone (optional)"),
            "hours": self.tr("Hours (optional)"),
            "email": self.tr("E-mail (optional)"),
            "note": self.tr("Note (optional)"),
        }
        self.edits = {name: LineField() for name in labels}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(GRID // 2)
        self.problem = BodyLabel("", bold=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        for name, label in labels.items():
            self._add_field(layout, name, label, str(getattr(contact, name)))
        self.save_button = LinkButton(self.tr("Save this contact"))
        self.save_button.clicked.connect(self._on_save_clicked)
        self.cancel_button = LinkButton(self.tr("Do not change anything"))
        self.cancel_button.clicked.connect(self.cancelled)
        layout.addLayout(_row(self.save_button, self.cancel_button))

    def contact(self) -> OwnContact:
        """The contact as typed now."""
        return OwnContact(**{name: edit.text().strip() for name, edit in self.edits.items()})

    def _add_field(self, layout: QVBoxLayout, name: str, label: str, text: str) -> None:
        edit = self.edits[name]
        edit.setMaxLength(LONGEST_TEXT)
        edit.setText(text)
        edit.setAccessibleName(label)
        edit.setAccessibleDescription(label)
        edit.returnPressed.connect(self._on_save_clicked)
        shown = BodyLabel(label)
        shown.setBuddy(edit)
        layout.addWidget(shown)
        layout.addWidget(edit)

    def _on_save_clicked(self) -> None:
        contact = self.contact()
        if contact.name:
            self.saved.emit(contact)
            return
        self.problem.setText(self.tr("Give the contact a name. Nothing was lost."))
        self.problem.show()
        self.edits["name"].setFocus()


class OwnContacts(Card):
    """The list, with *Add*, *Change* and *Remove*.

    Signals:
        contacts_changed: All contacts as they are now.
        copy_asked: The number to put into the clipboard.
    """

    contacts_changed = Signal(object)
    copy_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with an empty list."""
        super().__init__(parent)
        self._contacts: tuple[OwnContact, ...] = ()
        self._changing: int | None = None
        self.form: ContactForm | None = None
        self.message = MessageBar()
        self._entries, self._list = part_of_column(GRID * 2)
        self._form, self._form_place = part_of_column(0)
        self.add_button = LinkButton(self.tr("Add a contact"))
        self.add_button.clicked.connect(self._on_add_clicked)
        self._build()

    def show_contacts(self, contacts: tuple[OwnContact, ...]) -> None:
        """Show these contacts; a form that is open stays open."""
        self._contacts = contacts
        self._show_list()

    def contacts(self) -> tuple[OwnContact, ...]:
        """The contacts as they are now."""
        return self._contacts

    def change_buttons(self) -> list[LinkButton]:
        """One button to a contact, in order."""
        return [b for b in self.findChildren(LinkButton) if b.objectName() == "change"]

    def remove_buttons(self) -> list[LinkButton]:
        """One button to a contact, in order."""
        return [b for b in self.findChildren(LinkButton) if b.objectName() == "remove"]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(Heading(self.tr("Your own organisation"), 2))
        hint = self.tr(
            "Your safeguarding lead, the local child protection desk, the duty line. "
            "They are kept on this computer. Write nothing about a child here."
        )
        column.addWidget(QuietLabel(hint))
        column.addWidget(self.message)
        column.addWidget(self._entries)
        column.addWidget(self._form)
        column.addWidget(self.add_button)
        self._close_form()
        self._show_list()

    def _show_list(self) -> None:
        clear_column(self._list)
        for place, contact in enumerate(self._contacts):
            self._list.addWidget(self._build_entry(place, contact))
        self._entries.setVisible(bool(self._contacts))
        full = len(self._contacts) >= _MOST_CONTACTS
        self.add_button.setVisible(self.form is None and not full)

    def _build_entry(self, place: int, contact: OwnContact) -> QWidget:
        entry = QWidget()
        entry.setAccessibleName(contact.name)
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(Heading(contact.name, 3))
        if contact.role:
            column.addWidget(BodyLabel(contact.role))
        if contact.phone:
            column.addWidget(number_row((contact.phone,), "", self._build_copy(contact)))
        for line in (contact.hours, contact.email, contact.note):
            if line:
                column.addWidget(BodyLabel(line))
        change = self._build_button("change", self.tr("Change"), contact)
        change.clicked.connect(lambda: self._open_form(contact, place))
        remove = self._build_button("remove", self.tr("Remove"), contact)
        remove.clicked.connect(lambda: self._on_remove_clicked(place))
        column.addLayout(_row(change, remove))
        return entry

    def _build_copy(self, contact: OwnContact) -> LinkButton:
        copy = self._build_button("copy", self.tr("Copy number"), contact)
        copy.clicked.connect(lambda: self.copy_asked.emit(contact.phone))
        return copy

    def _build_button(self, kind: str, words: str, contact: OwnContact) -> LinkButton:
        button = LinkButton(words)
        button.setObjectName(kind)
        name = self.tr("{what}: {contact}").format(what=words, contact=contact.name)
        button.setAccessibleName(name)
        button.setAccessibleDescription(contact.role or contact.name)
        return button

    def _open_form(self, contact: OwnContact, place: int | None) -> None:
        self._close_form()
        self._changing = place
        self.form = ContactForm(contact)
        self.form.saved.connect(self._on_saved)
        self.form.cancelled.connect(self._on_cancelled)
        self._form_place.addWidget(self.form)
        # Shown at once, or it could not take the focus yet.
        self._form.show()
        self.form.show()
        self.add_button.hide()
        self.form.edits["name"].setFocus()

    def _close_form(self) -> None:
        if self.form is not None:
            self._form_place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._form.hide()

    def _change(self, contacts: tuple[OwnContact, ...]) -> None:
        self.show_contacts(contacts)
        self.contacts_changed.emit(contacts)

    def _on_add_clicked(self) -> None:
        self._open_form(OwnContact(""), None)

    def _on_saved(self, contact: OwnContact) -> None:
        place = self._changing
        self._close_form()
        if place is None or place >= len(self._contacts):
            self._change((*self._contacts, contact))
        else:
            before, after = self._contacts[:place], self._contacts[place + 1 :]
            self._change((*before, contact, *after))
        self.add_button.setFocus()

    def _on_cancelled(self) -> None:
        self._close_form()
        self.add_button.show()
        self.add_button.setFocus()

    def _on_remove_clicked(self, place: int) -> None:
        before = self._contacts
        self._close_form()
        self._change((*before[:place], *before[place + 1 :]))
        said = self.tr("{name} was removed.").format(name=before[place].name)
        self.message.show_message(said, self.tr("Put it back"), lambda: self._change(before))


def _row(*buttons: LinkButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID * 2)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row

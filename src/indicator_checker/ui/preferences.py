"""The settings of this computer while the window is open: changed here, saved at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.errors import IndicatorCheckerError
from indicator_checker.settings import TEXT_SIZES, Settings, save_settings


class Preferences(QObject):
    """Place, text size, window size and own contacts; nothing about a child.

    Signals:
        text_size_changed: The new factor.
        not_saved: The error, when the settings could not be written; they hold until the end.
    """

    text_size_changed = Signal(float)
    not_saved = Signal(object)

    def __init__(self, settings: Settings) -> None:
        """Begin with the saved settings."""
        super().__init__()
        self.settings = settings

    def set_place(self, country: str, region: str) -> None:
        """Remember the person's own place; where a child lives is never kept here."""
        self._keep(replace(self.settings, country=country, region=region))

    def set_contacts(self, contacts: tuple[OwnContact, ...]) -> None:
        """Remember the contacts of the person's organisation."""
        self._keep(replace(self.settings, contacts=contacts))

    def set_window_size(self, width: int, height: int) -> None:
        """Remember how large the window was."""
        if self.settings.window != (width, height):
            self._keep(replace(self.settings, window=(width, height)))

    def set_text_size(self, size: float) -> None:
        """Remember the text size and tell everyone."""
        self._keep(replace(self.settings, text_size=size))
        self.text_size_changed.emit(size)

    def step_text_size(self, steps: int) -> None:
        """Go to the next larger or smaller text size, if there is one."""
        place = TEXT_SIZES.index(self.settings.text_size) + steps
        if 0 <= place < len(TEXT_SIZES):
            self.set_text_size(TEXT_SIZES[place])

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        try:
            save_settings(settings)
        except IndicatorCheckerError as error:
            self.not_saved.emit(error)

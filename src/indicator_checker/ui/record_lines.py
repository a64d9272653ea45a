"""What header and band say about the checklist in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indicator_checker.ui.emergency_words import emergency_sentence

if TYPE_CHECKING:
    from indicator_checker.ui.main_window import MainWindow


def show_record_lines(window: MainWindow) -> None:
    """Show reference, what is kept, review, emergency number, and the band over a practise case."""
    way, header = window.front, window.header
    practice = way is not None and way.case is not None
    country, reviewed, reference = window.preferences.settings.country, False, ""
    if way is not None:
        checklist = way.session.checklist
        reference = checklist.reference
        reviewed = way.session.instrument.catalogue.review.status == "reviewed"
        if not practice:
            # An invented child lives nowhere: there the number of the person's own place stays.
            country = checklist.place.country if checklist.place else ""
    header.show_reference(reference, practice=practice)
    header.show_checklist_lines(way is not None, reviewed, practice=practice)
    header.show_emergency(emergency_sentence(country))
    window.band.setVisible(practice)

"""The pages in the order in which they lead on, and their titles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from indicator_checker.instrument.model import Catalogue

translate = QCoreApplication.translate

START = "start"
ABOUT = "about"
DANGER = "danger"
RECORD = "record"
REVIEW = "review"
CHANNELS = "channels"
REFERRAL = "referral"
METHOD = "method"
STORY = "story"
READING = "reading"
_SECTION = "section:"

#: The body map as an item of the page that holds it.
BODY_MARKS = "body_marks"


@dataclass(frozen=True, slots=True)
class PagePlace:
    """One page in the order; ``gap`` sets it off from the ones before."""

    id: str
    title: str
    gap: bool = False


def page_of_section(section: str) -> str:
    """Id of the page of a section."""
    return _SECTION + section


def section_of_page(page: str) -> str:
    """Id of the section on a page, or an empty string for another page."""
    return page.removeprefix(_SECTION) if page.startswith(_SECTION) else ""


def page_order(catalogue: Catalogue) -> tuple[PagePlace, ...]:
    """All pages of a checklist, from *About* to *Referral*."""
    return (
        PagePlace(ABOUT, translate("PageOrder", "About this checklist")),
        *_pages_of_signs(catalogue),
        PagePlace(RECORD, translate("PageOrder", "What else matters"), gap=True),
        PagePlace(REVIEW, translate("PageOrder", "Check your answers")),
        PagePlace(CHANNELS, translate("PageOrder", "Who to tell")),
        PagePlace(REFERRAL, translate("PageOrder", "Referral")),
    )


def practise_order(catalogue: Catalogue) -> tuple[PagePlace, ...]:
    """The pages of a practise case: only the story, the signs, and the intended reading.

    Nothing here leads to a referral, to a real desk, or to what is written about a real child.
    """
    return (
        PagePlace(STORY, translate("PageOrder", "The story")),
        *_pages_of_signs(catalogue),
        PagePlace(READING, translate("PageOrder", "The intended reading"), gap=True),
    )


def _pages_of_signs(catalogue: Catalogue) -> Iterator[PagePlace]:
    """The danger page, then one page for each section."""
    yield PagePlace(DANGER, translate("PageOrder", "Is anyone in danger?"))
    sections = [section for section in catalogue.sections if not section.immediate]
    for place, section in enumerate(sections):
        yield PagePlace(page_of_section(section.id), section.title, gap=place == 0)


def page_of_indicator(catalogue: Catalogue, indicator: str) -> str:
    """Id of the page on which an indicator stands."""
    for section in catalogue.sections:
        if any(found.id == indicator for found in section.indicators):
            return DANGER if section.immediate else page_of_section(section.id)
    raise KeyError(indicator)

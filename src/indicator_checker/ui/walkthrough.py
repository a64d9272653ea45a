"""The way through one checklist: its pages in order, each built when it is first opened."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from indicator_checker.channels.who_to_tell import WhoToTell
from indicator_checker.checklist import Place
from indicator_checker.referral.material import ReferralInput
from indicator_checker.text import Words
from indicator_checker.ui import page_order, places
from indicator_checker.ui.page_building import build_page
from indicator_checker.ui.page_states import page_state
from indicator_checker.ui.pages.about import AboutPage
from indicator_checker.ui.pages.channels import ChannelsPage
from indicator_checker.ui.pages.danger import DangerPage
from indicator_checker.ui.pages.indicators import IndicatorsPage, SignFilter
from indicator_checker.ui.pages.referral import ReferralPage
from indicator_checker.ui.pages.review import ReviewPage
from indicator_checker.ui.preferences import Preferences
from indicator_checker.ui.questions import ClearQuestion
from indicator_checker.ui.section_state import section_state
from indicator_checker.ui.session import Session
from indicator_checker.ui.widgets.level_panel import LevelPanel
from indicator_checker.ui.widgets.page import Page
from indicator_checker.ui.widgets.rail import Rail
from indicator_checker.ui.widgets.section_list import Entry
from indicator_checker.ui.widgets.sign_search import Findable

if TYPE_CHECKING:
    from indicator_checker.practise import PractiseCase


class Walkthrough(QObject):
    """Opens the pages of one session and keeps rail and panel up to date.

    Signals:
        page_built: A page that was just built and has no place in the window yet.
        page_opened: The page that comes to the front, and whether the focus goes into it.
        left: The person goes back beyond the first page, or is done with a practise case.
        restart_asked: The person wants to try the practise case again.
        other_instrument_asked: The person wants another instrument for this checklist.
    """

    page_built = Signal(object)
    page_opened = Signal(object, bool)
    left = Signal()
    restart_asked = Signal()
    other_instrument_asked = Signal()

    def __init__(
        self,
        session: Session,
        words: Words,
        preferences: Preferences,
        sides: tuple[Rail, LevelPanel],
        window: QWidget,
        case: PractiseCase | None = None,
    ) -> None:
        """Begin at no page yet.

        Args:
            session: The checklist.
            words: Sentences that do not belong to the window itself.
            preferences: Own contacts and place of the person.
            sides: Rail and panel.
            window: Over which questions are asked.
            case: The invented case that this checklist is about; ``None`` for a real one.
        """
        super().__init__(window)
        self.session = session
        self.words = words
        self.preferences = preferences
        self.window = window
        self.rail, self.panel = sides
        self.case = case
        catalogue = session.instrument.catalogue
        self.order = (
            page_order.practise_order(catalogue) if case else page_order.page_order(catalogue)
        )
        self.opened = ""
        self.filter = SignFilter()
        self._pages: dict[str, Page] = {}
        # The outlook takes longer than a frame: the answer shows first, the panel right after.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.show_result)
        self._wire()

    def page(self, page: str) -> Page:
        """A page of this checklist, built if this is the first time."""
        if page not in self._pages:
            built = build_page(self, page)
            built.continue_asked.connect(lambda: self.open_neighbour(1))
            built.back_asked.connect(lambda: self.open_neighbour(-1))
            self._pages[page] = built
            self.page_built.emit(built)
        return self._pages[page]

    def built_pages(self) -> list[Page]:
        """The pages that were opened so far."""
        return list(self._pages.values())

    def open_page(self, page: str, *, focus: bool = True) -> None:
        """Open a page of this id."""
        found = self.page(page)
        self.opened = page
        found.show_checklist(self.session.checklist)
        self._show_more(found)
        found.scroll_to_top()
        self.show_states()
        self.page_opened.emit(found, focus)

    def open_item(self, page: str, item: str) -> None:
        """Open a page and focus one line of it; the first one where none is named."""
        self.open_page(page, focus=not item)
        self._pages[page].focus_item(item)

    def open_indicator(self, indicator: str) -> None:
        """Open the page of an indicator and focus its answer."""
        catalogue = self.session.instrument.catalogue
        self.open_item(page_order.page_of_indicator(catalogue, indicator), indicator)

    def open_something_else(self) -> None:
        """Go where any other worry can be written down."""
        if "something_else" in self.session.instrument.catalogue.indicators:
            self.open_indicator("something_else")
        else:
            self.open_item(page_order.RECORD, "worry")

    def open_neighbour(self, steps: int) -> None:
        """Open the next or the previous page; before the first one the person leaves."""
        ids = [place.id for place in self.order]
        there = ids.index(self.opened) + steps
        if there < 0:
            self.left.emit()
        elif there < len(ids):
            self.open_page(ids[there])

    def title_after(self, page: str) -> str:
        """Title of the page that follows."""
        ids = [place.id for place in self.order]
        return self.order[ids.index(page) + 1].title

    def set_filter(self, chosen: SignFilter) -> None:
        """Use a filter on every page of signs."""
        self.filter = chosen
        shown = self._pages.get(self.opened)
        if isinstance(shown, IndicatorsPage):
            shown.show_checklist(self.session.checklist)
            shown.show_filter(chosen)

    def may_clear(self, indicator: str) -> bool:
        """Whether an answer may go: asks if words stand under it."""
        return not self.session.words_under(indicator) or ClearQuestion.ask(self.window)

    def show_places(self) -> None:
        """Show both places of the checklist with the regions of their countries."""
        about = self._pages.get(page_order.ABOUT)
        checklist = self.session.checklist
        if isinstance(about, AboutPage):
            here = checklist.place.country if checklist.place else ""
            there = checklist.other_place.country if checklist.other_place else ""
            about.show_places(
                checklist.place, places.regions(here), checklist.other_place, places.regions(there)
            )

    def show_channels(self) -> None:
        """Show whom to tell where the child lives, and where it happened."""
        page = self._pages.get(page_order.CHANNELS)
        if isinstance(page, ChannelsPage):
            named = {
                code: name
                for place in self._places()
                for code, name in places.regions(place.country)
            }
            contacts = self.preferences.settings.contacts
            page.show_who_to_tell(self._who_to_tell(), contacts, named, _now().date())

    def show_states(self) -> None:
        """Show in the rail how each page stands."""
        session = self.session
        entries = [
            Entry(p.id, p.title, page_state(p.id, session, self.words), p.gap) for p in self.order
        ]
        self.rail.sections.show_entries(entries, self.opened)

    def show_result(self) -> None:
        """Show in the panel where things stand."""
        session = self.session
        self.panel.show_result(
            session.instrument,
            session.evaluation,
            session.outlook(),
            self.words,
            session.checklist.judgement,
        )

    def _show_more(self, page: Page) -> None:
        """What some pages show besides the checklist."""
        checklist = self.session.checklist
        if isinstance(page, AboutPage):
            self.show_places()
        elif isinstance(page, DangerPage):
            self._show_section_state(page)
        elif isinstance(page, IndicatorsPage):
            self._show_section_state(page)
            page.show_filter(self.filter)
        elif isinstance(page, ReviewPage):
            page.show_open_ends(checklist, self.session.evaluation)
            page.show_result(self.session.evaluation, checklist.judgement)
        elif isinstance(page, ChannelsPage):
            self.show_channels()
        elif isinstance(page, ReferralPage):
            page.show_material(self._material())

    def _show_section_state(self, page: Page) -> None:
        """What the answers so far make needed on a page of signs."""
        if isinstance(page, IndicatorsPage):
            page.show_state(section_state(self.session, page.section, self.words))
        elif isinstance(page, DangerPage):
            sections = self.session.instrument.catalogue.sections
            immediate = [section for section in sections if section.immediate]
            page.show_states([section_state(self.session, s, self.words) for s in immediate])

    def _places(self) -> list[Place]:
        """Where the child lives, then where it happened; each once."""
        checklist = self.session.checklist
        both = (checklist.place, checklist.other_place)
        return list(dict.fromkeys(place for place in both if place is not None))

    def _who_to_tell(self) -> tuple[WhoToTell, ...]:
        contacts = self.preferences.settings.contacts
        return tuple(places.who_to_tell(place, contacts) for place in self._places())

    def _material(self) -> ReferralInput:
        session = self.session
        return ReferralInput(
            session.instrument,
            session.checklist,
            session.evaluation,
            session.outlook(),
            self._who_to_tell(),
            self.words,
            _now(),
        )

    def _wire(self) -> None:
        session = self.session
        session.result_changed.connect(self._on_result_changed)
        session.recorded.connect(self.show_states)
        session.judgement_changed.connect(self._soon.start)
        self.rail.show_signs(self._findable())
        self.rail.sections.page_chosen.connect(self.open_page)
        self.rail.sign_chosen.connect(self.open_indicator)
        self.rail.something_else_asked.connect(self.open_something_else)
        self.show_result()

    def _findable(self) -> list[Findable]:
        return [
            Findable(
                sign.id,
                sign.text,
                section.title,
                f"{sign.text} {sign.looks_like} {sign.could_also_be}".casefold(),
            )
            for section in self.session.instrument.catalogue.sections
            for sign in section.indicators
        ]

    def _on_result_changed(self) -> None:
        self.show_states()
        if self.opened in self._pages:
            self._show_section_state(self._pages[self.opened])
        self._soon.start(0)


def _now() -> datetime:
    """The present moment by the clock of this computer, with its offset."""
    return datetime.now().astimezone().replace(microsecond=0)

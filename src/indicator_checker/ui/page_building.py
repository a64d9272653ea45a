"""Builds each page when it is first opened, and wires what it tells to the way.session.

Imports stand inside the builders: nothing of a page is loaded before the person goes there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from indicator_checker.ui import page_order, places
from indicator_checker.ui.widgets.page import Page

if TYPE_CHECKING:
    from indicator_checker.practise import PractiseCase
    from indicator_checker.ui.pages.danger import DangerPage
    from indicator_checker.ui.pages.indicators import IndicatorsPage
    from indicator_checker.ui.walkthrough import Walkthrough


def build_page(way: Walkthrough, page: str) -> Page:
    """The page of this id, wired to the session and the way."""
    section = page_order.section_of_page(page)
    if section:
        return _build_indicators(way, section)
    builders: dict[str, Callable[[Walkthrough], Page]] = {
        page_order.ABOUT: _build_about,
        page_order.DANGER: _build_danger,
        page_order.RECORD: _build_record,
        page_order.REVIEW: _build_review,
        page_order.CHANNELS: _build_channels,
        page_order.REFERRAL: _build_referral,
        page_order.STORY: _build_story,
        page_order.READING: _build_reading,
    }
    return builders[page](way)


def _build_about(way: Walkthrough) -> Page:
    from indicator_checker.ui.pages.about import AboutPage

    catalogue = way.session.instrument.catalogue
    line = QCoreApplication.translate("AboutPage", "Instrument: {title}, version {version}")
    line = line.format(title=catalogue.title, version=catalogue.version)
    page = AboutPage(way.words, places.countries(), line)
    page.reference_changed.connect(way.session.set_reference)
    page.setting_chosen.connect(way.session.set_setting)
    page.place_chosen.connect(way.session.set_place)
    page.other_place_chosen.connect(way.session.set_other_place)
    page.field_changed.connect(way.session.set_field)
    page.other_instrument_asked.connect(way.other_instrument_asked)
    page.place_chosen.connect(way.show_places)
    page.other_place_chosen.connect(way.show_places)
    return page


def _build_danger(way: Walkthrough) -> Page:
    from indicator_checker.ui.answer_scale import scales_of
    from indicator_checker.ui.pages.danger import DangerPage

    catalogue = way.session.instrument.catalogue
    sections = tuple(section for section in catalogue.sections if section.immediate)
    scales = scales_of(way.session.instrument, sections, way.words)
    page = DangerPage(sections, scales, way.words, way.title_after(page_order.DANGER))
    page.danger_answered.connect(way.session.set_danger)
    page.danger_answered.connect(page.show_danger)
    page.field_changed.connect(way.session.set_field)
    _wire_answers(way, page)
    return page


def _build_indicators(way: Walkthrough, section_id: str) -> Page:
    from indicator_checker.ui.answer_scale import scales_of
    from indicator_checker.ui.pages.indicators import IndicatorsPage

    catalogue = way.session.instrument.catalogue
    section = next(found for found in catalogue.sections if found.id == section_id)
    following = way.title_after(page_order.page_of_section(section_id))
    scales = scales_of(way.session.instrument, [section], way.words)
    page = IndicatorsPage(section, scales, following)
    # Where the instrument names no strong signs there is no short pass to offer.
    page.short_pass.setVisible(any(sign.short_pass for sign in catalogue.indicators.values()))
    page.filter_changed.connect(way.set_filter)
    _wire_answers(way, page)
    return page


def _build_record(way: Walkthrough) -> Page:
    from indicator_checker.ui.pages.record import RecordPage

    page = RecordPage(way.words, way.title_after(page_order.RECORD))
    page.field_changed.connect(way.session.set_field)
    page.body_marks_changed.connect(way.session.set_body_marks)
    return page


def _build_review(way: Walkthrough) -> Page:
    from indicator_checker.ui.pages.review import ReviewPage

    following = way.title_after(page_order.REVIEW)
    page = ReviewPage(way.session.instrument, way.words, following)
    page.change_asked.connect(way.open_item)
    page.judgement_changed.connect(way.session.set_judgement)
    page.judged_points_changed.connect(way.session.set_judged_points)
    page.judgement_changed.connect(
        lambda judgement: page.show_result(way.session.evaluation, judgement)
    )
    page.judged_points_changed.connect(
        lambda _judged: page.show_result(way.session.evaluation, way.session.checklist.judgement)
    )
    return page


def _build_channels(way: Walkthrough) -> Page:
    from indicator_checker.ui.pages.channels import ChannelsPage

    page = ChannelsPage(way.words, way.title_after(page_order.CHANNELS))
    page.field_changed.connect(way.session.set_field)
    page.contacts_changed.connect(way.preferences.set_contacts)
    page.contacts_changed.connect(way.show_channels)
    page.place_asked.connect(lambda: way.open_item(page_order.ABOUT, "place"))
    return page


def _build_referral(way: Walkthrough) -> Page:
    from indicator_checker.ui.pages.referral import ReferralPage

    return ReferralPage(way.words)


def _build_story(way: Walkthrough) -> Page:
    from indicator_checker.ui.pages.story import StoryPage

    return StoryPage(_case_of(way), way.words, way.title_after(page_order.STORY))


def _build_reading(way: Walkthrough) -> Page:
    from indicator_checker.ui.pages.reading import ReadingPage

    page = ReadingPage(way.session.instrument, _case_of(way), way.words)
    page.another_asked.connect(way.left)
    page.again_asked.connect(way.restart_asked)
    return page


def _case_of(way: Walkthrough) -> PractiseCase:
    """The case of a practise way.

    Raises:
        KeyError: for a real checklist, which has no story.
    """
    if way.case is None:
        raise KeyError(page_order.STORY)
    return way.case


def _wire_answers(way: Walkthrough, page: DangerPage | IndicatorsPage) -> None:
    def show(indicator: str) -> None:
        row = page.row(indicator)
        if row is not None:
            row.show_answer(way.session.checklist.answers.get(indicator))

    def clear(indicator: str) -> None:
        if way.may_clear(indicator):
            way.session.clear_answer(indicator)
        show(indicator)

    page.answered.connect(way.session.answer)
    page.answered.connect(lambda indicator, _value: show(indicator))
    page.answer_cleared.connect(clear)
    page.observation_changed.connect(way.session.observe)

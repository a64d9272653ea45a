from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from indicator_checker.channels.directory import load_directory
from indicator_checker.channels.emergency import EmergencyEntry
from indicator_checker.channels.model import Kind, Status
from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.channels.who_to_tell import WhoToTell, channels_for
from indicator_checker.text import Words
from indicator_checker.ui.channel_words import channel_words
from indicator_checker.ui.clipboard import SECONDS, BriefClipboard
from indicator_checker.ui.focus_order import focus_stops
from indicator_checker.ui.pages.channels import ChannelsPage
from indicator_checker.ui.widgets.channel_card import ChannelCard
from indicator_checker.ui.widgets.labels import BodyLabel
from indicator_checker.ui.widgets.own_contacts import OwnContacts
from indicator_checker.ui.widgets.place_channels import EmergencyNotice

WORDS = Words()
TODAY = date(2026, 11, 21)
LEAD = OwnContact("Ms Okafor", "Safeguarding lead", "01632 960 123", "8 to 17", "Room 4")


def at(country: str, region: str | None = None) -> WhoToTell:
    return channels_for(load_directory(country), region)


@pytest.fixture
def page(qtbot: QtBot) -> ChannelsPage:
    page = ChannelsPage(WORDS, "Referral")
    qtbot.addWidget(page)
    page.resize(760, 700)
    page.show()
    return page


def text_of(page: ChannelsPage) -> str:
    QApplication.processEvents()
    labels = page.findChildren(BodyLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(page))


def button(page: ChannelsPage, words: str) -> QAbstractButton:
    return next(b for b in page.findChildren(QAbstractButton) if words in b.text())


def test_the_emergency_number_comes_first_and_the_own_contacts_next(page: ChannelsPage) -> None:
    page.show_who_to_tell((at("GB", "GB-ENG"),), (LEAD,), {"GB-ENG": "England"}, TODAY)
    text = text_of(page)
    order = [text.index(part) for part in ("999", "Ms Okafor", "England, United Kingdom", "NSPCC")]
    assert order == sorted(order)
    assert "01632 960 123" in text


def test_tab_and_screen_reader_follow_the_page_from_top_to_bottom(page: ChannelsPage) -> None:
    page.show_who_to_tell((at("GB", "GB-ENG"),), (LEAD,), {}, TODAY)
    page.own.add_button.click()
    QApplication.processEvents()
    tops = [stop.mapTo(page, stop.rect().center()).y() for stop in focus_stops(page)]
    assert len(tops) > 10
    # Buttons of one row need not have their middles at the very same height.
    assert all(later > earlier - 12 for earlier, later in pairwise(tops))


@pytest.mark.parametrize("country", ["GB", "US", "IE", "FR", "KE", "NL"])
def test_no_number_stands_without_its_country_source_and_warning(
    page: ChannelsPage, country: str
) -> None:
    page.show_who_to_tell((at(country),), (), {}, TODAY)
    for fold in page.places[0].unconfirmed:
        fold.open()
    cards = page.findChildren(ChannelCard)
    assert cards
    for card in cards:
        assert "Source: " in card.text()
        assert "Not telephoned by us." in card.text()
        if card.copy_button is not None:
            assert WORDS.country(country) in card.text()


def test_what_is_unconfirmed_is_folded_away_with_a_warning(page: ChannelsPage) -> None:
    place = at("GB", "GB-ENG")
    folded = [c for g in place.groups for c in g.unconfirmed]
    assert folded
    page.show_who_to_tell((place,), (), {}, TODAY)
    assert all(channel.name not in text_of(page) for channel in folded)
    for fold in page.places[0].unconfirmed:
        fold.open()
    assert all(channel.name in text_of(page) for channel in folded)
    assert "These are never printed." in text_of(page)


@pytest.mark.parametrize("country", ["GB", "IE", "US", "DE"])
def test_a_child_helpline_is_never_taken_for_the_desk_that_takes_reports(country: str) -> None:
    rows = [c for g in at(country).groups for c in (*g.printable, *g.unconfirmed)]
    helplines = [c for c in rows if c.kind is Kind.CHILD_HELPLINE]
    assert helplines
    for channel in helplines:
        said = channel_words(channel, country, TODAY, TODAY, WORDS)
        assert any("not where a professional files a report" in line for line in said.details)


def test_every_shipped_channel_can_be_put_into_words_from_at_home_and_from_abroad() -> None:
    for country in ("GB", "US", "FR", "ET", "IN", "BR"):
        for channel in load_directory(country).channels:
            for caller in (country, "NZ"):
                said = channel_words(channel, caller, TODAY, TODAY, WORDS)
                assert said.name
                assert said.source
                assert bool(said.number) == bool(channel.phone_display)
                assert bool(said.reasons) == (channel.status is Status.UNCONFIRMED)


def test_the_law_is_worded_with_may_and_names_its_source(page: ChannelsPage) -> None:
    page.show_who_to_tell((at("GB", "GB-ENG"),), (), {}, TODAY)
    assert "may be required by law" in text_of(page) or "may require you to report" in text_of(page)
    assert "This is not legal advice." in text_of(page)


def test_where_no_law_was_checked_the_page_does_not_say_that_there_is_none(
    page: ChannelsPage,
) -> None:
    page.show_who_to_tell((at("SD"),), (), {}, TODAY)
    assert "You may still be required by law to report" in text_of(page)
    assert "No child protection line that may be printed is known here" in text_of(page)


def test_telling_a_lead_never_replaces_the_own_duty_and_a_lead_may_be_the_worry(
    page: ChannelsPage,
) -> None:
    assert "Telling your lead does not replace your own legal duty." in text_of(page)
    assert "Is the worry about your lead or someone you work with? Do not tell them." in text_of(
        page
    )


def test_a_country_without_a_known_number_says_so_and_asks_for_the_local_one(qtbot: QtBot) -> None:
    place = at("SD")
    bare = replace(place, emergency=EmergencyEntry(place.country, "Sudan", (), False), duties=())
    notice = EmergencyNotice(bare, WORDS)
    qtbot.addWidget(notice)
    said = "\n".join(label.text() for label in notice.findChildren(BodyLabel))
    assert "No emergency number is known here for Sudan" in said
    assert "Find out the local one now" in said


def test_without_a_place_the_page_asks_for_it_and_still_helps(
    page: ChannelsPage, qtbot: QtBot
) -> None:
    page.show_who_to_tell((), (LEAD,), {}, TODAY)
    assert "call the local emergency number now" in text_of(page)
    assert "Ms Okafor" in text_of(page)
    with qtbot.waitSignal(page.place_asked):
        qtbot.keyClick(button(page, "Choose the country"), Qt.Key.Key_Space)


def test_both_countries_show_when_it_happened_elsewhere(page: ChannelsPage) -> None:
    page.show_who_to_tell((at("IE"), at("FR")), (), {}, TODAY)
    text = text_of(page)
    assert "Where the child lives: Ireland" in text
    assert "Where it happened: France" in text
    assert len(page.findChildren(EmergencyNotice)) == 2


def test_a_copied_number_leaves_the_clipboard_again(page: ChannelsPage, qtbot: QtBot) -> None:
    page.show_who_to_tell((at("GB", "GB-ENG"),), (), {}, TODAY)
    card = next(c for c in page.findChildren(ChannelCard) if c.copy_button is not None)
    qtbot.keyClick(card.copy_button, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() in card.text()
    assert page.clipboard.timer.interval() == SECONDS * 1000 == 30_000
    assert page.clipboard.timer.isActive()
    page.clipboard.timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == ""


def test_what_somebody_else_copied_stays_in_the_clipboard(qtbot: QtBot) -> None:
    brief = BriefClipboard()
    brief.copy("0800")
    QGuiApplication.clipboard().setText("something else")
    brief.timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == "something else"


def fill(contacts: OwnContacts, **parts: str) -> None:
    assert contacts.form is not None
    for name, text in parts.items():
        contacts.form.edits[name].setText(text)
    contacts.form.save_button.click()


def test_the_person_adds_changes_removes_and_puts_back_a_contact(
    page: ChannelsPage, qtbot: QtBot
) -> None:
    told: list[tuple[OwnContact, ...]] = []
    page.contacts_changed.connect(told.append)
    qtbot.keyClick(page.own.add_button, Qt.Key.Key_Space)
    fill(page.own, name="Duty desk", phone="112")
    page.own.change_buttons()[0].click()
    fill(page.own, hours="day and night")
    page.own.remove_buttons()[0].click()
    button(page, "Put it back").click()
    first = OwnContact("Duty desk", phone="112")
    changed = OwnContact("Duty desk", phone="112", hours="day and night")
    assert told == [(first,), (changed,), (), (changed,)]


def test_a_contact_without_a_name_is_not_saved_and_nothing_typed_is_lost(
    page: ChannelsPage,
) -> None:
    page.own.add_button.click()
    fill(page.own, phone="112")
    assert page.own.contacts() == ()
    assert page.own.form is not None
    assert page.own.form.edits["phone"].text() == "112"
    assert "Give the contact a name" in text_of(page)


def test_markup_in_a_contact_stays_text(page: ChannelsPage) -> None:
    page.show_who_to_tell((), (OwnContact("<b>Bob & Co</b>"),), {}, TODAY)
    assert "<b>Bob & Co</b>" in text_of(page)
    shown = [label for label in page.findChildren(QLabel) if "Bob" in label.text()]
    assert all("<b>" not in QLabel.text(label) for label in shown)


def test_every_control_of_the_page_has_a_name(page: ChannelsPage) -> None:
    page.show_who_to_tell((at("GB", "GB-ENG"),), (LEAD,), {}, TODAY)
    page.own.add_button.click()
    for child in page.findChildren(QAbstractButton):
        assert not child.isVisible() or child.accessibleName() or child.text()
    for edit in page.findChildren(QLineEdit):
        assert edit.accessibleName()
    names = [b.accessibleName() for b in page.findChildren(QAbstractButton) if "Copy" in b.text()]
    assert len(names) == len(set(names))


def test_the_page_ends_where_its_words_end(page: ChannelsPage, qtbot: QtBot) -> None:
    page.show_who_to_tell((at("GB", "GB-ENG"),), (), {}, TODAY)

    def ends_at_the_button() -> bool:
        sheet = page.widget()
        assert sheet is not None
        bottom = page.primary.mapTo(sheet, page.primary.rect().bottomLeft()).y()
        return sheet.height() - bottom < 100

    qtbot.waitUntil(ends_at_the_button)

"""Whom to tell, as blocks: only channels that may print, own contacts right after emergency."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from indicator_checker.channels.dialling import dial_note
from indicator_checker.channels.model import Channel
from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.channels.who_to_tell import GroupId, WhoToTell
from indicator_checker.referral.blocks import (
    Block,
    ChannelBlock,
    FillIn,
    Heading,
    Paragraph,
    Text,
    said,
    typed,
)
from indicator_checker.referral.material import ReferralInput, place_words
from indicator_checker.referral.reasons import comma_list
from indicator_checker.text import Words


def call_lines(source: ReferralInput) -> Text:
    """Page 1: emergency number, own contacts, and the first statutory line of each place."""
    words = source.words
    if not source.who_to_tell:
        return said(words("referral.call.no_place"))
    lines: list[str] = []
    for place in source.who_to_tell:
        lines.append(emergency_line(place, source.words))
        lines += [_own_line(own, words) for own in _own_of(place)]
        lines += [_short_line(channel, place, words) for channel in _first_statutory(place)]
    return typed("\n".join(dict.fromkeys(line for line in lines if line)))


def emergency_line(place: WhoToTell, words: Words) -> str:
    """The emergency numbers of a place, the country always beside them."""
    country = words.country(place.country)
    if not place.emergency.numbers:
        return words("referral.call.no_emergency", country=country)
    numbers = comma_list(place.emergency.numbers, words)
    return words("referral.call.numbers", country=country, numbers=numbers)


def _own_of(place: WhoToTell) -> tuple[OwnContact, ...]:
    return tuple(own for group in place.groups for own in group.own)


def _own_line(own: OwnContact, words: Words) -> str:
    number = own.phone or own.email
    return words("referral.call.number", name=own.name, number=number) if number else ""


def _first_statutory(place: WhoToTell) -> tuple[Channel, ...]:
    """The first desk that can be telephoned, else the first that has a page."""
    rows = [c for g in place.groups if g.id is GroupId.STATUTORY for c in g.printable]
    return tuple(sorted((c for c in rows if _first_reach(c)), key=lambda c: not c.phone_display))[
        :1
    ]


def _first_reach(channel: Channel) -> str:
    return channel.phone_display or channel.web or ""


def _short_line(channel: Channel, place: WhoToTell, words: Words) -> str:
    reach = _dialled(channel, place, words) if channel.phone_display else _first_reach(channel)
    return words("referral.call.number", name=channel.name, number=reach)


def _dialled(channel: Channel, place: WhoToTell, words: Words) -> str:
    """A number never stands without its country; a shared line is dialled in the chosen one."""
    country = words.country(place.country if channel.serves else channel.country)
    number = channel.phone_display or ""
    return words("referral.channel.phone", number=number, country=country)


def place_lines(place: WhoToTell, words: Words) -> Iterator[str]:
    """One line to a contact that may be printed, for the command line."""
    yield emergency_line(place, words)
    for group in place.groups:
        yield from (_own_line(own, words) for own in group.own)
        if group.id is not GroupId.EMERGENCY:
            for channel in group.printable:
                yield _short_line(channel, place, words)
    yield from (duty.text for duty in place.duties)


def duty_text(source: ReferralInput) -> Text:
    """The legal duty of the places, only where a source supports it, always worded with *may*."""
    words = source.words
    lines = []
    for place in source.who_to_tell:
        for duty in place.duties:
            origin = comma_list((duty.source.organisation, duty.source.title), words)
            lines.append(words("referral.duty.may", text=duty.text, source=origin))
    return said(" ".join(lines) if lines else words("referral.duty.none"))


def contact_blocks(source: ReferralInput) -> Iterator[Block]:
    """The annex: every channel that may print, in the order in which it helps."""
    words = source.words
    yield Heading(2, said(words("referral.annex.channels")))
    yield Paragraph(said(words("referral.annex.channels.intro")), "small")
    for place in source.who_to_tell:
        yield from _place_blocks(source, place)
    if not source.who_to_tell:
        yield Paragraph(said(words("referral.call.no_place")))


def _place_blocks(source: ReferralInput, place: WhoToTell) -> Iterator[Block]:
    words = source.words
    shown = place_words(words, place.country, place.region_name or place.region)
    yield Heading(3, said(words("referral.annex.channels.place", place=shown)))
    yield Paragraph(said(emergency_line(place, source.words), strong=True))
    emergency = (c for g in place.groups if g.id is GroupId.EMERGENCY for c in g.printable)
    for line in dict.fromkeys(_source_line(source, channel) for channel in emergency):
        yield Paragraph(said(line), "small")
    for group in place.groups:
        for own in group.own:
            yield _own_block(source, own)
        if group.id is not GroupId.EMERGENCY:
            helpline = group.id is GroupId.CHILD_HELPLINES
            for channel in group.printable:
                yield _channel_block(source, channel, place, helpline=helpline)
    if not _first_statutory(place):
        yield Paragraph(said(words("referral.annex.channels.none")))
        yield FillIn((words("referral.annex.channels.local_number"),))


def _own_block(source: ReferralInput, own: OwnContact) -> ChannelBlock:
    reach = tuple(typed(value) for value in (own.phone, own.email) if value)
    details = tuple(typed(value) for value in (own.role, own.hours, own.note) if value)
    return ChannelBlock(typed(own.name), reach, details, said(source.words("referral.channel.own")))


def _channel_block(
    source: ReferralInput, channel: Channel, place: WhoToTell, *, helpline: bool
) -> ChannelBlock:
    return ChannelBlock(
        said(channel.name, strong=True),
        tuple(said(line) for line in _reach(source, channel, place)),
        tuple(said(line) for line in _details(source, channel, helpline=helpline)),
        said(_source_line(source, channel)),
    )


def _reach(source: ReferralInput, channel: Channel, place: WhoToTell) -> Iterator[str]:
    words = source.words
    if channel.phone_display:
        yield _dialled(channel, place, words)
    note = dial_note(channel, place.country)
    if channel.phone_e164 and note.number != channel.phone_e164:
        yield words("referral.channel.abroad", number=channel.phone_e164)
    for other in channel.alt_phones:
        key = "referral.channel.also" if other.note else "referral.channel.also.plain"
        yield words(key, number=other.phone, note=other.note)
    if channel.sms:
        yield words("referral.channel.sms", number=channel.sms)
    if channel.whatsapp:
        yield words("referral.channel.whatsapp", number=channel.whatsapp)
    yield from (value for value in (channel.email, channel.web) if value)


def _details(source: ReferralInput, channel: Channel, *, helpline: bool) -> Iterator[str]:
    words = source.words
    if helpline:
        yield words("referral.channel.helpline")
    yield words("referral.channel.run_by", organisation=channel.organisation)
    if channel.phone_display:
        hours = channel.hours
        known = words("referral.channel.hours", hours=hours) if hours else ""
        yield known or words("referral.channel.hours.unknown")
    if channel.languages:
        languages = comma_list(channel.languages, words)
        yield words("referral.channel.languages", languages=languages)
    if channel.notes:
        yield channel.notes


def _source_line(source: ReferralInput, channel: Channel) -> str:
    words = source.words
    found: date | None = channel.source.date
    if found is None:
        month = words.month(channel.source.read_on)
        shown = words("referral.channel.source.undated", month=month)
    else:
        shown = words.day(found)
    return words("referral.channel.source", title=channel.source.title, date=shown)

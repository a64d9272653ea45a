"""A channel in words: what to dial, when, for whom, and how far to trust the row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from indicator_checker.channels.dialling import Dial, dial_note
from indicator_checker.channels.freshness import Age, freshness
from indicator_checker.channels.model import Channel, Kind, NumberType

if TYPE_CHECKING:
    from indicator_checker.channels.model import Duty
    from indicator_checker.text import Words


@dataclass(frozen=True, slots=True)
class ChannelWords:
    """One channel as a card shows it.

    Attributes:
        name: Its own name.
        number: As dialled in its country; empty for a channel without telephone.
        country: The country the number belongs to; always shown beside it.
        dialling: How it is dialled from elsewhere, one sentence to a line.
        reach: Further ways: other numbers, text messages, mail, website.
        details: Hours, languages, whom it is for, who runs it, what helps the caller.
        source: Where it was found, and how old that is.
        reasons: Why it is unconfirmed; empty for a sourced channel.
    """

    name: str
    number: str
    country: str
    dialling: tuple[str, ...]
    reach: tuple[str, ...]
    details: tuple[str, ...]
    source: tuple[str, ...]
    reasons: tuple[str, ...]


def channel_words(
    channel: Channel, country: str, today: date, built: date, words: Words
) -> ChannelWords:
    """Put a channel into words.

    Args:
        channel: The channel.
        country: The chosen country, from which the call is made.
        today: The date of this computer.
        built: The day the list of channels was made.
        words: The language of the sentences.
    """
    home = country if channel.serves or channel.country == "INTL" else channel.country
    return ChannelWords(
        name=channel.name,
        number=channel.phone_display or "",
        country=words.country(home),
        dialling=tuple(_dialling(channel, country, words.country(home), words)),
        reach=tuple(_reach(channel, words)),
        details=tuple(_details(channel, words)),
        source=tuple(_source(channel, today, built, words)),
        reasons=tuple(words(f"channels.why.{reason}") for reason in channel.why_unconfirmed),
    )


def duty_words(duty: Duty, words: Words) -> tuple[str, ...]:
    """What the law may ask, who receives the report, and where that was read."""
    found = duty.source
    named = {"organisation": found.organisation, "title": found.title}
    if found.date is None:
        origin = words("channels.duty.source.undated", **named)
    else:
        origin = words("channels.duty.source.dated", date=words.day(found.date), **named)
    body = words("channels.duty.body", body=duty.body) if duty.body else ""
    return tuple(line for line in (duty.text, body, origin) if line)


def spaced(number: str) -> str:
    """An international number with the spaces people write; something else as it is."""
    import phonenumbers

    try:
        found = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _dialling(channel: Channel, country: str, home: str, words: Words) -> Iterator[str]:
    note = dial_note(channel, country)
    if note.case is Dial.NO_PHONE and (channel.sms or channel.whatsapp):
        return
    if note.case is not Dial.LOCAL:
        number = spaced(note.number) if note.number else channel.phone_display or ""
        yield words(f"channels.dial.{note.case}", country=home, number=number)
    elif channel.phone_e164:
        yield words("channels.dial.from_abroad", number=spaced(channel.phone_e164))
    if channel.phone_check.number_type is NumberType.SHORT:
        yield words("channels.short_number", country=home)


def _reach(channel: Channel, words: Words) -> Iterator[str]:
    for other in channel.alt_phones:
        key = "channels.other_number.note" if other.note else "channels.other_number"
        yield words(key, number=other.phone, note=other.note)
    if channel.sms:
        yield words("channels.text_message", number=channel.sms)
    if channel.whatsapp:
        yield words("channels.whatsapp", number=channel.whatsapp)
    yield from (value for value in (channel.email, channel.web) if value)


def _details(channel: Channel, words: Words) -> Iterator[str]:
    if channel.kind is Kind.CHILD_HELPLINE:
        yield words("channels.group.child_helplines.note")
    if channel.notes:
        yield channel.notes
    if channel.hours:
        yield words("channels.hours", hours=channel.hours)
    elif channel.phone_display and channel.kind is not Kind.EMERGENCY:
        yield words("channels.hours.unknown")
    if channel.languages:
        yield words("channels.languages", languages=", ".join(channel.languages))
    audience = (words(f"channels.audience.{name}") for name in channel.audience)
    yield words("channels.audience", audience=", ".join(audience))
    yield words("channels.run_by", organisation=channel.organisation)


def _source(channel: Channel, today: date, built: date, words: Words) -> Iterator[str]:
    found = channel.source
    if found.date is None:
        read = words.month(found.read_on)
        yield words("channels.source.undated", title=found.title, read=read)
    else:
        yield words("channels.source.dated", title=found.title, date=words.day(found.date))
    if found.date_note:
        yield words("channels.source.note", note=found.date_note)
    age = freshness(channel, today, built)
    if age.undated:
        yield words("channels.age.old.undated")
    elif age.age is not Age.PLAIN:
        yield words(f"channels.age.{age.age}")
    if age.clock_distrusted:
        yield words("channels.age.clock")

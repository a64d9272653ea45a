"""The check of a channel file where its bytes come in; the only user of pydantic for channels."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from pydantic import TypeAdapter, ValidationError

from indicator_checker.channels.model import Channel, CountryFile, Duty
from indicator_checker.channels.pack import damaged, load_pack
from indicator_checker.channels.status import reasons_unconfirmed, status_of

FORMAT = 1
_ADAPTER = TypeAdapter(CountryFile)
_REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_AUDIENCES = {"professionals", "public", "children"}


def check_country_file(content: bytes, name: str) -> CountryFile:
    """Turn the bytes of a channel file into values, or refuse the file whole.

    Args:
        content: JSON.
        name: Name of the file, for the message.

    Raises:
        ContentError: ``channels_damaged``.
    """
    try:
        found = _ADAPTER.validate_json(content)
    except ValidationError as error:
        raise damaged(name) from error
    if faults_of(found):
        raise damaged(name)
    return found


def faults_of(file: CountryFile) -> tuple[str, ...]:
    """List what is wrong with a file beyond its shape, for whoever edits it.

    Examples are an id used twice, a region that does not exist, or a status that does not
    follow from the channel's own fields.
    """
    return tuple(
        [f"{file.country}: {fault}" for fault in _file_faults(file)]
        + [f"{c.id}: {fault}" for c in file.channels for fault in _channel_faults(c, file)]
        + [f"duty: {fault}" for duty in file.duties for fault in _duty_faults(duty, file)]
    )


def schema_text() -> str:
    """Give the JSON Schema of a channel file, as it is shipped."""
    schema = _ADAPTER.json_schema()
    schema["title"] = "Channels of one country"
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _file_faults(file: CountryFile) -> Iterable[str]:
    ids = [channel.id for channel in file.channels]
    regions = [region.id for region in file.regions]
    checks: dict[str, bool] = {
        "format is not known": file.format != FORMAT,
        "an id stands twice": len(ids) != len(set(ids)),
        "a region stands twice": len(regions) != len(set(regions)),
        "a region is not written CC-XX": not all(map(_REGION.fullmatch, regions)),
        "a region lies elsewhere": not all(r.startswith(f"{file.country}-") for r in regions),
    }
    return (fault for fault, wrong in checks.items() if wrong)


def _channel_faults(channel: Channel, file: CountryFile) -> Iterable[str]:
    reasons = reasons_unconfirmed(channel, load_pack().built)
    international = file.country == "INTL"
    checks: dict[str, Callable[[], bool]] = {
        "belongs to another country": lambda: channel.country != file.country,
        "region does not exist": lambda: channel.region not in {None, *_places(file)},
        "only shared channels name the countries they serve": lambda: (
            bool(channel.serves) and not international
        ),
        "status does not follow": lambda: channel.status is not status_of(reasons),
        "reasons do not follow": lambda: channel.why_unconfirmed != reasons,
        "name or organisation missing": lambda: not (channel.name and channel.organisation),
        "nothing to call, write to or open": lambda: not _is_reachable(channel),
        "source is no web address": lambda: not _is_web_address(channel.source.url),
        "page is no web address": lambda: not _is_web_address(channel.web or "https://"),
        "country code number not written +…": lambda: not _is_e164(channel.phone_e164),
        "audience is not known": lambda: not _AUDIENCES.issuperset(channel.audience),
    }
    return (fault for fault, wrong in checks.items() if wrong())


def _duty_faults(duty: Duty, file: CountryFile) -> Iterable[str]:
    checks = {
        "does not say 'may'": " may " not in duty.text,
        "more than two sentences": len(_SENTENCE_END.findall(duty.text)) > 2,
        "no body named": not duty.body,
        "region does not exist": not set(duty.applies_to or ()) <= _places(file),
        "source is no web address": not _is_web_address(duty.source.url),
    }
    return (fault for fault, wrong in checks.items() if wrong)


def _places(file: CountryFile) -> set[str]:
    wider = {region.part_of for region in file.regions if region.part_of}
    return wider | {region.id for region in file.regions}


def _is_reachable(channel: Channel) -> bool:
    ways = (channel.phone_display, channel.sms, channel.whatsapp, channel.email, channel.web)
    # A desk without a national number is named all the same: its number is the local one.
    return any(ways) or bool(channel.notes)


def _is_web_address(address: str) -> bool:
    return address.startswith(("https://", "http://"))


def _is_e164(number: str | None) -> bool:
    return number is None or re.fullmatch(r"\+[1-9][0-9]{5,14}", number) is not None

"""Every shipped channel, checked again from its own fields and from the phone-number metadata."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import phonenumbers
import pytest
from phonenumbers import PhoneNumber
from phonenumbers.shortnumberinfo import (
    is_emergency_number,
    is_possible_short_number_for_region,
    is_valid_short_number_for_region,
)
from pydantic import TypeAdapter

from indicator_checker.channels.emergency import load_emergency
from indicator_checker.channels.model import (
    Channel,
    CountryFile,
    Duty,
    Kind,
    Status,
    Tier,
    Verdict,
)
from indicator_checker.channels.pack import load_pack
from indicator_checker.channels.status import reasons_unconfirmed, status_of
from indicator_checker.channels_schema import check_country_file, faults_of, schema_text
from indicator_checker.resources import resource_bytes, resource_path, resource_text

PACKAGING = Path(__file__).resolve().parent.parent.parent / "packaging"
FOLDER = resource_path("channels")
SHAPE = TypeAdapter(CountryFile)
# Read past the loader, so that nothing it does can make these tests pass.
NAMES = sorted(p.name for p in FOLDER.glob("*.json") if re.fullmatch(r"..|intl", p.stem))
FILES = {name: SHAPE.validate_json((FOLDER / name).read_bytes()) for name in NAMES}
CHANNELS = [channel for file in FILES.values() for channel in file.channels]
SOURCED = [channel for channel in CHANNELS if channel.status is Status.SOURCED]
DUTIES = [(file.country, duty) for file in FILES.values() for duty in file.duties]
BUILT = date(2026, 11, 21)
EVERYTHING = "\n".join((FOLDER / name).read_text("utf-8") for name in NAMES)
LONGEST_SHORT = 7

# Numbers found printed somewhere and known or feared to be wrong, out of date, or for another
# place; digits only.
WRONG_NUMBERS = {
    "8442635437": "Colorado, one digit off",
    "8552323237": "Utah, digits swapped",
    "8007434453": "Rhode Island, one digit off",
    "0800200008": "New Zealand, transposed",
    "08000737283": "South Africa, a digit too many",
    "8775422873": "Tennessee, second number in circulation",
    "8007526200": "Kentucky, older list",
    "8009925757": "Nevada, out of date",
    "8003326347": "Maryland, out of date",
    "3342429500": "Alabama, no statewide line",
    "1300737639": "Tasmania, older pages",
    "025116464" + "2": "Belgium, list number run into the digits",
    "042324030" + "3": "Belgium, list number run into the digits",
    "61996565008": "Brazil, WhatsApp of 2020",
    "0124836985383": "Austria, 2010",
    "18663472423": "immigration enforcement tip line",
    "18028726199": "immigration enforcement tip line",
}
# Rows that rested on the memory of a researcher.
REMEMBERED = {
    "ch-act212-phone",
    "gr-1109",
    "gr-197",
    "kh-1288",
    "np-104",
    "pe-100",
    "th-1191",
    "us-hsi-tip-new",
    "us-ny-mandated",
}


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def digits_of(phone: str) -> str:
    return re.sub(r"\D", "", phone)


def short(phone: str, region: str) -> PhoneNumber:
    return PhoneNumber(
        country_code=phonenumbers.country_code_for_region(region),
        national_number=int(digits_of(phone)),
        italian_leading_zero=digits_of(phone).startswith("0") or None,
    )


def verdict_of(phone: str | None, region: str) -> Verdict:
    """Judge a number; short numbers first, because the ordinary parser takes 112 for +49 112."""
    if phone is None:
        return Verdict.NO_PHONE
    is_short = len(digits_of(phone)) <= LONGEST_SHORT and not phone.startswith("+")
    if is_short and is_emergency_number(digits_of(phone), region):
        return Verdict.OK_EMERGENCY
    if is_short and is_valid_short_number_for_region(short(phone, region), region):
        return Verdict.OK_SHORT
    try:
        valid = phonenumbers.is_valid_number(phonenumbers.parse(phone, region))
    except phonenumbers.NumberParseException:
        valid = False
    if valid:
        return Verdict.OK
    return Verdict.REFUSED_SHORT if len(digits_of(phone)) < LONGEST_SHORT else Verdict.REFUSED


def home_of(channel: Channel) -> list[str]:
    return list(channel.serves) or ([] if channel.country == "INTL" else [channel.country])


def accepted(phone: str, region: str) -> bool:
    return verdict_of(phone, region) not in (Verdict.REFUSED, Verdict.REFUSED_SHORT)


def test_the_shipped_files_are_there() -> None:
    assert len(FILES) == 93
    assert len(CHANNELS) == 310
    assert len(SOURCED) == 176


def test_every_status_follows_from_the_fields_of_its_row() -> None:
    derived = {c.id: reasons_unconfirmed(c, BUILT) for c in CHANNELS}
    assert {c.id: c.why_unconfirmed for c in CHANNELS} == derived
    assert {c.id: c.status for c in CHANNELS} == {i: status_of(r) for i, r in derived.items()}


def test_every_file_passes_the_check_of_the_program() -> None:
    for name in NAMES:
        assert check_country_file(resource_bytes("channels", name), name) == FILES[name]
        assert faults_of(FILES[name]) == ()


def test_ids_are_used_once_and_begin_with_their_country() -> None:
    ids = [channel.id for channel in CHANNELS]
    assert len(ids) == len(set(ids))
    for channel in CHANNELS:
        start = ("eu-", "intl-") if channel.country == "INTL" else f"{channel.country.lower()}-"
        assert channel.id.startswith(start)


def test_nothing_remembered_is_shipped() -> None:
    assert REMEMBERED.isdisjoint(c.id for c in CHANNELS)
    assert "memor" not in EVERYTHING.lower()
    assert {c.source.tier for c in CHANNELS} == set(Tier)


def digits_printed() -> set[str]:
    """All digits of each text that could hold a number."""
    texts = {
        text
        for c in CHANNELS
        for text in (c.phone_display, c.phone_e164, c.sms, c.whatsapp, c.notes, c.hours)
        if text
    }
    texts |= {alt.phone for c in CHANNELS for alt in c.alt_phones}
    return {digits_of(text) for text in texts}


@pytest.mark.parametrize("wrong", WRONG_NUMBERS)
def test_a_number_known_to_be_wrong_stands_nowhere(wrong: str) -> None:
    assert not [text for text in digits_printed() if wrong in text]


@pytest.mark.parametrize("right", ["18442645437", "18553233237", "0800200088", "025116464"])
def test_the_right_number_is_found_where_a_wrong_one_circulates(right: str) -> None:
    assert right in digits_printed()


def test_no_immigration_enforcement_line_is_listed() -> None:
    names = [f"{c.id} {c.name} {c.organisation} {c.web}" for c in CHANNELS]
    found = [n for n in names if re.search(r"\bICE\b|\bHSI\b|-hsi|//(www\.)?ice\.gov|Homeland", n)]
    assert found == []


def test_the_us_trafficking_hotline_names_its_present_operator() -> None:
    (hotline,) = [c for c in CHANNELS if c.id == "us-nhth"]
    assert hotline.organisation == "Compass Connections"
    assert hotline.status is Status.SOURCED
    assert hotline.email is None


# Numbers


def test_the_verdict_of_every_number_is_what_the_metadata_says_now() -> None:
    for channel in CHANNELS:
        for region in home_of(channel)[:1]:
            assert channel.phone_check.verdict is verdict_of(channel.phone_display, region), (
                channel.id
            )


def test_every_printable_number_is_accepted_or_has_a_written_exemption() -> None:
    for channel in SOURCED:
        for region in home_of(channel):
            phone = channel.phone_display
            exempt = bool(channel.phone_check.exemption)
            assert phone is None or exempt or accepted(phone, region), channel.id
            refused = [a.phone for a in channel.alt_phones if not accepted(a.phone, region)]
            assert refused == [], channel.id


def test_an_exemption_stands_only_where_it_decides_and_gives_a_checkable_reason() -> None:
    exempt = [c for c in CHANNELS if c.phone_check.exemption]
    assert len(exempt) == 22
    for channel in exempt:
        phone = channel.phone_display or ""
        carried = re.split(r"\D+", f"{channel.name} {channel.web}")
        unknown = not is_possible_short_number_for_region(
            short(phone, channel.country), channel.country
        )
        assert channel.status is Status.SOURCED
        assert phone in (channel.phone_check.exemption or "")
        assert digits_of(phone) in carried or unknown or channel.id == "za-116"


def test_the_exempt_south_african_number_is_used_across_africa() -> None:
    users = [c for c in CHANNELS if c.phone_display == "116" and c.source.tier is Tier.DIRECTORY]
    assert len({c.country for c in users}) == 10
    assert {"KE", "TZ", "SN", "BI"} <= {c.country for c in users if accepted("116", c.country)}


def test_the_form_with_country_code_is_the_same_number() -> None:
    for channel in CHANNELS:
        if channel.phone_e164 is None:
            continue
        assert channel.phone_display is not None
        parsed = phonenumbers.parse(channel.phone_display, channel.country)
        written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
        assert channel.phone_e164 == written, channel.id


def test_short_numbers_never_get_a_country_code() -> None:
    for channel in CHANNELS:
        if channel.phone_check.verdict in (Verdict.OK_SHORT, Verdict.OK_EMERGENCY):
            assert channel.phone_e164 is None, channel.id


def test_a_digit_too_many_makes_a_number_fail_the_check() -> None:
    hotline = next(c for c in SOURCED if c.id == "za-nht")
    wrong = replace(hotline, phone_display="0800 222 7779")
    assert accepted(hotline.phone_display or "", "ZA")
    assert not accepted(wrong.phone_display or "", "ZA")


def test_transposed_digits_of_a_short_number_fail_the_check() -> None:
    channel = next(c for c in SOURCED if c.id == "it-childline")
    assert channel.phone_display == "19696"
    verdict = verdict_of("16996", "IT")
    swapped = replace(
        channel,
        phone_display="16996",
        phone_check=replace(channel.phone_check, verdict=verdict),
    )
    assert verdict is Verdict.REFUSED_SHORT
    assert status_of(reasons_unconfirmed(swapped, BUILT)) is Status.UNCONFIRMED


def test_letters_are_never_typed_into_a_phone_number() -> None:
    for channel in CHANNELS:
        numbers = [channel.phone_display, channel.sms, channel.whatsapp]
        numbers += [alt.phone for alt in channel.alt_phones]
        assert not [n for n in numbers if n and not re.fullmatch(r"\+?[0-9() -]+", n)]
        assert not re.search(r"\d-[A-Z]{2,}", channel.notes + channel.name)


# Sources, hours, words


def test_every_channel_shows_a_source_a_tier_and_a_date_or_none() -> None:
    for channel in CHANNELS:
        assert channel.source.title
        assert channel.source.url.startswith("http")
        assert channel.source.read_on == BUILT
        assert channel.source.date is None or channel.source.date <= BUILT
        assert channel.not_telephoned


def test_round_the_clock_is_only_said_where_an_official_page_says_it() -> None:
    for channel in CHANNELS:
        if re.search(r"24/7|24 ?h", channel.hours or ""):
            assert channel.source.tier is Tier.OFFICIAL, channel.id
            assert channel.source.date is None or channel.source.date > date(2021, 11, 21)


def test_no_talk_of_the_research_is_left_in_the_words() -> None:
    talk = re.compile(
        r"second source|agree|craigrallen|aidlines|repo\b|\bLLM\b|WARNING|CONFLICT|researcher"
        r"|verify|do not ship|the app|\bCHI\b",
        re.IGNORECASE,
    )
    for channel in CHANNELS:
        words = f"{channel.name} {channel.notes} {channel.hours} {channel.source.title}"
        assert not talk.search(words), channel.id


def test_every_region_of_a_channel_can_be_chosen() -> None:
    for file in FILES.values():
        places = {r.id for r in file.regions} | {r.part_of for r in file.regions if r.part_of}
        assert {c.region for c in file.channels if c.region} <= places
        assert {place[:2] for place in places} <= {file.country}
    assert len(FILES["us.json"].regions) == 51
    assert {c.region for c in FILES["us.json"].channels if c.region} == {
        r.id for r in FILES["us.json"].regions
    }


@pytest.mark.parametrize(("country", "duty"), DUTIES)
def test_a_duty_is_worded_with_may_and_names_its_source(country: str, duty: Duty) -> None:
    assert country in {"US", "GB", "IE", "AU", "IN", "ZA", "FR", "NL"}
    assert " may " in duty.text
    assert len(re.findall(r"[.!?](?:\s|$)", duty.text)) <= 2
    assert duty.body
    assert duty.source.organisation
    assert duty.source.url.startswith("https://")


# Generated files


def test_the_emergency_numbers_are_what_the_metadata_says_now() -> None:
    generate = script("generate_emergency")
    written = {entry.country: set(entry.numbers) for entry in load_emergency()}
    assert written == {c: generate.listed_numbers(c) for c in generate.country_names()}
    for entry in load_emergency():
        assert all(is_emergency_number(number, entry.country) for number in entry.numbers)


def test_the_emergency_file_covers_every_country_sorted_by_name() -> None:
    generate = script("generate_emergency")
    names = [entry.name for entry in load_emergency()]
    assert names == sorted(names, key=generate.sort_key)
    assert {e.country: e.name for e in load_emergency()} == generate.country_names()
    assert {entry.country for entry in load_emergency()} >= phonenumbers.SUPPORTED_REGIONS


def test_the_first_emergency_number_is_the_one_of_the_channel_file() -> None:
    first = {e.country: e.numbers[0] for e in load_emergency() if e.numbers}
    rows = [c for c in SOURCED if c.kind is Kind.EMERGENCY]
    assert len(rows) == 45
    assert {c.country: c.phone_display for c in rows}.items() <= first.items()


def test_the_manifest_holds_the_hash_of_every_file() -> None:
    expected = {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest()
        for p in FOLDER.glob("*.json")
        if p.name != "manifest.json"
    }
    assert load_pack().hashes == expected
    assert load_pack().built == BUILT


def test_the_schema_is_current() -> None:
    assert resource_text("schema", "channels.schema.json") == schema_text()


def test_every_word_the_screen_needs_is_in_the_texts() -> None:
    from indicator_checker.channels.dialling import Dial
    from indicator_checker.channels.freshness import Age
    from indicator_checker.channels.model import Reason
    from indicator_checker.channels.who_to_tell import GroupId

    texts = json.loads(resource_text("texts", "en.channels.json"))
    families = {
        "group": GroupId,
        "kind": Kind,
        "tier": Tier,
        "status": Status,
        "why": Reason,
        "dial": Dial,
        "age": Age,
    }
    wanted = {f"channels.{name}.{member}" for name, kind in families.items() for member in kind}
    assert wanted <= texts.keys()
    assert {f"error.channels_damaged.{part}" for part in ("what", "safe", "do")} <= texts.keys()

"""Who to tell: the rules that decide what is shown, what is printed, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from indicator_checker.channels.dialling import Dial, dial_note
from indicator_checker.channels.directory import Directory, load_directory
from indicator_checker.channels.emergency import (
    emergency_for,
    load_emergency,
)
from indicator_checker.channels.freshness import Age, freshness, months_between
from indicator_checker.channels.model import (
    AltPhone,
    Channel,
    Hint,
    Kind,
    NumberType,
    PhoneCheck,
    Reason,
    Source,
    Status,
    Tier,
    Verdict,
)
from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.channels.status import reasons_unconfirmed, status_of, years_before
from indicator_checker.channels.who_to_tell import GroupId, WhoToTell, channels_for
from indicator_checker.errors import IndicatorCheckerError

BUILT = date(2026, 11, 21)
LEAD = OwnContact(name="Safeguarding lead", phone="020 7946 0000")


def a_source(tier: Tier = Tier.OFFICIAL, day: date | None = date(2026, 6, 1)) -> Source:
    return Source("A page", "https://example.org", tier, day, None, BUILT)


def a_channel(
    kind: Kind = Kind.TRAFFICKING_HOTLINE,
    region: str | None = None,
    source: Source | None = None,
    verdict: Verdict = Verdict.OK,
    number_type: NumberType = NumberType.FIXED_LINE,
    exemption: str | None = None,
) -> Channel:
    return Channel(
        id=f"gb-{kind.value}",
        country="GB",
        region=region,
        serves=(),
        kind=kind,
        name=f"A {kind.value}",
        organisation="An organisation",
        phone_display="020 7946 0958",
        phone_e164="+442079460958",
        alt_phones=(AltPhone("020 7946 0959", "nights"),),
        sms=None,
        whatsapp=None,
        email=None,
        web=None,
        hours=None,
        languages=(),
        audience=("professionals",),
        notes="",
        reachable_from_abroad=None,
        source=source or a_source(),
        not_telephoned=True,
        conflict_seen=False,
        release_hint=Hint.SPOT_CHECK,
        phone_check=PhoneCheck(verdict, number_type, exemption),
        status=Status.SOURCED,
        why_unconfirmed=(),
    )


def a_directory(*channels: Channel) -> Directory:
    emergency = emergency_for("GB")
    assert emergency is not None
    return Directory("GB", load_directory("GB").regions, channels, (), emergency, BUILT)


def shown(who: WhoToTell) -> list[GroupId]:
    return [group.id for group in who.groups]


# What may be printed


def test_a_sound_channel_is_sourced() -> None:
    assert reasons_unconfirmed(a_channel(), BUILT) == ()


@pytest.mark.parametrize(
    ("channel", "reason"),
    [
        (a_channel(source=a_source(Tier.PRESS)), Reason.WEAK_SOURCE),
        (a_channel(source=a_source(Tier.THIRD_PARTY)), Reason.WEAK_SOURCE),
        (replace(a_channel(), conflict_seen=True), Reason.CONFLICT),
        (replace(a_channel(), release_hint=Hint.VERIFY), Reason.CHECK_ASKED_FOR),
        (a_channel(source=a_source(day=date(2021, 11, 21))), Reason.TOO_OLD),
        (a_channel(source=a_source(Tier.DIRECTORY, None)), Reason.UNDATED),
        (a_channel(verdict=Verdict.REFUSED), Reason.NUMBER_REFUSED),
        (a_channel(verdict=Verdict.REFUSED_SHORT, exemption=""), Reason.NUMBER_REFUSED),
    ],
)
def test_each_single_doubt_makes_a_channel_unconfirmed(channel: Channel, reason: Reason) -> None:
    assert reasons_unconfirmed(channel, BUILT) == (reason,)
    assert status_of((reason,)) is Status.UNCONFIRMED


@pytest.mark.parametrize(
    "channel",
    [
        a_channel(source=a_source(Tier.DIRECTORY)),
        a_channel(source=a_source(day=date(2021, 11, 22))),
        a_channel(source=a_source(Tier.OFFICIAL, None)),
        a_channel(verdict=Verdict.REFUSED_SHORT, exemption="The service carries it in its name."),
    ],
)
def test_a_channel_at_the_edge_of_the_rule_is_still_sourced(channel: Channel) -> None:
    assert status_of(reasons_unconfirmed(channel, BUILT)) is Status.SOURCED


def test_an_emergency_number_rests_on_the_metadata_and_never_grows_too_old() -> None:
    listed = a_channel(Kind.EMERGENCY, source=a_source(Tier.METADATA, date(2001, 1, 1)))
    listed = replace(listed, phone_check=PhoneCheck(Verdict.OK_EMERGENCY, NumberType.SHORT, None))
    hearsay = replace(listed, source=a_source(Tier.OFFICIAL))
    assert reasons_unconfirmed(listed, BUILT) == ()
    assert reasons_unconfirmed(hearsay, BUILT) == (Reason.WEAK_SOURCE,)


def test_five_years_before_a_leap_day_is_the_day_before_march() -> None:
    assert years_before(date(2028, 2, 29), 5) == date(2023, 2, 28)


# Order and groups


def test_the_groups_stand_in_the_order_that_helps_a_child() -> None:
    directory = a_directory(*(a_channel(kind) for kind in reversed(Kind)))
    who = channels_for(directory, None, [LEAD])
    assert shown(who) == [
        GroupId.EMERGENCY,
        GroupId.OWN,
        GroupId.STATUTORY,
        GroupId.TRAFFICKING,
        GroupId.MISSING_ONLINE,
        GroupId.DIRECTORIES,
        GroupId.CHILD_HELPLINES,
    ]
    assert who.groups[1].own == (LEAD,)


def test_every_kind_of_channel_is_shown_exactly_once() -> None:
    directory = a_directory(*(a_channel(kind) for kind in Kind))
    groups = channels_for(directory, None).groups
    ids = [c.id for group in groups for c in (*group.printable, *group.unconfirmed)]
    assert sorted(ids) == sorted(f"gb-{kind.value}" for kind in Kind)


def test_child_protection_comes_before_the_police_within_its_group() -> None:
    directory = a_directory(a_channel(Kind.POLICE), a_channel(Kind.CHILD_PROTECTION))
    statutory = channels_for(directory, None).groups[1]
    assert [c.kind for c in statutory.printable] == [Kind.CHILD_PROTECTION, Kind.POLICE]


def test_a_child_helpline_never_stands_where_a_professional_reports() -> None:
    for entry in load_emergency():
        for group in channels_for(load_directory(entry.country), None).groups:
            kinds = {c.kind for c in (*group.printable, *group.unconfirmed)}
            helpline = Kind.CHILD_HELPLINE in kinds
            assert helpline is False or kinds == {Kind.CHILD_HELPLINE}


def test_an_unconfirmed_channel_is_never_among_the_printable_ones() -> None:
    folded = replace(a_channel(), status=Status.UNCONFIRMED)
    group = channels_for(a_directory(folded), None).groups[-1]
    assert (group.printable, group.unconfirmed) == ((), (folded,))


def test_a_source_that_has_grown_too_old_since_then_is_folded_away() -> None:
    channel = a_channel(source=a_source(day=date(2022, 5, 16)))
    directory = a_directory(channel)
    before = channels_for(directory, None, today=date(2027, 5, 15)).groups[-1]
    after = channels_for(directory, None, today=date(2027, 5, 16)).groups[-1]
    assert before.printable == (channel,)
    assert after.unconfirmed == (channel,)


def test_a_clock_that_runs_behind_makes_nothing_young_again() -> None:
    old = replace(a_channel(source=a_source(day=date(2021, 11, 1))))
    group = channels_for(a_directory(old), None, today=date(2022, 1, 1)).groups[-1]
    assert group.unconfirmed == (old,)


# Places


def test_regional_channels_appear_only_in_their_region_and_come_first() -> None:
    national = a_channel(Kind.CHILD_PROTECTION)
    regional = replace(a_channel(Kind.CHILD_PROTECTION, "GB-NIR"), id="gb-nir")
    directory = a_directory(national, regional)
    assert channels_for(directory, None).groups[1].printable == (national,)
    assert channels_for(directory, "GB-SCT").groups[1].printable == (national,)
    assert channels_for(directory, "GB-NIR").groups[1].printable == (regional, national)


def test_a_channel_of_a_wider_region_counts_in_its_parts() -> None:
    wider = a_channel(Kind.CHILD_PROTECTION, "GB-EAW")
    directory = a_directory(wider)
    assert channels_for(directory, "GB-ENG").groups[1].printable == (wider,)
    assert shown(channels_for(directory, "GB-SCT")) == [GroupId.EMERGENCY]


def test_a_duty_of_one_region_is_not_shown_in_another() -> None:
    australia = load_directory("AU")
    everywhere = channels_for(australia, "AU-NSW").duties
    north = channels_for(australia, "AU-NT").duties
    assert len(everywhere) == 1
    assert len(north) == 2
    assert channels_for(load_directory("GB"), "GB-SCT").duties == ()


def test_an_unknown_region_is_refused_by_name() -> None:
    with pytest.raises(IndicatorCheckerError) as caught:
        channels_for(load_directory("GB"), "GB-ABC")
    assert caught.value.code == "region_unknown"
    assert "GB-NIR" in str(caught.value.parameters["known"])


@pytest.mark.parametrize("country", ["XX", "gb", "", "..", "GB/../US"])
def test_an_unknown_country_is_refused(country: str) -> None:
    with pytest.raises(IndicatorCheckerError) as caught:
        load_directory(country)
    assert caught.value.code == "country_unknown"


def test_a_country_without_a_file_still_has_its_emergency_number() -> None:
    who = channels_for(load_directory("TO"), None)
    assert who.groups[0].printable[0].phone_display == "911"
    assert who.emergency.numbers == ("911", "999", "922", "933")
    assert who.emergency.main_known is False


def test_a_country_without_a_known_emergency_number_says_so_by_an_empty_list() -> None:
    who = channels_for(load_directory("GN"), None)
    assert who.emergency.numbers == ()
    assert who.groups[0].id is GroupId.EMERGENCY
    assert who.groups[0].printable == ()


# Freshness


@pytest.mark.parametrize(
    ("today", "age"),
    [
        (date(2026, 11, 21), Age.PLAIN),
        (date(2027, 2, 28), Age.PLAIN),
        (date(2027, 3, 1), Age.AGEING),
        (date(2027, 6, 30), Age.AGEING),
        (date(2027, 7, 1), Age.OLD),
        (date(2028, 6, 30), Age.OLD),
        (date(2028, 7, 1), Age.VERY_OLD),
    ],
)
def test_a_source_ages_in_steps(today: date, age: Age) -> None:
    found = freshness(a_channel(), today, BUILT)
    assert found.age is age
    assert found.may_hide is (age is Age.VERY_OLD)


def test_an_undated_page_is_never_called_fresh() -> None:
    found = freshness(a_channel(source=a_source(day=None)), BUILT, BUILT)
    assert (found.age, found.undated) == (Age.OLD, True)


def test_an_emergency_number_is_never_hidden_for_its_age() -> None:
    found = freshness(a_channel(Kind.EMERGENCY), date(2099, 1, 1), BUILT)
    assert (found.age, found.may_hide) == (Age.VERY_OLD, False)


def test_a_clock_before_the_day_of_the_list_is_not_believed() -> None:
    found = freshness(a_channel(), BUILT - timedelta(days=1), BUILT)
    assert (found.age, found.clock_distrusted) == (Age.AGEING, True)


def test_months_are_counted_full() -> None:
    assert months_between(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert months_between(date(2026, 1, 31), date(2026, 3, 31)) == 2
    assert months_between(date(2026, 5, 1), date(2026, 1, 1)) == 0


# Dialling


def short_number() -> Channel:
    short = replace(a_channel(), phone_display="101", phone_e164=None)
    return replace(short, phone_check=PhoneCheck(Verdict.OK_SHORT, NumberType.SHORT, None))


@pytest.mark.parametrize(
    ("channel", "case", "number"),
    [
        (a_channel(), Dial.FROM_ABROAD, "+442079460958"),
        (short_number(), Dial.SHORT_ONLY_IN_COUNTRY, None),
        (
            a_channel(number_type=NumberType.TOLL_FREE),
            Dial.MAY_FAIL_FROM_ABROAD,
            "+442079460958",
        ),
        (replace(a_channel(), reachable_from_abroad=False), Dial.ONLY_IN_COUNTRY, None),
        (replace(a_channel(), phone_display=None, phone_e164=None), Dial.NO_PHONE, None),
    ],
)
def test_the_way_to_dial_from_another_country(
    channel: Channel, case: Dial, number: str | None
) -> None:
    note = dial_note(channel, "FR")
    assert (note.case, note.number, note.country) == (case, number, "GB")


def test_a_short_number_is_dialled_as_it_stands_in_its_own_country_only() -> None:
    note = dial_note(short_number(), "GB")
    assert (note.case, note.number, note.country) == (Dial.LOCAL, "101", "GB")
    assert dial_note(short_number(), "US").number is None


def test_a_shared_number_is_local_in_each_country_that_it_serves() -> None:
    (shared,) = [c for c in load_directory("IE").channels if c.id == "eu-116000"]
    assert dial_note(shared, "IE").case is Dial.LOCAL
    assert dial_note(shared, "IE").country == "IE"
    assert dial_note(shared, "US").case is Dial.SHORT_ONLY_IN_COUNTRY

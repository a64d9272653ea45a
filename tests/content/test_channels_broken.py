"""A channel file with one mistake is refused whole, with one clear error."""

from __future__ import annotations

import json

import pytest

from indicator_checker.channels_schema import check_country_file
from indicator_checker.errors import ContentError
from indicator_checker.resources import resource_bytes


def broken(change: dict[str, object]) -> bytes:
    found = json.loads(resource_bytes("channels", "ca.json"))
    found["channels"][1].update(change)
    return json.dumps(found).encode()


@pytest.mark.parametrize(
    "change",
    [
        {"country": "US"},
        {"region": "CA-XX"},
        {"status": "unconfirmed"},
        {"why_unconfirmed": ["conflict"]},
        {"conflict_seen": True},
        {"release_hint": "verify_before_shipping"},
        {"id": "ca-emergency"},
        {"name": ""},
        {"web": "javascript:alert(1)"},
        {"phone_e164": "18339001010"},
        {"audience": ["everyone"]},
        {"serves": ["US"]},
        {"kind": "tip_line"},
        {"colour": "red"},
        {"source": None},
    ],
)
def test_a_row_that_breaks_a_rule_refuses_the_whole_file(change: dict[str, object]) -> None:
    assert check_country_file(broken({}), "ca.json").country == "CA"
    with pytest.raises(ContentError) as caught:
        check_country_file(broken(change), "ca.json")
    assert caught.value.parameters == {"file": "ca.json"}


@pytest.mark.parametrize(
    "change",
    [
        {"text": "You must report."},
        {"text": "You may report. You may call. You may write."},
        {"applies_to": ["IE-XX"]},
        {"body": ""},
    ],
)
def test_a_duty_that_breaks_a_rule_refuses_the_whole_file(change: dict[str, object]) -> None:
    found = json.loads(resource_bytes("channels", "ie.json"))
    found["duties"][0].update(change)
    with pytest.raises(ContentError):
        check_country_file(json.dumps(found).encode(), "ie.json")

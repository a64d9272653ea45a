"""The arithmetic of a dimension is the published rule, for every number of signs."""

from __future__ import annotations

from itertools import product

import pytest
from pydantic import ValidationError

from indicator_checker.instrument.arithmetic import (
    first_disagreement,
    first_reversal,
    met_by_combination,
    met_by_points,
    points_for,
)
from indicator_checker.instrument.load import load_instrument
from indicator_checker.instrument.measures import Combination, StrengthPoints
from indicator_checker.instrument.terms import ScoredStrength

PARTS = load_instrument().rules.dimensions
MOST = 12
EVERY = list(product(range(MOST + 1), repeat=3))


def counts_of(strong: int, medium: int, weak: int) -> dict[ScoredStrength, int]:
    return {"strong": strong, "medium": medium, "weak": weak}


def published(s: int, m: int, w: int) -> bool:
    """The rule as the ILO and the European Commission wrote it in 2009, word by word."""
    return s >= 2 or (s >= 1 and m + w >= 1) or m >= 3 or (m >= 2 and w >= 1)


def changed(**change: object) -> StrengthPoints:
    values = PARTS[0].model_dump() | change
    return StrengthPoints.model_validate(values)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.dimension)
def test_points_combinations_and_the_published_rule_agree_everywhere(part: StrengthPoints) -> None:
    for numbers in EVERY:
        counts = counts_of(*numbers)
        by_points, by_combination = met_by_points(part, counts), met_by_combination(part, counts)
        assert by_points == by_combination == published(*numbers), numbers


@pytest.mark.parametrize(
    ("strong", "medium", "weak", "points", "met"),
    [
        (0, 0, 0, 0, False),
        (1, 0, 0, 4, False),  # one strong alone is not met
        (0, 2, 0, 4, False),  # two medium alone are not met
        (0, 0, 12, 1, False),  # weak signs alone never are
        (0, 1, 12, 3, False),  # nor with one medium
        (2, 0, 0, 8, True),
        (1, 1, 0, 6, True),
        (1, 0, 1, 5, True),
        (0, 3, 0, 6, True),
        (0, 2, 1, 5, True),
        (0, 2, 12, 5, True),  # all weak signs together count one
        (12, 12, 12, 73, True),
    ],
)
def test_a_person_can_do_the_sum_again_by_hand(
    strong: int, medium: int, weak: int, points: int, met: bool
) -> None:
    counts = counts_of(strong, medium, weak)
    assert {points_for(part, counts) for part in PARTS} == {points}
    assert {met_by_points(part, counts) for part in PARTS} == {met}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.dimension)
def test_seeing_more_or_stronger_signs_never_takes_points_away(part: StrengthPoints) -> None:
    for s, m, w in EVERY:
        here = points_for(part, counts_of(s, m, w))
        more = [(s + 1, m, w), (s, m + 1, w), (s, m, w + 1)]
        assert min(points_for(part, counts_of(*numbers)) for numbers in more) >= here
        stronger = [(s, m + 1, w - 1)] if w else []
        stronger += [(s + 1, m - 1, w)] if m else []
        assert all(met_by_points(part, counts_of(*n)) for n in stronger) or not published(s, m, w)


def test_a_sign_of_no_worth_adds_nothing() -> None:
    part = changed(points={"strong": 4}, at_most={})
    assert points_for(part, counts_of(1, 9, 9)) == 4


@pytest.mark.parametrize(
    ("change", "disagreement"),
    [
        ({}, None),
        ({"met_at": 4}, (0, 2, 0)),
        ({"at_most": {}}, (0, 0, 5)),
        ({"points": {"strong": 4, "medium": 2}}, (0, 2, 1)),
        ({"combinations": (Combination(strong=2).model_dump(),)}, (0, 2, 1)),
        # Only a long way up do these differ: seven weak signs, and no combination knows them.
        (
            {"points": {"strong": 1, "medium": 1, "weak": 1}, "at_most": {}, "met_at": 7}
            | {"combinations": ({"strong": 7}, {"medium": 7}, {"strong": 4, "medium": 3})},
            (0, 0, 7),
        ),
    ],
)
def test_the_smallest_disagreement_of_the_two_forms_is_found(
    change: dict[str, object], disagreement: tuple[int, int, int] | None
) -> None:
    expected = counts_of(*disagreement) if disagreement else None
    assert first_disagreement(changed(**change)) == expected


@pytest.mark.parametrize(
    ("change", "reversal"),
    [
        ({}, None),
        ({"points": {"strong": 4, "medium": 2, "weak": 9}, "at_most": {}}, (0, 0, 1)),
        ({"at_most": {"strong": 1, "weak": 1}}, (0, 2, 1)),
        ({"points": {"weak": 5}, "at_most": {}}, (0, 0, 1)),
    ],
)
def test_a_stronger_sign_that_counts_less_is_found(
    change: dict[str, object], reversal: tuple[int, int, int] | None
) -> None:
    expected = counts_of(*reversal) if reversal else None
    assert first_reversal(changed(**change)) == expected


@pytest.mark.parametrize("key", ["points", "at_most"])
def test_no_sign_takes_points_away(key: str) -> None:
    with pytest.raises(ValidationError):
        changed(**{key: {"strong": 4, "medium": 2, "weak": -1}})

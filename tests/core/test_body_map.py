"""The body map: every place has a name, left and right are the child's, nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from indicator_checker.body_map import (
    VIEWS,
    BodyLabels,
    View,
    area_at,
    areas,
    body_figure,
    free_spot,
    mark_box,
    place_at,
)
from indicator_checker.checklist import BodyMark
from indicator_checker.checklist_schema import check_against, read_checklist, write_checklist
from indicator_checker.errors import ChecklistError
from indicator_checker.figure import Label, Line, Rectangle
from indicator_checker.referral.blocks import FigureBlock, Table
from indicator_checker.referral.body import body_blocks, where_is
from tests.core.invented import INSTRUMENT, checklist
from tests.core.referrals import WORDS, plain, referral_of, source_of

LABELS = BodyLabels("Front", "Back", "left", "right")
WIDTHS = (120.0, 190.0, 300.0, 480.0, 900.0)
#: Odd on purpose: no place lies on the middle line or on the edge of an area.
GRID = [(x / 53, y / 107) for x in range(54) for y in range(108)]
MARKS = (
    BodyMark("front", 0.26, 0.36, "Red, round, <b>1 cm</b>"),
    BodyMark("back", 0.45, 0.3, "Yellow at the edge"),
    BodyMark("front", 0.6, 0.7),
)
EMPTY = checklist()
MARKED = EMPTY.with_body_marks(MARKS)


@pytest.mark.parametrize("view", VIEWS)
def test_every_place_inside_the_outline_has_a_name_and_every_name_a_place(view: View) -> None:
    found = {area_at(view, x, y) for x, y in GRID}
    assert found == {None, *areas(view)}
    assert len(set(areas(view))) == len(areas(view))


@pytest.mark.parametrize("view", VIEWS)
def test_every_area_has_words(view: View) -> None:
    assert [area for area in areas(view) if not WORDS.has(f"body.area.{area}")] == []


def test_both_views_show_the_same_outline() -> None:
    shapes = [[area_at(view, x, y) is None for x, y in GRID] for view in VIEWS]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize(
    ("view", "x", "y", "area"),
    [
        ("front", 0.5, 0.1, "head"),
        ("front", 0.5, 0.2, "neck"),
        ("front", 0.5, 0.28, "chest"),
        ("front", 0.5, 0.42, "belly"),
        ("front", 0.5, 0.52, "hips"),
        ("front", 0.75, 0.34, "left_upper_arm"),
        ("front", 0.25, 0.34, "right_upper_arm"),
        ("back", 0.75, 0.34, "right_upper_arm"),
        ("back", 0.25, 0.34, "left_upper_arm"),
        ("front", 0.9, 0.58, "left_hand"),
        ("back", 0.9, 0.58, "right_hand"),
        ("back", 0.5, 0.28, "upper_back"),
        ("back", 0.5, 0.42, "lower_back"),
        ("front", 0.61, 0.65, "left_upper_leg"),
        ("front", 0.39, 0.82, "right_lower_leg"),
        ("back", 0.39, 0.97, "left_foot"),
        ("front", 0.02, 0.02, None),
        ("front", 0.5, 0.8, None),
        ("front", -1.0, 0.5, None),
    ],
)
def test_left_and_right_are_the_childs_own(view: View, x: float, y: float, area: str) -> None:
    assert area_at(view, x, y) == area


@pytest.mark.parametrize("view", VIEWS)
def test_the_other_side_of_an_area_is_its_mirror(view: View) -> None:
    sides = {"left": "right", "right": "left"}
    for x, y in GRID:
        area = area_at(view, x, y)
        side, _, part = (area or "").partition("_")
        mirrored = f"{sides[side]}_{part}" if side in sides else area
        assert area_at(view, 1 - x, y) == mirrored


@pytest.mark.parametrize("view", VIEWS)
def test_a_mark_put_by_name_lies_in_its_area_and_covers_no_other(view: View) -> None:
    for area in areas(view):
        marks: list[BodyMark] = []
        for _mark in range(3):
            x, y = free_spot(view, area, marks)
            assert area_at(view, x, y) == area
            assert (x, y) not in [(mark.x, mark.y) for mark in marks]
            marks.append(BodyMark(view, x, y))


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_of_the_drawing_lies_outside_it(width: float) -> None:
    edges = [BodyMark(view, x, y) for view in VIEWS for x in (0.0, 1.0) for y in (0.0, 1.0)]
    figure = body_figure([*edges, *MARKS], width, LABELS)
    assert figure.width == width
    for part in figure.parts:
        if isinstance(part, Line):
            xs, ys = [part.x1, part.x2], [part.y1, part.y2]
        elif isinstance(part, Rectangle):
            xs, ys = [part.x, part.x + part.width], [part.y, part.y + part.height]
        else:
            xs, ys = [part.x], [part.y]
        assert 0 <= min(xs) <= max(xs) <= width
        assert 0 <= min(ys) <= max(ys) <= figure.height


@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_on_the_drawing_finds_the_place_it_shows(width: float) -> None:
    for mark in MARKS:
        box = mark_box(1, mark, width)
        found = place_at(box.x + box.width / 2, box.y + box.height / 2, width)
        assert found is not None
        assert found[0] == mark.view
        assert found[1:] == pytest.approx((mark.x, mark.y))
    assert place_at(0, 0, width) is None


def test_the_drawing_numbers_the_marks_in_their_order() -> None:
    labels = [p.text for p in body_figure(MARKS, 300, LABELS).parts if isinstance(p, Label)]
    assert [text for text in labels if text.isdigit()] == ["1", "2", "3"]
    assert {"Front", "Back", "left", "right"} < set(labels)


def test_the_drawing_is_an_outline_and_nothing_else() -> None:
    parts = body_figure((), 300, LABELS).parts
    assert {type(part) for part in parts} == {Line, Label}


def test_marks_come_back_from_a_file_as_they_were() -> None:
    again = read_checklist(write_checklist(MARKED))
    assert again.body_marks == MARKS
    check_against(again, INSTRUMENT)


def test_a_checklist_without_the_key_has_no_marks() -> None:
    value = json.loads(write_checklist(EMPTY))
    del value["body_marks"]
    assert read_checklist(json.dumps(value).encode()).body_marks == ()


def test_a_mark_alone_would_be_lost_by_closing() -> None:
    assert EMPTY.is_empty
    assert not MARKED.is_empty
    assert MARKED.with_body_marks(()).is_empty


Change = Callable[[list[dict[str, Any]]], object]


def refusal(change: Change) -> ChecklistError:
    value = json.loads(write_checklist(MARKED))
    change(value["body_marks"])
    with pytest.raises(ChecklistError) as caught:
        check_against(read_checklist(json.dumps(value).encode()), INSTRUMENT)
    return caught.value


@pytest.mark.parametrize("part", ["x", "y"])
@pytest.mark.parametrize("number", [-0.001, 1.001, 10**300])
def test_a_mark_outside_the_drawing_is_refused_by_its_number(part: str, number: float) -> None:
    error = refusal(lambda marks: marks[1].update({part: number}))
    assert (error.code, error.parameters) == ("checklist_mark_outside", {"number": 2})
    assert "Mark 2 of the body map lies outside the drawing." in WORDS.error(error)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_number_is_no_place(number: float) -> None:
    made = EMPTY.with_body_marks((replace(MARKS[0], x=number),))
    with pytest.raises(ChecklistError, match="checklist_mark_outside"):
        check_against(made, INSTRUMENT)


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ("body_marks.0.view", lambda marks: marks[0].update(view="side")),
        ("body_marks.0.x", lambda marks: marks[0].update(x="0.5")),
        ("body_marks.1.y", lambda marks: marks[1].pop("y")),
        ("body_marks.2.note", lambda marks: marks[2].update(note=None)),
        ("body_marks.2.photo", lambda marks: marks[2].update(photo="x")),
    ],
)
def test_a_mark_that_does_not_fit_is_refused_by_its_place(place: str, change: Change) -> None:
    error = refusal(change)
    assert (error.code, error.parameters) == ("checklist_shape", {"place": place})


def test_the_referral_draws_the_marks_and_says_the_same_in_words() -> None:
    blocks = list(body_blocks(source_of(MARKED)))
    (figure,) = (block for block in blocks if isinstance(block, FigureBlock))
    (table,) = (block for block in blocks if isinstance(block, Table))
    rows = [[plain(cell) for cell in row] for row in table.rows]
    assert rows == [
        ["1", "Front: right upper arm", "Red, round, <b>1 cm</b>"],
        ["2", "Back: upper back", "Yellow at the edge"],
        ["3", "Front: left upper leg", "No note"],
    ]
    for number, where, note in rows:
        assert f"Mark {number}. {where}." in figure.alternative
        assert note in figure.alternative or note == "No note"
    assert "with 3 marks" in figure.alternative


def test_the_referral_says_nothing_of_a_body_where_nothing_was_marked() -> None:
    assert "body map" not in plain(referral_of(EMPTY).blocks).lower()
    assert "Injuries seen (body map)" in plain(referral_of(MARKED).blocks)


def test_a_mark_beside_the_outline_says_so() -> None:
    assert where_is(WORDS, BodyMark("back", 0.0, 0.0)) == "Back: beside the outline"

"""The shipped instrument, and one way to break it for each mistake an author can make."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from indicator_checker.instrument.load import FILES
from indicator_checker.resources import resource_path

SHIPPED = resource_path("instruments", "child_trafficking", "1.0.0")
CONTENT = {name: json.loads((SHIPPED / name).read_text("utf-8")) for name in FILES}

Content = dict[str, Any]
Break = Callable[[Content], object]


def sections(content: Content) -> list[dict[str, Any]]:
    return content["instrument.json"]["sections"]


def sign(content: Content, number: int = 0, section: int = 1) -> dict[str, Any]:
    return sections(content)[section]["indicators"][number]


def rule(content: Content, rule_id: str) -> dict[str, Any]:
    return next(r for r in content["rules.json"]["rules"] if r["id"] == rule_id)


def rules(content: Content) -> dict[str, Any]:
    return content["rules.json"]


def dimension(content: Content, number: int = 0) -> dict[str, Any]:
    return content["instrument.json"]["dimensions"][number]


def group(content: Content, number: int = 0) -> dict[str, Any]:
    return content["instrument.json"]["overlap_groups"][number]


def background(content: Content) -> dict[str, Any]:
    return sign(content, 0, -1)


def put(place: dict[str, Any], **values: object) -> None:
    place.update(values)


def weighed(content: Content) -> dict[str, Any]:
    return next(d for d in rules(content)["dimensions"] if d["dimension"] == "exploitation")


def sign_named(content: Content, name: str = "sudden_change") -> dict[str, Any]:
    return next(i for s in sections(content) for i in s["indicators"] if i["id"] == name)


def acts(content: Content) -> dict[str, Any]:
    return content["instrument.json"]["act_entries"]


def when(content: Content, rule_id: str = "danger_now") -> dict[str, Any]:
    return rule(content, rule_id)["when"]


def selects(content: Content, **values: object) -> None:
    put(when(content, "two_weak_signs")["of"], **values)


def a_level(step: str) -> dict[str, Any]:
    return {"id": "another", "step": step, "title": "Another", "action": "Another."}


def broken(folder: Path, *breaks: Break) -> Path:
    content = copy.deepcopy(CONTENT)
    for change in breaks:
        change(content)
    for name, value in content.items():
        (folder / name).write_text(json.dumps(value), encoding="utf-8")
    return folder


MILDER = {
    "points": {"strong": 4, "medium": 2, "weak": 5},
    "at_most": {},
    "combinations": [{"weak": 1}, {"strong": 2}, {"strong": 1, "medium": 1}, {"medium": 3}],
}
UNKNOWN = "no_such_name"
BREAKS: list[tuple[str, str, Break]] = [
    ("shape", "instrument.json: format", lambda c: put(c["instrument.json"], format=2)),
    ("shape", "instrument.json: colour", lambda c: put(c["instrument.json"], colour="red")),
    ("shape", "instrument.json: sections.1.indicators.0.text", lambda c: put(sign(c), text="")),
    ("shape", "rules.json: unknown", lambda c: rules(c).pop("unknown")),
    ("shape", "rules.json: minimum.settled", lambda c: put(rules(c)["minimum"], settled="3")),
    ("shape", "rules.json: levels", lambda c: put(rules(c), levels=[])),
    ("shape", "guidance.json: limits", lambda c: put(c["guidance.json"], limits=[])),
    ("shape", "sources.json: PAL.year", lambda c: put(c["sources.json"]["PAL"], year=2000)),
    ("double_id", "sections.indicators", lambda c: put(sign(c), id=sign(c, 1)["id"])),
    ("double_id", "sections", lambda c: put(sections(c)[2], id=sections(c)[3]["id"])),
    ("double_id", "dimensions", lambda c: c["instrument.json"]["dimensions"].append(dimension(c))),
    ("double_id", "overlap_groups", lambda c: put(group(c), id=group(c, 1)["id"])),
    (
        "double_id",
        "overlap_groups.members",
        lambda c: put(group(c), members=group(c, 1)["members"]),
    ),
    ("double_id", "answers", lambda c: put(c["instrument.json"]["answers"][1], id="seen")),
    ("double_id", "rules", lambda c: rules(c)["rules"].append(rule(c, "keep_noticing"))),
    ("double_id", "rules.dimensions", lambda c: rules(c)["dimensions"].append(weighed(c))),
    ("double_id", "levels", lambda c: rules(c)["levels"].append(rules(c)["levels"][-1])),
    ("unknown_name", "sudden_change.types", lambda c: put(sign_named(c), types=[UNKNOWN])),
    (
        "unknown_name",
        "sudden_change.dimensions",
        lambda c: put(sign_named(c), dimensions=[UNKNOWN]),
    ),
    ("unknown_name", "sudden_change.sources", lambda c: put(sign_named(c), sources=["NO-SUCH"])),
    ("unknown_name", "dimensions.exploitation.source", lambda c: put(dimension(c), source="NO")),
    ("unknown_name", "overlap_groups.members", lambda c: group(c)["members"].append(UNKNOWN)),
    ("unknown_name", "act_entries.move", lambda c: acts(c)["move"].append(UNKNOWN)),
    ("unknown_name", "danger_now.level", lambda c: put(rule(c, "danger_now"), level=UNKNOWN)),
    ("unknown_name", "danger_now.sources", lambda c: put(rule(c, "danger_now"), sources=["NO"])),
    (
        "unknown_name",
        "exploitation_met.of",
        lambda c: put(when(c, "exploitation_met"), of=[UNKNOWN]),
    ),
    ("unknown_name", "two_weak_signs.of.indicators", lambda c: selects(c, indicators=[UNKNOWN])),
    ("unknown_name", "two_weak_signs.of.dimensions", lambda c: selects(c, dimensions=[UNKNOWN])),
    ("unknown_name", "dimensions.exploitation.sources", lambda c: put(weighed(c), sources=["NO"])),
    ("unknown_name", "guidance", lambda c: put(c["guidance.json"]["do"][0], sources=["NO-SUCH"])),
    ("context_with_flag", "ctx_", lambda c: put(background(c), flag="report_today")),
    ("one_danger_page", "sections", lambda c: put(sections(c)[1], immediate=True)),
    ("one_danger_page", "sections", lambda c: put(sections(c)[0], immediate=False)),
    ("emergency_needs_route", "", lambda c: sign(c, 0, 0).pop("route")),
    ("emergency_needs_route", "", lambda c: put(sign_named(c), route=sign(c, 0, 0)["route"])),
    ("scored_but_not_weighed", "rules.dimensions", lambda c: put(dimension(c, -1), scored=True)),
    ("steps_out_of_order", "levels", lambda c: rules(c)["levels"].insert(1, a_level("act_now"))),
    ("steps_out_of_order", "levels", lambda c: put(rules(c)["levels"][2], step="talk")),
    ("lowest_level_not_reached", "rules", lambda c: put(rule(c, "keep_noticing"), level="talk")),
    ("lowest_level_not_reached", "rules", lambda c: put(rule(c, "keep_noticing"), kind="floor")),
    ("milder_danger_counts_more", "danger_now", lambda c: put(when(c), answers=["no"])),
    ("milder_danger_counts_more", "danger_now", lambda c: put(when(c), answers=["help_here"])),
    ("never_fires", "two_weak_signs", lambda c: put(when(c, "two_weak_signs"), at_least=144)),
    ("never_fires", "exploitation_met", lambda c: put(when(c, "exploitation_met"), at_least=2)),
    ("arithmetic_disagrees", "dimensions.exploitation", lambda c: put(weighed(c), met_at=4)),
    ("stronger_counts_less", "dimensions.exploitation", lambda c: put(weighed(c), **MILDER)),
]

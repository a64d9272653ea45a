"""Random instruments and checklists, built from the whole vocabulary of the rules."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import strategies as st
from pydantic_core import to_json

from indicator_checker.checklist import DANGER_ANSWERS, Answer, Checklist, pin_of
from indicator_checker.instrument.arithmetic import STRONGEST_FIRST, points_for
from indicator_checker.instrument.guidance import Guidance
from indicator_checker.instrument.load import Instrument, load_instrument
from indicator_checker.instrument.measures import StrengthPoints
from indicator_checker.instrument.model import Catalogue
from indicator_checker.instrument.rule_index import RuleIndex
from indicator_checker.instrument.rules import RuleSet
from indicator_checker.instrument.terms import STEPS, STRENGTHS, ScoredStrength

MOST_WORRYING_FIRST = ("yes", "help_here", "not_sure", "no")
SHIPPED = load_instrument()
GUIDANCE: Guidance = SHIPPED.guidance
HEAD = SHIPPED.catalogue.model_dump(
    mode="json",
    by_alias=True,
    exclude={"sections", "dimensions", "exploitation_types", "overlap_groups", "act_entries"},
)
SOURCE = ("ILO-D",)
SIDES = ("side_a", "side_b", "side_c")
MOST_SIGNS = 7
SHARED: dict[str, Any] = {
    "looks_like": "",
    "could_also_be": "",
    "asking": "observe",
    "settings": ["school"],
    "ages": {},
    "types": ["any"],
    "reason": "Invented.",
    "sources": SOURCE,
}
ROUTE = {"to": ["police"], "do": "Call."}


def checklists(instrument: Instrument, most: int = 12) -> st.SearchStrategy[Checklist]:
    """Any answers to a few indicators of an instrument, and any answer about danger."""
    signs = st.sampled_from(list(instrument.catalogue.indicators))
    options = st.sampled_from([option.id for option in instrument.catalogue.answers])
    answers = st.dictionaries(signs, st.builds(Answer, options), max_size=most)
    danger = st.sampled_from((None, *DANGER_ANSWERS))
    return st.builds(Checklist, st.just(pin_of(instrument)), danger=danger, answers=answers)


@st.composite
def instruments(draw: st.DrawFn, *, named_signs: bool = True) -> Instrument:
    """A small sound instrument; without ``named_signs`` no rule names a sign by its id."""
    sides = SIDES[: draw(st.integers(1, len(SIDES)))]
    signs = [draw(_signs(f"sign_{n}", sides)) for n in range(draw(st.integers(2, MOST_SIGNS)))]
    ids = [sign["id"] for sign in signs]
    catalogue = _catalogue(sides, signs, draw(_overlap_groups(ids)))
    counts_as = draw(st.sampled_from([dict(zip(sides, sides, strict=True)), {}]))
    parts = [draw(_strength_points(side, counts_as.get(side, "one"))) for side in sides]
    conditions = _conditions(sides, ids if named_signs else [], len(ids))
    rules = draw(st.lists(_rules(conditions), max_size=6))
    observed = Catalogue.model_validate_json(to_json(catalogue))
    rule_set = RuleSet.model_validate_json(to_json(_rule_set(draw, parts, rules)))
    index = RuleIndex(observed, rule_set)
    return Instrument(observed, rule_set, SHIPPED.sources, GUIDANCE, "logic", "content", index)


@st.composite
def shipped_with_checklists(draw: st.DrawFn, *, most: int = 12) -> tuple[Instrument, Checklist]:
    return SHIPPED, draw(checklists(SHIPPED, most))


@st.composite
def instruments_with_checklists(
    draw: st.DrawFn, *, named_signs: bool = True
) -> tuple[Instrument, Checklist]:
    instrument = draw(instruments(named_signs=named_signs))
    return instrument, draw(checklists(instrument, MOST_SIGNS))


@st.composite
def _signs(draw: st.DrawFn, sign_id: str, sides: tuple[str, ...]) -> dict[str, Any]:
    strength = draw(st.sampled_from(STRENGTHS))
    flags = (None, "context") if strength == "context" else (None, "report_today", "emergency")
    flag = draw(st.sampled_from((None, None, *flags)))
    known = st.sampled_from((*sides, "unscored"))
    dimensions = draw(st.lists(known, min_size=1, max_size=3, unique=True))
    route = ROUTE if flag == "emergency" else None
    own = {"strength": strength, "flag": flag, "dimensions": dimensions, "route": route}
    return {"id": sign_id, "text": f"Text of {sign_id}", **SHARED, **own}


@st.composite
def _overlap_groups(draw: st.DrawFn, ids: list[str]) -> list[dict[str, Any]]:
    chosen = {sign: draw(st.sampled_from((None, "group_a", "group_b"))) for sign in ids}
    groups = {name: [i for i in ids if chosen[i] == name] for name in ("group_a", "group_b")}
    return [{"id": name, "members": found} for name, found in groups.items() if len(found) > 1]


@st.composite
def _strength_points(draw: st.DrawFn, side: str, counts_as: str) -> dict[str, Any]:
    weak = draw(st.integers(0, 2))
    medium = weak + draw(st.integers(0, 2))
    points = {"strong": medium + draw(st.integers(1, 2)), "medium": medium, "weak": weak}
    at_most = draw(st.sampled_from([{}, {"weak": 1}, {"weak": 0}]))
    part = {
        "word": "strength_points",
        "dimension": side,
        "points": points,
        "at_most": at_most,
        "met_at": draw(st.integers(1, 5)),
        "combinations": [{"strong": 1}],
        "counts_as": counts_as,
        "sources": SOURCE,
    }
    checked = StrengthPoints.model_validate_json(to_json(part))
    return {**part, "combinations": _combinations(checked)}


def _combinations(part: StrengthPoints) -> list[dict[ScoredStrength, int]]:
    """The same rule said as combinations: the smallest counts that are met."""
    every = [dict(zip(STRONGEST_FIRST, n, strict=True)) for n in product(range(6), repeat=3)]
    met = [counts for counts in every if points_for(part, counts) >= part.met_at]
    return [c for c in met if not any(o != c and _within(o, c) for o in met)]


def _within(less: dict[Any, int], more: dict[Any, int]) -> bool:
    return all(less[strength] <= more[strength] for strength in STRONGEST_FIRST)


def _conditions(
    sides: tuple[str, ...], ids: list[str], count: int
) -> st.SearchStrategy[dict[str, Any]]:
    some_sides = st.lists(st.sampled_from(sides), max_size=2, unique=True)
    selection = st.fixed_dictionaries(
        {
            "strength": st.sampled_from((None, *STRENGTHS)),
            "dimensions": some_sides,
            "flags": st.lists(st.sampled_from(("emergency", "report_today")), max_size=1),
            "indicators": st.lists(st.sampled_from(ids), max_size=2) if ids else st.just([]),
        }
    )
    counted = st.fixed_dictionaries(
        {"word": st.just("count_at_least"), "of": selection, "at_least": st.integers(1, count)}
    )
    worrying = [MOST_WORRYING_FIRST[:n] for n in range(1, len(MOST_WORRYING_FIRST) + 1)]
    danger = st.fixed_dictionaries(
        {"word": st.just("danger_answered"), "answers": st.sampled_from(worrying)}
    )
    met = st.lists(st.sampled_from(sides), min_size=1, max_size=3, unique=True).flatmap(
        lambda of: st.fixed_dictionaries(
            {
                "word": st.just("dimensions_met"),
                "of": st.just(of),
                "at_least": st.integers(1, len(of)),
            }
        )
    )
    return st.one_of(counted, danger, met, st.just({"word": "always"}))


def _rules(conditions: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    kinds = st.sampled_from(("override", "floor", "reach", "reach", "cap"))
    return st.builds(_rule, kinds, st.sampled_from(STEPS), conditions)


def _rule(kind: str, level: str, condition: dict[str, Any]) -> dict[str, Any]:
    place = "unless" if kind == "cap" else "when"
    return {"kind": kind, "level": level, place: condition, "reason": "Why.", "sources": SOURCE}


def _rule_set(
    draw: st.DrawFn, parts: list[dict[str, Any]], rules: list[dict[str, Any]]
) -> dict[str, Any]:
    lowest = _rule("reach", STEPS[0], {"word": "always"})
    return {
        "format": 1,
        "unknown": draw(st.sampled_from(("own_state", "as_no"))),
        "levels": [{"id": s, "step": s, "title": s, "action": s} for s in STEPS],
        "minimum": {"settled": 2, "reason": "Why."},
        "dimensions": parts,
        "rules": [{"id": f"rule_{n}", **rule} for n, rule in enumerate([*rules, lowest])],
    }


def _catalogue(
    sides: tuple[str, ...], signs: list[dict[str, Any]], groups: list[dict[str, Any]]
) -> dict[str, Any]:
    label = {"label": "Words", "meaning": "Words", "source": "ILO-D"}
    page = {"title": "Page", "intro": "Words"}
    return {
        **HEAD,
        "exploitation_types": [{"id": "any", "label": "Any"}],
        "dimensions": [
            *({"id": side, "scored": True, **label} for side in sides),
            {"id": "unscored", "scored": False, **label},
        ],
        "sections": [
            {"id": "first", "immediate": True, "indicators": signs[:1], **page},
            {"id": "second", "indicators": signs[1:], **page},
        ],
        "overlap_groups": groups,
    }

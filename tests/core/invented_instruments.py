"""Small instruments, invented at random from the whole vocabulary."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from pydantic import TypeAdapter

from indicator_checker.checklist import Answer, Checklist, JudgedPoints, pin_of
from indicator_checker.instrument.guidance import Guidance
from indicator_checker.instrument.lint import lint
from indicator_checker.instrument.load import Instrument
from indicator_checker.instrument.model import Catalogue, Source
from indicator_checker.instrument.rule_index import RuleIndex
from indicator_checker.instrument.rules import RuleSet

LEVELS = ("low", "medium", "high")
STEPS = ("keep_noticing", "talk", "report_today")
SOURCES = {"OWN": Source(organisation="Invented", title="Invented", year="2026", status="read")}
DIMENSIONS = ("control", "need")
WINDOWS = [
    {"id": "recent", "label": "Recent", "from": 0, "to": 6, "points": 5},
    {"id": "earlier", "label": "Earlier", "from": 6, "to": 12, "points": 1},
]
MOST_SIGNS = 5
GUIDANCE = TypeAdapter(Guidance).validate_json(
    json.dumps(
        {
            "do": [],
            "do_not": [],
            "say_to_the_child": [],
            "method": {"sections": [{"title": "Invented", "paragraphs": ["Invented."]}]},
            "limits": ["Invented."],
        }
    )
)

Json = dict[str, Any]


def option(name: str, role: str, **more: Any) -> Json:  # noqa: ANN401  any JSON value
    return {"id": name, "label": name, "role": role, **more}


ANSWERS: list[Json] = [
    option("yes", "present"),
    option("possible", "possible"),
    option("no", "absent"),
    option("not_known", "unknown"),
]
SCALES: list[Json] = [
    {
        "id": "ladder",
        "options": [
            option("none", "absent", value=0),
            option("some", "present", value=1),
            option("much", "present", value=9),
        ],
    },
    {
        "id": "columns",
        "options": [
            option("both", "present", windows=["recent", "earlier"]),
            option("recent", "present", windows=["recent"]),
            option("earlier", "present", windows=["earlier"]),
            option("neither", "absent"),
        ],
    },
    {
        "id": "rated",
        "options": [
            option("rated_high", "present", level="high", value=3),
            option("rated_medium", "present", level="medium", value=2),
            option("rated_low", "absent", level="low", value=0),
            option("unrated", "unknown"),
        ],
    },
    {"id": "suspected", "options": [option("sure", "present"), option("suspected", "possible")]},
]
#: Scales that make a proof impossible, because more worrying answers weigh less.
ODD_SCALE: Json = {
    "id": "odd",
    "options": [
        option("odd_yes", "present", value=1),
        option("odd_maybe", "possible", value=4),
        option("odd_no", "absent", value=-1),
    ],
}
OPTION_IDS = {
    scale["id"]: [answer["id"] for answer in scale["options"]] for scale in (*SCALES, ODD_SCALE)
} | {None: [answer["id"] for answer in ANSWERS]}


#: The most worrying answers of each scale, from one to all of them.
UPPER_PARTS: dict[str | None, list[list[str]]] = {
    None: [["yes"], ["yes", "possible"]],
    "ladder": [["much"], ["much", "some"]],
    "columns": [["both"], ["both", "recent"], ["both", "recent", "earlier"]],
    "rated": [["rated_high"], ["rated_high", "rated_medium"]],
    "suspected": [["sure"], ["sure", "suspected"]],
    "odd": [["odd_yes"]],
}


@st.composite
def selections(draw: DrawFn, signs: list[str]) -> Json:
    of: Json = {"count_possible": draw(st.booleans())}
    if draw(st.booleans()):
        of["strength"] = draw(st.sampled_from(["strong", "medium", "weak", "unrated"]))
    narrowed = draw(st.sampled_from(["", "", "indicators", "sections", "dimensions", "flags"]))
    if narrowed == "indicators":
        of["indicators"] = draw(st.lists(st.sampled_from(signs), min_size=1, unique=True))
    elif narrowed == "sections":
        of["sections"] = [draw(st.sampled_from(["part_one", "part_two"]))]
    elif narrowed == "dimensions":
        of["dimensions"] = [draw(st.sampled_from(DIMENSIONS))]
    elif narrowed == "flags":
        of["flags"] = ["report_today"]
    return of


@st.composite
def fact_conditions(draw: DrawFn) -> Json:
    word = draw(st.sampled_from(["age_below", "age_at_least", "setting_is"]))
    if word == "setting_is":
        return {"word": word, "settings": [draw(st.sampled_from(["school", "health", "other"]))]}
    return {"word": word, "years": draw(st.sampled_from([11, 13, 16, 18]))}


@st.composite
def conditions(
    draw: DrawFn,
    signs: dict[str, str | None],
    measures: list[str],
    profiles: list[str],
    depth: int = 2,
    *,
    rising: bool = False,
) -> Json:
    """Any condition; a rising one can only become true when more is seen."""
    plain = ["count_at_least", "count_at_least", "answered", "fact", "danger_answered"]
    plain += ["dimensions_met"]
    plain += ["measure_at_least"] * bool(measures) + ["levels_at_least"] * bool(profiles)
    made_of = ["all_of", "any_of", "at_least_of", "not"] if depth else []
    word = draw(st.sampled_from(plain * 2 + made_of))
    if word == "fact":
        return draw(fact_conditions())
    if word == "count_at_least":
        number = draw(st.integers(1, 3))
        return {"word": word, "of": draw(selections(list(signs))), "at_least": number}
    if word == "answered":
        sign = draw(st.sampled_from(list(signs)))
        named = st.lists(st.sampled_from(OPTION_IDS[signs[sign]]), min_size=1, unique=True)
        if rising:
            named = st.sampled_from(UPPER_PARTS[signs[sign]])
        return {"word": word, "indicator": sign, "options": draw(named)}
    if word == "danger_answered":
        worst = ["yes", "help_here", "not_sure", "no"]
        return {"word": word, "answers": worst[: draw(st.integers(1, 4))]}
    if word == "dimensions_met":
        of = draw(st.lists(st.sampled_from(DIMENSIONS), min_size=1, unique=True))
        return {"word": word, "of": of, "at_least": draw(st.integers(1, 2))}
    if word == "measure_at_least":
        measure, number = draw(st.sampled_from(measures)), draw(st.integers(-1, 12))
        return {"word": word, "measure": measure, "at_least": number}
    if word == "levels_at_least":
        profile, level = draw(st.sampled_from(profiles)), draw(st.sampled_from(LEVELS))
        return {"word": word, "profile": profile, "level": level, "at_least": 1}
    inner = conditions(signs, measures, profiles, depth - 1, rising=rising)
    if word == "not":
        return {"word": word, "condition": draw(fact_conditions() if rising else inner)}
    parts = draw(st.lists(inner, min_size=1, max_size=3))
    more = {"at_least": draw(st.integers(1, len(parts)))} if word == "at_least_of" else {}
    return {"word": word, "conditions": parts, **more}


def scales_of(*, rising: bool) -> list[Json]:
    return SCALES if rising else [*SCALES, ODD_SCALE]


@st.composite
def indicators(draw: DrawFn, name: str, *, rising: bool) -> Json:
    sign: Json = {
        "id": name,
        "text": name,
        "strength": draw(st.sampled_from(["strong", "medium", "weak", "unrated", "context"])),
        "dimensions": draw(st.lists(st.sampled_from(DIMENSIONS), unique=True)),
        "weight": draw(st.sampled_from([1, 1, 1, 2, 3, 0, 1 if rising else -1])),
        "sources": ["OWN"],
    }
    scale = draw(st.sampled_from([None, None, *(s["id"] for s in scales_of(rising=rising))]))
    if scale is not None:
        sign["scale"] = scale
    if draw(st.booleans()):
        sign["level"] = draw(st.sampled_from(LEVELS))
    if sign["strength"] != "context" and draw(st.integers(0, 3)) == 0:
        sign["flag"] = "report_today"
    if sign["dimensions"] and draw(st.integers(0, 3)) == 0:
        sign["strength_in"] = {sign["dimensions"][0]: draw(st.sampled_from(["strong", "weak"]))}
    return sign


@st.composite
def catalogues(draw: DrawFn, *, rising: bool) -> Json:
    count = draw(st.integers(2, MOST_SIGNS))
    signs = [draw(indicators(f"sign_{number}", rising=rising)) for number in range(count)]
    cut = draw(st.integers(1, count - 1))
    one, two = signs[:cut], signs[cut:]
    before = {sign["id"]: sign.get("scale") for sign in one}
    sections: list[Json] = [
        {"id": "part_one", "title": "One", "intro": "One", "indicators": one},
        {"id": "part_two", "title": "Two", "intro": "Two", "indicators": two},
    ]
    gate = conditions(before, [], [], 1, rising=rising)
    if draw(st.integers(0, 2)) == 0:
        sections[1]["gate"] = {"needed_if": draw(gate), "otherwise": "Not needed."}
    if draw(st.integers(0, 3)) == 0:
        two[0]["visible_if"] = draw(gate)
    if draw(st.integers(0, 5)) == 0:
        sections[1]["scored"] = False
    groups = []
    if draw(st.booleans()):
        members = draw(st.permutations([sign["id"] for sign in signs]))[:2]
        groups = [{"id": "group", "members": members}]
    return {
        "format": 1, "id": "invented", "version": "1.0.0", "language": "en",
        "title": "Invented", "summary": "Invented", "publisher": "Nobody", "licence": "None",
        "review": {"status": "not_reviewed"},
        "made_for": {"ages": {"from": 10, "to": 17}, "settings": ["school"]},
        "answers": ANSWERS, "scales": scales_of(rising=rising), "windows": WINDOWS,
        "dimensions": [
            {"id": name, "label": name, "meaning": "Invented.", "scored": True, "source": "OWN"}
            for name in DIMENSIONS
        ],
        "sections": sections, "overlap_groups": groups,
    }  # fmt: skip


@st.composite
def weighings(draw: DrawFn, dimension: str) -> Json:
    """A dimension whose combinations are worked out from its points."""
    strong, medium, weak = draw(st.sampled_from([(4, 2, 1), (3, 1, 1), (2, 2, 0), (5, 3, 2)]))
    met_at = draw(st.integers(1, 6))
    counts = product(range(7), repeat=3)
    enough = [c for c in counts if c[0] * strong + c[1] * medium + c[2] * weak >= met_at]
    least = [
        c for c in enough if not any(o != c and all(map(int.__le__, o, c)) for o in enough)
    ]  # fmt: skip
    return {
        "word": "strength_points",
        "dimension": dimension,
        "points": {"strong": strong, "medium": medium, "weak": weak},
        "met_at": met_at,
        "combinations": [{"strong": s, "medium": m, "weak": w} for s, m, w in least],
        "counts_as": draw(st.sampled_from([dimension, "together"])),
        "sources": ["OWN"],
    }


@st.composite
def measure_lists(draw: DrawFn, signs: dict[str, str | None], *, rising: bool) -> list[Json]:
    measures: list[Json] = []
    for number in range(draw(st.integers(0, 3))):
        word = draw(st.sampled_from(["count", "sum", "highest", "total"]))
        measure: Json = {"word": word, "id": f"measure_{number}", "label": f"Measure {number}"}
        known = [other["id"] for other in measures]
        if word == "total" and known:
            measure["of"] = draw(st.lists(st.sampled_from(known), min_size=1, unique=True))
            measure["judgement"] = draw(st.booleans())
        else:
            measure["word"] = "sum" if word == "total" else word
            measure["of"] = draw(selections(list(signs)))
        if measure["word"] == "sum" and draw(st.booleans()):
            measure["weights"] = {draw(st.sampled_from(list(signs))): draw(st.integers(0, 3))}
            measure["at_most"] = draw(st.integers(1, 20))
        if draw(st.integers(0, 3)) == 0:
            measure["applies"] = draw(conditions(signs, known, [], 1, rising=rising))
        measures.append(measure)
    return measures


@st.composite
def band_rules(draw: DrawFn, name: str, measures: list[str], *, rising: bool) -> Json:
    cuts = sorted(draw(st.lists(st.integers(0, 15), min_size=0, max_size=2, unique=True)))
    levels = [draw(st.sampled_from(LEVELS)) for _ in range(len(cuts) + 1)]
    if rising or draw(st.booleans()):
        levels.sort(key=LEVELS.index)
    starts = [-100, *cuts]
    ends = [*(cut - 1 for cut in cuts), None]
    return {
        "id": name,
        "kind": "bands",
        "measure": draw(st.sampled_from(measures)),
        "decides": draw(st.booleans()),
        "ranges": [
            {"from": start, "level": level} | ({} if end is None else {"to": end})
            for start, end, level in zip(starts, ends, levels, strict=True)
        ],
        "reason": "Bands of a number.",
        "sources": ["OWN"],
    }


@st.composite
def rule_sets(draw: DrawFn, signs: dict[str, str | None], *, rising: bool) -> Json:
    measures = draw(measure_lists(signs, rising=rising))
    names = [measure["id"] for measure in measures]
    rules: list[Json] = [
        {"id": "start", "kind": "reach", "level": "low", "when": {"word": "always"}}
    ]
    bands = [f"bands_{n}" for n in range(draw(st.integers(0, 2)) if names else 0)]
    rules += [draw(band_rules(name, names, rising=rising)) for name in bands]
    profile: Json = {"id": "profile", "label": "Profile", "bands": bands}
    profile["indicators"] = draw(selections(list(signs)))
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["override", "floor", "reach", "cap", "strongest_of"]))
        rule: Json = {"id": f"rule_{number}", "kind": kind}
        condition = conditions(signs, names, ["profile"], rising=rising)
        if kind == "strongest_of":
            rule |= {"indicators": draw(selections(list(signs))), "bands": bands}
        else:
            rule["level"] = draw(st.sampled_from(LEVELS))
            rule["unless" if kind == "cap" else "when"] = draw(condition)
        if kind in ("override", "floor", "reach"):
            rule["stops"] = draw(st.booleans())
            rule["deadline_hours"] = draw(st.sampled_from([None, 24, 72]))
        rules.append(rule)
    return {
        "format": 1,
        "unknown": draw(st.sampled_from(["own_state", "no_score", "as_no", "block"])),
        "levels": [
            {"id": level, "step": step, "title": level, "action": "Do it."}
            for level, step in zip(LEVELS, STEPS, strict=True)
        ],
        "ordered": draw(st.integers(0, 9)) > 0,
        "minimum": {"settled": draw(st.integers(0, 3)), "reason": "Invented."},
        "dimensions": [draw(weighings(dimension)) for dimension in DIMENSIONS],
        "measures": measures,
        "profiles": [profile],
        "rules": [{"reason": f"Reason of {r['id']}.", "sources": ["OWN"]} | r for r in rules],
        "evidence": [{"of": {}, "needs": ["note", "when"], "reason": "Invented."}],
        "judgement_points": {"from": 0, "to": 3, "reason": "Invented."},
    }


@st.composite
def instruments(draw: DrawFn, *, rising: bool | None = None) -> Instrument:
    """A sound instrument; a rising one has nothing in it that could let a result fall."""
    if rising is None:
        rising = draw(st.booleans())
    raw = draw(catalogues(rising=rising))
    signs = {s["id"]: s.get("scale") for section in raw["sections"] for s in section["indicators"]}
    catalogue = TypeAdapter(Catalogue).validate_json(json.dumps(raw))
    of_rules = draw(rule_sets(signs, rising=rising))
    rules: RuleSet = TypeAdapter(RuleSet).validate_json(json.dumps(of_rules))
    mistakes = lint(catalogue, rules, SOURCES, GUIDANCE)
    errors = [mistake for mistake in mistakes if mistake.severity == "error"]
    # A gate that looks at its own page is the one thing that is not avoided above.
    assert {mistake.code for mistake in errors} <= {"looks_ahead"}, errors
    assume(not errors)
    return Instrument(catalogue, rules, SOURCES, GUIDANCE, "", "", RuleIndex(catalogue, rules))


@st.composite
def checklists(draw: DrawFn, instrument: Instrument) -> Checklist:
    """Some answers to an instrument, with or without facts about the child."""
    answers = {}
    for sign, options in instrument.catalogue.options.items():
        chosen = draw(st.sampled_from([None, *(answer.id for answer in options)]))
        if chosen is not None:
            answers[sign] = Answer(chosen)
    age = draw(st.sampled_from(["", "10_to_12", "13_to_15", "16_to_17", "adult"]))
    points = draw(st.sampled_from([None, JudgedPoints(0, "why"), JudgedPoints(3, "why")]))
    return Checklist(
        pin_of(instrument),
        setting=draw(st.sampled_from([None, "school", "health", "other"])),
        danger=draw(st.sampled_from([None, "no", "not_sure", "help_here", "yes"])),
        answers=answers,
        fields={"age_band": age} if age else {},
        judged_points=points,
    )

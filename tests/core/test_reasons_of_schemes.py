"""Every kind of scheme says which level, why, what would change it and how far it can move."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from indicator_checker.checklist import Answer, Checklist, JudgedPoints, Judgement, pin_of
from indicator_checker.evaluation import Evaluation, Outlook, evaluate, look_ahead
from indicator_checker.instrument.load import Instrument, load_folder, load_instrument
from indicator_checker.pdf import render_pdf
from indicator_checker.referral.build import build_referral
from indicator_checker.referral.material import ReferralInput
from indicator_checker.referral.notices import notices
from indicator_checker.referral.reasons import (
    LevelWords,
    bounds,
    level_title,
    level_words,
    measure_rows,
    profile_rows,
    raising,
    why,
)
from indicator_checker.text import Words

WORDS = Words()
TESTS = Path(__file__).parents[1]
AGE = {"age_band": "13_to_15"}


class Case:
    """One checklist of one scheme, with what is said about it."""

    def __init__(
        self,
        scheme: str,
        answers: dict[str, str] | None = None,
        *,
        fields: dict[str, str] | None = None,
        judged: int | None = None,
    ) -> None:
        self.instrument = scheme_named(scheme)
        points = None if judged is None else JudgedPoints(judged, "seen often")
        self.checklist = Checklist(
            pin_of(self.instrument),
            answers={sign: Answer(value) for sign, value in (answers or {}).items()},
            fields=AGE if fields is None else fields,
            judged_points=points,
        )

    @property
    def result(self) -> Evaluation:
        return evaluate(self.instrument, self.checklist)

    @property
    def outlook(self) -> Outlook:
        return look_ahead(self.instrument, self.checklist)

    def level(self, judgement: Judgement | None = None) -> LevelWords:
        return level_words(self.instrument, self.result, WORDS, judgement)

    def why(self, *, arithmetic: bool = True, left_out: tuple[str, ...] = ()) -> str:
        return why(self.instrument, self.result, WORDS, arithmetic=arithmetic, left_out=left_out)

    def notices(self) -> tuple[str, ...]:
        return notices(self.instrument, self.result, WORDS)

    def raising(self) -> tuple[str, ...]:
        return raising(self.instrument, self.result, self.outlook, WORDS)

    def bounds(self) -> str:
        return bounds(self.instrument, self.result, self.outlook, WORDS)

    def measures(self) -> tuple[str, ...]:
        return measure_rows(self.instrument, self.result, WORDS)


def scheme_named(name: str) -> Instrument:
    if name == "shipped":
        return load_instrument()
    return load_folder(TESTS / ("data/sound" if name == "sound" else f"instruments/{name}"))


MERSEYSIDE_21 = dict.fromkeys(
    ("missing_1", "missing_2", "school_1", "school_2", "needs_1", "needs_2", "home_1"), "rung_3"
)


def test_a_sum_says_its_total_and_its_band() -> None:
    case = Case("merseyside_cce", MERSEYSIDE_21)
    assert case.why() == (
        "“Overall score with professional judgement” is 21: from 19 to 34 it is “19 to 34 points”."
        " 0 to 18, 19 to 34, 35 to 54."
    )
    assert case.measures()[-2:] == (
        "“Assessment score”: 21",
        "“Overall score with professional judgement”: 21",
    )


def test_the_highest_band_has_no_end() -> None:
    every = scheme_named("merseyside_cce").catalogue.indicators
    case = Case("merseyside_cce", dict.fromkeys(every, "rung_3"), judged=3)
    total = "“Overall score with professional judgement”"
    assert case.why().startswith(f"{total} is 51: from 35 on it is “35 points or more”.")
    assert case.measures()[-1] == f"{total}: 51, of which 3 by your own judgement"


def test_page_one_names_no_points() -> None:
    case = Case("merseyside_cce", MERSEYSIDE_21)
    assert case.why(arithmetic=False).startswith("What was recorded leads to “19 to 34 points”.")


def test_the_strongest_sign_is_named() -> None:
    case = Case("wiltshire_preset", {"home_1": "yes", "home_2": "yes", "home_3": "possible"})
    assert case.why() == (
        "The highest level among what was recorded is “High”: “Home, invented sign 1”."
        " The highest level among the signs answered yes."
    )
    assert "Home" not in case.why(left_out=("home_1",)).replace("signs answered", "")


def test_several_parts_at_a_level_are_named() -> None:
    case = Case("sound", {"no_phone": "yes", "long_hours": "both"})
    assert case.why() == (
        "“Highest work sign” is 6 (needed 6). “Work” stands at “Talk to your lead”."
        " “All points” stands at “Talk to your lead”. Two parts are high."
    )


def test_a_list_without_a_score_says_so_and_still_asks_to_tell_someone() -> None:
    case = Case("unscored_matrix", {"exploitation_1": "yes"})
    level = case.level()
    assert (level.step, level.title) == (None, "This list gives no level")
    assert "tell your safeguarding lead or child protection today" in level.action
    assert "report" in level.always[0]
    assert case.why().startswith("This list has no score.")
    assert case.raising() == ("This list has no level that could rise.",)
    assert case.bounds() == "This list has no level that could move."


def test_a_profile_shows_how_many_parts_stand_where() -> None:
    case = Case("cambridgeshire_profile", {"part_1": "high", "part_2": "high", "part_3": "low"})
    (row,) = profile_rows(case.instrument, case.result, WORDS)
    assert row.startswith("“Parts at each level”: “High” 2, “Medium” 0, ")
    assert row in case.why()
    assert case.level().step is None


def blocking(tmp_path: Path) -> Case:
    folder = tmp_path / "blocking"
    folder.mkdir()
    for name in ("instrument", "rules", "sources", "guidance"):
        text = (TESTS / "data" / "sound" / f"{name}.json").read_text("utf-8")
        changed = text.replace('"unknown": "own_state"', '"unknown": "block"')
        (folder / f"{name}.json").write_text(changed, "utf-8")
    case = Case("sound", {"hungry": "not_known", "no_phone": "yes"})
    case.instrument = load_folder(folder)
    return case


def test_a_blocked_result_names_what_has_to_be_settled(tmp_path: Path) -> None:
    case = blocking(tmp_path)
    assert case.why() == (
        "There is no result yet, because these are answered “not known”:"
        " “The child is often hungry”."
    )
    level = case.level()
    assert (level.step, level.title) == (None, "No result yet")
    assert "never by asking the child" in level.action


def test_what_blocks_is_not_named_where_it_is_not_printed(tmp_path: Path) -> None:
    assert "hungry" not in blocking(tmp_path).why(left_out=("hungry",))


def test_the_own_judgement_stands_above_a_list_without_a_level() -> None:
    level = Case("unscored_matrix").level(Judgement("report_today", "I am worried."))
    assert (level.step, level.title) == ("report_today", "Report today")


def test_the_own_judgement_never_lowers_the_rule() -> None:
    case = Case("sound", {"hurt_now": "yes"})
    assert case.level(Judgement("talk", "It seems less.")).title == "Act now"


def test_too_little_is_never_shown_as_the_lowest_level() -> None:
    too_little, enough = Case("sound"), Case("sound", {"watched": "no", "hungry": "no"})
    assert too_little.result.not_enough_information
    assert too_little.level().title.startswith("No step set by what is recorded.")
    assert enough.level().title == "No step set. Worried? Tell someone."


def test_an_unknown_age_rules_nothing_out() -> None:
    case = Case("gateshead_floors", {"area_1": "rung_1"}, fields={})
    assert case.notices()[0] == (
        "“7 to 13 points, or raised by a floor” cannot be ruled out: the age is not known."
    )
    known = Case("gateshead_floors", {"area_1": "rung_1"}, fields={"age_band": "10_to_12"})
    assert known.result.level != case.result.level
    assert "ruled out" not in " ".join(known.notices())


def test_outside_its_ages_a_scheme_warns_and_says_what_studies_found() -> None:
    notices_said = " ".join(Case("qyit", {"sign_1": "yes"}).notices())
    assert "Made for people from 18 to 22 years. The person is of another age" in notices_said
    assert "Of 99 people whom it pointed to, 26 were affected." in notices_said


def test_a_part_that_is_not_needed_says_why() -> None:
    assert "“Part two”: Not needed because part one has nothing." in Case("sound").notices()


def test_a_hidden_answer_is_said_to_be_kept() -> None:
    kept = "Kept, but not counted, because it is not shown now: “The child works long hours”."
    assert kept in Case("sound", {"long_hours": "both"}).notices()


def test_missing_evidence_and_deadlines_stand_beside_the_result() -> None:
    case = Case("sound", {"no_phone": "yes", "long_hours": "both"})
    assert case.notices()[0] == "Something has to happen within 24 hours."
    assert case.notices()[-1] == (
        "Still to be written down for “Somebody keeps the child's phone”: when and how it is known."
    )


def test_what_would_raise_a_sum_is_said_in_points_and_parts() -> None:
    assert Case("gateshead_floors", {"area_1": "rung_1"}).raising() == (
        "1 more sign that gives 3 points (in “Areas”): 7 to 13 points, or raised by a floor.",
    )


def test_what_would_raise_a_count_is_said_in_signs() -> None:
    assert Case("six_item_two").raising() == ("2 more signs (in “Questions”): 2 or more yes.",)


def test_what_would_raise_the_strongest_is_said_in_levels() -> None:
    (medium, high) = Case("wiltshire_preset").raising()
    assert medium.startswith("1 more sign that stands for “Medium” (in ")
    assert high.startswith("1 more sign that stands for “High” (in ")


def test_open_answers_say_how_far_the_result_can_move() -> None:
    case = Case("six_item_two", {"sign_1": "yes", "sign_2": "not_known"})
    assert case.bounds() == "It would rise to: 2 or more yes."
    assert Case("six_item_two", {"sign_1": "no"}).bounds() == "Nothing is answered Not sure."


def test_bounds_that_are_not_proved_are_marked(tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name in ("instrument", "rules", "sources", "guidance"):
        text = (TESTS / "data" / "sound" / f"{name}.json").read_text("utf-8")
        (folder / f"{name}.json").write_text(text, "utf-8")
    broken = TESTS / "data" / "broken" / "not_monotone--not_answered" / "rules.json"
    (folder / "rules.json").write_bytes(broken.read_bytes())
    case = Case("sound", {"watched": "possible"})
    case.instrument = load_folder(folder)
    assert not case.outlook.exact
    assert case.bounds().endswith(("at least.", "not proved for this list."))


def test_the_shipped_instrument_keeps_its_sentences() -> None:
    case = Case("shipped", {"working_off_debt": "seen"})
    assert case.why() == (
        "Recorded as seen: “The child owes a debt and must work, sell or obey to pay it”."
        " Reasonable suspicion is enough. One such sign is reported whatever else was or was not"
        " seen."
    )
    assert case.raising() == ("Any emergency sign, or a yes to the danger question: Act now.",)
    assert case.level().title == "Report today"


def test_no_level_has_words() -> None:
    assert level_title(scheme_named("sound"), "", WORDS) == "This list gives no level"


@pytest.mark.parametrize("scheme", ["unscored_matrix", "cambridgeshire_profile", "sound", "seraf"])
def test_every_kind_of_scheme_can_be_printed(scheme: str) -> None:
    case = Case(scheme)
    source = ReferralInput(
        case.instrument,
        case.checklist,
        case.result,
        case.outlook,
        (),
        WORDS,
        datetime(2026, 11, 21, 14, 5, tzinfo=UTC),
    )
    assert render_pdf(build_referral(source), "A4").startswith(b"%PDF-")

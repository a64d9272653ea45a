"""What is known about the child's age and the setting; unknown is never *no*."""

from __future__ import annotations

from dataclasses import dataclass

from indicator_checker.checklist import Checklist, Setting

ADULT_FROM = 18

#: Ages in years that each band of the record stands for, both ends included.
AGE_BANDS: dict[str, tuple[int, int]] = {
    "under_5": (0, 4),
    "5_to_9": (5, 9),
    "10_to_12": (10, 12),
    "13_to_15": (13, 15),
    "16_to_17": (16, 17),
    "adult": (ADULT_FROM, 120),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Youngest and oldest age it can be, both ``None`` if not known, and the setting."""

    youngest: int | None = None
    oldest: int | None = None
    setting: Setting | None = None

    def age_below(self, years: int) -> bool | None:
        """Whether the person is younger; ``None`` if that cannot be said."""
        if self.oldest is not None and self.oldest < years:
            return True
        if self.youngest is not None and self.youngest >= years:
            return False
        return None


def facts_of(checklist: Checklist) -> Facts:
    """The facts of a checklist; a person whose age is in doubt is treated as a child."""
    youngest, oldest = AGE_BANDS.get(checklist.fields.get("age_band", ""), (None, None))
    if checklist.fields.get("age_disputed") == "yes":
        youngest = min(youngest, ADULT_FROM - 1) if youngest is not None else None
        oldest = ADULT_FROM - 1
    return Facts(youngest, oldest, checklist.setting)

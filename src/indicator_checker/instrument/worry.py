"""How much one answer worries, so that the answers of a scale can be put in order."""

from __future__ import annotations

from collections.abc import Mapping

from indicator_checker.instrument.model import AnswerOption, Catalogue
from indicator_checker.instrument.terms import Role

_ROLES: dict[Role, int] = {"absent": 0, "unknown": 0, "possible": 1, "present": 2}

#: Role first, then the level that the answer stands for, then its points.
Worry = tuple[int, int, int]


def worry_of(catalogue: Catalogue, ranks: Mapping[str, int], option: AnswerOption) -> Worry:
    """How much an answer worries; a form may list its levels from high to low or from low to high.

    Args:
        catalogue: The instrument the answer belongs to.
        ranks: Place of each level of the rule set, 0 for the lowest.
        option: The answer.
    """
    rank = ranks.get(option.level, -1) if option.level else -1
    return _ROLES[option.role], rank, catalogue.value_of(option)

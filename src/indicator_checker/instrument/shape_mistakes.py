"""Mistakes of shape, named so that an author without a programmer can mend them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indicator_checker.instrument.mistakes import Mistake, nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]

#: Words under which somebody might try to multiply points; x 0 would hide danger (P29).
_MULTIPLIERS = ("multipl", "factor", "times", "product", "scale_by", "scaled_by")

#: Kinds of pydantic that need no value, with our codes.
_PLAIN = {
    "string_type": "not_text",
    "string_too_short": "text_empty",
    "string_too_long": "text_too_long",
    "int_type": "not_a_number",
    "int_from_float": "not_a_number",
    "float_type": "not_a_number",
    "bool_type": "not_true_or_false",
    "tuple_type": "not_a_list",
    "model_type": "not_a_part",
    "model_attributes_type": "not_a_part",
    "dict_type": "not_a_part",
    "string_pattern_mismatch": "bad_id",
}
#: Kinds with a limit, and where pydantic keeps it.
_LIMITS = {
    "too_short": ("too_few", "min_length"),
    "greater_than_equal": ("too_small", "ge"),
    "less_than_equal": ("too_large", "le"),
}


def is_multiplier(name: str) -> bool:
    """Whether a key or a rule word tries to multiply."""
    return name == "x" or name.startswith(_MULTIPLIERS)


def mistake_of(name: str, raw: object, error: ErrorDetails) -> Mistake:
    """The mistake behind an error of pydantic."""
    path = path_in(raw, error["loc"])
    code, value, hint = _what(error, path)
    return Mistake(code, place_in(name, raw, path), value, hint=hint)


def _what(error: ErrorDetails, path: Path) -> tuple[str, str, str]:
    """Code, value and hint of an error."""
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    last = str(path[-1]) if path else ""
    if kind in ("missing", "too_short") and last in ("source", "sources"):
        return "source_missing", last, ""
    if kind == "missing":
        code = "unknown_policy_missing" if path == ("unknown",) else "part_missing"
        return code, last, ""
    if kind == "extra_forbidden":
        return "part_unknown", last, ""
    if kind == "union_tag_not_found":
        return "part_missing", str(context["discriminator"]).strip("'"), ""
    if kind == "union_tag_invalid":
        return _unknown_word(str(context["tag"]), str(context["expected_tags"]))
    if kind == "literal_error":
        return "not_a_choice", f"{given}: {context['expected']}", ""
    if kind in _LIMITS:
        code, limit = _LIMITS[kind]
        return code, str(context[limit]), ""
    return _PLAIN.get(kind, "shape"), _shown(given) if kind in _PLAIN else error["msg"], ""


def _unknown_word(word: str, known: str) -> tuple[str, str, str]:
    if is_multiplier(word):
        return "multiplier_refused", word, ""
    return "word_unknown", word, nearest(word, known.replace("'", "").split(", "))


def _shown(given: object) -> str:
    return str(given) if isinstance(given, str | int | float) else type(given).__name__


def path_in(raw: object, loc: Path) -> Path:
    """A place as pydantic names it, without the rule words it puts between the keys."""
    path: list[str | int] = []
    here: Any = raw
    for number, part in enumerate(loc):
        is_key = isinstance(here, dict) and part in here
        if is_key or (isinstance(here, list) and isinstance(part, int) and part < len(here)):
            here = here[part]
        elif number < len(loc) - 1 or not isinstance(here, dict):
            continue
        path.append(part)
    return tuple(path)


def place_in(name: str, raw: object, path: Path) -> str:
    """A place in words: ids instead of numbers in a list, else numbers from 1."""
    shown: list[str] = []
    here: Any = raw
    for part in path:
        here = here[part] if not isinstance(here, dict) or part in here else None
        if isinstance(part, int):
            named = here.get("id") if isinstance(here, dict) else None
            shown.append(named if isinstance(named, str) else str(part + 1))
        else:
            shown.append(part)
    return f"{name}: {'.'.join(shown)}" if shown else name

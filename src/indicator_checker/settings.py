"""The settings of this computer's user: place, text size, own contacts. Nothing about a child.

Read before the first window shows, so it is checked by hand here, without pydantic.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

import platformdirs

from indicator_checker.channels.own_contact import OwnContact
from indicator_checker.errors import FileError
from indicator_checker.files import read_whole, write_whole

TEXT_SIZES = (1.0, 1.25, 1.6)
LARGEST_FILE = 200_000
LONGEST_TEXT = 500
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is kept between two starts.

    Attributes:
        country: ISO 3166-1 code chosen by the person, never taken from the computer.
        region: ISO 3166-2 code or empty.
        text_size: Factor on the system's font, one of ``TEXT_SIZES``.
        window: Width and height of the window in pixels, or ``None``.
    """

    country: str = ""
    region: str = ""
    language: str = "en"
    text_size: float = 1.0
    window: tuple[int, int] | None = None
    contacts: tuple[OwnContact, ...] = ()


def settings_path() -> Path:
    """Where the settings lie: the user's own configuration folder."""
    folder = platformdirs.user_config_path("indicator-checker", appauthor=False)
    return folder / "settings.json"


def load_settings(path: Path | None = None) -> Settings:
    """The saved settings; the defaults when there are none yet.

    Raises:
        FileError: ``settings_damaged`` or ``file_not_read``; the file stays as it is.
    """
    path = path or settings_path()
    try:
        data = read_whole(path, LARGEST_FILE)
    except FileError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return Settings()
        raise
    try:
        return _checked(json.loads(data))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise FileError("settings_damaged", name=path.name) from None


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings whole.

    Raises:
        FileError: ``file_not_written``; the old settings are unchanged.
    """
    path = path or settings_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError("file_not_written", name=path.name, reason=reason) from error
    write_whole(path, json.dumps(asdict(settings), indent=1).encode(), replace=True)


def _checked(value: Any) -> Settings:  # noqa: ANN401 - any JSON value comes in here
    known = {field.name for field in fields(Settings)}
    if not isinstance(value, dict) or set(value) - known:
        raise ValueError("unknown settings")
    defaults = Settings()
    return replace(
        defaults,
        country=_take(value, "country", _code, defaults.country),
        region=_take(value, "region", _code, defaults.region),
        language=_take(value, "language", _code, defaults.language),
        text_size=_take(value, "text_size", _text_size, defaults.text_size),
        window=_take(value, "window", _window, defaults.window),
        contacts=_take(value, "contacts", _contacts, defaults.contacts),
    )


def _take(
    value: dict[str, Any], key: str, check: Callable[[Any], _Value], default: _Value
) -> _Value:
    return check(value[key]) if key in value else default


def _code(value: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str) or len(value) > 12:
        raise ValueError("no code")
    if value and not value.replace("-", "").isalnum():
        raise ValueError("no code")
    return value


def _text_size(value: Any) -> float:  # noqa: ANN401
    if isinstance(value, bool) or value not in TEXT_SIZES:
        raise ValueError("no text size")
    return float(value)


def _window(value: Any) -> tuple[int, int] | None:  # noqa: ANN401
    if value is None:
        return None
    width, height = value
    if type(width) is not int or type(height) is not int or not 0 < width < 20_000 > height > 0:
        raise ValueError("no window size")
    return width, height


def _contacts(value: Any) -> tuple[OwnContact, ...]:  # noqa: ANN401
    if not isinstance(value, list) or len(value) > 50:
        raise ValueError("no contacts")
    contacts = tuple(OwnContact(**entry) for entry in value)
    for text in (text for contact in contacts for text in asdict(contact).values()):
        if not isinstance(text, str) or len(text) > LONGEST_TEXT:
            raise ValueError("no contact")
        text.encode()  # Half a character (a lone surrogate) cannot be shown: a ValueError.
    return contacts

"""Where the shipped files lie: instruments, channels, texts, fonts and icons.

No other module knows a folder. A logical name is the way from `resources/` down to the file,
for example `resource_text("channels", "gb.json")`.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_PACKAGE = _PACKAGE / "resources"
_IN_SOURCE_TREE = _PACKAGE.parent.parent / "resources"


def resource_path(*parts: str) -> Path:
    """Give the place of a shipped file or folder.

    Args:
        *parts: The logical name, one folder or file name each.

    Returns:
        A path that exists.

    Raises:
        FileNotFoundError: Nothing of that name is shipped; the message holds the logical name.
    """
    # A built program carries the files inside the package; a source tree keeps them at its top.
    root = _IN_PACKAGE if _IN_PACKAGE.is_dir() else _IN_SOURCE_TREE
    path = root.joinpath(*parts)
    if ".." in parts or not path.exists():
        raise FileNotFoundError(f"no shipped file is called {'/'.join(parts)!r}")
    return path


def resource_text(*parts: str) -> str:
    """Read a shipped UTF-8 text file.

    Raises:
        FileNotFoundError: Nothing of that name is shipped.
    """
    return resource_path(*parts).read_text(encoding="utf-8")


def resource_bytes(*parts: str) -> bytes:
    """Read a shipped file as it is.

    Raises:
        FileNotFoundError: Nothing of that name is shipped.
    """
    return resource_path(*parts).read_bytes()

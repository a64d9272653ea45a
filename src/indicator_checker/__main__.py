"""Start of the program: without a command the window opens, else the command line answers.

Nothing heavy is imported before it is known which of the two is wanted.
"""

from __future__ import annotations

import os
import sys

from indicator_checker import __version__

COMMANDS = ("evaluate", "compare", "referral", "instrument", "example", "channels")
"""First words that mean the command line; any other first word is a file for the window."""

USAGE_ERROR = 2
"""Exit code for anything the person can put right."""


def main(argv: list[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: Arguments without the name of the program; by default those of this process.

    Returns:
        The exit code: 0 when all went well.
    """
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] in (["--version"], ["-V"]):
        print(f"indicator-checker {__version__}")
        return 0
    if _wants_command_line(arguments):
        from indicator_checker.cli import main as run_command

        return run_command(arguments)
    if not _has_display():
        print(
            "The window needs a screen, and this session has none "
            "(DISPLAY and WAYLAND_DISPLAY are not set). Nothing was changed. "
            "Start it from a desktop, or see: indicator-checker --help",
            file=sys.stderr,
        )
        return USAGE_ERROR
    from indicator_checker.ui.app import run_app

    return run_app(arguments)


def _wants_command_line(arguments: list[str]) -> bool:
    return bool(arguments) and (arguments[0].startswith("-") or arguments[0] in COMMANDS)


def _has_display() -> bool:
    # Qt ends the process with a crash report where it finds no screen; one sentence is kinder.
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())

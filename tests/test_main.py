"""The first decision of the program: window or command line, and nothing heavy before it."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from indicator_checker import __version__
from indicator_checker.__main__ import COMMANDS, main

Asked = list[list[str]]
DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def answer_instead(of: str, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Put a listener in the place of a function; gives the list of what it was asked."""
    asked: Asked = []

    def listener(arguments: list[str]) -> int:
        asked.append(arguments)
        return 0

    monkeypatch.setattr(of, listener)
    return asked


def test_version_is_answered_without_qt() -> None:
    question = (
        "import sys; from indicator_checker.__main__ import main; main(['--version']); "
        "print(sorted({'PySide6', 'pydantic', 'reportlab', 'argparse'} & set(sys.modules)))"
    )
    said = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, check=True, text=True
    ).stdout
    assert said == f"indicator-checker {__version__}\n[]\n"


def test_help_is_answered_without_qt() -> None:
    question = (
        "import sys, contextlib; from indicator_checker.__main__ import main\n"
        "with contextlib.suppress(SystemExit): main(['--help'])\n"
        "print('PySide6' in sys.modules, file=sys.stderr)"
    )
    said = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, check=True, text=True
    )
    assert "evaluate" in said.stdout
    assert said.stderr == "False\n"


def test_the_program_knows_every_command_of_the_command_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.findall(r"^    (\w+)(?: |$)", capsys.readouterr().out, re.MULTILINE)
    assert set(listed) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_goes_to_the_command_line(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer_instead("indicator_checker.cli.main", monkeypatch)
    assert main([command, "x"]) == 0
    assert asked == [[command, "x"]]


@pytest.mark.parametrize("arguments", [[], ["checklist.json"]])
def test_no_command_opens_the_window(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer_instead("indicator_checker.ui.app.run_app", monkeypatch)
    assert main(arguments) == 0
    assert asked == [arguments]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a screen")
def test_without_a_screen_one_sentence_says_so() -> None:
    bare = {name: value for name, value in os.environ.items() if name not in DISPLAY}
    answer = subprocess.run(
        [sys.executable, "-m", "indicator_checker"], env=bare, capture_output=True, text=True
    )
    assert answer.returncode == 2
    assert "needs a screen" in answer.stderr
    assert "Nothing was changed" in answer.stderr
    assert "Traceback" not in answer.stderr

"""Nothing is ever sent: no socket opens on the whole way, and no library for it is loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

WATCHED = """
import json, sys

opened = []

def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        opened.append(event)

sys.addaudithook(watch)
before = set(sys.modules)
"""
REPORT = """
json.dump({"opened": opened, "loaded": sorted(set(sys.modules) - before)}, sys.stderr)
"""
COMMAND_LINE = """
from indicator_checker.__main__ import main
checklist, pdf, instrument = sys.argv[1:]
codes = [
    main(["evaluate", checklist]),
    main(["evaluate", checklist, "--json"]),
    main(["referral", checklist, "-o", pdf]),
    main(["instrument", "check", instrument]),
    main(["channels", "IE"]),
    main(["channels", "US", "US-CO"]),
    main(["example"]),
]
assert codes == [0] * 7, codes
"""
#: A connection to nobody: the listener must notice it, or its silence would mean nothing.
CONTROL = """
import socket
with socket.socket() as connection:
    connection.connect_ex(("127.0.0.1", 9))
"""
NETWORK = {
    "ssl",
    "_ssl",
    "http.client",
    "ftplib",
    "smtplib",
    "urllib.request",
    "requests",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
}


def watched(code: str, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-c", WATCHED + code + REPORT, *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stderr)


@pytest.fixture
def journey(tmp_path: Path) -> list[str]:
    root = Path(__file__).resolve().parent.parent / "resources"
    return [
        str(root / "examples" / "example_checklist.json"),
        str(tmp_path / "record.pdf"),
        str(root / "instruments" / "child_trafficking" / "1.0.0"),
    ]


def test_no_command_opens_a_socket(journey: list[str]) -> None:
    seen = watched(COMMAND_LINE, *journey)
    assert seen["opened"] == []
    assert Path(journey[1]).read_bytes().startswith(b"%PDF-")


def test_no_command_loads_a_library_for_a_network(journey: list[str]) -> None:
    assert NETWORK.isdisjoint(watched(COMMAND_LINE, *journey)["loaded"])


def test_the_listener_notices_a_connection() -> None:
    assert {"socket.__new__", "socket.connect"} <= set(watched(CONTROL)["opened"])


def test_the_list_of_libraries_names_what_would_be_loaded() -> None:
    loaded = watched("import http.client, ssl")["loaded"]
    assert {"http.client", "ssl", "_ssl"} <= NETWORK & set(loaded)

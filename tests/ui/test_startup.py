"""The window is there before anything heavy is loaded."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = {
    "PIL",
    "babel",
    "cryptography",
    "fontTools",
    "importlib.metadata",
    "openpyxl",
    "phonenumbers",
    "pydantic",
    "pypdfium2",
    "reportlab",
}
# Starts the real window in a process of its own and tells what is loaded when it first paints.
REPORT_AT_FIRST_PAINT = """
import json, sys
from indicator_checker.ui.app import build_application, build_main_window
application = build_application([])
window = build_main_window()
from PySide6.QtCore import QEvent, QObject

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            print(json.dumps(sorted(sys.modules)), flush=True)
            application.exit(0)
        return False

first_paint = FirstPaint()
window.installEventFilter(first_paint)
window.show()
sys.exit(application.exec())
"""


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", REPORT_AT_FIRST_PAINT], capture_output=True, text=True, timeout=120
    )
    assert answer.returncode == 0, answer.stderr
    loaded = set(json.loads(answer.stdout.splitlines()[0]))
    assert "PySide6.QtWidgets" in loaded
    assert not HEAVY & loaded

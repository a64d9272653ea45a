from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel


def test_the_qt_wrapper_does_not_lose_references_to_none(qapp: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 does, and aborts after some 5,000 calls: keep the pin."""
    label = QLabel("x")
    label.setText("a")
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("a")
    assert sys.getrefcount(None) > before - 50

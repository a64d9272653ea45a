"""Open one window and say when it is painted: `python -m benchmarks.first_paint MODULE`.

The module offers `build_application(arguments)` and `build_main_window()`, as our `ui.app` does.
The parent process gives its monotonic clock at the start in the environment as `STARTED_NS`.
"""

from __future__ import annotations

import importlib
import os
import sys
import time

PAINTED = "PAINTED"


def main(module_name: str) -> int:
    """Build the window of the module, wait for its first paint, print the milliseconds, leave."""
    module = importlib.import_module(module_name)
    application = module.build_application([])
    window = module.build_main_window()
    from PySide6.QtCore import QEvent, QObject, QTimer

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                window.removeEventFilter(self)
                # The next turn of the event loop comes after painting and flushing.
                QTimer.singleShot(0, report)
            return False

    def report() -> None:
        elapsed = time.monotonic_ns() - int(os.environ["STARTED_NS"])
        print(PAINTED, elapsed / 1e6, flush=True)
        # Leave at once: what loads after the first paint is not part of the start.
        os._exit(0)

    first_paint = FirstPaint()
    window.installEventFilter(first_paint)
    window.show()
    return int(application.exec())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

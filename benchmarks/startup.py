"""How much our code adds to the start of the window: `python -m benchmarks.startup [ROUNDS]`.

Baseline and program run in turn, so that a busy machine slows both; the figure to look at is the
median of the per-round ratios of processor time. Milliseconds are printed with the machine and
mean nothing elsewhere.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.first_paint import PAINTED

ROOT = Path(__file__).resolve().parent.parent
BASELINE = "benchmarks.bare_window"
PROGRAM = "indicator_checker.ui.app"
ROUNDS = 15


@dataclass(frozen=True, slots=True)
class Start:
    """One start, measured in milliseconds and megabytes."""

    wall: float
    processor: float
    memory: float


def measure(module: str) -> Start:
    """Start the window of a module once, in a process of its own.

    Raises:
        RuntimeError: The window did not paint.
    """
    environment = {
        # Compiled modules are kept, as on any installed machine.
        **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "benchmark"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "QT_LOGGING_RULES": "default.warning=false",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
        "STARTED_NS": str(time.monotonic_ns()),
    }
    command = [sys.executable, "-m", "benchmarks.first_paint", module]
    with tempfile.TemporaryFile("w+") as answer:
        process = subprocess.Popen(command, env=environment, stdout=answer)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        answer.seek(0)
        output = answer.read()
    if status or not output.startswith(PAINTED):
        raise RuntimeError(f"{module} did not paint (exit status {status})")
    processor = (usage.ru_utime + usage.ru_stime) * 1000
    return Start(float(output.split()[1]), processor, usage.ru_maxrss / 1024)


def main(rounds: int) -> None:
    """Measure both in turn and print the ratios."""
    for module in (BASELINE, PROGRAM):  # fills the caches of the disk
        measure(module)
    pairs = [(measure(BASELINE), measure(PROGRAM)) for _ in range(rounds)]
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    print(f"{rounds} rounds, platform {os.environ.get('QT_QPA_PLATFORM', 'offscreen')}")
    print(f"{'':16}{'bare window':>12}{'program':>12}{'ratio':>8}")
    for name, field in (
        ("processor ms", "processor"),
        ("wall ms", "wall"),
        ("memory MB", "memory"),
    ):
        bare = [getattr(pair[0], field) for pair in pairs]
        ours = [getattr(pair[1], field) for pair in pairs]
        ratio = statistics.median(b / a for a, b in zip(bare, ours, strict=True))
        middle = (statistics.median(bare), statistics.median(ours))
        print(f"{name:16}{middle[0]:12.1f}{middle[1]:12.1f}{ratio:8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)

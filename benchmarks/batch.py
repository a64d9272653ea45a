"""Many checklists from JSON Lines: `python -m benchmarks.batch [CHECKLISTS]`.

The baseline reads the same file with a bare `json.loads` for each line and keeps nothing. Both run
in processes of their own; the figures to look at are the ratio of processor time, and the peak
memory for a tenth of the checklists beside that for all of them: it has to stay flat.
"""

from __future__ import annotations

import json
import os
import platform
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from indicator_checker.instrument.load import load_instrument

ROOT = Path(__file__).resolve().parent.parent
CHECKLISTS = 100_000
ANSWERS = 60
BARE = "import json, sys\nfor line in open(sys.argv[1], 'rb'):\n    json.loads(line)"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds of processor time, and megabytes at the peak."""

    processor: float
    memory: float


def write_checklists(path: Path, count: int) -> None:
    """Invented checklists, each with other answers, the same on every computer."""
    instrument = load_instrument()
    catalogue = instrument.catalogue
    signs, draw = list(catalogue.indicators), random.Random(1)  # noqa: S311 - not for a secret
    pin = {
        "id": catalogue.id,
        "version": catalogue.version,
        "logic_hash": instrument.logic_hash,
        "content_hash": instrument.content_hash,
    }
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            answers = {
                sign: {"value": draw.choice(("seen", "not_sure", "not_seen"))}
                for sign in draw.sample(signs, ANSWERS)
            }
            checklist = {"instrument": pin, "reference": f"R{number}", "answers": answers}
            stream.write(json.dumps(checklist, separators=(",", ":")) + "\n")


def cost_of(*command: str) -> Cost:
    """Run a Python program once.

    Raises:
        RuntimeError: The program failed.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    process = subprocess.Popen([sys.executable, *command], env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise RuntimeError(f"{command[:3]} failed (exit status {status})")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main(count: int) -> None:
    """Measure both over a tenth of the checklists and over all of them."""
    print(f"{platform.platform()}, Python {platform.python_version()}")
    print(f"{'checklists':>12}{'':14}{'processor s':>12}{'peak MB':>10}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        source, results = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        for size in (count // 10, count):
            write_checklists(source, size)
            bare = cost_of("-c", BARE, str(source))
            batch = ("evaluate", "--batch", str(source), "-o", str(results), "--force")
            ours = cost_of("-m", "indicator_checker", *batch)
            ratio = ours.processor / bare.processor
            print(f"{size:12,}{'json.loads':>14}{bare.processor:12.2f}{bare.memory:10.1f}")
            print(f"{'':12}{'--batch':>14}{ours.processor:12.2f}{ours.memory:10.1f}{ratio:8.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CHECKLISTS)

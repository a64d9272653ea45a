"""The same referral gives the same bytes: in any process, place and hour."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from indicator_checker.pdf import render_pdf
from tests.pdf.sample import note, rich_referral

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = """
import hashlib
from indicator_checker.pdf import render_pdf
from tests.pdf.sample import note, rich_referral
render_pdf(note("{before}"))
print(hashlib.sha256(render_pdf(rich_referral())).hexdigest())
"""


@pytest.mark.parametrize(
    ("seed", "zone", "language", "before"),
    [
        ("0", "UTC", "C", "a"),
        ("1", "Asia/Kathmandu", "de_DE.UTF-8", "zyx ЖЩ"),
        ("4242", "America/St_Johns", "tr_TR.UTF-8", "Ωμέγα"),
        ("random", "Pacific/Kiritimati", "ar_EG.UTF-8", "0"),
    ],
)
def test_the_same_referral_gives_the_same_bytes_everywhere(
    seed: str, zone: str, language: str, before: str
) -> None:
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONUTF8": "1"}
    surroundings |= {"LANG": language, "LC_ALL": language}
    surroundings["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before)],
        env=surroundings, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(render_pdf(rich_referral())).hexdigest()


def test_nothing_of_an_earlier_document_is_in_the_next() -> None:
    fresh = render_pdf(note("abc"))
    render_pdf(rich_referral())
    assert render_pdf(note("abc")) == fresh


def test_another_text_or_moment_gives_another_file() -> None:
    sample = note("abc")
    later = replace(sample, created=datetime(2027, 1, 1, tzinfo=UTC))
    files = {render_pdf(sample), render_pdf(note("abd")), render_pdf(later)}
    identities = {file[file.rindex(b"/ID") :][:40] for file in files}
    assert len(files) == len(identities) == 3

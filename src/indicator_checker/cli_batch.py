"""The command line for many checklists at once: results out, refusals and progress beside."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from indicator_checker.text import Words

if TYPE_CHECKING:
    from indicator_checker.batch import LineRefused, LineResult

#: Refusals said one by one; beyond that only their number, which the results name too.
MOST_SAID = 20
SECONDS_BETWEEN_SIGNS_OF_LIFE = 0.1
EXIT_REFUSED = 2


def add_batch_options(command: argparse.ArgumentParser) -> None:
    """Let *evaluate* take one checklist, or a file of many."""
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument("checklist", nargs="?", type=Path, metavar="CHECKLIST.json")
    source.add_argument(
        "--batch", type=Path, metavar="FILE.jsonl", help="weigh many checklists, one to a line"
    )
    command.add_argument(
        "-o", "--output", type=Path, metavar="OUT.jsonl", help="with --batch: where results go"
    )
    command.add_argument("--force", action="store_true", help="replace a file of that name")


class Progress:
    """One line on the error output with the share of the file that is done; silent elsewhere."""

    def __init__(self, size: int, words: Words) -> None:
        """Shown only where a person looks at it, and only where the size is known."""
        self._size = size
        self._words = words
        self._shown = sys.stderr.isatty() and size > 0
        self._next = time.monotonic()

    def show(self, source: BinaryIO, count: int) -> None:
        """Say how much of the source is done, a few times a second at most."""
        if self._shown and time.monotonic() >= self._next:
            self._next = time.monotonic() + SECONDS_BETWEEN_SIGNS_OF_LIFE
            percent = 100 * source.tell() // self._size
            said = self._words("batch.progress", percent=percent, n=count)
            sys.stderr.write(f"\r{said}\x1b[K")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, so that the next words start at the edge."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def run_batch(options: argparse.Namespace) -> int:
    """Weigh every line of a file.

    Returns:
        0 when every line was weighed, 2 when any was refused.
    """
    words = Words()
    with _opened(options.batch) as source, _target(options) as target:
        counts = _weigh_all(source, options.batch.name, target, words)
    weighed, refused = counts
    if refused > MOST_SAID:
        print(words("batch.more_refused", n=refused - MOST_SAID), file=sys.stderr)
    print(words("batch.done", n=weighed, refused=refused), file=sys.stderr)
    return EXIT_REFUSED if refused else 0


def _weigh_all(source: BinaryIO, name: str, target: BinaryIO, words: Words) -> tuple[int, int]:
    """Write every result; gives how many were weighed and how many refused."""
    from indicator_checker.batch import Batch, LineRefused

    progress = Progress(os.fstat(source.fileno()).st_size, words)
    weighed = refused = 0
    for result in Batch().results(source, name):
        target.write(as_line(result))
        if isinstance(result, LineRefused):
            refused += 1
            if refused <= MOST_SAID:
                progress.clear()
                said = words.error(result.error)
                print(words("batch.refused", line=result.line, why=said), file=sys.stderr)
        else:
            weighed += 1
        progress.show(source, weighed + refused)
    progress.clear()
    return weighed, refused


def as_line(result: LineResult | LineRefused) -> bytes:
    """One result as a line of JSON."""
    from indicator_checker.batch import LineResult

    if isinstance(result, LineResult):
        values = asdict(result)
    else:
        values = {"line": result.line, "refused": result.error.code}
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    from indicator_checker.errors import FileError

    try:
        source = path.open("rb")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileError("file_not_read", name=path.name, reason=reason) from error
    with source:
        yield source


@contextlib.contextmanager
def _target(options: argparse.Namespace) -> Iterator[BinaryIO]:
    """The output file, whole or not at all; else the standard output."""
    from indicator_checker.files import stream_whole

    if options.output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with stream_whole(options.output, replace=options.force) as target:
        yield target

"""The command line: the same core without a window, one thin function for each command."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from indicator_checker import __version__
from indicator_checker.cli_batch import add_batch_options, run_batch
from indicator_checker.cli_compare import add_compare
from indicator_checker.cli_instrument import add_shelf_actions
from indicator_checker.errors import IndicatorCheckerError
from indicator_checker.text import Words


def main(arguments: Sequence[str]) -> int:
    """Run one command.

    Returns:
        0 when it was done, 2 when something was refused; the reason stands in one sentence on
        the error output, without a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A name in a script that this screen cannot show must not stop the rest.
            stream.reconfigure(errors="backslashreplace")
    options = build_parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
        return code
    except IndicatorCheckerError as error:
        print(Words().error(error), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output has closed it, as ``head`` does; that is no mistake. Python
        # flushes once more at its end, so the rest must go somewhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def build_parser() -> argparse.ArgumentParser:
    """The parser with every command."""
    parser = argparse.ArgumentParser(
        prog="indicator-checker",
        description="Record what was noticed about a child and write a referral. No window.",
    )
    parser.add_argument("--version", action="version", version=f"indicator-checker {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_evaluate(commands)
    add_compare(commands)
    _add_referral(commands)
    _add_instrument(commands)
    _add_channels(commands)
    example = commands.add_parser("example", help="print the shipped invented example checklist")
    example.set_defaults(run=_example)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_evaluate(commands: Commands) -> None:
    command = commands.add_parser("evaluate", help="say which next step a checklist sets, and why")
    add_batch_options(command)
    command.add_argument("--json", action="store_true", help="print the whole result as JSON")
    command.set_defaults(run=_evaluate, usage_error=command.error)


def _add_referral(commands: Commands) -> None:
    command = commands.add_parser("referral", help="write the PDF referral summary of a checklist")
    command.add_argument("checklist", type=Path, metavar="CHECKLIST.json")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    command.add_argument("--force", action="store_true", help="replace a file of that name")
    command.add_argument("--page-size", choices=("A4", "Letter"), default="A4")
    command.add_argument(
        "--created",
        type=_moment,
        metavar="TIME",
        help="moment of writing, ISO 8601 with offset; now if not given",
    )
    command.set_defaults(run=_referral)


def _add_instrument(commands: Commands) -> None:
    command = commands.add_parser("instrument", help="look at an instrument")
    actions = command.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="list every mistake in an instrument's folder")
    check.add_argument("path", type=Path, metavar="PATH", help="its folder")
    check.add_argument("--json", action="store_true", help="print the mistakes as JSON")
    check.set_defaults(run=_check_instrument)
    explain = actions.add_parser("explain", help="say in plain sentences how it comes to a result")
    explain.add_argument("path", type=Path, metavar="PATH", help="its folder")
    explain.set_defaults(run=_explain_instrument)
    add_shelf_actions(actions)


def _add_channels(commands: Commands) -> None:
    command = commands.add_parser("channels", help="list whom to tell in a place")
    command.add_argument("country", metavar="COUNTRY", help="two letters, for example IE")
    command.add_argument("region", nargs="?", metavar="REGION", help="for example US-CO")
    command.set_defaults(run=_channels)


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError("the time needs an offset, for example +00:00")
    return moment


def _evaluate(options: argparse.Namespace) -> int:
    if options.batch is not None:
        return run_batch(options)
    if options.output is not None:
        options.usage_error("-o goes with --batch")
    from indicator_checker import report

    opened = report.open_checklist(options.checklist)
    print(report.as_json(opened) if options.json else report.as_text(opened, Words()))
    return 0


def _referral(options: argparse.Namespace) -> int:
    from indicator_checker import report
    from indicator_checker.files import write_whole
    from indicator_checker.pdf import render_pdf

    words = Words()
    opened = report.open_checklist(options.checklist)
    created = options.created or datetime.now().astimezone().replace(microsecond=0)
    referral = report.referral_of(opened, words, created, options.page_size)
    write_whole(options.output, render_pdf(referral, options.page_size), replace=options.force)
    print(words("cli.referral.written", name=str(options.output)))
    print(words("cli.referral.nothing_sent"))
    return 0


def _check_instrument(options: argparse.Namespace) -> int:
    from indicator_checker import instrument_report
    from indicator_checker.instrument.load import InstrumentRefused
    from indicator_checker.vetting import vet_folder

    words = Words()
    vetting = vet_folder(options.path)
    if options.json:
        print(instrument_report.as_json(vetting, words))
    else:
        print(instrument_report.as_text(vetting, words))
    if vetting.instrument is None:
        raise InstrumentRefused(options.path.resolve().name, vetting.mistakes)
    return 0


def _explain_instrument(options: argparse.Namespace) -> int:
    from indicator_checker import instrument_report
    from indicator_checker.instrument.load import load_folder

    print(instrument_report.explained(load_folder(options.path), Words()))
    return 0


def _channels(options: argparse.Namespace) -> int:
    from indicator_checker import report

    print(
        report.channels_as_text(
            options.country.upper(), (options.region or "").upper() or None, Words()
        )
    )
    return 0


def _example(options: argparse.Namespace) -> int:
    from indicator_checker.resources import resource_bytes

    # As bytes: a checklist is UTF-8, whatever this screen shows.
    sys.stdout.flush()
    sys.stdout.buffer.write(resource_bytes("examples", "example_checklist.json"))
    return 0

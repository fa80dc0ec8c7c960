"""The command line: reads the words, calls the command, and turns whatever happens into an exit code."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn, TextIO

from turnout import __version__
from turnout.commands.trouble import Trouble
from turnout.heap import look_seldom
from turnout.settings import SEVERITIES

OK, FOUND, USAGE = 0, 1, 2
_BROKEN_PIPE = 141
"""As a shell reports a program that a closed pipe ended."""
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``turnout``; the exit code is 0, 1 when something was found, 2 for wrong usage."""
    look_seldom()
    for stream in (sys.stdout, sys.stderr):
        _write_utf8(stream)
    try:
        code = _run(_parser().parse_args(arguments))
        sys.stdout.flush()
        return code
    except Trouble as trouble:
        return _tell(f"turnout: {trouble}")
    except BrokenPipeError:
        # Python would complain again when it closes standard output at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except RecursionError:
        return _tell("turnout: the code is nested too deeply.")
    except Exception as error:
        if os.environ.get("TURNOUT_DEBUG") or "PYTEST_CURRENT_TEST" in os.environ:
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return _tell(
            f"turnout: a bug in Turnout {__version__}: {what}. Please report it with what TURNOUT_DEBUG=1 shows."
        )


def _run(words: Any) -> int:
    # Each command imports what it needs: `turnout --version` shall not read the rules, nor `check` the protocol.
    if words.command == "lsp":
        from turnout.lsp.server import serve

        return serve()
    from turnout.commands.output import Output

    output = Output.of(words.color)
    if words.command == "check":
        from turnout.commands.check import Choice, check

        fail_on = None if words.fail_on == "never" else words.fail_on
        choice = Choice.of(_codes(words.select), _codes(words.ignore), words.min_severity, fail_on)
        return check(words.paths or ["."], choice, words.fix, words.format == "json", output)
    if words.command == "map":
        from turnout.commands.map import show_map

        return show_map(words.path, words.format == "json", words.why, output)
    if words.command == "convert":
        from turnout.commands.convert import Way, convert, convert_all

        if words.keep_endpoint and words.to != "server-action":
            raise Trouble("--keep-endpoint goes with --to server-action.")
        way = Way(words.to, words.keep_endpoint, words.write)
        if words.all:
            return convert_all([words.what or "."], way, output)
        if words.what is None:
            raise Trouble("convert needs FILE[:SYMBOL], or --all.")
        return convert(words.what, way, output)
    from turnout.commands.explain import explain, in_full, in_short, list_rules

    if words.command == "explain":
        return explain(words.what, in_full if words.why else in_short, output)
    return list_rules(words.format == "json", output)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}. See {self.prog} --help.\n")
        raise SystemExit(USAGE)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="turnout",
        description="Endpoint or Server Action? Finds mistakes in both, says which fits, converts one into the other.",
    )
    parser.add_argument("--version", action="version", version=f"turnout {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)

    check = commands.add_parser("check", help="find mistakes", description="Find mistakes in Next.js apps.")
    check.add_argument("paths", nargs="*", metavar="PATH", help="files or folders (default: this folder)")
    _format(check)
    check.add_argument("--fix", action="store_true", help="write the safe fixes of what is found, tell the rest")
    check.add_argument("--select", action="append", default=[], metavar="CODE", help="only these rules")
    check.add_argument("--ignore", action="append", default=[], metavar="CODE", help="not these rules")
    check.add_argument("--min-severity", choices=SEVERITIES, default="hint", help="show from here on (hint)")
    check.add_argument(
        "--fail-on", choices=(*SEVERITIES, "never"), default="error", help="exit with 1 from here on (error)"
    )
    _color(check)

    map_ = commands.add_parser(
        "map", help="list endpoints and actions", description="Every endpoint and action, and what it should be."
    )
    map_.add_argument("path", nargs="?", default=".", metavar="PATH", help="file or folder (default: this folder)")
    map_.add_argument("--why", action="store_true", help="with the evidence (JSON has it anyway)")
    _format(map_)
    _color(map_)

    explain = commands.add_parser(
        "explain", help="explain a rule or a place", description="A rule's page, or what the editor shows at a place."
    )
    explain.add_argument("what", metavar="CODE|FILE:LINE[:COL]")
    explain.add_argument("--why", action="store_true", help="with all evidence, and how a verdict was weighed")
    _color(explain)

    convert = commands.add_parser(
        "convert",
        help="turn one into the other",
        description="Turn an endpoint into a Server Action or back, with its callers. Prints the diff.",
    )
    convert.add_argument(
        "what", nargs="?", metavar="FILE[:SYMBOL]", help="for example app/api/tasks/route.ts:POST; with --all, a folder"
    )
    convert.add_argument("--to", required=True, choices=("server-action", "route-handler", "server-function"))
    convert.add_argument("--all", action="store_true", help="everything that is misplaced, in this folder or that one")
    convert.add_argument(
        "--keep-endpoint", action="store_true", help="leave the endpoint for callers that can't call an action"
    )
    convert.add_argument("--write", action="store_true", help="change the files, all or none")
    _color(convert)

    rules = commands.add_parser("rules", help="list the rules", description="Every rule in a line.")
    _format(rules)
    _color(rules)

    lsp = commands.add_parser("lsp", help="serve an editor", description="The language server, on stdin and stdout.")
    lsp.add_argument("--stdio", action="store_true", help=argparse.SUPPRESS)  # some editors always add it
    lsp.add_argument("--clientProcessId", help=argparse.SUPPRESS)
    return parser


def _format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _color(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")


def _codes(given: Sequence[str]) -> list[str]:
    """``--select a --select b,c``."""
    return [code for part in given for code in part.replace(",", " ").split()]


def _write_utf8(stream: TextIO) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _tell(line: str) -> int:
    sys.stderr.write(line + "\n")
    return USAGE

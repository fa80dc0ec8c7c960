"""Where and how a command prints."""

from __future__ import annotations

import json
import re
import shutil
import sys
import textwrap
from dataclasses import dataclass
from typing import Any

from turnout.terminal.style import Style, When
from turnout.text.source import SourceFile
from turnout.text.span import Span

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Output:
    """Standard output with its colours."""

    style: Style
    columns: int | None
    """How wide the terminal is; None in a pipe, where nothing is cut."""

    @staticmethod
    def of(when: When) -> Output:
        columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        return Output(Style.wanted(when, sys.stdout), columns)

    def line(self, text: str = "") -> None:
        sys.stdout.write(text + "\n")

    def paragraph(self, text: str) -> None:
        """A sentence or two for people: broken at the terminal's width, its `code` in colour."""
        width = min(self.columns, 100) if self.columns is not None else 10_000
        lines = textwrap.wrap(
            text, width, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
        )
        shown = "\n".join(lines) or "  "
        self.line(_CODE.sub(lambda code: self.style("code", code[1]), shown) if self.style.is_on else shown)

    def text(self, text: str) -> None:
        sys.stdout.write(text)

    def json(self, value: Any) -> None:
        sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=False) + "\n")

    def remark(self, text: str) -> None:
        """A word to the person, that is no part of the answer."""
        sys.stderr.write(text + "\n")


def line_and_column(source: SourceFile | None, offset: int) -> tuple[int, int]:
    """As people and JSON count them: from 1, columns in UTF-16 units."""
    if source is None:
        return 1, 1
    line, column = source.lines.position(offset, "utf-16")
    return line + 1, column + 1


def json_range(source: SourceFile | None, span: Span) -> dict[str, dict[str, int]]:
    start, end = line_and_column(source, span.start), line_and_column(source, span.end)
    return {
        "start": {"line": start[0], "column": start[1]},
        "end": {"line": end[0], "column": end[1]},
    }


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {one if number == 1 else many or one + 's'}"

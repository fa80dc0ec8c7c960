"""``turnout explain`` and ``turnout rules``: the pages of the rules, and what the hover says at a place."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from turnout import __version__, features
from turnout.commands.output import Output, line_and_column
from turnout.commands.projects import Project, open_project
from turnout.commands.trouble import Trouble, one_of
from turnout.features import RulePage, Snapshot
from turnout.terminal.table import table
from turnout.text.line_index import Position
from turnout.text.markdown import render
from turnout.text.source import SourceFile
from turnout.text.span import Span

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")
_LINE = re.compile(r":\d+$")
_WORD = re.compile(rb"[\w$]+")


Say: TypeAlias = Callable[[Snapshot, str, int], str | None]
"""What to say about a place, in Markdown."""


def explain(what: str, say: Say, output: Output) -> int:
    """``what`` is a rule's code or FILE:LINE[:COL], about which ``say`` tells."""
    pages = {page.code: page for page in features.rules()}
    if page := pages.get(what):
        output.text(_page(page, output))
        return 0
    if place := _PLACE.fullmatch(what):
        return _explain_place(place["path"], int(place["line"]), int(place["column"] or 0), say, output)
    if os.path.exists(what):
        raise Trouble(f"{what}: which line? Write {what}:LINE.")
    one_of("rule", what, pages)
    return 2


def list_rules(as_json: bool, output: Output) -> int:
    pages = features.rules()
    if as_json:
        output.json(
            {
                "turnout": __version__,
                "rules": [
                    {
                        "code": page.code,
                        "severity": page.severity,
                        "category": page.category,
                        "title": page.title,
                        "docs": page.docs,
                    }
                    for page in pages
                ],
            }
        )
        return 0
    rows = [(page.code, page.severity, page.category, page.title) for page in pages]
    for page, line in zip(pages, table(rows), strict=True):
        output.line(line.replace(page.code, output.style("path", page.code), 1))
    return 0


def _page(page: RulePage, output: Output) -> str:
    style = output.style
    head = f"{style('heading', page.code)}  {style(page.severity, page.severity)} {style('dim', page.category)}\n\n"
    return head + render(page.page, style, columns=output.columns)


def in_short(snapshot: Snapshot, path: str, offset: int) -> str | None:
    """What the editor shows."""
    hover = features.hover(snapshot, path, offset)
    return hover.markdown if hover is not None else None


def in_full(snapshot: Snapshot, path: str, offset: int) -> str | None:
    """With all evidence and the arithmetic."""
    return features.explain(snapshot, path, offset)


def _explain_place(path: str, line: int, column: int, say: Say, output: Output) -> int:
    project = open_project(path)
    inside = project.one_file()
    source = project.snapshot.source(inside)
    if source is None:
        raise Trouble(f"{path}: is gone.")
    if not 1 <= line <= source.lines.line_count:
        raise Trouble(f"{path} has {source.lines.line_count} lines, and no line {line}.")
    for offset in _offsets(source, line - 1, column - 1):
        text = say(project.snapshot, inside, offset)
        if text is not None:
            addressed = features.link_places(text, lambda path, span: _address(project, path, span))
            output.text(render(addressed, output.style, _shown, output.columns))
            return 0
    output.remark(f"turnout: there is nothing to say about {path}:{line}{f':{column}' if column else ''}.")
    return 1


def _address(project: Project, path: str, span: Span) -> str:
    return f"{project.shown(path)}:{line_and_column(project.snapshot.source(path), span.start)[0]}"


def _shown(text: str, address: str) -> str:
    """A place as a terminal makes a link of it, after the name of what stands there."""
    return address if _LINE.search(text) else f"{text} ({address})"


def _offsets(source: SourceFile, line: int, column: int) -> Iterator[int]:
    """The place that was named, or, without a column, the words of the line."""
    if column >= 0:
        yield source.lines.offset(Position(line, column), "utf-16")
        return
    start, end = source.lines.line_span(line)
    for word in _WORD.finditer(source.data, start, end):
        yield word.start()

"""Comments that silence rules: ``// turnout-ignore-next-line code -- reason`` and ``// turnout-ignore-file code``.

In JSX they stand in ``{/* … */}``; several codes are parted by commas; what follows `` -- `` is for people. Other
comments may stand between such a comment and its line: other tools have theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model.module import Comment, Module
from turnout.rules.rule import FileView
from turnout.text.span import Span

_IGNORE = re.compile(rb"turnout-ignore-(next-line|file)[ \t]+([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)")


@dataclass(frozen=True)
class Ignore:
    """One code in one such comment. ``line`` is the line that it silences, None for the whole file."""

    code: str
    line: int | None
    span: Span
    """The code in the comment."""
    comment: Span
    others: int
    """How many other codes the comment names."""


def ignores_of(view: FileView) -> tuple[Ignore, ...]:
    return tuple(_ignores(view)) if view.has(b"turnout-ignore-") else ()


def silenced_line(module: Module, comment: Comment) -> int:
    """The line that a comment for the next line is about: the next one with code."""
    line = module.source.lines.line_of(comment.span.end) + 1
    comments = comment_lines(module)
    while line in comments:
        line += 1
    return line


def comment_lines(module: Module) -> frozenset[int]:
    """The lines that hold nothing but a comment, in JSX one in braces."""
    source = module.source
    found: set[int] = set()
    for comment in module.comments:
        first, last = source.lines.line_of(comment.span.start), source.lines.line_of(comment.span.end)
        before = source.data[source.lines.line_span(first).start : comment.span.start].strip(b" \t")
        after = source.data[comment.span.end : source.lines.line_span(last).end].strip(b" \t")
        if (before, after) in ((b"", b""), (b"{", b"}")):
            found.update(range(first, last + 1))
    return frozenset(found)


def _ignores(view: FileView) -> Iterator[Ignore]:
    source = view.source
    for comment in view.module.comments:
        match = _IGNORE.search(source.data, comment.span.start, comment.span.end)
        if match is None:
            continue
        line = None if match[1] == b"file" else silenced_line(view.module, comment)
        codes = list(re.finditer(rb"[\w-]+", match[2]))
        for code in codes:
            start = match.start(2) + code.start()
            yield Ignore(code[0].decode(), line, Span(start, start + len(code[0])), comment.span, len(codes) - 1)

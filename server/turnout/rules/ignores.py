"""Comments that silence rules: ``// turnout-ignore-next-line code -- reason`` and ``// turnout-ignore-file code``.

In JSX they stand in ``{/* … */}``; several codes are parted by commas; what follows `` -- `` is for people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
    is_alone: bool
    """Whether the comment names no other code."""


def ignores_of(view: FileView) -> tuple[Ignore, ...]:
    return tuple(_ignores(view)) if view.has(b"turnout-ignore-") else ()


def _ignores(view: FileView) -> Iterator[Ignore]:
    source = view.source
    for comment in view.module.comments:
        match = _IGNORE.search(source.data, comment.span.start, comment.span.end)
        if match is None:
            continue
        line = None if match[1] == b"file" else source.lines.line_of(comment.span.end) + 1
        codes = list(re.finditer(rb"[\w-]+", match[2]))
        for code in codes:
            start = match.start(2) + code.start()
            yield Ignore(code[0].decode(), line, Span(start, start + len(code[0])), comment.span, len(codes) == 1)

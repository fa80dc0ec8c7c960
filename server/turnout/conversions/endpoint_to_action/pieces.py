"""Text made of pieces of a file: what is copied, and what stands in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.write import reindent
from turnout.text.source import SourceFile
from turnout.text.span import Span


@dataclass(frozen=True)
class Deeper:
    """A place whose text is copied one level further to the right."""

    span: Span
    unit: str


Part: TypeAlias = "str | Span | Deeper"
"""New text, or a place whose text is copied (with the replacements inside of it)."""


@dataclass(frozen=True)
class Replace:
    """Put ``parts`` in place of a span; no parts delete it."""

    span: Span
    parts: tuple[Part, ...] = ()


def render(source: SourceFile, span: Span, replaced: Iterable[Replace]) -> str:
    """The text of a span with its replacements, inner ones inside of copied parts too."""
    inside = [each for each in replaced if span.contains(each.span)]
    outer = [
        each
        for each in inside
        if not any(other is not each and other.span.contains(each.span) and other.span != each.span for other in inside)
    ]
    text: list[str] = []
    done = span.start
    for each in sorted(outer, key=lambda each: (each.span.start, each.span.end)):
        text.append(source.text(Span(done, each.span.start)))
        rest = [other for other in inside if other is not each]
        text += (rendered(source, part, rest) for part in each.parts)
        done = each.span.end
    text.append(source.text(Span(done, span.end)))
    return "".join(text)


def rendered(source: SourceFile, part: Part, replaced: Iterable[Replace]) -> str:
    """The text of one part."""
    match part:
        case str():
            return part
        case Deeper(span=span, unit=unit):
            return reindent(render(source, span, replaced), "", unit)
        case _:
            return render(source, part, replaced)


def spans_of(parts: Iterable[Part]) -> Iterable[Span]:
    """The places that parts copy."""
    for part in parts:
        if not isinstance(part, str):
            yield part.span if isinstance(part, Deeper) else part


def kept_names(code: c.Code, replaced: Sequence[Replace]) -> Iterable[c.Name]:
    """The names of ``code`` that are still there after the replacements."""
    for each in c.walk(code):
        if isinstance(each, c.Name) and is_kept(each.span, replaced):
            yield each


def is_kept(span: Span, replaced: Sequence[Replace]) -> bool:
    """Whether a place survives: it lies in no replacement, or in a part that a replacement copies."""
    return all(
        not each.span.contains(span) or any(part.contains(span) for part in spans_of(each.parts)) for each in replaced
    )


def line_span(module: Module, span: Span) -> Span:
    """A span with the rest of its lines when nothing else stands on them: what goes when a statement goes."""
    data = module.source.data
    start, end = span
    while start > 0 and data[start - 1 : start] in (b" ", b"\t"):
        start -= 1
    while data[end : end + 1] in (b" ", b"\t"):
        end += 1
    if (start == 0 or data[start - 1 : start] in (b"\n", b"\r")) and data[end : end + 1] in (b"\n", b"\r", b""):
        if data[end : end + 2] == b"\r\n":
            end += 2
        elif end < len(data):
            end += 1
        return Span(start, end)
    return span


def with_comments(module: Module, span: Span) -> Span:
    """A span with the comments that stand directly above it and the one behind it on its last line."""
    data = module.source.data
    start, end = span
    for comment in reversed(module.comments):
        if comment.span.end <= start:
            between = data[comment.span.end : start]
            if between.strip() or between.count(b"\n") > 1:
                break
            line_start = module.source.lines.line_span(module.source.lines.line_of(comment.span.start)).start
            if data[line_start : comment.span.start].strip():
                break
            start = comment.span.start
    for comment in module.comments:
        if comment.span.start >= end:
            between = data[end : comment.span.start]
            if not between.strip() and b"\n" not in between and b"\r" not in between:
                end = comment.span.end
            break
    return Span(start, end)

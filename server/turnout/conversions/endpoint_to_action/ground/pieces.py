"""Text made of pieces of a file: what is copied, and what stands in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from turnout.syntax.write import Style, reindent, removed
from turnout.text.source import SourceFile
from turnout.text.span import Span


@dataclass(frozen=True)
class Deeper:
    """A place whose text is copied with another indentation: one level further to the right, or as said."""

    span: Span
    unit: str
    indent: str = ""
    """The indentation that ``unit`` takes the place of."""


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
        case Deeper(span=span, unit=unit, indent=indent):
            return reindent(render(source, span, replaced), indent, unit)
        case _:
            return render(source, part, replaced)


def is_kept(span: Span, replaced: Iterable[Replace]) -> bool:
    """Whether a place survives: it lies in no replacement, or in a part that a replacement copies."""
    return all(not each.span.contains(span) or any(_copies(part, span) for part in each.parts) for each in replaced)


def _copies(part: Part, span: Span) -> bool:
    match part:
        case str():
            return False
        case Deeper(span=copied):
            return copied.contains(span)
        case _:
            return part.contains(span)


def removals(source: SourceFile, spans: Iterable[Span]) -> list[Replace]:
    """Statements that go with their lines."""
    return [Replace(edit.span, (edit.text,) if edit.text else ()) for edit in removed(source, sorted(set(spans)))]


def property_name(key: str, style: Style) -> str:
    """A key of an object, in quotes where it needs them."""
    return key if key.isidentifier() else style.string(key)

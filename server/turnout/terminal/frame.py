"""A few lines of a file with a place in them underlined."""

from __future__ import annotations

from turnout.terminal.columns import shown, width
from turnout.terminal.style import Style
from turnout.text.source import SourceFile
from turnout.text.span import Span

_AROUND = 1
_WIDEST = 200
_LEAD = 40
"""Characters shown before the place in a line that is too long to be shown whole (a bundle)."""
_LONG = 4 * _WIDEST
"""Bytes of a line that are looked at: a bundle's one line may have millions."""


def frame(source: SourceFile, span: Span, style: Style, role: str = "error", columns: int = _WIDEST) -> str:
    """The lines of ``span`` with one around them, numbered; the first line's part of it is underlined.

    >   4 │ export function rename(name: string) {
          │                 ^^^^^^
    """
    lines = source.lines
    first = lines.line_of(span.start)
    last = min(first + _AROUND, lines.line_count - 1)
    gutter = len(str(last + 1))
    room = max(20, min(columns, _WIDEST) - gutter - 5)
    rows: list[str] = []
    for line in range(max(0, first - _AROUND), last + 1):
        number = style("dim", f"{line + 1:>{gutter}} │")
        if line == first:
            text, column, marks = _marked(source, lines.line_span(line), span, room)
            under = " " * column + style(role, "^" * marks)
            rows.append(f"{style(role, '>')} {number} {text}".rstrip())
            rows.append(f"  {' ' * gutter} {style('dim', '│')} {under}")
        elif text := _start(source, lines.line_span(line), room).rstrip():
            # An empty line says nothing, and frames are read in rows.
            rows.append(f"  {number} {style('dim', text)}")
    return "\n".join(rows)


def _marked(source: SourceFile, line: Span, span: Span, room: int) -> tuple[str, int, int]:
    """One line, the column at which its underline begins, and how long that is."""
    before = _start_of_character(source, max(line.start, span.start - _LONG))
    prefix = shown(source.text(Span(before, span.start)))
    inside = shown(source.text(Span(span.start, min(span.end, line.end, span.start + _LONG))))
    after = shown(source.text(Span(span.start, min(line.end, span.start + _LONG))))
    if len(prefix) + min(len(inside), room // 2) > room:
        prefix = prefix[-_LEAD:]
    inside = inside[: max(0, room - len(prefix))]
    return (prefix + after)[:room], width(prefix), max(1, width(inside))


def _start(source: SourceFile, line: Span, room: int) -> str:
    return shown(source.text(Span(line.start, min(line.end, line.start + _LONG))))[:room]


def _start_of_character(source: SourceFile, offset: int) -> int:
    while source.data[offset : offset + 1] and source.data[offset] & 0xC0 == 0x80:
        offset += 1
    return offset

"""What the protocol says, as spans of bytes."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types as lsp

from turnout.text.line_index import Encoding, LineIndex, Position
from turnout.text.source import SourceFile
from turnout.text.span import Span


def offset(lines: LineIndex, position: lsp.Position, encoding: Encoding) -> int:
    """The byte of a position; places outside of the text give its nearest one."""
    return lines.offset(Position(position.line, position.character), encoding)


def span(lines: LineIndex, range_: lsp.Range, encoding: Encoding) -> Span:
    start, end = offset(lines, range_.start, encoding), offset(lines, range_.end, encoding)
    return Span(min(start, end), max(start, end))


def changed(data: bytes, changes: Sequence[lsp.TextDocumentContentChangeEvent], encoding: Encoding) -> bytes:
    """The text after an editor's changes, each given in places of the text that the one before it left."""
    for change in changes:
        text = SourceFile.of("", change.text).data
        if isinstance(change, lsp.TextDocumentContentChangeWholeDocument):
            data = text
        else:
            start, end = span(LineIndex(data), change.range, encoding)
            data = data[:start] + text + data[end:]
    return data

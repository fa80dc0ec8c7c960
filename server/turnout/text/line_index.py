"""Byte offsets to lines and columns and back, in the three encodings that the language server protocol knows."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal, NamedTuple

from turnout.text.span import Span

Encoding = Literal["utf-8", "utf-16", "utf-32"]

BOM = b"\xef\xbb\xbf"


class Position(NamedTuple):
    """A line and a column, both from 0; the column counts units of the encoding it was made for."""

    line: int
    character: int


class LineIndex:
    """Where the lines of one text begin.

    Lines end at ``\\n``, ``\\r\\n`` and a lone ``\\r``, as in the protocol, and not at U+2028. A byte order mark
    belongs to no column: editors never show it.
    """

    __slots__ = ("_data", "_starts")

    def __init__(self, data: bytes) -> None:
        starts = [len(BOM) if data.startswith(BOM) else 0]
        offset = 0
        for line in data.splitlines(keepends=True):
            offset += len(line)
            if line.endswith((b"\n", b"\r")):
                starts.append(offset)
        self._data = data
        self._starts = starts

    @property
    def line_count(self) -> int:
        return len(self._starts)

    def line_span(self, line: int) -> Span:
        """The bytes of a line (from 0) without its line end."""
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._data)
        return Span(start, start + len(self._data[start:end].rstrip(b"\r\n")))

    def line_of(self, offset: int) -> int:
        """The line (from 0) that holds the byte at ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def position(self, offset: int, encoding: Encoding = "utf-16") -> Position:
        """The position of a byte offset; offsets beyond the text give its end."""
        offset = min(max(offset, self._starts[0]), len(self._data))
        line = self.line_of(offset)
        return Position(line, _width(self._data[self._starts[line] : offset], encoding))

    def offset(self, position: Position, encoding: Encoding = "utf-16") -> int:
        """The byte offset of a position; columns beyond the line's end give its end (LSP 3.17, Position)."""
        if position.line < 0:
            return self._starts[0]
        if position.line >= len(self._starts):
            return len(self._data)
        start, end = self.line_span(position.line)
        line = self._data[start:end]
        if encoding == "utf-8" or line.isascii():
            column = min(max(position.character, 0), len(line))
            while column < len(line) and line[column] & 0xC0 == 0x80:
                column += 1
            return start + column
        units = 0
        for index, char in enumerate(text := line.decode("utf-8", "replace")):
            if units >= position.character:
                return start + len(text[:index].encode("utf-8"))
            units += 2 if encoding == "utf-16" and ord(char) > 0xFFFF else 1
        return end


def _width(data: bytes, encoding: Encoding) -> int:
    if encoding == "utf-8" or data.isascii():
        return len(data)
    text = data.decode("utf-8", "replace")
    if encoding == "utf-32":
        return len(text)
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)

"""The text of one file, as bytes, with its lines and its habits of writing."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from turnout.text.line_index import BOM, LineIndex
from turnout.text.span import Span


@dataclass(frozen=True)
class SourceFile:
    """``data`` is valid UTF-8 (make it with ``SourceFile.of``); ``version`` is the editor's, None for disk."""

    path: str
    data: bytes = field(repr=False)
    version: int | None = None

    @staticmethod
    def of(path: str, data: bytes | str, version: int | None = None) -> SourceFile:
        """A source file from whatever an editor or a disk holds: broken UTF-8 becomes U+FFFD, never an error."""
        if isinstance(data, str):
            # An editor's JSON may carry lone surrogates, which have no UTF-8.
            return SourceFile(path, data.encode("utf-8", "replace"), version)
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            data = data.decode("utf-8", "replace").encode("utf-8")
        return SourceFile(path, data, version)

    @cached_property
    def lines(self) -> LineIndex:
        return LineIndex(self.data)

    @cached_property
    def start(self) -> int:
        """The first byte that is text: after a byte order mark."""
        return len(BOM) if self.data.startswith(BOM) else 0

    @cached_property
    def newline(self) -> str:
        """The line end that the file uses, ``\\n`` where it has none."""
        at = self.data.find(b"\n")
        if at > 0 and self.data[at - 1 : at] == b"\r":
            return "\r\n"
        return "\r" if at < 0 and b"\r" in self.data else "\n"

    def text(self, span: Span | None = None) -> str:
        """The text of a span, or all of it."""
        data = self.data if span is None else self.data[span.start : span.end]
        return data.decode("utf-8", "replace")

    def indent_at(self, offset: int) -> str:
        """The white space that begins the line of ``offset``."""
        line = self.data[slice(*self.lines.line_span(self.lines.line_of(offset)))]
        return line[: len(line) - len(line.lstrip(b" \t"))].decode()

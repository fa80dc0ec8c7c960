"""A place in a file: a half-open range of UTF-8 byte offsets."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Bytes ``start`` (inclusive) to ``end`` (exclusive), counted from the first byte of the file."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span (equal counts)."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, offset: int) -> bool:
        """Whether a cursor at ``offset`` stands in the span or at either end of it."""
        return self.start <= offset <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a byte, or one is an empty place inside the other."""
        return self.start < other.end and other.start < self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a byte or touch."""
        return self.start <= other.end and other.start <= self.end

    def to(self, other: Span) -> Span:
        """From the start of this span to the end of ``other``."""
        return Span(self.start, other.end)


NOWHERE = Span(0, 0)

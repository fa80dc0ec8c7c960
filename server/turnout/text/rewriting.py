"""One text changed several times over, and still told in places of the text that it began as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from turnout.text.edits import Edit, OverlappingEdits
from turnout.text.span import Span

_Piece: TypeAlias = Span | bytes
"""What is left of the first text, or new text."""


class Rewriting:
    """``edit`` as often as needed; then ``edits`` are all changes at once."""

    def __init__(self, data: bytes) -> None:
        self._first = data
        self._pieces: list[_Piece] = [Span(0, len(data))]

    @property
    def data(self) -> bytes:
        """The text as it is by now."""
        return b"".join(self._first[slice(*each)] if isinstance(each, Span) else each for each in self._pieces)

    def edit(self, edits: Iterable[Edit]) -> None:
        """Make changes that are given in places of the text as it is by now. Raises OverlappingEdits."""
        pieces: list[_Piece] = []
        done = 0
        for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
            if edit.span.start < done:
                raise OverlappingEdits(f"edit at {edit.span} touches text that ended at {done}")
            pieces += self._between(done, edit.span.start)
            pieces.append(edit.text.encode("utf-8", "replace"))
            done = edit.span.end
        self._pieces = [*pieces, *self._between(done, len(self.data))]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All changes, in places of the first text."""
        found: list[Edit] = []
        done, new = 0, b""
        for piece in (*self._pieces, Span(len(self._first), len(self._first))):
            if not isinstance(piece, Span):
                new += piece
                continue
            if new or piece.start > done:
                found.append(Edit(Span(done, piece.start), new.decode("utf-8", "replace")))
            done, new = piece.end, b""
        return tuple(found)

    def before(self, offset: int) -> int:
        """Where a place of the text as it is by now was in the first one; for new text, where it was put in."""
        begins = last = 0
        for piece in self._pieces:
            size = piece.end - piece.start if isinstance(piece, Span) else len(piece)
            if offset < begins + size:
                return piece.start + offset - begins if isinstance(piece, Span) else last
            begins += size
            last = piece.end if isinstance(piece, Span) else last
        return last

    def _between(self, start: int, end: int) -> Iterator[_Piece]:
        begins = 0
        for piece in self._pieces:
            size = piece.end - piece.start if isinstance(piece, Span) else len(piece)
            low, high = max(start - begins, 0), min(end - begins, size)
            if low < high:
                yield Span(piece.start + low, piece.start + high) if isinstance(piece, Span) else piece[low:high]
            begins += size

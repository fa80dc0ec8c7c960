"""Changes to texts: edits of one file, files made and files deleted, all of them or none."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from turnout.text.span import Span


@dataclass(frozen=True, order=True)
class Edit:
    """Put ``text`` in place of the bytes of ``span``; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True)
class SourceChange:
    """One change to a project. ``edits``, ``created`` and ``deleted`` name each path at most once, in one of them."""

    edits: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict[str, tuple[Edit, ...]])
    created: Mapping[str, str] = field(default_factory=dict[str, str])
    deleted: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What a person should know of the change, in sentences."""
    is_unfinished: bool = False
    """Whether a person has to write something before it runs."""

    @property
    def paths(self) -> tuple[str, ...]:
        return (*self.edits, *self.created, *self.deleted)


class OverlappingEdits(ValueError):
    """Two edits of one file touch the same bytes: a bug of whoever made them."""


def apply_edits(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The text after all edits, each given in places of the text before. Raises OverlappingEdits.

    Insertions at one place keep the order in which they were given.
    """
    parts: list[bytes] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start < done or edit.span.end > len(data):
            raise OverlappingEdits(f"edit at {edit.span} touches text that ended at {done}")
        parts += (data[done : edit.span.start], edit.text.encode("utf-8", "replace"))
        done = edit.span.end
    return b"".join((*parts, data[done:]))


def unified_diff(path: str, before: str | None, after: str | None) -> str:
    """The difference in the form that ``patch`` and git read; None stands for a file that is not there."""
    lines = difflib.unified_diff(
        (before or "").splitlines(keepends=True),
        (after or "").splitlines(keepends=True),
        fromfile="/dev/null" if before is None else f"a/{path}",
        tofile="/dev/null" if after is None else f"b/{path}",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)

"""What a conversion is: ``look`` (cheap, for the light bulb), ``plan`` (all deciding), ``write`` (all text)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.text.edits import SourceChange
from turnout.text.span import Span

To: TypeAlias = Literal["server-action", "route-handler", "server-function"]


@dataclass(frozen=True)
class Refusal:
    """The one reason that matters why it can't be done, and where it stands."""

    reason: str
    path: str | None = None
    span: Span | None = None


@dataclass(frozen=True)
class Conversion:
    """``look`` says what a place offers, ``plan`` decides everything or refuses, ``write`` makes the text."""

    id: str
    to: To
    title: Callable[[Entry], str]
    look: Callable[[Snapshot, Entry], bool]
    """Whether the entry is of the kind that this conversion is about; cheap, refusals come from ``plan``."""
    plan: Callable[[Snapshot, Entry], Any]
    """A plan of the conversion's own type, or a Refusal."""
    write: Callable[[Snapshot, Any], SourceChange]
    keeps_entry: bool = False
    """Whether what is converted stays beside what it becomes: for callers that can't follow."""


def convert(conversion: Conversion, project: Snapshot, entry: Entry) -> SourceChange | Refusal:
    """The whole way: the change, or why there is none."""
    planned = conversion.plan(project, entry)
    return planned if isinstance(planned, Refusal) else conversion.write(project, planned)

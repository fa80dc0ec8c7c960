"""What a conversion is: ``look`` (cheap, for the light bulb), ``plan`` (all deciding), ``write`` (all text)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

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


def _nothing(_: Any) -> str:
    return ""


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
    warning: Callable[[Any], str] = _nothing
    """What its title must say of a plan; empty when nothing."""


class _Plans:
    """Those of the moment that was asked about last: the light bulb asks with each move of the cursor."""

    project: Snapshot | None = None
    known: ClassVar[dict[tuple[str, Entry, Span], Any]] = {}


def planned_for(conversion: Conversion, project: Snapshot, entry: Entry) -> Any:
    """The plan or the Refusal, made once for each moment of the project."""
    if _Plans.project is not project:
        _Plans.project = project
        _Plans.known.clear()
    key = (conversion.id, entry, entry.span)
    if key not in _Plans.known:
        _Plans.known[key] = conversion.plan(project, entry)
    return _Plans.known[key]


def convert(conversion: Conversion, project: Snapshot, entry: Entry) -> SourceChange | Refusal:
    """The whole way: the change, or why there is none."""
    planned = planned_for(conversion, project, entry)
    return planned if isinstance(planned, Refusal) else conversion.write(project, planned)

"""On a handler's or an action's name: what it should be and why, what the choice means here, and who calls it."""

from __future__ import annotations

from turnout.hovers.about import Tell, name_here
from turnout.hovers.hover import Pointed
from turnout.project.pointing import named_at
from turnout.project.snapshot import Snapshot


def hover(project: Snapshot, path: str, offset: int, tell: Tell) -> Pointed | None:
    """The hover of the entry that stands at a place."""
    entry = named_at(project, path, offset)
    return Pointed(entry.span, tell(project, entry, name_here(entry))) if entry is not None else None

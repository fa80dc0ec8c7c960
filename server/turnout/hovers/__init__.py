"""One file per thing that one can point at. A hover gives Markdown that is good to read in a small pop-up."""

from __future__ import annotations

from turnout.bug import guarded
from turnout.hovers import directive, entry, request, use
from turnout.hovers.about import Tell, about, about_in_full
from turnout.hovers.hover import Pointed
from turnout.project.snapshot import Snapshot

_HOVERS = (entry, directive, request, use)


def pointed_at(project: Snapshot, path: str, offset: int) -> Pointed | None:
    """What to say about the thing at a place."""
    return _first(project, path, offset, about)


def explained(project: Snapshot, path: str, offset: int) -> Pointed | None:
    """The same at greater length: with all evidence, all callers and the arithmetic of the verdict."""
    return _first(project, path, offset, about_in_full)


def _first(project: Snapshot, path: str, offset: int, tell: Tell) -> Pointed | None:
    if (project.app(path) is None and not project.entries(path)) or not project.settings.enable:
        return None
    for each in _HOVERS:
        with guarded(f"hover {each.__name__.rpartition('.')[2]}, {path}"):
            if (found := each.hover(project, path, offset, tell)) is not None:
                return found
    return None

"""The endpoints and actions of a project by name: ``POST /api/tasks`` typed anywhere leads to its handler."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot

_MOST = 200


def found(project: Snapshot, query: str) -> tuple[Entry, ...]:
    """Those whose name has the letters of the query in their order, as editors match them."""
    if not project.settings.enable:
        return ()
    wanted = "".join(query.lower().split())
    return tuple(entry for entry, _ in zip(_matching(project, wanted), range(_MOST), strict=False))


def _matching(project: Snapshot, wanted: str) -> Iterator[Entry]:
    for entry in project.all_entries():
        letters = iter(entry.name.lower())
        if all(letter in letters for letter in wanted):
            yield entry

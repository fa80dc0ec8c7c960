"""Several changes one after the other, each made from what the ones before left, as one change in the end."""

from __future__ import annotations

from collections.abc import Mapping

from turnout.commands.projects import Project
from turnout.text.edits import Edit, SourceChange
from turnout.text.source import SourceFile
from turnout.text.span import Span


class Drafting:
    """The project goes on as if the changes were made; the disk stays as it is."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._before: dict[str, SourceFile | None] = {}
        self._notes: list[str] = []

    def take(self, change: SourceChange) -> None:
        """Go on from here as if a change were made."""
        for path in change.paths:
            self._before.setdefault(path, self._project.snapshot.source(path))
        self._notes += change.notes
        self._project.workspace.suppose(change)

    @property
    def sources(self) -> Mapping[str, SourceFile]:
        """The files that were there before, as they were."""
        return {path: source for path, source in self._before.items() if source is not None}

    @property
    def change(self) -> SourceChange:
        """All changes as one."""
        edits: dict[str, tuple[Edit, ...]] = {}
        created: dict[str, str] = {}
        deleted: list[str] = []
        for path, before in self._before.items():
            after = self._project.snapshot.source(path)
            if after is None:
                if before is not None:
                    deleted.append(path)
            elif before is None:
                created[path] = after.data.decode()
            elif after.data != before.data:
                edits[path] = (Edit(Span(0, len(before.data)), after.data.decode()),)
        return SourceChange(edits, created, tuple(deleted), tuple(dict.fromkeys(self._notes)))

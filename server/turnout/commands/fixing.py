"""``turnout check --fix``: safe fixes written to the disk, file by file, and what is left to be told afterwards."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from turnout import features
from turnout.commands.projects import Project, judged
from turnout.commands.writing import NotWritten, write
from turnout.features import Diagnostic, Fixed, Repair, Touched
from turnout.text.edits import SourceChange
from turnout.text.source import SourceFile

_MOST_VISITS = 5
"""One file's fix may give another file something to fix; round and round would be a bug."""


@dataclass(frozen=True)
class Written:
    """A fix that is on the disk now, with the text that its finding was about."""

    fixed: Fixed
    path: str
    """As this terminal's user would write it."""
    before: SourceFile


@dataclass
class Fixing:
    """What ``--fix`` has done."""

    written: list[Written] = field(default_factory=list[Written])
    refused: list[str] = field(default_factory=list[str])
    """Why files could not be written, a line each."""

    def fix(self, project: Project, wanted: Callable[[Diagnostic], bool]) -> Mapping[str, tuple[Diagnostic, ...]]:
        """Fix what is ``wanted`` in the files that the user asked for; what is left in each of them.

        Each file is written wholly or not at all.
        """
        left = dict(judged(project, tuple(project.wanted())))
        pending = deque(sorted(path for path, found in left.items() if any(finding.fixes for finding in found)))
        visits = Counter[str]()
        while pending:
            path = pending.popleft()
            visits[path] += 1
            repair = features.fix(project.snapshot, path, wanted) if visits[path] <= _MOST_VISITS else None
            if repair is not None:
                pending += (other for other in self._write(project, repair) if other in left and other != path)
            left[path] = features.check(project.snapshot, path)
        return left

    def _write(self, project: Project, repair: Repair) -> frozenset[str]:
        """Write one file; the paths whose findings may be others now."""
        path = repair.path
        source = project.snapshot.source(path)
        assert source is not None
        try:
            write(project.root, {path: source}, SourceChange({path: repair.edits}))
        except NotWritten as error:
            self.refused.append(str(error))
            return frozenset()
        self.written += (Written(fixed, project.shown(path), source) for fixed in repair.fixed)
        return project.workspace.apply([Touched(path)])

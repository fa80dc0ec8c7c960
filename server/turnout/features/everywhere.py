"""The findings of many files: of a large project with the help of several processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from turnout.features.data import Diagnostic
from turnout.features.findings import diagnostics
from turnout.model.surface import Surface
from turnout.project.parallel import WORTH_HELP, in_processes
from turnout.project.snapshot import Snapshot
from turnout.project.workspace import Workspace
from turnout.settings import Settings


def check_all(root: str, snapshot: Snapshot, paths: Sequence[str]) -> Iterator[Mapping[str, tuple[Diagnostic, ...]]]:
    """The findings of files by path, some at a time and in any order; empty while nothing is ready.

    ``snapshot`` is of what the disk holds below ``root``: other processes read the files from there.
    """
    left = dict.fromkeys(paths)
    if len(paths) >= WORTH_HELP:
        given = (root, snapshot.settings, dict(snapshot.index.surfaces))
        for judged in in_processes(_judge_batch, paths, _take_over, *given):
            for path in judged or ():
                left.pop(path, None)
            yield judged or {}
    for path in left:
        yield {path: diagnostics(snapshot, path)}


_project: Snapshot | None = None
"""In a process that helps: the project, as the one that asked has read it."""


def _take_over(root: str, settings: Settings, surfaces: Mapping[str, Surface]) -> None:
    global _project
    _project = Workspace.taken_over(root, settings, surfaces).snapshot


def _judge_batch(paths: Sequence[str]) -> Mapping[str, tuple[Diagnostic, ...]]:
    assert _project is not None
    return {path: diagnostics(_project, path) for path in paths}

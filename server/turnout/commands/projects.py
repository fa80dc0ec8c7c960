"""From the paths of a command line to the projects that they lie in, read from the disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from turnout import features
from turnout.commands.trouble import Trouble
from turnout.features import Diagnostic, Settings, Snapshot, Workspace
from turnout.terminal.progress import Meter


@dataclass(frozen=True)
class Project:
    """A folder that was read, and the paths in it that the user asked for (absolute, resolved)."""

    root: str
    workspace: Workspace
    asked: tuple[str, ...]

    @property
    def snapshot(self) -> Snapshot:
        return self.workspace.snapshot

    def wanted(self) -> Iterator[str]:
        """The files that the user asked for, relative to the root."""
        for path in self.snapshot.paths():
            full = self.full(path)
            if any(_is_in(full, asked) for asked in self.asked):
                yield path

    def full(self, path: str) -> str:
        return os.path.normpath(os.path.join(self.root, path))

    def shown(self, path: str) -> str:
        """A path of this project as a person at this terminal would write it."""
        return from_here(self.full(path))

    def one_file(self) -> str:
        """The file that the user asked for; a Trouble when it is not one that Turnout reads."""
        path = Path(os.path.relpath(self.asked[0], self.root)).as_posix()
        if path not in self.snapshot.paths():
            raise Trouble(f"{from_here(self.asked[0])}: is not a code file of a Next.js project.")
        return path


def open_projects(paths: Sequence[str]) -> tuple[Project, ...]:
    """Read each project once, whatever number of paths leads into it."""
    asked: dict[str, list[str]] = {}
    for path in paths:
        full = readable(path)
        root = features.project_root(full) or (full if os.path.isdir(full) else os.path.dirname(full))
        asked.setdefault(root, []).append(full)
    return tuple(Project(root, _read(root), tuple(full)) for root, full in asked.items())


def judged(project: Project, paths: Sequence[str]) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
    """The findings of files, in any order."""
    meter, done = Meter(sys.stderr), 0
    try:
        for some in features.check_all(project.root, project.snapshot, paths):
            done += len(some)
            meter.tell("Judging", done, len(paths))
            yield from some.items()
    finally:
        meter.clear()


def open_project(path: str) -> Project:
    return open_projects((path,))[0]


def readable(path: str) -> str:
    """The path, absolute and resolved; a Trouble when nothing can be read there."""
    try:
        full = os.path.realpath(path)
        if os.path.isdir(full):
            os.scandir(full).close()
        else:
            with open(full, "rb") as file:
                file.read(1)
    except OSError as error:
        raise Trouble(f"{path}: {(error.strerror or 'can not be read').lower()}.") from error
    except ValueError as error:  # a path with a NUL
        raise Trouble(f"{path!r} is no path.") from error
    return full


def from_here(full: str) -> str:
    try:
        return Path(os.path.relpath(full)).as_posix()
    except ValueError:  # another drive of Windows
        return Path(full).as_posix()


def _read(root: str) -> Workspace:
    meter = Meter(sys.stderr)
    workspace = Workspace.on_disk(root, Settings())
    try:
        for progress in features.scan(workspace):
            meter.tell("Reading", progress.done, progress.total)
    finally:
        meter.clear()
    return workspace


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)

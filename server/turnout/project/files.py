"""Reading the disk: the only place, with ``cache``, that does.

Paths are POSIX style and relative to the root; ``..`` may lead out of it (a tsconfig that extends one further up).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from turnout.syntax.grammar import is_code

SKIPPED_FOLDERS = frozenset({"node_modules", "venv", "storybook-static", "__pycache__"})
"""Besides the hidden ones, whose names begin with a dot."""
BUILT_FOLDERS = frozenset({"out", "dist", "build", "coverage"})
"""Skipped too, but not below ``app``, ``pages`` or ``src``, where they are URLs or modules: ``app/build/page.tsx``."""
_SOURCE_FOLDERS = frozenset({"app", "pages", "src"})
CONFIG_NAMES = frozenset(
    {"package.json", "tsconfig.json", "jsconfig.json", "vercel.json", "pnpm-workspace.yaml", "lerna.json"}
)


class Files(Protocol):
    """A tree of files to read: the disk, or a dict in tests."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is none or it can't be read."""
        ...

    def list(self, folder: str = "") -> Iterator[str]:
        """Every path below a folder that may matter: code, and the configuration files by name (see ``matters``)."""
        ...

    def exists(self, path: str) -> bool: ...


def matters(path: str) -> bool:
    """Whether a file of this name can change what Turnout says."""
    name = path.rpartition("/")[2]
    return is_code(name) or name in CONFIG_NAMES or (name.startswith("tsconfig.") and name.endswith(".json"))


def is_skipped(path: str) -> bool:
    """Whether a file lies in a folder that is never read: a package's, a build's, a hidden one."""
    folders = path.split("/")[:-1]
    return any(_is_skipped_folder(name, folders[:depth]) for depth, name in enumerate(folders))


def _is_skipped_folder(name: str, above: Sequence[str]) -> bool:
    if name in SKIPPED_FOLDERS or (name.startswith(".") and name != ".."):
        return True
    return name in BUILT_FOLDERS and _SOURCE_FOLDERS.isdisjoint(above)


class Disk:
    """The files below a folder of the disk. Symbolic links to folders are not followed, so loops can't happen."""

    def __init__(self, root: str | os.PathLike[str]) -> None:
        self.root = Path(root).resolve()

    def read(self, path: str) -> bytes | None:
        try:
            return self._full(path).read_bytes()
        except (OSError, ValueError):
            return None

    def exists(self, path: str) -> bool:
        try:
            return self._full(path).is_file()
        except (OSError, ValueError):
            return False

    def list(self, folder: str = "") -> Iterator[str]:
        pending = [folder]
        while pending:
            current = pending.pop()
            try:
                with os.scandir(self._full(current)) as entries:
                    found = sorted(entries, key=lambda entry: entry.name)
            except (OSError, ValueError):
                continue
            folders: list[str] = []
            for entry in found:
                path = f"{current}/{entry.name}" if current else entry.name
                try:
                    if entry.is_dir(follow_symlinks=False):
                        if not _is_skipped_folder(entry.name, current.split("/")):
                            folders.append(path)
                    elif matters(entry.name) and entry.is_file():
                        yield path
                except OSError:
                    continue
            pending += reversed(folders)

    def _full(self, path: str) -> Path:
        return self.root / path if path else self.root


class Memory:
    """Files in a dict, for tests and for what editors hold before anything is saved."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def exists(self, path: str) -> bool:
        return path in self.files

    def list(self, folder: str = "") -> Iterator[str]:
        prefix = f"{folder}/" if folder else ""
        return (path for path in sorted(self.files) if path.startswith(prefix) and matters(path))


class Draft:
    """Files with changes that are not written: how they would be."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._texts: dict[str, bytes | None] = {}

    def put(self, path: str, data: bytes | None) -> None:
        """A file as it would be; None for one that would be gone."""
        self._texts[path] = data

    def read(self, path: str) -> bytes | None:
        return self._texts[path] if path in self._texts else self._files.read(path)

    def exists(self, path: str) -> bool:
        return self._texts[path] is not None if path in self._texts else self._files.exists(path)

    def list(self, folder: str = "") -> Iterator[str]:
        prefix = f"{folder}/" if folder else ""
        yield from (path for path in self._files.list(folder) if path not in self._texts)
        for path, data in self._texts.items():
            if data is not None and path.startswith(prefix) and matters(path):
                yield path

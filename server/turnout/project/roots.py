"""Which folder to read for a file or folder, so that all who may call its code are read with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from turnout.project.config import CONFIG_NAMES
from turnout.project.files import Disk
from turnout.project.jsonc import read_table, table

_MONOREPO_FILES = ("pnpm-workspace.yaml", "nx.json", "lerna.json")
_KINDS_OF_DEPENDENCIES = ("dependencies", "devDependencies", "peerDependencies")


def project_root(path: str) -> str | None:
    """The nearest monorepo's root from ``path`` upwards, else the nearest folder with Next.js, else None.

    A repository's root (``.git``) ends the search: what lies above it is another project.
    """
    with_next: str | None = None
    for folder in _upwards(Path(path).resolve()):
        disk = Disk(folder)
        manifest = read_table(disk.read("package.json"))
        if "workspaces" in manifest or any(disk.exists(name) for name in _MONOREPO_FILES):
            return str(folder)
        # In a package of the monorepo, turbo.json says { "extends": ["//"] }.
        if disk.exists("turbo.json") and "extends" not in read_table(disk.read("turbo.json")):
            return str(folder)
        if with_next is None and (
            any("next" in table(manifest, kind) for kind in _KINDS_OF_DEPENDENCIES)
            or any(disk.exists(name) for name in CONFIG_NAMES)
        ):
            with_next = str(folder)
    return with_next


def _upwards(path: Path) -> Iterator[Path]:
    for folder in (path, *path.parents):
        if folder.is_dir():
            yield folder
        if (folder / ".git").exists():
            return

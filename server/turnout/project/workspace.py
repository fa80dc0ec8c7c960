"""One workspace folder over time: what is on disk, overlaid by what editors hold open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from turnout.project.files import Disk, Files
from turnout.project.snapshot import Snapshot
from turnout.settings import Settings


@dataclass(frozen=True)
class Held:
    """An editor holds this text: it counts instead of the file on disk, from the opening to the closing."""

    path: str
    data: bytes | str
    version: int | None


@dataclass(frozen=True)
class Released:
    """The editor closed the file: the disk counts again."""

    path: str


@dataclass(frozen=True)
class Touched:
    """Something happened to the file on disk: made, changed or deleted. It is read again."""

    path: str


Change: TypeAlias = Held | Released | Touched


@dataclass(frozen=True)
class Progress:
    """How far a scan is: files read and files in all."""

    done: int
    total: int


class Workspace:
    """Only ``apply`` and ``scan`` change state; ``snapshot`` is cheap and frozen."""

    def __init__(self, files: Files, settings: Settings | None = None) -> None:
        raise NotImplementedError

    @staticmethod
    def on_disk(root: str, settings: Settings | None = None) -> Workspace:
        return Workspace(Disk(root), settings)

    def scan(self) -> Iterator[Progress]:
        """Read everything that was not read yet. Yields between files; the snapshot is complete when it ends."""
        raise NotImplementedError

    def apply(self, changes: Sequence[Change]) -> frozenset[str]:
        """Take in changes; returns the paths whose findings may have changed (the changed ones included)."""
        raise NotImplementedError

    def configure(self, settings: Settings) -> frozenset[str]:
        """New settings; returns the paths to judge again."""
        raise NotImplementedError

    @property
    def snapshot(self) -> Snapshot:
        raise NotImplementedError

"""A project at one moment: frozen, and all that rules, verdicts, hovers and conversions may ask."""

from __future__ import annotations

from turnout.settings import Settings
from turnout.text.source import SourceFile


class Snapshot:
    settings: Settings
    is_complete: bool
    """Whether the first scan has ended: before, nobody knows all callers."""

    def source(self, path: str) -> SourceFile | None:
        """The text of a file, the editor's if it is open, else the disk's."""
        raise NotImplementedError

    def paths(self) -> tuple[str, ...]:
        """Every code file that belongs to an app or to a package beside one."""
        raise NotImplementedError

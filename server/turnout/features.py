"""The façade: everything an editor or a terminal can ask, in plain data. ``lsp/`` and ``cli.py`` call nothing else.

A ``Project`` is one workspace folder. It changes only by ``apply``; every question is put to the frozen ``Snapshot`` of
the moment. All paths are POSIX style and relative to the project's root; all places are spans of bytes, which
``snapshot.source(path).lines`` turns into lines and columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from turnout.project.snapshot import Snapshot
from turnout.project.workspace import Change, Progress, Workspace
from turnout.settings import Settings, Severity
from turnout.text.edits import SourceChange
from turnout.text.span import Span

__all__ = [
    "Action", "Change", "Diagnostic", "Hover", "Place", "Progress", "Refusal", "Settings", "Snapshot", "Workspace",
    "actions", "check", "hover", "resolve",
]  # fmt: skip

Category: TypeAlias = Literal["build", "runtime", "security", "choice"]
ActionKind: TypeAlias = Literal[
    "quickfix",
    "source.fixAll.turnout",
    "refactor.rewrite.turnout.toServerAction",
    "refactor.rewrite.turnout.toRouteHandler",
]


@dataclass(frozen=True)
class Place:
    """Somewhere in the project, with a sentence about it."""

    path: str
    span: Span
    text: str = ""


@dataclass(frozen=True)
class Diagnostic:
    """One finding as an editor shows it."""

    path: str
    span: Span
    code: str
    severity: Severity
    category: Category
    message: str
    docs: str
    """The address of the official page."""
    fixes: tuple[str, ...]
    """Titles of its quick fixes."""
    related: tuple[Place, ...] = ()
    is_unnecessary: bool = False
    is_deprecated: bool = False


@dataclass(frozen=True)
class Hover:
    span: Span
    markdown: str


@dataclass(frozen=True)
class Action:
    """A code action before its edit is made. ``data`` is JSON and is all that ``resolve`` needs."""

    title: str
    kind: ActionKind
    data: Mapping[str, Any]
    is_preferred: bool = False
    disabled: str | None = None
    """Why it can't be done here; None when it can."""
    fixes: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """Why something can't be done, and where the reason stands."""

    reason: str
    at: Place | None = None


def check(snapshot: Snapshot, path: str) -> tuple[Diagnostic, ...]:
    """The findings of one file, in order of their places. Before the first scan: what the file alone shows."""
    raise NotImplementedError


def hover(snapshot: Snapshot, path: str, offset: int) -> Hover | None:
    """What to show for the thing at a place."""
    raise NotImplementedError


def actions(snapshot: Snapshot, path: str, span: Span, kinds: Sequence[str]) -> tuple[Action, ...]:
    """The code actions for a selection. ``kinds`` are kind prefixes, empty for all."""
    raise NotImplementedError


def resolve(snapshot: Snapshot, data: Mapping[str, Any]) -> SourceChange | Refusal:
    """The edit of an action, made anew from its data."""
    raise NotImplementedError


def scan(workspace: Workspace) -> Iterator[Progress]:
    """The first reading of a project: yields between files, may be dropped at any yield."""
    return workspace.scan()

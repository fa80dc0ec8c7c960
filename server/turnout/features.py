"""The façade: what an editor or a terminal can ask, in plain data; ``lsp/`` and ``cli`` call nothing else.

A ``Workspace`` is one folder. It changes only by ``apply``; every question is put to the frozen ``Snapshot``
of the moment. All paths are POSIX style and relative to the folder; all places are spans of bytes, which
``snapshot.source(path).lines`` turns into lines and columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from turnout.project import roots
from turnout.project.files import CONFIG_NAMES
from turnout.project.snapshot import Snapshot
from turnout.project.workspace import Change, Held, Progress, Released, Touched, Workspace
from turnout.settings import Settings, Severity
from turnout.syntax.grammar import SUFFIXES
from turnout.text.edits import SourceChange
from turnout.text.span import Span

__all__ = [
    "Action", "AppMap", "Caller", "Change", "Diagnostic", "Entry", "Evidence", "Held", "Hover", "Place", "Progress",
    "Refusal", "Released", "RulePage", "Settings", "Snapshot", "Target", "Touched", "Workspace",
    "actions", "app_maps", "check", "convert", "explain", "hover", "project_root", "resolve", "rules", "scan",
    "watched",
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
    """The findings of one file, in order of their places. Before the first scan: what it alone shows."""
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


EntryKind: TypeAlias = Literal["api-route", "route-handler", "server-action"]
Answer: TypeAlias = Literal["http-endpoint", "server-action", "server-function", "unused"]
Confidence: TypeAlias = Literal["high", "medium", "low"]
Router: TypeAlias = Literal["app", "pages"]
Side: TypeAlias = Literal["client", "server", "test", "outside"]
Target: TypeAlias = Literal["server-action", "route-handler"]


@dataclass(frozen=True)
class Caller:
    """One use of an entry: a request to its URL, or a call of the action."""

    path: str
    span: Span
    side: Side
    how: str
    """In a word or two: ``fetch``, ``form action``, ``useActionState``."""
    method: str | None = None
    """The HTTP method of a request, None for the uses of an action."""


@dataclass(frozen=True)
class Evidence:
    """One reason of a verdict and the answer it speaks for."""

    signal: str
    answer: Answer
    text: str
    path: str
    span: Span


@dataclass(frozen=True)
class Entry:
    """One thing that a browser can reach on the server, with what it should be."""

    kind: EntryKind
    path: str
    span: Span
    """Its name, or what stands for a name."""
    symbol: str
    """``default``, ``POST``, or the action's name."""
    url: str | None
    """The URL pattern of a route; an action has none."""
    verdict: Answer
    confidence: Confidence
    callers: tuple[Caller, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_misplaced(self) -> bool:
        """Whether it is one kind of thing and should be another."""
        is_action = self.kind == "server-action"
        return self.verdict != ("server-action" if is_action else "http-endpoint")


@dataclass(frozen=True)
class AppMap:
    """One Next.js app and all its entries, in order of path and place."""

    root: str
    """Relative to the project's root; empty for the root itself."""
    next: str | None
    """The version of Next.js as far as it is known: ``15.1.0``, or a range as package.json gives it."""
    routers: tuple[Router, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class RulePage:
    """One rule as documentation."""

    code: str
    severity: Severity
    category: Category
    title: str
    """The sentence for tables."""
    page: str
    """The whole page in Markdown, without a heading for the code."""
    docs: str
    """The address of the official page."""


def app_maps(snapshot: Snapshot) -> tuple[AppMap, ...]:
    """Every app of a project with its entries and their verdicts."""
    raise NotImplementedError


def rules() -> tuple[RulePage, ...]:
    """Every rule, in order of code."""
    raise NotImplementedError


def explain(snapshot: Snapshot, path: str, offset: int) -> str | None:
    """What ``hover`` says, with a verdict's arithmetic, in Markdown; None where nothing is to be said."""
    raise NotImplementedError


def convert(snapshot: Snapshot, path: str, symbol: str | None, to: Target) -> SourceChange | Refusal:
    """An entry turned into ``to`` with its callers. Without ``symbol``: all entries of the file, or none."""
    raise NotImplementedError


def project_root(path: str) -> str | None:
    """The folder (absolute) to read for a file or folder, so that whoever may call its code is read too.

    The nearest folder from it upwards that is a monorepo's root, else the nearest with Next.js. None where
    there is neither: nothing is to be found there.
    """
    return roots.project_root(path)


def watched() -> tuple[str, ...]:
    """Globs of the files on disk whose changes matter, as editors watch them."""
    suffixes = ",".join(sorted(suffix.removeprefix(".") for suffix in SUFFIXES))
    return (f"**/*.{{{suffixes}}}", f"**/{{{','.join(sorted(CONFIG_NAMES))}}}", "**/tsconfig.*.json")

"""The plain data that the façade speaks: what a terminal or an editor gets to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from turnout.settings import Severity
from turnout.text.edits import Edit
from turnout.text.span import Span

Category: TypeAlias = Literal["build", "runtime", "security", "choice"]
ActionKind: TypeAlias = Literal[
    "quickfix",
    "source.fixAll.turnout",
    "refactor.rewrite.turnout.toServerAction",
    "refactor.rewrite.turnout.toRouteHandler",
    "refactor.rewrite.turnout.toServerFunction",
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
class Fixed:
    """A finding that a fix has done away with; its place is that in the text before."""

    finding: Diagnostic
    title: str
    """Of the fix."""


@dataclass(frozen=True)
class Repair:
    """What the safe fixes make of one file."""

    path: str
    fixed: tuple[Fixed, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Refusal:
    """Why something can't be done, and where the reason stands."""

    reason: str
    at: Place | None = None
    can_stay: bool = False
    """Whether the same can be done with the entry left for callers that can't follow."""


@dataclass(frozen=True)
class Definition:
    """Where the text at ``span`` leads."""

    span: Span
    places: tuple[Place, ...]


@dataclass(frozen=True)
class References:
    """What the text at a place stands for, and everything that calls it."""

    declarations: tuple[Place, ...]
    callers: tuple[Place, ...]


@dataclass(frozen=True)
class Lens:
    """A place to put a lens above. ``data`` is JSON and is all that ``lens`` needs."""

    span: Span
    data: Mapping[str, Any]


@dataclass(frozen=True)
class LensText:
    """The two halves of a lens: who calls, and what the entry should be."""

    callers: str
    places: tuple[Place, ...]
    verdict: str


@dataclass(frozen=True)
class Completion:
    """A URL of the app that can be written in place of ``span``."""

    url: str
    methods: tuple[str, ...]
    text: str
    span: Span


@dataclass(frozen=True)
class Symbol:
    """An endpoint or action as something to search for."""

    name: str
    is_action: bool
    place: Place
    app: str


EntryKind: TypeAlias = Literal["api-route", "route-handler", "server-action"]
Answer: TypeAlias = Literal["http-endpoint", "server-action", "server-function", "unused"]
Confidence: TypeAlias = Literal["high", "medium", "low"]
Router: TypeAlias = Literal["app", "pages"]
Side: TypeAlias = Literal["client", "server", "test", "outside"]
Target: TypeAlias = Literal["server-action", "route-handler", "server-function"]


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
    """One reason of a verdict and the answer it is about."""

    signal: str
    answer: Answer
    text: str
    path: str
    span: Span
    weight: int = 1
    """Points for the answer, negative ones against it."""

    def speaks_for(self, answer: Answer) -> bool:
        return (self.answer == answer) == (self.weight > 0)


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
    name: str = ""
    """What people call it: ``POST /api/tasks``, ``saveTask``."""
    said: str = ""
    """The verdict in words: ``Better as a Server Action``."""
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

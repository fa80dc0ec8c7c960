"""What can be called from outside its file: API routes, the methods of route handlers, Server Actions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.model.requests import How
from turnout.model.uses import UseHow
from turnout.project.routes import Route
from turnout.text.span import Span

EntryKind: TypeAlias = Literal["api-route", "route-handler", "server-action"]
Side: TypeAlias = Literal["client", "server", "test", "outside"]
Router: TypeAlias = Literal["app", "pages"]


@dataclass(frozen=True)
class Entry:
    """One endpoint or action. For an API route ``symbol`` is ``default``, for a handler the method, else the name."""

    kind: EntryKind
    app: str
    """The root of the app that it belongs to."""
    path: str
    symbol: str
    span: Span = field(compare=False)
    """The name where it is exported or declared."""
    url: str | None = None
    """The URL pattern with the app's basePath, ``/api/users/[id]``; None for actions."""
    methods: tuple[str, ...] = ()
    """What it answers to: a handler's one, those that an API route tells apart (none: any); empty for actions."""
    route: Route | None = None
    is_inline: bool = False
    origin: tuple[str, str] | None = None
    """Where it really stands when this is a re-export: path and exported name."""

    def __hash__(self) -> int:
        # Looked up all the time; these three tell entries apart, and a hash of all fields costs ten times as much.
        return hash((self.path, self.symbol, self.kind))

    @property
    def method(self) -> str | None:
        """The one method that it answers to; None for several, any, or an action."""
        return self.methods[0] if len(self.methods) == 1 else None

    @property
    def name(self) -> str:
        """What people call it: ``POST /api/users``, ``saveUser``, ``this action`` when it has no name."""
        if self.url is None:
            # The second inline ``save`` of a file is ``save#2``, one without a name ``#1``.
            return self.symbol.partition("#")[0] or "this action"
        methods = "/".join(self.methods) if self.kind == "api-route" else self.symbol
        return f"{methods} {self.url}".strip()


@dataclass(frozen=True)
class Caller:
    """One place that calls an entry."""

    path: str
    span: Span = field(compare=False)
    side: Side
    how: How | UseHow
    method: str | None
    """The HTTP method, None for actions and where the code doesn't say."""
    routers: frozenset[Router]
    """Which routers' code the calling file is part of; empty when nothing reaches it."""
    whole: Span = field(default=Span(0, 0), compare=False)
    """The whole call."""
    text: str = ""
    """The URL or the expression as written there, for people."""
    is_sure: bool = True
    """False when holes in the URL leave other routes open too, or when the URL is only mentioned."""
    is_sometimes: bool = False
    """Whether it surely calls at some time: by one of several URLs (a condition, a prop), each of which is clear."""

    @property
    def is_certain(self) -> bool:
        """Whether this place surely calls the entry, be it at times only."""
        return self.is_sure or self.is_sometimes

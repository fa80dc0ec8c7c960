"""One entry with everything that speaks about it, as a signal sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from turnout.model import code as c
from turnout.model.handler import Implementation, Wrapper, routed
from turnout.model.module import Module
from turnout.model.phase import Phase
from turnout.model.requests import Request
from turnout.model.uses import Use
from turnout.project.discover import App
from turnout.project.effects import Trace, Traced, function_behind, trace
from turnout.project.entries import Caller, Entry
from turnout.project.snapshot import Snapshot
from turnout.verdicts.sides import settled


@dataclass(frozen=True)
class Contact:
    """A caller with what the calling file says about the call."""

    caller: Caller
    phase: Phase
    use: Use | None = None
    request: Request | None = None
    is_from_pages: bool = False
    """Whether the Pages Router's code calls, and not the App Router's."""

    @property
    def is_query(self) -> bool:
        """Whether a query library calls when it likes to: SWR, react-query."""
        if self.caller.how == "swr" or self.phase == "query":
            return True
        detail = self.use.detail if self.use is not None else ""
        return detail in ("queryFn", "fetcher", "useSWR", "useSWRImmutable", "useSWRInfinite", "useQuery", "usePromise")


@dataclass(frozen=True)
class EntryView:
    """What signals ask. Everything is worked out when it is first asked for."""

    project: Snapshot
    entry: Entry
    app: App | None
    callers: tuple[Caller, ...]
    module: Module | None
    """The file that holds the function."""
    implementation: Implementation | None

    @property
    def function(self) -> c.Function | None:
        return self.implementation.function if self.implementation is not None else None

    @property
    def wrappers(self) -> tuple[Wrapper, ...]:
        return self.implementation.wrappers if self.implementation is not None else ()

    @property
    def is_action(self) -> bool:
        return self.entry.kind == "server-action"

    @cached_property
    def url(self) -> str:
        """The URL pattern in lower case, empty for actions."""
        return (self.entry.url or "").lower()

    @cached_property
    def methods(self) -> frozenset[str]:
        """The methods that the entry answers; empty for an API route that does not look."""
        return frozenset(self.entry.methods)

    @cached_property
    def bodies(self) -> tuple[c.Code, ...]:
        """The functions that answer: the one behind the export, else all that stand in the exported value."""
        if self.function is not None:
            return (self.function,)
        if self.module is None:
            return ()
        symbol = self.entry.origin[1] if self.entry.origin is not None else self.entry.symbol
        export = self.module.export(symbol)
        if export is not None and (routes := routed(self.module, export.value)):
            return tuple(function for _, function in routes)
        return (export.value,) if export is not None and export.value is not None else ()

    @cached_property
    def trace(self) -> Trace:
        """What the entry does, wrappers aside."""
        if self.module is None:
            return Trace((), ())
        named = [function for body in self.bodies for function in self._named_in(body)]
        return trace(self.project, self.module, (*self.bodies, *named))

    def _named_in(self, body: c.Code) -> Iterator[c.Function]:
        """``handler({ GET: list, POST: create })``: the functions of the file that are named there."""
        if isinstance(body, c.Function) or self.module is None:
            return
        for each in c.walk(body):
            if isinstance(each, c.Name):
                binding = self.module.scopes.binding(each)
                value = c.bare(binding.value) if binding is not None and binding.value is not None else None
                if isinstance(value, c.Function):
                    yield value

    @cached_property
    def guards(self) -> Trace:
        """What the wrappers around the function do, and what they were given."""
        effects: list[Traced] = []
        for wrapper in self.wrappers:
            if wrapper.callee is None or self.module is None:
                continue
            found = function_behind(self.project, self.module, wrapper.callee)
            if found is not None:
                effects += trace(self.project, found[0], (found[1],)).effects
        return Trace(tuple(effects), ())

    def seen(self, *kinds: str) -> tuple[Traced, ...]:
        """Effects of some kinds in the function or its wrappers, the nearest first."""
        return (*self.trace.of(*kinds), *self.guards.of(*kinds))

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """The callers outside of tests."""
        return tuple(self._contact(caller) for caller in self.callers if caller.side != "test")

    @cached_property
    def requests(self) -> tuple[Contact, ...]:
        """Callers that really ask: mentions, cache keys and documents left out."""
        return tuple(each for each in self.contacts if each.caller.how not in ("mention", "swr-key", "openapi"))

    @cached_property
    def client(self) -> tuple[Contact, ...]:
        return tuple(each for each in self.requests if _is_client(each))

    @cached_property
    def server(self) -> tuple[Contact, ...]:
        return tuple(each for each in self.requests if each.caller.side == "server" and not _is_client(each))

    @cached_property
    def outside(self) -> tuple[Contact, ...]:
        return tuple(each for each in self.requests if each.caller.side == "outside")

    @cached_property
    def name(self) -> str:
        """The name by which people know what it does."""
        return self.entry.symbol if self.is_action else self.entry.url or ""

    def _contact(self, caller: Caller) -> Contact:
        surface = self.project.surface(caller.path)
        pages = "pages" in caller.routers and "app" not in caller.routers
        if surface is not None:
            for use in surface.uses:
                if use.span == caller.span:
                    return Contact(caller, use.phase, use=use, is_from_pages=pages)
            for request in surface.requests:
                if request.url_span == caller.span:
                    return Contact(caller, request.phase, request=request, is_from_pages=pages)
        return Contact(caller, "function", is_from_pages=pages)


def _is_client(contact: Contact) -> bool:
    """The browser's side; hooks that nothing imports yet are the browser's too."""
    how, side = contact.caller.how, contact.caller.side
    return side == "client" or (side == "server" and how in ("swr", "swr-mutation", "event-source", "ai", "beacon"))


def view_of(project: Snapshot, entry: Entry) -> EntryView:
    """Gather what is known about an entry."""
    found = project.implementation(entry)
    app = next((each for each in project.apps if each.root == entry.app), None)
    return EntryView(
        project,
        entry,
        app,
        tuple(settled(project, caller) for caller in project.callers(entry)),
        found[0] if found is not None else project.module(entry.path),
        found[1] if found is not None else None,
    )

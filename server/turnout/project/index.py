"""What all surfaces say together: who imports whom, which routes there are, what calls what.

An index is made from surfaces alone and never changes. What it works out per file is kept from the index before it
when nothing that it depends on has changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from turnout.model.requests import METHODS, Request
from turnout.model.strings import Hole, Text
from turnout.model.surface import Surface, SurfaceExport
from turnout.project.boundary import (
    APP_LAYERS,
    CLIENT_LAYERS,
    PAGES_LAYERS,
    START,
    Edge,
    Layer,
    Reached,
    reach,
)
from turnout.project.calls import Calls, Meant
from turnout.project.discover import App, belongs_to
from turnout.project.entries import Caller, Entry, Router, Side
from turnout.project.resolve import Resolver
from turnout.project.roles import Role, role_of
from turnout.project.routes import HOLE, Route, RouteTable, route_of
from turnout.text.span import Span


@dataclass(frozen=True)
class Target:
    """What one request of a file leads to, wrappers and imported constants worked out."""

    request: Request
    urls: tuple[Text, ...]
    """The URLs that are asked for in the end."""
    methods: tuple[str, ...] | None
    routes: tuple[Route, ...]
    """The endpoint routes (and pages) that the URLs can mean, best first; empty when none answers."""
    entries: tuple[Entry, ...]
    """The endpoints among them that answer one of the methods (all methods when they are not known)."""
    is_local: bool
    """Whether the URL is certainly this app's own: it begins with ``/`` or with the app's own origin."""
    via_wrapper: bool = False
    """Whether the project's own function makes the request."""
    is_clear: bool = False
    """Whether each of the URLs means one route at most, so that all of them are surely asked for at some time."""


_ASKS_NOTHING = frozenset({"mention", "openapi"})


class Index:
    """Pure: the same surfaces give the same answers."""

    def __init__(
        self,
        surfaces: Mapping[str, Surface],
        apps: tuple[App, ...],
        resolver: Resolver,
        before: Index | None = None,
    ) -> None:
        self.surfaces = surfaces
        self.apps = apps
        self.resolver = resolver
        self._app_of: dict[str, App | None] = {}
        self._edges: dict[str, tuple[Surface, tuple[Edge, ...]]] = {}
        self._entries: dict[str, tuple[Surface, tuple[Entry, ...]]] = {}
        self._targets: dict[str, tuple[Surface, tuple[Target, ...]]] = {}
        self._given: dict[str, tuple[Surface, tuple[tuple[Entry, Caller], ...]]] = {}
        self._origins: dict[tuple[str, str], tuple[str, str] | None] = {}
        if before is not None and before.apps == apps and before.surfaces.keys() == surfaces.keys():
            self._keep(before)

    def _keep(self, before: Index) -> None:
        """Take over what the index before worked out, as far as the changed surfaces let it stand."""
        changed = [
            (surface, old) for path, surface in self.surfaces.items() if (old := before.surfaces[path]) is not surface
        ]
        self._app_of, self._edges = before._app_of, before._edges
        kept = ["_routes", "_tables"]
        moved = {surface.path for surface, old in changed if surface.imports != old.imports}
        is_moved = bool(moved) or any(surface.directive != old.directive for surface, old in changed)
        if not is_moved:
            kept += ["_importers", "_reached"]
        self.__dict__.update({name: before.__dict__[name] for name in kept if name in before.__dict__})
        if any(_defined_part(surface) != _defined_part(old) for surface, old in changed):
            return
        if is_moved and ("_reached" not in before.__dict__ or self._reached != before._reached):
            return
        self._entries, self._origins = before._entries, before._origins
        passing = moved | {surface.path for surface, old in changed if _passing_part(surface) != _passing_part(old)}
        if not passing:
            self._targets, self._given = before._targets, before._given
            if "_calls" in before.__dict__:
                self.__dict__["_calls"] = before._calls
            return
        near = self._near(passing) | before._near(passing)
        self._targets = {path: each for path, each in before._targets.items() if path not in near}
        self._given = {path: each for path, each in before._given.items() if path not in near}

    def _near(self, paths: Iterable[str]) -> set[str]:
        """Files whose calls may mean something else when these pass on something else: who uses them, whom they use."""

        def used(path: str) -> Iterable[str]:
            return (each.to for each in self.edges(path))

        return _behind(paths, self.importers) | _behind(paths, used)

    # ------------------------------------------------------------------ apps

    def app_of(self, path: str) -> App | None:
        """The app that owns a file."""
        if path not in self._app_of:
            self._app_of[path] = belongs_to(self.apps, path)
        return self._app_of[path]

    def role(self, path: str) -> Role:
        app = self.app_of(path)
        return role_of(app, path) if app is not None else "module"

    @cached_property
    def _routes(self) -> Mapping[str, Route]:
        found: dict[str, Route] = {}
        for path in self.surfaces:
            app = self.app_of(path)
            route = route_of(app, path) if app is not None else None
            if route is not None:
                found[path] = route
        return found

    @cached_property
    def _tables(self) -> Mapping[str, RouteTable]:
        return {
            app.root: RouteTable([route for route in self._routes.values() if route.app == app.root], app)
            for app in self.apps
        }

    def route(self, path: str) -> Route | None:
        return self._routes.get(path)

    def table(self, app: App) -> RouteTable:
        return self._tables[app.root]

    # --------------------------------------------------------------- imports

    def resolve(self, path: str, specifier: str) -> str | None:
        return self.resolver.resolve(path, specifier)

    def edges(self, path: str) -> tuple[Edge, ...]:
        """The files that a file imports, types excepted."""
        surface = self.surfaces.get(path)
        if surface is None:
            return ()
        kept = self._edges.get(path)
        if kept is not None and kept[0] is surface:
            return kept[1]
        found: dict[str, Edge] = {}
        for each in surface.imports:
            if (each.type_only or each.is_erased) and not (each.is_erased and self._keeps_erased(path)):
                continue
            to = self.resolver.resolve(path, each.source)
            if to is not None and (to not in found or found[to].is_data_only):
                found[to] = Edge(to, each.is_data_only)
        self._edges[path] = (surface, tuple(found.values()))
        return self._edges[path][1]

    def _keeps_erased(self, path: str) -> bool:
        """Whether imports of which only types are used lead to their files nevertheless, for all that is seen."""
        app = self.app_of(path)
        return app is not None and app.bundler == "turbopack" and self.resolver.is_verbatim(path)

    @cached_property
    def _importers(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for path in self.surfaces:
            for edge in self.edges(path):
                found.setdefault(edge.to, set()).add(path)
        return {path: frozenset(paths) for path, paths in found.items()}

    def importers(self, path: str) -> frozenset[str]:
        return self._importers.get(path, frozenset())

    def origin(self, path: str, name: str) -> tuple[str, str] | None:
        """The file and exported name behind an export, through re-exports. ``(file, '*')`` is a namespace."""
        key = (path, name)
        if key not in self._origins:
            self._origins[key] = self._find_origin(path, name, frozenset())
        return self._origins[key]

    def _find_origin(self, path: str, name: str, seen: frozenset[tuple[str, str]]) -> tuple[str, str] | None:
        surface = self.surfaces.get(path)
        if surface is None or (path, name) in seen or len(seen) > 12:
            return None
        if name == "*":
            return path, "*"
        seen = seen | {(path, name)}
        for export in surface.exports:
            if export.name == name and export.kind != "type":
                if export.source is None:
                    return path, name
                to = self.resolver.resolve(path, export.source)
                return self._find_origin(to, export.imported or name, seen) if to is not None else None
        if name != "default":
            for export in surface.exports:
                if export.name == "*" and export.source is not None and export.kind != "type":
                    to = self.resolver.resolve(path, export.source)
                    found = self._find_origin(to, name, seen) if to is not None else None
                    if found is not None:
                        return found
        return None

    def followed(self, path: str, source: str, imported: str) -> tuple[str, str] | None:
        """The file and export that an import means."""
        to = self.resolver.resolve(path, source)
        return self.origin(to, imported) if to is not None else None

    # ---------------------------------------------------------------- layers

    @cached_property
    def _reached(self) -> Mapping[str, frozenset[Reached]]:
        starts: list[tuple[str, Reached]] = []
        for path in self.surfaces:
            app = self.app_of(path)
            layer = START.get(self.role(path)) if app is not None else None
            if app is not None and layer is not None:
                starts.append((path, Reached(app.root, layer)))
        return reach(starts, self.edges, self.surfaces)

    def reached(self, path: str) -> frozenset[Reached]:
        """By which app and layer a file is reached."""
        return self._reached.get(path, frozenset())

    def layers(self, path: str) -> frozenset[Layer]:
        return frozenset(each.layer for each in self.reached(path))

    def entry_points(self, path: str, layer: Layer) -> tuple[str, ...]:
        """The entry points (pages, layouts …) that bring a file into a layer, nearest first."""
        seen = {path}
        pending = [path]
        found: list[str] = []
        while pending:
            level: list[str] = []
            for current in pending:
                if START.get(self.role(current)) == layer:
                    found.append(current)
                level += sorted(
                    each for each in self.importers(current) if each not in seen and layer in self.layers(each)
                )
                seen.update(level)
            pending = level
        return tuple(found)

    # --------------------------------------------------------------- entries

    def entries(self, path: str) -> tuple[Entry, ...]:
        surface = self.surfaces.get(path)
        if surface is None:
            return ()
        kept = self._entries.get(path)
        if kept is None or kept[0] is not surface:
            self._entries[path] = kept = (surface, tuple(self._find_entries(path, surface)))
        return kept[1]

    def all_entries(self, app: App | None) -> tuple[Entry, ...]:
        return tuple(
            entry
            for path in sorted(self.surfaces)
            for entry in self.entries(path)
            if app is None or entry.app == app.root
        )

    def _find_entries(self, path: str, surface: Surface) -> Iterator[Entry]:
        app = self.app_of(path)
        if app is None:
            # An action in a package beside the apps belongs to the first app that reaches it.
            roots = sorted({each.app for each in self.reached(path)})
            app = next((each for each in self.apps if roots and each.root == roots[0]), None)
            if app is None:
                return
        role = self.role(path)
        if role == "route-handler":
            yield from self._handlers(app, surface)
        elif role == "api-route":
            yield from self._api_route(app, surface)
        if role not in ("test", "next-config"):
            yield from self._actions(app, surface)

    def _handlers(self, app: App, surface: Surface) -> Iterator[Entry]:
        route = self._routes.get(surface.path)
        if route is None:
            return
        for export in self._exported(surface):
            if export.name in METHODS:
                origin = self.origin(surface.path, export.name)
                yield Entry(
                    "route-handler", app.root, surface.path, export.name, export.span, route.url, (export.name,), route,
                    origin=origin if origin is not None and origin[0] != surface.path else None,
                )  # fmt: skip

    def _exported(self, surface: Surface) -> Iterator[SurfaceExport]:
        """The exports of a file, ``export *`` spelt out."""
        names = {export.name for export in surface.exports}
        for export in surface.exports:
            if export.kind == "type":
                continue
            if export.name != "*" or export.source is None:
                yield export
                continue
            to = self.resolver.resolve(surface.path, export.source)
            for name in METHODS:
                if name not in names and to is not None and self.origin(to, name) is not None:
                    yield SurfaceExport(name, "unknown", False, export.source, name, span=export.span)

    def _api_route(self, app: App, surface: Surface) -> Iterator[Entry]:
        route = self._routes.get(surface.path)
        export = next((each for each in surface.exports if each.name == "default"), None)
        if route is None or export is None:
            return
        origin = self.origin(surface.path, "default")
        moved = origin if origin is not None and origin[0] != surface.path else None
        behind = self.surfaces.get(moved[0]) if moved is not None else surface
        dispatch = behind.dispatch if behind is not None else None
        yield Entry(
            "api-route", app.root, surface.path, "default", export.span, route.url,
            dispatch.methods if dispatch is not None else (), route, origin=moved,
        )  # fmt: skip

    def _actions(self, app: App, surface: Surface) -> Iterator[Entry]:
        if surface.directive == "use server":
            for export in surface.exports:
                if export.kind in ("type", "class", "object") or export.name == "*":
                    continue
                if export.kind == "call" and not export.wraps:
                    continue
                if export.kind == "other":
                    continue
                origin = self.origin(surface.path, export.name)
                yield Entry(
                    "server-action", app.root, surface.path, export.name, export.span,
                    origin=origin if origin is not None and origin[0] != surface.path else None,
                )  # fmt: skip
        exported = {export.span for export in surface.exports} if surface.directive == "use server" else set[Span]()
        for action in surface.inline_actions:
            if action.span not in exported:
                yield Entry("server-action", app.root, surface.path, action.name, action.span, is_inline=True)

    def action(self, path: str, source: str | None, imported: str) -> Entry | None:
        """The Server Action that a name means in a file; ``source`` None for the file's own functions."""
        if source is None:
            return next(
                (each for each in self.entries(path) if each.kind == "server-action" and each.symbol == imported),
                None,
            )
        to = self.resolver.resolve(path, source)
        if to is None:
            return None
        # A barrel may re-export the action; the first 'use server' file on the way is where it is one.
        for file, name in ((to, imported), self.origin(to, imported) or (to, imported)):
            found = next(
                (each for each in self.entries(file) if each.kind == "server-action" and each.symbol == name and
                 (not each.is_inline or any(export.name == name for export in self.surfaces[file].exports))),
                None,
            )  # fmt: skip
            if found is not None:
                return found
        return None

    # --------------------------------------------------------------- callers

    @cached_property
    def _calls(self) -> Calls:
        return Calls(self.surfaces, self.followed)

    def targets(self, path: str) -> tuple[Target, ...]:
        surface = self.surfaces.get(path)
        if surface is None:
            return ()
        kept = self._targets.get(path)
        if kept is None or kept[0] is not surface:
            self._targets[path] = kept = (surface, tuple(self._find_targets(path, surface)))
        return kept[1]

    def _find_targets(self, path: str, surface: Surface) -> Iterator[Target]:
        for request in surface.requests:
            meant = self._calls.meaning(path, request)
            if meant is not None:
                yield self._target(path, request, meant)

    def _target(self, path: str, request: Request, meant: Meant) -> Target:
        tables = self._tables_for(path)
        routes: dict[str, Route] = {}
        local = False
        clear = True
        for url in meant.urls:
            address = address_of(url)
            if address is None:
                continue
            local = local or address.is_local
            if is_vague(address):
                continue
            matched = [route for table in tables for route in table.match(address.parts) if address.may_mean(route)]
            clear = clear and address.is_local and len(matched) <= 1
            for route in matched:
                routes.setdefault(route.path, route)
        entries = tuple(entry for route in routes.values() for entry in self._answering(route, meant.methods))
        if meant.how is not None:
            request = replace(request, how=meant.how)
        return Target(
            request, meant.urls, meant.methods, tuple(routes.values()), entries, local, meant.via_wrapper, clear
        )

    def _further(self, path: str, target: Target) -> Iterator[Target]:
        """What a request leads to besides: by what its wrapper does more, and what the component is given."""
        if target.request.how not in _ASKS_NOTHING:
            meant = Meant(target.urls, target.methods, target.via_wrapper)
            for each in self._calls.more(path, target.request, meant):
                yield self._target(path, target.request, each)

    def _tables_for(self, path: str) -> tuple[RouteTable, ...]:
        """The apps whose routes a file can mean by ``/api/x``: its own; for a shared package all that reach it."""
        app = self.app_of(path)
        if app is not None:
            return (self._tables[app.root],)
        roots = {each.app for each in self.reached(path)} or {app.root for app in self.apps}
        return tuple(self._tables[root] for root in sorted(roots))

    def _answering(self, route: Route, methods: tuple[str, ...] | None) -> Iterator[Entry]:
        for entry in self.entries(route.path):
            if entry.kind == "server-action":
                continue
            answered = {entry.symbol, "HEAD"} if entry.symbol == "GET" else {entry.symbol}
            if methods is None or entry.kind == "api-route" or answered & set(methods):
                yield entry

    @cached_property
    def _callers(self) -> Mapping[Entry, tuple[Caller, ...]]:
        found: dict[Entry, list[Caller]] = {}
        for path in sorted(self.surfaces):
            for entry, caller in self._callers_in(path):
                found.setdefault(entry, []).append(caller)
        return {entry: tuple(callers) for entry, callers in found.items()}

    def _callers_in(self, path: str) -> tuple[tuple[Entry, Caller], ...]:
        """The calls of entries that stand in one file."""
        surface = self.surfaces[path]
        kept = self._given.get(path)
        if kept is None or kept[0] is not surface:
            calls: dict[tuple[Entry, Span], Caller] = {}
            for entry, caller in self._find_callers(path, surface):
                calls.setdefault((entry, caller.span), caller)
            found = tuple((entry, caller) for (entry, _), caller in calls.items())
            self._given[path] = kept = (surface, found)
        return kept[1]

    def _find_callers(self, path: str, surface: Surface) -> Iterator[tuple[Entry, Caller]]:
        for target in self.targets(path):
            if target.request.how == "mention" and self._is_requested_elsewhere(surface, target.request):
                continue
            for entry in target.entries:
                yield entry, self._requesting(path, target, entry, is_direct=True)
            for further in self._further(path, target):
                for entry in further.entries:
                    yield entry, self._requesting(path, further, entry, is_direct=False)
        for use in surface.uses:
            if use.how == "re-export":
                continue
            named = use.member if use.imported == "*" and use.member else use.imported
            entry = self.action(path, use.source, named)
            if entry is not None:
                side = self._side(path, entry.app, use.phase, use.how)
                routers = self._routers(path, entry.app)
                yield entry, Caller(path, use.span, side, use.how, None, routers, use.whole, use.local)
        for entry in self.entries(path):
            if entry.is_inline and _stands_in_place(surface, entry):
                # <form action={async () => { 'use server' … }}>: it is used where it is written.
                routers = self._routers(path, entry.app)
                yield entry, Caller(path, entry.span, "client", "form-action", None, routers, entry.span)

    def called_from(self, path: str) -> tuple[Entry, ...]:
        """The entries that a file calls or hands on."""
        return tuple(entry for entry, _ in self._callers_in(path)) if path in self.surfaces else ()

    def callers(self, entry: Entry) -> tuple[Caller, ...]:
        return self._callers.get(entry, ())

    def _is_requested_elsewhere(self, surface: Surface, mention: Request) -> bool:
        """``<Table endpoint="/api/users" />``: what the table does with it says more than the mention."""
        return any(
            set(mention.urls) <= set(prop.texts) and self._calls.is_requested(surface.path, prop)
            for prop in surface.props
        )

    def _requesting(self, path: str, target: Target, entry: Entry, *, is_direct: bool) -> Caller:
        request = target.request
        method: str | None = None
        if target.methods is not None:
            if entry.kind == "route-handler" and entry.symbol in target.methods:
                method = entry.symbol
            elif len(target.methods) == 1:
                method = target.methods[0]
        sure = request.how not in _ASKS_NOTHING and len({each.path for each in target.entries}) == 1 and target.is_local
        sometimes = request.how not in _ASKS_NOTHING and target.is_clear and target.is_local
        return Caller(
            path, request.url_span, self._side(path, entry.app, request.phase, request.how), request.how, method,
            self._routers(path, entry.app), request.span, "", sure and is_direct, sometimes,
        )  # fmt: skip

    def _routers(self, path: str, app: str) -> frozenset[Router]:
        layers = {each.layer for each in self.reached(path) if each.app == app}
        found: set[Router] = set()
        if layers & APP_LAYERS:
            found.add("app")
        if layers & PAGES_LAYERS:
            found.add("pages")
        return frozenset(found)

    def _side(self, path: str, app: str, phase: str, how: str) -> Side:
        """Who runs a call: the browser, the app's server, a test, or something that is not this app."""
        if self.role(path) == "test":
            return "test"
        if how in (
            "link",
            "resource",
            "form",
            "navigation",
            "form-action",
            "action-state",
            "hook",
            "prop",
            "bind",
        ):
            if how != "navigation" or phase not in ("function", "module"):
                return "client"
        layers = {each.layer for each in self.reached(path) if each.app == app}
        surface = self.surfaces[path]
        if not layers:
            owner = self.app_of(path)
            if owner is None or owner.root != app:
                return "outside"
            return "client" if surface.directive == "use client" or surface.has_jsx or _has_state(surface) else "server"
        if layers == {"test"}:
            return "test"
        if phase == "data":
            return "server"
        if surface.directive == "use client" or phase in ("event", "effect", "transition"):
            return "client"
        if layers & CLIENT_LAYERS:
            return "client"
        return "server"


_OF_THE_BROWSER = frozenset(
    {"useState", "useEffect", "useLayoutEffect", "useReducer", "useRef", "useContext", "useTransition", "useOptimistic"}
)


def _has_state(surface: Surface) -> bool:
    """Whether a file uses hooks of React that only run in the browser: nothing of it can be the server's."""
    taken = (name for each in surface.imports if each.source == "react" for name, _ in each.names)
    return any(name in _OF_THE_BROWSER for name in taken)


def _stands_in_place(surface: Surface, entry: Entry) -> bool:
    """Whether an inline action has no name that something could call it by."""
    return not any(use.source is None and use.imported == entry.symbol for use in surface.uses) and not any(
        entry.symbol in (export.local, export.name) for export in surface.exports
    )


@dataclass(frozen=True)
class Address:
    """The path part of a URL text."""

    parts: tuple[object, ...]
    is_local: bool

    def may_mean(self, route: Route) -> bool:
        """Whether what is not known to be this app's at all names one of the route's folders, at least.

        ``${folder}/${year}/${file}`` given to some storage could be ``/api/users/5``, if one were to guess.
        """
        if self.is_local or HOLE not in self.parts:
            return True
        text = "".join("\0" if part is HOLE else str(part) for part in self.parts).partition("?")[0]
        said = [each for each in text.split("/") if len(re.sub(r"\W", "", each)) > 1]
        names = [segment.name for segment in route.segments if segment.kind == "static"]
        names = [name for name in names if name != "api"] or names
        return any(re.fullmatch(re.escape(each).replace("\0", ".*"), name) for name in names for each in said)


_OWN_ORIGINS = (
    "origin", "SITE_URL", "APP_URL", "NEXTAUTH_URL", "AUTH_URL", "VERCEL_URL", "BASE_URL", "WEB_URL", "HOST", "baseUrl",
    "appUrl", "siteUrl", "getBaseUrl", "host", "protocol",
)  # fmt: skip


def address_of(url: Text) -> Address | None:
    """The path that a URL text asks for, its origin taken off; None for other hosts and for what shows no path.

    ``https://localhost:3000/api/x`` and ``${process.env.NEXT_PUBLIC_APP_URL}/api/x`` are this app's own; an origin of
    another name may be, and is then not called local.
    """
    parts = list(url)
    local = True
    first = parts[0]
    if isinstance(first, str) and first.startswith(("http://", "https://", "//")):
        rest = first.partition("//")[2]
        host, slash, path = rest.partition("/")
        if slash:
            name, _, port = host.partition(":")
            if name not in ("localhost", "127.0.0.1", "0.0.0.0", "[::1]"):
                return None
            # `next dev` takes 3000, or the next free one.
            local = not port or port.startswith("300")
            parts[0] = f"/{path}"
        elif len(parts) > 1 and isinstance(parts[1], Hole):  # `https://${host}/api/x`
            local = parts[1].is_origin or parts[1].name.endswith(_OWN_ORIGINS)
            parts = parts[2:]
            if not parts or not isinstance(parts[0], str) or not parts[0].startswith("/"):
                return None
        else:
            return None
    elif isinstance(first, Hole):
        if len(parts) < 2 or not isinstance(parts[1], str):
            return None
        if parts[1].startswith("/"):
            local = first.name.endswith(_OWN_ORIGINS)
            parts = parts[1:]
        elif first.is_origin and parts[1].startswith("api/"):
            parts = ["/" + parts[1], *parts[2:]]
            local = False
        else:
            return None
    elif not first.startswith("/"):
        if not first.startswith("api/"):
            return None
        parts[0], local = f"/{first}", False
    return Address(tuple(HOLE if isinstance(part, Hole) else part for part in parts), local)


def is_vague(address: Address) -> bool:
    """Whether a URL is made at run time to the point that it could be any: ``/${path}``, ``/api/${path}``."""
    known = [segment for part in address.parts if isinstance(part, str) for segment in part.split("/")]
    return len(address.parts) > 1 and not any(segment for segment in known if segment not in ("", "api"))


def _behind(paths: Iterable[str], following: Callable[[str], Iterable[str]]) -> set[str]:
    """These and all that follows from them."""
    seen = set(paths)
    pending = [*seen]
    while pending:
        more = {each for each in following(pending.pop()) if each not in seen}
        seen |= more
        pending += more
    return seen


def _defined_part(surface: Surface) -> tuple[object, ...]:
    """What of a surface other files' entries and addresses are worked out from."""
    return (
        surface.exports,
        surface.dispatch,
        surface.inline_actions,
        surface.constants,
        surface.clients,
        surface.aliases,
        surface.directive,
    )


def _passing_part(surface: Surface) -> tuple[object, ...]:
    """What of a surface the calls of files around it are worked out from: requests for others, and what it gives."""
    passing = tuple(
        request
        for request in surface.requests
        if any(isinstance(part, Hole) and part.parameter is not None for text in request.urls for part in text)
    )
    return surface.props, passing

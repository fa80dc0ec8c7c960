"""Which layer's code each file is part of: where Next.js runs it, and in which bundle it travels.

A file is reached from the entry points of an app along its imports. ``'use client'`` turns the App Router's server code
into client code; ``'use server'`` turns client code back into server code, but in the App Router only: the Pages Router
takes the directive for a string and bundles the file as it stands.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

from turnout.model.surface import Surface
from turnout.project.roles import Role

Layer: TypeAlias = Literal[
    "rsc", "app-client", "actions", "handler", "pages", "pages-server", "api", "middleware", "test"
]
"""``rsc``: the App Router's server components. ``app-client``: its client components. ``actions``: server code that
client code reaches through a ``'use server'`` file. ``handler``: route handlers. ``pages``: the Pages Router's pages,
browser bundle included; ``pages-server``: what only their data functions use. ``api``: pages/api."""

APP_LAYERS: frozenset[Layer] = frozenset({"rsc", "app-client", "actions", "handler"})
PAGES_LAYERS: frozenset[Layer] = frozenset({"pages", "pages-server", "api"})
CLIENT_LAYERS: frozenset[Layer] = frozenset({"app-client", "pages"})
SERVER_LAYERS: frozenset[Layer] = frozenset({"rsc", "actions", "handler", "pages-server", "api", "middleware"})

START: Mapping[Role, Layer] = {
    "page": "rsc", "layout": "rsc", "template": "rsc", "loading": "rsc", "error": "rsc", "not-found": "rsc",
    "default": "rsc", "metadata": "handler", "route-handler": "handler", "api-route": "api", "pages-page": "pages",
    "pages-special": "pages", "middleware": "middleware", "instrumentation": "handler", "test": "test",
}  # fmt: skip
"""Where each kind of entry point begins."""


class Edge(NamedTuple):
    """An import that was resolved: the file it leads to."""

    to: str
    is_data_only: bool


class Reached(NamedTuple):
    """A layer of one app."""

    app: str
    layer: Layer


def reach(
    starts: Iterable[tuple[str, Reached]],
    edges: Callable[[str], Iterable[Edge]],
    surfaces: Mapping[str, Surface],
) -> dict[str, frozenset[Reached]]:
    """Follow all imports from the entry points: which layers each file is part of."""
    found: dict[str, set[Reached]] = {}
    pending: deque[tuple[str, Reached]] = deque()

    def arrive(path: str, by: Reached) -> None:
        known = found.setdefault(path, set())
        if by not in known:
            known.add(by)
            pending.append((path, by))

    for path, by in starts:
        surface = surfaces.get(path)
        if surface is not None:
            arrive(path, Reached(by.app, _entered(by.layer, surface)))
    while pending:
        path, by = pending.popleft()
        for edge in edges(path):
            surface = surfaces.get(edge.to)
            if surface is None:
                continue
            layer: Layer = by.layer
            if layer == "pages" and edge.is_data_only:
                layer = "pages-server"
            arrive(edge.to, Reached(by.app, _entered(layer, surface)))
    return {path: frozenset(layers) for path, layers in found.items()}


def _entered(layer: Layer, surface: Surface) -> Layer:
    """The layer of a file that code of ``layer`` imports."""
    if surface.directive == "use client" and layer in ("rsc", "actions"):
        return "app-client"
    if surface.directive == "use server" and layer == "app-client":
        return "actions"
    return layer


def layers_of(reached: Iterable[Reached], app: str | None = None) -> Iterator[Layer]:
    """The layers, of one app or of all."""
    return (each.layer for each in reached if app is None or each.app == app)

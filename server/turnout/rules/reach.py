"""Questions that several rules ask about where a file's code runs, and which other files bring it there."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator

from turnout.model import code as c
from turnout.model.erasure import is_erased, is_unused
from turnout.model.module import Module
from turnout.project.boundary import APP_LAYERS, Layer
from turnout.project.discover import App
from turnout.project.paths import is_below
from turnout.project.snapshot import Snapshot
from turnout.rules.rule import FileView


def action_support(app: App) -> str | None:
    """Why Server Actions can't work in an app, as the end of a sentence; None when they can, or nobody knows."""
    if app.app_dir is None:
        return "this app has no App Router" if app.pages_dir is not None else None
    if not app.is_before(14):
        return None
    if app.is_before(13, 4):
        return f"this app's Next.js is {app.next_version}, and Server Actions came with 13.4 (stable in 14)"
    actions = app.config.server_actions
    if actions is not None and actions.enabled is not False and not actions.is_misplaced:
        return None
    if not app.config.is_known("experimental.serverActions") or not app.config.is_known("experimental"):
        return None
    return f"this app's Next.js is {app.next_version}, where `experimental.serverActions` must be true in next.config"


def compiles_actions(view: FileView) -> bool:
    """Whether Next.js reads the ``'use server'`` of a file: in the layers of the App Router only."""
    if action_support(view.app) is not None:
        return False
    if view.role in ("api-route", "pages-page", "pages-special", "middleware", "next-config", "test"):
        return False
    if view.app.pages_dir is not None and is_below(view.path, view.app.pages_dir):
        return False
    layers = known_layers(view)
    return not layers or bool(layers & APP_LAYERS)


def compiles_cache(view: FileView) -> bool:
    """The same for ``'use cache'``, which came with Next.js 15."""
    return not view.app.is_before(15) and compiles_actions(view)


_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s*(['\"])use (?:client|server)\1")


def opens_well(view: FileView) -> bool:
    """Whether a file begins with a directive and holds no other: most client files, told without reading them."""
    data = view.source.data
    return data.count(b"use client") + data.count(b"use server") == 1 and _OPENING.match(data) is not None


def opens_for_the_client(view: FileView) -> bool:
    """Whether a file begins with ``'use client'``; most are told without reading them."""
    if not view.has(b"use client"):
        return False
    opening = _OPENING.match(view.source.data)
    return view.module.is_client_file if opening is None or b"client" not in opening[0] else True


def known_layers(view: FileView) -> frozenset[Layer]:
    """The layers of a file; none before the first scan has ended."""
    if not view.project.is_complete:
        return frozenset()
    return view.project.layers(view.path)


def is_only_client_code(view: FileView) -> bool:
    """Whether a file goes to the browser and nowhere else: by its directive, or as far as its importers tell."""
    client: frozenset[Layer] = frozenset(("app-client",))
    return view.module.is_client_file or known_layers(view) == client


_SERVER_ROLES = frozenset(
    {"page", "layout", "template", "loading", "not-found", "default", "route-handler", "metadata"}
)


def is_server_code(view: FileView) -> bool:
    """Whether the App Router runs a file on its server, unless the file's own ``'use client'`` says otherwise."""
    if view.role == "test":
        return False
    layers = known_layers(view)
    return bool(layers & {"rsc", "actions", "handler"}) if layers else view.role in _SERVER_ROLES


def chain(project: Snapshot, path: str, ends: Callable[[str], bool], within: Layer) -> tuple[str, ...]:
    """The shortest way of imports from a file that ``ends`` accepts down to ``path``, both included."""
    seen = {path}
    pending: deque[tuple[str, ...]] = deque([(path,)])
    while pending:
        way = pending.popleft()
        if ends(way[0]):
            return way
        for importer in sorted(project.importers(way[0])):
            if importer not in seen and within in project.layers(importer):
                seen.add(importer)
                pending.append((importer, *way))
    return ()


def imported_names(project: Snapshot, path: str) -> frozenset[str] | None:
    """The names that other files take from a file; None when one takes everything."""
    found: set[str] = set()
    for importer in project.importers(path):
        surface = project.surface(importer)
        for each in surface.imports if surface is not None else ():
            if each.type_only or project.resolve(importer, each.source) != path:
                continue
            if each.is_dynamic or any(name == "*" for name, _ in each.names):
                return None
            found.update(name for name, _ in each.names)
    return frozenset(found)


def is_seen(view: FileView, statement: c.Import) -> bool:
    """Whether the compiler's checks of an app see an import. Turbopack looks before TypeScript takes out what is not
    used at run time, webpack afterwards."""
    return not statement.type_only and (view.app.bundler == "turbopack" or not is_erased(view.module, statement))


def seen_names(view: FileView, statement: c.Import) -> Iterator[c.ImportSpecifier]:
    """The names of an import that those checks see."""
    for each in statement.specifiers:
        if not each.type_only and (view.app.bundler == "turbopack" or not is_unused(view.module, each)):
            yield each


def resolver_of(view: FileView) -> Callable[[c.Call], tuple[Module, c.Function] | None]:
    """Who says which function a call means: one of the same file, or of another that the project has."""

    def resolve(call: c.Call) -> tuple[Module, c.Function] | None:
        return function_called(view.project, view.module, call)

    return resolve


def function_called(project: Snapshot, module: Module, call: c.Call) -> tuple[Module, c.Function] | None:
    """The function that a call means, through imports and re-exports; None for methods, packages and the unknown."""
    callee = c.bare(call.callee)
    if not isinstance(callee, c.Name):
        return None
    binding = module.scopes.binding(callee)
    if binding is None or binding.writes:
        return None
    if binding.kind != "import":
        value = c.bare(binding.value) if binding.value is not None and binding.pattern is None else None
        return (module, value) if isinstance(value, c.Function) and binding.kind != "parameter" else None
    imported = module.import_of.get(binding.name)
    if imported is None:
        return None
    behind = project.definition(module.path, imported.source.value, imported.imported)
    value = c.bare(behind.export.value) if behind is not None and behind.export.value is not None else None
    return (behind.module, value) if behind is not None and isinstance(value, c.Function) else None

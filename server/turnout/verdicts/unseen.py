"""What could not be seen, and could change the answer."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from turnout.project.discover import App
from turnout.project.snapshot import Snapshot
from turnout.verdicts.view import EntryView

_ASSETS = (
    ".css", ".scss", ".sass", ".less", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".json", ".mdx",
    ".md", ".woff", ".woff2", ".wasm", ".txt", ".html", ".graphql", ".gql", ".glsl", ".yaml", ".yml",
    ".ico", ".mp3", ".mp4",
)  # fmt: skip

_FEW = 3
_PARTIAL = 0.02
"""Share of imports that may lead nowhere before a checkout counts as partial; generated files are always missing."""

_missing: WeakKeyDictionary[Snapshot, dict[str, tuple[int, int]]] = WeakKeyDictionary()


def unseen_of(view: EntryView) -> Iterator[str]:
    """Sentences about what the verdict had to do without."""
    project, entry = view.project, view.entry
    if not project.is_complete:
        yield "The project is still being read: not all callers are known."
        return
    if not view.contacts and not view.is_action:
        yield "Callers outside of this project can't be seen."
    elif any(not each.caller.is_certain for each in view.requests or view.contacts):
        yield "Some URLs are built at run time: they may or may not lead here."
    if view.app is not None:
        number = missing_files(project, view.app)
        if is_partial(project, view.app):
            yield f"{number} imported file{'s are' if number > 1 else ' is'} not here: who calls from there is unknown."
    if not view.bodies and view.module is None:
        yield "The function itself stands in a file that isn't here."
    elif view.function is None and not any(view.trace.effects):
        yield "What the function does stands in code that isn't here."
    if view.is_action and not view.contacts and is_loaded_whole(view):
        yield f"Its file is imported as a whole or at run time: {entry.symbol} may be called from there."


def is_partial(project: Snapshot, app: App) -> bool:
    """Whether so much of the app is missing that callers may be in what is."""
    missing, total = _imports(project, app)
    return missing > max(_FEW, _PARTIAL * total)


def missing_files(project: Snapshot, app: App) -> int:
    """How many of the app's own imports lead to no file: a partial checkout, or code that is generated."""
    return _imports(project, app)[0]


def _imports(project: Snapshot, app: App) -> tuple[int, int]:
    kept = _missing.setdefault(project, {})
    if app.root not in kept:
        missing: set[tuple[str, str]] = set()
        known: set[str] = set()
        for path in project.paths():
            surface = project.surface(path) if app.owns(path) else None
            for each in surface.imports if surface is not None else ():
                if each.type_only or not each.source.startswith((".", "@/", "~/")) or each.source.endswith(_ASSETS):
                    continue
                target = project.resolve(path, each.source)
                if target is not None:
                    known.add(target)
                elif "generated" not in each.source and "/." not in each.source[2:]:
                    missing.add((path.rpartition("/")[0] if each.source.startswith(".") else "", each.source))
        kept[app.root] = (len(missing), len(missing) + len(known))
    return kept[app.root]


def is_loaded_whole(view: EntryView) -> bool:
    """Whether some file takes all exports at once (``import * as actions``, ``import('./actions')``)."""
    for path in view.project.importers(view.entry.path):
        surface = view.project.surface(path) if view.project.role(path) != "test" else None
        for each in surface.imports if surface is not None else ():
            if view.project.resolve(path, each.source) != view.entry.path:
                continue
            if each.is_dynamic or any(imported == "*" for imported, _ in each.names):
                return True
    return False

"""What could not be seen, and could change the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class _Missing:
    """What an app imports from its own repository and doesn't find."""

    files: int
    found: int
    packages: tuple[str, ...]
    has_pages: bool


_missing: WeakKeyDictionary[Snapshot, dict[str, _Missing]] = WeakKeyDictionary()


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
        yield from _absent(_missing_of(project, view.app), needs_pages=view.is_action)
    if not view.bodies and view.module is None:
        yield "The function itself stands in a file that isn't here."
    elif view.function is None and not any(view.trace.effects):
        yield "What the function does stands in code that isn't here."
    if view.is_action and not view.contacts and is_loaded_whole(view):
        yield f"Its file is imported as a whole or at run time: {entry.symbol} may be called from there."


def _absent(missing: _Missing, *, needs_pages: bool) -> Iterator[str]:
    if _is_partial(missing):
        number = missing.files
        if number > _FEW:
            yield f"{number} imported files are not here: who calls from there is unknown."
        elif needs_pages:
            yield "No page of the app is here: who calls from there is unknown."
    if missing.packages:
        named = ", ".join(missing.packages[:2]) + (" …" if len(missing.packages) > 2 else "")
        yield f"A package of this repository is not here ({named}): who calls from there is unknown."


def is_partial(project: Snapshot, app: App) -> bool:
    """Whether so much of the app is missing that callers may be in what is: files that it imports, or all its pages."""
    return _is_partial(_missing_of(project, app))


def _is_partial(missing: _Missing) -> bool:
    return not missing.has_pages or missing.files > max(_FEW, _PARTIAL * (missing.files + missing.found))


def _missing_of(project: Snapshot, app: App) -> _Missing:
    kept = _missing.setdefault(project, {})
    if app.root not in kept:
        missing: set[tuple[str, str]] = set()
        packages: set[str] = set()
        known: set[str] = set()
        for path in project.paths():
            surface = project.surface(path) if app.owns(path) else None
            for each in surface.imports if surface is not None else ():
                if each.type_only or each.source.endswith(_ASSETS):
                    continue
                target = project.resolve(path, each.source)
                if target is not None:
                    known.add(target)
                elif (package := project.missing_package(path, each.source)) is not None:
                    packages.add(package)
                elif (
                    project.is_own(path, each.source) and "generated" not in each.source and "/." not in each.source[2:]
                ):
                    missing.add((path.rpartition("/")[0] if each.source.startswith(".") else "", each.source))
        has_pages = any(route.kind in ("page", "pages-page") for route in project.routes(app).routes)
        kept[app.root] = _Missing(len(missing), len(known), tuple(sorted(packages)), has_pages)
    return kept[app.root]


def is_loaded_whole(view: EntryView) -> bool:
    """Whether some file takes all exports at once (``import * as actions``, ``import('./actions')``)."""
    return _is_loaded_whole(view.project, view.entry.path, 4)


def _is_loaded_whole(project: Snapshot, file: str, depth: int) -> bool:
    for path in project.importers(file):
        surface = project.surface(path) if project.role(path) != "test" else None
        for each in surface.imports if surface is not None else ():
            if project.resolve(path, each.source) != file:
                continue
            if ("*", "") in each.names:  # export * from './actions': a barrel, whose own importers count.
                if depth == 0 or _is_loaded_whole(project, path, depth - 1):
                    return True
            elif (each.is_dynamic and not each.names) or any(imported == "*" for imported, _ in each.names):
                return True
    return False

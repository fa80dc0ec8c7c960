"""Where the action goes: beside its callers, or where the project keeps its actions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from turnout.conversions.imports import Wanted
from turnout.model.module import Module
from turnout.project.discover import App
from turnout.project.paths import folder_of, folders_above, is_below, join, name_of
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript

_SEGMENT_FILES = frozenset({"page", "layout", "template", "default"})
_MANY = 10
"""So many actions the root's one file takes, of whatever they are; from then on there is a file for each resource."""


@dataclass(frozen=True)
class Place:
    """A 'use server' file. ``module`` is None when it is to be created."""

    path: str
    module: Module | None
    directive: str = "use server"
    """``server-only`` for a file of plain functions, empty for one that code of the Pages Router imports, too."""


def place_for(
    project: Snapshot,
    app: App,
    endpoint: Module,
    callers: Sequence[str],
    names: frozenset[str],
    stem: str,
    shared: Callable[[str], Sequence[Wanted]],
    clashing: frozenset[str] = frozenset(),
) -> Place:
    """The best file: none that already means something else by one of ``names``, or of what it would import besides.

    ``clashing`` are files where something else will be meant by one of them.
    """
    suffix = "ts" if is_typescript(endpoint.path) else "js"
    for path in _candidates(project, app, callers, suffix, stem):
        source = project.source(path)
        if path in clashing:
            continue
        if source is None:
            twin = path[: -len(suffix)] + ("js" if suffix == "ts" else "ts")
            if project.source(twin) is None:
                return Place(path, None)
            continue
        module = project.module(path)
        if module is None or not module.is_server_actions_file or module.errors:
            continue
        own = {binding.name for binding in module.scopes.all if binding.scope.parent is None}
        besides = [each for each in shared(path) if (each.local or each.name) in own]
        if all(is_same_import(project, endpoint, module, name) for name in own & names):
            if all(_has(project, module, each) for each in besides):
                return Place(path, module)
    folder = app.app_dir or app.root
    free = (join(folder, f"{stem}-actions-{number}.{suffix}") for number in range(2, 1000))
    return Place(next(path for path in free if project.source(path) is None and path not in clashing), None)


def _has(project: Snapshot, target: Module, wanted: Wanted) -> bool:
    """Whether a file has the very import already."""
    imported = target.import_of.get(wanted.local or wanted.name)
    if imported is None or imported.imported != wanted.name:
        return False
    there = project.resolve(target.path, imported.source.value)
    return imported.source.value == wanted.source or (
        there is not None and there == project.resolve(target.path, wanted.source)
    )


def is_same_import(project: Snapshot, endpoint: Module, target: Module, name: str) -> bool:
    """Whether both files have a name from the same import."""
    here, there = endpoint.import_of.get(name), target.import_of.get(name)
    if here is not None and here.imported == name:
        if project.resolve(endpoint.path, here.source.value) == target.path:
            return True  # the endpoint has it from this very file
    if here is None or there is None or here.imported != there.imported:
        return False
    first, second = here.source.value, there.source.value
    if not first.startswith(".") and first == second:
        return True
    found = project.resolve(endpoint.path, first)
    return found is not None and found == project.resolve(target.path, second)


def _candidates(project: Snapshot, app: App, callers: Sequence[str], suffix: str, stem: str) -> Iterator[str]:
    folder = common_folder([folder_of(caller) for caller in callers])
    app_dir = app.app_dir or app.root
    kept = _kept_in(project, app)
    if is_below(folder, app_dir):
        # A file in the segment itself, or in the one above that all of it shares, before a new one.
        current = folder
        while is_below(current, app_dir):
            for name in (f"actions.{suffix}", "actions.ts", "actions.js", f"_actions.{suffix}"):
                path = join(current, name)
                source = project.source(path)
                if source is None or (current == app_dir and (current != folder or _is_full(project, path))):
                    continue
                yield path
            if current == app_dir:
                break
            current = folder_of(current)
    if kept is not None:
        yield join(kept, f"{stem}.{suffix}")
        yield join(kept, f"{stem}-actions.{suffix}")
    home = _segment(project, app, folder) if is_below(folder, app_dir) else app_dir
    general = join(home, f"actions.{suffix}")
    if home != app_dir or not _is_full(project, general):
        yield general
    yield join(home, f"{stem}-actions.{suffix}")
    yield join(home, f"{stem}-server-actions.{suffix}")


def _is_full(project: Snapshot, path: str) -> bool:
    """Whether a file has as many functions as one that is about nothing in particular should."""
    surface = project.surface(path)
    return surface is not None and len(surface.exports) >= _MANY


def _segment(project: Snapshot, app: App, folder: str) -> str:
    """The route segment that a folder serves: ``app/shop/components`` serves ``app/shop``, when that has a page."""
    app_dir = app.app_dir or app.root
    segments = {folder_of(path) for path in project.paths() if app.owns(path) and project.role(path) in _SEGMENT_FILES}
    above = [each for each in folders_above(folder) if is_below(each, app_dir) or each == app_dir]
    return next((each for each in above if each in segments), folder)


def _kept_in(project: Snapshot, app: App) -> str | None:
    """The one folder named ``actions`` that holds most of the project's action files."""
    folders: dict[str, int] = {}
    total = 0
    for path in project.paths():
        surface = project.surface(path)
        if surface is None or surface.directive != "use server" or not app.owns(path):
            continue
        total += 1
        folder = folder_of(path)
        if name_of(folder) in ("actions", "_actions", "server-actions"):
            folders[folder] = folders.get(folder, 0) + 1
    best = max(folders, key=lambda folder: folders[folder], default=None)
    return best if best is not None and folders[best] * 2 > total else None


def common_folder(folders: Sequence[str]) -> str:
    parts = [folder.split("/") if folder else [] for folder in folders]
    shared: list[str] = []
    for step in zip(*parts, strict=False):
        if len(set(step)) > 1:
            break
        shared.append(step[0])
    return "/".join(shared)

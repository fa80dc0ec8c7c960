"""Going from place to place, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from turnout.bug import guarded
from turnout.features.data import Completion, Definition, Lens, LensText, Place, References, Symbol
from turnout.navigation import completion, lenses, references, symbols
from turnout.navigation import definition as definitions
from turnout.navigation.site import Site
from turnout.project.snapshot import Snapshot


def definition(snapshot: Snapshot, path: str, offset: int) -> Definition | None:
    with guarded(f"definition, {path}"):
        found = definitions.definition(snapshot, path, offset) if snapshot.settings.enable else None
        return Definition(found.span, _places(found.sites)) if found is not None else None
    return None


def references_at(snapshot: Snapshot, path: str, offset: int) -> References | None:
    with guarded(f"references, {path}"):
        entries = references.entries_at(snapshot, path, offset) if snapshot.settings.enable else ()
        if entries:
            return References(_places(references.declarations(entries)), _places(references.callers(snapshot, entries)))
    return None


def completions_at(snapshot: Snapshot, path: str, offset: int) -> Iterator[Completion]:
    with guarded(f"completion, {path}"):
        for each in completion.completions(snapshot, path, offset):
            yield Completion(each.url, each.methods, each.text, each.span)


def lenses_of(snapshot: Snapshot, path: str) -> Iterator[Lens]:
    for entry in lenses.entries_with_lenses(snapshot, path):
        yield Lens(entry.span, {"path": path, "symbol": entry.symbol, "kind": entry.kind})


def lens(snapshot: Snapshot, data: Mapping[str, Any]) -> LensText | None:
    """None when the entry has gone."""
    for entry in lenses.entries_with_lenses(snapshot, str(data.get("path"))):
        if (entry.symbol, entry.kind) == (data.get("symbol"), data.get("kind")):
            with guarded(f"lens, {entry.path}"):
                found = lenses.lens_of(snapshot, entry)
                return LensText(found.callers, _places(found.sites), found.verdict)
    return None


def symbols_like(snapshot: Snapshot, query: str) -> Iterator[Symbol]:
    names = {app.root: app.name for app in snapshot.apps}
    for entry in symbols.found(snapshot, query):
        place = Place(entry.path, entry.span)
        yield Symbol(entry.name, entry.kind == "server-action", place, names.get(entry.app, entry.app))


def _places(sites: Iterable[Site]) -> tuple[Place, ...]:
    return tuple(Place(path, span) for path, span in sites)

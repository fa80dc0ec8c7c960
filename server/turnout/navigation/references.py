"""From an endpoint or action, or from a URL that leads to one, to everything that calls it."""

from __future__ import annotations

from turnout.navigation.site import Site, site_of
from turnout.project.entries import Entry
from turnout.project.pointing import named_at
from turnout.project.snapshot import Snapshot


def entries_at(project: Snapshot, path: str, offset: int) -> tuple[Entry, ...]:
    """The entries that the text at a place stands for."""
    entry = named_at(project, path, offset)
    if entry is not None:
        return (entry,)
    here = [each for each in project.targets(path) if each.request.url_span.touches(offset) and each.entries]
    if here:
        return min(here, key=lambda each: each.request.url_span.end - each.request.url_span.start).entries
    surface = project.surface(path)
    for use in surface.uses if surface is not None else ():
        if use.span.touches(offset):
            named = use.member if use.imported == "*" and use.member else use.imported
            entry = project.entry_of(path, use.source, named)
            return (entry,) if entry is not None else ()
    return ()


def callers(project: Snapshot, entries: tuple[Entry, ...]) -> tuple[Site, ...]:
    """Where they are called, mentioned or kept under their URL."""
    return tuple(dict.fromkeys(Site(each.path, each.span) for entry in entries for each in project.callers(entry)))


def declarations(entries: tuple[Entry, ...]) -> tuple[Site, ...]:
    return tuple(site_of(entry) for entry in entries)

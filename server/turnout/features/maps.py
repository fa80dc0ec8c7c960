"""Every entry of every app with its verdict: the picture that ``turnout map`` shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from turnout.features.data import AppMap, Caller, Entry, Evidence
from turnout.project import entries
from turnout.project.discover import App
from turnout.project.snapshot import Snapshot
from turnout.verdicts import verdict_of
from turnout.verdicts.saying import said
from turnout.verdicts.view import view_of
from turnout.verdicts.words import how_of

Tell: TypeAlias = Callable[[int, int], None]


def app_maps(snapshot: Snapshot, tell: Tell) -> Iterator[AppMap]:
    """The apps one by one; ``tell`` hears how many entries of how many are weighed."""
    total, done = len(snapshot.all_entries()), 0
    for app in snapshot.apps:
        found: list[Entry] = []
        for entry in snapshot.all_entries(app):
            found.append(_entry(snapshot, entry))
            done += 1
            tell(done, total)
        found.sort(key=lambda entry: (entry.path, entry.span))
        yield AppMap(app.root, _version(app), app.routers, tuple(found))


def _version(app: App) -> str | None:
    return str(app.next_version) if app.next_version is not None else None


def _entry(snapshot: Snapshot, entry: entries.Entry) -> Entry:
    verdict = verdict_of(snapshot, entry)
    return Entry(
        kind=entry.kind,
        path=entry.path,
        span=entry.span,
        symbol=entry.symbol,
        url=entry.url,
        verdict=verdict.answer,
        confidence=verdict.confidence,
        name=entry.name,
        said=said(verdict),
        callers=tuple(_caller(entry, caller) for caller in view_of(snapshot, entry).callers),
        evidence=tuple(
            Evidence(
                each.signal,
                each.speaks_for,
                each.text,
                each.path if each.path is not None else entry.path,
                each.span if each.span is not None and each.path is not None else entry.span,
                each.weight,
            )
            for each in verdict.evidence
        ),
    )


def _caller(entry: entries.Entry, caller: entries.Caller) -> Caller:
    return Caller(caller.path, caller.span, caller.side, how_of(entry, caller), caller.method)

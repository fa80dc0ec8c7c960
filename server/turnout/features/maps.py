"""Every entry of every app with its verdict: the picture that ``turnout map`` shows."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.features.data import AppMap, Caller, Entry, Evidence
from turnout.project import entries
from turnout.project.discover import App
from turnout.project.snapshot import Snapshot
from turnout.verdicts import verdict_of
from turnout.verdicts.view import view_of
from turnout.verdicts.words import how_of


def app_maps(snapshot: Snapshot) -> Iterator[AppMap]:
    for app in snapshot.apps:
        found = [_entry(snapshot, entry) for entry in snapshot.all_entries(app)]
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
        callers=tuple(_caller(entry, caller) for caller in view_of(snapshot, entry).callers),
        evidence=tuple(
            Evidence(
                each.signal,
                each.speaks_for,
                each.text,
                each.path if each.path is not None else entry.path,
                each.span if each.span is not None and each.path is not None else entry.span,
            )
            for each in verdict.evidence
        ),
    )


def _caller(entry: entries.Entry, caller: entries.Caller) -> Caller:
    return Caller(caller.path, caller.span, caller.side, how_of(entry, caller), caller.method)

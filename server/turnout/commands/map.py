"""``turnout map``: every endpoint and action of the apps, and what each should be."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from turnout import __version__, features
from turnout.commands.app_table import AppTable
from turnout.commands.output import Output, line_and_column
from turnout.commands.projects import Project, open_project
from turnout.features import AppMap, Entry
from turnout.terminal.progress import Meter


def show_map(path: str, as_json: bool, wants_reasons: bool, output: Output) -> int:
    project = open_project(path)
    wanted = frozenset(project.wanted())
    apps = [
        app
        for app in _weighed(project)
        if any(entry.path in wanted for entry in app.entries) or project.full(app.root) in project.asked
    ]
    entries = {app.root: [entry for entry in app.entries if entry.path in wanted] for app in apps}
    if as_json:
        output.json({"turnout": __version__, "apps": [_json(app, entries[app.root], project) for app in apps]})
        return 0
    if not apps:
        output.line("No Next.js app found.")
    for app in apps:
        AppTable(app, entries[app.root], project, output).show(wants_reasons)
    return 0


def _json(app: AppMap, entries: Sequence[Entry], project: Project) -> dict[str, object]:
    return {
        "root": project.shown(app.root),
        "next": app.next,
        "routers": list(app.routers),
        "entries": [
            {
                "kind": entry.kind,
                "path": project.shown(entry.path),
                "symbol": entry.symbol,
                "url": entry.url,
                "line": _line(project, entry.path, entry.span.start),
                "verdict": entry.verdict,
                "confidence": entry.confidence,
                "callers": [
                    {
                        "path": project.shown(caller.path),
                        "line": _line(project, caller.path, caller.span.start),
                        "side": caller.side,
                        "how": caller.how,
                        "method": caller.method,
                    }
                    for caller in entry.callers
                ],
                "evidence": [
                    {
                        "signal": evidence.signal,
                        "for": evidence.answer,
                        "text": evidence.text,
                        "path": project.shown(evidence.path),
                        "line": _line(project, evidence.path, evidence.span.start),
                    }
                    for evidence in entry.evidence
                ],
            }
            for entry in entries
        ],
    }


def _weighed(project: Project) -> Sequence[AppMap]:
    meter = Meter(sys.stderr)
    try:
        return features.app_maps(project.snapshot, lambda done, total: meter.tell("Weighing", done, total))
    finally:
        meter.clear()


def _line(project: Project, path: str, offset: int) -> int:
    return line_and_column(project.snapshot.source(path), offset)[0]

"""``turnout map``: every endpoint and action of the apps, and what each should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from turnout import __version__, features
from turnout.commands.output import Output, count, line_and_column
from turnout.commands.projects import Project, open_project
from turnout.features import AppMap, Entry
from turnout.terminal.columns import fit_path
from turnout.terminal.table import table

_KINDS: Mapping[str, str] = {
    "api-route": "API route",
    "route-handler": "route handler",
    "server-action": "Server Action",
}
_ANSWERS: Mapping[str, str] = {
    "http-endpoint": "HTTP endpoint",
    "server-action": "Server Action",
    "server-function": "server function",
    "unused": "unused",
}
_REASONS = 2


def show_map(path: str, as_json: bool, output: Output) -> int:
    project = open_project(path)
    wanted = frozenset(project.wanted())
    apps = [
        app
        for app in features.app_maps(project.snapshot)
        if any(entry.path in wanted for entry in app.entries) or project.full(app.root) in project.asked
    ]
    entries = {app.root: [entry for entry in app.entries if entry.path in wanted] for app in apps}
    if as_json:
        output.json({"turnout": __version__, "apps": [_json(app, entries[app.root], project) for app in apps]})
        return 0
    if not apps:
        output.line("No Next.js app found.")
    for app in apps:
        _print(app, entries[app.root], project, output)
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


def _print(app: AppMap, entries: Sequence[Entry], project: Project, output: Output) -> None:
    style = output.style
    routers = " and ".join("App Router" if router == "app" else "Pages Router" for router in app.routers)
    misplaced = [entry for entry in entries if entry.is_misplaced]
    output.line(
        f"{style('heading', project.shown(app.root))}  "
        + style("dim", " · ".join(part for part in (f"Next.js {app.next or '(version unknown)'}", routers) if part))
    )
    summary = count(len(entries), "entry", "entries")
    output.line(
        f"{summary}, {style('warning', f'{len(misplaced)} to think about')}"
        if misplaced
        else f"{summary}{', each what it should be' if entries else ''}"
    )
    output.line()
    _print_misplaced(misplaced, project, output)
    _print_fine([entry for entry in entries if not entry.is_misplaced], project, output)


def _print_misplaced(entries: Sequence[Entry], project: Project, output: Output) -> None:
    """What it is and what it should be, where it stands, and the reasons."""
    rows = [
        (
            "!",
            _name(entry),
            f"{_KINDS[entry.kind]} → {_ANSWERS[entry.verdict]}",
            entry.confidence,
            _callers(entry),
        )
        for entry in entries
    ]
    style = output.style
    for entry, line in zip(entries, table(rows, output.columns), strict=True):
        output.line(style("warning", line[:1]) + line[1:])
        output.line(f"   {style('place', _where(entry, project))}")
        for evidence in [one for one in entry.evidence if one.answer == entry.verdict][:_REASONS]:
            output.line(style("dim", f"   {evidence.text}"))
        output.line()


def _print_fine(entries: Sequence[Entry], project: Project, output: Output) -> None:
    rows = [("✓", _name(entry), _KINDS[entry.kind], _callers(entry), _where(entry, project)) for entry in entries]
    for line in table(rows, output.columns, {4: fit_path}):
        output.line(output.style("good", line[:1]) + line[1:])
    if entries:
        output.line()


def _name(entry: Entry) -> str:
    if entry.url is None:
        return entry.symbol
    return entry.url if entry.symbol == "default" else f"{entry.symbol} {entry.url}"


def _where(entry: Entry, project: Project) -> str:
    return f"{project.shown(entry.path)}:{_line(project, entry.path, entry.span.start)}"


def _callers(entry: Entry) -> str:
    sides = Counter(caller.side for caller in entry.callers)
    return ", ".join(f"{number} {side}" for side, number in sides.most_common()) or "none"


def _line(project: Project, path: str, offset: int) -> int:
    return line_and_column(project.snapshot.source(path), offset)[0]

"""On a URL that is asked for: which endpoint it leads to, and what that should be."""

from __future__ import annotations

from turnout.hovers.entry import about, headline
from turnout.hovers.hover import Pointed
from turnout.hovers.links import place_link
from turnout.model.strings import known
from turnout.project.index import Target
from turnout.project.paths import name_of
from turnout.project.snapshot import Snapshot
from turnout.verdicts import verdict_of


def hover(project: Snapshot, path: str, offset: int, *, why: bool) -> Pointed | None:
    """The hover of the request whose URL stands at a place."""
    for target in project.targets(path):
        if target.request.url_span.touches(offset):
            return _on_target(project, target, why=why)
    return None


def _on_target(project: Snapshot, target: Target, *, why: bool) -> Pointed | None:
    endpoints = [route for route in target.routes if route.is_endpoint]
    if not endpoints:
        return None
    span = target.request.url_span
    if len(target.entries) == 1:
        entry = target.entries[0]
        file = place_link(f"`{name_of(entry.path)}`", entry.path, entry.span)
        return Pointed(span, f"Leads to {file}\n\n{about(project, entry, why=why)}")
    if not target.entries:
        route = endpoints[0]
        methods = "/".join(target.methods or ())
        answered = ", ".join(each.symbol for each in project.entries(route.path) if each.kind == "route-handler")
        file = (
            place_link(f"`{route.url}`", route.path, project.entries(route.path)[0].span)
            if project.entries(route.path)
            else f"`{route.url}`"
        )
        return Pointed(span, f"{file} doesn't answer {methods}{f', only {answered}' if answered else ''}.")
    lines = [f"`{known(target.urls[0])}` can lead to:", ""]
    for entry in target.entries[:5]:
        link = place_link(f"{entry.symbol} {entry.url}", entry.path, entry.span)
        lines.append(f"- {link}: {headline(verdict_of(project, entry)).partition(': ')[2]}")
    return Pointed(span, "\n".join(lines))

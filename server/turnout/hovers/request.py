"""On a URL that is asked for: which endpoint it leads to, and what that should be."""

from __future__ import annotations

from turnout.hovers.about import Tell, name_elsewhere
from turnout.hovers.hover import Pointed
from turnout.hovers.links import place_link
from turnout.hovers.reasons import plain
from turnout.model.strings import known
from turnout.project.index import Target
from turnout.project.snapshot import Snapshot
from turnout.text.span import NOWHERE
from turnout.verdicts import verdict_of
from turnout.verdicts.saying import said

_MOST = 5


def hover(project: Snapshot, path: str, offset: int, tell: Tell) -> Pointed | None:
    """The hover of the request whose URL stands at a place; of two around it the smaller."""
    here = [each for each in project.targets(path) if each.request.url_span.touches(offset)]
    for target in sorted(here, key=lambda each: each.request.url_span.end - each.request.url_span.start):
        if (text := _about(project, target, tell)) is not None:
            return Pointed(target.request.url_span, text)
    return None


def _about(project: Snapshot, target: Target, tell: Tell) -> str | None:
    endpoints = [route for route in target.routes if route.is_endpoint]
    if not endpoints:
        return None
    if len(target.entries) == 1:
        return tell(project, target.entries[0], name_elsewhere(target.entries[0]))
    if not target.entries:
        return _unanswered(project, target, endpoints[0].path, endpoints[0].url)
    lines = [f"**`{known(target.urls[0])}`** can lead to:", ""]
    for entry in target.entries[:_MOST]:
        lines.append(f"- {name_elsewhere(entry)}: {said(verdict_of(project, entry)).lower()}")
    if len(target.entries) > _MOST:
        lines.append(f"- and {len(target.entries) - _MOST} more")
    return "\n".join(lines)


def _unanswered(project: Snapshot, target: Target, path: str, url: str) -> str:
    handlers = [each for each in project.entries(path) if each.kind == "route-handler"]
    file = place_link(plain(url), path, handlers[0].span if handlers else NOWHERE)
    answered = f", only {', '.join(each.symbol for each in handlers)}" if handlers else ""
    return f"**{file}** doesn't answer {'/'.join(target.methods or ()) or 'anything'}{answered}."

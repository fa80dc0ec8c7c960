"""The app's own URLs where one is being written: ``fetch('/api/…')``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span

_BEGUN = re.compile(rb"[\"'`](/[^\"'`\s${}]*)$")
"""A text that begins with a slash, up to the cursor and without holes."""
_STEP = re.compile(r"\[+(?:\.\.\.)?([^\]]+)\]+")
_FAR = 200


@dataclass(frozen=True)
class Completion:
    url: str
    """The pattern, for people: ``/api/tasks/[id]``."""
    methods: tuple[str, ...]
    """What it answers to; empty for an API route that doesn't look."""
    text: str
    """What to write: ``/api/tasks/${id}`` in a template; in quotes the part before the first hole."""
    span: Span
    """What is written there by now."""


def completions(project: Snapshot, path: str, offset: int) -> Iterator[Completion]:
    """The URLs that fit the place; none where no request stands."""
    source, app = project.source(path), project.app(path)
    if source is None or app is None or not project.settings.enable:
        return
    begun = _BEGUN.search(source.data, max(0, offset - _FAR), offset)
    if begun is None or not any(each.request.url_span.touches(offset) for each in project.targets(path)):
        return
    module = project.module(path)
    around = module.path_to(begun.start(1)) if module is not None else ()
    if not around or not isinstance(around[-1], (c.String, c.Template)):
        return
    span = Span(begun.start(1), offset)
    routes: dict[str, list[Entry]] = {}
    for entry in project.all_entries(app):
        if entry.url is not None:
            routes.setdefault(entry.url, []).append(entry)
    for url, entries in sorted(routes.items()):
        methods = tuple(method for entry in entries for method in entry.methods)
        is_template = isinstance(around[-1], c.Template)
        yield Completion(url, methods, _STEP.sub(_hole, url) if is_template else url.partition("[")[0], span)


def _hole(step: re.Match[str]) -> str:
    """A name that JavaScript can have: ``[team-id]`` gives ``${teamId}``."""
    first, *others = re.findall(r"\w+", step[1]) or ["value"]
    return "${" + first + "".join(each.capitalize() for each in others) + "}"

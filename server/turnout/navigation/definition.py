"""From a URL to the code behind it: the handler's method, the API route, the page."""

from __future__ import annotations

from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.strings import texts
from turnout.navigation.site import Site, site_of
from turnout.project.index import address_of, is_vague
from turnout.project.routes import Route
from turnout.project.snapshot import Snapshot
from turnout.text.span import NOWHERE, Span

_FRESHENING = frozenset({"revalidatePath", "unstable_expirePath"})


@dataclass(frozen=True)
class Definition:
    """The text that was pointed at, and where it leads."""

    span: Span
    sites: tuple[Site, ...]


def definition(project: Snapshot, path: str, offset: int) -> Definition | None:
    """Where the URL at a place leads; None where no URL stands, or where nothing answers it."""
    here = [each for each in project.targets(path) if each.request.url_span.touches(offset)]
    for target in sorted(here, key=lambda each: each.request.url_span.end - each.request.url_span.start):
        span = target.request.url_span
        if target.entries:
            return Definition(span, tuple(dict.fromkeys(site_of(each) for each in target.entries)))
        if target.routes:
            return Definition(span, tuple(_file(project, each) for each in target.routes))
    return _of_path(project, path, offset)


def _of_path(project: Snapshot, path: str, offset: int) -> Definition | None:
    """``revalidatePath('/tasks/[id]')``: the pages and handlers that it makes fresh."""
    source, app = project.source(path), project.app(path)
    if source is None or app is None or not any(word.encode() in source.data for word in _FRESHENING):
        return None
    module = project.module(path)
    for code in module.path_to(offset) if module is not None else ():
        match code:
            case c.Call(callee=callee, arguments=(first, *_)) if (
                module is not None and c.last_name(callee) in _FRESHENING and first.span.touches(offset)
            ):
                routes: dict[str, Route] = {}
                for text in texts(module, first):
                    address = address_of(text)
                    if address is not None and not is_vague(address):
                        routes.update((each.path, each) for each in project.routes(app).match(address.parts))
                sites = tuple(_file(project, each) for each in routes.values())
                return Definition(first.span, sites) if sites else None
            case _:
                pass
    return None


def _file(project: Snapshot, route: Route) -> Site:
    """A page begins where its default export stands."""
    surface = project.surface(route.path)
    names = ("default", "GET")
    found = next((each.span for each in surface.exports if each.name in names), NOWHERE) if surface else NOWHERE
    return Site(route.path, found)

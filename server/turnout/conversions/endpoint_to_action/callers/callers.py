"""The callers of an endpoint: which of them can call an action, and why one can't."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Literal

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.callers.named import is_only_named, is_own_name
from turnout.conversions.endpoint_to_action.ground.known_texts import KnownTexts
from turnout.conversions.endpoint_to_action.ground.refused import Refused
from turnout.conversions.endpoint_to_action.ground.url import (
    Piece,
    TextsAt,
    choices,
    const_value,
    fits,
    flat,
    taken_apart,
    written,
)
from turnout.model import code as c
from turnout.project.entries import Caller, Entry
from turnout.project.routes import Route
from turnout.project.snapshot import Snapshot

_HOW = {
    "swr": "is read by useSWR here: its URL is a cache key too",
    "swr-mutation": "is called through useSWRMutation here, which is not understood yet",
    "event-source": "is read as a stream here",
    "beacon": "is sent by a beacon here, which outlives its page",
    "window-open": "is opened as a page here",
    "navigation": "is navigated to here",
    "link": "is linked to here",
    "resource": "is loaded as a resource here",
    "form": "is the target of a plain form here",
    "queue": "is called by a queue",
    "ai": "streams to a chat hook here",
    "call": "is called through a function of the project here, which can't be followed",
    "openapi": "is documented here for others",
    "mention": "is named here, by something that is not understood",
    "axios": "is called through axios here",
    "ky": "is called through ky here, which is not understood yet",
    "request-object": "is called with a Request object here",
}


def check_callers(project: Snapshot, entry: Entry, callers: tuple[Caller, ...]) -> tuple[Caller, ...]:
    """The callers to rewrite; refuses when one of them can't call an action.

    Of an API route, the methods whose callers can't stay as they are.
    """
    kept = tuple(_by_method(project, entry, callers))
    if not kept:
        raise Refused(
            Refusal("Nothing in this app calls the endpoint: who does would be left behind.", entry.path, entry.span)
        )
    return kept


def _by_method(project: Snapshot, entry: Entry, callers: tuple[Caller, ...]) -> Iterator[Caller]:
    if entry.kind != "api-route" or len(entry.methods) < 2 or any(each.method not in entry.methods for each in callers):
        yield from _kept(project, entry, callers)
        return
    first: Refused | None = None
    some = False
    for method in entry.methods:
        try:
            found = list(_kept(project, entry, tuple(each for each in callers if each.method == method)))
        except Refused as refusal:
            first = first or refusal
            continue
        some = some or bool(found)
        yield from found
    if first is not None and not some:
        raise first


def _kept(project: Snapshot, entry: Entry, callers: tuple[Caller, ...]) -> Iterator[Caller]:
    for caller in callers:
        if caller.how == "swr-key" or is_only_named(project, caller) or is_own_name(entry, caller):
            continue  # A cache key: other readers of that URL keep it.
        aim = aim_of(project, entry, caller)
        if aim == "elsewhere":
            continue
        _check(project, entry, caller, is_sure=aim == "here")
        yield caller


def is_by_itself(project: Snapshot, caller: Caller) -> bool:
    """Whether a call stands in a file that no page and no endpoint reaches: it is run in another way."""
    return caller.side == "server" and not project.layers(caller.path) and not project.importers(caller.path)


def check_from_afar(project: Snapshot, caller: Caller) -> None:
    """Refuses a caller that could call no action, whatever it asks for in the end."""
    if caller.side == "test":
        if project.role(caller.path) != "test":
            raise _at(caller, "Nothing but tests imports this file, which calls the endpoint here: delete it first.")
        raise _at(caller, "A test calls this endpoint by its URL here.")
    if caller.side == "outside":
        raise _at(caller, "Something outside the app calls this endpoint here.")
    if is_by_itself(project, caller):
        does = "names" if caller.how == "mention" else "calls"
        raise _at(caller, f"A script {does} this endpoint here: nothing of the app imports this file.")
    if "pages" in caller.routers:
        raise _at(
            caller,
            f"This caller belongs to the Pages Router{_page(project, caller)}: its bundle would take "
            "the action's code into the browser. Move the page to the app folder first.",
        )


def _check(project: Snapshot, entry: Entry, caller: Caller, *, is_sure: bool) -> None:
    check_from_afar(project, caller)
    if caller.how in _HOW:
        raise _at(caller, f"The endpoint {_HOW[caller.how]}.")
    if caller.how != "fetch":
        raise _at(caller, "This call can't be rewritten.")
    if (chosen := _chosen_url(project, caller)) is not None:
        raise Refused(
            Refusal(
                "This request chooses its URL by a condition: make it two requests first, one for each.",
                caller.path,
                chosen.span,
            )
        )
    if not is_sure:
        if (given := _handed_in(project, caller)) is not None:
            raise _at(
                caller,
                f'The URL of this request is handed in as "{given}": which endpoint it means depends on who does.',
            )
        raise _at(caller, "Whether this request means this endpoint can't be told from its URL.")
    if caller.side == "server":
        raise _at(caller, "Server code calls this endpoint here: it needs a plain function, not an action.")
    if caller.method is None:
        raise _at(caller, "This request chooses its method at run time.")


def aim_of(project: Snapshot, entry: Entry, caller: Caller) -> Literal["here", "elsewhere", "unknown"]:
    """Which of the endpoints that a URL can mean it does mean: ``/api/links/${id}`` is not ``/api/links/bulk``."""
    if caller.is_sure:
        return "here"
    target = next((each for each in project.targets(caller.path) if each.request.url_span == caller.span), None)
    module, url = project.module(caller.path), _url_at(project, caller)
    if target is None or module is None or url is None or not target.is_local or entry.route is None:
        return "unknown"
    value, texts_at = const_value(module, url), partial(KnownTexts(project).at, module)
    told = {
        route.path: fits(written(module, value, route), route, texts_at)
        for route in {each.path: each.route for each in target.entries if each.route is not None}.values()
    }
    if not any(_may_be(pieces, entry.route, texts_at) for pieces in choices(module, value)):
        return "elsewhere"
    if None in told.values() or sum(map(bool, told.values())) != 1:
        return "unknown"
    return "here"


def _may_be(pieces: list[Piece], route: Route, texts_at: TextsAt) -> bool:
    """Whether a URL, of which the first piece tells that it is this app's own, may mean a route."""
    first = next(iter(pieces), None)
    is_own = isinstance(first, str) and first.startswith("/")
    return not is_own or fits(taken_apart(pieces, route), route, texts_at) is not False


def _url_at(project: Snapshot, caller: Caller) -> c.Expression | None:
    """The expression of the URL that a caller asks for."""
    module = project.module(caller.path)
    if module is None:
        return None
    around = (statement for statement in module.body if statement.span.contains(caller.span))
    calls = (code for each in around for code in c.walk(each) if isinstance(code, (c.Call, c.New)))
    arguments = (argument for call in calls for argument in call.arguments)
    return next(
        (each for each in arguments if each.span == caller.span and not isinstance(each, c.Spread)),
        None,
    )


def _chosen_url(project: Snapshot, caller: Caller) -> c.Code | None:
    """``fetch(id ? `/api/x/${id}` : '/api/x')``: the condition."""
    url = _url_at(project, caller)
    return url if isinstance(url, c.Conditional) else None


def _handed_in(project: Snapshot, caller: Caller) -> str | None:
    """``fetch(`${action}/add`)`` where ``action`` is a parameter, or a prop."""
    module, url = project.module(caller.path), _url_at(project, caller)
    if module is None or url is None:
        return None
    first = next(iter(flat(module, const_value(module, url))), None)
    binding = module.scopes.binding(first) if isinstance(first, c.Name) else None
    return binding.name if binding is not None and binding.kind == "parameter" else None


def _page(project: Snapshot, caller: Caller) -> str:
    pages = project.index.entry_points(caller.path, "pages")
    return f" ({pages[0]})" if pages and pages[0] != caller.path else ""


def _at(caller: Caller, reason: str) -> Refused:
    return Refused(Refusal(reason, caller.path, caller.span))

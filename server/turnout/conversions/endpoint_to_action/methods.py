"""The methods of an endpoint, each read together with its callers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.api_routes.apart import Apart
from turnout.conversions.endpoint_to_action.brought_home import at_home
from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, call_site_at
from turnout.conversions.endpoint_to_action.callers.received import Senders, read_received
from turnout.conversions.endpoint_to_action.callers.sent import read_sent
from turnout.conversions.endpoint_to_action.gate import guards
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.auth_wrapper import session_function
from turnout.conversions.endpoint_to_action.handlers.handler import Handler, read_handler
from turnout.conversions.endpoint_to_action.requests.dead_branches import leave_out
from turnout.conversions.endpoint_to_action.requests.written_out import WrittenOut
from turnout.conversions.endpoint_to_action.wrappers.pendant import pendant_note
from turnout.conversions.endpoint_to_action.wrappers.wrapped_by import layers_of
from turnout.model import code as c
from turnout.model.handler import Wrapper
from turnout.model.module import Module
from turnout.project.discover import App
from turnout.project.entries import Caller, Entry
from turnout.project.snapshot import Snapshot


@dataclass(frozen=True)
class Endpoint:
    """One endpoint of those that are converted together."""

    app: App
    entry: Entry
    module: Module
    apart: Apart | None = None
    """Its methods as functions of their own."""
    senders: Senders = field(default_factory=dict[tuple[str, str], CallSite])
    """The project's own functions that its callers give their request to."""


def endpoint_of(written: WrittenOut, entry: Entry) -> Endpoint:
    """The endpoint in the project as it is written out; refuses what no action can stand for."""
    app = written.project.app(entry.path)
    module = written.project.module(entry.path)
    if app is None or module is None:
        raise Refused(Refusal("The file can't be read.", entry.path, entry.span))
    guards.check_app(app, entry, module)
    return Endpoint(app, entry, module, written.apart.get(entry.path), written.senders)


@dataclass(frozen=True)
class Read:
    """One handler with the calls of its method."""

    endpoint: Endpoint
    handler: Handler
    sites: list[CallSite]
    to_check: str = ""
    """What a person must write before anything of it runs."""
    pendant: str | None = None
    """What is to be said of the project's way to write actions, where it is not used."""


def read_each(
    project: Snapshot, endpoint: Endpoint, callers: Mapping[str, Sequence[Caller]]
) -> tuple[list[Read], list[str | None]]:
    """The methods of an endpoint that can become actions; of an API route, the others may stay where they are."""
    if endpoint.entry.kind != "api-route" or len(endpoint.entry.methods) < 2:
        return read_methods(project, endpoint, callers, may_be_unchecked=True)
    found: list[Read] = []
    notes: list[str | None] = []
    reasons: dict[str, Refused] = {}
    for method, given in callers.items():
        try:
            handlers, told = read_methods(project, endpoint, {method: given}, may_be_unchecked=True)
        except Refused as reason:
            reasons[method] = reason
            continue
        found += handlers
        notes += told
    if reasons and not found:
        raise next(iter(reasons.values()))
    gone = {each.handler.method for each in found}
    for method in (each for each in endpoint.entry.methods if each not in gone):
        notes.append(stays_note(endpoint.entry, method, reasons.get(method)))
    return found, notes


def stays_note(entry: Entry, method: str, reason: Refused | None) -> str:
    """What is said of a method that an API route keeps."""
    why = f": {reason.refusal.reason}" if reason is not None else "."
    return f"{method} {entry.url} stays where it is{why}"


def may_part(read: Read, others: Sequence[Read], staying: Sequence[tuple[Read, Refused]]) -> bool:
    """Whether a method of an API route can stay while another one goes."""
    entry = read.endpoint.entry
    left = [each for each in others if each.endpoint.entry == entry and not any(each is one for one, _ in staying)]
    return entry.kind == "api-route" and len(left) > 1


def read_methods(
    project: Snapshot,
    endpoint: Endpoint,
    callers: Mapping[str, Sequence[Caller]],
    *,
    may_be_unchecked: bool = False,
    keeps_entry: bool = False,
) -> tuple[list[Read], list[str | None]]:
    """The handlers of an endpoint, one for each method with its callers, and what is to be said of it.

    Whether one ``may_be_unchecked`` that middleware alone guards says whether a person can be told to write the check.
    """
    entry, module = endpoint.entry, endpoint.module
    notes = [guards.runtime_note(module)]
    found: list[Read] = []
    for method, given in callers.items():
        own = endpoint.apart.function(module, method) if endpoint.apart is not None else None
        function, wrappers = (own, ()) if own is not None else function_of(project, entry, module)
        session = session_function(project, module, wrappers) if entry.kind == "route-handler" else None
        layers = layers_of(project, entry, module, wrappers if session is None else ())
        of_wrappers = tuple((layer.wrapped.module, statement) for layer in layers for statement in layer.wrapped.moved)
        checked = ((module, function), *of_wrappers)
        to_check = guards.check_to_write(project, endpoint.app, entry, checked) if may_be_unchecked else ""
        if not to_check:
            notes.append(guards.middleware_note(project, endpoint.app, entry, module, function, checked))
        sites = [_site(project, entry, caller) for caller in given]
        is_before = endpoint.app.is_before(15)
        sent = _sent(sites)
        handler = read_handler(
            project, module, function, entry, method, is_before, sent, layers, session, keeps_entry=keeps_entry
        )
        for site in sites:
            site.successes = handler.successes
            read_received(site, endpoint.senders)
            leave_out(site, handler)
        found.append(Read(endpoint, handler, sites, to_check, pendant_note(project, endpoint.app, checked)))
    return found, notes


def function_of(project: Snapshot, entry: Entry, module: Module) -> tuple[c.Function, tuple[Wrapper, ...]]:
    """The handler's own function with its wrappers; refuses what stands in another file."""
    found = project.implementation(entry)
    if found is None:
        raise refused("What handles this can't be found.", module, entry.span)
    home, behind = found
    if home.path != module.path:
        at_home(project, entry)
        raise refused(f"The handler itself is in {home.path}.", module, entry.span)
    if behind.function is None:
        raise refused("What handles this can't be told.", module, entry.span)
    return behind.function, behind.wrappers


def by_method(entry: Entry, module: Module, callers: Sequence[Caller]) -> dict[str, list[Caller]]:
    """The callers of each method, in the order in which an API route names them; each method becomes an action."""
    found: dict[str, list[Caller]] = {}
    for caller in callers:
        assert caller.method is not None
        found.setdefault(caller.method, []).append(caller)
    if entry.kind != "api-route" or not entry.methods:
        return found
    for method, given in found.items():
        if method not in entry.methods:
            raise Refused(Refusal(f"The endpoint does not answer {method}.", given[0].path, given[0].span))
    return {method: found[method] for method in entry.methods if method in found}


def _site(project: Snapshot, entry: Entry, caller: Caller) -> CallSite:
    module = project.module(caller.path)
    assert module is not None
    if module.errors:
        raise refused("The calling file can't be read past this syntax error.", module, module.errors[0])
    assert entry.route is not None
    site = call_site_at(module, caller)
    read_sent(project, site, entry.route)
    return site


def _sent(sites: Sequence[CallSite]) -> tuple[str, ...]:
    """The keys that callers put into the query."""
    return tuple(dict.fromkeys(key for site in sites for key in site.query))

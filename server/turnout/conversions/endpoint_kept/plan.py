"""The way to an endpoint that stays: who can call an action instead, and what is left of the endpoint.

The work of the handler moves into a plain function that only server code can import. The action calls it for this
app's own pages, the endpoint for everybody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeAlias

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_kept.methods import method_of
from turnout.conversions.endpoint_kept.moving import moving_of
from turnout.conversions.endpoint_kept.planned import Method, Plan
from turnout.conversions.endpoint_to_action.alike import check_alike
from turnout.conversions.endpoint_to_action.callers.callers import check_callers, check_from_afar, is_by_itself
from turnout.conversions.endpoint_to_action.gate import guards
from turnout.conversions.endpoint_to_action.ground.plain import Plainness
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.ground.types import Types
from turnout.conversions.endpoint_to_action.methods import Endpoint, Read, read_methods
from turnout.conversions.endpoint_to_action.names import resource_name
from turnout.conversions.endpoint_to_action.place import place_for
from turnout.conversions.endpoint_to_action.plan import linked, notes_of
from turnout.conversions.endpoint_to_action.requests.alternatives import alternatives, find_kept
from turnout.conversions.endpoint_to_action.requests.written_out import WrittenOut, calls_to_write_out, write_out
from turnout.conversions.endpoint_to_action.writing.layer_text import wanted_of
from turnout.conversions.moving import free_path, kebab
from turnout.model.module import Module
from turnout.project.entries import Caller, Entry
from turnout.project.paths import folder_of
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript


def plan(project: Snapshot, entry: Entry) -> Plan | Refusal:
    """Decide everything, or refuse: a caller that can't call an action keeps the endpoint."""
    try:
        endpoint = _endpoint(project, entry)
    except Refused as given_up:
        return given_up.refusal
    kept: _Kept = {_place(each): (each, why) for each, why in _unable(project, entry)}
    while True:
        planned = _tried(project, endpoint, kept)
        if isinstance(planned, Plan):
            return planned
        blamed = [each for each in _blamed(project, entry, planned) if _place(each) not in kept]
        if not blamed:
            return planned
        kept.update((_place(each), (each, planned)) for each in blamed)


_Kept: TypeAlias = dict[tuple[str, int], tuple[Caller, Refusal]]
"""The callers that keep the endpoint, by their places, and why."""


def _place(caller: Caller) -> tuple[str, int]:
    return caller.path, caller.span.start


def _unable(project: Snapshot, entry: Entry) -> Iterator[tuple[Caller, Refusal]]:
    """The callers that can be told from afar; those that leave their request to other code are read later."""
    for caller in project.callers(entry):
        if caller.how == "swr-key":
            continue
        try:
            if caller.side == "client" and caller.how in ("call", "axios", "fetch", "swr-mutation", "request-object"):
                check_from_afar(project, caller)
            else:
                check_callers(project, entry, (caller,))
        except Refused as given_up:
            if given_up.refusal.path == caller.path:
                yield caller, given_up.refusal


def _endpoint(project: Snapshot, entry: Entry) -> Endpoint:
    app, module = project.app(entry.path), project.module(entry.path)
    if app is None or module is None:
        raise Refused(Refusal("The file can't be read.", entry.path, entry.span))
    guards.check_actions(app, entry, module)
    return Endpoint(app, entry, module)


def _tried(project: Snapshot, endpoint: Endpoint, kept: _Kept) -> Plan | Refusal:
    entry = endpoint.entry
    left = [each for each in project.callers(entry) if _place(each) not in kept and each.how != "swr-key"]
    if kept and not left:
        return next((why for each, why in kept.values() if each.side == "client"), next(iter(kept.values()))[1])
    try:
        besides = frozenset(path for path, _ in kept)
        written = write_out(project, [entry], WrittenOut(project), besides)
    except Refused as given_up:
        return given_up.refusal
    mates = {each for each in alternatives(written.project, [entry]) if each.path == entry.path} - {entry}
    if mates:
        with suppress(Refused):  # They stay as they are: the callers choose between a request and the action.
            theirs = {_place(caller): (caller, why) for mate in mates for caller, why in _unable(project, mate)}
            return _planned(project, written, endpoint, {**theirs, **kept}, sorted(mates, key=lambda each: each.span))
    try:
        return _planned(project, written, endpoint, kept, ())
    except Refused as given_up:
        return written.placed(project, given_up.refusal)


def _blamed(project: Snapshot, entry: Entry, refusal: Refusal) -> Iterator[Caller]:
    """The caller that a refusal is about: the one whose call is there, else the last one above it."""
    own = [each for each in project.callers(entry) if each.path == refusal.path and each.how != "swr-key"]
    if own and refusal.span is not None:
        at = refusal.span.start
        around = [each for each in own if each.whole.contains(refusal.span)]
        above = [each for each in own if each.span.start <= at]
        yield around[0] if around else above[-1] if above else own[0]
    elif refusal.path != entry.path:
        yield from calls_to_write_out(project, entry)


def _planned(project: Snapshot, written: WrittenOut, endpoint: Endpoint, kept: _Kept, mates: Sequence[Entry]) -> Plan:
    entry, module = endpoint.entry, endpoint.module
    read, notes, callers = _read(project, written, endpoint, kept)
    for mate in mates:
        more, told, found = _read(project, written, replace(endpoint, entry=mate), kept)
        read, notes, callers = [*read, *more], [*notes, *told], (*callers, *found)
        notes.append(f"{mate.name} gets a Server Action, too: a caller chooses between it and {entry.name}.")
    find_kept([site for each in read for site in each.sites])
    plainness = Plainness(Types(written.project))
    methods: list[Method] = []
    for each, is_linked in zip(read, linked(read), strict=True):
        methods.append(method_of(plainness, each, methods, is_linked=is_linked))
    for each in methods:
        check_alike(each.action, [other.action for other in methods])
    _check_tests(project, module, methods)
    moving = moving_of(module, methods)
    names = {name for each in methods for name in (each.function.name, each.action.name)} | set(moving.action_imports)
    layers = [layer for each in methods for layer in each.action.layers]
    place = place_for(
        written.project,
        endpoint.app,
        module,
        [each.path for each in callers],
        frozenset(names | set(moving.types)),
        resource_name(entry.route.pattern if entry.route else "/api"),
        lambda path: wanted_of(written.project, layers, path),
    )
    stem = kebab(methods[0].function.name)
    extension = "ts" if is_typescript(module.path) else "js"
    path = free_path(project, folder_of(place.path), (stem, f"{stem}-on-server"), extension)
    told = [
        *notes,
        *written.notes,
        *(note for each in methods for note in notes_of(each.action)),
        *_kept_notes(project, entry, methods, kept),
    ]
    return Plan(
        entry,
        module,
        place,
        path,
        _is_server_only(project, endpoint),
        tuple(methods),
        moving,
        tuple(dict.fromkeys(note for note in told if note is not None)),
        written,
    )


def _read(
    project: Snapshot, written: WrittenOut, endpoint: Endpoint, kept: _Kept
) -> tuple[list[Read], list[str | None], tuple[Caller, ...]]:
    """The handlers of an endpoint with the calls that can become those of an action."""
    entry = endpoint.entry
    callers = tuple(
        each for each in written.project.callers(entry) if (each.path, _placed(project, written, each)) not in kept
    )
    callers = check_callers(written.project, entry, callers)
    _check_methods(entry, callers)
    by_method = {
        method: [each for each in callers if each.method == method]
        for method in dict.fromkeys(each.method for each in callers if each.method is not None)
    }
    endpoint = replace(endpoint, senders=written.senders)
    return *read_methods(written.project, endpoint, by_method, keeps_entry=True), callers


def _is_server_only(project: Snapshot, endpoint: Endpoint) -> bool:
    """Whether the function's file can say that it is for the server: a test that imports the endpoint would break."""
    layers = project.layers(endpoint.module.path)
    return "test" not in layers and (layers <= {"handler"} or not endpoint.app.is_before(15))


def _placed(project: Snapshot, written: WrittenOut, caller: Caller) -> int:
    """Where a caller starts in the text as it is."""
    placed = written.placed(project, Refusal("", caller.path, caller.span))
    assert placed.span is not None
    return placed.span.start


def _check_tests(project: Snapshot, module: Module, methods: Sequence[Method]) -> None:
    """Refuses what a test that calls the handler itself, outside of any request of Next.js, could not run any more."""
    if "test" not in project.layers(module.path):
        return
    for each in methods:
        if names := sorted(each.function.handler.inputs.next_headers):
            raise refused(
                f"A test calls this handler itself, and {names[0]}() of next/headers works in requests only.",
                module,
                each.function.handler.function.name or each.function.handler.function,
            )


def _check_methods(entry: Entry, callers: Sequence[Caller]) -> None:
    for caller in callers:
        if entry.methods and caller.method not in entry.methods:
            raise Refused(Refusal(f"The endpoint does not answer {caller.method}.", caller.path, caller.span))


def _kept_notes(project: Snapshot, entry: Entry, methods: Sequence[Method], kept: _Kept) -> Iterator[str]:
    functions = {each.function.handler.method: each.function.name for each in methods}
    counted = Counter((caller.path, why.reason) for caller, why in kept.values())
    for caller, why in kept.values():
        count = counted.pop((caller.path, why.reason), 0)
        if not count:
            continue
        source = project.source(caller.path)
        line = source.lines.position(caller.span.start).line + 1 if source is not None else 1
        reason = why.reason
        if caller.side == "server" and caller.method in functions and not is_by_itself(project, caller):
            reason = f"Server code can call {functions[caller.method]}() instead of it."
        more = "" if count == 1 else f" and {count - 1} more place{'s' * (count > 2)} there"
        yield f"The endpoint stays for {caller.path}:{line}{more}. {reason}"
    importers = sorted(project.importers(entry.path))
    if importers:
        yield f"The endpoint stays for {importers[0]}, which imports it."
    elif not kept:
        yield f"Nothing that can be seen asks for {entry.name} any more: it stays for others."

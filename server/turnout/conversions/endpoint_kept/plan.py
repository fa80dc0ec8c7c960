"""The way to an endpoint that stays: who can call an action instead, and what is left of the endpoint.

The work of the handler moves into a plain function that only server code can import. The action calls it for this
app's own pages, the endpoint for everybody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_kept.moving import moving_of
from turnout.conversions.endpoint_kept.planned import Method, Plan
from turnout.conversions.endpoint_kept.sending import sendings
from turnout.conversions.endpoint_kept.taking import taking_of
from turnout.conversions.endpoint_to_action import guards, result
from turnout.conversions.endpoint_to_action.callers import check_callers
from turnout.conversions.endpoint_to_action.handler import Handler
from turnout.conversions.endpoint_to_action.kept import NOTE as COOKIES
from turnout.conversions.endpoint_to_action.layer_text import wanted_of
from turnout.conversions.endpoint_to_action.names import action_name, free_name, resource_name
from turnout.conversions.endpoint_to_action.place import place_for
from turnout.conversions.endpoint_to_action.plain import Plainness
from turnout.conversions.endpoint_to_action.plan import (
    Endpoint,
    Read,
    action_of,
    notes_of,
    read_methods,
)
from turnout.conversions.endpoint_to_action.planned import ActionPlan, Parameters, Shape
from turnout.conversions.endpoint_to_action.refused import Refused, refused
from turnout.conversions.endpoint_to_action.thrown import throws
from turnout.conversions.endpoint_to_action.types import Types
from turnout.conversions.endpoint_to_action.written_out import WrittenOut, calls_to_write_out, write_calls_out
from turnout.conversions.imports import names_in
from turnout.conversions.moving import free_path, kebab
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
    kept: dict[Caller, Refusal] = {}
    while True:
        planned = _tried(project, endpoint, kept)
        if isinstance(planned, Plan):
            return planned
        blamed = [each for each in _blamed(project, entry, planned) if each not in kept]
        if not blamed:
            return planned
        kept.update((each, planned) for each in blamed)


def _endpoint(project: Snapshot, entry: Entry) -> Endpoint:
    app, module = project.app(entry.path), project.module(entry.path)
    if app is None or module is None:
        raise Refused(Refusal("The file can't be read.", entry.path, entry.span))
    guards.check_actions(app, entry, module)
    return Endpoint(app, entry, module)


def _tried(project: Snapshot, endpoint: Endpoint, kept: dict[Caller, Refusal]) -> Plan | Refusal:
    entry = endpoint.entry
    try:
        written = write_calls_out(project, entry, frozenset(each.path for each in kept))
    except Refused as given_up:
        return given_up.refusal
    try:
        return _planned(project, written, endpoint, kept)
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


def _planned(project: Snapshot, written: WrittenOut, endpoint: Endpoint, kept: dict[Caller, Refusal]) -> Plan:
    entry, module = endpoint.entry, endpoint.module
    places = {(each.path, each.span.start) for each in kept}
    callers = tuple(
        each for each in written.project.callers(entry) if (each.path, _placed(project, written, each)) not in places
    )
    if kept and all(each.how == "swr-key" for each in callers):
        raise Refused(next(iter(kept.values())))
    callers = check_callers(written.project, entry, callers)
    _check_methods(entry, callers)
    by_method = {
        method: [each for each in callers if each.method == method]
        for method in dict.fromkeys(each.method for each in callers if each.method is not None)
    }
    read, notes = read_methods(written.project, endpoint, by_method)
    plainness = Plainness(Types(written.project))
    methods: list[Method] = []
    for each in read:
        methods.append(_method(plainness, _with_optional_query(each), [*methods]))
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
    told = [*notes, *(note for each in methods for note in notes_of(each.action)), *_kept_notes(project, entry, kept)]
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


def _is_server_only(project: Snapshot, endpoint: Endpoint) -> bool:
    """Whether the function's file can say that it is for the server: a test that imports the endpoint would break."""
    layers = project.layers(endpoint.module.path)
    return "test" not in layers and (layers <= {"handler"} or not endpoint.app.is_before(15))


def _placed(project: Snapshot, written: WrittenOut, caller: Caller) -> int:
    """Where a caller starts in the text as it is."""
    placed = written.placed(project, Refusal("", caller.path, caller.span))
    assert placed.span is not None
    return placed.span.start


def _check_methods(entry: Entry, callers: Sequence[Caller]) -> None:
    for caller in callers:
        if entry.methods and caller.method not in entry.methods:
            raise Refused(Refusal(f"The endpoint does not answer {caller.method}.", caller.path, caller.span))


def _with_optional_query(read: Read) -> Read:
    """What only the endpoint's other callers send, the action need not be given."""
    inputs = read.handler.inputs
    scalars = [replace(each, is_optional=each.carrier == "query") for each in inputs.scalars]
    for each in inputs.replaced:
        if any(isinstance(part, str) and part.startswith("{") for part in each.parts):
            raise refused(
                "The handler uses its query or its segments as a whole, and nobody knows what else others send.",
                read.handler.module,
                each.span,
            )
    return replace(read, handler=replace(read.handler, inputs=replace(inputs, scalars=scalars)))


# -------------------------------------------------------------------- methods


def _method(plainness: Plainness, read: Read, before: Sequence[Method]) -> Method:
    handler = read.handler
    _check_handler(read)
    function_name, name = _names(read, before)
    action = action_of(plainness, read, name, is_linked=False)
    _check_results(handler, action)
    response = None
    if not handler.is_route_handler:
        response = handler.module.source.text(handler.function.parameters[1].pattern.span)
    success, failure = sendings(handler.module, handler.answers, response)
    taking = taking_of(handler, action.parameters)
    shape = _shape(handler)
    inner = replace(handler, inputs=taking.inputs, layers=())
    answers = result.planned_answers(plainness, inner, shape, read.sites)
    for answer in answers:
        if answer.is_text and answer.answer.kind == "json":
            reading = next(each for site in read.sites for each in site.reads if each.form == "text")
            module = next(site.module for site in read.sites if reading in site.reads)
            raise refused("This caller reads JSON as text.", module, reading.code)
    passes_on = action.shape.form == "bare" or action.shape.success_data or action.shape.failure_data
    function = ActionPlan(
        inner,
        function_name,
        taking.parameters,
        shape,
        tuple(each if passes_on else replace(each, is_flattened=False) for each in answers),
        (),
        (),
        shape.form == "result" and (action.tells_by_ok or result.tells_by_ok(inner, shape)),
        shape.form == "result" and action.tells_by_status,
    )
    own = replace(
        action,
        handler=replace(handler, inputs=replace(handler.inputs, made=_made(handler, taking.made))),
        parameters=_bare(action, taking.reads if taking.is_split else frozenset()),
    )
    return Method(function, own, taking, success, failure)


def _check_results(handler: Handler, action: ActionPlan) -> None:
    """Refuses an action whose callers read more, or something else, than the endpoint's other callers do."""
    for answer in handler.answers:
        if throws(action.handler) and answer.kind != "json":
            raise refused("This answer is no JSON, but a caller that could call an action reads JSON.", handler.module,
                          answer.span)  # fmt: skip
        if action.shape.fallback is not None and answer.kind != "json":
            raise refused(
                "This answer is no JSON, and a caller that could call an action has something of its own for it.",
                handler.module,
                answer.span,
            )
        if action.shape.phrase != "none":
            raise refused("A caller that could call an action reads the statusText.", handler.module, answer.span)


def _made(handler: Handler, names: Mapping[str, str]) -> dict[tuple[int, str], str]:
    return {(layer, name): names[name] for layer, name in handler.inputs.made}


def _bare(action: ActionPlan, keys: frozenset[str]) -> Parameters:
    """Defaults and patterns are the function's: the action passes on, of the body's ``keys`` those that it gets."""
    parameters = action.parameters
    sent = {given.key for planned in action.sites for given in planned.arguments}
    members = tuple(
        replace(each, pattern=None, default=None, is_optional=each.is_optional or each.default is not None)
        for each in parameters.members
        if each.key in sent or each.key not in keys
    )
    return replace(parameters, members=members, is_object=parameters.is_object or any(e.is_optional for e in members))


def _check_handler(read: Read) -> None:
    """Refuses what an endpoint can't do for a function that it calls."""
    handler = read.handler
    if COOKIES in handler.notes:
        raise refused(
            "The endpoint puts cookies on its response: set them by cookies() of next/headers first.",
            handler.module,
            handler.function.name or handler.function,
        )
    if handler.is_route_handler:
        return
    if len(handler.runs) != 1:
        raise refused(
            "Code in front of the choice by method runs for other methods, too: it can't move with this one.",
            handler.module,
            handler.function.name or handler.function,
        )
    if handler.inputs.next_headers or any(each.parts == () for each in handler.inputs.replaced):
        raise refused(
            "The API route reads headers, cookies or the session off its request, which a function that an action "
            "calls, too, has not.",
            handler.module,
            handler.function.name or handler.function,
        )


def _shape(handler: Handler) -> Shape:
    """All that the endpoint needs to answer: the body where there is one answer, else the status, too."""
    first, *others = handler.answers
    if not others and first.made is None and first.status_code is None:
        return Shape("none" if first.body is None else "bare")
    has_data = any(each.body is not None for each in handler.answers)
    return Shape(
        "result",
        status=True,
        success_data=has_data,
        failure_data=has_data,
        has_failures=any(each.may_fail for each in handler.answers),
    )


def _names(read: Read, before: Sequence[Method]) -> tuple[str, str]:
    """``createTask`` for the function, ``createTaskAction`` for the action."""
    modules = [read.handler.module, *(site.module for site in read.sites)]
    taken = {name for module in modules for name in names_in(module)}
    taken |= {name for each in before for name in (each.function.name, each.action.name)}
    body, route = read.handler.inputs.body, read.endpoint.entry.route
    uploads = body is not None and body.form == "form"
    wanted = action_name(read.handler.method, route.pattern if route else "/api", uploads=uploads)
    function = wanted if free_name(wanted, taken) == wanted else f"handle{wanted[:1].upper()}{wanted[1:]}"
    return free_name(function, taken), free_name(f"{wanted}Action", taken | {function})


def _kept_notes(project: Snapshot, entry: Entry, kept: dict[Caller, Refusal]) -> Iterator[str]:
    for caller, why in kept.items():
        source = project.source(caller.path)
        line = source.lines.position(caller.span.start).line + 1 if source is not None else 1
        yield f"The endpoint stays for {caller.path}:{line}. {why.reason}"
    if not kept:
        yield f"Nothing that can be seen asks for {entry.name} any more: it stays for others."

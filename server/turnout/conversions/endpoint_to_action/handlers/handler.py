"""One handler, read for one HTTP method: what runs, what it reads, what it answers, whether it can throw."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.inputs import Inputs
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.handlers.answers import Answer, RouteAnswers
from turnout.conversions.endpoint_to_action.handlers.api_answers import ApiAnswers
from turnout.conversions.endpoint_to_action.handlers.dispatch import Run, runs_for
from turnout.conversions.endpoint_to_action.handlers.given import Asked, read_inputs
from turnout.conversions.endpoint_to_action.handlers.handed import check_keys
from turnout.conversions.endpoint_to_action.handlers.kept import NOTE as COOKIES
from turnout.conversions.endpoint_to_action.handlers.layers import Keys, Layer
from turnout.conversions.endpoint_to_action.handlers.not_found import leaves_by_it
from turnout.conversions.endpoint_to_action.handlers.rethrown import rethrown
from turnout.conversions.flow import may_end
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.project.routes import Segment
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span

_LEAVES = frozenset({"redirect", "permanentRedirect", "notFound", "forbidden", "unauthorized"})
_SAFE = re.compile(
    r"console\.\w+|String|Number|Boolean|parseInt|parseFloat|Date\.now|Math\.\w+|JSON\.stringify|Object\.(?:keys|values|entries|assign)"
    r"|Array\.isArray|NextResponse\.json|Response\.json"
)
_SAFE_METHODS = frozenset(
    {
        "includes",
        "trim",
        "toLowerCase",
        "toUpperCase",
        "startsWith",
        "endsWith",
        "push",
        "map",
        "filter",
        "find",
        "some",
        "every",
        "join",
        "split",
        "slice",
        "toISOString",
        "get",
        "status",
        "json",
        "end",
        "send",
        "test",
        "replace",
    }
)


@dataclass(frozen=True)
class Handler:
    """A handler as one method of it."""

    module: Module
    function: c.Function
    statement: c.Statement
    """The statement at the top of the file that holds the function."""
    method: str
    runs: tuple[Run, ...]
    inputs: Inputs
    answers: tuple[Answer, ...]
    can_throw: bool
    notes: tuple[str, ...]
    is_route_handler: bool
    layers: tuple[Layer, ...] = ()
    """Its wrappers, from the outside in."""
    segments: tuple[Segment, ...] = ()
    """Of the URL that it answered."""
    cookies: str = "await cookies()"
    """How it gets at cookies: before Next.js 15 without waiting."""
    rethrown: c.Throw | None = None
    """The one place where errors leave it."""

    @property
    def all_answers(self) -> tuple[Answer, ...]:
        """Its own, and what its wrappers answer instead, but for those that an error stands for."""
        everything = (*self.answers, *(answer for layer in self.layers for answer in layer.answers))
        return tuple(answer for answer in everything if not answer.throws)

    @property
    def statuses(self) -> frozenset[int] | None:
        """All that it can answer with, Next.js's own 500 among them; None where one can't be told."""
        if any(answer.made is not None or answer.status_code is not None for answer in self.all_answers):
            return None
        return frozenset({500, *(answer.status for answer in self.all_answers)})

    @property
    def successes(self) -> frozenset[int] | None:
        """The statuses of all answers that are a success; None where one is chosen at run time, or by other code."""
        found = [answer for answer in self.all_answers if answer.may_succeed]
        if any(answer.made is not None or answer.status_code is not None for answer in found):
            return None
        return frozenset(answer.status for answer in found)

    @property
    def live(self) -> tuple[c.Code, ...]:
        """What runs for the method."""
        return _live(self.function, self.runs)


def read_handler(
    project: Snapshot,
    module: Module,
    function: c.Function,
    entry: Entry,
    method: str,
    sync_headers: bool,
    sent: Collection[str] = (),
    layers: tuple[Layer, ...] = (),
    session: c.Name | None = None,
    *,
    keeps_entry: bool = False,
) -> Handler:
    """Everything about one method; refuses what an action has no word for.

    ``session`` is what gives the session that a wrapper put into ``req.auth``; ``keeps_entry`` says that others go on
    calling the endpoint, by headers of their own.
    """
    if function.is_generator:
        raise refused("The handler is a generator: it streams its answer.", module, function)
    is_api_route = entry.kind == "api-route"
    runs = runs_for(module, function, method) if is_api_route else _all_of(function)
    live = _live(function, runs)
    # A wrapper that answers errors answers that of notFound(), too.
    is_caught = is_api_route or any(layer.mapped is not None for layer in layers)
    _check_live(module, live, None if is_caught else function)
    if not is_api_route and not layers and function.parameters and not keeps_entry:
        pattern = function.parameters[0].pattern
        check_keys(project, module, module.scopes.binding(pattern) if isinstance(pattern, c.Name) else None)
    # A route handler's answers are what it returns; an API route's are what it does to its second parameter.
    route = None if is_api_route else RouteAnswers(project, module, function, sync_headers=sync_headers)
    answers = route.read() if route is not None else ()
    segments = entry.route.params if entry.route is not None else ()
    inputs = read_inputs(
        project,
        module,
        function,
        live,
        segments,
        sent,
        is_api_route=is_api_route,
        sync_headers=sync_headers,
        roles=layers[-1].wrapped.given if layers else None,
        asked=_asked(layers, entry, module),
        session=session,
        method="" if is_api_route else method,
        path=() if is_api_route else _path(project, entry),
        keeps_entry=keeps_entry,
    )
    answers = tuple(each for each in answers if not any(span.contains(each.span) for span in inputs.gone))
    for layer in layers:
        for part in (layer.shared, layer.mapped):
            inputs.widened += part.widened if part is not None else ()
        for parts in layer.asked:
            inputs.next_headers.update(set(parts.members) & {"headers", "cookies"})
    notes = [*inputs.notes, *(route.notes if route is not None else ())]
    kept = list(route.kept.found.values()) if route is not None else []
    for each in kept:
        inputs.replaced += each.replaced
        inputs.gone += (statement.span for _, statement in each.headers)
    sets_cookies = any(each.replaced for each in kept) or any(each.cookies for each in answers)
    cookies = [part.span for each in kept for part in each.replaced]
    cookies += [call.span for each in answers for call in each.cookies]
    if is_api_route:
        api = _api_answers(module, function, runs, inputs, sync_headers=sync_headers)
        answers = api.read()
        inputs.gone += api.gone
        inputs.replaced += api.cookies
        sets_cookies = sets_cookies or bool(api.cookies)
        notes += api.notes
        if runs and not _ends_with_answer(runs[-1].statements[-1], answers):
            raise refused("Not every path of the handler answers.", module, runs[-1].statements[-1])
    if sets_cookies:
        inputs.next_headers.add("cookies")
        notes.append(COOKIES)
    if not answers:
        raise refused(f"Nothing in the handler answers {method}.", module, function.name or function)
    return Handler(
        module,
        function,
        statement=next(each for each in module.body if each.span.contains(function.span)),
        method=method,
        runs=runs,
        inputs=inputs,
        answers=answers,
        can_throw=_leaves(
            layers, inputs.session is not None or any(_can_throw(module, each, cookies) for each in live)
        ),
        notes=tuple(dict.fromkeys(notes)),
        is_route_handler=not is_api_route,
        layers=layers,
        segments=entry.route.segments if entry.route is not None else (),
        cookies="cookies()" if sync_headers else "await cookies()",
        rethrown=None
        if layers or inputs.session is not None or inputs.first is not None
        else rethrown(module, live, lambda code: _can_throw(module, code, cookies)),
    )


def _asked(layers: tuple[Layer, ...], entry: Entry, module: Module) -> list[Asked]:
    """What the wrappers read of the segments and the query."""
    found: list[Asked] = []
    for layer in layers:
        if any("nextUrl" in parts.members for parts in layer.asked):
            found += _asked_by_path(entry, module)
        for argument in layer.shared.arguments if layer.shared is not None else ():
            if not isinstance(argument, Keys):
                continue
            for key in argument.keys:
                if argument.carrier == "segment" and (entry.route is None or key not in entry.route.params):
                    raise refused(
                        f'The wrapper {layer.wrapped.name}() reads the segment "{key}", which this URL has not.',
                        module,
                        entry.span,
                    )
                found.append(Asked(argument.carrier, key))
    return found


def _path(project: Snapshot, entry: Entry) -> tuple[Segment, ...]:
    """The path of an endpoint, when each of its segments is one and nothing is put around it."""
    app, route = project.app(entry.path), entry.route
    if app is None or route is None or route.base_path or app.config.trailing_slash:
        return ()
    is_plain = all(each.kind in ("static", "dynamic") for each in route.segments)
    return route.segments if is_plain else ()


def _asked_by_path(entry: Entry, module: Module) -> list[Asked]:
    """The segments of the path that a wrapper looks at."""
    segments = entry.route.segments if entry.route is not None else ()
    if any(each.kind not in ("static", "dynamic") for each in segments):
        raise refused("The wrapper looks at the path, which is of any length.", module, entry.span)
    return [Asked("segment", each.name) for each in segments if each.kind == "dynamic"]


def _leaves(layers: tuple[Layer, ...], throws: bool) -> bool:
    """Whether an error comes out of all wrappers."""
    for layer in reversed(layers):
        throws = throws or (layer.shared is not None and layer.wrapped.covered is None)
        if layer.mapped is not None:
            throws = throws and layer.mapped.rethrows
    return throws


def _all_of(function: c.Function) -> tuple[Run, ...]:
    """A route handler has a function for each method: all of it runs."""
    if not isinstance(function.body, c.Block) or not function.body.body:
        return ()
    return (Run(function.body.body, True, function.body),)


def _live(function: c.Function, runs: tuple[Run, ...]) -> tuple[c.Code, ...]:
    if runs:
        return tuple(statement for run in runs for statement in run.statements)
    body = function.body
    return (body,) if body is not None and not isinstance(body, c.Block) else ()


def _check_live(module: Module, live: tuple[c.Code, ...], not_found_in: c.Function | None) -> None:
    """Refuses a handler that leaves by ``redirect()``, or streams; ``notFound()`` of a route handler is an answer."""
    for code in (code for each in live for code in c.walk(each)):
        match code:
            case c.Call(callee=c.Name(name=name)) if name in _LEAVES and _is_next(module, name):
                above = module.parents.get(id(code))
                if not_found_in is not None and above is not None and leaves_by_it(module, not_found_in, above):
                    continue
                raise refused(f"The handler leaves by {name}(), which does something else in an action.", module, code)
            case c.New(callee=callee) if c.dotted(callee) in ("ReadableStream", "TransformStream"):
                raise refused("The handler streams its answer.", module, code)
            case _:
                pass


def _api_answers(
    module: Module, function: c.Function, runs: tuple[Run, ...], inputs: Inputs, *, sync_headers: bool
) -> ApiAnswers:
    """``(req, res) => …``, read for what is done to ``res``."""
    response = function.parameters[1].pattern if len(function.parameters) > 1 else None
    if response is not None and not isinstance(response, c.Name):
        raise refused("The handler takes its response apart.", module, response)
    binding = module.scopes.binding(response) if response is not None else None
    statements = [each for run in runs for each in run.statements]
    # getServerSession(req, res, …) was understood with the request.
    return ApiAnswers(
        module, function, statements, binding, [each.span for each in inputs.replaced], sync_headers=sync_headers
    )


def _ends_with_answer(statement: c.Statement, answers: tuple[Answer, ...]) -> bool:
    """Whether each way through a statement ends with an answer, or an error."""
    if any(answer.span.contains(statement.span) or statement.span.contains(answer.span) for answer in answers):
        if not isinstance(statement, (c.If, c.Try, c.Block, c.Switch, c.For, c.ForEach, c.While)):
            return True
    match statement:
        case c.Return() | c.Throw():
            return True
        case c.Block(body=body):
            return bool(body) and _ends_with_answer(body[-1], answers)
        case c.If(then=then, otherwise=otherwise):
            return otherwise is not None and all(_ends_with_answer(each, answers) for each in (then, otherwise))
        case c.Try(block=block, handler=handler):
            return _ends_with_answer(block, answers) and (handler is None or _ends_with_answer(handler, answers))
        case _:
            return not may_end(statement)


def _is_next(module: Module, name: str) -> bool:
    imported = module.import_of.get(name)
    return imported is not None and imported.source.value.startswith("next/")


def _can_throw(module: Module, code: c.Code, harmless: Collection[Span] = ()) -> bool:
    """Whether an error can leave the function: whatever calls something unknown outside of a try with a catch.

    What is ``harmless``, or a call that begins with it (``res.cookies``), does not.
    """
    match code:
        case c.Function():
            return False
        case c.Try(block=block, handler=handler, finalizer=finalizer):
            inside = False if handler is not None else _can_throw(module, block, harmless)
            rest = [each for each in (handler, finalizer) if each is not None]
            return inside or any(_can_throw(module, each, harmless) for each in rest)
        case c.Throw() | c.TaggedTemplate():
            return True
        case c.New(callee=callee):
            if c.dotted(callee) not in ("NextResponse", "Response", "Date", "Map", "Set", "URL", "Error"):
                return True
        case c.Call(callee=callee):
            name = c.dotted(callee) or ""
            method = callee.name if isinstance(callee, c.Member) else ""
            is_harmless = code.span in harmless or (isinstance(callee, c.Member) and callee.object.span in harmless)
            if not is_harmless and not _SAFE.fullmatch(name) and method not in _SAFE_METHODS:
                return True
        case _:
            pass
    return any(_can_throw(module, below, harmless) for below in c.children(code))

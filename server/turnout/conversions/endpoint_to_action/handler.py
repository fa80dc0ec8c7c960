"""One handler, read for one HTTP method: what runs, what it reads, what it answers, whether it can throw."""

from __future__ import annotations

import re
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.answers import Answer, ApiAnswers, RouteAnswers
from turnout.conversions.endpoint_to_action.dispatch import Run, always_exits, runs_for
from turnout.conversions.endpoint_to_action.inputs import Inputs
from turnout.conversions.endpoint_to_action.refused import refused
from turnout.conversions.endpoint_to_action.request import read_inputs
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
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
    is_route_handler: bool = True

    @property
    def live(self) -> tuple[c.Code, ...]:
        """What runs for the method."""
        if self.runs:
            return tuple(statement for run in self.runs for statement in run.statements)
        body = self.function.body
        return (body,) if body is not None and not isinstance(body, c.Block) else ()

    def is_live(self, span: Span) -> bool:
        return any(each.span.contains(span) for each in self.live)


def read_handler(module: Module, function: c.Function, entry: Entry, method: str, sync_headers: bool) -> Handler:
    """Everything about one method; refuses what an action has no word for."""
    is_api_route = entry.kind == "api-route"
    statement = next(each for each in module.body if each.span.contains(function.span))
    if function.is_generator:
        raise refused("The handler is a generator: it streams its answer.", module, function)
    if is_api_route:
        runs = runs_for(module, function, method)
    elif isinstance(function.body, c.Block):
        runs = (Run(function.body.body, True, function.body),) if function.body.body else ()
    else:
        runs = ()
    live: tuple[c.Code, ...] = tuple(each for run in runs for each in run.statements)
    if not live and function.body is not None and not isinstance(function.body, c.Block):
        live = (function.body,)
    for code in (code for each in live for code in c.walk(each)):
        match code:
            case c.Call(callee=c.Name(name=name)) if name in _LEAVES and _is_next(module, name):
                raise refused(f"The handler leaves by {name}(), which does something else in an action.", module, code)
            case c.New(callee=callee) if c.dotted(callee) in ("ReadableStream", "TransformStream"):
                raise refused("The handler streams its answer.", module, code)
            case _:
                pass
    segments = entry.route.params if entry.route is not None else ()
    route = None if is_api_route else RouteAnswers(module, function)
    answers = route.read() if route is not None else ()
    inputs = read_inputs(module, function, live, segments, is_api_route=is_api_route, sync_headers=sync_headers)
    notes: list[str] = list(route.notes) if route is not None else []
    if is_api_route:
        parameter = function.parameters[1].pattern if len(function.parameters) > 1 else None
        if parameter is not None and not isinstance(parameter, c.Name):
            raise refused("The handler takes its response apart.", module, parameter)
        binding = module.scopes.binding(parameter) if isinstance(parameter, c.Name) else None
        statements = [each for run in runs for each in run.statements]
        reader = ApiAnswers(module, function, statements, binding)
        # getServerSession(req, res, …) was already understood
        handed = [each.span for each in inputs.replaced]
        if binding is not None:
            binding.references[:] = [
                each for each in binding.references if not any(span.contains(each.span) for span in handed)
            ]
        answers = reader.read()
        inputs.gone += reader.gone
        notes += reader.notes
    if is_api_route and runs and not _ends_with_answer(runs[-1].statements[-1], answers):
        raise refused("Not every path of the handler answers.", module, runs[-1].statements[-1])
    if not answers:
        raise refused(f"Nothing in the handler answers {method}.", module, function.name or function)
    can_throw = any(_can_throw(module, each) for each in live)
    return Handler(
        module,
        function,
        statement,
        method,
        runs,
        inputs,
        answers,
        can_throw,
        tuple(dict.fromkeys(notes)),
        not is_api_route,
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
            return always_exits(statement)


def _is_next(module: Module, name: str) -> bool:
    imported = module.import_of.get(name)
    return imported is not None and imported.source.value.startswith("next/")


def _can_throw(module: Module, code: c.Code) -> bool:
    """Whether an error can leave the function: whatever calls something unknown outside of a try with a catch."""
    match code:
        case c.Function():
            return False
        case c.Try(block=block, handler=handler, finalizer=finalizer):
            inside = False if handler is not None else _can_throw(module, block)
            rest = [each for each in (handler, finalizer) if each is not None]
            return inside or any(_can_throw(module, each) for each in rest)
        case c.Throw() | c.TaggedTemplate():
            return True
        case c.New(callee=callee):
            if c.dotted(callee) not in ("NextResponse", "Response", "Date", "Map", "Set", "URL", "Error"):
                return True
        case c.Call(callee=callee):
            name = c.dotted(callee) or ""
            method = callee.name if isinstance(callee, c.Member) else ""
            if not _SAFE.fullmatch(name) and method not in _SAFE_METHODS:
                return True
        case _:
            pass
    return any(_can_throw(module, below) for below in c.children(code))

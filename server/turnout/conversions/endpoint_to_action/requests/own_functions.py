"""What the project's own request function does for one call: its text with the arguments put in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from turnout.conversions.endpoint_to_action.ground.functions import function_called
from turnout.conversions.endpoint_to_action.ground.pure import has_work
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.requests.attempts import (
    is_only_for_its_value,
    is_unread,
    leaves_reading,
    on_failure,
    throws_again,
)
from turnout.conversions.endpoint_to_action.requests.opening import Opening
from turnout.conversions.imports import Wanted
from turnout.conversions.moving import declared_names
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript


@dataclass(frozen=True)
class Steps:
    """``request`` is awaited and called ``response``, ``checks`` follow, and ``result`` is given back."""

    request: str
    response: str = "res"
    checks: tuple[str, ...] = ()
    """Statements, from the first column."""
    result: str | None = None
    returns_early: bool = False
    names: frozenset[str] = frozenset()
    """What the statements declare."""
    imports: tuple[Wanted, ...] = ()
    """What the caller must import for them."""
    on_failure: tuple[str, ...] = ()
    """The functions that take what is thrown, the inner one first."""
    leaves_reading: bool = False
    """Whether they don't take what is thrown where the body is read."""
    has_substitute: bool = False
    """Whether one of them gives something back, instead of throwing again."""
    kind: str = ""
    """The type that the function says it gives, where TypeScript would take that for something else."""


def steps_of(project: Snapshot, module: Module, call: c.Call) -> Steps:
    """The steps of a call of the project's own function; refuses a function that does more."""
    found = function_called(project, module, call.callee)
    if found is None:
        hook = _hook_behind(module, call)
        name = c.dotted(call.callee) or "this function"
        if hook is not None:
            raise refused(f"{name}() comes from {hook}(), which does more than to request.", module, call)
        raise refused(f"What {name}() requests can't be followed.", module, call)
    opening = Opening(project, module, call, *found)
    steps = _steps(opening)
    if steps.has_substitute and is_typescript(module.path) and not is_unread(module, call):
        kind = opening.function.return_type
        if kind is None:
            name = c.dotted(call.callee) or "This function"
            raise refused(
                f"{name}() gives a value of its own on failure, whose type can't be told: call fetch() here instead.",
                module,
                call,
            )
        steps = replace(steps, kind=opening.text(kind).lstrip(": "))
    return replace(steps, imports=tuple(opening.imports.values()))


def _hook_behind(module: Module, call: c.Call) -> str | None:
    """``const { send } = useRequest()``"""
    binding = module.scopes.binding(call.callee) if isinstance(call.callee, c.Name) else None
    value = c.bare(binding.value) if binding is not None and binding.value is not None else None
    name = c.dotted(value.callee) if isinstance(value, c.Call) else None
    return name if name is not None and name.startswith("use") else None


def _steps(opening: Opening) -> Steps:
    body = opening.function.body
    if body is None:
        raise opening.unclear()
    if not isinstance(body, c.Block):
        return _passed_on(opening, body)
    return _steps_in(opening, body.body)


def _steps_in(opening: Opening, body: Sequence[c.Statement]) -> Steps:
    statements = list(body)
    while statements and (leading := _constant(opening, statements[0])) is not None and leading.value is not None:
        opening.leading[id(leading)] = leading.value
        statements.pop(0)
    if not statements:
        raise opening.unclear()
    first, *rest = statements
    match first:
        case c.Try() if not rest:
            return _attempted(opening, first)
        case c.Return(value=value) if value is not None and not rest:
            return _passed_on(opening, value)
        case c.Declare(declarators=(c.Declarator(pattern=c.Name() as name, value=c.Await(value=request)),)):
            pass
        case _:
            raise opening.unclear()
    last = rest[-1] if rest else None
    checks = rest[:-1] if isinstance(last, c.Return) else rest
    inner = [code for each in checks for code in c.walk(each)]
    return Steps(
        opening.flush(request),
        name.name,
        tuple(opening.flush(each) for each in checks),
        _result(opening, last) if isinstance(last, c.Return) else None,
        any(isinstance(code, c.Return) and opening.home.function_around(code) is opening.function for code in inner),
        frozenset({name.name, *(each.name for check in checks for each in declared_names(check))}),
    )


def _attempted(opening: Opening, attempt: c.Try) -> Steps:
    """``try { … return await res.json(); } catch (error) { return false; }``"""
    taken = on_failure(opening, attempt)
    leaves = leaves_reading(opening, attempt)
    steps = _steps_in(opening, attempt.block.body)
    if opening.outer is None and is_unread(opening.module, opening.call) and is_only_for_its_value(attempt):
        return replace(steps, checks=(), result=None, on_failure=("() => {}",))
    if leaves and (steps.checks or steps.on_failure):
        raise opening.unclear()
    gives = steps.has_substitute or not throws_again(opening, attempt)
    return replace(steps, on_failure=(*steps.on_failure, taken), leaves_reading=leaves, has_substitute=gives)


def _passed_on(opening: Opening, value: c.Expression) -> Steps:
    """``(url, body) => request(url, { method: 'POST', body })``"""
    asked = c.bare(value.value if isinstance(value, c.Await) else value)
    further = function_called(opening.project, opening.home, asked.callee) if isinstance(asked, c.Call) else None
    if further is None or not isinstance(asked, c.Call):
        return Steps(opening.flush(asked))
    depth, above = 0, opening.outer
    while above is not None:
        depth, above = depth + 1, above.outer
    if depth > 3:
        raise opening.unclear()
    return _steps(Opening(opening.project, opening.home, asked, *further, opening))


def _result(opening: Opening, last: c.Return) -> str | None:
    if last.value is None:
        return None
    if isinstance(last.value, c.Cast) and last.value.type is not None:
        kind = opening.text(last.value.type).strip()
        if kind.startswith("Promise<") and not isinstance(last.value.value, c.Await):
            return f"(await {opening.text(last.value.value)}) as {kind[len('Promise<') : -1]}"
        return opening.text(last.value)
    text = opening.text(last.value)
    given = opening.call.type_arguments
    if given is None or opening.function.type_parameters is None or not _gives_its_type(opening):
        return text
    kind = next(iter(opening.types.values()))
    return f"({text if text.startswith('await ') else f'await {text}'}) as {kind}"


def _gives_its_type(opening: Opening) -> bool:
    """Whether ``<T>`` is what a function gives, and not a part of it: ``Promise<T>``, or nothing is said."""
    kind = opening.function.return_type
    declared = opening.home.source.text(kind.span).lstrip(": ") if kind is not None else ""
    parameter = next(iter(opening.types), "")
    return not declared or declared in (parameter, f"Promise<{parameter}>", f"Promise<{parameter} | null>")


def _constant(opening: Opening, statement: c.Statement) -> Binding | None:
    """``const url = `/api${path}`;`` before the request: its name stands for its value."""
    match statement:
        case c.Declare(kind="const", declarators=(c.Declarator(pattern=c.Name() as name, value=value),)) if (
            value is not None
            and not isinstance(value, c.Await)
            and not has_work(value)
            and not any(_tells_time(code) for code in c.walk(value))
        ):
            return opening.home.scopes.binding(name)
        case _:
            return None


def _tells_time(code: c.Code) -> bool:
    """``Date.now()`` is another one at each place."""
    match code:
        case c.Call(callee=callee):
            return c.dotted(callee) in ("Date.now", "Math.random", "performance.now")
        case c.New(callee=callee, arguments=()):
            return c.dotted(callee) == "Date"
        case _:
            return False

"""A response handed to a function of the project that reads it, ``await handleResponse(res)``, which is written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.functions import function_called
from turnout.conversions.endpoint_to_action.ground.last_use import without_function
from turnout.conversions.endpoint_to_action.ground.refused import Refused
from turnout.conversions.endpoint_to_action.requests.opening import Opening
from turnout.conversions.imports import Wanted
from turnout.conversions.moving import declared_names
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style, reindent
from turnout.text.edits import Edit
from turnout.text.span import Span


@dataclass(frozen=True)
class HelperEdits:
    edits: tuple[Edit, ...] = ()
    calls: tuple[Span, ...] = ()
    """The calls that are gone, and with them the need for what they named."""
    imports: tuple[Wanted, ...] = ()


@dataclass(frozen=True)
class _Body:
    """A function's statements in the caller's words, from the first column."""

    checks: tuple[str, ...]
    result: str | None
    returns_early: bool
    names: frozenset[str]
    awaits: bool


def helper_edits(project: Snapshot, module: Module, request: c.Call) -> HelperEdits:
    """The edits that write out what reads the response of one ``fetch``; none where nothing of the project does."""
    named = _named(project, module, request)
    if named is not None:
        return HelperEdits((named,))
    for call, response in handed_to(module, request):
        found = function_called(project, module, call.callee)
        if found is None or found[1].is_generator or not is_plain(found[1]):
            continue
        try:
            opening = Opening(project, module, call, *found)
            edit = _placed(module, call, response, _body(opening), Style.of(module.source))
        except Refused:
            continue  # That the response goes there is what matters.
        if edit is None:
            continue
        wanted = tuple(opening.imports.values())
        return HelperEdits((edit, *without_function(module, call, found)), (call.span,), wanted)
    return _passed_by_name(project, module, request)


def handed_to(module: Module, request: c.Call) -> Iterator[tuple[c.Call, c.Expression]]:
    """The calls that are given the response."""
    above = module.parents.get(id(request))
    names: Sequence[c.Name] = ()
    match above:
        case c.Await():
            over = module.parents.get(id(above))
            if isinstance(over, c.Declarator) and isinstance(over.pattern, c.Name):
                names = _references(module, over.pattern)
            elif isinstance(over, c.Assign) and isinstance(over.target, c.Name):
                names = _references(module, over.target)
        case c.Member(name="then"):
            then = module.parents.get(id(above))
            first = c.bare(then.arguments[0]) if isinstance(then, c.Call) and then.arguments else None
            if isinstance(first, c.Function) and first.parameters and isinstance(first.parameters[0].pattern, c.Name):
                names = _references(module, first.parameters[0].pattern)
        case _:
            pass
    for name in names:
        call = module.parents.get(id(name))
        if isinstance(call, c.Call) and call.callee is not name:
            yield call, name


def _named(project: Snapshot, module: Module, request: c.Call) -> Edit | None:
    """``return handleResponse(await fetch(…))``: the response gets a name first."""
    awaited = module.parents.get(id(request))
    call = module.parents.get(id(awaited)) if isinstance(awaited, c.Await) else None
    if not isinstance(call, c.Call) or call.callee is awaited or not isinstance(call.callee, (c.Name, c.Member)):
        return None
    over = module.parents.get(id(call))
    statement = _statement_of(module, over if isinstance(over, c.Await) else call)
    if statement is None or call.arguments[0] is not awaited or not isinstance(awaited, c.Await):
        return None
    if function_called(project, module, call.callee) is None:
        return None
    name = next((each for each in ("res", "response") if not _clashes(module, statement, frozenset({each}))), None)
    if name is None:
        return None
    source, style = module.source, Style.of(module.source)
    before = source.text(Span(statement.span.start, awaited.span.start))
    after = source.text(Span(awaited.span.end, statement.span.end))
    indent = source.indent_at(statement.span.start)
    first = style.statement(f"const {name} = {source.text(awaited.span)}")
    return _instead(module, statement, [reindent(each, indent, "") for each in (first, before + name + after)], style)


def _references(module: Module, name: c.Name) -> Sequence[c.Name]:
    binding = module.scopes.binding(name)
    return binding.references if binding is not None else ()


def is_plain(function: c.Function) -> bool:
    """Whether a function can stand elsewhere: it has no ``this`` and does not call itself by its own name."""
    name = function.name.name if function.name is not None else None
    return not any(
        isinstance(code, c.This) or (name is not None and isinstance(code, c.Name) and code.name == name)
        for code in c.walk_own(function)
    )


def _body(opening: Opening) -> _Body:
    function = opening.function
    body = function.body
    if body is None:
        raise opening.unclear()
    if not isinstance(body, c.Block):
        return _Body((), opening.flush(body), False, frozenset(), _awaits(function))
    statements = list(body.body)
    last = statements[-1] if statements and isinstance(statements[-1], c.Return) else None
    checks = statements[:-1] if last is not None else statements
    early = any(
        isinstance(code, c.Return) and opening.home.function_around(code) is function
        for each in checks
        for code in c.walk(each)
    )
    names = frozenset(name.name for check in checks for name in declared_names(check))
    result = opening.flush(last.value) if last is not None and last.value is not None else None
    return _Body(tuple(opening.flush(each) for each in checks), result, early, names, _awaits(function))


def _awaits(function: c.Function) -> bool:
    return any(isinstance(code, c.Await) for code in c.walk_own(function))


# ------------------------------------------------------------------------ places


def _placed(module: Module, call: c.Call, response: c.Expression, body: _Body, style: Style) -> Edit | None:
    """The call's statement with the function's in front of it; None where they can't stand there."""
    above = module.parents.get(id(call))
    awaited = above if isinstance(above, c.Await) else None
    target: c.Expression = awaited or call
    over = module.parents.get(id(target))
    while isinstance(over, c.Cast):
        over = module.parents.get(id(over))
    around = module.function_around(call)
    if isinstance(over, c.Function) and over.body is target and over.form == "arrow":
        return _as_arrow(module, over, body, style)
    statement = _statement_of(module, target)
    if statement is None or around is None or (body.awaits and not around.is_async):
        return None
    if _clashes(module, statement, body.names):
        return None
    returns = isinstance(statement, c.Return) and statement.value is not None and c.bare(statement.value) is target
    if returns and awaited is None and _is_tried(module, statement):
        return None  # Nothing here catches what the function throws; written out, its words would be inside.
    source = module.source
    lines = list(body.checks)
    if returns:
        if body.result is not None:
            lines.append(style.statement(f"return {body.result}"))
    elif body.returns_early or (awaited is None and (body.awaits or _is_promise(body.result))):
        return None
    elif body.result is None:
        if not isinstance(statement, c.ExpressionStatement):
            return None
    else:
        result = f"await {body.result}" if _is_promise(body.result) else body.result
        before = source.text(Span(statement.span.start, target.span.start))
        after = source.text(Span(target.span.end, statement.span.end))
        indent = source.indent_at(statement.span.start)
        lines.append(reindent(before + _indented(result, indent, style) + after, indent, ""))
    return _instead(module, statement, lines, style)


def _is_tried(module: Module, statement: c.Statement) -> bool:
    """Whether a ``try`` of the same function is around."""
    for above in module.ancestors(statement):
        if isinstance(above, c.Function):
            return False
        if isinstance(above, c.Try):
            return True
    return False


def _statement_of(module: Module, target: c.Expression) -> c.Statement | None:
    """The statement whose first work the call is: ``throw new ApiError(await messageOf(res))``."""
    below: c.Code = target
    above = module.parents.get(id(target))
    while above is not None:
        match above:
            case c.Cast() | c.Declarator():
                pass
            case c.New(callee=c.Name(), arguments=(first, *_)) | c.Call(callee=c.Name(), arguments=(first, *_)) if (
                first is below
            ):
                pass
            case c.Assign(operator="=", target=c.Name(), value=value) if value is below:
                pass
            case c.ExpressionStatement() | c.Return() | c.Throw():
                return above
            case c.Declare() if len(above.declarators) == 1:
                return above
            case _:
                return None
        below, above = above, module.parents.get(id(above))
    return None


def _instead(module: Module, statement: c.Statement, lines: Sequence[str], style: Style) -> Edit | None:
    """Lines in place of a statement, in braces where it stood alone below an ``if``."""
    above = module.parents.get(id(statement))
    source, newline = module.source, style.newline
    indent = source.indent_at(statement.span.start)
    if isinstance(above, (c.Block, c.Case)):
        return Edit(statement.span, f"{newline}{indent}".join(_indented(line, indent, style) for line in lines))
    if not isinstance(above, c.If):
        return None
    if len(lines) == 1:
        return Edit(statement.span, _indented(lines[0], indent, style))
    outer = source.indent_at(above.span.start)
    inner = outer + style.unit
    text = "".join(f"{newline}{inner}{_indented(line, inner, style)}" for line in lines)
    return Edit(statement.span, f"{{{text}{newline}{outer}}}")


def _as_arrow(module: Module, function: c.Function, body: _Body, style: Style) -> Edit | None:
    """``(res) => handleResponse(res)`` with a body of its own."""
    assert function.body is not None
    start = function.span.start
    head = module.source.text(Span(start, function.body.span.start)).rstrip()
    prefix = "async " if body.awaits and not function.is_async else ""
    if not body.checks and body.result is not None:
        return Edit(function.span, f"{prefix}{head} {body.result}")
    return Edit(function.span, f"{prefix}{head} {_braces(module, start, body, style)}")


def _braces(module: Module, at: int, body: _Body, style: Style) -> str:
    indent = module.source.indent_at(at)
    lines = [*body.checks, *([style.statement(f"return {body.result}")] if body.result is not None else [])]
    inner = indent + style.unit
    text = "".join(f"{style.newline}{inner}{_indented(line, inner, style)}" for line in lines)
    return f"{{{text}{style.newline}{indent}}}"


def _passed_by_name(project: Snapshot, module: Module, request: c.Call) -> HelperEdits:
    """``fetch(…).then(handleResponse)``"""
    above = module.parents.get(id(request))
    then = module.parents.get(id(above)) if isinstance(above, c.Member) and above.name == "then" else None
    if not isinstance(then, c.Call) or len(then.arguments) != 1:
        return HelperEdits()
    name = then.arguments[0]
    found = function_called(project, module, name) if isinstance(name, (c.Name, c.Member)) else None
    if found is None or not is_plain(found[1]) or not found[1].parameters or found[1].is_generator:
        return HelperEdits()
    pattern = found[1].parameters[0].pattern
    if not isinstance(pattern, c.Name) or any(each.default is None for each in found[1].parameters[1:]):
        return HelperEdits()
    # What it calls its parameter is what the response is called here.
    try:
        asked = c.Call(then.span, name, (), optional=False, type_arguments=None)
        opening = Opening(project, module, asked, *found)
        opening.values.pop(id(found[0].scopes.binding(pattern)), None)
        body = _body(opening)
    except Refused:
        return HelperEdits()
    style = Style.of(module.source)
    prefix = "async " if body.awaits else ""
    head = f"{prefix}({pattern.name}) => "
    is_short = not body.checks and body.result is not None
    text = head + (body.result or "" if is_short else _braces(module, name.span.start, body, style))
    edits = (Edit(name.span, text), *without_function(module, name, found))
    return HelperEdits(edits, (name.span,), tuple(opening.imports.values()))


def _is_promise(text: str | None) -> bool:
    return text is not None and text.endswith((".json()", ".text()")) and not text.startswith("await ")


def _clashes(module: Module, statement: c.Statement, names: frozenset[str]) -> bool:
    """Whether a name that the function declares means something already where it would stand."""
    if not names:
        return False
    around = [each for each in module.ancestors(statement) if isinstance(each, (c.Block, c.Function))]
    nearest = around[0].span if around else statement.span
    for binding in module.scopes.all:
        if binding.name not in names or statement.span.contains(binding.site.span):
            continue
        if nearest.contains(binding.site.span) or any(nearest.contains(each.span) for each in binding.references):
            return True
    return False


def _indented(text: str, indent: str, style: Style) -> str:
    first, *rest = text.splitlines()
    return style.newline.join([first, *(f"{indent}{line}" if line.strip() else "" for line in rest)])

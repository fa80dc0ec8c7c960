"""A body that is read with a value for what is no JSON, by a ``try`` of its own: as ``res.json().catch(() => …)``.

``let data; try { const text = await res.text(); data = text ? JSON.parse(text) : {}; } catch { data = {}; }``
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.conversions.endpoint_to_action.ground.pure import is_literal
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit


def body_edits(module: Module, function: c.Function) -> tuple[Edit, ...]:
    """The edits of one function; empty where it reads bodies as usual."""
    found: list[Edit] = []
    for code in c.walk_own(function):
        if isinstance(code, c.Try):
            found += _edits(module, code)
    return tuple(sorted(found))


def _edits(module: Module, attempt: c.Try) -> Iterator[Edit]:
    """The ``try`` and what it fills."""
    if attempt.handler is None or attempt.finalizer is not None:
        return
    last = attempt.block.body[-1] if attempt.block.body else None
    given = _assigned(last)
    substitute = _assigned(attempt.handler.body[-1]) if attempt.handler.body else None
    if given is None or substitute is None or given[0].name != substitute[0].name:
        return
    target, value = given
    fallback = module.source.text(substitute[1].span)
    if not is_literal(c.bare(substitute[1])) or not all(_only_tells(each) for each in attempt.handler.body[:-1]):
        return
    response = _response(module, attempt, value, fallback)
    binding = module.scopes.binding(target)
    if response is None or binding is None:
        return
    text = f"({fallback})" if isinstance(c.bare(substitute[1]), c.Object) else fallback
    read = f"await {response}.json().catch(() => {text})"
    style = Style.of(module.source)
    declarator = module.parents.get(id(binding.site))
    declare = module.parents.get(id(declarator)) if declarator is not None else None
    is_only = len(binding.writes) == 2 and isinstance(declare, c.Declare) and len(declare.declarators) == 1
    if not is_only or declare is None or not isinstance(declarator, c.Declarator) or declarator.value is not None:
        yield Edit(attempt.span, style.statement(f"{target.name} = {read}"))
        return
    kind = module.source.text(declarator.type.span).strip() if declarator.type is not None else ""
    yield from removed(module.source, [declare.span])
    yield Edit(attempt.span, style.statement(f"const {target.name}{kind} = {read}"))


def _assigned(statement: c.Code | None) -> tuple[c.Name, c.Expression] | None:
    """``data = …;``"""
    match statement:
        case c.ExpressionStatement(expression=c.Assign(operator="=", target=c.Name() as target, value=value)):
            return target, value
        case _:
            return None


def _response(module: Module, attempt: c.Try, value: c.Expression, fallback: str) -> str | None:
    """What the response is called that a body is read of."""
    bare = c.bare(value)
    match bare:
        case c.Await(value=c.Call(callee=c.Member(object=c.Name(name=name), name="json"))):
            return name if len(attempt.block.body) == 1 else None
        case c.Conditional(test=c.Name() as test, then=then, otherwise=otherwise):
            parsed = _parsed(then)
            if parsed != test.name or module.source.text(otherwise.span) != fallback:
                return None
        case _:
            parsed = _parsed(bare)
    first = attempt.block.body[0]
    match first:
        case c.Declare(
            declarators=(
                c.Declarator(
                    pattern=c.Name(name=text),
                    value=c.Await(value=c.Call(callee=c.Member(object=c.Name(name=name), name="text"))),
                ),
            )
        ) if text == parsed and all(_only_checks(each) for each in attempt.block.body[1:-1]):
            return name
        case _:
            return None


def _parsed(value: c.Expression) -> str | None:
    match c.bare(value):
        case c.Call(callee=callee, arguments=(c.Name(name=name),)) if c.dotted(callee) == "JSON.parse":
            return name
        case _:
            return None


def _only_tells(statement: c.Statement) -> bool:
    """Whether a statement writes to the console and no more; what it looks at for that is the body once more."""
    return not any(_does(code) for code in c.walk(statement))


def _only_checks(statement: c.Statement) -> bool:
    """Whether a statement at most throws: at the ``catch``."""
    return not any(_does(code) and not isinstance(code, c.Throw) for code in c.walk(statement))


def _does(code: c.Code) -> bool:
    match code:
        case c.Return() | c.Throw() | c.Assign() | c.Update() | c.Break() | c.Continue():
            return True
        case c.Call(callee=callee):
            name = c.dotted(callee) or (f".{callee.name}" if isinstance(callee, c.Member) else "")
            known = ("clone", "text", "trim", "startsWith", "includes", "substring", "slice", "toLowerCase")
            return not name.startswith("console.") and name.rpartition(".")[2] not in known
        case _:
            return False

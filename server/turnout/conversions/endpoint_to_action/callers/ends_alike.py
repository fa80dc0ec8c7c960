"""Whether a function ends with ``null`` for a body as it did when the body was no JSON and reading it rejected."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, Read
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding

_FALLS = ""
"""Nothing more of the block happens, and what is behind it does."""


def ends_alike(site: CallSite, read: Read) -> bool:
    """``try { const data = await res.json(); return data.error ?? 'Failed'; } catch { return 'Failed'; }``"""
    module = site.module
    above = module.parents.get(id(read.code))
    if isinstance(above, c.Member):
        return not above.optional
    if not isinstance(above, c.Declarator):
        return False
    if isinstance(above.pattern, c.ObjectPattern):
        return True
    binding = module.scopes.binding(above.pattern) if isinstance(above.pattern, c.Name) else None
    statement = module.parents.get(id(above))
    block = module.parents.get(id(statement))
    if binding is None or binding.writes or not binding.references or not isinstance(block, c.Block):
        return False
    first = min(binding.references, key=lambda each: each.span.start)
    member = module.parents.get(id(first))
    if isinstance(member, c.Member) and not member.optional and _is_next(module, block, statement, member):
        return True
    tried = module.parents.get(id(block))
    if not isinstance(tried, c.Try) or tried.block is not block or tried.handler is None or tried.finalizer is not None:
        return False
    rest = block.body[next(at for at, each in enumerate(block.body) if each is statement) + 1 :]
    ends = _end_of(module, binding, rest)
    return ends is not None and ends == _end_of(module, None, tried.handler.body)


def _is_next(module: Module, block: c.Block, statement: c.Code | None, member: c.Member) -> bool:
    """Whether what is read of a body is the first that the statement behind it does, whatever else is true."""
    at = next(at for at, each in enumerate(block.body) if each is statement) + 1
    if at == len(block.body) or not block.body[at].span.contains(member.span):
        return False
    below: c.Code = member
    for above in module.ancestors(member):
        match above:
            case c.Binary(operator="&&" | "||" | "??", left=left):
                is_sure = left is below
            case c.Conditional(test=test) | c.If(test=test):
                is_sure = test is below
            case c.Function() | c.While() | c.For() | c.ForEach():
                is_sure = False
            case _:
                is_sure = True
        if above is block:
            return True
        if not is_sure:
            return False
        below = above
    return False


def _end_of(module: Module, null: Binding | None, statements: Sequence[c.Statement]) -> str | None:
    """What a block returns, as text, or that it falls out; None where that can't be told."""
    for each in statements:
        match each:
            case c.If(test=test, otherwise=None) if null is not None and _is_false(module, null, test):
                continue
            case c.Return(value=value):
                value = _left_of(module, null, value) if value is not None else None
                return module.source.text(value.span) if value is not None else None
            case c.ExpressionStatement(expression=c.Call(callee=callee)) if null is None:
                if not (c.dotted(callee) or "").startswith("console."):
                    return None
            case _:
                return None
    return _FALLS


def _left_of(module: Module, null: Binding | None, value: c.Expression) -> c.Expression | None:
    """What is left of ``data?.error ?? 'Failed'``; None where it still asks for the body."""
    bare = c.bare(value)
    if null is None:
        return bare
    match bare:
        case c.Binary(operator="??" | "||", left=left, right=right) if _is_nothing(module, null, left):
            return _left_of(module, null, right)
        case c.Conditional(test=test, otherwise=otherwise) if _is_false(module, null, test):
            return _left_of(module, null, otherwise)
        case _:
            names = (each for each in c.walk(bare) if isinstance(each, c.Name))
            return None if any(module.scopes.binding(each) is null for each in names) else bare


def _is_false(module: Module, null: Binding, test: c.Expression) -> bool:
    """``data && …``, ``typeof data?.error === 'string'``"""
    bare = c.bare(test)
    match bare:
        case c.Binary(operator="&&", left=left, right=right):
            return _is_false(module, null, left)
        case c.Binary(operator="||", left=left, right=right):
            return _is_false(module, null, left) and _is_false(module, null, right)
        case c.Binary(operator="===" | "==", left=c.Unary(operator="typeof", operand=asked), right=c.String() as kind):
            return kind.value in ("string", "number", "boolean") and _is_nothing(module, null, asked)
        case _:
            return _is_nothing(module, null, bare)


def _is_nothing(module: Module, null: Binding, value: c.Expression) -> bool:
    """``data``, ``data?.error``, ``data?.errors?.[0]``: null or undefined."""
    bare = c.bare(value)
    is_chained = False
    while not isinstance(bare, c.Name):
        match bare:
            case c.Member(object=inner, optional=optional) | c.Index(object=inner, optional=optional):
                pass
            case c.Call(callee=inner, optional=optional):
                pass
            case c.Binary(operator="??" | "||", left=left, right=right) if not is_chained:
                return _is_nothing(module, null, left) and _is_nothing(module, null, right)
            case _:
                return False
        # The last of the chain, next to the body, is what ends it.
        is_chained = True
        if isinstance(inner, c.Name) and not optional:
            return False
        bare = c.bare(inner)
    return module.scopes.binding(bare) is null

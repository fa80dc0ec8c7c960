"""Where control goes from a statement: whether it comes out below, and what runs next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from turnout.model import code as c
from turnout.model.module import Module


def may_end(statement: c.Statement | None) -> bool:
    """Whether control can reach the end of a statement (and so leave a function without a value)."""
    match statement:
        case None:
            return True
        case c.Return() | c.Throw():
            return False
        case c.Block(body=body):
            return all(may_end(each) for each in body)
        case c.If(then=then, otherwise=otherwise):
            return may_end(then) or may_end(otherwise)
        case c.Try(block=block, handler=handler, finalizer=finalizer):
            if finalizer is not None and not may_end(finalizer):
                return False
            return may_end(block) or (handler is not None and may_end(handler))
        case c.While(test=c.Constant(text="true")):
            return any(isinstance(each, c.Break) for each in c.walk(statement))
        case c.Switch(cases=cases):
            has_default = any(each.test is None for each in cases)
            breaks = any(isinstance(code, c.Break) for each in cases for code in c.walk(each))
            return not has_default or breaks or not cases or all(may_end(each) for each in cases[-1].body)
        case _:
            return True


def ends(module: Module, statement: c.Statement, function: c.Function, top: Sequence[c.Statement]) -> bool:
    """Whether the function ends behind a statement."""
    return following(module, statement, function, top) == "end"


def following(
    module: Module, statement: c.Code, function: c.Function, top: Sequence[c.Statement]
) -> c.Statement | Literal["end"] | None:
    """What runs behind a statement: a statement, the end of the function, or (None) what can't be told simply."""
    current: c.Code = statement
    while True:
        at = next((index for index, each in enumerate(top) if each is current), None)
        if at is not None:
            return top[at + 1] if at + 1 < len(top) else "end"
        above = module.parents.get(id(current))
        match above:
            case None:
                return None
            case c.Function():
                return "end" if above is function else None
            case c.Block(body=body):
                if current is not body[-1]:
                    return next(body[index + 1] for index, each in enumerate(body) if each is current)
            case c.Case(body=body):
                if current is not body[-1]:
                    following = next(body[index + 1] for index, each in enumerate(body) if each is current)
                    if not isinstance(following, c.Break):
                        return following
            case c.For() | c.ForEach() | c.While():
                return None
            case c.Try(finalizer=finalizer):
                if finalizer is not None and current is finalizer:
                    return None
            case _:
                pass
        current = above


def conditions_above(module: Module, code: c.Code) -> Iterator[tuple[c.Expression | c.Function, bool]]:
    """What was asked before a piece of code runs, and whether it held, the nearest first: ``if (id) …``, ``id && …``,
    ``id ? … : …``, and ``if (!id) return;`` above. The functions around come in between, with True."""
    child = code
    for above in module.ancestors(code):
        match above:
            case (
                c.If(test=test, then=then, otherwise=otherwise)
                | c.Conditional(test=test, then=then, otherwise=otherwise)
            ) if child is then or child is otherwise:
                yield test, child is then
            case c.Binary(operator="&&" | "||" as operator, left=left, right=right) if child is right:
                yield left, operator == "&&"
            case c.Block(body=body):
                for statement in body:
                    if statement is child:
                        break
                    if isinstance(statement, c.If) and statement.otherwise is None and not may_end(statement.then):
                        yield statement.test, False
            case c.Function():
                yield above, True
            case _:
                pass
        child = above

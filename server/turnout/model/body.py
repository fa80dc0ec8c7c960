"""How a handler reads the body of its request, and what surely ran before a piece of code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding

READERS = frozenset({"json", "text", "formData", "arrayBuffer", "blob", "bytes"})


@dataclass(frozen=True, slots=True)
class BodyRead:
    """``request.json()``: the body is gone afterwards."""

    how: str
    call: c.Call
    request: c.Name


def body_read(module: Module, code: c.Code, request: Binding) -> BodyRead | None:
    match code:
        case c.Call(callee=c.Member(object=below, name=name), arguments=()) if name in READERS:
            bare = c.bare(below)
            if isinstance(bare, c.Name) and module.scopes.binding(bare) is request:
                return BodyRead(name, code, bare)
            return None
        case _:
            return None


def surely_before(module: Module, code: c.Code) -> Iterator[c.Code]:
    """What has run, as a whole or up to an error, whenever ``code`` runs: statements and conditions, nearest first."""
    below = code
    for above in module.ancestors(code):
        match above:
            case c.Function():
                return
            case c.Block(body=body) | c.Case(body=body):
                at = next((index for index, each in enumerate(body) if each is below), 0)
                yield from reversed(body[:at])
            case c.If(test=test) if test is not below:
                yield test
            case c.Try(block=block) if block is not below:
                yield block
            case _:
                pass
        below = above


def sure_parts(code: c.Code) -> Iterator[c.Code]:
    """What surely runs when a statement does: no branches, no functions, of a ``try`` only what can't be skipped."""
    match code:
        case c.Function() | c.Class() | c.For() | c.ForEach() | c.While() | c.Switch():
            return
        case c.If(test=test) | c.Conditional(test=test):
            yield from sure_parts(test)
        case c.Binary(operator="&&" | "||" | "??", left=left):
            yield from sure_parts(left)
        case c.Try(block=block):
            yield from sure_parts(block)
        case c.Block(body=body):
            for statement in body:
                parts = list(sure_parts(statement))
                yield from parts
                if any(isinstance(each, (c.Call, c.Await, c.New)) for each in parts) or not _is_plain(statement):
                    return  # It may throw, or leave: what follows is not sure.
        case _:
            yield code
            for below in c.children(code):
                yield from sure_parts(below)


def _is_plain(statement: c.Statement) -> bool:
    return isinstance(statement, (c.ExpressionStatement, c.Declare, c.Empty))

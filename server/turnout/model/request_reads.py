"""What a route handler takes from its request, so that the answer depends on who asks: headers, cookies, query …"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.next_api import HEADERS, SERVER, imported_name
from turnout.model.scope import Binding
from turnout.text.span import Span

_OF_REQUEST = frozenset({
    "headers", "cookies", "url", "body", "blob", "json", "text", "arrayBuffer", "formData",
})  # fmt: skip
_OF_NEXT_URL = frozenset({"search", "searchParams", "url", "href", "toJSON", "toString", "origin"})
"""As in next/dist/server/route-modules/app-route/module.js (16.4.6)."""


@dataclass(frozen=True, slots=True)
class RequestRead:
    """``what`` is how Next.js calls it: ``request.headers``, ``nextUrl.search``, ``cookies()``."""

    what: str
    span: Span


def request_reads(module: Module, function: c.Function) -> Iterator[RequestRead]:
    """Each place where a handler reads its request, in source order. What it calls is not followed."""
    requests = _requests(module, function)
    if function.parameters and isinstance(pattern := function.parameters[0].pattern, c.ObjectPattern):
        yield from _taken(pattern, is_next_url=False)
    for code in c.walk(function):
        match code:
            case c.Member(object=below, name=name) if name in _OF_REQUEST and _is_one(module, below, requests):
                yield RequestRead(f"request.{name}", code.span)
            case c.Member(object=below, name=name) if name in _OF_NEXT_URL and _is_next_url(module, below, requests):
                yield RequestRead(f"nextUrl.{name}", code.span)
            case c.Declarator(pattern=c.ObjectPattern() as pattern, value=value) if value is not None:
                if _is_one(module, value, requests):
                    yield from _taken(pattern, is_next_url=False)
                elif _is_next_url(module, value, requests):
                    yield from _taken(pattern, is_next_url=True)
            case c.Call(callee=callee):
                name = imported_name(module, callee, HEADERS) or imported_name(module, callee, SERVER)
                if name in ("cookies", "headers", "connection"):
                    yield RequestRead(f"{name}()", code.span)
            case _:
                pass


def is_handed_on(module: Module, function: c.Function) -> bool:
    """Whether somebody else may read the request: ``getSession(request)``, ``clone()``, ``(...args)``."""
    first = function.parameters[0] if function.parameters else None
    if first is None or isinstance(first.pattern, c.ObjectPattern):
        return False
    for binding in _requests(module, function):
        for reference in binding.references:
            above = module.parents.get(id(reference))
            if not (isinstance(above, c.Member) and above.object is reference and above.name != "clone"):
                return True
    return first.is_rest


def _requests(module: Module, function: c.Function) -> list[Binding]:
    first = function.parameters[0].pattern if function.parameters else None
    binding = module.scopes.binding(first) if isinstance(first, c.Name) else None
    return [binding] if binding is not None else []


def _is_one(module: Module, expression: c.Expression, bindings: list[Binding]) -> bool:
    bare = c.bare(expression)
    return isinstance(bare, c.Name) and any(module.scopes.binding(bare) is each for each in bindings)


def _is_next_url(module: Module, expression: c.Expression, bindings: list[Binding]) -> bool:
    bare = c.bare(expression)
    return isinstance(bare, c.Member) and bare.name == "nextUrl" and _is_one(module, bare.object, bindings)


def _taken(pattern: c.ObjectPattern, *, is_next_url: bool) -> Iterator[RequestRead]:
    for member in pattern.members:
        match member:
            case c.PatternProperty(key=str() as key, key_span=span):
                if not is_next_url and key in _OF_REQUEST:
                    yield RequestRead(f"request.{key}", span)
                elif is_next_url and key in _OF_NEXT_URL:
                    yield RequestRead(f"nextUrl.{key}", span)
                elif not is_next_url and key == "nextUrl" and isinstance(member.target, c.ObjectPattern):
                    yield from _taken(member.target, is_next_url=True)
            case _:
                pass

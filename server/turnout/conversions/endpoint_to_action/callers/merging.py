"""A response and its body, read by one statement right behind the other: the two become one."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.imports import names_in
from turnout.model import code as c


def body_statement(site: CallSite) -> c.Declare | None:
    """``const data = await res.json()`` right behind ``const res = await fetch(…)``, the only place that reads it."""
    if site.variable is None or site.direct or len(site.reads) != 1 or site.printed or site.handed:
        return None
    if site.declaration is not None:
        following = _next_statement(site, site.declaration)
    else:
        following = _first_statement(site, site.parameter)
    if not isinstance(following, c.Declare) or len(following.declarators) != 1 or following.kind == "var":
        return None
    value = following.declarators[0].value
    if value is None or c.bare(value) is not site.reads[0].code:
        return None
    # A parameter has no room for a cast or a type.
    is_plain = value is site.reads[0].code and following.declarators[0].type is None
    return following if is_plain or site.declaration is not None else None


def can_destructure(site: CallSite, following: c.Declare) -> bool:
    """Whether ``const { ok, data } = await f()`` can stand for both: the names are free, and nothing is cast."""
    declarator = following.declarators[0]
    if declarator.value is not site.reads[0].code or declarator.type is not None:
        return False
    if not isinstance(declarator.pattern, c.Name) or following.kind != "const":
        return False
    if site.parameter is None and (site.declaration is None or site.declaration.kind != "const"):
        return False
    return not set(site.members_read) & (names_in(site.module) - {declarator.pattern.name})


def _next_statement(site: CallSite, statement: c.Statement) -> c.Statement | None:
    above = site.module.parents.get(id(statement))
    body = _staying(site, above.body) if isinstance(above, (c.Block, c.Case)) else ()
    at = next((index for index, each in enumerate(body) if each is statement), len(body))
    return body[at + 1] if at + 1 < len(body) else None


def _staying(site: CallSite, body: Sequence[c.Statement]) -> list[c.Statement]:
    return [each for each in body if each.span not in site.gone]


def _first_statement(site: CallSite, parameter: c.Parameter | None) -> c.Statement | None:
    """The first of a function that has a parameter and no more of them."""
    function = site.module.parents.get(id(parameter)) if parameter is not None else None
    if not isinstance(function, c.Function) or len(function.parameters) != 1 or parameter is None:
        return None
    is_plain = parameter.type is None and parameter.default is None
    statements = _staying(site, function.statements)
    return statements[0] if statements and is_plain else None

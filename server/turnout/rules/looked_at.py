"""Whether a value of the caller was looked at before it is used: compared, matched, cleaned, or given to a function
that may do so."""

from __future__ import annotations

import re

from turnout.model import code as c
from turnout.model.module import Module

_READS = frozenset(
    {"get", "getAll", "json", "text", "formData", "log", "error", "info", "String", "decodeURIComponent", "trim", "URL"}
)
_CLEANS = re.compile(
    r"safe|valid|sanit|clean|allow|check|assert|basename|encode|resolve|normal|slug|is[A-Z]|uuid|nanoid|parse",
    re.IGNORECASE,
)


def sounds_like_look(name: str) -> bool:
    """Whether a function of this name may check or clean what it is given."""
    return bool(_CLEANS.search(name))


def is_looked_at(module: Module, function: c.Function, value: c.Expression) -> bool:
    """A comparison, a test of a text or a call with a telling name that the value, or what holds it, takes part in."""
    names = _names_of(module, value)
    if not names:
        # The value is read where it is used: only what stands around the expression itself could look at it.
        return False
    for code in c.walk(function):
        if isinstance(code, (c.Call, c.New)) and code.span.contains(value.span):
            continue  # That is where it is used.
        match code:
            case c.Call(callee=c.Member(object=below, name=name)) if name not in _READS and _is_one(below, names):
                if name in (
                    "startsWith",
                    "endsWith",
                    "includes",
                    "match",
                    "test",
                    "indexOf",
                    "replace",
                    "replaceAll",
                    "search",
                    "at",
                    "split",
                ):
                    return True
            case c.Call(callee=callee, arguments=arguments) | c.New(callee=callee, arguments=arguments):
                called = c.last_name(callee)
                if any(_is_one(part, names) for argument in arguments for part in c.walk(argument)):
                    if sounds_like_look(called) or called in (
                        "includes",
                        "has",
                        "test",
                        "find",
                        "some",
                        "every",
                        "URL",
                        "indexOf",
                        "get",
                    ):
                        return True
            case c.Binary(operator="===" | "!==" | "==" | "!=" | "in", left=left, right=right):
                if any(
                    _is_one(side, names) and not isinstance(c.bare(other), c.Constant)
                    for side, other in ((left, right), (right, left))
                ):
                    return True
            case c.Index(index=index) if _is_one(index, names):
                return True
            case c.Switch(subject=subject) if _is_one(subject, names):
                return True
            case _:
                pass
    return False


def _names_of(module: Module, value: c.Expression) -> frozenset[str]:
    bare = c.bare(value)
    while isinstance(bare, (c.Member, c.Call)):
        bare = c.bare(bare.object if isinstance(bare, c.Member) else bare.callee)
    if not isinstance(bare, c.Name):
        return frozenset()
    path = c.dotted(c.bare(value))
    if path is not None and path != bare.name:
        return frozenset({path})
    return frozenset({bare.name}) if isinstance(c.bare(value), c.Name) else frozenset()


def _is_one(code: c.Code, names: frozenset[str]) -> bool:
    match code:
        case c.Name(name=name):
            return name in names
        case c.Member():
            return c.dotted(code) in names
        case c.Cast(value=value):
            return _is_one(value, names)
        case _:
            return False

"""Which segments a wrapper reads by a function among its options: ``options.ownerFrom(params)``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turnout.model import code as c


def read_by_option(call: c.Call, options: Sequence[tuple[c.Parameter, c.Expression | None]]) -> tuple[str, ...] | None:
    """The keys that the function given as an option reads of its only argument; None where it can't be told."""
    function = next((each for each in _behind(call, options) if isinstance(each, c.Function)), None)
    if function is None or len(call.arguments) != 1 or len(function.parameters) != 1 or function.body is None:
        return None
    parameter = function.parameters[0]
    if parameter.type is not None or parameter.default is not None:
        return None
    match parameter.pattern:
        case c.Name(name=name):
            uses = [code for code in c.walk(function.body) if isinstance(code, c.Name) and code.name == name]
            reads = [
                code
                for code in c.walk(function.body)
                if isinstance(code, c.Member) and any(code.object is use for use in uses)
            ]
            return tuple(dict.fromkeys(each.name for each in reads)) if len(reads) == len(uses) else None
        case c.ObjectPattern(members=members):
            keys = [each.key for each in members if isinstance(each, c.PatternProperty) and each.key is not None]
            return tuple(keys) if len(keys) == len(members) else None
        case _:
            return None


def _behind(call: c.Call, options: Sequence[tuple[c.Parameter, c.Expression | None]]) -> Iterator[c.Expression]:
    """What an option is given that is called as ``options.key``, as ``key`` taken out of them, or by its own name."""
    for parameter, value in options:
        bare = c.bare(value) if value is not None else None
        match call.callee, parameter.pattern:
            case c.Member(object=c.Name(name=name), name=key), c.Name(name=own) if name == own:
                member = bare.get(key) if isinstance(bare, c.Object) else None
            case c.Name(name=name), c.Name(name=own) if name == own:
                member = bare
            case c.Name(name=name), c.ObjectPattern(members=members):
                keys = [
                    each.key
                    for each in members
                    if isinstance(each, c.PatternProperty)
                    and isinstance(each.target, c.Name)
                    and each.target.name == name
                ]
                member = bare.get(keys[0]) if isinstance(bare, c.Object) and keys and keys[0] is not None else None
            case _:
                member = None
        if member is not None:
            yield c.bare(member)

"""Requests that are made together, ``Promise.all(ids.map((id) => fetch(…)))``: where their responses are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.module import Module

_EACH = ("some", "every", "filter", "find", "forEach", "map")


@dataclass(frozen=True)
class Together:
    """``responses`` are all places that have one of them; ``awaited`` waits for all."""

    responses: tuple[c.Expression, ...]
    awaited: c.Expression


def together(module: Module, promise: c.Expression) -> Together | None:
    """What becomes of one of several promises; None where that can't be followed."""
    all_of = _all_of(module, promise)
    if all_of is None:
        return None
    joined, index = all_of
    is_settled = c.dotted(joined.callee) == "Promise.allSettled"
    awaited = module.parents.get(id(joined))
    if not isinstance(awaited, c.Await):
        return None
    above = module.parents.get(id(awaited))
    match above:
        case c.ExpressionStatement():
            return Together((), awaited)
        case c.Declarator(pattern=c.Name() as name, type=None) if index is None:
            responses = _responses(module, name)
            if responses is not None and is_settled:
                responses = _values(module, responses)
            return Together(tuple(responses), awaited) if responses is not None else None
        case c.Declarator(pattern=c.ArrayPattern(items=items), type=None) if not is_settled and index is not None:
            item = items[index] if index < len(items) else None
            if item is None:
                return Together((), awaited)
            binding = module.scopes.binding(item) if isinstance(item, c.Name) else None
            if binding is None or binding.writes:
                return None
            return Together(tuple(binding.references), awaited)
        case _:
            return None


def _all_of(module: Module, promise: c.Expression) -> tuple[c.Call, int | None] | None:
    """The ``Promise.all`` that a promise is part of, and which one of it when that is written there."""
    above = module.parents.get(id(promise))
    if isinstance(above, c.Return):
        above = module.function_around(promise)
        if above is None or len(above.statements) != 1:
            return None
    match above:
        case c.Array(items=items):
            return _joined(module, above, next((index for index, each in enumerate(items) if each is promise), None))
        case c.Function():
            call = module.parents.get(id(above))
            if isinstance(call, c.Call) and isinstance(call.callee, c.Member) and call.callee.name == "map":
                return _joined(module, call, None)
        case c.Call(callee=c.Member(object=c.Name() as pushed, name="push"), arguments=(only,)) if only is promise:
            return _pushed(module, pushed)
        case _:
            pass
    return None


def _joined(module: Module, several: c.Expression, index: int | None) -> tuple[c.Call, int | None] | None:
    call = module.parents.get(id(several))
    if isinstance(call, c.Declarator) and isinstance(call.pattern, c.Name) and call.type is None:
        # const saves = ids.map((id) => fetch(…)); await Promise.all(saves);
        binding = module.scopes.binding(call.pattern)
        uses = binding.references if binding is not None and not binding.writes else []
        call = module.parents.get(id(uses[0])) if len(uses) == 1 else None
    if isinstance(call, c.Call) and c.dotted(call.callee) in ("Promise.all", "Promise.allSettled"):
        return call, index
    return None


def _pushed(module: Module, pushed: c.Name) -> tuple[c.Call, int | None] | None:
    """``promises.push(fetch(…))`` for a list that is only waited for."""
    binding = module.scopes.binding(pushed)
    if binding is None or binding.writes or _is_typed(module, binding.site):
        return None
    found: tuple[c.Call, int | None] | None = None
    for reference in binding.references:
        match module.parents.get(id(reference)):
            case c.Member(name="push" | "length"):
                pass
            case c.Call() as call if c.dotted(call.callee) in ("Promise.all", "Promise.allSettled") and found is None:
                found = call, None
            case _:
                return None
    return found


def _is_typed(module: Module, name: c.Name) -> bool:
    """``const promises: Promise<Response>[] = []``"""
    declarator = module.parents.get(id(name))
    kind = declarator.type if isinstance(declarator, c.Declarator) else None
    return kind is not None and any(each.name == "Response" for each in kind.names)


def _values(module: Module, settled: Sequence[c.Expression]) -> list[c.Expression] | None:
    """``result.value`` of what ``Promise.allSettled`` gives, which also says how it ended; None for other uses."""
    found: list[c.Expression] = []
    for each in settled:
        above = module.parents.get(id(each))
        if not isinstance(above, c.Member) or above.name not in ("status", "value", "reason"):
            return None
        found += [above] if above.name == "value" else []
    return found


def _responses(module: Module, several: c.Name) -> list[c.Expression] | None:
    """Each place that has one response of a list of them."""
    binding = module.scopes.binding(several)
    if binding is None or binding.writes:
        return None
    found: list[c.Expression] = []
    for reference in binding.references:
        names = _of_each(module, reference)
        if names is None:
            return None
        found += names
    return found


def _of_each(module: Module, several: c.Expression) -> Iterator[c.Expression] | None:
    """``responses.some((res) => !res.ok)``, ``for (const res of responses)``, ``responses.length``"""
    kept: list[c.Expression] = []
    above = module.parents.get(id(several))
    pattern: c.Pattern | None = None
    match above:
        case c.Member(name="length"):
            return iter(())
        case c.Index(object=object) if object is several:
            return _one(module, above)
        case c.Member(name=name) if name in _EACH:
            call = module.parents.get(id(above))
            function = c.bare(call.arguments[0]) if isinstance(call, c.Call) and call.arguments else None
            if not isinstance(call, c.Call) or not isinstance(function, c.Function) or not function.parameters:
                return None
            if name == "find" or _names_response(function):
                return None
            if name == "filter" and not _is_counted(module, call):
                filtered = module.parents.get(id(call))
                if not isinstance(filtered, c.Declarator) or not isinstance(filtered.pattern, c.Name) or filtered.type:
                    return None
                those = _responses(module, filtered.pattern)
                if those is None:
                    return None
                kept += those
            pattern = function.parameters[0].pattern
        case c.ForEach(operator="of", declares=str(), pattern=pattern) if above.source is several:
            pass
        case _:
            return None
    binding = module.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
    return iter([*binding.references, *kept]) if binding is not None and not binding.writes else None


def _one(module: Module, one: c.Index) -> Iterator[c.Expression] | None:
    """``responses[index]``, or the name that it is given."""
    above = module.parents.get(id(one))
    if not isinstance(above, c.Declarator):
        return iter((one,))
    binding = module.scopes.binding(above.pattern) if isinstance(above.pattern, c.Name) and not above.type else None
    return iter(binding.references) if binding is not None and not binding.writes else None


def _names_response(function: c.Function) -> bool:
    """``(res): res is PromiseFulfilledResult<Response> => …``"""
    kinds = [function.return_type, *(each.type for each in function.parameters)]
    return any(each.name == "Response" for kind in kinds if kind is not None for each in kind.names)


def _is_counted(module: Module, call: c.Call) -> bool:
    above = module.parents.get(id(call))
    return isinstance(above, c.Member) and above.name == "length"

"""Rare ways to make a request and to read its answer, in the usual words that everything else understands.

``fetch(new Request(url, init))``, ``new URL('/api/x', location.origin)`` with its ``searchParams``, headers set one by
one, ``const { ok } = await fetch(…)``, and casts of what is still a promise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from turnout.conversions.endpoint_to_action.ground.pure import has_work
from turnout.conversions.imports import names_in
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.model.strings import literal
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit
from turnout.text.span import Span

_OWN = ("location.origin", "location.href", "window.location.origin", "window.location.href")
_LOOKED_AT = ("ok", "status", "statusText")


def usual_edits(module: Module, call: c.Call) -> list[Edit]:
    """The next edits of one ``fetch``; empty when all of it is usual."""
    for found in (_destructured, _casts, _url, _headers):
        if edits := list(found(module, call)):
            return sorted(edits)
    return []


def request_edits(module: Module, made: Span) -> list[Edit]:
    """``fetch(new Request(url, init))``, or the same by way of a constant, as ``fetch(url, init)``."""
    around = (each for each in module.body if each.span.contains(made))
    new = next(
        (code for each in around for code in c.walk(each) if code.span == made and isinstance(code, c.New)), None
    )
    if new is None or not new.arguments:
        return []
    given = Span(new.arguments[0].span.start, new.arguments[-1].span.end)
    above = module.parents.get(id(new))
    if _is_fetch(above) and len(above.arguments) == 1:
        return [Edit(Span(new.span.start, given.start), ""), Edit(Span(given.end, new.span.end), "")]
    held = _held(module, new)
    if held is None or len(held.binding.references) != 1:
        return []
    use = held.binding.references[0]
    call = module.parents.get(id(use))
    if not _is_fetch(call) or len(call.arguments) != 1 or not held.stands_before(module, call):
        return []
    if any(_may_differ(module, each) for each in new.arguments):
        return []
    return sorted([*removed(module.source, [held.statement.span]), Edit(use.span, module.source.text(given))])


# ------------------------------------------------------------------- constants


class _Held:
    """A constant of one statement: ``const url = new URL(…);``"""

    def __init__(self, statement: c.Declare, binding: Binding) -> None:
        self.statement = statement
        self.binding = binding

    def steps(self, module: Module, call: c.Call) -> list[c.Call] | None:
        """The calls by which it is filled, ``url.searchParams.set(…)``; None where it is used in another way."""
        found: list[c.Call] = []
        for use in self.binding.references:
            if call.span.contains(use.span):
                continue
            current: c.Code | None = module.parents.get(id(use))
            while isinstance(current, c.Member):
                current = module.parents.get(id(current))
            statement = module.parents.get(id(current)) if isinstance(current, c.Call) else None
            if not isinstance(current, c.Call) or not isinstance(statement, c.ExpressionStatement):
                return None
            block = module.parents.get(id(statement))
            if block is not module.parents.get(id(self.statement)) or statement.span.start > call.span.start:
                return None
            found.append(current)
        return found

    def stands_before(self, module: Module, call: c.Call) -> bool:
        """Whether the statement of a call is in the same block, so that it runs once for each of these."""
        block = module.parents.get(id(self.statement))
        return isinstance(block, c.Block) and block.span.contains(call.span) and self.is_same_run(module, call, block)

    def is_same_run(self, module: Module, call: c.Call, block: c.Block) -> bool:
        for above in module.ancestors(call):
            if above is block:
                return True
            if isinstance(above, (c.Function, c.For, c.ForEach, c.While)):
                return False
        return False


def _held(module: Module, value: c.Expression) -> _Held | None:
    declarator = module.parents.get(id(value))
    statement = module.parents.get(id(declarator)) if isinstance(declarator, c.Declarator) else None
    if not isinstance(declarator, c.Declarator) or not isinstance(declarator.pattern, c.Name):
        return None
    binding = module.scopes.binding(declarator.pattern)
    if not isinstance(statement, c.Declare) or statement.kind not in ("const", "let") or binding is None:
        return None
    return _Held(statement, binding) if len(statement.declarators) == 1 and not binding.writes else None


def _behind(module: Module, value: c.Expression) -> c.Expression:
    """What a constant was given."""
    bare = c.bare(value)
    binding = module.scopes.binding(bare) if isinstance(bare, c.Name) else None
    if binding is None or binding.writes or binding.pattern is not None or binding.value is None:
        return bare
    return c.bare(binding.value) if binding.kind in ("const", "let") else bare


def _may_differ(module: Module, value: c.Expression | c.Spread) -> bool:
    """Whether an expression may give something else, or do something, when it stands further down."""
    if isinstance(value, c.Spread) or has_work(value):
        return True
    names = (code for code in c.walk(value) if isinstance(code, c.Name))
    bindings = (module.scopes.binding(name) for name in names)
    return any(each is not None and each.kind in ("let", "var") and each.writes for each in bindings)


def _is_fetch(code: c.Code | None) -> TypeGuard[c.Call]:
    return isinstance(code, c.Call) and c.dotted(code.callee) in ("fetch", "window.fetch", "globalThis.fetch")


# ------------------------------------------------------------------- responses


def _destructured(module: Module, call: c.Call) -> Iterator[Edit]:
    """``const { ok, status } = await fetch(…)``"""
    awaited = module.parents.get(id(call))
    declarator = module.parents.get(id(awaited)) if isinstance(awaited, c.Await) else None
    pattern = declarator.pattern if isinstance(declarator, c.Declarator) else None
    if not isinstance(pattern, c.ObjectPattern):
        return
    taken: list[tuple[str, Binding]] = []
    for member in pattern.members:
        target = member.target
        binding = module.scopes.binding(target) if isinstance(target, c.Name) else None
        if not isinstance(member, c.PatternProperty) or member.key not in _LOOKED_AT or binding is None:
            return
        if binding.writes:
            return
        taken.append((member.key, binding))
    name = next((each for each in ("response", "res", "answer") if each not in names_in(module)), None)
    if name is None:
        return
    yield Edit(pattern.span, name)
    for key, binding in taken:
        for use in binding.references:
            above = module.parents.get(id(use))
            is_short = isinstance(above, c.Property) and above.shorthand
            yield Edit(use.span, f"{binding.name}: {name}.{key}" if is_short else f"{name}.{key}")


def _casts(module: Module, call: c.Call) -> Iterator[Edit]:
    """``return res.json() as Promise<User>``: the cast around what was waited for."""
    function = module.function_around(call)
    around: c.Code | None = function or next((each for each in module.body if each.span.contains(call.span)), None)
    for code in c.walk(around) if around is not None else ():
        if not isinstance(code, c.Cast) or code.form != "as" or code.type is None or not _reads_body(code.value):
            continue
        kind, home = module.source.text(code.type.span), module.function_around(code)
        is_given = isinstance(module.parents.get(id(code)), (c.Return, c.Function))
        if is_given and home is not None and home.is_async and kind.startswith("Promise<") and kind.endswith(">"):
            read = module.source.text(code.value.span)
            yield Edit(code.span, f"(await {read}) as {kind[len('Promise<') : -1]}")


def _reads_body(value: c.Expression) -> bool:
    bare = c.bare(value)
    return (
        isinstance(bare, c.Call)
        and not bare.arguments
        and isinstance(bare.callee, c.Member)
        and bare.callee.name in ("json", "text")
    )


# ------------------------------------------------------------------------- urls


def _url(module: Module, call: c.Call) -> Iterator[Edit]:
    """``new URL('/api/x', location.origin)``, itself or by way of a constant, with what is put into its query."""
    argument = call.arguments[0] if call.arguments else None
    if argument is None or isinstance(argument, c.Spread):
        return
    asked = c.bare(argument)
    if isinstance(asked, c.Call) and isinstance(asked.callee, c.Member) and asked.callee.name == "toString":
        asked = c.bare(asked.callee.object)
    elif isinstance(asked, c.Member) and asked.name == "href":
        asked = c.bare(asked.object)
    new = _behind(module, asked)
    if not isinstance(new, c.New) or c.dotted(new.callee) != "URL" or len(new.arguments) != 2:
        return
    first, base = new.arguments
    if isinstance(first, c.Spread) or isinstance(base, c.Spread) or c.dotted(base) not in _OWN:
        return
    path = c.bare(first)
    start = path.value if isinstance(path, c.String) else path.strings[0] if isinstance(path, c.Template) else ""
    if not start.startswith("/") or "?" in module.source.text(path.span):
        return
    if new is asked:
        yield Edit(argument.span, module.source.text(path.span))
        return
    held = _held(module, new)
    steps = held.steps(module, call) if held is not None and held.stands_before(module, call) else None
    if held is None or steps is None or _may_differ(module, path):
        return
    query = _query(module, steps)
    if query is None:
        return
    text = module.source.text(path.span)
    yield Edit(argument.span, f"`{text[1:-1]}?{query}`" if query else text)
    statements = [module.parents[id(each)].span for each in steps]
    yield from removed(module.source, sorted([held.statement.span, *statements]))


def _query(module: Module, steps: Sequence[c.Call]) -> str | None:
    """``page=${encodeURIComponent(page)}&size=20``; None where it can't be told."""
    pairs: dict[str, str] = {}
    for step in steps:
        callee = step.callee
        if not isinstance(callee, c.Member) or callee.name not in ("set", "append"):
            return None
        if not isinstance(callee.object, c.Member) or callee.object.name != "searchParams":
            return None
        if len(step.arguments) != 2 or any(isinstance(each, c.Spread) for each in step.arguments):
            return None
        key, value = step.arguments
        name = literal(module, key) if not isinstance(key, c.Spread) else None
        if name is None or not name.isidentifier() or name in pairs or _may_differ(module, value):
            return None
        bare = c.bare(value) if not isinstance(value, c.Spread) else None
        if isinstance(bare, c.String) and bare.value.isalnum():
            pairs[name] = bare.value
            continue
        pairs[name] = f"${{encodeURIComponent({module.source.text(value.span)})}}"
    return "&".join(f"{name}={value}" for name, value in pairs.items())


# ---------------------------------------------------------------------- headers


def _headers(module: Module, call: c.Call) -> Iterator[Edit]:
    """``const headers = new Headers(); headers.set('Content-Type', 'application/json');``"""
    second = call.arguments[1] if len(call.arguments) > 1 else None
    options = _behind(module, second) if second is not None and not isinstance(second, c.Spread) else None
    given = options.get("headers") if isinstance(options, c.Object) else None
    new = _behind(module, given) if given is not None else None
    if not isinstance(new, c.New) or c.dotted(new.callee) != "Headers" or new.arguments or new is given:
        return
    held = _held(module, new)
    steps = held.steps(module, call) if held is not None and held.stands_before(module, call) else None
    if not steps:
        return
    members: list[str] = []
    for step in steps:
        names = [literal(module, each) if not isinstance(each, c.Spread) else None for each in step.arguments]
        is_put = isinstance(step.callee, c.Member) and step.callee.name in ("set", "append")
        if not is_put or len(names) != 2 or names[0] is None or names[1] is None:
            return
        members.append(": ".join(module.source.text(each.span) for each in step.arguments))
    style = Style.of(module.source)
    yield Edit(new.span, style.braces(", ".join(members)))
    yield from removed(module.source, sorted(module.parents[id(each)].span for each in steps))

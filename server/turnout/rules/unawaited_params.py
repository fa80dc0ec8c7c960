"""`params` or `searchParams` used without `await`.

Since Next.js 15 both are promises, in route handlers, pages, layouts and `generateMetadata`. What is taken from the
promise itself is `undefined`: ``Route "/api/tasks/[id]" used `params.id`. `params` is a Promise and must be unwrapped
with `await` or `React.use()` before accessing its properties.`` Next.js 15 still lets it pass with this warning, but
its type check stops a build whose annotation is not a `Promise`; 16 gives `undefined`. In a Client Component it is
`use(params)`.

## Bad

```ts app/api/tasks/[id]/route.ts
export async function GET(request: Request, { params }: { params: { id: string } }) {
  return Response.json({ id: params.id });
}
```

## Good

```ts app/api/tasks/[id]/route.ts
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return Response.json({ id });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.endpoints import Endpoint, page_functions, route_methods
from turnout.model.module import Module
from turnout.model.promised import Access, access_of
from turnout.model.scope import Binding
from turnout.model.type_text import parameter_member
from turnout.rules.edits import awaited, first_line, insert, made_async
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.settings import Severity
from turnout.text.edits import Edit
from turnout.text.span import Span

_PAGES = ("page", "layout", "default")


def check(view: FileView) -> Iterator[Finding]:
    if view.app.is_before(15) or not (view.has(b"params") or view.has(b"searchParams")):
        return
    module = view.module
    if view.role == "route-handler":
        for endpoint in route_methods(module):
            yield from _judged(view, endpoint, 1, ("params",))
    elif view.role in _PAGES:
        names = ("params", "searchParams") if view.role == "page" else ("params",)
        for endpoint in page_functions(module):
            yield from _judged(view, endpoint, 0, names)


def takes(module: Module, endpoint: Endpoint, index: int, name: str) -> bool:
    """Whether a function takes something from the promise itself: what this rule tells, annotation included."""
    return any(_taken(module, endpoint.function.parameters[index], name))


@dataclass(frozen=True)
class _Taken:
    """Something taken from ``params`` itself."""

    shown: str
    span: Span
    access: Access | None
    """None where the parameter's own pattern takes it apart."""


def _judged(view: FileView, endpoint: Endpoint, index: int, names: tuple[str, ...]) -> Iterator[Finding]:
    function = endpoint.function
    if len(function.parameters) <= index or function.parameters[index].is_rest:
        return
    parameter = function.parameters[index]
    for name in names:
        taken = [each for each in _taken(view.module, parameter, name) if not _is_known(view, each)]
        if taken:
            yield _finding(view, function, parameter, name, taken)


def _is_known(view: FileView, taken: _Taken) -> bool:
    """``params as unknown as UnsafeUnwrappedParams`` is what the codemod for 15 writes; 16 does not know it."""
    return taken.access is not None and taken.access.is_unsafe_cast and view.app.is_before(16)


def _finding(view: FileView, function: c.Function, parameter: c.Parameter, name: str, taken: list[_Taken]) -> Finding:
    module = view.module
    route = view.project.route(view.path)
    where = f'Route "{route.pattern}" used' if route is not None else "This uses"
    unwrap = f"`use({name})`" if module.is_client_file else f"`await {name}`"
    result = "it is undefined" if not view.app.is_before(16) else "Next.js 15 only warns, 16 gives undefined"
    message = (
        f"{where} `{taken[0].shown}`. `{name}` is a Promise and must be unwrapped with `await` or `React.use()` before "
        f"accessing its properties: {result}. Take them from {unwrap}."
    )
    return Finding(
        taken[0].span,
        message,
        tuple(_fixes(module, function, parameter, name, taken)),
        severity=_severity(view, parameter, name),
    )


def _severity(view: FileView, parameter: c.Parameter, name: str) -> Severity:
    """In Next.js 15 the access works; what stops a build there is an annotation that is no Promise."""
    if not view.app.is_before(16):
        return "error"
    written = parameter_member(view.module, parameter, name)
    return "error" if written is not None and "Promise" not in view.module.source.text(written) else "warning"


# ------------------------------------------------------------------- what is taken


def _taken(module: Module, parameter: c.Parameter, name: str) -> Iterator[_Taken]:
    match parameter.pattern:
        case c.Name() as context:
            binding = module.scopes.binding(context)
            if binding is not None and not binding.writes:
                yield from _from_context(module, binding, name)
        case c.ObjectPattern() as pattern:
            yield from _from_pattern(module, pattern, name)
        case _:
            return


def _from_pattern(module: Module, pattern: c.ObjectPattern, name: str) -> Iterator[_Taken]:
    for member in pattern.members:
        if not isinstance(member, c.PatternProperty) or member.key != name:
            continue
        match member.target:
            case c.Name() as local:
                binding = module.scopes.binding(local)
                if binding is not None and not binding.writes:
                    yield from _from_name(module, binding)
            case c.ObjectPattern(members=members) if members:
                first = members[0]
                key = first.key if isinstance(first, c.PatternProperty) else None
                yield _Taken(f"{name}.{key}" if key else f"...{name}", member.target.span, None)
            case _:
                pass


def _from_name(module: Module, binding: Binding) -> Iterator[_Taken]:
    for reference in binding.references:
        found = access_of(module, reference)
        if found is not None:
            yield _shown(binding.name, found)


def _from_context(module: Module, binding: Binding, name: str) -> Iterator[_Taken]:
    """``context.params.id``, ``const { params } = context``"""
    for reference in binding.references:
        above = module.parents.get(id(reference))
        if isinstance(above, c.Member) and above.object is reference and above.name == name:
            found = access_of(module, above)
            if found is not None:
                yield _shown(f"{binding.name}.{name}", found)
            outer = module.parents.get(id(above))
            if isinstance(outer, c.Declarator) and isinstance(outer.pattern, c.Name) and outer.value is above:
                local = module.scopes.binding(outer.pattern)
                if local is not None and not local.writes:
                    yield from _from_name(module, local)
        elif (
            isinstance(above, c.Declarator) and above.value is reference and isinstance(above.pattern, c.ObjectPattern)
        ):
            yield from _from_pattern(module, above.pattern, name)


def _shown(name: str, access: Access) -> _Taken:
    match access.form, access.whole:
        case "pattern", c.Declarator(pattern=pattern):
            first = next((member.key for member in _members(pattern) if isinstance(member, c.PatternProperty)), None)
            return _Taken(f"{name}.{first}" if first else f"...{name}", access.promise.span, access)
        case "spread", _:
            return _Taken(f"...{name}", access.whole.span, access)
        case _:
            span = Span(access.promise.span.start, access.whole.span.end)
            return _Taken(f"{name}.{access.name}" if access.name else f"{name}[…]", span, access)


def _members(pattern: c.Pattern) -> tuple[c.PatternProperty | c.Rest, ...]:
    return pattern.members if isinstance(pattern, c.ObjectPattern) else ()


# ----------------------------------------------------------------------------- fix


def _fixes(
    module: Module, function: c.Function, parameter: c.Parameter, name: str, taken: list[_Taken]
) -> Iterator[Fix]:
    if module.is_client_file:
        return
    asynced = made_async(module, function)
    typed = _typed(module, parameter, name)
    changed = _unwrapped(module, function, name, taken)
    if asynced is None or changed is None or typed is None:
        return
    is_whole = bool(typed) or parameter.type is None
    yield Fix(f"Await {name}", (*asynced, *typed, *changed), is_preferred=True, is_safe=is_whole)


def _unwrapped(module: Module, function: c.Function, name: str, taken: list[_Taken]) -> list[Edit] | None:
    if any(each.access is None for each in taken):
        return _out_of_the_signature(module, function, name, taken)
    found = [each.access for each in taken if each.access is not None]
    direct = [module.function_around(each.whole) is function for each in found]
    keys = {each.name for each in found}
    local = {module.source.text(each.promise.span) for each in found}
    is_plain = all(each.form == "member" and isinstance(each.promise, c.Name) for each in found)
    if is_plain and len(local) == 1 and (len(found) > 1 or not all(direct)) and _are_free(module, function, keys):
        line = first_line(
            module,
            function,
            f"const {{ {', '.join(dict.fromkeys(each.name for each in found))} }} = await {local.pop()}",
        )
        if line is not None:
            return [line, *(_replaced(module, each) for each in found)]
    if not all(direct):
        return None
    edits: list[Edit] = []
    for each in found:
        if each.form == "spread":
            edits.append(insert(each.promise.span.start, "await "))
        else:
            edits += awaited(module, each.promise)
    return edits


def _replaced(module: Module, access: Access) -> Edit:
    """``params.id`` becomes ``id``; ``{ id: params.id }`` the shorthand."""
    above = module.parents.get(id(access.whole))
    if (
        isinstance(above, c.Property)
        and above.key == access.name
        and above.value is access.whole
        and above.computed is None
    ):
        return Edit(above.span, access.name)
    return Edit(access.whole.span, access.name)


def _are_free(module: Module, function: c.Function, names: set[str]) -> bool:
    if not all(name.isidentifier() for name in names) or names & set(module.top_level) or names & set(module.import_of):
        return False
    inside = {binding.name for binding in module.scopes.all if function.span.contains(binding.site.span)}
    return not names & (inside | module.scopes.globals)


def _out_of_the_signature(module: Module, function: c.Function, name: str, taken: list[_Taken]) -> list[Edit] | None:
    """``({ params: { id } })`` becomes ``({ params })`` with ``const { id } = await params`` in the body."""
    if len(taken) != 1 or not isinstance(function.body, c.Block):
        return None
    start = taken[0].span.start
    line = first_line(module, function, f"const {module.source.text(taken[0].span)} = await {name}")
    key = module.source.data.rfind(name.encode(), 0, start)
    if line is None or any(
        binding.name == name and function.span.contains(binding.site.span) for binding in module.scopes.all
    ):
        return None
    return [Edit(Span(key + len(name), taken[0].span.end), ""), line]


def _typed(module: Module, parameter: c.Parameter, name: str) -> list[Edit] | None:
    """``Promise<…>`` around the type of ``params``; nothing where it is one, or written in another file."""
    written = parameter_member(module, parameter, name)
    if written is None:
        return []
    text = module.source.text(written)
    if "Promise" in text:
        return []
    if not text or text.startswith("|"):
        return None
    return [insert(written.start, "Promise<"), insert(written.end, ">")]


RULE = Rule(
    code="unawaited-params",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/messages/sync-dynamic-apis",
)

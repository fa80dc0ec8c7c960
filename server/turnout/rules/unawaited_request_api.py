"""`cookies()`, `headers()` or `draftMode()` used without `await`.

Since Next.js 15 they give promises. What is taken from the promise itself is not there: ``Route "/" used
`cookies().get`. `cookies()` returns a Promise and must be unwrapped with `await` or `React.use()` before accessing
its properties``, and then `cookies(...).get is not a function`. Next.js 15 still lets it pass with this warning, 16
does not.

## Bad

```ts app/api/theme/route.ts
import { cookies } from 'next/headers';

export async function GET() {
  const theme = cookies().get('theme');
  return Response.json({ theme: theme?.value });
}
```

## Good

```ts app/api/theme/route.ts
import { cookies } from 'next/headers';

export async function GET() {
  const theme = (await cookies()).get('theme');
  return Response.json({ theme: theme?.value });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.endpoints import page_functions, route_methods
from turnout.model.module import Module
from turnout.model.next_api import HEADERS, imported_name
from turnout.model.promised import Access, access_of, accesses
from turnout.rules.edits import awaited, made_async
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit

_PROMISED = ("cookies", "headers", "draftMode")
_OUTSIDE = ("test", "api-route", "pages-page", "pages-special")


def check(view: FileView) -> Iterator[Finding]:
    if view.app.is_before(15) or view.role in _OUTSIDE or not view.has(HEADERS.encode()):
        return
    module = view.module
    for code in module.everything:
        if isinstance(code, c.Call) and not code.arguments:
            name = imported_name(module, code.callee, HEADERS)
            access = _taken(module, code) if name in _PROMISED else None
            if name is not None and access is not None and not (access.is_unsafe_cast and view.app.is_before(16)):
                yield _finding(view, code, name, access)


def _taken(module: Module, call: c.Call) -> Access | None:
    """What is taken from the promise: there, or later from the name that keeps it."""
    direct = access_of(module, call)
    if direct is not None:
        return direct
    above = module.parents.get(id(call))
    unsafe = False
    while isinstance(above, c.Cast):
        unsafe = unsafe or (
            above.type is not None and any(each.name.startswith("UnsafeUnwrapped") for each in above.type.names)
        )
        above = module.parents.get(id(above))
    if isinstance(above, c.Declarator) and isinstance(above.pattern, c.Name):
        binding = module.scopes.binding(above.pattern)
        if binding is not None and not binding.writes:
            found = next(accesses(module, binding), None)
            if found is not None:
                return Access(found.form, found.promise, found.name, found.whole, found.is_unsafe_cast or unsafe)
    return None


def _asynced(view: FileView, function: c.Function | None) -> list[Edit] | None:
    """What makes the function async; None where its callers would have to know."""
    if function is None or function.is_async:
        return []
    endpoints = {"route-handler": route_methods, "page": page_functions, "layout": page_functions}.get(view.role)
    if endpoints is None or not any(each.function is function for each in endpoints(view.module)):
        return None
    return made_async(view.module, function)


def _finding(view: FileView, call: c.Call, name: str, access: Access) -> Finding:
    module = view.module
    used = f"{name}().{access.name}" if access.name else f"{name}()"
    function = module.function_around(call)
    is_async = function is None or function.is_async
    advice = f"Write `await {name}()`" + ("." if is_async else ", in a function that is async.")
    result = "Next.js 15 only warns, 16 throws." if view.app.is_before(16) else "Next.js 16 throws here."
    message = (
        f"This uses `{used}`. `{name}()` returns a Promise and must be unwrapped with `await` or `React.use()` before "
        f"accessing its properties: {result} {advice}"
    )
    fixes: tuple[Fix, ...] = ()
    asynced = _asynced(view, function)
    if asynced is not None and not module.is_client_file:
        edits = (*asynced, *awaited(module, call))
        fixes = (Fix(f"Await {name}()", edits, is_preferred=True, is_safe=True),)
    severity = "warning" if view.app.is_before(16) else None
    return Finding(call.span, message, fixes, severity=severity)


RULE = Rule(
    code="unawaited-request-api",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/messages/sync-dynamic-apis",
)

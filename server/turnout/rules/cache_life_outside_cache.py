"""`cacheLife()` or `cacheTag()` where nothing is cached.

Both speak about the `"use cache"` function around them, and throw elsewhere: `` `cacheLife()` can only be called
inside a "use cache" function.`` Without `cacheComponents` in next.config there is no such cache: `` `cacheTag()` is
only available with the `cacheComponents` config.`` A handler itself can't be cached: move what is into a function of
its own.

## Bad

```js next.config.mjs
export default { cacheComponents: true };
```

```ts app/api/tasks/route.ts
import { cacheLife } from 'next/cache';

export async function GET() {
  cacheLife('hours');
  return Response.json([]);
}
```

## Good

```js next.config.mjs
export default { cacheComponents: true };
```

```ts app/api/tasks/route.ts
import { cacheLife } from 'next/cache';

async function tasks() {
  'use cache';
  cacheLife('hours');
  return [];
}

export async function GET() {
  return Response.json(await tasks());
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.endpoints import page_functions, route_methods
from turnout.model.module import directives_of
from turnout.model.next_api import CACHE, imported_name
from turnout.rules.rule import FileView, Finding, Rule

_NAMES = ("cacheLife", "cacheTag", "unstable_cacheLife", "unstable_cacheTag")


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or view.app.is_before(15) or not (view.has(b"cacheLife") or view.has(b"cacheTag")):
        return
    module = view.module
    if module.is_client_file:
        return
    for code in module.everything:
        name = imported_name(module, code.callee, CACHE) if isinstance(code, c.Call) else None
        if not isinstance(code, c.Call) or name not in _NAMES:
            continue
        shown = f"`{name}()`"
        if _is_switched_off(view):
            yield Finding(
                code.callee.span,
                f"{shown} is only available with the `{_key(view)}` config: without it this throws.",
            )
        elif _is_outside(view, code):
            yield Finding(
                code.callee.span,
                f'{shown} can only be called inside a "use cache" function: here it throws. Move what is to be cached '
                "into a function of its own.",
            )


def _is_switched_off(view: FileView) -> bool:
    config = view.app.config
    keys = ("cacheComponents", "experimental", "experimental.useCache", "experimental.cacheComponents",
            "experimental.dynamicIO")  # fmt: skip
    return not config.use_cache and all(config.is_known(key) for key in keys)


def _key(view: FileView) -> str:
    return "experimental.useCache" if view.app.is_before(16) else "cacheComponents"


def _is_outside(view: FileView, call: c.Call) -> bool:
    """Surely outside: at the top of the file, or in what Next.js calls itself. A helper may be called from a cache."""
    module = view.module
    if any(each.text.startswith("use cache") for each in module.directives):
        return False
    functions = [above for above in module.ancestors(call) if isinstance(above, c.Function)]
    if any(each.text.startswith("use cache") for function in functions for each in directives_of(function)):
        return False
    if not functions:
        return True
    if len(functions) > 1:
        return False
    if view.role == "route-handler":
        return any(endpoint.function is functions[0] for endpoint in route_methods(module))
    is_rendered = view.role in ("page", "layout")
    return is_rendered and any(endpoint.function is functions[0] for endpoint in page_functions(module))


RULE = Rule(
    code="cache-life-outside-cache",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/cacheLife",
)

"""`updateTag()` or `refresh()` is called in a route handler.

Both work for the one browser that called a Server Action; a route handler has none, so Next.js throws: `updateTag can
only be called from within a Server Action. To invalidate cache tags in Route Handlers or other contexts, use
revalidateTag instead.`

## Bad

```ts app/api/refresh/route.ts
import { updateTag } from 'next/cache';

export async function GET() {
  updateTag('posts');
  return Response.json({ done: true });
}
```

## Good

```ts app/api/refresh/route.ts
import { revalidateTag } from 'next/cache';

export async function GET() {
  revalidateTag('posts', 'max');
  return Response.json({ done: true });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module, directives_of
from turnout.model.next_api import CACHE, imported_name
from turnout.project.boundary import Layer
from turnout.rules.edits import exchanged_import, insert
from turnout.rules.reach import known_layers
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style
from turnout.text.edits import Edit

HANDLER_ONLY: frozenset[Layer] = frozenset({"handler"})


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(CACHE.encode()) or not _is_handlers_code(view):
        return
    module = view.module
    for code in module.everything:
        if not isinstance(code, c.Call) or _is_in_action(module, code):
            continue
        match imported_name(module, code.callee, CACHE):
            case "updateTag":
                message = (
                    "updateTag can only be called from within a Server Action, and a route handler runs this: it "
                    "throws. To invalidate cache tags in Route Handlers, use revalidateTag instead."
                )
                yield Finding(code.callee.span, message, tuple(_fixes(module, code)))
            case "refresh":
                message = (
                    "refresh can only be called from within a Server Action, and a route handler runs this: it throws. "
                    "Let the caller call `router.refresh()` when it has the answer."
                )
                yield Finding(code.callee.span, message)
            case _:
                pass


def _is_handlers_code(view: FileView) -> bool:
    if view.role == "module":
        return not view.module.is_server_actions_file and known_layers(view) == HANDLER_ONLY
    return view.role == "route-handler"


def _is_in_action(module: Module, code: c.Code) -> bool:
    return any(
        isinstance(above, c.Function) and any(each.text == "use server" for each in directives_of(above))
        for above in module.ancestors(code)
    )


def _fixes(module: Module, call: c.Call) -> Iterator[Fix]:
    if not isinstance(call.callee, c.Name) or len(call.arguments) != 1 or call.callee.name != "updateTag":
        return
    imported = exchanged_import(module, "updateTag", "revalidateTag", CACHE)
    if imported is None:
        return
    profile = Style.of(module.source).string("max")
    edits = (*imported, Edit(call.callee.span, "revalidateTag"), insert(call.arguments[0].span.end, f", {profile}"))
    yield Fix("Use revalidateTag", edits, is_preferred=True)


RULE = Rule(
    code="updatetag-outside-action",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/updateTag",
)

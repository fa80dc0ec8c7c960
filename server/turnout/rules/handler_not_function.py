"""A method of a route handler that is no function.

Next.js calls what is exported as `GET`, `POST` …, and anything else fails when the first request comes:
`Function.prototype.apply was called on #<Object>, which is an object and not a function`. In TypeScript the build's
type check refuses it. Answers that never change can be returned by a function, too.

## Bad

```ts app/api/version/route.ts
export const GET = { version: 3 };
```

## Good

```ts app/api/version/route.ts
export const GET = () => Response.json({ version: 3 });
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.requests import METHODS
from turnout.model.values import typeof
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler":
        return
    for export in view.module.exports:
        if export.name not in METHODS or export.is_type or export.value is None:
            continue
        kind = typeof(view.module, export.value)
        # What `new` makes may be callable in some library's way.
        if kind is not None and not isinstance(c.bare(export.value), c.New):
            shown = "a plain value" if kind == "data" else f"of type {kind}"
            yield Finding(
                export.name_span,
                f"{export.name} is {shown} and not a function: every request fails with 500. Export a function that "
                "returns a `Response`.",
            )


RULE = Rule(
    code="handler-not-function",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route",
)

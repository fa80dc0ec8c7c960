"""`"use cache"` in the body of a route handler.

What a cached function returns is kept in a form that can be sent to components, and a `Response` has none. The request
fails with `Only plain objects, and a few built-ins, can be passed to Client Components`. Put the work into a function
of its own, which returns plain data, and cache that one.

## Bad

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts app/api/tasks/route.ts
import { list } from '@/lib/tasks';

export async function GET() {
  'use cache';
  return Response.json(await list());
}
```

## Good

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts app/api/tasks/route.ts
import { list } from '@/lib/tasks';

async function cachedTasks() {
  'use cache';
  return list();
}

export async function GET() {
  return Response.json(await cachedTasks());
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.endpoints import route_methods
from turnout.model.module import directives_of, in_parentheses
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler" or not view.has(b"use cache"):
        return
    for endpoint in route_methods(view.module):
        for each in directives_of(endpoint.function):
            if (each.text == "use cache" or each.text.startswith("use cache:")) and not in_parentheses(each):
                yield Finding(
                    each.span,
                    f'"{each.text}" cannot be used directly inside a route handler: a Response can\'t be kept, and the '
                    "request fails. Put the work into a function of its own that returns plain data, and cache that.",
                )


RULE = Rule(
    code="use-cache-in-handler",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/route-handlers",
)

"""A function with `"use cache"` in a file that the browser gets.

The cache is the server's. In a `"use client"` file, and in every file that one imports, there is none: the compiler
stops with `It is not allowed to define inline "use cache" annotated functions in Client Components.` Fetch the data in
a Server Component and pass it down.

## Bad

```js next.config.js
module.exports = { cacheComponents: true };
```

```tsx app/prices.tsx
'use client';

async function prices() {
  'use cache';
  return [1, 2, 3];
}

export function Prices() {
  return <button onClick={() => prices()}>Show</button>;
}
```

## Good

```js next.config.js
module.exports = { cacheComponents: true };
```

```tsx app/page.tsx
import { Prices } from './prices';

async function prices() {
  'use cache';
  return [1, 2, 3];
}

export default async function Page() {
  return <Prices all={await prices()} />;
}
```

```tsx app/prices.tsx
'use client';

export function Prices({ all }: { all: number[] }) {
  return <p>{all.join()}</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.actions import inline_cache_directives
from turnout.model.module import in_parentheses
from turnout.rules.inline_action_in_client_file import way_to_client
from turnout.rules.reach import compiles_cache
from turnout.rules.rule import FileView, Finding, Rule

QUOTE = 'It is not allowed to define inline "use cache" annotated functions in Client Components.'


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use cache") or not compiles_cache(view):
        return
    inline = [
        each
        for each in inline_cache_directives(view.module)
        if not in_parentheses(each.directive) and each.holder not in ("instance", "constructor")
    ]
    found = way_to_client(view) if inline else None
    if found is None:
        return
    why, related = found
    for each in inline:
        advice = "Fetch the data in a Server Component, and pass it down as props."
        yield Finding(each.directive.span, f"{QUOTE} {why}{advice}", related=related)


RULE = Rule(
    code="inline-cache-in-client-file",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-cache",
)

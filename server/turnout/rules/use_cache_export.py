"""A `"use cache"` file exports a class, a plain default value or everything of another file.

Every function that such a file exports is cached, and the compiler wants to know each one: it stops with `Only async
functions are allowed to be exported in a "use cache" file.` Constants with a name and `export { a } from './b'` may
stay.

## Bad

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts lib/prices.ts
'use cache';

export class Price {
  cents = 0;
}

export async function prices() {
  return [1, 2, 3];
}
```

## Good

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts lib/price.ts
export class Price {
  cents = 0;
}
```

```ts lib/prices.ts
'use cache';

export async function prices() {
  return [1, 2, 3];
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.values import literal_kind
from turnout.rules.exports import unexported
from turnout.rules.reach import compiles_cache
from turnout.rules.rule import FileView, Finding, Rule
from turnout.rules.use_server_export import head_of_export

QUOTE = 'Only async functions are allowed to be exported in a "use cache" file.'


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use cache"):
        return
    module = view.module
    if not module.is_cached_file or module.is_client_file or module.is_server_actions_file or not compiles_cache(view):
        return
    for statement in module.body:
        refused = _refused(statement)
        if refused is not None:
            yield Finding(head_of_export(view, statement), f"{QUOTE} {refused}", tuple(unexported(view, statement)))


def _refused(statement: c.Statement) -> str | None:
    """Why the compiler refuses an export, as a sentence. Constants, and what is named in a re-export, may pass."""
    elsewhere = "Move it to a file without the directive."
    match statement:
        case c.ExportDeclaration(declaration=c.ClassDeclaration()) | c.ExportDefault(value=c.ClassDeclaration()):
            return f"A class can't be kept in a cache. {elsewhere}"
        case c.ExportAll(type_only=False, alias=None, source=source):
            return f"Next.js can't see what `{source.value}` exports: name it, or import it from there."
        case c.ExportDefault(value=value) if not isinstance(value, (c.FunctionDeclaration, c.TypeDeclaration)):
            bare = c.bare(value) if not isinstance(value, c.ClassDeclaration) else value
            if isinstance(bare, (c.Object, c.Array, c.Class)) or literal_kind(bare) is not None:  # type: ignore[arg-type]
                return f"The default export is no function. {elsewhere}"
        case _:
            pass
    return None


RULE = Rule(
    code="use-cache-export",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-cache",
)

"""`this`, `super` or `arguments` in a function with `"use cache"`.

The arguments of a cached function are the key to its result: what it takes from elsewhere would not be part of it. The
compiler stops with ``"use cache" functions cannot use `this`.`` Name the parameters; a rest parameter (`...values`)
takes the place of `arguments`.

## Bad

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts lib/total.ts
export async function total() {
  'use cache';
  return arguments.length;
}
```

## Good

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts lib/total.ts
export async function total(...values: number[]) {
  'use cache';
  return values.length;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.actions import exported_actions, inline_cache_directives
from turnout.rules.reach import compiles_cache, is_only_client_code
from turnout.rules.rule import FileView, Finding, Rule
from turnout.rules.this_in_action import own_tokens


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use cache") or not compiles_cache(view):
        return
    module = view.module
    functions: dict[int, c.Function] = {}
    if module.is_cached_file and not module.is_client_file:
        functions.update((id(each.function), each.function) for each in exported_actions(module))
    if not is_only_client_code(view):
        functions.update((id(each.function), each.function) for each in inline_cache_directives(module) if each.counts)
    for function in functions.values():
        for code, word in own_tokens(module, function) if function.is_async else ():
            advice = "Use a rest parameter." if word == "arguments" else "Pass what it needs as a parameter."
            yield Finding(code.span, f'"use cache" functions cannot use `{word}`. {advice}')


RULE = Rule(
    code="this-in-cached-function",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-cache",
)

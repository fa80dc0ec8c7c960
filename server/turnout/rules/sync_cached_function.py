"""A function with `"use cache"` that is not async.

What a cached function gives may come from another process or from disk, so its callers always get a promise. The
compiler stops with `"use cache" functions must be async functions.`, for the functions that a `"use cache"` file
exports and for those with a directive of their own.

## Bad

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts lib/prices.ts
export function prices() {
  'use cache';
  return [1, 2, 3];
}
```

## Good

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts lib/prices.ts
export async function prices() {
  'use cache';
  return [1, 2, 3];
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.actions import exported_actions, inline_cache_directives, name_site
from turnout.rules.made_async import async_fixes, shown_name
from turnout.rules.reach import compiles_cache, is_only_client_code
from turnout.rules.rule import FileView, Finding, Rule

QUOTE = '"use cache" functions must be async functions.'


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use cache") or not compiles_cache(view):
        return
    module = view.module
    functions = [each.function for each in inline_cache_directives(module) if each.counts]
    if is_only_client_code(view):
        functions = []  # There the directive itself is the mistake: inline-cache-in-client-file.
    if module.is_cached_file and not module.is_client_file:
        functions += [each.function for each in exported_actions(module)]
    for function in {id(each): each for each in functions}.values():
        if function.is_async:
            continue
        site = name_site(module, function)
        why = "what is kept is there later, so the call always gives a promise"
        if function.form in ("getter", "setter"):
            yield Finding(site, f"{QUOTE} A {function.form} can't be async: make it a method.")
        elif function.is_generator:
            yield Finding(
                site, f"{QUOTE} {shown_name(module, function, site)} is a generator: return the values at once."
            )
        else:
            message = f"{QUOTE} {shown_name(module, function, site)} is none: {why}."
            yield Finding(site, message, tuple(async_fixes(module, function)))


RULE = Rule(
    code="sync-cached-function",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-cache",
)

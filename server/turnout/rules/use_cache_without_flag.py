"""`"use cache"` in an app that has not switched it on.

Caching by directive needs `cacheComponents: true` in next.config (`experimental.useCache` before Next.js 16). Without
it the compiler stops with ``To use "use cache", please enable the feature flag `cacheComponents` in your Next.js
config.``

## Bad

```ts lib/prices.ts
export async function prices() {
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

from turnout.model.actions import inline_cache_directives
from turnout.model.directives import string_statements
from turnout.model.module import is_cache
from turnout.project.discover import App
from turnout.rules.reach import compiles_cache, is_only_client_code
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.text.span import NOWHERE

_FLAGS = (
    "cacheComponents", "experimental", "experimental.useCache", "experimental.cacheComponents",
    "experimental.dynamicIO",
)  # fmt: skip


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use cache") or not _is_surely_off(view.app) or not compiles_cache(view):
        return
    module = view.module
    in_client = is_only_client_code(view)
    holders = {id(each.function): each for each in inline_cache_directives(module)}
    flag = "experimental.useCache" if view.app.is_before(16) else "cacheComponents"
    others: set[int] = set()
    for each in string_statements(module):
        if not each.is_first or each.is_in_parentheses:
            continue
        if each.text in ("use server", "use client"):
            others.add(id(each.function))  # The two do not go together: conflicting-directives.
        if not is_cache(each.text) or id(each.function) in others:
            continue
        if each.function is not None and (
            in_client or holders[id(each.function)].holder in ("instance", "constructor")
        ):
            continue
        related = (Related(view.app.config.path, NOWHERE, "Here."),) if view.app.config.path is not None else ()
        yield Finding(
            each.directive.span,
            f'To use "{each.text}", please enable the feature flag `{flag}` in your Next.js config.',
            related=related,
        )


def _is_surely_off(app: App) -> bool:
    return not app.config.use_cache and all(app.config.is_known(flag) for flag in _FLAGS)


RULE = Rule(
    code="use-cache-without-flag",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-cache",
)

"""A method of a class instance that is marked with `"use cache"`.

A result is kept under the arguments of the call, and what `this` holds is not among them. The compiler stops with `It
is not allowed to define inline "use cache" annotated class instance methods.` Functions, methods of plain objects and
static methods are fine.

## Bad

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts lib/shop.ts
export class Shop {
  async prices() {
    'use cache';
    return [1, 2, 3];
  }
}
```

## Good

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts lib/shop.ts
export class Shop {
  static async prices() {
    'use cache';
    return [1, 2, 3];
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.actions import inline_cache_directives
from turnout.model.module import in_parentheses
from turnout.rules.action_in_class import member_site
from turnout.rules.reach import compiles_cache
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use cache") or not view.has(b"class") or not compiles_cache(view):
        return
    for each in inline_cache_directives(view.module):
        if each.holder == "instance" and each.is_first and not in_parentheses(each.directive):
            yield Finding(
                member_site(view, each),
                'It is not allowed to define inline "use cache" annotated class instance methods. To define cached '
                "functions, use functions, object method properties, or static class methods instead.",
            )


RULE = Rule(
    code="cached-method-in-class",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-cache",
)

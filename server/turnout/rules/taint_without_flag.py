"""React's taint functions without `experimental.taint`.

Tainting keeps objects and secrets out of what Server Components send. React exports the functions only where Next.js is
told to: without `experimental.taint: true` in next.config the compiler stops with ``You're importing
`experimental_taintUniqueValue` from React which requires `experimental.taint: true` in your Next.js config.``

## Bad

```ts lib/user.ts
import { experimental_taintUniqueValue } from 'react';

export const guard = (user: object, token: string) => experimental_taintUniqueValue('Not for the browser', user, token);
```

## Good

```js next.config.js
module.exports = { experimental: { taint: true } };
```

```ts lib/user.ts
import { experimental_taintUniqueValue } from 'react';

export const guard = (user: object, token: string) => experimental_taintUniqueValue('Not for the browser', user, token);
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.rules.reach import is_seen, seen_names
from turnout.rules.rule import FileView, Finding, Rule

NAMES = frozenset({"experimental_taintObjectReference", "experimental_taintUniqueValue"})


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"experimental_taint") or view.role in ("test", "next-config", "api-route"):
        return
    config = view.app.config
    if config.taint or not config.is_known("experimental") or not config.is_known("experimental.taint"):
        return
    for statement in view.module.body:
        if not isinstance(statement, c.Import) or statement.source.value != "react" or not is_seen(view, statement):
            continue
        for each in seen_names(view, statement):
            if each.imported in NAMES:
                yield Finding(
                    each.span,
                    f"You're importing `{each.imported}` from React which requires `experimental.taint: true` in your "
                    "Next.js config.",
                )


RULE = Rule(
    code="taint-without-flag",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/config/next-config-js/taint",
)

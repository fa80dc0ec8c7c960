"""Server code imports what exists in Client Components only.

`client-only`, `react-dom/client`, `react-dom/server`, `next/router` and React's `Component` have no place in a Server
Component, a route handler or an action; the compiler stops with `You're importing a component that imports
client-only.` `next/navigation` takes the place of `next/router`, and `ImageResponse` comes from `next/og`.

## Bad

```tsx app/page.tsx
import 'client-only';

export default function Page() {
  return <p>Hello</p>;
}
```

## Good

```tsx app/page.tsx
'use client';

import 'client-only';

export default function Page() {
  return <p>Hello</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.rules.reach import is_seen, is_server_code, opens_for_the_client, seen_names
from turnout.rules.rule import FileView, Finding, Rule

_NONE_MARKED = (
    'It only works in a Client Component but none of its parents are marked with "use client", so they\'re Server '
    "Components by default."
)
MODULES = {
    "client-only": f"You're importing a component that imports client-only. {_NONE_MARKED}",
    "react-dom/client": f"You're importing a component that imports react-dom/client. {_NONE_MARKED}",
    "react-dom/server": (
        "You're importing a component that imports react-dom/server. To fix it, render or return the content directly "
        "as a Server Component instead for perf and security."
    ),
    "next/router": "You have a Server Component that imports next/router. Use next/navigation instead.",
}
CLASS = f"You're importing a class component. {_NONE_MARKED}"
IMAGE = 'ImageResponse moved from "next/server" to "next/og" since Next.js 14, please import from "next/og" instead'
_WORDS = (*(source.encode() for source in MODULES), b"Component", b"ImageResponse")


def check(view: FileView) -> Iterator[Finding]:
    if not any(view.has(word) for word in _WORDS) or not is_server_code(view) or opens_for_the_client(view):
        return
    for statement in view.module.body:
        if not isinstance(statement, c.Import) or not is_seen(view, statement):
            continue
        source = statement.source.value
        if source in MODULES:
            yield Finding(statement.source.span, MODULES[source])
        for each in seen_names(view, statement) if source in ("react", "next/server") else ():
            if (source, each.imported) == ("react", "Component"):
                yield Finding(each.span, CLASS)
            elif (source, each.imported) == ("next/server", "ImageResponse") and not view.app.is_before(14):
                yield Finding(each.span, f"{IMAGE}.")


RULE = Rule(
    code="client-only-import-in-server-file",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/server-and-client-components",
)

"""`next/dynamic` with `ssr: false` in a Server Component.

A Server Component is rendered on the server, so there is no rendering there to leave out. The compiler stops with
`` `ssr: false` is not allowed with `next/dynamic` in Server Components.`` Put the call into a file with `"use client"`.

## Bad

```tsx app/page.tsx
import dynamic from 'next/dynamic';

const Map = dynamic(() => import('./map'), { ssr: false });

export default function Page() {
  return <Map />;
}
```

```tsx app/map.tsx
'use client';

export default function Map() {
  return <canvas />;
}
```

## Good

```tsx app/page.tsx
import { LazyMap } from './lazy-map';

export default function Page() {
  return <LazyMap />;
}
```

```tsx app/lazy-map.tsx
'use client';

import dynamic from 'next/dynamic';

export const LazyMap = dynamic(() => import('./map'), { ssr: false });
```

```tsx app/map.tsx
'use client';

export default function Map() {
  return <canvas />;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.rules.reach import is_server_code
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"next/dynamic") or not view.has(b"ssr") or not is_server_code(view) or view.app.is_before(15):
        return
    module = view.module
    if module.is_client_file:
        return
    for each in module.everything:
        match each:
            case c.Call(callee=c.Name() as callee, arguments=(_, c.Object() as options, *_)):
                imported = module.import_of.get(callee.name)
                if imported is None or imported.source.value != "next/dynamic" or imported.imported != "default":
                    continue
                binding = module.scopes.binding(callee)
                off = options.get("ssr")
                if (
                    isinstance(off, c.Constant)
                    and off.text == "false"
                    and binding is not None
                    and binding.kind == "import"
                ):
                    yield Finding(
                        each.span,
                        "`ssr: false` is not allowed with `next/dynamic` in Server Components. Please move it into a "
                        "Client Component.",
                    )
            case _:
                pass


RULE = Rule(
    code="ssr-false-in-server-component",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/guides/lazy-loading",
)

"""A hook of the client in server code.

State, effects and what reads the router in the browser do not exist on the server. The compiler stops with `You're
importing a module that depends on useState into a React Server Component module.`, in pages, layouts, route handlers,
actions and everything that they import, up to the next `"use client"`. With Turbopack an import that nothing uses
counts, too.

## Bad

```tsx app/page.tsx
import { useState } from 'react';

export default function Page() {
  const [open, setOpen] = useState(false);
  return <p hidden={!open}>{String(setOpen)}</p>;
}
```

## Good

```tsx app/page.tsx
'use client';

import { useState } from 'react';

export default function Page() {
  const [open, setOpen] = useState(false);
  return <p hidden={!open}>{String(setOpen)}</p>;
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.rules.reach import is_seen, is_server_code, opens_for_the_client, seen_names
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span

NAMES = {
    "react": frozenset({
        "createContext", "createFactory", "PureComponent", "useActionState", "useDeferredValue", "useEffect",
        "useEffectEvent", "useImperativeHandle", "useInsertionEffect", "useLayoutEffect", "useOptimistic", "useReducer",
        "useRef", "useState", "useSyncExternalStore", "useTransition", "experimental_useOptimistic",
    }),
    "react-dom": frozenset({"flushSync", "unstable_batchedUpdates", "useFormStatus", "useFormState"}),
    "next/navigation": frozenset({
        "useSearchParams", "usePathname", "useRouter", "useParams", "useSelectedLayoutSegment",
        "useSelectedLayoutSegments", "useServerInsertedHTML", "ServerInsertedHTMLContext",
        "unstable_isUnrecognizedActionError",
    }),
    "next/link": frozenset({"useLinkStatus"}),
    "next/error": frozenset({"catchError"}),
}  # fmt: skip
"""As the compiler of 16.4.6 has them."""
_WORD = re.compile(b"|".join(sorted({name.encode() for names in NAMES.values() for name in names})))
_FOR_THE_SERVER = frozenset(
    {"metadata", "generateMetadata", "generateStaticParams", "revalidate", "dynamic", "runtime"}
)


def check(view: FileView) -> Iterator[Finding]:
    if not _WORD.search(view.source.data) or not is_server_code(view) or opens_for_the_client(view):
        return
    for statement in view.module.body:
        if not isinstance(statement, c.Import) or not is_seen(view, statement):
            continue
        names = NAMES.get(statement.source.value, frozenset[str]())
        for each in seen_names(view, statement):
            if each.imported in names:
                yield Finding(each.span, _message(view, each.imported), tuple(_marked(view)))


def _message(view: FileView, name: str) -> str:
    if view.app.is_before(16):
        quote = f"You're importing `{name}`, which works in Client Components only, into server code."
    else:
        quote = (
            f"You're importing a module that depends on `{name}` into a React Server Component module. This API is "
            "only available in Client Components."
        )
    if view.role == "route-handler":
        return f"{quote} A route handler renders nothing: it has no use for it."
    return f'{quote} To fix, mark the file (or its parent) with the "use client" directive.'


def _marked(view: FileView) -> Iterator[Fix]:
    """``'use client'`` for a file that nothing ties to the server."""
    module, source = view.module, view.source
    if view.role in ("route-handler", "metadata") or module.is_server_actions_file or view.has(b"use server"):
        return
    if not source.path.endswith((".tsx", ".jsx", ".js")) or any(
        each.name in _FOR_THE_SERVER for each in module.exports
    ):
        return
    if any(function.is_async and function.name is not None for function in module.functions):
        return
    at = module.body[0].span.start
    quote = source.text(next(each for each in module.body if isinstance(each, c.Import)).source.span)[:1]
    end = ";" if b";" in source.data else ""
    title = 'Make it a Client Component: "use client"'
    yield Fix(
        title,
        (Edit(Span(at, at), f"{quote}use client{quote}{end}{source.newline}"),),
    )


RULE = Rule(
    code="client-hook-in-server-file",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/server-and-client-components",
)

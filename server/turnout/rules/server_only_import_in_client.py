"""Client code imports what exists on the server only.

`server-only`, `next/headers`, `after` from `next/server` and the functions of `next/cache` that refresh pages can't be
part of the browser's code. The compiler stops with `You're importing a module that depends on "next/headers" into a
React Client Component module.`, also when the file has no `'use client'` itself and a Client Component imports it; and
in pages of the Pages Router. Do that work in a Server Component, a route handler or a Server Action.

## Bad

```tsx app/tasks/list.tsx
'use client';

import { cookies } from 'next/headers';

export function List() {
  const theme = cookies();
  return <ul data-theme={theme} />;
}
```

## Good

```tsx app/tasks/list.tsx
'use client';

export function List({ theme }: { theme: string }) {
  return <ul data-theme={theme} />;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.project.boundary import Layer
from turnout.rules.inline_action_in_client_file import is_client_file
from turnout.rules.reach import chain, is_seen, known_layers, seen_names
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.text.span import NOWHERE, Span

MODULES = frozenset({"server-only", "next/headers", "next/root-params"})
NAMES = {
    "next/server": frozenset({"after"}),
    "next/cache": frozenset({
        "revalidatePath", "revalidateTag", "cacheTag", "cacheLife", "unstable_cacheTag", "unstable_cacheLife",
        "navigation", "prefetch",
    }),
}  # fmt: skip
"""As the compiler of 16.4.6 has them."""
_WORDS = tuple(source.encode() for source in (*MODULES, *NAMES))
_CLIENT = (
    'You\'re importing a module that depends on "{}" into a React Client Component module. This API is only available '
    "in Server Components"
)
_PAGES = (
    'You\'re importing a module that depends on "{}". This API is only available in Server Components in the App '
    "Router, but you are using it in the Pages Router"
)


def check(view: FileView) -> Iterator[Finding]:
    if view.role in ("test", "next-config") or not any(view.has(word) for word in _WORDS):
        return
    imports = list(_imports(view))
    if not imports:
        return
    quote, why, related = _CLIENT, "", ()
    if not view.module.is_client_file:
        layers = known_layers(view)
        if "app-client" in layers:
            found = _way(view, "app-client")
        elif "pages" in layers:
            quote, found = _PAGES, _way(view, "pages")
        else:
            return
        if found is None:
            return
        why, related = found
    for name, span in imports:
        yield Finding(span, f"{quote.format(name)}{why}.", related=related)


def _imports(view: FileView) -> Iterator[tuple[str, Span]]:
    """What is imported, and where Next.js points. Turbopack looks before TypeScript takes unused imports out."""
    for statement in view.module.body:
        if not isinstance(statement, c.Import) or not is_seen(view, statement):
            continue
        source = statement.source.value
        if source in MODULES:
            yield source, statement.source.span
        for each in seen_names(view, statement):
            if each.imported in NAMES.get(source, ()):
                yield each.imported, each.span


def _way(view: FileView, layer: Layer) -> tuple[str, tuple[Related, ...]] | None:
    """How the file gets into client code, as the end of a sentence; None when nobody can tell."""
    if layer == "pages":
        pages = view.project.index.entry_points(view.path, "pages")
        if not pages:
            return None
        if pages[0] == view.path:
            return "", ()
        return f": {pages[0]} leads here", (Related(pages[0], NOWHERE, "A page of the Pages Router."),)
    way = chain(view.project, view.path, lambda path: is_client_file(view.project, path), layer)
    if len(way) < 2:
        return None
    shown = " → ".join(way) if len(way) > 2 else f"{way[0]} imports it"
    related = (Related(way[0], NOWHERE, f"A Client Component: it brings {way[1]} to the browser."),)
    return f", and this file is part of the browser's code: {shown}", related


RULE = Rule(
    code="server-only-import-in-client",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/server-and-client-components",
)

"""A Server Action that code of the Pages Router imports: its source is bundled into the browser and runs there.

`"use server"` means something in the App Router only. A page in `pages`, or a component that one imports, gets the
file as it stands: the whole module with everything that it imports travels in the page's JavaScript, for everybody to
read, and the function runs in the browser, where it finds no database and no secrets. Neither `next build` nor `next
dev` says a word. Call an API route there, or move the page to the App Router.

What only `getServerSideProps` and its like use stays on the server and is fine.

## Bad

```ts app/actions.ts
'use server';

const key = process.env.MAIL_KEY;

export async function subscribe(email: string) {
  console.log(key, email);
}
```

```tsx pages/contact.tsx
import { subscribe } from '../app/actions';

export default function Contact() {
  return <button onClick={() => subscribe('a@example.com')}>Subscribe</button>;
}
```

## Good

```ts app/actions.ts
'use server';

const key = process.env.MAIL_KEY;

export async function subscribe(email: string) {
  console.log(key, email);
}
```

```tsx app/contact/page.tsx
'use client';

import { subscribe } from '../actions';

export default function Contact() {
  return <button onClick={() => subscribe('a@example.com')}>Subscribe</button>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.actions import inline_directives
from turnout.project.boundary import Layer
from turnout.rules.reach import action_support
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.text.span import NOWHERE

_PAGES: frozenset[Layer] = frozenset({"pages", "pages-server"})


def check(view: FileView) -> Iterator[Finding]:
    if view.app.pages_dir is None or view.role == "test" or action_support(view.app) is not None:
        return
    layers = view.project.layers(view.path)
    if "pages" not in layers:
        return
    yield from _imports(view)
    if layers <= _PAGES and view.has(b"use server") and not view.module.is_server_actions_file:
        for inline in inline_directives(view.module):
            if inline.counts:
                yield Finding(
                    inline.directive.span,
                    'In the Pages Router "use server" is only a string: this is an ordinary function, bundled into the '
                    "browser's JavaScript with everything that it uses. Call an API route instead.",
                    related=_page(view),
                )


def _imports(view: FileView) -> Iterator[Finding]:
    surface = view.project.surface(view.path)
    for each in surface.imports if surface is not None else ():
        if each.type_only or each.is_data_only:
            continue
        target = view.project.resolve(view.path, each.source)
        behind = view.project.surface(target) if target is not None else None
        if target is None or behind is None or behind.directive != "use server":
            continue
        names = [f"`{local or imported}`" for imported, local in each.names if imported != "*"]
        subject = ", ".join(names) if names else f"What {target} exports"
        verb = "run" if len(names) > 1 else "runs"
        where = f" ({view.path} is part of {page[0].path})" if (page := _page(view)) else ""
        yield Finding(
            each.span,
            f'{subject} {verb} in the browser here, not on the server{where}: in the Pages Router "use server" is only '
            f"a string, and {target} is bundled into the browser's JavaScript, source and all. Call an API route "
            "instead.",
            related=(*_page(view), Related(target, NOWHERE, "This file ends up in the browser.")),
        )


def _page(view: FileView) -> tuple[Related, ...]:
    """The page that brings this file to the browser, when it isn't the file itself."""
    pages = view.project.index.entry_points(view.path, "pages")
    if not pages or pages[0] == view.path:
        return ()
    return (Related(pages[0], NOWHERE, "A page of the Pages Router: it brings this file to the browser."),)


RULE = Rule(
    code="action-in-pages-router",
    severity="error",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
    needs_index=True,
)

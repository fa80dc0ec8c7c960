"""`revalidatePath()`, `revalidateTag()`, `updateTag()` or `refresh()` is called while a page renders.

A render must not change what other renders show, so Next.js throws: ``Route "/": `revalidatePath("/")` can't be called
during render. Call it from a Server Action or Route Handler instead.`` A Server Action called during the render is an
ordinary function there.

## Bad

```tsx app/page.tsx
import { revalidatePath } from 'next/cache';

export default function Page() {
  revalidatePath('/');
  return <p>Fresh</p>;
}
```

## Good

```tsx app/page.tsx
import { revalidatePath } from 'next/cache';

export default function Page() {
  async function reload() {
    'use server';
    revalidatePath('/');
  }
  return <form action={reload}><button>Reload</button></form>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.next_api import CACHE, imported_name
from turnout.rules.rendering import Deed, rendered_deeds
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.text.span import Span

_REVALIDATES = frozenset(
    {"revalidatePath", "revalidateTag", "updateTag", "refresh", "unstable_expireTag", "unstable_expirePath"}
)


def check(view: FileView) -> Iterator[Finding]:
    for deed in rendered_deeds(view, lambda module, call: _name(module, call) is not None):
        yield _finding(view, deed)


def _name(module: Module, call: c.Call) -> str | None:
    name = imported_name(module, call.callee, CACHE)
    return name if name in _REVALIDATES else None


def _finding(view: FileView, deed: Deed) -> Finding:
    route = view.project.route(view.path)
    name = _name(deed.module, deed.deed)
    first = deed.deed.arguments[0] if deed.deed.arguments else None
    shown = f'"{first.value}"' if isinstance(first, c.String) else ("…" if first is not None else "")
    where = f'Route "{route.pattern}": ' if route is not None else ""
    if name == "refresh":
        says = f"{where}refresh can only be called from within a Server Action, and this runs while the page renders."
    else:
        says = (
            f"{where}`{name}({shown})` can't be called during render. "
            "Call it from a Server Action or Route Handler instead."
        )
    span = Span(deed.call.span.start, deed.call.callee.span.end)
    if deed.via is None:
        return Finding(span, says)
    related = (Related(deed.module.path, deed.deed.span, f"Calls `{name}`."),)
    return Finding(
        span, f"{says} `{deed.via}()` does it, as an ordinary function here.", related=related, severity="warning"
    )


RULE = Rule(
    code="revalidate-in-render",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
    needs_index=True,
)

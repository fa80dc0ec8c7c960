"""A cookie is set or deleted while a page renders.

By then the headers of the answer may already be on their way, so Next.js throws: `Cookies can only be modified in a
Server Action or Route Handler.` A Server Action that is called during the render is no way out: it is then an ordinary
function. Set the cookie in an action that a form or an event calls, in a route handler, or in the proxy.

A `try` around it that has a `catch` says that the author knows.

## Bad

```tsx app/page.tsx
import { cookies } from 'next/headers';

export default async function Page() {
  (await cookies()).set('visited', 'yes');
  return <p>Welcome</p>;
}
```

## Good

```tsx app/page.tsx
import { cookies } from 'next/headers';

export default async function Page() {
  const visited = (await cookies()).has('visited');
  return <p>{visited ? 'Welcome back' : 'Welcome'}</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.next_api import cookie_write
from turnout.rules.rendering import Deed, rendered_deeds
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.text.span import Span

QUOTE = "Cookies can only be modified in a Server Action or Route Handler"


def check(view: FileView) -> Iterator[Finding]:
    for deed in rendered_deeds(view, _is_write):
        yield _finding(view, deed)


def _is_write(module: Module, call: c.Call) -> bool:
    return cookie_write(module, call) is not None


def _finding(view: FileView, deed: Deed) -> Finding:
    span = Span(deed.call.span.start, deed.call.callee.span.end)
    proxy = "middleware" if view.app.is_before(16) else "proxy"
    if deed.via is None:
        message = (
            f"{QUOTE}: this runs while the page renders, and throws. Do it in an action, a handler or the {proxy}."
        )
        return Finding(span, message)
    message = (
        f"{QUOTE}, and `{deed.via}()` does it: called while the page renders it is an ordinary function, and throws "
        f"there. Call it from a form or an event, or do this in the {proxy}."
    )
    related = (Related(deed.module.path, deed.deed.span, "Changes the cookie."),)
    return Finding(span, message, related=related, severity="warning")


RULE = Rule(
    code="cookie-set-in-render",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/cookies",
    needs_index=True,
)

"""An API of the App Router that is called in an API route.

`cookies()`, `headers()`, `revalidatePath()` and `redirect()` work for the request that the App Router is handling.
API routes in `pages/api` have no such request: the call throws, with `` `cookies` was called outside a request scope``,
`Invariant: static generation store missing`, or `NEXT_REDIRECT`, and the request is answered with 500. Nothing says so
before. An API route has `req.cookies`, `req.headers`, `res.revalidate()` and `res.redirect()`.

## Bad

```ts pages/api/me.ts
import { cookies } from 'next/headers';

export default async function handler(req, res) {
  const session = (await cookies()).get('session');
  res.json({ session });
}
```

## Good

```ts pages/api/me.ts
export default async function handler(req, res) {
  const session = req.cookies.session;
  res.json({ session });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.next_api import CACHE, HEADERS, INTERRUPTS, NAVIGATION, SERVER, imported_name
from turnout.project.boundary import Layer
from turnout.rules.reach import known_layers
from turnout.rules.rule import FileView, Finding, Rule

_API: frozenset[Layer] = frozenset({"api"})
_SOURCES = (HEADERS, CACHE, SERVER)
_SCOPE = "`{}` was called outside a request scope"
_STORE = "Invariant: static generation store missing in {}"
_ADVICE = {
    "cookies": (_SCOPE, "Read `req.cookies`; set one with `res.setHeader('Set-Cookie', …)`."),
    "headers": (_SCOPE, "Read `req.headers`."),
    "draftMode": (_SCOPE, "Call `res.setDraftMode({ enable: true })`."),
    "revalidatePath": (_STORE, "Call `await res.revalidate(path)`, or use a route handler."),
    "revalidateTag": (_STORE, "Only route handlers and Server Actions can."),
    "updateTag": (_STORE, "Only Server Actions can."),
    "after": (_SCOPE, "Await the work, or move this to a route handler."),
    "connection": (_SCOPE, "An API route is never made at build time: leave it out."),
}


def check(view: FileView) -> Iterator[Finding]:
    if not any(view.has(source.encode()) for source in (HEADERS, CACHE, NAVIGATION, SERVER)) or not _is_api_code(view):
        return
    module = view.module
    for code in module.everything:
        if not isinstance(code, c.Call):
            continue
        name = _name(module, code)
        if name in _ADVICE:
            text, advice = _ADVICE[name]
            yield Finding(
                code.callee.span,
                f"{text.format(name)}: an API route is no request of the App Router, so this throws. {advice}",
            )
        elif (name := imported_name(module, code.callee, NAVIGATION)) in INTERRUPTS:
            is_redirect = name in ("redirect", "permanentRedirect")
            advice = "`return res.redirect(url)`" if is_redirect else "`return res.status(…).end()`"
            yield Finding(
                code.callee.span,
                f"`{name}` throws, and nothing in an API route catches that: the request is answered with 500. Write "
                f"{advice}.",
            )


def _name(module: Module, call: c.Call) -> str | None:
    names = (imported_name(module, call.callee, source) for source in _SOURCES)
    return next((name for name in names if name is not None), None)


def _is_api_code(view: FileView) -> bool:
    return view.role == "api-route" or (view.role == "module" and known_layers(view) == _API)


RULE = Rule(
    code="app-api-in-pages-api",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/messages/next-dynamic-api-wrong-context",
)

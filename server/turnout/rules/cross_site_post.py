"""Another site can have a signed-in user's browser send this request.

The app's session cookie is set with `SameSite=None`, so browsers send it along with requests that other sites make. A
form on any page of the web can post to a handler that takes a form, a text or no body at all, and the handler takes it
for the user's own wish. Compare the `Origin` header with your own, or set the cookie with `SameSite=Lax`.

Server Actions compare the origin themselves. For methods other than POST browsers ask first, a body of JSON is hard to
make with a form, and with the usual cookies (`Lax`, what the auth libraries set) nothing is sent: Turnout is silent
then, and where anything mentions an origin, a referrer or a CSRF token.

## Bad

```ts lib/session.ts
import { getIronSession } from 'iron-session';
import { cookies } from 'next/headers';

const options = {
  password: process.env.SESSION_PASSWORD ?? '',
  cookieName: 'app',
  cookieOptions: { sameSite: 'none' as const },
};

export async function getSession() {
  return getIronSession<{ userId?: string }>(await cookies(), options);
}
```

```ts app/api/tasks/route.ts
import { db } from '../../../lib/db';
import { getSession } from '../../../lib/session';

export async function POST(request: Request) {
  const { userId } = await getSession();
  if (!userId) return new Response(null, { status: 401 });
  const form = await request.formData();
  await db.task.create({ data: { title: String(form.get('title')), ownerId: userId } });
  return new Response(null, { status: 201 });
}
```

## Good

```ts lib/session.ts
import { getIronSession } from 'iron-session';
import { cookies } from 'next/headers';

const options = {
  password: process.env.SESSION_PASSWORD ?? '',
  cookieName: 'app',
  cookieOptions: { sameSite: 'lax' as const },
};

export async function getSession() {
  return getIronSession<{ userId?: string }>(await cookies(), options);
}
```

```ts app/api/tasks/route.ts
import { db } from '../../../lib/db';
import { getSession } from '../../../lib/session';

export async function POST(request: Request) {
  const { userId } = await getSession();
  if (!userId) return new Response(null, { status: 401 });
  const form = await request.formData();
  await db.task.create({ data: { title: String(form.get('title')), ownerId: userId } });
  return new Response(null, { status: 201 });
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from turnout.project.auth import is_auth_source
from turnout.project.discover import App
from turnout.project.effects import Traced
from turnout.project.snapshot import Snapshot
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.rules.strangers import STRONG, about_entry
from turnout.rules.unchecked_endpoint import proves_itself
from turnout.text.span import Span
from turnout.verdicts.guard import guard_of
from turnout.verdicts.view import EntryView

_NONE = re.compile(rb"sameSite['\"]?\s*:\s*['\"]none['\"]", re.IGNORECASE)
_ASKS = re.compile(rb"origin\b|referr?er|sec-fetch|csrf|xsrf|content-type", re.IGNORECASE)
"""Words of code that looks where a request comes from, or which kind of body it has."""
_OTHER_PROOF = ("bearer", "api-key", "signature", "secret", "queue-check", "oauth")
_SESSION = re.compile(r"auth|session|user", re.IGNORECASE)

_cookies: WeakKeyDictionary[Snapshot, dict[str, tuple[str, Span] | None]] = WeakKeyDictionary()


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "api-route") or _ASKS.search(view.source.data):
        return
    for entry in view.project.entries(view.path):
        if not (entry.symbol == "POST" or "POST" in entry.methods):
            continue
        about = about_entry(view, entry)
        write = next(iter(about.trace.of(*STRONG)), None)
        if write is None or not _takes_forms(about) or not _is_by_cookie(about):
            continue
        cookie = _open_cookie(view.project, view.app)
        if cookie is None or proves_itself(about) or _asks_elsewhere(view, about, write):
            continue
        yield Finding(
            entry.span,
            f"A form on any other site can post to {entry.name}, and browsers send the session along: its "
            f"cookie is SameSite=None. It changes something ({write.text}): compare the `Origin` header with your own "
            "first.",
            related=(Related(cookie[0], cookie[1], "The cookie is sent with requests of other sites."),),
        )


def _takes_forms(about: EntryView) -> bool:
    """Whether a form can be what is sent: a form, a text, no body at all; an API route parses forms by itself."""
    if about.entry.kind == "api-route":
        return True
    return not about.seen("body") or bool(about.seen("form"))


def _is_by_cookie(about: EntryView) -> bool:
    guard = guard_of(about)
    return (
        guard.standing == "checked"
        and bool(_SESSION.search(guard.what))
        and not about.seen(*_OTHER_PROOF)
        and "headers" not in guard.what
    )


def _asks_elsewhere(view: FileView, about: EntryView, write: Traced) -> bool:
    """Whether a wrapper, a helper on the way or the middleware looks where the request comes from."""
    paths = {write.path, *(each.path for each in about.trace.effects), *(each.path for each in about.guards.effects)}
    paths |= {path for path in view.project.paths() if view.project.role(path) == "middleware" and view.app.owns(path)}
    for wrapper in about.wrappers:
        source = wrapper.callee.source if wrapper.callee is not None else None
        path = view.project.resolve(view.path, source) if source else None
        if source and path is None:
            return True
        if path is not None:
            paths.add(path)
    found = (view.project.source(path) for path in paths)
    return any(source is not None and _ASKS.search(source.data) for source in found)


def _open_cookie(project: Snapshot, app: App) -> tuple[str, Span] | None:
    """Where the app sets the cookie of its sessions for other sites' requests, too."""
    kept = _cookies.setdefault(project, {})
    if app.root not in kept:
        kept[app.root] = next(_open_cookies(project, app), None)
    return kept[app.root]


def _open_cookies(project: Snapshot, app: App) -> Iterator[tuple[str, Span]]:
    for path in project.paths():
        surface = project.surface(path)
        if surface is None or not app.owns(path) or project.role(path) == "test":
            continue
        if not any(is_auth_source(each.source) for each in surface.imports if not each.type_only):
            continue
        source = project.source(path)
        found = _NONE.search(source.data) if source is not None else None
        if found is not None:
            yield path, Span(found.start(), found.end())


RULE = Rule(
    code="cross-site-post",
    severity="hint",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#allowed-origins-advanced",
    needs_index=True,
)

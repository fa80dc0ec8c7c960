"""Server code that requests an endpoint of its own app.

The function behind the endpoint can be called directly: no round trip, no JSON, no base URL that differs between
machines, and the types stay. While `next build` prerenders a page there is no server to answer, and the build fails.

## Bad

```ts app/api/tasks/route.ts
import { db } from '@/lib/db';

export async function GET() {
  return Response.json(await db.task.findMany());
}
```

```tsx app/page.tsx
export default async function Page() {
  const response = await fetch('http://localhost:3000/api/tasks');
  const tasks = await response.json();
  return <p>{tasks.length}</p>;
}
```

## Good

```tsx app/page.tsx
import { db } from '@/lib/db';

export default async function Page() {
  const tasks = await db.task.findMany();
  return <p>{tasks.length}</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.strings import Hole
from turnout.project.index import Target
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.verdicts import verdict_of

_ASKING = frozenset({"fetch", "axios", "ky", "request-object"})
_SERVER = frozenset({"rsc", "actions", "handler", "api", "pages-server"})
_CLIENT_PHASES = frozenset({"event", "effect", "query", "mutation", "transition"})


def check(view: FileView) -> Iterator[Finding]:
    layers = view.project.layers(view.path)
    if not layers or not layers <= _SERVER or not view.has(b"/"):
        return
    for target in view.project.targets(view.path):
        request = target.request
        if (
            request.how not in _ASKING
            or request.phase in _CLIENT_PHASES
            or not target.is_local
            or len(target.entries) != 1
        ):
            continue
        entry = target.entries[0]
        if entry.path == view.path or _is_needed(view, target):
            continue
        if request.how == "fetch" and view.source.text(request.url_span)[1:2] == "/":
            continue  # fetch('/api/tasks') fails on the server: `server-relative-fetch` says so.
        is_rendering = "rsc" in layers
        why = (
            "while the page is prerendered at build time no server answers"
            if is_rendering
            else "the request goes around through the network for nothing"
        )
        message = f"Server code requests its own endpoint {entry.name}: {why}. Call the function behind it instead."
        related = (Related(entry.path, entry.span, "The endpoint stands here."),)
        yield Finding(request.url_span, message, related=related, severity="warning" if is_rendering else None)


def _is_needed(view: FileView, target: Target) -> bool:
    """A library's handler, a job in an invocation of its own, another deployment behind the same words."""
    verdict = verdict_of(view.project, target.entries[0])
    if any(each.signal in ("library-handler", "cron", "webhook") for each in verdict.evidence if each.weight > 1):
        return True
    return any(isinstance(part, Hole) and not part.is_origin for url in target.urls for part in url[:1])


RULE = Rule(
    code="own-endpoint-fetch",
    severity="information",
    category="choice",
    check=check,
    docs="https://nextjs.org/docs/app/guides/backend-for-frontend",
    needs_index=True,
)

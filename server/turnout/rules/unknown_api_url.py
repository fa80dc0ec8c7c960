"""A request to an API URL of this app that no file answers.

The request gets Next.js's 404 page, in HTML, and `response.json()` fails with `Unexpected token '<'`. Neither the
compiler nor a build looks at URLs in strings.

Turnout speaks up only where it is sure: the URL begins with `/api/`, or with the app's own origin, and neither a
route nor a rewrite, a proxy, a custom server or another app of the repository can answer it.

## Bad

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json([]);
}
```

```tsx app/page.tsx
'use client';

export default function Page() {
  return <button onClick={() => fetch('/api/task')}>Load</button>;
}
```

## Good

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json([]);
}
```

```tsx app/page.tsx
'use client';

export default function Page() {
  return <button onClick={() => fetch('/api/tasks')}>Load</button>;
}
```
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from turnout.model.strings import Text, known
from turnout.project.discover import App
from turnout.project.index import Target, address_of
from turnout.project.paths import join
from turnout.project.routes import Route, RouteTable
from turnout.project.snapshot import Snapshot
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule
from turnout.text.edits import Edit
from turnout.text.span import NOWHERE, Span

REQUESTS = frozenset(
    {"fetch", "request-object", "axios", "ky", "swr", "swr-mutation", "event-source", "beacon", "form", "call"}
)


def check(view: FileView) -> Iterator[Finding]:
    if view.role in ("test", "next-config", "middleware") or not view.has(b"api/"):
        return
    told: set[Span] = set()
    for target in view.project.targets(view.path):
        request = target.request
        if request.how not in REQUESTS or target.routes or not target.is_local or request.url_span in told:
            continue
        if request.how == "call" and not target.via_wrapper:
            continue  # Some function that is given a URL: it may be the place where an endpoint is made.
        paths = [_own_path(view.app, url) for url in target.urls]
        if not paths or any(path is None for path in paths):
            continue
        parts = [path for path in paths if path is not None]
        if not _routes_are_known(view.project, view.app) or any(_may_be_answered(view, path) for path in parts):
            continue
        told.add(request.url_span)
        yield _finding(view, target, parts[0])


def _own_path(app: App, url: Text) -> Sequence[object] | None:
    """The parts of a URL below this app's ``/api/`` whose first step is known."""
    address = address_of(url)
    if address is None or not address.is_local or not address.parts:
        return None
    first = address.parts[0]
    if not isinstance(first, str):
        return None
    inside = first.removeprefix(app.config.base_path)
    match = re.match(r"/api/([^/?#]+)(/|\?|#|$)", inside)
    if match is None or (match[2] == "" and len(address.parts) > 1):
        return None
    shown = "".join(part if isinstance(part, str) else "x" for part in address.parts)
    if "." in re.split(r"[?#]", shown)[0].rpartition("/")[2]:
        return None  # A file of public/, or something that a server makes.
    return address.parts


def _may_be_answered(view: FileView, parts: Sequence[object]) -> bool:
    for app in view.project.apps:
        table = view.project.routes(app)
        if app is not view.app and table.match(parts):
            return True
    return view.project.routes(view.app).may_lead_away(parts)


def _routes_are_known(project: Snapshot, app: App) -> bool:
    """Whether nothing but the app's own routes can answer: no proxy that rewrites, no custom server, no functions of
    the host, and some API below ``/api`` that is its own."""
    table = project.routes(app)
    if not any(route.is_endpoint and route.segments and route.segments[0].name == "api" for route in table.routes):
        return False
    if not app.config.is_known("pageExtensions") or not app.config.is_known("basePath"):
        return False
    return not _has_other_servers(project, app)


@lru_cache(maxsize=8)
def _has_other_servers(project: Snapshot, app: App) -> bool:
    if app.middleware is not None and _rewrites(project, app.middleware):
        return True
    if any(project.exists(join(app.root, name)) for name in ("server.js", "server.ts", "server.mjs", "vercel.json")):
        return True
    prefix = join(app.root, "api") + "/"
    return any(path.startswith(prefix) for path in project.paths())


def _rewrites(project: Snapshot, path: str) -> bool:
    """Whether a proxy, or what it imports, sends requests elsewhere."""
    files = [path]
    surface = project.surface(path)
    for each in surface.imports if surface is not None else ():
        target = project.resolve(path, each.source)
        if target is not None:
            files.append(target)
    sources = [project.source(file) for file in files]
    return any(source is not None and b"rewrite" in source.data for source in sources)


# -------------------------------------------------------------- did you mean


def _finding(view: FileView, target: Target, parts: Sequence[object]) -> Finding:
    request = target.request
    table = view.project.routes(view.app)
    shown = known(target.urls[0])
    near = _nearest(table, parts, view.app.config.base_path)
    message = f"No route answers `{shown}`: the request gets the 404 page."
    if near is None:
        return Finding(request.url_span, f"{message} Add a route handler for it, or correct the URL.")
    route, wrong, right = near
    related = (Related(route.path, NOWHERE, f"Answers {route.url}."),)
    fixes: tuple[Fix, ...] = ()
    if wrong is not None and right is not None:
        text = view.module.source.text(request.url_span)
        found = [match.start(1) for match in re.finditer(rf"(?<=/)({re.escape(wrong)})(?=[/?#'\"`]|$)", text)]
        if len(found) == 1:
            at = request.url_span.start + len(text[: found[0]].encode())
            edit = Edit(Span(at, at + len(wrong.encode())), right)
            fixes = (Fix(f"Change it to {route.url}", (edit,), is_preferred=True),)
    return Finding(request.url_span, f"{message} Did you mean `{route.url}`?", fixes, related)


def _nearest(table: RouteTable, parts: Sequence[object], base_path: str) -> tuple[Route, str | None, str | None] | None:
    """The endpoint whose URL looks most like this one, and, when they differ in one step, what to put for what."""
    text = "".join(part if isinstance(part, str) else "\0" for part in parts).removeprefix(base_path)
    steps = [step for step in re.split(r"[?#]", text)[0].split("/") if step]
    best: tuple[float, Route, str | None, str | None] | None = None
    for route in table.routes:
        if not route.is_endpoint or route.is_intercepting or len(route.segments) != len(steps):
            continue
        differing: list[tuple[str, str]] = []
        for step, segment in zip(steps, route.segments, strict=True):
            if segment.kind == "static" and step != segment.name:
                differing.append((step, segment.name))
        if not differing or any("\0" in step for step, _ in differing):
            continue
        score = min(difflib.SequenceMatcher(None, step, name).ratio() for step, name in differing)
        score -= 0.1 * (len(differing) - 1)
        if score >= 0.7 and (best is None or score > best[0]):
            wrong, right = differing[0] if len(differing) == 1 else (None, None)
            best = (score, route, wrong, right)
    return best[1:] if best is not None else None


RULE = Rule(
    code="unknown-api-url",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/route-handlers",
    needs_index=True,
)

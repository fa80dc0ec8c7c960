"""A `route` file and a page at the same URL.

One URL can have a page or a route handler, not both. The build stops with `Conflicting route and page at /x: route at
/x/route and page at /x/page`. Route groups don't count: `app/(site)/x/page.tsx` and `app/x/route.ts` are the same
URL. Put the handler somewhere else, usually below `/api`.

## Bad

```ts app/tasks/route.ts
export async function GET() {
  return Response.json([]);
}
```

```tsx app/tasks/page.tsx
export default function Tasks() {
  return <h1>Tasks</h1>;
}
```

## Good

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json([]);
}
```

```tsx app/tasks/page.tsx
export default function Tasks() {
  return <h1>Tasks</h1>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.project.discover import App
from turnout.rules.places import entry_site
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.text.span import NOWHERE


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler":
        return
    for conflict in view.project.routes(view.app).conflicts:
        if conflict.kind != "page-and-route" or view.path not in conflict.paths:
            continue
        pages = [path for path in conflict.paths if view.project.role(path) == "page"]
        ours, theirs = _entry(view.app, view.path), _entry(view.app, pages[0])
        yield Finding(
            entry_site(view.module),
            f"Conflicting route and page at {conflict.url}: route at {ours} and page at {theirs}. One URL has a page "
            f"or a route handler, not both: move the handler, for example to /api{conflict.url}.",
            related=tuple(Related(path, NOWHERE, f"The page at {conflict.url}.") for path in pages),
        )


def _entry(app: App, path: str) -> str:
    """How Next.js names a file of the App Router: ``/(site)/x/page``."""
    inside = path[len(app.app_dir) :] if app.app_dir is not None else path
    return inside.rpartition(".")[0]


RULE = Rule(
    code="route-beside-page",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route",
    needs_index=True,
)

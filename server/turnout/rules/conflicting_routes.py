"""Two files for one URL, or a folder name that Next.js refuses.

One URL belongs to one file. `Conflicting routes at /x` stops a Turbopack build when two route groups have a `route`
file for the same URL, and webpack silently takes one of them; `App Router and Pages Router both match path` stops both.
Two files of `pages` for one URL are only a warning of `next dev`, and one of them never answers; nor does a page whose
path a file in `public` has (`Conflicting public and page file was found`). Names of folders have
a grammar of their own: a catch-all comes last, and no parameter's name comes twice.

## Bad

```ts app/api/hello/route.ts
export async function GET() {
  return Response.json({ hello: 'app' });
}
```

```ts pages/api/hello.ts
export default function handler(req, res) {
  res.json({ hello: 'pages' });
}
```

## Good

```ts app/api/hello/route.ts
export async function GET() {
  return Response.json({ hello: 'app' });
}
```

```ts pages/api/greeting.ts
export default function handler(req, res) {
  res.json({ hello: 'pages' });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.project.discover import App
from turnout.project.paths import folder_of, join, name_of
from turnout.project.route_grammar import problems_of
from turnout.project.routes import Conflict
from turnout.rules.places import entry_site, segment_name
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.settings import Severity
from turnout.text.span import NOWHERE

_ROLES = ("route-handler", "api-route", "page", "pages-page")


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in _ROLES:
        return
    table = view.project.routes(view.app)
    for conflict in table.conflicts:
        if view.path in conflict.paths and conflict.kind != "page-and-route":  # `route-beside-page` tells those.
            message, severity = _conflict(view.app, conflict)
            others = tuple(path for path in conflict.paths if path != view.path)
            yield Finding(entry_site(view.module), message, related=_related(others), severity=severity)
    yield from _public(view)
    yield from _twin(view)
    for problem in problems_of(table):
        if view.path in problem.paths:
            others = tuple(path for path in problem.paths if path != view.path)
            yield Finding(entry_site(view.module), problem.message, related=_related(others))


def _public(view: FileView) -> Iterator[Finding]:
    """A file in ``public`` of the same path: it is sent, and nothing else answers."""
    route = view.project.route(view.path)
    if route is None or route.params or route.pattern == "/":
        return
    path = join(view.app.root, f"public{route.pattern}")
    if view.project.exists(path):
        is_pages = view.role in ("api-route", "pages-page")
        yield Finding(
            entry_site(view.module),
            f"Conflicting public and page file was found: {path} is sent for {route.pattern}, and this file never "
            "answers.",
            related=_related((path,)),
            severity=None if is_pages else "warning",
        )


def _twin(view: FileView) -> Iterator[Finding]:
    """``route.js`` beside ``route.ts``: Next.js takes one of them without a word."""
    if view.role != "route-handler":
        return
    names = (join(folder_of(view.path), f"route.{extension}") for extension in view.app.config.page_extensions)
    others = tuple(path for path in names if path != view.path and view.project.exists(path))
    if others:
        yield Finding(
            entry_site(view.module),
            f"{name_of(others[0])} stands beside this file, for the same URL: only one of them answers. Remove the "
            "other.",
            related=_related(others),
            severity="warning",
        )


def _conflict(app: App, conflict: Conflict) -> tuple[str, Severity]:
    url = conflict.url
    match conflict.kind:
        case "two-route-handlers":
            routes = " and ".join(f"route at {segment_name(app, path)}" for path in conflict.paths)
            webpack = app.is_before(16)
            why = "Only one of them answers" if webpack else "The build stops, or webpack silently takes one of them"
            return f"Conflicting routes at {url}: {routes}. {why}.", "warning" if webpack else "error"
        case "app-and-pages":
            return (
                f"App Router and Pages Router both match path: {url}. Next.js does not support having both App Router "
                "and Pages Router routes matching the same path. Please remove one of the conflicting routes.",
                "error",
            )
        case _:
            files = " and ".join(conflict.paths)
            return f"Duplicate page detected. {files} both resolve to {url}. Only one of them answers.", "warning"


def _related(paths: tuple[str, ...]) -> tuple[Related, ...]:
    return tuple(Related(path, NOWHERE, "The other file.") for path in paths)


RULE = Rule(
    code="conflicting-routes",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/project-structure",
    needs_index=True,
)

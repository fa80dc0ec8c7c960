"""A `route` file that exports more than its methods and settings.

Next.js knows what a route handler may export: the HTTP methods, `generateStaticParams` and the segment options
(`dynamic`, `revalidate`, `runtime` …). The type check of a webpack build, which is the default before Next.js 16,
refuses anything else: `"helper" is not a valid Route export field.` Turbopack lets it pass, and Next.js ignores it.
What several files share belongs in a file beside the route. Types can be exported.

## Bad

```ts app/api/tasks/route.ts
export const LIMIT = 20;

export async function GET() {
  return Response.json({ limit: LIMIT });
}
```

## Good

```ts app/api/tasks/route.ts
const LIMIT = 20;

export async function GET() {
  return Response.json({ limit: LIMIT });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.requests import METHODS
from turnout.rules.exports import unexported
from turnout.rules.rule import FileView, Finding, Rule

KNOWN = frozenset({
    *METHODS, "config", "generateStaticParams", "revalidate", "dynamic", "dynamicParams", "fetchCache",
    "preferredRegion", "runtime", "maxDuration", "instant", "prefetch", "ensureStatic", "unstable_dynamicStaleTime",
})  # fmt: skip
"""As in next/dist/build/webpack/plugins/next-types-plugin/index.js (16.4.6)."""


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler" or not view.path.endswith((".ts", ".tsx")) or not view.has(b"export"):
        return
    exports = [export for export in view.module.exports if not export.is_type and not export.is_commonjs]
    if not any(export.name in METHODS for export in exports):
        return  # The file lacks its method: another rule says so.
    webpack = view.app.is_before(16)
    for export in exports:
        # A default export, or `get` for `GET`, has a rule of its own.
        if export.name in KNOWN or export.name in ("*", "default") or export.name.upper() in METHODS:
            continue
        refused = "the build's type check refuses it" if webpack else "a webpack build's type check refuses it"
        accepted = "" if webpack else ", and Turbopack ignores it"
        yield Finding(
            export.name_span,
            f'"{export.name}" is not a valid Route export field: {refused}{accepted}. Keep it to this file, or move it '
            "to one beside it.",
            tuple(unexported(view, export.statement)),
            severity="error" if webpack else None,
        )


RULE = Rule(
    code="route-extra-export",
    severity="warning",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route",
)

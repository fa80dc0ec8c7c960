"""Exports of a page or route handler that Next.js refuses together.

`generateStaticParams` makes a segment's answers at build time, in Node.js. It can't stand beside `runtime = 'edge'`,
nor in a file with `'use client'`: ``Page "…" cannot use both "use client" and export function
"generateStaticParams()".`` `dynamic = 'force-static'` is no use on the edge either. Matching of parameters belongs to
pages and layouts.

## Bad

```ts app/api/posts/[slug]/route.ts
export const runtime = 'edge';

export async function generateStaticParams() {
  return [{ slug: 'hello' }];
}

export async function GET() {
  return Response.json({});
}
```

## Good

```ts app/api/posts/[slug]/route.ts
export async function generateStaticParams() {
  return [{ slug: 'hello' }];
}

export async function GET() {
  return Response.json({});
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.module import Export, Module
from turnout.model.segment_options import CACHE_COMPONENTS_OPTIONS, option, option_text
from turnout.rules.exports import taken_away
from turnout.rules.places import segment_name
from turnout.rules.rule import FileView, Finding, Rule

_MATCHING = ("unstable_paramMatching", "unstable_generateParamMatching")
_WORDS = ("generateStaticParams", "force-static", "ParamMatching", "paramMatching", "unstable_dynamicStaleTime",
          *CACHE_COMPONENTS_OPTIONS)  # fmt: skip


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "page", "layout") or not any(view.has(word.encode()) for word in _WORDS):
        return
    module = view.module
    page = segment_name(view.app, view.path)
    params = module.export("generateStaticParams")
    if module.is_client_file:
        if params is not None:
            yield Finding(
                params.name_span,
                f'Page "{page}" cannot use both "use client" and export function "generateStaticParams()": it runs at '
                "build time, on the server. Move what needs the browser to a component of its own.",
            )
        yield from _of_server_components(module)
        return
    yield from _on_the_edge(view, page, params)
    yield from _matching(view, page)
    yield from _stale_time(view, page)


def _of_server_components(module: Module) -> Iterator[Finding]:
    for name in CACHE_COMPONENTS_OPTIONS:
        if (found := option(module, name)) is not None:
            yield Finding(
                found.export.name_span,
                f'"{name}" is a route segment config and can only be used when the segment is a Server Component '
                'module. Remove the "use client" directive from this file to use this API.',
            )


def _on_the_edge(view: FileView, page: str, params: Export | None) -> Iterator[Finding]:
    runtime = option(view.module, "runtime")
    if runtime is None or runtime.text not in ("edge", "experimental-edge"):
        return
    fixes = taken_away(view, runtime.export)
    if params is not None:
        old = view.app.is_before(15)
        refused = f"Page \"{page}\" cannot use both `export const runtime = 'edge'` and export `generateStaticParams`"
        yield Finding(
            runtime.export.name_span,
            f"{refused}: the edge runtime has no static answers" + (", and Next.js makes none." if old else "."),
            fixes,
            severity="warning" if old else None,
        )
    elif option_text(view.module, "dynamic") == "force-static":
        yield Finding(
            runtime.export.name_span,
            f"Page \"{page}\" is using runtime = 'edge' which is currently incompatible with dynamic = 'force-static'. "
            'Please remove either "runtime" or "force-static" for correct behavior.',
            fixes,
            severity="warning",
        )


def _matching(view: FileView, page: str) -> Iterator[Finding]:
    found = [export for name in _MATCHING if (export := view.module.export(name)) is not None]
    if not found:
        return
    if view.role == "route-handler":
        yield Finding(
            found[0].name_span,
            f'Route "{page}" cannot export parameter matching. It is only supported in layouts and pages.',
            taken_away(view, found[0]),
        )
    elif len(found) == 2:
        message = f'Page "{page}" cannot export both `unstable_paramMatching` and `unstable_generateParamMatching`.'
        yield Finding(found[1].name_span, message)


def _stale_time(view: FileView, page: str) -> Iterator[Finding]:
    found = option(view.module, "unstable_dynamicStaleTime")
    if found is None:
        return
    if view.role == "layout":
        yield Finding(
            found.export.name_span,
            f'"{page}" cannot use `export const unstable_dynamicStaleTime`. This config is only supported in page '
            "files, "
            "not layouts.",
            taken_away(view, found.export),
        )
    elif option(view.module, "instant") is not None:
        yield Finding(
            found.export.name_span,
            f'Page "{page}" cannot use both `export const unstable_dynamicStaleTime` and `export const instant`.',
        )


RULE = Rule(
    code="conflicting-options",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/generate-static-params",
)

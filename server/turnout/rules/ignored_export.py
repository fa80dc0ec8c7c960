"""An option that Next.js does not read in this kind of file.

Each option has its files. `dynamic`, `revalidate` and their like count in pages, layouts and route handlers of the App
Router, when they are server code; `getServerSideProps` belongs to pages of the Pages Router. Elsewhere Next.js passes
them over without a word, and the file does not behave as it says.

## Bad

```ts pages/api/tasks.ts
export const dynamic = 'force-dynamic';

export default function handler(req, res) {
  res.status(200).json([]);
}
```

## Good

```ts pages/api/tasks.ts
export default function handler(req, res) {
  res.setHeader('Cache-Control', 'no-store');
  res.status(200).json([]);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Export
from turnout.model.requests import METHODS
from turnout.model.segment_options import SEGMENT_OPTIONS, option
from turnout.project.paths import folder_of
from turnout.rules.exports import taken_away
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span

_DATA_FUNCTIONS = ("getServerSideProps", "getStaticProps", "getStaticPaths", "getInitialProps")
_APP_ONLY = ("dynamic", "dynamicParams", "revalidate", "fetchCache", "preferredRegion", "generateStaticParams")
_STATIC_ONLY = ("runtime", "preferredRegion", "maxDuration")
"""Options that are read from the text; the others are taken from the module when it runs."""
_OTHER_APP_FILES = ("template", "loading", "error", "not-found")


def check(view: FileView) -> Iterator[Finding]:
    if view.role in ("api-route", "pages-page"):
        yield from _in_pages(view)
    elif view.role in _OTHER_APP_FILES and not _is_not_found_page(view):
        yield from _exported(view, SEGMENT_OPTIONS, "only pages, layouts and route handlers have options")
    elif view.role in ("page", "layout", "route-handler") and view.has(b"export"):
        yield from _in_app(view)


def _is_not_found_page(view: FileView) -> bool:
    """The app's own not-found.* is the page of a route, ``/_not-found``."""
    return view.role == "not-found" and folder_of(view.path) == view.app.app_dir


def _in_pages(view: FileView) -> Iterator[Finding]:
    advice = "it belongs to the App Router"
    if view.role == "api-route":
        yield from _exported(view, _APP_ONLY, f"{advice}. An API route sets `Cache-Control` by `res.setHeader`")
        yield from _exported(view, _DATA_FUNCTIONS, "it is for pages; an API route only has its handler")
        if view.module.export("default") is not None:
            yield from _exported(
                view, METHODS, "in pages/api only the default export is called, for every method: look at `req.method`"
            )
    else:
        yield from _exported(view, _APP_ONLY, f"{advice}. A page of the Pages Router has `getStaticProps` for that")


def _in_app(view: FileView) -> Iterator[Finding]:
    names = [name for name in SEGMENT_OPTIONS if view.has(name.encode())]
    if not names:
        return
    if view.role != "route-handler" and view.module.is_client_file:
        yield from _hidden(view, names)
        return
    for export in view.module.exports:
        match export.statement:
            case c.ExportDeclaration(span=span, declaration=c.Declare(kind="let" | "var" as kind, span=inner)) if (
                export.name in _STATIC_ONLY
            ):
                binding = view.module.scopes.binding(export.local) if export.local is not None else None
                edit = Edit(Span(inner.start, inner.start + len(kind)), "const")
                is_constant = binding is not None and not binding.writes
                yield Finding(
                    export.name_span,
                    f"Next.js reads `{export.name}` from the text, as `export const` only: with `{kind}` it is "
                    "ignored.",
                    (Fix("Make it const", (edit,), is_preferred=True, is_safe=True),)
                    if is_constant and span.contains(inner)
                    else (),
                )
            case _:
                pass


def _hidden(view: FileView, names: list[str]) -> Iterator[Finding]:
    """In a Client Component; what is read from the text is read there, too."""
    where = '"use client" hides it from the server. Put it into a layout, or make this page a Server Component'
    yield from _exported(view, [name for name in names if name not in (*_STATIC_ONLY, "revalidate")], where)
    found = option(view.module, "revalidate")
    if found is not None:
        yield Finding(
            found.export.name_span,
            'Invalid revalidate value, must be a non-negative number or false: "use client" makes `revalidate` a '
            "reference to the client, and the build stops. Put it into a layout, or make this page a Server Component.",
            taken_away(view, found.export),
            severity="error",
        )


def _exported(view: FileView, names: tuple[str, ...] | list[str], reason: str) -> Iterator[Finding]:
    if not any(view.has(name.encode()) for name in names):
        return
    for export in view.module.exports:
        if export.name in names and not export.is_type and not export.is_commonjs:
            yield Finding(export.name_span, f"Next.js ignores `{export.name}` here: {reason}.", _fixes(view, export))


def _fixes(view: FileView, export: Export) -> tuple[Fix, ...]:
    return taken_away(view, export) if export.name in SEGMENT_OPTIONS else ()


RULE = Rule(
    code="ignored-export",
    severity="warning",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route-segment-config",
)

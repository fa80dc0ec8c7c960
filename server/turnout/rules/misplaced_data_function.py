"""`getServerSideProps` or `getStaticProps` in the App Router.

They belong to the pages of the Pages Router. In a page, layout or route handler of `app/` the compiler stops with
`"getServerSideProps" is not supported in app/.`

## Bad

```tsx app/page.tsx
export async function getServerSideProps() {
  return { props: {} };
}

export default function Page() {
  return <p>Hello</p>;
}
```

## Good

```tsx app/page.tsx
async function greeting() {
  return 'Hello';
}

export default async function Page() {
  return <p>{await greeting()}</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.module import Export
from turnout.rules.rule import FileView, Finding, Rule
from turnout.text.span import Span

NAMES = frozenset({"getServerSideProps", "getStaticProps"})
READ_MORE = "https://nextjs.org/docs/app/building-your-application/data-fetching"


def check(view: FileView) -> Iterator[Finding]:
    if not (view.has(b"getServerSideProps") or view.has(b"getStaticProps")):
        return
    if view.role not in ("page", "layout", "route-handler"):
        return
    is_route = view.role == "route-handler"
    advice = "Fetch the data in the handler." if is_route else "Make the component async, and fetch the data in it."
    for export in view.module.exports:
        if export.name not in NAMES or export.is_type or export.is_commonjs:
            continue
        site = _site(export)
        if site is not None:
            yield Finding(site, f'"{export.name}" is not supported in app/. Read more: {READ_MORE}. {advice}')


def _site(export: Export) -> Span | None:
    """Where Next.js points: the name as it is here; ``export { load as getServerSideProps }`` it lets pass."""
    if export.source is not None:
        return export.name_span if export.imported == export.name else None
    if export.local is None or export.local.name != export.name:
        return None
    return export.local.span


RULE = Rule(
    code="misplaced-data-function",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/guides/migrating/app-router-migration",
)

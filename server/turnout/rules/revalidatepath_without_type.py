"""`revalidatePath()` of a pattern such as `/blog/[slug]`, without its type.

With one argument the path is taken for one URL, and no URL is called `/blog/[slug]`. Next.js warns: `a dynamic page
path "/blog/[slug]" was passed to "revalidatePath", but the "type" parameter is missing. This has no effect by default`.
Say `'page'` or `'layout'`, or give the URL itself.

## Bad

```ts app/api/refresh/route.ts
import { revalidatePath } from 'next/cache';

export async function GET() {
  revalidatePath('/blog/[slug]');
  return Response.json({ done: true });
}
```

## Good

```ts app/api/refresh/route.ts
import { revalidatePath } from 'next/cache';

export async function GET() {
  revalidatePath('/blog/[slug]', 'page');
  return Response.json({ done: true });
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.next_api import CACHE, imported_name
from turnout.model.strings import literal
from turnout.rules.edits import insert
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style

_DYNAMIC = re.compile(r"/\[[^/\]]+\]{1,2}(?=/|$)")
"""A segment in brackets, as next/dist/shared/lib/router/utils/is-dynamic.js has it."""


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not view.has(b"revalidatePath"):
        return
    module = view.module
    for code in module.everything:
        match code:
            case c.Call(arguments=(path,)) if not isinstance(path, c.Spread):
                if imported_name(module, code.callee, CACHE) != "revalidatePath":
                    continue
                written = literal(module, path)
                if written is None or not _DYNAMIC.search(written):
                    continue
                style = Style.of(module.source)
                fixes = tuple(
                    Fix(
                        f"Add '{kind}'",
                        (insert(path.span.end, f", {style.string(kind)}"),),
                        is_preferred=kind == "page",
                    )
                    for kind in ("page", "layout")
                )
                message = (
                    f'A dynamic page path "{written}" was passed to "revalidatePath", but the "type" parameter is '
                    "missing. "
                    "This has no effect: add 'page' (or 'layout'), or give the URL of the one page."
                )
                yield Finding(code.span, message, fixes)
            case _:
                pass


RULE = Rule(
    code="revalidatepath-without-type",
    severity="warning",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/revalidatePath",
)

"""`revalidateTag()` without its second argument.

Since Next.js 16 it wants to know how long stale data may be shown: `"revalidateTag" without the second argument is now
deprecated, add second argument of "max" or use "updateTag".` With `'max'` visitors get what is there while fresh data
is loaded behind it; in a Server Action `updateTag()` shows the new data at once.

## Bad

```ts app/api/refresh/route.ts
import { revalidateTag } from 'next/cache';

export async function GET() {
  revalidateTag('posts');
  return Response.json({ done: true });
}
```

## Good

```ts app/api/refresh/route.ts
import { revalidateTag } from 'next/cache';

export async function GET() {
  revalidateTag('posts', 'max');
  return Response.json({ done: true });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.next_api import CACHE, imported_name
from turnout.rules.edits import exchanged_import, insert
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style
from turnout.text.edits import Edit


def check(view: FileView) -> Iterator[Finding]:
    if view.app.is_before(16) or view.role == "test" or not view.has(b"revalidateTag"):
        return
    module = view.module
    for code in module.everything:
        match code:
            case c.Call(arguments=(tag,)) if not isinstance(tag, c.Spread):
                if imported_name(module, code.callee, CACHE) == "revalidateTag":
                    yield _finding(view, code, tag)
            case _:
                pass


def _finding(view: FileView, call: c.Call, tag: c.Expression) -> Finding:
    module = view.module
    is_action = module.is_server_actions_file
    style = Style.of(module.source)
    at_once = style.braces("expire: 0")
    fixes = [
        Fix("Add 'max'", (insert(tag.span.end, f", {style.string('max')}"),), is_preferred=True),
        # What one argument has meant until now.
        Fix("Add { expire: 0 }, as it works now", (insert(tag.span.end, f", {at_once}"),), is_safe=True),
    ]
    advice = "Add a second argument of 'max'"
    if is_action:
        advice += ", or call `updateTag()` to show the new data at once"
        imported = exchanged_import(module, "revalidateTag", "updateTag", CACHE)
        if imported is not None and isinstance(call.callee, c.Name) and call.callee.name == "revalidateTag":
            fixes.append(Fix("Use updateTag", (*imported, Edit(call.callee.span, "updateTag"))))
    message = f'"revalidateTag" without the second argument is now deprecated in Next.js 16. {advice}.'
    return Finding(call.span, message, tuple(fixes))


RULE = Rule(
    code="revalidatetag-one-argument",
    severity="warning",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/revalidateTag",
)

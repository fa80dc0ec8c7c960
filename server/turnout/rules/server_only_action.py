"""A Server Action that only server code calls.

Each exported function of a `'use server'` file is an endpoint: anyone can POST to it, with any arguments. Server
Components, route handlers and other actions can call an ordinary function, which nobody else reaches. `'use server'`
doesn't mean "runs on the server"; `import 'server-only'` does, and stops the build when client code imports the file.

## Bad

```ts app/data.ts
'use server';

import { db } from '@/lib/db';

export async function getUser(id: string) {
  return db.user.findUnique({ where: { id } });
}
```

```tsx app/page.tsx
import { getUser } from './data';

export default async function Page() {
  const user = await getUser('1');
  return <p>{user?.name}</p>;
}
```

## Good

```ts app/data.ts
import 'server-only';

import { db } from '@/lib/db';

export async function getUser(id: string) {
  return db.user.findUnique({ where: { id } });
}
```

```tsx app/page.tsx
import { getUser } from './data';

export default async function Page() {
  const user = await getUser('1');
  return <p>{user?.name}</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.actions import inline_directives
from turnout.rules.choice import severity_of, told, verdicts
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span
from turnout.verdicts import Verdict, verdict_of


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server"):
        return
    for verdict in verdicts(view):
        if verdict.entry.kind != "server-action" or verdict.answer != "server-function":
            continue
        fixes = tuple(_fixes(view, verdict))
        yield Finding(verdict.entry.span, told(verdict), fixes, severity=severity_of(verdict))


def _fixes(view: FileView, verdict: Verdict) -> Iterator[Fix]:
    if verdict.entry.is_inline:
        yield from _without_inline(view, verdict)
        return
    directive = next((each for each in view.module.directives if each.text == "use server"), None)
    entries = [each for each in view.project.entries(view.path) if not each.is_inline]
    answers = {verdict_of(view.project, each).answer for each in entries}
    if (
        directive is None
        or not answers <= {"server-function", "unused"}
        or any(caller.side in ("client", "outside") for each in entries for caller in view.project.callers(each))
    ):
        return
    # The directive's own quotes and semicolon stay.
    inner = Span(directive.span.start + 1, directive.span.end - 1)
    edits = (Edit(Span(directive.span.start, directive.span.start), "import "), Edit(inner, "server-only"))
    yield Fix("Make the file server-only instead of an endpoint for each function", edits, is_preferred=True)


def _without_inline(view: FileView, verdict: Verdict) -> Iterator[Fix]:
    for each in inline_directives(view.module):
        if each.counts and (each.site == verdict.entry.span or each.function.span.contains(verdict.entry.span)):
            lines = view.source.lines
            line = lines.line_span(lines.line_of(each.directive.statement.start))
            statement = each.directive.statement
            is_alone = view.source.text(Span(line.start, statement.start)).strip() == "" and (
                view.source.text(Span(statement.end, line.end)).strip() == ""
            )
            end = lines.line_span(lines.line_of(statement.end) + 1).start if is_alone else statement.end
            yield Fix(
                "Take the directive out", (Edit(Span(line.start if is_alone else statement.start, end), ""),), True
            )
            return


RULE = Rule(
    code="server-only-action",
    severity="information",
    category="choice",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security",
    needs_index=True,
)

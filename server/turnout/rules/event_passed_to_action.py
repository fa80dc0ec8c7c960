"""A Server Action is used as an event handler as it stands.

React calls an event handler with the event, and the action sends it to the server as its argument. An event can't be
sent: `Only plain objects, and a few built-ins, can be passed to Server Functions. Classes or null prototypes are not
supported.` Wrap the action in a function that passes on what it needs.

## Bad

```tsx app/button.tsx
'use client';
import { ping } from './actions';

export function Button() {
  return <button onClick={ping}>Ping</button>;
}
```

```ts app/actions.ts
'use server';

export async function ping() {
  await fetch('https://example.com/ping', { method: 'POST' });
}
```

## Good

```tsx app/button.tsx
'use client';
import { ping } from './actions';

export function Button() {
  return <button onClick={() => ping()}>Ping</button>;
}
```

```ts app/actions.ts
'use server';

export async function ping() {
  await fetch('https://example.com/ping', { method: 'POST' });
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.project.boundary import CLIENT_LAYERS
from turnout.rules.given import Given, given_action
from turnout.rules.reach import known_layers
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span

_HANDLER = re.compile(rb"\son[A-Z]\w*=\{")
_EVENT = re.compile(r"on[A-Z]")


def check(view: FileView) -> Iterator[Finding]:
    if not _HANDLER.search(view.source.data):
        return
    for code in view.module.everything:
        if not isinstance(code, c.Jsx) or code.tag_name is not None or not code.tag:
            continue
        for attribute in code.attributes:
            if not isinstance(attribute, c.JsxAttribute) or not _EVENT.match(attribute.name):
                continue
            given = given_action(view, attribute.value)
            if given is not None and attribute.value is not None:
                yield _finding(view, attribute.name, attribute.value, given)


def _finding(view: FileView, event: str, value: c.Expression, given: Given) -> Finding:
    call = _call(view, given)
    quote = "Only plain objects, and a few built-ins, can be passed to Server Functions"
    is_client = view.module.is_client_file or known_layers(view) <= CLIENT_LAYERS
    advice = (
        f"Write `{event}={{() => {call}}}`." if is_client else "Use `<form action>`, or wrap it in a Client Component."
    )
    fixes: tuple[Fix, ...] = ()
    if is_client:
        fixes = (Fix("Call it without the event", (Edit(value.span, f"() => {call}"),), is_preferred=True),)
    message = f"{quote}: `{event}` calls `{given.name}` with the event, which can't be sent to the server. {advice}"
    return Finding(value.span, message, fixes)


def _call(view: FileView, given: Given) -> str:
    """``save.bind(null, id)`` becomes ``save(id)``."""
    if given.bind is None:
        return f"{given.name}()"
    arguments = given.bind.arguments[1:]
    inside = view.module.source.text(Span(arguments[0].span.start, arguments[-1].span.end)) if arguments else ""
    return f"{given.name}({inside})"


RULE = Rule(
    code="event-passed-to-action",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/updating-data",
    needs_index=True,
)

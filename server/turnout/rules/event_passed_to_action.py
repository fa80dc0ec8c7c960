"""A Server Action is used as an event handler as it stands.

React calls an event handler with the event, so the action gets it as its argument, and an event can't be sent.
Next.js 14 throws in the browser: `Only plain objects, and a few built-ins, can be passed to Server Actions. Classes
or null prototypes are not supported.` Since 15 a temporary reference arrives: `Cannot access target on the server.
You cannot dot into a temporary client reference`. Wrap the action in a function that passes on what it needs. An
action without parameters does not mind.

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

export async function ping(times = 1) {
  await fetch('https://example.com/ping', { method: 'POST', body: String(times) });
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

export async function ping(times = 1) {
  await fetch('https://example.com/ping', { method: 'POST', body: String(times) });
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.project.boundary import CLIENT_LAYERS
from turnout.rules.given import Carried, Given, carried, given_action
from turnout.rules.reach import known_layers
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span

_HANDLER = re.compile(rb"\son[A-Z]\w*=\{")
_WHY: dict[Carried, str] = {
    "throws": "only plain objects, and a few built-ins, can be passed to Server Actions, and this throws",
    "used": "the action throws when it looks into it (`Cannot access … on the server`)",
    "kept": "the action gets an empty reference for it",
}
_EVENT = re.compile(r"on[A-Z]")


def check(view: FileView) -> Iterator[Finding]:
    if not _HANDLER.search(view.source.data) or not view.project.uses_actions(view.path):
        return
    for code in view.module.everything:
        if not isinstance(code, c.Jsx) or code.tag_name is not None or not code.tag:
            continue
        for attribute in code.attributes:
            if not isinstance(attribute, c.JsxAttribute) or not _EVENT.match(attribute.name):
                continue
            given = given_action(view, attribute.value)
            becomes = carried(view, given, 0) if given is not None else "dropped"
            if given is not None and attribute.value is not None and becomes != "dropped":
                yield _finding(view, attribute.name, attribute.value, given, becomes)


def _finding(view: FileView, event: str, value: c.Expression, given: Given, becomes: Carried) -> Finding:
    call = _call(view, given)
    is_client = view.module.is_client_file or known_layers(view) <= CLIENT_LAYERS
    advice = (
        f"Write `{event}={{() => {call}}}`." if is_client else "Use `<form action>`, or wrap it in a Client Component."
    )
    fixes: tuple[Fix, ...] = ()
    if is_client:
        fixes = (Fix("Call it without the event", (Edit(value.span, f"() => {call}"),), is_preferred=True),)
    message = (
        f"`{event}` calls `{given.name}` with the event, and an event can't be sent to the server: {_WHY[becomes]}. "
        f"{advice}"
    )
    return Finding(value.span, message, fixes, severity="warning" if becomes == "kept" else None)


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

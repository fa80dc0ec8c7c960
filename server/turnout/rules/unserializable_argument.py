"""A Server Action is called with something that can't be sent to the server.

Arguments go over the network: plain objects, texts, numbers, dates, FormData, files. For anything else Next.js 14
throws in the browser: `Only plain objects, and a few built-ins, can be passed to Server Actions. Classes or null
prototypes are not supported.` Since 15 the action gets a temporary reference, which it can only hand back: `Cannot
access target on the server. You cannot dot into a temporary client reference`. Take what the action needs out of
it: a text from an event, an id instead of a callback.

## Bad

```tsx app/search.tsx
'use client';
import { search } from './actions';

export function Search() {
  return <input onChange={async (event) => console.log(await search(event))} />;
}
```

```ts app/actions.ts
'use server';

export async function search(text: string) {
  console.log(text.trim());
}
```

## Good

```tsx app/search.tsx
'use client';
import { search } from './actions';

export function Search() {
  return <input onChange={async (event) => console.log(await search(event.target.value))} />;
}
```

```ts app/actions.ts
'use server';

export async function search(text: string) {
  console.log(text.trim());
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.boundary import CLIENT_LAYERS
from turnout.rules.given import Carried, Given, carried, given_action
from turnout.rules.reach import known_layers
from turnout.rules.rule import FileView, Finding, Rule

_EVENT = re.compile(
    r"\bReact\.\w*Event\b|\b(?:Form|Mouse|Change|Keyboard|Submit|Pointer|Focus|Drag|Touch|Synthetic)Event\b"
)


def check(view: FileView) -> Iterator[Finding]:
    if not view.project.uses_actions(view.path):
        return
    layers = known_layers(view)
    if not (layers and layers <= CLIENT_LAYERS) and not (view.has(b"use client") and view.module.is_client_file):
        return
    for code in view.module.everything:
        if isinstance(code, c.Call) and code.arguments and isinstance(code.callee, (c.Name, c.Member)):
            faults = [
                (index, each, what)
                for index, each in enumerate(code.arguments)
                if (what := _unserializable(view.module, each)) is not None
            ]
            given = given_action(view, code.callee) if faults else None
            if given is not None:
                for index, argument, what in faults:
                    becomes = carried(view, given, index)
                    if becomes != "dropped":
                        yield _finding(given, argument, what, becomes)


def _finding(given: Given, argument: c.Expression | c.Spread, what: str, becomes: Carried) -> Finding:
    why = {
        "throws": "only plain objects, and a few built-ins, can be passed to Server Actions, and the call throws",
        "used": "the action throws when it looks into it or calls it (`Cannot access … on the server`)",
        "kept": "the action gets an empty reference, which it can only hand back",
        "dropped": "",
    }[becomes]
    message = f"{what}, and can't be sent to `{given.name}` on the server: {why}. Send plain data."
    return Finding(argument.span, message, severity="warning" if becomes == "kept" else None)


def _unserializable(module: Module, argument: c.Expression | c.Spread) -> str | None:
    bare = c.bare(argument)
    match bare:
        case c.Function():
            return "This is a function of the browser"
        case c.Jsx():
            return "This is a React element"
        case c.Name():
            binding = module.scopes.binding(bare)
            if binding is not None and _is_event(module, binding):
                return f"`{bare.name}` is an event"
            return None
        case c.Member(object=c.Name() as below, name="target" | "currentTarget" as name):
            binding = module.scopes.binding(below)
            if binding is not None and _is_event(module, binding):
                return f"`{below.name}.{name}` is an element of the page"
            return None
        case c.New(callee=c.Name() as callee):
            binding = module.scopes.binding(callee)
            if binding is not None and binding.kind == "class":
                return f"This is a `{callee.name}`"
            return None
        case _:
            return None


def _is_event(module: Module, binding: Binding) -> bool:
    """The first parameter of an element's event handler, or one whose type says that it is an event."""
    if binding.kind != "parameter" or binding.function is None or binding.pattern is not None or binding.writes:
        return False
    written = binding.function.parameters[binding.index].type
    if written is not None:
        return _EVENT.search(module.source.text(written.span)) is not None
    above = module.parents.get(id(binding.function))
    if binding.index != 0 or not isinstance(above, c.JsxAttribute) or not re.match(r"on[A-Z]", above.name):
        return False
    element = module.parents.get(id(above))
    return isinstance(element, c.Jsx) and element.tag_name is None


RULE = Rule(
    code="unserializable-argument",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
    needs_index=True,
)

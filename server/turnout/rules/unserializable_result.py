"""A Server Action returns something that can't be sent to the browser.

What an action returns goes over the network as React's own format: plain objects and arrays, texts, numbers, dates,
Maps, Sets. Anything else fails: `Only plain objects, and a few built-ins, can be passed to Client Components from
Server Components. Classes or null prototypes are not supported.` A `Response` is how route handlers answer; an action
returns the data itself.

## Bad

```tsx app/form.tsx
'use client';
import { greet } from './actions';

export function Form() {
  return <button onClick={async () => console.log(await greet('Ada'))}>Greet</button>;
}
```

```ts app/actions.ts
'use server';

export async function greet(name: string) {
  console.log(name);
  return Response.json({ text: `Hello ${name}` });
}
```

## Good

```tsx app/form.tsx
'use client';
import { greet } from './actions';

export function Form() {
  return <button onClick={async () => console.log(await greet('Ada'))}>Greet</button>;
}
```

```ts app/actions.ts
'use server';

export async function greet(name: string) {
  console.log(name);
  return { text: `Hello ${name}` };
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.answers import is_new_response
from turnout.model.callees import returned_values
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.entries import Entry
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit

_CLASSES = frozenset({"RegExp", "Request", "WeakMap", "WeakSet", "AbortController"})
_SENT = frozenset({"form-action", "action-state", "transition", "hook", "prop"})
_PLAIN = (
    "Only plain objects, and a few built-ins, can be passed to Client Components from Server Components. Classes or "
    "null prototypes are not supported"
)


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server"):
        return
    for entry in view.project.entries(view.path):
        if entry.kind != "server-action":
            continue
        found = view.project.implementation(entry)
        if found is None or found[0].path != view.path or found[1].function is None or found[1].wrappers:
            continue
        findings = [each for value in returned_values(found[1].function) for each in _judged(found[0], value)]
        if findings and _is_sent(view, entry):
            yield from findings


def _is_sent(view: FileView, entry: Entry) -> bool:
    """Whether a browser gets what it returns: what server code calls is an ordinary function."""
    return any(each.side == "client" or each.how in _SENT for each in view.project.callers(entry))


def _judged(module: Module, value: c.Expression) -> Iterator[Finding]:
    bare = c.bare(value)
    if is_new_response(bare):
        message = f"{_PLAIN}: a `Response` is how route handlers answer. Return the data itself."
        yield Finding(value.span, message, tuple(_fixes(module, value, bare)))
        return
    parts: list[c.Expression] = [bare]
    if isinstance(bare, c.Object):
        parts = [each.value for each in bare.members if isinstance(each, c.Property)]
    for part in parts:
        what = _unserializable(module, part)
        if what is not None:
            yield Finding(part.span, what)


def _unserializable(module: Module, value: c.Expression) -> str | None:
    match c.bare(value):
        case c.Function():
            return (
                "Functions cannot be passed directly to Client Components unless you explicitly expose it by marking "
                'it with "use server": the result of an action is sent to the browser. Return data.'
            )
        case c.Regex():
            return f"{_PLAIN}: a regular expression can't be sent to the browser. Return its text."
        case c.New(callee=c.Name() as callee):
            binding = module.scopes.binding(callee)
            if (binding is None and callee.name in _CLASSES) or (binding is not None and _is_plain_class(binding)):
                return f"{_PLAIN}: a `{callee.name}` can't be sent to the browser. Return a plain object."
            return None
        case c.Call(callee=callee, arguments=(c.Constant(text="null"),)) if c.dotted(callee) == "Object.create":
            return f"{_PLAIN}: an object without prototype can't be sent to the browser. Write `{{}}`."
        case _:
            return None


def _is_plain_class(binding: Binding) -> bool:
    """A class of this file that says nothing of how it is to be sent (``toJSON``, ``[Symbol.iterator]``)."""
    known = binding.value if binding.kind == "class" else None
    return (
        isinstance(known, c.Class)
        and known.base is None
        and not any(each.key in (None, "toJSON", "then") and each.form != "static-block" for each in known.members)
    )


def _fixes(module: Module, value: c.Expression, bare: c.Expression) -> Iterator[Fix]:
    """``Response.json(data)`` becomes ``data``."""
    match bare:
        case c.Call(callee=c.Member(name="json"), arguments=(data,)) if not isinstance(data, c.Spread):
            if isinstance(module.parents.get(id(value)), c.Return):
                edit = Edit(value.span, module.source.text(data.span))
                yield Fix("Return the data itself", (edit,), is_preferred=True)
        case _:
            return


RULE = Rule(
    code="unserializable-result",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
    needs_index=True,
)

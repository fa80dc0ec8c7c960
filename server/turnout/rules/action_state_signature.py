"""An action whose parameters don't fit how it is called: by `useActionState`, or by a form.

`useActionState` calls the action with the previous state first and the form data second; a form calls it with the form
data alone. With the other signature the action finds the wrong thing in its hands: `formData.get is not a function`.

## Bad

```tsx app/form.tsx
'use client';
import { useActionState } from 'react';
import { greet } from './actions';

export function Form() {
  const [text, action] = useActionState(greet, '');
  return <form action={action}><input name="name" />{text}</form>;
}
```

```ts app/actions.ts
'use server';

export async function greet(formData: FormData) {
  return `Hello ${formData.get('name')}`;
}
```

## Good

```tsx app/form.tsx
'use client';
import { useActionState } from 'react';
import { greet } from './actions';

export function Form() {
  const [text, action] = useActionState(greet, '');
  return <form action={action}><input name="name" />{text}</form>;
}
```

```ts app/actions.ts
'use server';

export async function greet(previous: string, formData: FormData) {
  return `Hello ${formData.get('name')}`;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module
from turnout.rules.given import Given, Signature, given_action, is_form, is_state, signature
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule
from turnout.text.edits import Edit

_WORDS = (b"useActionState", b"useFormState", b"<form", b"formAction")
_HOOKS = {"useActionState": "react", "useFormState": "react-dom"}


def check(view: FileView) -> Iterator[Finding]:
    if not any(view.has(word) for word in _WORDS):
        return
    for code in view.module.everything:
        match code:
            case c.Call(arguments=(action, *_)) if _is_hook(view.module, code):
                given = given_action(view, action)
                found = signature(view, given) if given is not None else None
                if given is not None and found is not None and _lacks_state(found):
                    yield _hook_finding(view, code, action, given, found)
            case c.Jsx(tag_name=None, tag="form" | "button" | "input"):
                attribute = code.get("action" if code.tag == "form" else "formAction")
                given = given_action(view, attribute.value) if attribute is not None else None
                found = signature(view, given) if given is not None else None
                if attribute is not None and attribute.value is not None and given is not None and found is not None:
                    if _wants_state(found):
                        yield _form_finding(attribute.value, given, found)
            case _:
                pass


def _is_hook(module: Module, call: c.Call) -> bool:
    found = callee_of(module, call.callee) if isinstance(call.callee, (c.Name, c.Member)) else None
    if found is None:
        return False
    name = found.path[-1] if found.path else found.name
    return found.source is not None and _HOOKS.get(name) == found.source and len(found.path) <= 1


def _lacks_state(found: Signature) -> bool:
    """``(formData)``, or both the wrong way round."""
    if not found.parameters or not is_form(found, found.parameters[0]):
        return False
    return len(found.parameters) == 1 or not is_form(found, found.parameters[1])


def _wants_state(found: Signature) -> bool:
    """``(prevState, formData)``"""
    return len(found.parameters) == 2 and is_state(found.parameters[0]) and is_form(found, found.parameters[1])


def _hook_finding(
    view: FileView, call: c.Call, action: c.Expression | c.Spread, given: Given, found: Signature
) -> Finding:
    hook = view.module.source.text(call.callee.span)
    first = found.module.source.text(found.parameters[0].pattern.span)
    message = (
        f"`{hook}` calls `{given.name}` with the previous state first and the form data second, so `{first}` is not "
        "the form data and `get` is not a function. Give it `(previousState, formData)`."
    )
    related = (Related(found.module.path, found.parameters[0].span, "Here the form data comes first."),)
    return Finding(action.span, message, tuple(_fixes(view, action, found)), related)


def _fixes(view: FileView, action: c.Expression | c.Spread, found: Signature) -> Iterator[Fix]:
    """A function in between: other callers keep the action as it is."""
    if not view.module.is_client_file or not isinstance(action, (c.Name, c.Member)) or len(found.parameters) != 1:
        return
    name = view.module.source.text(action.span)
    is_typed = view.path.endswith((".ts", ".tsx", ".mts"))
    parameters = "_state: unknown, formData: FormData" if is_typed else "_state, formData"
    yield Fix("Pass only the form data", (Edit(action.span, f"({parameters}) => {name}(formData)"),))


def _form_finding(value: c.Expression, given: Given, found: Signature) -> Finding:
    first, second = (found.module.source.text(each.pattern.span) for each in found.parameters)
    message = (
        f"A form calls `{given.name}` with the form data alone, so it arrives as `{first}` and `{second}` is "
        f"undefined. Use what `useActionState({given.name}, …)` gives, or take the form data first."
    )
    related = (Related(found.module.path, found.parameters[0].span, "Here the previous state comes first."),)
    return Finding(value.span, message, related=related)


RULE = Rule(
    code="action-state-signature",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/guides/forms",
    needs_index=True,
)

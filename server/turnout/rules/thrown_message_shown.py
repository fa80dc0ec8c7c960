"""The message of an error that a Server Action throws is shown to the user.

In production Next.js keeps it from the browser, lest it give secrets away: what is shown is `An error occurred in the
Server Components render. The specific message is omitted in production builds to avoid leaking sensitive details.`
With `next dev` everything looks fine. Return what the user is to read, and throw only what nobody expects.

## Bad

```tsx app/form.tsx
'use client';
import { useState } from 'react';
import { rename } from './actions';

export function Form() {
  const [problem, setProblem] = useState('');
  async function submit(data: FormData) {
    try {
      await rename(String(data.get('name')));
    } catch (error) {
      setProblem((error as Error).message);
    }
  }
  return <form action={submit}><input name="name" />{problem}</form>;
}
```

```ts app/actions.ts
'use server';

export async function rename(name: string) {
  if (!name) throw new Error('A name is needed');
  console.log(name);
}
```

## Good

```tsx app/form.tsx
'use client';
import { useState } from 'react';
import { rename } from './actions';

export function Form() {
  const [problem, setProblem] = useState('');
  async function submit(data: FormData) {
    const result = await rename(String(data.get('name')));
    setProblem(result.problem ?? '');
  }
  return <form action={submit}><input name="name" />{problem}</form>;
}
```

```ts app/actions.ts
'use server';

export async function rename(name: string): Promise<{ problem?: string }> {
  if (!name) return { problem: 'A name is needed' };
  console.log(name);
  return {};
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.boundary import CLIENT_LAYERS
from turnout.rules.given import Given, given_action
from turnout.rules.reach import known_layers
from turnout.rules.rule import FileView, Finding, Related, Rule


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b".message") or not view.has(b"catch"):
        return
    module = view.module
    layers = known_layers(view)
    if not module.is_client_file and not (layers and layers <= CLIENT_LAYERS):
        return
    for code in module.everything:
        if isinstance(code, c.Try) and code.handler is not None and isinstance(code.parameter, c.Name):
            shown = _shown(module, code.parameter, code.handler)
            thrown = _thrown(view, code.block) if shown is not None else None
            if shown is not None and thrown is not None:
                yield _finding(shown, *thrown)


def _finding(shown: c.Member, given: Given, module: Module, thrown: c.Throw) -> Finding:
    message = (
        f"`{given.name}` throws its message, and production builds omit it: the user reads `An error occurred in the "
        "Server Components render. The specific message is omitted in production builds`. Let the action return it."
    )
    return Finding(shown.span, message, related=(Related(module.path, thrown.span, "The message is thrown here."),))


def _shown(module: Module, error: c.Name, handler: c.Block) -> c.Member | None:
    """``error.message``, where it is more than logged or compared."""
    binding = module.scopes.binding(error)
    for reference in binding.references if binding is not None else ():
        node: c.Code = reference
        above = module.parents.get(id(node))
        while isinstance(above, c.Cast):
            node, above = above, module.parents.get(id(above))
        if not isinstance(above, c.Member) or above.object is not node or above.name != "message":
            continue
        if handler.span.contains(above.span) and _is_given_to_people(module, above, handler):
            return above
    return None


def _is_given_to_people(module: Module, message: c.Member, handler: c.Block) -> bool:
    """``setProblem(error.message)``, ``toast.error(error.message)``, ``alert(error.message)``"""
    below: c.Code = message
    for above in module.ancestors(message):
        if above is handler or isinstance(above, (c.Function, c.Throw)):
            return False
        match above:
            case c.Conditional(test=test) | c.If(test=test) if test is below:
                return False
            case c.Binary(operator=operator) if operator not in ("||", "??", "+", "&&"):
                return False
            case c.Call(callee=callee) if callee is not below:
                path = c.dotted(callee) or ""
                name = path.rpartition(".")[2]
                if path.startswith("console.") or name.startswith("capture"):
                    return False
                is_setter = name.startswith("set") and name[3:4].isupper()
                return is_setter or path == "alert" or "toast" in path.lower() or "notif" in path.lower()
            case _:
                pass
        below = above
    return False


def _thrown(view: FileView, block: c.Block) -> tuple[Given, Module, c.Throw] | None:
    """An action that the block awaits, and where it throws words for people; only when all it awaits are such."""
    found: tuple[Given, Module, c.Throw] | None = None
    for code in c.walk(block, lambda code: not isinstance(code, c.Function)):
        match code:
            case c.Await(value=c.Call(callee=callee)):
                given = given_action(view, callee)
                thrown = _own_throw(view, given) if given is not None else None
                if given is None:
                    return None  # It may be that one's message.
                if thrown is not None and found is None:
                    found = (given, *thrown)
            case c.Throw():
                return None
            case _:
                pass
    return found


def _own_throw(view: FileView, given: Given) -> tuple[Module, c.Throw] | None:
    """``throw new Error('…')`` in the action itself, not caught there."""
    implementation = view.project.implementation(given.entry)
    if implementation is None or implementation[1].function is None or implementation[1].wrappers:
        return None
    module, function = implementation[0], implementation[1].function
    for code in c.walk_own(function):
        match code:
            case c.Throw(value=c.New(callee=c.Name(name="Error"), arguments=(c.String() | c.Template(), *_))):
                inner = [each for each in module.ancestors(code) if function.span.contains(each.span)]
                if not any(
                    isinstance(each, c.Try) and each.handler is not None and each.block in inner for each in inner
                ):
                    return module, code
            case _:
                pass
    return None


RULE = Rule(
    code="thrown-message-shown",
    severity="warning",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/error-handling",
    needs_index=True,
)

"""What follows a Server Action does not wait for it.

A call without `await` only starts the action. `router.refresh()` or a success message in the next line comes before
anything has changed, and when the action fails the user hears of a success.

## Bad

```tsx app/button.tsx
'use client';
import { useRouter } from 'next/navigation';
import { archive } from './actions';

export function Button({ id }: { id: string }) {
  const router = useRouter();
  function onClick() {
    archive(id);
    router.refresh();
  }
  return <button onClick={onClick}>Archive</button>;
}
```

```ts app/actions.ts
'use server';

export async function archive(id: string) {
  console.log(id);
}
```

## Good

```tsx app/button.tsx
'use client';
import { useRouter } from 'next/navigation';
import { archive } from './actions';

export function Button({ id }: { id: string }) {
  const router = useRouter();
  async function onClick() {
    await archive(id);
    router.refresh();
  }
  return <button onClick={onClick}>Archive</button>;
}
```

```ts app/actions.ts
'use server';

export async function archive(id: string) {
  console.log(id);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.boundary import CLIENT_LAYERS
from turnout.rules.edits import insert, made_async
from turnout.rules.given import given_action
from turnout.rules.reach import known_layers
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule


def check(view: FileView) -> Iterator[Finding]:
    if not view.project.uses_actions(view.path):
        return
    layers = known_layers(view)
    if not (layers and layers <= CLIENT_LAYERS) and not (view.has(b"use client") and view.module.is_client_file):
        return
    module = view.module
    for code in module.everything:
        if not isinstance(code, c.Block):
            continue
        for index, statement in enumerate(code.body):
            match statement:
                case c.ExpressionStatement(expression=c.Call() as call):
                    later = _impatient(code.body[index + 1 :])
                    given = given_action(view, call.callee) if later is not None else None
                    if later is not None and given is not None:
                        yield _finding(view, call, given.name, later)
                case _:
                    pass


def _impatient(following: tuple[c.Statement, ...]) -> c.Call | None:
    """A call right behind that makes sense only when the action is done: it reads again, or tells of success."""
    for statement in following[:3]:
        match statement:
            case c.ExpressionStatement(expression=c.Call(callee=c.Member(name=name) as callee) as call):
                path = (c.dotted(callee) or "").lower()
                if name in ("refresh", "invalidateQueries", "refetch") or path in (
                    "location.reload",
                    "window.location.reload",
                ):
                    return call
                if name == "success" and ("toast" in path or "message" in path or "notif" in path):
                    return call
            case c.ExpressionStatement(expression=c.Call()):
                pass
            case _:
                return None
    return None


def _finding(view: FileView, call: c.Call, name: str, later: c.Call) -> Finding:
    module = view.module
    shown = module.source.text(later.callee.span)
    message = f"`{name}` is only started here: `{shown}()` does not wait for it, and comes too early. Await it."
    fixes = tuple(_fixes(module, call))
    return Finding(call.span, message, fixes, (Related(view.path, later.span, "Comes too early."),))


def _fixes(module: Module, call: c.Call) -> Iterator[Fix]:
    function = module.function_around(call)
    asynced = made_async(module, function) if function is not None else None
    if function is None or asynced is None or _is_hook_callback(module, function):
        return
    yield Fix("Await it", (*asynced, insert(call.span.start, "await ")), is_preferred=True)


def _is_hook_callback(module: Module, function: c.Function) -> bool:
    """``useEffect(() => …)`` must not be async."""
    above = module.parents.get(id(function))
    return isinstance(above, c.Call) and (c.dotted(above.callee) or "").rpartition(".")[2].startswith("use")


RULE = Rule(
    code="ignored-action-promise",
    severity="warning",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/updating-data",
    needs_index=True,
)

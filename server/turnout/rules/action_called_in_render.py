"""A Client Component calls a Server Action while it renders.

Client Components render on the server first, and there an action can't be called: `Server Functions cannot be called
during initial render. This would create a fetch waterfall.` The page fails. Read the data in a Server Component and
hand it down, or call the action in an event.

## Bad

```tsx app/tasks.tsx
'use client';
import { use } from 'react';
import { addVisit } from './actions';

export function Tasks() {
  const visits = use(addVisit());
  return <p>{visits}</p>;
}
```

```ts app/actions.ts
'use server';

export async function addVisit() {
  return 1;
}
```

## Good

```tsx app/tasks.tsx
'use client';
import { useState } from 'react';
import { addVisit } from './actions';

export function Tasks() {
  const [visits, setVisits] = useState(0);
  return <button onClick={async () => setVisits(await addVisit())}>{visits}</button>;
}
```

```ts app/actions.ts
'use server';

export async function addVisit() {
  return 1;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.rules.reach import is_only_client_code
from turnout.rules.rule import FileView, Finding, Rule

_MAKERS = frozenset({"memo", "forwardRef", "observer"})
"""What makes a component of the function that it is given."""


def check(view: FileView) -> Iterator[Finding]:
    surface = view.project.surface(view.path)
    if surface is None or view.role == "test" or not view.project.uses_actions(view.path):
        return
    for use in surface.uses:
        if use.how != "call" or use.phase != "render" or use.source is None:
            continue
        named = use.member if use.imported == "*" and use.member else use.imported
        entry = view.project.entry_of(view.path, use.source, named)
        if entry is None or not is_only_client_code(view):
            continue
        call = next(
            (each for each in view.module.everything if isinstance(each, c.Call) and each.span == use.whole), None
        )
        if call is not None and _runs_with_render(view.module, call):
            yield Finding(
                use.span,
                "Server Functions cannot be called during initial render. This would create a fetch waterfall. "
                f"`{use.local}` is called each time the component renders, on the server first: read in a Server "
                "Component and hand the data down, or call it in an event.",
            )


def _runs_with_render(module: Module, call: c.Call) -> bool:
    """Whether the component itself calls it, whatever comes: not a function in it, and under no condition."""
    for above in module.ancestors(call):
        if isinstance(above, c.Function):
            return _is_component(module, above)
        if isinstance(above, (c.If, c.Conditional, c.Switch, c.Try, c.For, c.ForEach, c.While)):
            return False
        if isinstance(above, c.Binary) and above.operator in ("&&", "||", "??"):
            return False
    return False


def _is_component(module: Module, function: c.Function) -> bool:
    """Whether React calls it: it has a component's name (or is the file's default export) and gives JSX back."""
    if not any(isinstance(code, c.Jsx) for code in c.walk_own(function)):
        return False
    value: c.Code | None = function
    above = module.parents.get(id(function))
    while isinstance(above, c.Cast) or (isinstance(above, c.Call) and c.last_name(above.callee) in _MAKERS):
        value, above = above, module.parents.get(id(above))
    if isinstance(above, c.ExportDefault):
        return True
    name = above.pattern if isinstance(above, c.Declarator) and above.value is value else function.name
    return isinstance(name, c.Name) and name.name[:1].isupper()


RULE = Rule(
    code="action-called-in-render",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/fetching-data",
    needs_index=True,
)

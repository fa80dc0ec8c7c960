"""`bind()` of a Server Action is given something as `this`.

The first argument of `bind()` is what `this` is to be, and an action has none: `Cannot bind "this" of a Server Action.
Pass null or undefined as the first argument to .bind().` What was meant as the first argument of the action is lost.

## Bad

```tsx app/page.tsx
import { greet } from './actions';

export default function Page() {
  return <form action={greet.bind('Ada')}><button>Greet</button></form>;
}
```

```ts app/actions.ts
'use server';

export async function greet(name: string) {
  console.log(`Hello ${name}`);
}
```

## Good

```tsx app/page.tsx
import { greet } from './actions';

export default function Page() {
  return <form action={greet.bind(null, 'Ada')}><button>Greet</button></form>;
}
```

```ts app/actions.ts
'use server';

export async function greet(name: string) {
  console.log(`Hello ${name}`);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.rules.edits import insert
from turnout.rules.given import given_action
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b".bind("):
        return
    for code in view.module.everything:
        match code:
            case c.Call(callee=c.Member(object=below, name="bind"), arguments=(first, *_)) if not _is_nothing(first):
                given = given_action(view, below)
                if given is not None and given.bind is None:
                    yield _finding(view, first, given.name)
            case _:
                pass


def _is_nothing(first: c.Expression | c.Spread) -> bool:
    match c.bare(first):
        case c.Constant(text="null" | "undefined") | c.Spread() | c.Unary(operator="void"):
            return True
        case c.Name(name=name):
            return name == "undefined"
        case _:
            return False


def _finding(view: FileView, first: c.Expression | c.Spread, name: str) -> Finding:
    if isinstance(first, c.This):
        fix = Fix("Pass null as this", (Edit(first.span, "null"),), is_preferred=True)
    else:
        fix = Fix("Pass null as this", (insert(first.span.start, "null, "),), is_preferred=True)
    message = (
        'Cannot bind "this" of a Server Action. Pass null or undefined as the first argument to .bind(): '
        f"`{view.module.source.text(first.span)}` does not reach `{name}`."
    )
    return Finding(first.span, message, (fix,))


RULE = Rule(
    code="bind-this",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/guides/forms",
    needs_index=True,
)

"""Two of `"use server"`, `"use client"` and `"use cache"` together.

A file is either for the browser or a list of Server Actions, and what is cached is no action. The compiler refuses
both directives at the top of one file, or of one function.

## Bad

```ts app/actions.ts
'use client';
'use server';

export async function list() {
  return [];
}
```

## Good

```ts app/actions.ts
'use server';

export async function list() {
  return [];
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.directives import StringStatement, string_statements
from turnout.model.module import is_cache
from turnout.rules.reach import compiles_actions
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import removed


def check(view: FileView) -> Iterator[Finding]:
    words = (b"use server", b"use client", b"use cache")
    if sum(view.has(word) for word in words) < 2 or not compiles_actions(view):
        return
    before: dict[int, list[StringStatement]] = {}
    for each in string_statements(view.module):
        if not each.is_first or each.is_in_parentheses:
            continue
        others = before.setdefault(id(each.function), [])
        for other in others:
            message = _conflict(other, each)
            if message is not None:
                yield Finding(each.directive.span, message, (_removed(view, each), _removed(view, other)))
                break
        others.append(each)


def _conflict(first: StringStatement, second: StringStatement) -> str | None:
    texts = {first.text, second.text}
    if texts == {"use client", "use server"} and second.function is None:
        return (
            'It\'s not possible to have both "use client" and "use server" directives in the same file. The first '
            "sends it to the browser, the second keeps it on the server."
        )
    if "use client" in texts and second.function is None and any(is_cache(text) for text in texts):
        return (
            'It\'s not possible to have both "use client" and "use cache" directives in the same file. The cache is '
            "the server's."
        )
    if "use server" in texts and any(is_cache(text) for text in texts):
        where = second.where
        return (
            f'Conflicting directives "use server" and "use cache" found in the same {where}. You cannot place both '
            f"directives at the top of a {where}. Please remove one of them."
        )
    return None


def _removed(view: FileView, each: StringStatement) -> Fix:
    return Fix(f'Take "{each.text}" out', removed(view.source, (each.directive.statement,)))


RULE = Rule(
    code="conflicting-directives",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
)

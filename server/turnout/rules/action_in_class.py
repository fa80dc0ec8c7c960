"""A method of a class instance that is marked with `"use server"`.

A Server Action is called with its arguments only; there is no object on the server that its `this` could be. The
compiler stops with `It is not allowed to define inline "use server" annotated class instance methods.` Functions,
methods of plain objects and static methods are fine.

## Bad

```tsx app/page.tsx
class Tasks {
  async add() {
    'use server';
  }
}

export default function Page() {
  return <form action={new Tasks().add} />;
}
```

## Good

```tsx app/page.tsx
class Tasks {
  static async add() {
    'use server';
  }
}

export default function Page() {
  return <form action={Tasks.add} />;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.actions import InlineDirective, inline_directives
from turnout.model.module import in_parentheses
from turnout.rules.reach import compiles_actions
from turnout.rules.rule import FileView, Finding, Rule
from turnout.text.span import Span


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server") or not view.has(b"class") or not compiles_actions(view):
        return
    for each in inline_directives(view.module):
        if each.holder == "instance" and each.is_first and not in_parentheses(each.directive):
            yield Finding(
                member_site(view, each),
                'It is not allowed to define inline "use server" annotated class instance methods. To define Server '
                "Actions, use functions, object method properties, or static class methods instead.",
            )


def member_site(view: FileView, each: InlineDirective) -> Span:
    """The head of a method, on one line."""
    line = view.source.data[each.member.start : each.directive.span.start].splitlines()[0].rstrip(b"{ \t")
    return Span(each.member.start, each.member.start + len(line))


RULE = Rule(
    code="action-in-class",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
)

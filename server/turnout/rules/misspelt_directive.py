"""A directive that is nearly `"use server"`.

A misspelt directive is an idle string: nothing in the file would be a Server Action. Next.js's compiler notices one
or two wrong letters and stops with `Did you mean "use server"?`

## Bad

```ts app/actions.ts
'use sever';

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

import re
from collections.abc import Iterator

from turnout.model.directives import is_near, string_statements
from turnout.rules.reach import compiles_actions
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit

_SHORT_STRING = re.compile(
    rb"""(?:^|\{)[ \t]*['"](?!use (?:client|server|strict)['"])[^'"\r\n]{9,11}['"]""", re.MULTILINE
)


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use") or not _may_be_one(view) or not compiles_actions(view):
        return
    for each in string_statements(view.module):
        if each.is_in_parentheses or not (is_near(each.text, "use server") or each.text == "use action"):
            continue
        quote = view.source.text(each.directive.span)[:1]
        fix = Fix(
            'Change it to "use server"',
            (Edit(each.directive.span, f"{quote}use server{quote}"),),
            is_preferred=True,
            is_safe=each.text != "use action",
        )
        message = f'Did you mean "use server"? "{each.text}" is not a supported directive name.'
        yield Finding(each.directive.span, message, (fix,) if each.is_first else ())


def _may_be_one(view: FileView) -> bool:
    """Whether some line is a string of about that length: to read every file for this would be dear."""
    return _SHORT_STRING.search(view.source.data) is not None


RULE = Rule(
    code="misspelt-directive",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
)

"""A directive that is nearly `"use server"` or `"use cache"`.

A misspelt directive is an idle string: nothing in the file would be a Server Action, and nothing cached. Next.js's
compiler notices one or two wrong letters and stops with `Did you mean "use server"?`

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

from turnout.model.directives import StringStatement, is_near, string_statements
from turnout.model.module import is_cache
from turnout.rules.reach import compiles_actions, is_only_client_code
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit

_SHORT_STRING = re.compile(
    rb"""(?:^|\{)[ \t]*['"](?!use (?:client|server|strict|cache)['"])(?:[^'"\r\n]{8,11}|use cache[^'"\r\n]*)['"]""",
    re.MULTILINE,
)


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use") or not _may_be_one(view) or not compiles_actions(view):
        return
    for each in string_statements(view.module):
        meant = _meant(view, each)
        if each.is_in_parentheses or meant is None:
            continue
        quote = view.source.text(each.directive.span)[:1]
        fix = Fix(
            f'Change it to "{meant}"',
            (Edit(each.directive.span, f"{quote}{meant}{quote}"),),
            is_preferred=True,
            is_safe=each.text != "use action" and not meant.startswith("use cache:"),
        )
        message = f'Did you mean "{meant}"? "{each.text}" is not a supported directive name.'
        can_be_fixed = each.is_first and "<" not in meant
        yield Finding(each.directive.span, message, (fix,) if can_be_fixed else ())


def _meant(view: FileView, each: StringStatement) -> str | None:
    """The directive that Next.js takes a string for; None when it is one, or none at all."""
    text = each.text
    if is_near(text, "use server") or text == "use action":
        return "use server"
    if view.app.is_before(15) or text == "use cache" or is_cache(text):
        return None
    if text.startswith("use cache"):
        if not each.is_first or (each.function is not None and is_only_client_code(view)):
            return None
        return f"use cache: {text.removeprefix('use cache').lstrip(': ') or '<cache-kind>'}"
    return "use cache" if is_near(text, "use cache") else None


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

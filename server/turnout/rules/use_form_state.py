"""`useFormState` of react-dom, which React 19 calls `useActionState`.

The App Router runs on React 19 since Next.js 15, and the console says: `ReactDOM.useFormState has been renamed to
React.useActionState.` The new one comes from `react` and tells as its third value whether the action is running.

## Bad

```tsx app/form.tsx
'use client';
import { useFormState } from 'react-dom';

export function Form({ action }) {
  const [text, submit] = useFormState(action, '');
  return <form action={submit}>{text}</form>;
}
```

## Good

```tsx app/form.tsx
'use client';
import { useActionState } from 'react';

export function Form({ action }) {
  const [text, submit] = useActionState(action, '');
  return <form action={submit}>{text}</form>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.rules.edits import insert, without_specifier
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit

_OLD, _NEW = "useFormState", "useActionState"


def check(view: FileView) -> Iterator[Finding]:
    if view.app.is_before(15) or view.app.app_dir is None or not view.has(b"useFormState"):
        return
    module = view.module
    if view.role in ("pages-page", "pages-special"):
        return  # The Pages Router may still run on React 18.
    for statement in module.body:
        if not isinstance(statement, c.Import) or statement.source.value != "react-dom" or statement.type_only:
            continue
        for each in statement.specifiers:
            if each.imported == _OLD and not each.type_only:
                message = (
                    "ReactDOM.useFormState has been renamed to React.useActionState. It comes from `react`, and its "
                    "third value tells whether the action is running."
                )
                yield Finding(each.span, message, tuple(_fixes(module, statement, each)))


def _fixes(module: Module, statement: c.Import, specifier: c.ImportSpecifier) -> Iterator[Fix]:
    binding = module.scopes.binding(specifier.local)
    if binding is None or _NEW in module.top_level:
        return
    has_alias = specifier.local.name != _OLD
    if _NEW in module.import_of and has_alias:
        return
    edits: list[Edit] = []
    if not has_alias:
        edits += [Edit(reference.span, _NEW) for reference in binding.references]
    written = f"{_NEW} as {specifier.local.name}" if has_alias else _NEW
    style = Style.of(module.source)
    known = module.import_of.get(_NEW)
    react = next(
        (each for each in module.body if isinstance(each, c.Import) and each.source.value == "react"
         and not each.type_only and any(one.imported not in ("*", "default") for one in each.specifiers)), None,
    )  # fmt: skip
    if known is None and react is None and len(statement.specifiers) == 1:
        edits += [Edit(specifier.span, written), Edit(statement.source.span, style.string("react"))]
    else:
        if len(statement.specifiers) == 1:
            edits += removed(module.source, [statement.span])
        else:
            edits.append(without_specifier(module, specifier.span))
        if known is None and react is not None:
            edits.append(insert(react.specifiers[-1].span.end, f", {written}"))
        elif known is None:
            line = style.statement(f"import {style.braces(written)} from {style.string('react')}")
            edits.append(insert(statement.span.start, f"{line}{module.source.newline}"))
    yield Fix("Use useActionState", tuple(edits), is_preferred=True, is_safe=True)


RULE = Rule(
    code="use-form-state",
    severity="warning",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/guides/upgrading/version-15",
)

"""A comment that silences a rule where the rule has nothing to say.

`// turnout-ignore-next-line code -- reason` silences one rule on the line below, `// turnout-ignore-file code --
reason` in the whole file. When the mistake is gone, or the code is misspelt, the comment only misleads: take it out.

## Bad

```ts app/actions.ts
'use server';

import { revalidateTag } from 'next/cache';

export async function refreshTasks() {
  // turnout-ignore-next-line revalidatetag-one-argument -- old data for a moment will do
  revalidateTag('tasks', 'max');
}
```

## Good

```ts app/actions.ts
'use server';

import { revalidateTag } from 'next/cache';

export async function refreshTasks() {
  // turnout-ignore-next-line revalidatetag-one-argument -- old data for a moment will do
  revalidateTag('tasks');
}
```
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from turnout.rules.ignores import Ignore
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import removed
from turnout.text.edits import Edit
from turnout.text.source import SourceFile
from turnout.text.span import Span


def check(view: FileView) -> Iterator[Finding]:
    """Asked last and otherwise: see ``unused``."""
    yield from ()


def unused(
    ignores: Iterable[Ignore], used: Iterable[Ignore], view: FileView, codes: Iterable[str]
) -> Iterator[Finding]:
    """The codes in comments that silenced nothing, though their rules were asked."""
    known = set(codes)
    for each in ignores:
        if each in used:
            continue
        fix = _taken_out(view.source, each)
        if each.code not in known:
            near = difflib.get_close_matches(each.code, known, 1)
            if near:
                fix = Fix(f"Change it to {near[0]}", (Edit(each.span, near[0]),), is_preferred=True)
            hint = f" Did you mean `{near[0]}`?" if near else ""
            yield Finding(each.span, f"Turnout has no rule `{each.code}`.{hint}", (fix,))
        elif view.project.settings.severity(each.code, "error") is not None and view.project.is_complete:
            message = f"`{each.code}` has nothing to say here: the comment silences nothing."
            yield Finding(each.span, message, (fix,), is_unnecessary=True)


def _taken_out(source: SourceFile, ignore: Ignore) -> Fix:
    """The comment, or its one code when the others are of use."""
    if ignore.others:
        # Its comma goes too: the one before it, or the one behind the first code.
        start, end = ignore.span
        before = source.data[ignore.comment.start : start].rstrip(b" \t")
        if before.endswith(b","):
            start = ignore.comment.start + len(before) - 1
        else:
            after = source.data[end : ignore.comment.end]
            end += len(after) - len(after.lstrip(b" \t,"))
        return Fix(f"Take {ignore.code} out", (Edit(Span(start, end), ""),), is_preferred=True, is_safe=True)
    comment = ignore.comment
    if source.data[comment.start - 1 : comment.start] == b"{" and source.data[comment.end : comment.end + 1] == b"}":
        comment = Span(comment.start - 1, comment.end + 1)  # {/* … */}
    return Fix("Take the comment out", removed(source, (comment,)), is_preferred=True, is_safe=True)


RULE = Rule(
    code="unused-ignore",
    severity="hint",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app",
)

"""A comment of a codemod that asks for a review.

Next.js's codemods leave `@next-codemod-error` where they could not tell what to do, for example at a `params` that goes
on to another function. As long as it is there, the compiler stops with `You have an unresolved @next/codemod comment
"…" that needs review.`

## Bad

```tsx app/page.tsx
export default function Page(props: object) {
  /* @next-codemod-error 'props' is passed as an argument. */
  return <p>{String(props)}</p>;
}
```

## Good

```tsx app/page.tsx
export default function Page(props: object) {
  /* @next-codemod-ignore */
  return <p>{String(props)}</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit
from turnout.text.span import Span

_WORD = "@next-codemod-error"


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"@next-codemod-error") or view.role in ("test", "next-config") or view.app.is_before(15):
        return
    for comment in view.module.comments:
        if _WORD not in comment.text:
            continue
        text = comment.text[2:-2] if comment.text.startswith("/*") else comment.text[2:]
        line = comment.text.splitlines()[0].rstrip()
        at = comment.span.start + len(comment.text.partition(_WORD)[0].encode())
        ignored = Edit(Span(at, at + len(_WORD)), "@next-codemod-ignore")
        said = text.replace(_WORD, "").strip().splitlines()
        yield Finding(
            Span(comment.span.start, comment.span.start + len(line.encode())),
            f'You have an unresolved @next/codemod comment "{said[0].strip() if said else ""}" that needs review. '
            "After review, either remove the comment if you made the necessary changes or replace "
            '"@next-codemod-error" with "@next-codemod-ignore" to bypass the build error if no action at this line can '
            "be taken.",
            (
                Fix("Remove the comment: the change is made", (Edit(comment.span, ""),)),
                Fix("Nothing is to be done: @next-codemod-ignore", (ignored,)),
            ),
        )


RULE = Rule(
    code="unresolved-codemod-comment",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/guides/upgrading/codemods",
)

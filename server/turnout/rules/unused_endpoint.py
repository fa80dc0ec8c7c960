"""An endpoint that nothing calls, and that nobody outside seems to need.

Callers outside of the project can't be seen, so this is said only where something speaks against them: the endpoint
asks for this app's own session while the app calls only its neighbours, or it is the sample of a new project.

## Bad

```ts pages/api/hello.ts
import type { NextApiRequest, NextApiResponse } from 'next';

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  res.status(200).json({ name: 'John Doe' });
}
```

```tsx pages/index.tsx
export default function Home() {
  return <p>Hello</p>;
}
```

## Good

```tsx pages/index.tsx
export default function Home() {
  return <p>Hello</p>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.project.entries import Entry
from turnout.rules.choice import called, reasons
from turnout.rules.rule import FileView, Finding, Rule
from turnout.verdicts import verdict_of


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "api-route"):
        return
    for entry in view.project.entries(view.path):
        if entry.kind != "server-action" and (reason := _reason(view, entry)):
            message = f"{called(entry)} seems unused. {reason} Callers outside of this project can't be seen."
            yield Finding(entry.span, message, is_unnecessary=True)


def _reason(view: FileView, entry: Entry) -> str:
    verdict = verdict_of(view.project, entry)
    return reasons(verdict) if verdict.answer == "unused" else ""


RULE = Rule(
    code="unused-endpoint",
    severity="hint",
    category="choice",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/route-handlers",
    needs_index=True,
)

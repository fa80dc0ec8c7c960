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

from turnout.rules.rule import FileView, Finding, Rule
from turnout.verdicts import verdict_of
from turnout.verdicts.saying import said


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "api-route"):
        return
    for entry in view.project.entries(view.path):
        verdict = verdict_of(view.project, entry)
        if entry.kind != "server-action" and verdict.answer == "unused":
            # That nothing calls it is said already: the last reason tells what is special about this one.
            reason = [each.text for each in verdict.reasons if each.weight > 0][-1]
            message = f"{said(verdict)}. {reason} Callers outside of this project can't be seen."
            yield Finding(entry.span, message, is_unnecessary=verdict.confidence != "low")


RULE = Rule(
    code="unused-endpoint",
    severity="hint",
    category="choice",
    check=check,
    docs="https://nextjs.org/docs/app/getting-started/route-handlers",
    needs_index=True,
)

"""`forbidden()` or `unauthorized()` in an app that has not switched them on.

They are experimental: without `experimental.authInterrupts` in next.config they throw `` `forbidden()` is experimental
and only allowed to be enabled when `experimental.authInterrupts` is enabled``, and who was to get 401 or 403 gets 500.

## Bad

```ts app/api/admin/route.ts
import { forbidden } from 'next/navigation';

export async function GET() {
  forbidden();
}
```

## Good

```js next.config.mjs
export default { experimental: { authInterrupts: true } };
```

```ts app/api/admin/route.ts
import { forbidden } from 'next/navigation';

export async function GET() {
  forbidden();
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.next_api import NAVIGATION, imported_name
from turnout.rules.rule import FileView, Finding, Rule

_ALLOWED = {"forbidden": "enabled", "unauthorized": "used"}
_STATUS = {"forbidden": 403, "unauthorized": 401}


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not (view.has(b"forbidden") or view.has(b"unauthorized")):
        return
    config = view.app.config
    if config.auth_interrupts or view.app.is_before(15, 1) or not view.has(NAVIGATION.encode()):
        return
    if not config.is_known("experimental.authInterrupts") or not config.is_known("experimental"):
        return
    for code in view.module.everything:
        name = imported_name(view.module, code.callee, NAVIGATION) if isinstance(code, c.Call) else None
        if isinstance(code, c.Call) and name in _ALLOWED:
            yield Finding(
                code.callee.span,
                f"`{name}()` is experimental and only allowed to be {_ALLOWED[name]} when "
                f"`experimental.authInterrupts` is enabled: without it the answer is 500, not {_STATUS[name]}. Set it "
                "to true in next.config.",
            )


RULE = Rule(
    code="auth-interrupts-off",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/config/next-config-js/authInterrupts",
)

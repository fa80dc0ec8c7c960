"""A signature is compared with `===`.

`===` stops at the first character that differs, so the time of the answer tells how much of a made-up signature was
right. `crypto.timingSafeEqual` compares two buffers of one length in constant time.

## Bad

```ts app/api/hook/route.ts
import { createHmac } from 'node:crypto';

export async function POST(request: Request) {
  const expected = createHmac('sha256', process.env.HOOK_SECRET ?? '').update(await request.text()).digest('hex');
  if (request.headers.get('x-signature') !== expected) return new Response('Wrong', { status: 401 });
  return new Response();
}
```

## Good

```ts app/api/hook/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';

export async function POST(request: Request) {
  const expected = createHmac('sha256', process.env.HOOK_SECRET ?? '').update(await request.text()).digest();
  const sent = Buffer.from(request.headers.get('x-signature') ?? '', 'hex');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return new Response('Wrong', { status: 401
  }); return new Response();
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"createHmac") or view.role == "test" or view.module.is_client_file:
        return
    for code in view.module.everything:
        match code:
            case c.Binary(operator="===" | "!==" | "==" | "!=", left=left, right=right):
                if any(isinstance(c.bare(side), c.Constant) for side in (left, right)):
                    continue
                if _is_hmac(view, left) or _is_hmac(view, right):
                    yield Finding(
                        code.span,
                        f"`{code.operator}` takes longer the more of a made-up signature is right, which can be "
                        f"measured. Compare with "
                        "`crypto.timingSafeEqual`, on two buffers of one length.",
                    )
            case _:
                pass


def _is_hmac(view: FileView, expression: c.Expression, depth: int = 4) -> bool:
    """``createHmac(…).update(…).digest('hex')``, also in a constant or after a prefix (`` `sha256=${…}` ``)."""
    if depth == 0:
        return False
    match c.bare(expression):
        case c.Call(callee=c.Member(object=below, name="digest" | "update" | "toString" | "toLowerCase")):
            return _is_hmac(view, below, depth)
        case c.Call(callee=callee):
            return c.last_name(callee) == "createHmac"
        case c.Template(values=values):
            return any(_is_hmac(view, value, depth - 1) for value in values)
        case c.Binary(operator="+", left=left, right=right):
            return _is_hmac(view, left, depth - 1) or _is_hmac(view, right, depth - 1)
        case c.Name() as name:
            binding = view.module.scopes.binding(name)
            if binding is None or binding.value is None or binding.pattern is not None or binding.kind == "parameter":
                return False
            return _is_hmac(view, binding.value, depth - 1)
        case _:
            return False


RULE = Rule(
    code="timing-unsafe-comparison",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#webhooks",
)

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
from turnout.model.callees import callee_of, returned_values
from turnout.model.module import Module
from turnout.project.effects import function_behind
from turnout.rules.rule import FileView, Finding, Rule

_KEEPS = frozenset({"digest", "update", "toString", "toLowerCase", "map", "join", "padStart"})


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not _may_compare(view) or view.module.is_client_file:
        return
    for code in view.module.everything:
        match code:
            case c.Binary(operator="===" | "!==" | "==" | "!=", left=left, right=right):
                if any(isinstance(c.bare(side), c.Constant) for side in (left, right)):
                    continue
                if any(_is_hmac(view, view.module, side) for side in (left, right)):
                    yield Finding(
                        code.span,
                        f"`{code.operator}` takes longer the more of a made-up signature is right, which can be "
                        f"measured. Compare with "
                        "`crypto.timingSafeEqual`, on two buffers of one length.",
                    )
            case _:
                pass


def _may_compare(view: FileView) -> bool:
    if view.has(b"createHmac") or view.has(b"subtle"):
        return True
    return view.role in ("route-handler", "api-route") and (view.has(b"ignature") or view.has(b"hmac"))


def _is_hmac(view: FileView, module: Module, expression: c.Expression, depth: int = 6) -> bool:
    """``createHmac(…).update(…).digest('hex')``, ``subtle.sign('HMAC', …)`` as a text; also in a constant, after a
    prefix (`` `sha256=${…}` ``), or made by a function of the project."""
    if depth == 0:
        return False
    match c.bare(expression):
        case c.Call(callee=c.Member(object=c.Name(name="Buffer"), name="from"), arguments=(first, *_)):
            return not isinstance(first, c.Spread) and _is_hmac(view, module, first, depth - 1)
        case c.Call(callee=c.Member(object=c.Name(name="Array"), name="from"), arguments=(first, *_)):
            return not isinstance(first, c.Spread) and _is_hmac(view, module, first, depth - 1)
        case c.New(callee=c.Name(name="Uint8Array"), arguments=(first, *_)):
            return not isinstance(first, c.Spread) and _is_hmac(view, module, first, depth - 1)
        case c.Call(callee=c.Member(object=below, name=name)) if name in _KEEPS:
            return _is_hmac(view, module, below, depth)
        case c.Call(callee=callee, arguments=arguments) as call:
            if c.last_name(callee) == "sign" and "subtle" in (c.dotted(callee) or ""):
                return bool(arguments) and "HMAC" in module.source.text(arguments[0].span)
            return c.last_name(callee) == "createHmac" or _makes_hmac(view, module, call, depth)
        case c.Await(value=value):
            return _is_hmac(view, module, value, depth)
        case c.Template(values=values):
            return any(_is_hmac(view, module, value, depth - 1) for value in values)
        case c.Binary(operator="+", left=left, right=right):
            return _is_hmac(view, module, left, depth - 1) or _is_hmac(view, module, right, depth - 1)
        case c.Name() as name:
            binding = module.scopes.binding(name)
            if binding is None or binding.value is None or binding.pattern is not None or binding.kind == "parameter":
                return False
            return _is_hmac(view, module, binding.value, depth - 1)
        case _:
            return False


def _makes_hmac(view: FileView, module: Module, call: c.Call, depth: int) -> bool:
    callee = callee_of(module, call.callee)
    behind = function_behind(view.project, module, callee) if callee is not None else None
    if behind is None:
        return False
    return any(_is_hmac(view, behind[0], value, depth - 2) for value in returned_values(behind[1]) if depth > 2)


RULE = Rule(
    code="timing-unsafe-comparison",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#webhooks",
    needs_index=True,
)

"""`response.json()` of an endpoint that answers without a body.

There is nothing to parse: `response.json()` throws `Unexpected end of JSON input`. Look at `response.ok` or at the
status, or let the endpoint send something.

## Bad

```ts app/api/ping/route.ts
export async function POST() {
  return new Response(null, { status: 204 });
}
```

```tsx app/ping.tsx
'use client';

export function Ping() {
  async function ping() {
    const response = await fetch('/api/ping', { method: 'POST' });
    console.log(await response.json());
  }
  return <button onClick={ping}>Ping</button>;
}
```

## Good

```ts app/api/ping/route.ts
export async function POST() {
  return new Response(null, { status: 204 });
}
```

```tsx app/ping.tsx
'use client';

export function Ping() {
  async function ping() {
    const response = await fetch('/api/ping', { method: 'POST' });
    console.log(response.ok);
  }
  return <button onClick={ping}>Ping</button>;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import returned_values
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.rules.rule import FileView, Finding, Related, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not view.has(b".json()") or not view.has(b"fetch"):
        return
    module = view.module
    calls: dict[tuple[int, int], c.Call] | None = None
    for target in view.project.targets(view.path):
        if target.request.how != "fetch" or len(target.routes) != 1 or len(target.entries) != 1 or not target.is_local:
            continue
        entry = target.entries[0]
        if entry.kind != "route-handler" or not _is_empty(view, entry):
            continue
        if calls is None:
            calls = {(each.span.start, each.span.end): each for each in module.everything if isinstance(each, c.Call)}
        call = calls.get((target.request.span.start, target.request.span.end))
        for parsed in _parsed(module, call) if call is not None else ():
            if _is_after_a_look(module, parsed):
                continue
            message = (
                f"{entry.symbol} {entry.url} answers without a body, so `json()` throws Unexpected end of JSON input. "
                "Look at `response.ok`, or send something there."
            )
            yield Finding(parsed.span, message, related=(Related(entry.path, entry.span, "Sends no body."),))


def _is_after_a_look(module: Module, parsed: c.Call) -> bool:
    """``if (!response.ok) (await response.json()).error``: only what an error or one status answers is parsed."""
    below: c.Code = parsed
    for above in module.ancestors(parsed):
        if isinstance(above, c.Function):
            return False
        if isinstance(above, (c.If, c.Conditional)) and above.test is not below:
            refuses = isinstance(above.test, c.Unary) and above.test.operator == "!"
            for part in c.walk(above.test):
                if isinstance(part, c.Member) and part.name == "status":
                    return True
                # 204 is ok, too.
                if isinstance(part, c.Member) and part.name == "ok" and (above.then is below) == refuses:
                    return True
        below = above
    return False


def _is_empty(view: FileView, entry: Entry) -> bool:
    """Whether everything that a handler returns is a Response without a body."""
    found = view.project.implementation(entry)
    if found is None or found[1].function is None or found[1].wrappers:
        return False
    values = list(returned_values(found[1].function))
    return bool(values) and all(_has_no_body(value) for value in values)


def _has_no_body(value: c.Expression) -> bool:
    match c.bare(value):
        case c.New(callee=c.Name(name="Response" | "NextResponse"), arguments=arguments):
            first = arguments[0] if arguments else None
            return first is None or (isinstance(first, c.Constant) and first.text in ("null", "undefined"))
        case _:
            return False


def _parsed(module: Module, call: c.Call) -> Iterator[c.Call]:
    """Where the answer of a ``fetch`` is parsed: awaited and kept, awaited in place, or in ``then``."""
    above = module.parents.get(id(call))
    match above:
        case c.Await():
            outer = module.parents.get(id(above))
            if isinstance(outer, c.Declarator) and isinstance(outer.pattern, c.Name):
                yield from _parsed_name(module, outer.pattern)
            elif outer is not None:
                yield from _json_call(module, above)
        case c.Member(name="then"):
            then = module.parents.get(id(above))
            first = then.arguments[0] if isinstance(then, c.Call) and then.arguments else None
            bare = c.bare(first) if first is not None else None
            if isinstance(bare, c.Function) and bare.parameters and isinstance(bare.parameters[0].pattern, c.Name):
                yield from _parsed_name(module, bare.parameters[0].pattern)
        case _:
            return


def _parsed_name(module: Module, name: c.Name) -> Iterator[c.Call]:
    binding = module.scopes.binding(name)
    for reference in binding.references if binding is not None and not binding.writes else ():
        yield from _json_call(module, reference)


def _json_call(module: Module, response: c.Code) -> Iterator[c.Call]:
    above = module.parents.get(id(response))
    if isinstance(above, c.Member) and above.object is response and above.name == "json":
        call = module.parents.get(id(above))
        if isinstance(call, c.Call) and call.callee is above:
            yield call


RULE = Rule(
    code="json-of-no-content",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route",
    needs_index=True,
)

"""An API route returns a value.

Nothing reads what an API route returns: `API handler should not return a value, received object.` Only `res` answers.

## Bad

```ts pages/api/hello.ts
export default function handler(req, res) {
  res.status(200).json({ hello: 'world' });
  return { hello: 'world' };
}
```

## Good

```ts pages/api/hello.ts
export default function handler(req, res) {
  res.status(200).json({ hello: 'world' });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.answers import api_gaps
from turnout.model.callees import returned_values
from turnout.model.endpoints import api_handler, is_edge, response_of
from turnout.model.module import Module
from turnout.model.plain import plain_kind
from turnout.rules.edits import insert
from turnout.rules.reach import resolver_of
from turnout.rules.rule import FileView, Finding, Fix, Rule

_TYPEOF: dict[str, str] = {
    "Object": "object",
    "Array": "object",
    "string": "string",
    "number": "number",
    "boolean": "boolean",
}


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "api-route":
        return
    module = view.module
    handler = api_handler(module) if not is_edge(module) else None
    if handler is None or handler.is_generator:
        return
    kinds = [(value, kind) for value in returned_values(handler) if (kind := plain_kind(module, value)) is not None]
    if not kinds:
        return
    gaps = api_gaps(module, handler, resolver_of(view))
    told = {id(gap.code) for gap in gaps if gap.how == "return"}
    is_unanswered = any(gap.how == "always" for gap in gaps)
    for value, kind in kinds:
        if id(module.parents.get(id(value))) in told:
            continue  # unanswered-request says what is worse: that nothing is sent.
        message = f"API handler should not return a value, received {_TYPEOF[kind]}: nothing reads it"
        if is_unanswered:
            yield Finding(
                value.span, f"{message}. Send it with `res.status(200).json(…)`.", tuple(_fixes(module, handler, value))
            )
        else:
            yield Finding(value.span, f"{message}, only `res` answers.", severity="information")


def _fixes(module: Module, handler: c.Function, value: c.Expression) -> Iterator[Fix]:
    response = response_of(module, handler)
    if response is not None and isinstance(module.parents.get(id(value)), c.Return):
        start, end = value.span
        edits = (insert(start, f"{response.name}.status(200).json("), insert(end, ")"))
        yield Fix(f"Send it with {response.name}", edits, is_preferred=True)


RULE = Rule(
    code="api-route-return-value",
    severity="warning",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/pages/building-your-application/routing/api-routes",
)

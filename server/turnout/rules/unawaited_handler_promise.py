"""An API route hands `res` to an async function and does not wait for it.

The handler is then over before the answer is sent: `next dev` warns `API resolved without sending a response for
/api/tasks, this may result in stalled requests.`, a serverless platform may stop the function in between, and an error
inside is an unhandled rejection. Await it, or return it.

## Bad

```ts pages/api/tasks.ts
async function list(res) {
  const answer = await fetch('https://example.com/tasks');
  res.status(200).json(await answer.json());
}

export default async function handler(req, res) {
  list(res);
}
```

## Good

```ts pages/api/tasks.ts
async function list(res) {
  const answer = await fetch('https://example.com/tasks');
  res.status(200).json(await answer.json());
}

export default async function handler(req, res) {
  await list(res);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.endpoints import api_handler, is_edge, response_of
from turnout.model.module import Module
from turnout.rules.edits import insert, made_async
from turnout.rules.reach import function_called
from turnout.rules.rule import FileView, Finding, Fix, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "api-route":
        return
    module = view.module
    handler = api_handler(module) if not is_edge(module) else None
    response = response_of(module, handler) if handler is not None else None
    if handler is None or response is None or handler.is_generator:
        return
    route = view.project.route(view.path)
    url = route.pattern if route is not None else "this route"
    for code in c.walk_own(handler):
        match code:
            case c.ExpressionStatement(expression=c.Call(arguments=arguments) as call):
                if not any(isinstance(each, c.Name) and module.scopes.binding(each) is response for each in arguments):
                    continue
                found = function_called(view.project, module, call)
                if found is None or not found[1].is_async or not _waits(found[1]):
                    continue
                name = module.source.text(call.callee.span)
                message = (
                    f"API resolved without sending a response for {url}, this may result in stalled requests: `{name}` "
                    "is async, and the handler is over before it answers. Await it."
                )
                yield Finding(call.span, message, tuple(_fixes(module, handler, call)))
            case _:
                pass


def _waits(function: c.Function) -> bool:
    """Whether something in it takes time: up to its first ``await`` an async function runs like any other."""
    return any(
        isinstance(code, c.Await) or (isinstance(code, c.ForEach) and code.is_await) for code in c.walk_own(function)
    )


def _fixes(module: Module, handler: c.Function, call: c.Call) -> Iterator[Fix]:
    asynced = made_async(module, handler)
    if asynced is not None:
        yield Fix("Await it", (*asynced, insert(call.span.start, "await ")), is_preferred=True, is_safe=True)


RULE = Rule(
    code="unawaited-handler-promise",
    severity="warning",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/pages/building-your-application/routing/api-routes",
)

"""`after()` where it can't work, or with something that it can't wait for.

`after` runs work when the answer is sent. It takes a function or a promise: `after(log())` calls `log` at once, and if
that gives nothing back throws `` `after()`: Argument must be a promise or a function``. It needs a request of the App
Router, so at the top of a file it throws, too. While a page renders the work may not ask for `cookies()` or
`headers()`: read them before.

## Bad

```ts app/api/tasks/route.ts
import { after } from 'next/server';

function log(text: string) {
  console.log(text);
}

export async function POST() {
  after(log('created'));
  return new Response(null, { status: 201 });
}
```

## Good

```ts app/api/tasks/route.ts
import { after } from 'next/server';

function log(text: string) {
  console.log(text);
}

export async function POST() {
  after(() => log('created'));
  return new Response(null, { status: 201 });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import returned_values
from turnout.model.module import directives_of
from turnout.model.next_api import HEADERS, SERVER, imported_name
from turnout.model.values import typeof
from turnout.rules.edits import insert
from turnout.rules.reach import function_called
from turnout.rules.rule import FileView, Finding, Fix, Rule

_NAMES = ("after", "unstable_after")


def check(view: FileView) -> Iterator[Finding]:
    if view.role in ("test", "api-route") or not view.has(b"after(") or not view.has(SERVER.encode()):
        return
    for code in view.module.everything:
        if isinstance(code, c.Call) and (name := imported_name(view.module, code.callee, SERVER)) in _NAMES:
            yield from _call(view, code, name or "after")


def _call(view: FileView, call: c.Call, name: str) -> Iterator[Finding]:
    module = view.module
    if module.function_around(call) is None:
        yield Finding(
            call.callee.span,
            f"`{name}` was called outside a request scope: at the top of a file there is no request, and the file "
            "can't be loaded. Call it in a route handler, an action or a component.",
        )
        return
    task = call.arguments[0] if call.arguments else None
    if task is None or isinstance(task, c.Spread):
        if not call.arguments:
            yield Finding(call.span, f"`{name}()`: Argument must be a promise or a function.")
        return
    if _is_nothing(view, task):
        fixes: tuple[Fix, ...] = ()
        if isinstance(task, c.Call):
            fixes = (Fix("Give it a function", (insert(task.span.start, "() => "),), is_preferred=True, is_safe=True),)
        why = "This is called at once, and gives nothing back." if isinstance(task, c.Call) else "This is neither."
        yield Finding(task.span, f"`{name}()`: Argument must be a promise or a function. {why}", fixes)
    elif isinstance(task, c.Function) and view.role in ("page", "layout") and not _is_in_action(view, call):
        yield from _reads(view, task, name)


def _is_nothing(view: FileView, task: c.Expression) -> bool:
    """Neither a function nor a promise."""
    found = typeof(view.module, task)
    if found is not None:
        return found != "object" or isinstance(c.bare(task), (c.Object, c.Array))  # `new Promise(…)` is an object, too.
    if not isinstance(task, c.Call):
        return False
    called = function_called(view.project, view.module, task)
    if called is None:
        return False
    function = called[1]
    if function.is_async or function.is_generator or not isinstance(function.body, c.Block):
        return False
    return not any(True for _ in returned_values(function))


def _is_in_action(view: FileView, call: c.Call) -> bool:
    functions = (above for above in view.module.ancestors(call) if isinstance(above, c.Function))
    return any(each.text == "use server" for function in functions for each in directives_of(function))


def _reads(view: FileView, task: c.Function, name: str) -> Iterator[Finding]:
    route = view.project.route(view.path)
    shown = f'Route "{route.pattern}"' if route is not None else "This"
    for code in c.walk(task):
        if isinstance(code, c.Call):
            read = imported_name(view.module, code.callee, HEADERS)
            if read in ("cookies", "headers"):
                yield Finding(
                    code.span,
                    f"{shown} used `{read}()` inside `{name}()` while rendering, which throws. Read it before, and use "
                    "what you got.",
                )


RULE = Rule(
    code="misused-after",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/after",
)

"""`redirect()` or `notFound()` is caught by its own `try`.

These functions work by throwing an error that Next.js catches further up. Inside a `try` the `catch` gets it first:
the redirect does not happen, and what is shown or logged is `NEXT_REDIRECT`. Call them after the `try`, or let
`unstable_rethrow(error)` be the first thing in the `catch`.

A `catch` that throws the error again, and a `try` with only a `finally`, are fine.

## Bad

```ts app/actions.ts
'use server';

import { redirect } from 'next/navigation';

export async function order(data: FormData) {
  try {
    await fetch('https://example.com', { method: 'POST', body: data });
    redirect('/thanks');
  } catch (error) {
    console.error(error);
  }
}
```

## Good

```ts app/actions.ts
'use server';

import { redirect } from 'next/navigation';

export async function order(data: FormData) {
  try {
    await fetch('https://example.com', { method: 'POST', body: data });
  } catch (error) {
    console.error(error);
    return;
  }
  redirect('/thanks');
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.next_api import NAVIGATION, interrupt
from turnout.rules.let_out import error_name, let_out
from turnout.rules.reach import function_called
from turnout.rules.rule import FileView, Finding, Related, Rule
from turnout.text.span import Span

_MARKS = {
    "redirect": "NEXT_REDIRECT", "permanentRedirect": "NEXT_REDIRECT", "notFound": "NEXT_HTTP_ERROR_FALLBACK;404",
    "forbidden": "NEXT_HTTP_ERROR_FALLBACK;403", "unauthorized": "NEXT_HTTP_ERROR_FALLBACK;401",
}  # fmt: skip
_RETHROWERS = (
    "rethrow", "isredirecterror", "isnotfounderror", "ishttpaccessfallbackerror", "isnextroutererror", "next_redirect",
    "next_not_found", "next_http_error_fallback", "digest", "isnext",
)  # fmt: skip
_LOGGERS = frozenset(
    {"log", "error", "warn", "info", "debug", "trace", "captureException", "captureMessage", "captureError", "capture",
     "String", "report", "reportError", "logError", "getErrorMessage", "stringify", "json", "message", "setError",
     "push", "toString", "includes", "startsWith", "track", "fatal", "dismiss", "success", "revalidatePath",
     "revalidateTag", "isAxiosError"}
)  # fmt: skip


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(NAVIGATION.encode()) or not view.has(b"catch"):
        return
    module = view.module
    fixed: set[int] = set()
    for statement in module.body:
        for code in c.walk(statement):
            if isinstance(code, c.Call) and (name := interrupt(module, code)) is not None:
                caught = _caught_by(view, code)
                if caught is not None and not _does_the_same(module, code, caught):
                    yield _finding(view, code, name, caught, is_first=id(caught) not in fixed)
                    fixed.add(id(caught))


def _finding(view: FileView, call: c.Call, name: str, caught: c.Try, *, is_first: bool) -> Finding:
    module = view.module
    assert caught.handler is not None
    between = Span(caught.block.span.end, caught.handler.span.start)
    at = module.source.data.find(b"catch", between.start, between.end)
    span = Span(at, at + len("catch")) if at >= 0 else caught.handler.span
    what = {"redirect": "the redirect", "permanentRedirect": "the redirect"}.get(name, "it")
    advice = f"Call it after the `try`, or begin the `catch` with `unstable_rethrow({error_name(caught)})`."
    if view.app.is_before(15):
        advice = "Call it after the `try`, or throw the error again in the `catch`."
    return Finding(
        Span(call.span.start, call.callee.span.end),
        f"`{module.source.text(call.callee.span)}()` throws {_MARKS[name]}, and the `catch` of its own `try` swallows "
        f"it: {what} never happens. {advice}",
        tuple(let_out(view, call, caught)),
        (Related(view.path, span, f"Catches what `{name}()` throws."),),
    )


def _caught_by(view: FileView, call: c.Call) -> c.Try | None:
    """The ``try`` whose ``catch`` surely keeps what the call throws; None when something throws it on."""
    module = view.module
    below: c.Code = call
    for above in module.ancestors(call):
        if isinstance(above, (c.Function, c.ClassMember)):
            return None
        if isinstance(above, c.Try) and above.block is below:
            if above.handler is not None:
                return above if _swallows(view, above) else None
            if above.finalizer is not None and any(isinstance(each, c.Return) for each in above.finalizer.body):
                return None
        below = above
    return None


def _swallows(view: FileView, caught: c.Try) -> bool:
    module = view.module
    handler = caught.handler
    assert handler is not None
    errors = (
        {id(module.scopes.binding(name)) for name in c.bound_names(caught.parameter)}
        if caught.parameter
        else set[int]()
    )
    for code in c.walk(handler):
        match code:
            case c.Name(name=name) if name.lower().startswith(_RETHROWERS) or "rethrow" in name.lower():
                return False
            case c.Member(name=name) if name.lower().startswith(_RETHROWERS):
                return False
            case c.String(value=value) if value.lower().startswith(_RETHROWERS):
                return False
            case c.Throw(value=value) if value is not None and _mentions(module, value, errors, plain=True):
                return False
            case c.Call() if _mentions_argument(module, code, errors) and _may_throw_on(view, code):
                return False
            case _:
                pass
    return True


def _does_the_same(module: Module, call: c.Call, caught: c.Try) -> bool:
    """``catch { notFound() }`` around ``notFound()``: caught or not, it ends in the same place."""
    match caught.handler.body[-1:] if caught.handler is not None else ():
        case (c.ExpressionStatement(expression=last),) | (c.Return(value=c.Call() as last),):
            return module.source.text(c.bare(last).span) == module.source.text(call.span)
        case _:
            return False


def _mentions(module: Module, code: c.Code, errors: set[int], *, plain: bool) -> bool:
    """Whether the caught error itself is meant; ``new Error(error.message)`` is another one."""
    bare = c.bare(code) if plain else code  # type: ignore[arg-type]
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        return binding is not None and (id(binding) in errors or _is_alias(module, binding.value, errors))
    if isinstance(bare, (c.Conditional, c.Binary)):
        return any(_mentions(module, each, errors, plain=False) for each in c.children(bare))
    return False


def _is_alias(module: Module, value: c.Expression | None, errors: set[int]) -> bool:
    bare = c.bare(value) if value is not None else None
    binding = module.scopes.binding(bare) if isinstance(bare, c.Name) else None
    return binding is not None and id(binding) in errors


def _mentions_argument(module: Module, call: c.Call, errors: set[int]) -> bool:
    return any(_mentions(module, each, errors, plain=not isinstance(each, c.Spread)) for each in call.arguments)


def _may_throw_on(view: FileView, call: c.Call) -> bool:
    """Whether a function that is given the error may throw it again: unknown ones may, loggers don't."""
    name = (c.dotted(call.callee) or "").rpartition(".")[2] or (
        call.callee.name if isinstance(call.callee, c.Member) else ""
    )
    found = function_called(view.project, view.module, call)
    if found is not None:
        return any(
            isinstance(code, c.Throw) or (isinstance(code, c.Name) and "rethrow" in code.name.lower())
            for code in c.walk(found[1])
        )
    return name not in _LOGGERS


RULE = Rule(
    code="redirect-in-try",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/functions/redirect#behavior",
)

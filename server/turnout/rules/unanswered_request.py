"""A handler has a way through it that never answers.

An API route answers by `res.json()`, `res.send()`, `res.end()` or `res.redirect()`. Where a branch does none of them
the browser waits until it gives up; `next dev` warns with `API resolved without sending a response for /api/x, this
may result in stalled requests.`, a production server says nothing. A route handler answers by returning a `Response`:
where it returns nothing Next.js throws `No response is returned from route handler` and answers 500.

Turnout looks at every way through the handler: branches without an answer, methods that nobody thought of, a `catch`
that only logs, a promise that nobody awaits, a `Response` that is made and not returned. It is silent where something
else gets `res` and may answer.

## Bad

```ts pages/api/tasks.ts
export default async function handler(req, res) {
  if (req.method === 'POST') {
    res.status(201).json({ created: true });
  }
}
```

```ts app/api/hello/route.ts
export async function GET() {
  Response.json({ hello: 'world' });
}
```

## Good

```ts pages/api/tasks.ts
export default async function handler(req, res) {
  if (req.method === 'POST') {
    return res.status(201).json({ created: true });
  }
  res.status(405).end();
}
```

```ts app/api/hello/route.ts
export async function GET() {
  return Response.json({ hello: 'world' });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.actions import name_site
from turnout.model.answers import Gap, api_gaps, handler_gaps
from turnout.model.endpoints import pages_answer, response_of
from turnout.model.flow import Turn
from turnout.model.handler import is_method, unwrap
from turnout.model.module import Module
from turnout.model.requests import METHODS
from turnout.model.strings import literal
from turnout.rules.edits import made_async
from turnout.rules.reach import resolver_of
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "api-route":
        yield from _api_route(view)
    elif view.role == "route-handler":
        yield from _route_handler(view)


# ------------------------------------------------------------------ pages/api


def _api_route(view: FileView) -> Iterator[Finding]:
    module = view.module
    export = module.export("default")
    if export is None or is_edge(module) or _is_answered_elsewhere(module):
        return
    behind = unwrap(module, export.value)
    function = behind.function
    if function is None or behind.wrappers:
        return
    route = view.project.route(view.path)
    quote = (
        f"API resolved without sending a response for {route.pattern if route is not None else 'this route'}, "
        "this may result in stalled requests."
    )
    for gap in api_gaps(module, function, resolver_of(view)):
        yield _api_finding(module, function, gap, quote)


def _api_finding(module: Module, function: c.Function, gap: Gap, quote: str) -> Finding:
    match gap:
        case Gap(how="always"):
            span = name_site(module, function)
            return Finding(span, f"{quote} Nothing here answers: end with `res.status(…).json(…)`.", severity="error")
        case Gap(how="not-awaited", code=c.Call() as call):
            message = f"{quote} The handler is over before this promise is: await it."
            return Finding(_first_line(module, call.span), message, tuple(_awaited(module, function, call)))
        case Gap(how="return", code=c.Return() as statement):
            return Finding(statement.span, f"{quote} This way out sends nothing, so the browser waits in vain.")
        case _:
            turn = gap.turn
            assert turn is not None
            other = _other_methods(module, function, turn)
            if other is not None:
                message = f"{quote} Nothing answers {other}: end them with `res.status(405).end()`."
                return Finding(_place(module, turn), message, tuple(_method_fix(module, function, turn)))
            return Finding(_place(module, turn), f"{quote} {_when(module, turn)} nothing is sent.")


def is_edge(module: Module) -> bool:
    """``export const config = { runtime: 'edge' }``: there the handler returns a Response."""
    for name in ("config", "runtime"):
        export = module.export(name)
        value = c.bare(export.value) if export is not None and export.value is not None else None
        if isinstance(value, c.Object):
            value = value.get("runtime")
        if isinstance(value, c.String) and "edge" in value.value:
            return True
    return False


def _is_answered_elsewhere(module: Module) -> bool:
    """``export const config = { api: { externalResolver: true } }``; also when the config can't be read."""
    export = module.export("config")
    if export is None:
        return False
    value = c.bare(export.value) if export.value is not None else None
    api = value.get("api") if isinstance(value, c.Object) else None
    if not isinstance(value, c.Object) or any(isinstance(each, c.Spread) for each in value.members):
        return True
    return isinstance(api, c.Object) and (
        api.get("externalResolver") is not None or any(isinstance(each, c.Spread) for each in api.members)
    )


def _awaited(module: Module, function: c.Function, call: c.Call) -> Iterator[Fix]:
    at = call.span.start
    if function.is_async:
        yield Fix("Await it", (Edit(Span(at, at), "await "),), is_preferred=True, is_safe=True)
        return
    last = function.statements[-1] if function.statements else None
    if isinstance(last, c.ExpressionStatement) and c.bare(last.expression) is call:
        yield Fix("Return it", (Edit(Span(at, at), "return "),), is_preferred=True, is_safe=True)
        return
    asynced = made_async(module, function)
    if asynced is not None and module.function_around(call) is function:
        yield Fix("Await it", (*asynced, Edit(Span(at, at), "await ")), is_preferred=True, is_safe=True)


def _other_methods(module: Module, function: c.Function, turn: Turn) -> str | None:
    """``if (req.method === 'POST')`` without else, a ``switch`` over the method without default."""
    match turn:
        case Turn(kind="no-else", code=c.If(test=c.Binary(operator="===" | "==", left=left, right=right))):
            method = literal(module, right) if is_method(module, function, left) else None
            if method is None and is_method(module, function, right):
                method = literal(module, left)
            return f"requests with another method than {method}" if method is not None else None
        case Turn(kind="no-case", code=c.Switch(subject=subject)) if is_method(module, function, subject):
            return "requests with another method than these"
        case _:
            return None


def _method_fix(module: Module, function: c.Function, turn: Turn) -> Iterator[Fix]:
    source = module.source
    response = response_of(module, function)
    if response is None:
        return
    style, end = Style.of(source), source.newline
    indent, step = source.indent_at(turn.code.span.start), style.unit
    answer = style.statement(f"{response.name}.status(405).end()")
    match turn.code:
        case c.If(then=c.Block(span=span, body=body)):
            inner = source.indent_at(body[0].span.start) if body else indent + step
            text = f" else {{{end}{inner}{answer}{end}{indent}}}"
            yield Fix("Answer other methods with 405", (Edit(Span(span.end, span.end), text),))
        case c.Switch(cases=cases, span=span) if cases:
            inner = source.indent_at(cases[0].span.start)
            body = source.indent_at(cases[0].body[0].span.start) if cases[0].body else inner + step
            if inner == body:
                return
            brace = source.data.rfind(b"}", span.start, span.end)
            line = source.lines.line_span(source.lines.line_of(brace))[0]
            last = cases[-1].body[-1] if cases[-1].body else None
            leave = "" if isinstance(last, (c.Return, c.Break, c.Throw)) else f"{body}{style.statement('break')}{end}"
            text = f"{leave}{inner}default:{end}{body}{answer}{end}"
            yield Fix("Answer other methods with 405", (Edit(Span(line, line), text),))
        case _:
            return


# -------------------------------------------------------------- route handlers


def _route_handler(view: FileView) -> Iterator[Finding]:
    module = view.module
    seen: set[int] = set()
    for export in module.exports:
        if export.name not in METHODS or export.is_type or export.source is not None:
            continue
        behind = unwrap(module, export.value)
        function = behind.function
        if function is None or behind.wrappers or id(function) in seen:
            continue
        seen.add(id(function))
        if pages_answer(module, function) is not None:
            continue  # Written as for pages/api: another rule says so.
        for gap in handler_gaps(module, function, resolver_of(view)):
            if not _is_for_other_addresses(view, gap):
                yield _handler_finding(module, function, gap, export.name)


def _is_for_other_addresses(view: FileView, gap: Gap) -> bool:
    """``if (request.nextUrl.pathname !== '/api/font') return``, in the handler of /api/font."""
    module, route = view.module, view.project.route(view.path)
    above = next((each for each in module.ancestors(gap.code) if isinstance(each, c.If)), None) if gap.code else None
    match above.test if above is not None else None:
        case c.Binary(operator="!==" | "!=", left=c.Member(name="pathname"), right=c.String(value=address)):
            return route is not None and route.pattern == address
        case _:
            return False


def _handler_finding(module: Module, function: c.Function, gap: Gap, method: str) -> Finding:
    quote = "No response is returned from route handler: Expected a Response object but received 'undefined'."
    match gap:
        case Gap(how="always"):
            message = f"{quote} Nothing in `{method}` returns a `Response`, so every request is answered with 500."
            return Finding(name_site(module, function), message, severity="error")
        case Gap(how="not-returned", code=c.ExpressionStatement() as statement):
            at = statement.span.start
            is_last = function.statements[-1] is statement
            fix = Fix("Return it", (Edit(Span(at, at), "return "),), is_preferred=True, is_safe=is_last)
            message = f"{quote} This `Response` is made and thrown away: return it."
            return Finding(_first_line(module, statement.expression.span), message, (fix,), severity="error")
        case Gap(how="return", code=c.Return(value=value) as statement):
            if value is not None:
                quote = quote.replace("'undefined'", f"'{module.source.text(value.span)}'")
            return Finding(statement.span, f"{quote} On this way out the request is answered with 500.")
        case _:
            turn = gap.turn
            assert turn is not None
            return Finding(
                _place(module, turn),
                f"{quote} {_when(module, turn)} the handler ends without a `Response`, and the request is answered "
                "with 500.",
            )


# ---------------------------------------------------------------------- places


def _when(module: Module, turn: Turn) -> str:
    match turn.kind:
        case "no-else":
            return "When this condition does not hold,"
        case "then":
            return "When this condition holds,"
        case "else":
            return "On this branch"
        case "case":
            return "In this case"
        case "no-case":
            return "When none of these cases fits,"
        case "catch":
            return "When the block above throws, the error is caught and"


def _place(module: Module, turn: Turn) -> Span:
    """What to underline for a turn: ``if (…)``, ``else``, ``case …``, ``catch (error)``, on one line."""
    data = module.source.data
    start, end = turn.at
    if turn.kind in ("else", "catch"):
        text = data[start:end]
        word = b"else" if turn.kind == "else" else b"catch"
        at = text.find(word)
        return Span(start + at, start + at + len(text[at:].rstrip())) if at >= 0 else _first_line(module, turn.at)
    return _first_line(module, turn.at)


def _first_line(module: Module, span: Span) -> Span:
    line = module.source.data[span.start : span.end].splitlines()[0] if span.end > span.start else b""
    return Span(span.start, span.start + len(line.rstrip()))


RULE = Rule(
    code="unanswered-request",
    severity="warning",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/pages/building-your-application/routing/api-routes",
)

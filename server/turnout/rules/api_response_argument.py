"""`res.redirect()` or `res.revalidate()` of an API route with arguments that they refuse.

`res.redirect` takes a URL, or a status and a URL, in this order, and both plain: a `URL` object throws `Invalid
redirect arguments.`, and a status that comes second is passed over. `res.revalidate` takes the path that people see:
`Invalid urlPath provided to revalidate(), must be a path e.g. /blog/post-1`.

## Bad

```ts pages/api/old.ts
import type { NextApiRequest, NextApiResponse } from 'next';

export default function handler(_req: NextApiRequest, res: NextApiResponse) {
  res.redirect('/new', 308);
}
```

## Good

```ts pages/api/old.ts
import type { NextApiRequest, NextApiResponse } from 'next';

export default function handler(_req: NextApiRequest, res: NextApiResponse) {
  res.redirect(308, '/new');
}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turnout.model import code as c
from turnout.model.endpoints import is_said_by, node_api_handler
from turnout.model.module import Module
from turnout.model.strings import texts
from turnout.model.values import typeof
from turnout.rules.edits import insert
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit

_REDIRECT = (
    "Invalid redirect arguments. Please use a single argument URL, or use a status code and URL, e.g. "
    "res.redirect(307, '/destination')."
)


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "api-route" or not (view.has(b".redirect(") or view.has(b".revalidate(")):
        return
    module = view.module
    handler = node_api_handler(module)
    if handler is None:
        return
    for code in c.walk(handler[0]):
        match code:
            case c.Call(callee=c.Member(object=below, name="redirect" | "revalidate" as name), arguments=arguments):
                if not is_said_by(module, below, handler[1]):
                    continue
                given = [each for each in arguments if not isinstance(each, c.Spread)]
                if len(given) < len(arguments):
                    continue
                yield from (_redirect if name == "redirect" else _revalidate)(view, code, given)
            case _:
                pass


def _redirect(view: FileView, call: c.Call, given: Sequence[c.Expression]) -> Iterator[Finding]:
    module = view.module
    kinds = [typeof(module, each) for each in given]
    text = view.source.text
    match kinds:
        case []:
            yield Finding(call.span, _REDIRECT)
        case ["number"]:
            yield Finding(given[0].span, f"{_REDIRECT} Here the URL is missing.")
        case ["string", "number", *_]:
            edits = (Edit(given[0].span, text(given[1].span)), Edit(given[1].span, text(given[0].span)))
            yield Finding(
                given[1].span,
                "The status comes first: `res.redirect(status, url)`. Here it is passed over, and 307 is sent.",
                (Fix("Put the status first", edits, is_preferred=True, is_safe=True),),
                severity="warning",
            )
        case ["string", *rest] if rest:
            literal = texts(module, given[0])
            if len(literal) == 1 and isinstance(literal[0][0], str) and literal[0][0].isdigit():
                message = f"The status is a number: with a text Next.js redirects to `{literal[0][0]}`."
                edit = Edit(given[0].span, literal[0][0])
                yield Finding(
                    given[0].span, message, (Fix("Make it a number", (edit,), is_preferred=True, is_safe=True),)
                )
        case [_, *rest]:
            wrong = next((each for each, kind in zip(given, kinds, strict=True) if kind == "object"), None)
            if wrong is not None and (wrong is given[0] or kinds[0] == "number"):
                yield Finding(wrong.span, f"{_REDIRECT} An object is neither: it throws.", tuple(_fixes(module, wrong)))
        case _:
            pass


def _fixes(module: Module, wrong: c.Expression) -> Iterator[Fix]:
    """``new URL('/x', base)`` has its text in ``href``."""
    match c.bare(wrong):
        case c.New(callee=c.Name(name="URL"), span=span) if span == wrong.span:
            edit = Edit(wrong.span, f"{module.source.text(wrong.span)}.href")
            yield Fix("Take its href", (edit,), is_preferred=True, is_safe=True)
        case _:
            return


def _revalidate(view: FileView, call: c.Call, given: Sequence[c.Expression]) -> Iterator[Finding]:
    if not given:
        yield Finding(call.span, f"{_invalid('undefined')} This throws.")
        return
    first = given[0]
    kind = typeof(view.module, first)
    if kind in ("object", "number", "boolean", "undefined"):
        yield Finding(first.span, f"{_invalid(view.source.text(first.span))} This throws.")
        return
    for text in texts(view.module, first):
        if isinstance(text[0], str) and text[0] and not text[0].startswith("/"):
            is_address = text[0].startswith(("http:", "https:"))
            advice = "Leave the origin out." if is_address else "It begins with a slash."
            fixes: tuple[Fix, ...] = ()
            if isinstance(first, (c.String, c.Template)) and not is_address:
                at = first.span.start + 1
                fixes = (Fix("Begin with a slash", (insert(at, "/"),), is_preferred=True),)
            yield Finding(first.span, f"{_invalid(text[0])} {advice}", fixes)
            return


def _invalid(received: str) -> str:
    return f"Invalid urlPath provided to revalidate(), must be a path e.g. /blog/post-1, received {received}."


RULE = Rule(
    code="api-response-argument",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/pages/building-your-application/routing/api-routes#response-helpers",
)

"""A webhook's signature is checked against a body that was parsed.

The sender signs the bytes that it sends. `request.json()`, and Next.js's body parser in pages/api, make an object of
them; what `JSON.stringify()` gives back need not be the same bytes, so good webhooks are refused: `No signatures
found matching the expected signature for payload`, or `Webhook payload must be provided as a string or a Buffer`.
Read the body with `await request.text()`; in pages/api switch the parser off and read the stream.

## Bad

```ts app/api/webhooks/stripe/route.ts
import { stripe } from '@/lib/stripe';

export async function POST(request: Request) {
  const body = await request.json();
  const signature = request.headers.get('stripe-signature') ?? '';
  const event = stripe.webhooks.constructEvent(body, signature, process.env.STRIPE_WEBHOOK_SECRET!);
  return Response.json({ received: event.id });
}
```

## Good

```ts app/api/webhooks/stripe/route.ts
import { stripe } from '@/lib/stripe';

export async function POST(request: Request) {
  const body = await request.text();
  const signature = request.headers.get('stripe-signature') ?? '';
  const event = stripe.webhooks.constructEvent(body, signature, process.env.STRIPE_WEBHOOK_SECRET!);
  return Response.json({ received: event.id });
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.body import body_read
from turnout.model.callees import callee_of
from turnout.model.endpoints import is_edge, request_of
from turnout.model.handler import unwrap
from turnout.model.module import Module
from turnout.model.requests import METHODS
from turnout.model.scope import Binding
from turnout.rules.edits import insert
from turnout.rules.raw_body import read_as_text
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.settings import Severity
from turnout.syntax.write import Style

_STRIPE = frozenset({"constructEvent", "constructEventAsync"})
_SVIX = frozenset({"svix", "standardwebhooks"})
_STREAM_READERS = frozenset({"micro", "raw-body"})
_PARSER = "export const config = { api: { bodyParser: false } }"


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "route-handler":
        yield from _route_handler(view)
    elif view.role == "api-route" and not is_edge(view.module):
        yield from _api_route(view.module)


# ------------------------------------------------------------- what is checked


@dataclass(frozen=True)
class _Payload:
    """What a signature is checked against."""

    value: c.Expression
    is_hash: bool
    """An HMAC made by hand: what is stringified again often has the same bytes, by luck."""


def _payloads(module: Module, function: c.Function) -> Iterator[_Payload]:
    for code in c.walk(function):
        match code:
            case c.Call(callee=c.Member(object=below, name=name) as callee, arguments=(first, *_)) if not isinstance(
                first, c.Spread
            ):
                if name in _STRIPE or (name == "verify" and _is_svix(module, callee)):
                    yield _Payload(first, False)
                elif name == "update" and _is_hmac(module, below) and _looks_at_signature(function):
                    yield _Payload(first, True)
            case _:
                pass


def _looks_at_signature(function: c.Function) -> bool:
    """Whether a header with a signature is read: an HMAC may also sign what is sent on."""
    for code in c.walk(function):
        match code:
            case (
                c.Call(callee=c.Member(name="get"), arguments=(c.String(value=header),))
                | c.Index(index=c.String(value=header))
            ):
                if re.search(r"signature|hmac|x-hub|digest", header, re.IGNORECASE):
                    return True
            case _:
                pass
    return False


def _is_svix(module: Module, callee: c.Member) -> bool:
    """``new Webhook(secret).verify(…)``, the object in a name or not."""
    found = callee_of(module, callee)
    return found is not None and found.source in _SVIX


def _is_hmac(module: Module, expression: c.Expression) -> bool:
    bare = c.bare(expression)
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        value = binding.value if binding is not None and binding.pattern is None else None
        return value is not None and not isinstance(c.bare(value), c.Name) and _is_hmac(module, value)
    return isinstance(bare, c.Call) and (c.dotted(bare.callee) or "").rpartition(".")[2] == "createHmac"


@dataclass(frozen=True)
class _Source:
    """Where a payload comes from: the call or member that gives it, and what was done on the way."""

    code: c.Expression
    binding: Binding | None
    stringify: c.Call | None


def _source(module: Module, value: c.Expression, depth: int = 6) -> _Source | None:
    if depth == 0:
        return None
    match c.bare(value):
        case c.Await(value=inner):
            return _source(module, inner, depth - 1)
        case c.Call(callee=callee, arguments=(first, *_)) as call if c.dotted(callee) == "JSON.stringify":
            found = _source(module, first, depth - 1)
            return _Source(found.code, found.binding, call) if found is not None else None
        case c.Name() as name:
            binding = module.scopes.binding(name)
            if binding is None or binding.value is None or binding.writes or binding.pattern is not None:
                return None
            found = _source(module, binding.value, depth - 1)
            return _Source(found.code, found.binding or binding, found.stringify) if found is not None else None
        case c.Call() | c.Member() as found:
            return _Source(found, None, None)
        case _:
            return None


# -------------------------------------------------------------- route handlers


def _route_handler(view: FileView) -> Iterator[Finding]:
    module = view.module
    seen: set[int] = set()
    for export in module.exports:
        function = unwrap(module, export.value).function if export.name in METHODS and not export.is_type else None
        request = request_of(module, function) if function is not None else None
        if function is None or request is None or id(function) in seen:
            continue
        seen.add(id(function))
        for payload in _payloads(module, function):
            source = _source(module, payload.value)
            read = body_read(module, source.code, request) if source is not None else None
            if source is None or read is None or read.how != "json":
                continue
            message = (
                "The signature is checked against a body that was parsed: the sender signed the bytes that it sent, "
                f"and they are gone. Read them with `await {read.request.name}.text()`, and parse them afterwards."
            )
            fixes = (
                tuple(read_as_text(module, read.call, source.binding, payload.value, source.stringify))
                if source.binding is not None
                else ()
            )
            yield Finding(payload.value.span, message, fixes, severity=_severity(payload))


def _severity(payload: _Payload) -> Severity | None:
    return "warning" if payload.is_hash else None


# ------------------------------------------------------------------- pages/api


def _api_route(module: Module) -> Iterator[Finding]:
    export = module.export("default")
    function = unwrap(module, export.value).function if export is not None else None
    request = request_of(module, function) if function is not None else None
    if function is None or request is None or _is_parser_off(module):
        return
    fixes = tuple(_parser_off(module))
    payloads = list(_payloads(module, function))
    for payload in payloads:
        source = _source(module, payload.value)
        if source is not None and _is_body(module, source.code, request):
            message = (
                "The signature is checked against a body that was parsed: the sender signed the bytes that it sent. "
                f"Switch the parser off with `{_PARSER}`, and read the stream."
            )
            yield Finding(payload.value.span, message, severity=_severity(payload))
    for code in c.walk(function) if payloads else ():
        if (place := _stream(module, code, request)) is not None:
            message = (
                "Next.js has parsed the body by now, so nothing is left in the stream and the signature can't be "
                f"right. Switch the parser off: `{_PARSER}`."
            )
            yield Finding(place.span, message, fixes)


def _is_body(module: Module, code: c.Expression, request: Binding) -> bool:
    """``req.body``"""
    if not isinstance(code, c.Member) or code.name != "body":
        return False
    below = c.bare(code.object)
    return isinstance(below, c.Name) and module.scopes.binding(below) is request


def _stream(module: Module, code: c.Code, request: Binding) -> c.Code | None:
    """``buffer(req)`` of micro, ``getRawBody(req)``, ``for await (const chunk of req)``"""
    match code:
        case c.Call(callee=c.Name() as callee, arguments=(c.Name() as first, *_)) if (
            module.scopes.binding(first) is request
        ):
            found = callee_of(module, callee)
            if found is None:
                return None
            if found.source in _STREAM_READERS:
                return code
            inner = module.top_level.get(found.name) if found.source is None else None
            return code if isinstance(inner, c.Function) and _reads_its_first(module, inner) else None
        case c.ForEach(is_await=True, source=c.Name() as source) if module.scopes.binding(source) is request:
            return source
        case _:
            return None


def _reads_its_first(module: Module, function: c.Function) -> bool:
    readable = request_of(module, function)
    return any(
        isinstance(code, c.ForEach)
        and code.is_await
        and isinstance(code.source, c.Name)
        and readable is not None
        and module.scopes.binding(code.source) is readable
        for code in c.walk_own(function)
    )


def _is_parser_off(module: Module) -> bool:
    """Whether the parser is off, or may be."""
    export = module.export("config")
    if export is None:
        return False
    value = c.bare(export.value) if export.value is not None else None
    if not isinstance(value, c.Object) or any(isinstance(each, c.Spread) for each in value.members):
        return True
    if value.get("api") is None:
        return False
    parser = _body_parser(module)
    return parser is not None and not (isinstance(parser.value, c.Constant) and parser.value.text == "true")


def _body_parser(module: Module) -> c.Property | None:
    export = module.export("config")
    value = c.bare(export.value) if export is not None and export.value is not None else None
    api = value.get("api") if isinstance(value, c.Object) else None
    bare = c.bare(api) if api is not None else None
    for member in bare.members if isinstance(bare, c.Object) else ():
        if isinstance(member, c.Property) and member.key == "bodyParser":
            return member
    return None


def _parser_off(module: Module) -> Iterator[Fix]:
    if module.export("config") is not None:
        return
    source = module.source
    style = Style.of(source)
    end = len(source.data.rstrip())
    line = style.statement(_PARSER)
    yield Fix("Switch the parser off", (insert(end, f"{source.newline * 2}{line}"),), is_preferred=True)


RULE = Rule(
    code="unparsed-webhook",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#webhooks",
)

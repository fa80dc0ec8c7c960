"""Other sites may read answers that belong to the signed-in user.

`Access-Control-Allow-Credentials: true` makes browsers send cookies along. Together with `*` browsers refuse the
answer; together with the origin of the request, sent back as it came, every site in the world may read what the user
may read. Compare the origin with a list before it is sent back.

Without credentials a reflected origin does no more than `*`, and is left alone.

## Bad

```ts app/api/me/route.ts
export async function GET(request: Request) {
  const origin = request.headers.get('origin') ?? '';
  const headers = { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' };
  return Response.json({ name: 'Ada' }, { headers });
}
```

## Good

```ts app/api/me/route.ts
const ALLOWED = ['https://example.com'];

export async function GET(request: Request) {
  const origin = request.headers.get('origin') ?? '';
  if (!ALLOWED.includes(origin)) return Response.json({ name: 'Ada' });
  const headers = { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' };
  return Response.json({ name: 'Ada' }, { headers });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import pattern_path
from turnout.rules.rule import FileView, Finding, Rule
from turnout.text.span import Span

_ORIGIN = "access-control-allow-origin"
_CREDENTIALS = "access-control-allow-credentials"
_PACKAGES = ("cors", "nextjs-cors")


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test":
        return
    if view.has(b"credentials") and view.has(b"cors"):
        yield from _given_to_package(view.module)
    if _CREDENTIALS.encode() not in view.source.data.lower():
        return
    module = view.module
    set_headers = list(_headers(module))
    for name, value, group in set_headers:
        if name != _ORIGIN or not any(
            other == _CREDENTIALS and _is_together(owner, group) and _is_true(given)
            for other, given, owner in set_headers
        ):
            continue
        if _is_any(value):
            yield Finding(
                value.span,
                "Browsers keep an answer whose allowed origin is `*` from every page that sends credentials, "
                "whatever Access-Control-Allow-Credentials says. Name the origins that may read it, or leave the "
                "credentials out.",
                severity="hint",  # Nobody reads more than they should; and who sends no credentials reads it.
            )
        elif _is_reflected(module, value):
            yield Finding(
                value.span,
                "The origin of the request is sent back as it came, with credentials: every site may read what the "
                "signed-in user may. "
                "Compare it with a list of your own first.",
            )


def _given_to_package(module: Module) -> Iterator[Finding]:
    """``cors({ origin: true, credentials: true })``: the package sends back whatever origin asks."""
    for code in module.everything:
        if not isinstance(code, c.Call) or not isinstance(code.callee, c.Name):
            continue
        imported = module.import_of.get(code.callee.name)
        if imported is None or imported.source.value not in _PACKAGES:
            continue
        for argument in code.arguments:
            options = c.bare(argument) if not isinstance(argument, c.Spread) else argument
            if not isinstance(options, c.Object):
                continue
            origin, credentials = options.get("origin"), options.get("credentials")
            if origin is not None and credentials is not None and _is_true(origin) and _is_true(credentials):
                yield Finding(
                    origin.span,
                    "`origin: true` sends the origin of each request back, and with credentials every site may read "
                    "what the signed-in user may. Name the origins that may.",
                )


def _headers(module: Module) -> Iterator[tuple[str, c.Expression, Span]]:
    """Each header that is set: its name in lower case, its value, and the object or block that it is set in."""
    for code in module.everything:
        match code:
            case c.Object(members=members):
                for member in members:
                    if (
                        isinstance(member, c.Property)
                        and member.key is not None
                        and member.key.lower() in (_ORIGIN, _CREDENTIALS)
                    ):
                        yield member.key.lower(), member.value, code.span
                pair = _pair(code)
                if pair is not None:
                    yield (*pair, module.parents.get(id(code), code).span)
            case c.Call(
                callee=c.Member(name="set" | "setHeader" | "append"), arguments=(c.String(value=name), value, *_)
            ):
                if name.lower() in (_ORIGIN, _CREDENTIALS) and not isinstance(value, c.Spread):
                    yield name.lower(), value, _block(module, code)
            case _:
                pass


def _block(module: Module, code: c.Code) -> Span:
    above = next((above for above in module.ancestors(code) if isinstance(above, (c.Block, c.Function))), code)
    return above.span


def _is_together(one: Span, other: Span) -> bool:
    """Whether both are set on one way: in one block, or one of them in a block inside of the other's."""
    return one.contains(other) or other.contains(one)


def _pair(table: c.Object) -> tuple[str, c.Expression] | None:
    """``{ key: 'Access-Control-Allow-Origin', value: '*' }`` in next.config."""
    key, value = table.get("key"), table.get("value")
    if isinstance(key, c.String) and value is not None and key.value.lower() in (_ORIGIN, _CREDENTIALS):
        return key.value.lower(), value
    return None


def _is_true(value: c.Expression) -> bool:
    match c.bare(value):
        case c.String(value="true") | c.Constant(text="true"):
            return True
        case _:
            return False


def _is_any(value: c.Expression) -> bool:
    match c.bare(value):
        case c.String(value="*"):
            return True
        case c.Binary(operator="||" | "??", left=left, right=right):
            return _is_any(right) and _is_header(left) is False
        case _:
            return False


def _is_reflected(module: Module, value: c.Expression) -> bool:
    bare = c.bare(value)
    if isinstance(bare, c.Binary) and bare.operator in ("||", "??"):
        return _is_reflected(module, bare.left)
    if _is_header(bare):
        return not _is_compared(module, bare, None)
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        if binding is None or binding.value is None or binding.kind == "parameter":
            return False
        inner = c.bare(binding.value)
        if binding.pattern is not None:
            # const { origin } = req.headers
            path = pattern_path(binding.pattern, binding.site)
            whole = (c.dotted(inner) or "").rpartition(".")[2] == "headers"
            return whole and path == ("origin",) and not _is_compared(module, bare, bare.name)
        if isinstance(inner, c.Binary) and inner.operator in ("||", "??"):
            inner = c.bare(inner.left)
        return _is_header(inner) and not _is_compared(module, bare, bare.name)
    return False


def _is_header(value: c.Expression) -> bool:
    """``request.headers.get('origin')``, ``req.headers.origin``"""
    match c.bare(value):
        case c.Call(callee=c.Member(name="get") as callee, arguments=(c.String(value=name),)):
            return name.lower() == "origin" and "eaders" in (c.dotted(callee.object) or "headers")
        case c.Member(object=c.Member(name="headers"), name="origin"):
            return True
        case _:
            return False


def _is_compared(module: Module, at: c.Code, name: str | None) -> bool:
    """Whether anything around or before asks which origin it is."""
    function = module.function_around(at)
    for code in c.walk(function) if function is not None else module.everything:
        match code:
            case c.Call(callee=callee, arguments=arguments):
                called = c.last_name(callee).lower()
                if called in ("set", "setheader", "append", "get", "json"):
                    continue
                if any(
                    _is_origin(part, name)
                    for argument in arguments
                    for part in c.walk(argument)
                    if not isinstance(argument, c.Object)
                ):
                    return True
                if isinstance(callee, c.Member) and _is_origin(callee.object, name):
                    return True
            case c.Binary(operator="===" | "!==" | "==" | "!=" | "in", left=left, right=right):
                if _is_origin(left, name) or _is_origin(right, name):
                    return True
            case c.Index(index=index) if _is_origin(index, name):
                return True
            case _:
                pass
    return False


def _is_origin(code: c.Code, name: str | None) -> bool:
    if isinstance(code, c.Name):
        return name is not None and code.name == name
    return isinstance(code, (c.Call, c.Member)) and _is_header(code)


RULE = Rule(
    code="cors-with-credentials",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#cors",
)

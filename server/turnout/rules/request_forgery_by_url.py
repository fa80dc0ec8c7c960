"""The server fetches whatever address the caller names.

From inside the network it reaches what the caller can't: cloud metadata, databases, other services. Compare the host
with a list before fetching.

## Bad

```ts app/api/preview/route.ts
export async function GET(request: Request) {
  const url = new URL(request.url).searchParams.get('url') ?? '';
  return new Response(await (await fetch(url)).text());
}
```

## Good

```ts app/api/preview/route.ts
const HOSTS = ['images.example.com'];

export async function GET(request: Request) {
  const url = new URL(new URL(request.url).searchParams.get('url') ?? '');
  if (!HOSTS.includes(url.hostname)) return new Response('Not allowed', { status: 400 });
  return new Response(await (await fetch(url)).text());
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module
from turnout.rules.receivers import Received, reached
from turnout.rules.rule import FileView, Finding, Rule

_CLIENTS = frozenset({"axios", "ky", "got", "node-fetch", "undici", "ofetch", "needle", "superagent"})


def check(view: FileView) -> Iterator[Finding]:
    for each in reached(view):
        if each.about.seen("secret"):
            continue  # The caller is this app, or one that it trusts with its secret.
        for code in c.walk(each.function):
            address = _address(each.module, code) if isinstance(code, c.Call) else None
            place = _host(each, address) if address is not None else None
            if address is None or place is None or each.is_looked_at(place):
                continue
            yield Finding(
                address.span if each.place(place) == place.span else each.place(place),
                "The caller decides which address the server fetches, also inside of its own network. Compare "
                "the host with a list of those that are meant.",
                related=each.related(address, "It is fetched here."),
            )


def _address(module: Module, call: c.Call) -> c.Expression | None:
    """What a call fetches: ``fetch(url)``, ``axios.get(url)``, ``axios({ url })``."""
    if not call.arguments or not _is_fetch(module, call):
        return None
    first = call.arguments[0]
    if isinstance(first, c.Spread):
        return None
    bare = c.bare(first)
    return bare.get("url") if isinstance(bare, c.Object) else first


def _is_fetch(module: Module, call: c.Call) -> bool:
    if c.dotted(call.callee) in ("fetch", "globalThis.fetch"):
        return not isinstance(call.callee, c.Name) or module.scopes.is_global(call.callee)
    callee = callee_of(module, call.callee) if isinstance(call.callee, (c.Name, c.Member)) else None
    return callee is not None and callee.source in _CLIENTS


def _host(each: Received, address: c.Expression) -> c.Expression | None:
    """The caller's value where the host stands: the whole address, or right after ``https://``."""
    bare = _put_together(each, c.bare(address))
    if isinstance(bare, c.Template):
        if not bare.values or bare.strings[0] not in ("", "http://", "https://"):
            return None
        bare = c.bare(bare.values[0])
    found = each.receiver.input_of(bare)
    if found is None or found.source not in ("query", "body", "form", "argument"):
        return None
    if found.source == "argument" and not found.path:
        return bare if _is_text(bare) else None
    return bare if found.path and not found.is_checked else None


def _put_together(each: Received, bare: c.Expression) -> c.Expression:
    """The template or the ``new URL(one)`` that a name stands for: without a base the caller's host stays."""
    if isinstance(bare, c.Name) and not each.is_looked_at(bare):
        binding = each.module.scopes.binding(bare)
        if binding is not None and binding.value is not None and binding.pattern is None:
            value = c.bare(binding.value)
            bare = value if isinstance(value, (c.Template, c.New)) else bare
    if isinstance(bare, c.New) and c.dotted(bare.callee) == "URL" and len(bare.arguments) == 1:
        only = bare.arguments[0]
        return c.bare(only) if not isinstance(only, c.Spread) else bare
    return bare


def _is_text(bare: c.Expression) -> bool:
    """An argument of an action that is one text, and called an address."""
    return isinstance(bare, c.Name) and "ur" in bare.name.lower()


RULE = Rule(
    code="request-forgery-by-url",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#validating-client-input",
    needs_index=True,
)

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
from turnout.rules.looked_at import is_looked_at
from turnout.rules.receivers import Received, received
from turnout.rules.rule import FileView, Finding, Rule

_CLIENTS = frozenset({"axios", "ky", "got", "node-fetch", "undici", "ofetch", "needle", "superagent"})


def check(view: FileView) -> Iterator[Finding]:
    for each in received(view):
        if each.about.seen("secret"):
            continue  # The caller is this app, or one that it trusts with its secret.
        for code in c.walk(each.function):
            if not isinstance(code, c.Call) or not code.arguments or not _is_fetch(view, code):
                continue
            first = code.arguments[0]
            place = _host(view, each, first) if not isinstance(first, c.Spread) else None
            if place is not None and not is_looked_at(view.module, each.function, place):
                yield Finding(
                    first.span,
                    "The caller decides which address the server fetches, also inside of its own network. Compare "
                    "the host with a list of "
                    "those that are meant.",
                )


def _is_fetch(view: FileView, call: c.Call) -> bool:
    if c.dotted(call.callee) in ("fetch", "globalThis.fetch"):
        return not isinstance(call.callee, c.Name) or view.module.scopes.is_global(call.callee)
    callee = callee_of(view.module, call.callee) if isinstance(call.callee, (c.Name, c.Member)) else None
    return callee is not None and callee.source in _CLIENTS


def _host(view: FileView, each: Received, address: c.Expression) -> c.Expression | None:
    """The caller's value where the host stands: the whole address, or right after ``https://``."""
    bare = c.bare(address)
    if isinstance(bare, c.Name):
        binding = view.module.scopes.binding(bare)
        value = (
            c.bare(binding.value)
            if binding is not None and binding.value is not None and binding.pattern is None
            else None
        )
        if isinstance(value, c.Template):
            bare = value
    if isinstance(bare, c.Template):
        if not bare.values or bare.strings[0] not in ("", "http://", "https://"):
            return None
        bare = c.bare(bare.values[0])
    found = each.receiver.input_of(bare)
    if found is None or found.source not in ("query", "body", "form", "argument") or found.is_checked or not found.path:
        return bare if found is not None and found.source == "argument" and _is_text(view, each, bare) else None
    return bare


def _is_text(view: FileView, each: Received, bare: c.Expression) -> bool:
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

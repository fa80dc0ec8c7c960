"""A request sends its body in another form than the handler reads.

`request.formData()` of a JSON body throws `Content-Type was not one of "multipart/form-data" or
"application/x-www-form-urlencoded".`, and `request.json()` of form data throws `Unexpected token '-', "------WebK"...
is not valid JSON`. An API route parses JSON only when the request says that it is: without `Content-Type:
application/json` `req.body` is a text, and `req.body.name` is undefined.

## Bad

```tsx app/form.tsx
'use client';

export function Form() {
  const send = async (data: FormData) => {
    const body = JSON.stringify({ name: data.get('name') });
    await fetch('/api/echo', { method: 'POST', body });
  };
  return <form action={send}><input name="name" /></form>;
}
```

```ts app/api/echo/route.ts
export async function POST(request: Request) {
  const data = await request.formData();
  return Response.json({ name: data.get('name') });
}
```

## Good

```tsx app/form.tsx
'use client';

export function Form() {
  const send = async (data: FormData) => {
    await fetch('/api/echo', { method: 'POST', body: data });
  };
  return <form action={send}><input name="name" /></form>;
}
```

```ts app/api/echo/route.ts
export async function POST(request: Request) {
  const data = await request.formData();
  return Response.json({ name: data.get('name') });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.body import body_read
from turnout.model.endpoints import is_edge, request_of
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.rules.rule import FileView, Finding, Related, Rule

Kind: TypeAlias = Literal["json", "form"]


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not view.has(b"fetch(") or not view.has(b"body"):
        return
    module = view.module
    calls: dict[tuple[int, int], c.Call] | None = None
    for target in view.project.targets(view.path):
        if target.request.how != "fetch" or len(target.routes) != 1 or len(target.entries) != 1 or not target.is_local:
            continue
        if calls is None:
            calls = {(each.span.start, each.span.end): each for each in module.everything if isinstance(each, c.Call)}
        call = calls.get((target.request.span.start, target.request.span.end))
        options = _object(module, call.arguments[1]) if call is not None and len(call.arguments) > 1 else None
        body = options.get("body") if options is not None else None
        if options is not None and body is not None and not any(isinstance(each, c.Spread) for each in options.members):
            yield from _judged(view, target.entries[0], options, body)


def _judged(view: FileView, entry: Entry, options: c.Object, body: c.Expression) -> Iterator[Finding]:
    sent = _kind(view.module, body)
    found = view.project.implementation(entry) if sent is not None else None
    if sent is None or found is None or found[1].function is None or found[1].wrappers:
        return
    module, function = found[0], found[1].function
    if entry.kind == "route-handler":
        read = _reads(module, function)
        if read is not None and read[0] != sent:
            what, other = ("JSON", "form data") if sent == "json" else ("form data", "JSON")
            message = (
                f"This sends {what}, but {entry.symbol} {entry.url} reads {other} with "
                f"`{module.source.text(read[1].span)}`, which throws. Send {other}, or read {what} there."
            )
            yield Finding(body.span, message, related=(Related(entry.path, read[1].span, f"Reads {other}."),))
    elif entry.kind == "api-route" and sent == "json" and not is_edge(module) and _says_no_type(options):
        use = _object_use(module, function)
        if use is not None:
            message = (
                f"Without `Content-Type: application/json` {entry.url} gets this JSON as a text, and `"
                f"{module.source.text(use.span)}` is undefined there. Add the header."
            )
            related = (Related(entry.path, use.span, "Takes the body for an object."),)
            yield Finding(body.span, message, related=related, severity="warning")


# ------------------------------------------------------------------ what is sent


def _object(module: Module, expression: c.Expression | c.Spread) -> c.Object | None:
    bare = c.bare(expression)
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        if binding is None or binding.writes or binding.pattern is not None or binding.value is None:
            return None
        bare = c.bare(binding.value) if binding.kind == "const" else bare
    return bare if isinstance(bare, c.Object) else None


def _kind(module: Module, body: c.Expression) -> Kind | None:
    match c.bare(body):
        case c.Call(callee=callee) if c.dotted(callee) == "JSON.stringify":
            return "json"
        case c.New(callee=c.Name(name="FormData")):
            return "form"
        case c.Name() as name:
            binding = module.scopes.binding(name)
            if binding is None or binding.writes or binding.pattern is not None:
                return None
            if binding.kind == "parameter" and binding.function is not None:
                written = binding.function.parameters[binding.index].type
                return (
                    "form"
                    if written is not None and module.source.text(written.span).strip(": ") == "FormData"
                    else None
                )
            return _kind(module, binding.value) if binding.value is not None else None
        case _:
            return None


def _says_no_type(options: c.Object) -> bool:
    """Whether the headers surely don't name a type."""
    headers = options.get("headers")
    bare = c.bare(headers) if headers is not None else None
    if headers is None:
        return True
    if not isinstance(bare, c.Object):
        return False
    return all(
        isinstance(each, c.Property) and each.key is not None and each.key.lower() != "content-type"
        for each in bare.members
    )


# ------------------------------------------------------------------ what is read


def _reads(module: Module, function: c.Function) -> tuple[Kind, c.Call] | None:
    """The one form in which a handler reads its body; None when there are several, or nobody can tell."""
    request = request_of(module, function)
    if request is None or request.writes:
        return None
    found: dict[str, c.Call] = {}
    for reference in request.references:
        above = module.parents.get(id(reference))
        if not isinstance(above, c.Member) or above.object is not reference or above.name in ("clone", "body"):
            return None
        read = body_read(module, module.parents.get(id(above)) or above, request)
        if read is not None:
            found[read.how] = read.call
    if len(found) != 1:
        return None
    how, call = next(iter(found.items()))
    return {"json": ("json", call), "formData": ("form", call)}.get(how)  # type: ignore[return-value]


def _object_use(module: Module, function: c.Function) -> c.Code | None:
    """``req.body.name``, ``const { name } = req.body``; None when the text may be parsed there."""
    request = request_of(module, function)
    use: c.Code | None = None
    for reference in request.references if request is not None else ():
        body = module.parents.get(id(reference))
        if not isinstance(body, c.Member) or body.object is not reference:
            return None
        if body.name != "body":
            continue
        match module.parents.get(id(body)):
            case c.Member(object=below) as member if below is body:
                use = use or member
            case c.Declarator(pattern=c.ObjectPattern()):
                use = use or body
            case _:
                return None
    return use


RULE = Rule(
    code="body-kind-mismatch",
    severity="error",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#request-body-formdata",
    needs_index=True,
)

"""A file is uploaded through a Server Action, whose requests end at 1 MB.

Files of cameras are larger: `Body exceeded 1 MB limit.` and status 413, before the action runs. Raise
`experimental.serverActions.bodySizeLimit` in next.config (hosts have limits of their own, 4.5 MB on Vercel), or let the
browser send the file to a route handler, or straight to the storage.

## Bad

```ts app/actions.ts
'use server';

export async function upload(formData: FormData) {
  const photo = formData.get('photo') as File;
  return { size: photo.size };
}
```

## Good

```js next.config.mjs
export default { experimental: { serverActions: { bodySizeLimit: '4mb' } } };
```

```ts app/actions.ts
'use server';

export async function upload(formData: FormData) {
  const photo = formData.get('photo') as File;
  return { size: photo.size };
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Entry
from turnout.project.literal import Literals
from turnout.rules.given import given_action
from turnout.rules.receivers import received
from turnout.rules.rule import FileView, Finding, Rule
from turnout.settings import Severity
from turnout.text.span import Span

_LIMIT = 1 << 20


def check(view: FileView) -> Iterator[Finding]:
    if view.role == "test" or not _is_limited(view):
        return
    if view.has(b"File") and view.has(b"use server"):
        for each in received(view):
            if each.is_action and (found := _file(view.module, each.function)) is not None:
                yield _finding(*found)
    if view.has(b"file") and view.has(b"<form"):
        yield from _forms(view)


def _is_limited(view: FileView) -> bool:
    """Whether the limit is surely the one that Next.js has by itself."""
    config = view.app.config
    settings = config.server_actions
    if settings is not None and settings.body_size_limit is not None:
        return False
    keys = ("experimental", "experimental.serverActions", "experimental.serverActions.bodySizeLimit",
            "experimental.serverActionsBodySizeLimit")  # fmt: skip
    return not view.app.is_before(14) and all(config.is_known(key) for key in keys)


def _file(module: Module, function: c.Function) -> tuple[Span, Severity, str] | None:
    """Where an action takes a file from its form, and what it thinks of sizes; None where it allows less than 1 MB."""
    place = next((code for code in c.walk(function) if _is_file(module, code)), None)
    if place is None:
        return None
    allowed = _allowed(module, function)
    if allowed is None:
        return place.span, "hint", ""
    shown = f"{allowed / _LIMIT:g} MB"
    return (place.span, "warning", f" The check below allows {shown}.") if allowed > _LIMIT else None


def _is_file(module: Module, code: c.Code) -> bool:
    """``formData.get('photo') as File``, ``x instanceof File``"""
    match code:
        case c.Cast(value=c.Call(callee=c.Member(name="get" | "getAll")), form="as", type=c.Type() as written):
            names = {each.name for each in written.names}
            return "File" in names or module.source.text(written.span).strip() in ("File", "File[]", "File | null")
        case c.Binary(operator="instanceof", right=c.Name(name="File") as right):
            return module.scopes.is_global(right)
        case _:
            return False


def _allowed(module: Module, function: c.Function) -> float | None:
    """``file.size > 5 * 1024 * 1024``"""
    literals = Literals(module)
    for code in c.walk(function):
        match code:
            case (
                c.Binary(operator=">" | ">=", left=c.Member(name="size"), right=limit)
                | c.Binary(operator="<" | "<=", left=limit, right=c.Member(name="size"))
            ):
                value = literals.value(limit)
                if isinstance(value, (int, float)) and value > _LIMIT // 64:
                    return float(value)
            case _:
                pass
    return None


def _forms(view: FileView) -> Iterator[Finding]:
    """``<form action={upload}> … <input type="file"/>``, where the action itself doesn't say that it takes a file."""
    for code in view.module.everything:
        if not isinstance(code, c.Jsx) or code.tag != "form":
            continue
        action = code.get("action")
        given = given_action(view, action.value) if action is not None else None
        if given is None or _says_so(view, given.entry):
            continue
        for inner in c.walk(code):
            if isinstance(inner, c.Jsx) and inner.tag == "input" and (kind := inner.get("type")) is not None:
                if isinstance(kind.value, c.String) and kind.value.value == "file":
                    yield _finding(kind.value.span, "hint", "")
                    break


def _says_so(view: FileView, entry: Entry) -> bool:
    found = view.project.implementation(entry)
    function = found[1].function if found is not None else None
    return found is not None and function is not None and any(_is_file(found[0], code) for code in c.walk(function))


def _finding(span: Span, severity: Severity, more: str) -> Finding:
    return Finding(
        span,
        "Files larger than 1 MB end with `Body exceeded 1 MB limit.` (413), before the action runs."
        f"{more} Set `experimental.serverActions.bodySizeLimit`, or upload to a route handler or the storage.",
        severity=severity,
    )


RULE = Rule(
    code="upload-over-limit",
    severity="hint",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/config/next-config-js/serverActions#bodysizelimit",
    needs_index=True,
)

"""`this`, `arguments` or `super` in a Server Action.

The browser calls an action over the network with a list of values. There is no `this` to send, and what `arguments`
would hold differs from what was sent, so the compiler stops with ``Server Actions cannot use `this`.`` Name the
parameters; a rest parameter (`...values`) takes the place of `arguments`.

## Bad

```ts app/actions.ts
'use server';

export async function count() {
  return arguments.length;
}
```

## Good

```ts app/actions.ts
'use server';

export async function count(...values: string[]) {
  return values.length;
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.actions import exported_actions, inline_directives
from turnout.model.module import Module
from turnout.rules.reach import compiles_actions, is_only_client_code
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use server") or not compiles_actions(view):
        return
    module = view.module
    functions: dict[int, c.Function] = {}
    if module.is_server_actions_file and not module.is_client_file:
        functions.update((id(each.function), each.function) for each in exported_actions(module))
    if not is_only_client_code(view):
        functions.update((id(each.function), each.function) for each in inline_directives(module) if each.counts)
    for function in functions.values():
        for code, word in own_tokens(module, function):
            if function.is_async:
                advice = "Use a rest parameter." if word == "arguments" else "Pass what it needs as a parameter."
                yield Finding(code.span, f"Server Actions cannot use `{word}`. {advice}")


def own_tokens(module: Module, function: c.Function) -> Iterator[tuple[c.Code, str]]:
    """Those that are the function's own: arrows inside have none of their own, other functions and classes do."""
    for parameter in function.parameters:
        for code in c.walk(parameter, _has_no_this):
            yield from _token(module, code)
    if function.body is not None:
        for code in c.walk(function.body, _has_no_this):
            yield from _token(module, code)


def _has_no_this(code: c.Code) -> bool:
    return not isinstance(code, c.Class) and not (isinstance(code, c.Function) and code.form != "arrow")


def _token(module: Module, code: c.Code) -> Iterator[tuple[c.Code, str]]:
    match code:
        case c.This():
            yield code, "this"
        case c.Super():
            yield code, "super"
        case c.Name(name="arguments") if module.scopes.is_global(code) and not _is_key(module, code):
            yield code, "arguments"
        case _:
            pass


def _is_key(module: Module, name: c.Name) -> bool:
    above = module.parents.get(id(name))
    return isinstance(above, (c.Type, c.TypeDeclaration))


RULE = Rule(
    code="this-in-action",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/directives/use-server",
)

"""A module or function of Node.js in code for the edge runtime.

The edge runtime has the Web's functions and few of Node.js. The build only warns, `A Node.js module is loaded ('fs' at
line 1) which is not supported in the Edge Runtime`, and the request fails: `The edge runtime does not support Node.js
'fs' module.` Code made of text (`eval`, `new Function`) is refused at once: `Dynamic Code Evaluation (e. g. 'eval',
'new Function', 'WebAssembly.compile') not allowed in Edge Runtime`.

## Bad

```json package.json
{ "dependencies": { "next": "^15.3.0" } }
```

```ts app/api/notes/route.ts
import { readFile } from 'node:fs/promises';

export const runtime = 'edge';

export async function GET() {
  return new Response(await readFile('notes.txt', 'utf8'));
}
```

## Good

```json package.json
{ "dependencies": { "next": "^15.3.0" } }
```

```ts app/api/notes/route.ts
import { readFile } from 'node:fs/promises';

export async function GET() {
  return new Response(await readFile('notes.txt', 'utf8'));
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.endpoints import is_edge
from turnout.model.module import ImportedName, Module
from turnout.model.node_builtins import EDGE_LACKS, is_lacking_on_edge
from turnout.model.segment_options import option, option_text
from turnout.project.paths import name_of
from turnout.rules.rule import FileView, Finding, Related, Rule

_EVAL = (
    "Dynamic Code Evaluation (e. g. 'eval', 'new Function', 'WebAssembly.compile') not allowed in Edge Runtime: the "
    "request fails."
)


def check(view: FileView) -> Iterator[Finding]:
    if not _runs_on_edge(view):
        return
    module = view.module
    seen: set[str] = set()
    for each in module.imports:
        if each.type_only or each.source.value in seen or not _is_used(module, each):
            continue
        seen.add(each.source.value)
        if is_lacking_on_edge(each.source.value):
            yield Finding(
                each.source.span,
                f"A Node.js module is loaded ('{each.source.value}') which is not supported in the Edge Runtime: what "
                "uses it fails. Take the edge runtime away, or use what the Web has for it.",
            )
        else:
            yield from _through(view, each)
    for code in module.everything:
        yield from _used(view, code)


def _runs_on_edge(view: FileView) -> bool:
    if view.role in ("route-handler", "page", "layout", "api-route"):
        return view.has(b"edge") and not view.module.is_client_file and is_edge(view.module)
    if view.role != "middleware" or name_of(view.path).startswith("proxy."):
        return False
    config = option(view.module, "config")
    runtime = config.value.get("runtime") if config is not None and isinstance(config.value, c.Object) else None
    if config is None and view.module.export("config") is not None:
        return False  # Nobody can read it.
    return runtime is None and option_text(view.module, "runtime") is None


def _is_used(module: Module, imported: ImportedName) -> bool:
    """TypeScript takes away what is only used as a type."""
    binding = module.scopes.binding(imported.local)
    return binding is None or bool(binding.references)


def _through(view: FileView, imported: ImportedName) -> Iterator[Finding]:
    """What a function of another file uses, when it is imported here directly."""
    target = view.project.definition(view.path, imported.source.value, imported.imported)
    if target is None or target.path == view.path or target.module.is_server_actions_file:
        return
    module, function = target.module, target.export.value
    for each in module.imports:
        if each.type_only or not is_lacking_on_edge(each.source.value):
            continue
        binding = module.scopes.binding(each.local)
        uses = binding.references if binding is not None else []
        if any(_is_reached(module, use, function) for use in uses):
            yield Finding(
                imported.source.span,
                f"A Node.js module is loaded ('{each.source.value}', in {target.path}) which is not supported in the "
                f"Edge Runtime: `{imported.local.name}` uses it, and fails.",
                related=(Related(target.path, each.source.span, "Here it is loaded."),),
            )
            return


def _is_reached(module: Module, use: c.Name, function: c.Expression | None) -> bool:
    """Whether it is used in the function that was imported, or when the file is loaded."""
    around = module.function_around(use)
    return around is None or (isinstance(function, c.Function) and function.span.contains(use.span))


def _used(view: FileView, code: c.Code) -> Iterator[Finding]:
    module = view.module
    match code:
        case c.Member(object=c.Name(name="process") as root, name=name) if module.scopes.is_global(root):
            above = module.parents.get(id(code))
            is_asked = isinstance(above, (c.Unary, c.Binary, c.If, c.Conditional)) or code.optional
            if name != "env" and not is_asked:
                yield Finding(code.span, _api(f"process.{name}"))
        case c.Name(name="setImmediate" | "clearImmediate") if module.scopes.is_global(code):
            yield Finding(code.span, _api(code.name))
        case c.New(callee=c.Name(name=name) as callee) if module.scopes.is_global(callee):
            if name == "Function":
                yield Finding(code.span, _EVAL, severity="warning" if view.app.is_before(16) else "error")
            elif name in EDGE_LACKS:
                yield Finding(callee.span, _api(name))
        case c.Call(callee=c.Name(name="eval") as callee) if module.scopes.is_global(callee):
            yield Finding(code.span, _EVAL, severity="warning" if view.app.is_before(16) else "error")
        case _:
            pass


def _api(name: str) -> str:
    return f"A Node.js API is used ({name}) which is not supported in the Edge Runtime: calling it fails."


RULE = Rule(
    code="edge-node-api",
    severity="warning",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/messages/node-module-in-edge-runtime",
)

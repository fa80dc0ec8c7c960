"""The name of an uploaded file, or another text of the caller, becomes part of a path on the server.

`../../.env` is a file name, too. Give files names of your own (`crypto.randomUUID()`), or take `path.basename` and
check it.

## Bad

```ts app/api/upload/route.ts
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function POST(request: Request) {
  const file = (await request.formData()).get('file') as File;
  await writeFile(path.join('/data/uploads', file.name), Buffer.from(await file.arrayBuffer()));
  return new Response(null, { status: 201 });
}
```

## Good

```ts app/api/upload/route.ts
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

export async function POST(request: Request) {
  const file = (await request.formData()).get('file') as File;
  await writeFile(path.join('/data/uploads', crypto.randomUUID()), Buffer.from(await file.arrayBuffer()));
  return new Response(null, { status: 201 });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module
from turnout.model.node_builtins import FILE_MODULES
from turnout.rules.receivers import Received, reached
from turnout.rules.rule import FileView, Finding, Rule

_CALLS = frozenset(
    {
        "writeFile", "writeFileSync", "appendFile", "appendFileSync", "createWriteStream", "unlink", "unlinkSync",
        "rm", "rmSync", "mkdir", "mkdirSync", "readFile", "readFileSync", "createReadStream", "copyFile",
        "copyFileSync", "rename", "renameSync", "readdir", "readdirSync", "outputFile",
    }
)  # fmt: skip
_TWO_PATHS = frozenset({"copyFile", "copyFileSync", "rename", "renameSync"})


def check(view: FileView) -> Iterator[Finding]:
    for each in reached(view):
        for code in c.walk(each.function):
            path = _path(each.module, code) if isinstance(code, c.Call) else None
            for place in _parts(each, path, 6) if path is not None else ():
                if each.is_looked_at(place):
                    continue
                yield Finding(
                    each.place(place),
                    f"The caller chooses `{each.module.source.text(place.span)}`, and with `../` in it the path leads "
                    "anywhere on the server. Make a name of your own, or take `path.basename` of it.",
                    related=each.related(place, "It becomes part of the path here."),
                )


def _path(module: Module, call: c.Call) -> c.Expression | None:
    if not call.arguments or c.last_name(call.callee) not in _CALLS:
        return None
    callee = callee_of(module, call.callee)
    # copyFile(temporary, wanted): the second path is the one that is chosen.
    chosen = call.arguments[-1 if c.last_name(call.callee) in _TWO_PATHS else 0]
    if callee is None or callee.source not in FILE_MODULES or isinstance(chosen, c.Spread):
        return None
    return chosen


def _parts(each: Received, path: c.Expression, depth: int) -> Iterator[c.Expression]:
    """The caller's texts that a path is joined from; ``basename`` and numbers are harmless."""
    if depth == 0:
        return
    bare = c.bare(path)
    match bare:
        case c.Call(callee=callee, arguments=arguments) if c.last_name(callee) in ("join", "resolve"):
            for argument in arguments:
                inner = argument.value if isinstance(argument, c.Spread) else argument
                yield from _parts(each, inner, depth - 1)
            return
        case c.Template(values=values):
            for value in values:
                yield from _parts(each, value, depth - 1)
            return
        case c.Binary(operator="+", left=left, right=right):
            yield from _parts(each, left, depth - 1)
            yield from _parts(each, right, depth - 1)
            return
        case c.Call(
            callee=c.Member(object=below, name="replace" | "replaceAll"), arguments=(c.String(value=old), *_)
        ) if "." not in old and "/" not in old:
            # file.name.replaceAll(' ', '_') keeps the dots and slashes.
            yield from _parts(each, below, depth - 1)
            return
        case _:
            pass
    if _is_cleaned(each, bare):
        return
    found = each.receiver.input_of(bare)
    if found is not None:
        # One segment of a route can't hold a slash that wasn't encoded on purpose.
        if found.is_given and found.path and not found.is_checked and found.source != "params":
            yield bare
        return
    if isinstance(bare, c.Name):
        binding = each.module.scopes.binding(bare)
        if (
            binding is not None
            and binding.value is not None
            and binding.pattern is None
            and binding.kind != "parameter"
        ):
            yield from _parts(each, binding.value, depth - 1)


def _is_cleaned(each: Received, value: c.Expression) -> bool:
    """``name.replace(/[^a-z.]/g, '_')``, ``name.split('.').pop()``: no way up is left in it."""
    current = value
    if isinstance(current, c.Name):
        binding = each.module.scopes.binding(current)
        held = binding.value if binding is not None and binding.pattern is None else None
        current = c.bare(held) if held is not None else current
    while isinstance(current, c.Call) and isinstance(current.callee, c.Member):
        first = current.arguments[0] if current.arguments else None
        match current.callee.name, first:
            case "replace" | "replaceAll", c.Regex():
                return True
            case "split", c.String(value="." | "/"):
                return True
            case _:
                current = c.bare(current.callee.object)
    return False


RULE = Rule(
    code="upload-path",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#validating-client-input",
    needs_index=True,
)

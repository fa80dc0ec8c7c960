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
from turnout.model.inputs import Receiver
from turnout.rules.looked_at import is_looked_at
from turnout.rules.receivers import received
from turnout.rules.rule import FileView, Finding, Rule

_FILES = frozenset({"fs", "node:fs", "fs/promises", "node:fs/promises", "fs-extra"})
_CALLS = frozenset(
    {
        "writeFile", "writeFileSync", "appendFile", "appendFileSync", "createWriteStream", "unlink", "unlinkSync",
        "rm", "rmSync", "mkdir", "mkdirSync", "readFile", "readFileSync", "createReadStream", "copyFile", "rename",
        "readdir", "readdirSync", "outputFile",
    }
)  # fmt: skip


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"fs"):
        return
    for each in received(view):
        for code in c.walk(each.function):
            if not isinstance(code, c.Call) or not code.arguments or c.last_name(code.callee) not in _CALLS:
                continue
            callee = callee_of(view.module, code.callee)
            first = code.arguments[0]
            if callee is None or callee.source not in _FILES or isinstance(first, c.Spread):
                continue
            for place in _parts(view, each.receiver, first, 4):
                if not is_looked_at(view.module, each.function, place):
                    yield Finding(
                        place.span,
                        f"The caller chooses `{view.module.source.text(place.span)}`, and with `../` in it the path "
                        f"leads anywhere on the "
                        "server. Make a name of your own, or take `path.basename` of it.",
                    )


def _parts(view: FileView, receiver: Receiver, path: c.Expression, depth: int) -> Iterator[c.Expression]:
    """The caller's texts that a path is joined from; ``basename`` and numbers are harmless."""
    if depth == 0:
        return
    bare = c.bare(path)
    match bare:
        case c.Call(callee=callee, arguments=arguments) if c.last_name(callee) in ("join", "resolve"):
            for argument in arguments:
                if not isinstance(argument, c.Spread):
                    yield from _parts(view, receiver, argument, depth - 1)
            return
        case c.Template(values=values):
            for value in values:
                yield from _parts(view, receiver, value, depth - 1)
            return
        case c.Binary(operator="+", left=left, right=right):
            yield from _parts(view, receiver, left, depth - 1)
            yield from _parts(view, receiver, right, depth - 1)
            return
        case _:
            pass
    found = receiver.input_of(bare)
    if found is not None:
        if found.is_given and found.path and not found.is_checked and found.source != "params":
            yield bare
        return
    if isinstance(bare, c.Name):
        binding = view.module.scopes.binding(bare)
        if (
            binding is not None
            and binding.value is not None
            and binding.pattern is None
            and binding.kind != "parameter"
        ):
            yield from _parts(view, receiver, binding.value, depth - 1)


RULE = Rule(
    code="upload-path",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#validating-client-input",
    needs_index=True,
)

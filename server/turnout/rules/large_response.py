"""An API route that sends a whole file at once.

Next.js warns when an API route answers with more than 4 MB: `API response for /api/x exceeds 4MB. API Routes are meant
to respond quickly.` Many hosts refuse more. Send a stream (`createReadStream(path).pipe(res)`), redirect to where the
file lies, or say that it is meant: `export const config = { api: { responseLimit: false } }`.

## Bad

```ts pages/api/report.ts
import { readFile } from 'node:fs/promises';

export default async function handler(req, res) {
  const report = await readFile('report.pdf');
  res.status(200).send(report);
}
```

## Good

```ts pages/api/report.ts
import { createReadStream } from 'node:fs';

export const config = { api: { externalResolver: true } };

export default function handler(req, res) {
  createReadStream('report.pdf').pipe(res);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.endpoints import is_said_by, node_api_handler
from turnout.model.module import Module
from turnout.model.node_builtins import FILE_MODULES
from turnout.model.segment_options import option
from turnout.rules.rule import FileView, Finding, Rule


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "api-route" or not view.has(b"readFile") or view.has(b"responseLimit"):
        return
    module = view.module
    config = module.export("config")
    handler = node_api_handler(module)
    if handler is None or (config is not None and option(module, "config") is None):
        return
    route = view.project.route(view.path)
    for code in c.walk(handler[0]):
        match code:
            case c.Call(callee=c.Member(object=below, name="send" | "json" | "end"), arguments=(body, *_)):
                if is_said_by(module, below, handler[1]) and _is_file(module, body):
                    yield Finding(
                        body.span,
                        f"This sends a whole file at once. API response for {route.pattern if route else 'it'} "
                        "exceeds 4MB when the file does: send a stream, redirect to the file, or set "
                        "`config.api.responseLimit`.",
                    )
            case _:
                pass


def _is_file(module: Module, value: c.Expression | c.Spread, depth: int = 4) -> bool:
    """What ``readFile`` gave, as a buffer; a text or JSON is seldom that large."""
    match c.bare(value):
        case c.Await(value=inner) if depth:
            return _is_file(module, inner, depth - 1)
        case c.Call(callee=callee, arguments=(_,)) if c.last_name(callee) in ("readFile", "readFileSync"):
            found = callee_of(module, callee)
            return found is not None and found.source in FILE_MODULES
        case c.Name() as name if depth:
            binding = module.scopes.binding(name)
            if binding is None or binding.pattern is not None or binding.value is None or binding.kind == "parameter":
                return False
            return not binding.writes and _is_file(module, binding.value, depth - 1)
        case _:
            return False


RULE = Rule(
    code="large-response",
    severity="hint",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/messages/api-routes-response-size-limit",
)

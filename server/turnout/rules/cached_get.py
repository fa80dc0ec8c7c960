"""A GET handler whose answer is made once, at build time, though it reads what changes.

Before Next.js 15 a route handler that exports only GET, and reads nothing of the request, is static: `next build` calls
it, and everybody gets that answer until the next build. In `next dev` it is called every time, so nobody notices. Say
what is meant: `dynamic = 'force-dynamic'`, or `revalidate` with a number of seconds.

## Bad

```json package.json
{ "dependencies": { "next": "^14.2.0" } }
```

```ts app/api/tasks/route.ts
import { db } from '../../../lib/db';

export async function GET() {
  return Response.json(await db.task.findMany());
}
```

## Good

```json package.json
{ "dependencies": { "next": "^14.2.0" } }
```

```ts app/api/tasks/route.ts
import { db } from '../../../lib/db';

export const dynamic = 'force-dynamic';

export async function GET() {
  return Response.json(await db.task.findMany());
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.endpoints import is_edge
from turnout.model.module import Module
from turnout.model.next_api import CACHE, imported_name
from turnout.model.request_reads import is_handed_on, request_reads
from turnout.project.entries import Entry
from turnout.rules.exports import statement_added
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.rules.strangers import about_entry
from turnout.settings import Severity
from turnout.syntax.write import Style
from turnout.verdicts.view import EntryView

_SETTLED = ("dynamic", "revalidate", "fetchCache", "generateStaticParams")
"""Whoever exports one of these has thought of it."""
_ASKS = ("session", "signature", "secret", "bearer", "api-key", "oauth", "raw-body", "body", "form", "query", "headers",
         "cookies", "rate-limit", "cookie-write", "session-write", "draft-mode", "redirect")  # fmt: skip
"""What needs a request, and makes the handler dynamic wherever it is done."""


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "route-handler" or not view.app.is_before(15) or view.app.next_version is None:
        return
    if view.app.config.output == "export" or not view.app.config.is_known("output"):
        return
    entries = view.project.entries(view.path)
    route = view.project.route(view.path)
    if {entry.symbol for entry in entries} - {"GET", "HEAD"} or route is None or route.params:
        return
    module = view.module
    if is_edge(module) or any(export.name in (*_SETTLED, "*") for export in module.exports):
        return
    for entry in entries:
        if entry.symbol == "GET" and (found := _changing(view, entry)) is not None:
            what, severity = found
            yield Finding(
                entry.span,
                f"Next.js {view.app.next_version} calls this GET once, at build time, and keeps its answer: it reads "
                f"nothing of the request. But {what} changes. Export `dynamic = 'force-dynamic'`, or `revalidate`.",
                tuple(_fixes(view)),
                severity=severity,
            )


def _changing(view: FileView, entry: Entry) -> tuple[str, Severity] | None:
    """What the answer depends on, and how sure it is that nothing makes the handler dynamic."""
    about = about_entry(view, entry)
    module, function = about.module, about.function
    if module is None or function is None or about.wrappers or about.trace.of(*_ASKS):
        return None
    if is_handed_on(module, function) or any(True for _ in request_reads(module, function)):
        return None
    if _opts_out(module):
        return None
    reads = about.trace.of("database-read")
    if reads:
        is_sure = not about.trace.hidden and not reads[0].via
        return f"the database ({reads[0].text})", "warning" if is_sure else "hint"
    if about.trace.hidden:
        return None
    return ("the time", "hint") if _tells_time(about) else None


def _opts_out(module: Module) -> bool:
    """``noStore()``, ``fetch(url, { cache: 'no-store' })``, ``next: { revalidate: 60 }``."""
    for code in module.everything:
        match code:
            case c.Property(key="cache", value=c.String(value="no-store" | "no-cache")) | c.Property(key="revalidate"):
                return True
            case c.Call(callee=callee) if imported_name(module, callee, CACHE) in ("unstable_noStore", "noStore"):
                return True
            case _:
                pass
    return False


def _tells_time(about: EntryView) -> bool:
    """``Date.now()`` or ``new Date()`` in the answer."""
    function = about.function
    for code in c.walk(function) if function is not None else ():
        match code:
            case c.Call(callee=callee) if c.dotted(callee) == "Date.now":
                return True
            case c.New(callee=c.Name(name="Date"), arguments=()):
                return True
            case _:
                pass
    return False


def _fixes(view: FileView) -> Iterator[Fix]:
    text = f"export const dynamic = {Style.of(view.source).string('force-dynamic')}"
    edit = statement_added(view.module, text, "dynamic")
    if edit is not None:
        yield Fix("Make it dynamic", (edit,), is_preferred=True)


RULE = Rule(
    code="cached-get",
    severity="warning",
    category="runtime",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route#version-history",
    needs_index=True,
)

"""SQL is put together from text, and a value becomes part of the statement.

A value in a template or a sum of texts is not a parameter: `'; DROP TABLE` is a fine title. Prisma's `$queryRaw` as a
tag, drizzle's `sql` as a tag and placeholders (`$1`, `?`) send values apart from the statement.

It is an error when what a caller sends reaches the statement as it is, a warning when it is a parameter of the
function around.

## Bad

```ts app/api/tasks/route.ts
import { prisma } from '../../../lib/prisma';

export async function GET(request: Request) {
  const title = new URL(request.url).searchParams.get('title');
  return Response.json(await prisma.$queryRawUnsafe(`SELECT id FROM tasks WHERE title = '${title}'`));
}
```

## Good

```ts app/api/tasks/route.ts
import { prisma } from '../../../lib/prisma';

export async function GET(request: Request) {
  const title = new URL(request.url).searchParams.get('title');
  return Response.json(await prisma.$queryRaw`SELECT id FROM tasks WHERE title = ${title}`);
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.rules.receivers import received
from turnout.rules.rule import FileView, Finding, Rule

_UNSAFE = frozenset({"$queryRawUnsafe", "$executeRawUnsafe"})
_CALLS = frozenset({"query", "execute", "raw", "unsafe", "exec", "run", "all", "prepare"}) | _UNSAFE
_SQL = re.compile(
    r"\b(?:select\s.+\sfrom|insert\s+into|update\s+\S+\s+set|delete\s+from|where\s|order\s+by|alter\s+table)",
    re.IGNORECASE | re.DOTALL,
)


def check(view: FileView) -> Iterator[Finding]:
    if not any(
        view.has(word)
        for word in (b"Unsafe", b"query(", b"execute(", b"raw(", b"unsafe(", b"exec(", b"prepare(", b".all(")
    ):
        return
    if view.role == "test" or view.module.is_client_file:
        return
    receivers = list(received(view))
    told: set[int] = set()
    for each in receivers:
        for call, text in _statements(view, each.function):
            given = [(code, found) for code, found in each.receiver.inputs_in(text) if not found.is_checked]
            if given:
                told.add(id(call))
                code = given[0][0]
                yield Finding(
                    code.span,
                    f"`{view.module.source.text(code.span)}`, which the caller sends, becomes part of the SQL "
                    f"statement itself: it can say "
                    f"anything. {_advice(call)}",
                    severity="error",
                )
    for call, text in _statements(view, None):
        if id(call) in told:
            continue
        place = next((code for code in _holes(view, text) if _is_text_parameter(view, code)), None)
        if place is not None:
            yield Finding(
                place.span,
                f"`{view.module.source.text(place.span)}` becomes part of the SQL statement itself; if it ever comes "
                f"from a caller, it can "
                f"say anything. {_advice(call)}",
                severity="warning" if c.last_name(call.callee) in _UNSAFE else "hint",
            )


def _advice(call: c.Call) -> str:
    name = c.last_name(call.callee)
    if name in _UNSAFE:
        return f"Use {name.removesuffix('Unsafe')} as a tag, or a placeholder ($1)."
    return "Use a placeholder and give the value apart."


def _statements(view: FileView, inside: c.Function | None) -> Iterator[tuple[c.Call, c.Expression]]:
    for code in c.walk(inside) if inside is not None else view.module.everything:
        if not isinstance(code, c.Call) or c.last_name(code.callee) not in _CALLS or not code.arguments:
            continue
        first = code.arguments[0]
        if isinstance(first, c.Spread) or not isinstance(code.callee, c.Member):
            continue
        value = _text(view, first)
        name = c.last_name(code.callee)
        if value is None:
            if name in _UNSAFE or (name == "raw" and (c.dotted(code.callee) or "") in ("Prisma.raw", "sql.raw")):
                yield code, first
            continue
        if name in _UNSAFE or _SQL.search(_known(value)):
            yield code, value


def _text(view: FileView, expression: c.Expression) -> c.Expression | None:
    bare = c.bare(expression)
    if isinstance(bare, c.Name):
        binding = view.module.scopes.binding(bare)
        if binding is None or binding.value is None or binding.pattern is not None or binding.writes:
            return None
        bare = c.bare(binding.value)
    if isinstance(bare, c.Template) and bare.values:
        return bare
    return bare if isinstance(bare, c.Binary) and bare.operator == "+" else None


def _known(text: c.Expression) -> str:
    match text:
        case c.Template(strings=strings):
            return "x".join(strings)
        case c.Binary(left=left, right=right):
            return f"{_known(left)} {_known(right)}"
        case c.String(value=value):
            return value
        case _:
            return "x"


def _holes(view: FileView, text: c.Expression) -> Iterator[c.Expression]:
    match text:
        case c.Template(values=values):
            yield from values
        case c.Binary(operator="+", left=left, right=right):
            yield from _holes(view, left)
            yield from _holes(view, right)
        case _:
            yield text


def _is_text_parameter(view: FileView, code: c.Expression) -> bool:
    """A plain parameter whose type is a text (or isn't told), of a function that others can give anything."""
    bare = c.bare(code)
    if not isinstance(bare, c.Name):
        return False
    binding = view.module.scopes.binding(bare)
    if binding is None or binding.kind != "parameter" or binding.function is None or binding.pattern is not None:
        return False
    if re.search(
        r"alias|prefix|suffix|table|column|field|schema|direction|order|where|clause|sql|limit|name$|key$|database|index",
        bare.name,
        re.IGNORECASE,
    ):
        return False
    type_ = binding.function.parameters[binding.index].type
    return type_ is not None and view.module.source.text(type_.span).lstrip(": ") == "string"


RULE = Rule(
    code="raw-sql",
    severity="error",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#validating-client-input",
    needs_index=True,
)

"""A whole row of users or accounts goes to the caller.

Such rows hold password hashes, tokens, mail addresses and whatever is added to the table later. Select the fields that
the caller needs, or make a small object of them. It is a hint: the table may hold nothing that others may not see.

## Bad

```ts app/api/me/route.ts
import { db } from '../../../lib/db';

export async function GET(request: Request) {
  const id = new URL(request.url).searchParams.get('id');
  return Response.json(await db.user.findUnique({ where: { id } }));
}
```

## Good

```ts app/api/me/route.ts
import { db } from '../../../lib/db';

export async function GET(request: Request) {
  const id = new URL(request.url).searchParams.get('id');
  return Response.json(await db.user.findUnique({ where: { id }, select: { name: true, image: true } }));
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.callees import callee_of, returned_values
from turnout.model.module import Module
from turnout.project.effects import function_behind
from turnout.rules.answered import parts_of, sent_values
from turnout.rules.edits import insert
from turnout.rules.receivers import received
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.rules.strangers import called_by
from turnout.syntax.write import Style

_TABLES = re.compile(
    r"^(?:users?|accounts?|sessions?|credentials?|admins?|employees?|customers?|apiKeys?|verificationTokens?)$",
    re.IGNORECASE,
)
_READS = frozenset(
    {
        "findUnique",
        "findFirst",
        "findMany",
        "findUniqueOrThrow",
        "findFirstOrThrow",
        "create",
        "update",
        "upsert",
        "delete",
    }
)
_NARROWS = frozenset({"select", "omit", "columns"})


def check(view: FileView) -> Iterator[Finding]:
    for each in received(view):
        if each.is_action and called_by(each.about) == "server":
            continue
        told: set[int] = set()
        for value in sent_values(view.module, each):
            for part in parts_of(value):
                found = _row(view, view.module, part)
                if found is not None and id(part) not in told:
                    told.add(id(part))
                    fix = _narrowed(view, part)
                    yield Finding(
                        part.span,
                        f"The whole row of `{found}` goes to the caller, with every column that it has or will get "
                        "(password hashes, tokens, mail addresses). Select the fields that are needed.",
                        (fix,) if fix is not None else (),
                    )


def _narrowed(view: FileView, part: c.Expression) -> Fix | None:
    """``select`` with the id and the fields that the function itself reads: the others are for people to add."""
    module = view.module
    bare = c.bare(part)
    fields = ["id"]
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        if binding is None or binding.value is None:
            return None
        for reference in binding.references:
            above = module.parents.get(id(reference))
            if isinstance(above, (c.Index, c.Spread)):
                return None
            if isinstance(above, c.Member) and above.object is reference:
                fields.append(above.name)
        bare = c.bare(binding.value)
    if isinstance(bare, c.Await):
        bare = c.bare(bare.value)
    if not isinstance(bare, c.Call) or _table(bare) is None or (c.last_name(bare.callee) == "findMany" and fields[1:]):
        return None
    key = "columns" if ".query." in (c.dotted(bare.callee) or "") else "select"
    style = Style.of(module.source)
    chosen = f"{key}: {style.braces(', '.join(f'{name}: true' for name in dict.fromkeys(fields)))}"
    options = c.bare(bare.arguments[0]) if bare.arguments and not isinstance(bare.arguments[0], c.Spread) else None
    if options is None:
        edit = insert(bare.span.end - 1, style.braces(chosen))
    elif isinstance(options, c.Object) and options.members and options.get("include") is None:
        edit = insert(options.members[-1].span.end, f", {chosen}")
    else:
        return None
    return Fix("Select the fields that are sent", (edit,))


def _row(view: FileView, module: Module, part: c.Expression, depth: int = 2) -> str | None:
    """The table whose whole row a value is, also when another function has read it."""
    bare = c.bare(part)
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        if binding is None or binding.value is None or binding.pattern is not None or binding.kind != "const":
            return None
        bare = c.bare(binding.value)
    if isinstance(bare, c.Await):
        bare = c.bare(bare.value)
    if not isinstance(bare, c.Call):
        return None
    callee = callee_of(module, bare.callee) if depth else None
    behind = function_behind(view.project, module, callee) if callee is not None else None
    if behind is None:
        return _table(bare)
    found = [_row(view, behind[0], value, depth - 1) for value in returned_values(behind[1])]
    return found[0] if found and all(found) else None


def _table(bare: c.Call) -> str | None:
    """``db.user.findUnique(…)`` without a ``select``: the table."""
    match bare:
        case c.Call(
            callee=c.Member(object=c.Member(object=c.Name(name=root), name=table), name=name), arguments=arguments
        ):
            pass
        case c.Call(
            callee=c.Member(object=c.Member(object=c.Member(name="query"), name=table), name=name), arguments=arguments
        ):
            root = "db"
        case _:
            return None
    if name not in _READS or not _TABLES.match(table) or not re.search(r"db|prisma|tx", root, re.IGNORECASE):
        return None
    options = c.bare(arguments[0]) if arguments and not isinstance(arguments[0], c.Spread) else None
    if options is not None and not isinstance(options, c.Object):
        return None
    keys = (
        {member.key for member in options.members if isinstance(member, c.Property)}
        if options is not None
        else set[str | None]()
    )
    if keys & _NARROWS or (options is not None and any(isinstance(member, c.Spread) for member in options.members)):
        return None
    return table


RULE = Rule(
    code="raw-row-returned",
    severity="hint",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#data-access-layer",
    needs_index=True,
)

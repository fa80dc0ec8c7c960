"""A session of Supabase is trusted as the browser sent it.

`getSession()` reads the session from the cookie and checks nothing: whoever calls can write any user into it. In server
code Supabase says `never trust supabase.auth.getSession() inside server code`. `getUser()` asks Supabase's server, and
`getClaims()` verifies the signature of the token.

It is a hint, and silent when the function asks `getUser()` or `getClaims()` too, or takes only the access token, which
another service checks.

## Bad

```ts app/actions.ts
'use server';

import { createClient } from '../lib/supabase/server';

export async function addTask(title: string) {
  const supabase = await createClient();
  const { data: { session } } = await supabase.auth.getSession();
  if (!session) throw new Error('Unauthorized');
  await supabase.from('tasks').insert({ title, owner: session.user.id });
}
```

## Good

```ts app/actions.ts
'use server';

import { createClient } from '../lib/supabase/server';

export async function addTask(title: string) {
  const supabase = await createClient();
  const { data: { user } } = await supabase.auth.getUser();
  if (!user) throw new Error('Unauthorized');
  await supabase.from('tasks').insert({ title, owner: user.id });
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.boundary import SERVER_LAYERS
from turnout.rules.reach import known_layers
from turnout.rules.rule import FileView, Finding, Rule

_VERIFIES = frozenset({"getUser", "getClaims"})


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b".auth.getSession(") or not view.has(b"supabase") or view.role == "test":
        return
    layers = known_layers(view)
    if not layers <= SERVER_LAYERS - {"middleware"} or (not layers and not view.has(b"use server")):
        return
    module = view.module
    for code in module.everything:
        if not isinstance(code, c.Call) or not _is_asked(module, code):
            continue
        around = module.function_around(code)
        if around is None or _verifies(module, around) or _takes_token_only(module, code):
            continue
        yield Finding(
            code.callee.span,
            "`getSession()` reads the session from the cookie as the browser sent it, and checks nothing: whoever "
            "calls can write any user into it. On the server ask `getUser()`, or `getClaims()`.",
        )


def _is_asked(module: Module, call: c.Call) -> bool:
    """``supabase.auth.getSession()``, of a client and not of a library that only has the same words."""
    path = c.dotted(call.callee) or ""
    if not path.endswith(".auth.getSession") or call.arguments:
        return False
    callee = call.callee
    root: c.Code = callee
    while isinstance(root, c.Member):
        root = root.object
    if not isinstance(root, c.Name):
        return False
    if "supabase" in root.name.lower():
        return True
    binding = module.scopes.binding(root)
    value = binding.value if binding is not None else None
    text = module.source.text(value.span).lower() if value is not None else ""
    return "supabase" in text or "createclient" in text or "createserver" in text


def _verifies(module: Module, function: c.Function) -> bool:
    """Whether the function around, or one around that, asks for what is verified."""
    outer: c.Function | None = function
    while outer is not None:
        if any(isinstance(code, c.Call) and c.last_name(code.callee) in _VERIFIES for code in c.walk(outer)):
            return True
        outer = module.function_around(outer)
    return False


def _takes_token_only(module: Module, call: c.Call) -> bool:
    """Whether nothing but ``session.access_token`` is used: whom it is given to checks it."""
    statement = next((above for above in module.ancestors(call) if isinstance(above, c.Declarator)), None)
    function = module.function_around(call)
    if statement is None or function is None:
        return False
    names = {name.name for name in c.bound_names(statement.pattern)}
    uses = [
        code
        for code in c.walk(function)
        if isinstance(code, c.Name) and code.name in names and not statement.span.contains(code.span)
    ]
    paths = [module.source.text(above.span) for use in uses if (above := module.parents.get(id(use))) is not None]
    return bool(paths) and any("_token" in path for path in paths) and not any(".user" in path for path in paths)


RULE = Rule(
    code="unverified-session",
    severity="hint",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#authentication-and-authorization",
    needs_index=True,
)

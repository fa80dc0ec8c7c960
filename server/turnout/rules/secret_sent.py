"""A secret of the server is sent to the browser.

What a handler answers and what an action returns can be read by whoever calls. Arguments bound to an action
(`action.bind(null, secret)`) travel to the browser unencrypted, too. What an inline action captures is encrypted, but
need not travel at all: read the variable inside of the action.

Only variables whose name says that they are secret count (`…_SECRET`, `…_KEY`, `…_TOKEN`, passwords, database
addresses), and none that begin with `NEXT_PUBLIC_`.

## Bad

```ts app/api/config/route.ts
export async function GET() {
  return Response.json({ key: process.env.STRIPE_SECRET_KEY });
}
```

## Good

```ts app/api/config/route.ts
export async function GET() {
  return Response.json({ key: process.env.NEXT_PUBLIC_STRIPE_KEY, isReady: Boolean(process.env.STRIPE_SECRET_KEY) });
}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.rules.answered import parts_of, sent_values
from turnout.rules.receivers import received
from turnout.rules.rule import FileView, Finding, Rule
from turnout.text.span import Span

_SECRET = re.compile(
    r"SECRET|_KEY$|^KEY$|TOKEN|PASSWORD|PASSPHRASE|PRIVATE|CREDENTIAL|DATABASE_URL|_DSN$|CONNECTION_STRING|MONGO\w*_UR[IL]$"
)
_OPEN = re.compile(
    r"^NEXT_PUBLIC_|PUBLIC|PUBLISHABLE|SITE_?KEY|ANON|CLIENT_KEY|SENTRY_DSN|MEASUREMENT|MAPS?_|MAPBOX|ALGOLIA_SEARCH|VAPID_PUB"
)


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"process.env") or view.role == "test":
        return
    for each in received(view):
        told: list[Span] = []
        for value in sent_values(view.module, each):
            for part in parts_of(value):
                name = _secret(view, part)
                if name is not None and not any(span.contains(part.span) for span in told):
                    told.append(part.span)
                    yield Finding(
                        part.span,
                        f"`{name}` is a secret of the server, and whoever calls this gets it. Leave it out of the "
                        f"answer, and use it on "
                        "the server only.",
                    )
        if each.is_action and each.entry.is_inline:
            yield from _captured(view, each.function)
    yield from _bound(view)


def _captured(view: FileView, function: c.Function) -> Iterator[Finding]:
    told: set[str] = set()
    for name, binding in view.module.scopes.free(function):
        if binding.scope.function is None or binding.name in told or binding.value is None:
            continue
        secret = _secret(view, binding.value)
        if secret is not None:
            told.add(binding.name)
            yield Finding(
                name.span,
                f"The action captures `{secret}`, so it travels through the browser, encrypted, with every page. "
                f"Read it inside of "
                "the action.",
                severity="hint",
            )


def _bound(view: FileView) -> Iterator[Finding]:
    if not view.has(b".bind("):
        return
    for code in view.module.everything:
        match code:
            case c.Call(callee=c.Member(object=c.Name() as action, name="bind"), arguments=(_, *rest)) if rest:
                if not _is_action(view, action):
                    continue
                for argument in rest:
                    name = _secret(view, argument) if not isinstance(argument, c.Spread) else None
                    if name is not None:
                        yield Finding(
                            argument.span,
                            f"What is bound to an action is sent to the browser unencrypted: everybody can read "
                            f"`{name}`. Read it inside "
                            "of the action.",
                        )
            case _:
                pass


def _is_action(view: FileView, name: c.Name) -> bool:
    imported = view.module.import_of.get(name.name)
    source = imported.source.value if imported is not None else None
    return (
        view.project.entry_of(view.path, source, imported.imported if imported is not None else name.name) is not None
    )


def _secret(view: FileView, code: c.Expression) -> str | None:
    """The name of the environment variable that a value is, if it is a secret one."""
    bare = c.bare(code)
    if isinstance(bare, c.Binary) and bare.operator in ("??", "||"):
        return _secret(view, bare.left)
    if isinstance(bare, c.Name):
        binding = view.module.scopes.binding(bare)
        if binding is None or binding.value is None or binding.pattern is not None or binding.kind == "parameter":
            return None
        inner = c.bare(binding.value)
        return _secret(view, inner) if isinstance(inner, (c.Member, c.Binary)) else None
    path = c.dotted(bare) if isinstance(bare, c.Member) else None
    if path is None or not path.startswith("process.env."):
        return None
    name = path.removeprefix("process.env.")
    return name if _SECRET.search(name) and not _OPEN.search(name) else None


RULE = Rule(
    code="secret-sent",
    severity="warning",
    category="security",
    check=check,
    docs="https://nextjs.org/docs/app/guides/data-security#preventing-client-side-execution-of-server-only-code",
    needs_index=True,
)

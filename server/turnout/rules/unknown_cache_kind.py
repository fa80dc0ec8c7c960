"""A `"use cache: …"` with a kind that nothing handles.

`default`, `remote` and `private` are Next.js's own; every other kind needs a handler of that name under `cacheHandlers`
in next.config. The compiler stops with `Unknown cache kind "sessions".`

## Bad

```js next.config.js
module.exports = { cacheComponents: true };
```

```ts lib/prices.ts
export async function prices() {
  'use cache: sessions';
  return [1, 2, 3];
}
```

## Good

```js next.config.js
module.exports = { cacheComponents: true, cacheHandlers: { sessions: require.resolve('./sessions.js') } };
```

```ts lib/prices.ts
export async function prices() {
  'use cache: sessions';
  return [1, 2, 3];
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.directives import StringStatement, is_near, string_statements
from turnout.model.module import is_cache
from turnout.rules.reach import compiles_cache, is_only_client_code
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.text.edits import Edit

KINDS = ("default", "remote", "private")
"""Those that Next.js brings along (``cacheKinds`` in next/dist/build/swc/options.js)."""


def check(view: FileView) -> Iterator[Finding]:
    if not view.has(b"use cache: ") or not compiles_cache(view):
        return
    config = view.app.config
    if not all(config.is_known(key) for key in ("cacheHandlers", "experimental", "experimental.cacheHandlers")):
        return
    in_client = is_only_client_code(view)
    known = (*KINDS, *config.cache_handlers)
    for each in string_statements(view.module):
        if not each.is_first or each.is_in_parentheses or not is_cache(each.text):
            continue
        kind = each.text.partition(": ")[2]
        if not kind or kind in known or (in_client and each.function is not None):
            continue
        message = (
            f'Unknown cache kind "{kind}". Please configure a cache handler for this kind in the `cacheHandlers` '
            "object in your Next.js config."
        )
        yield Finding(each.directive.span, message, tuple(_meant(view, each, kind, known)))


def _meant(view: FileView, each: StringStatement, kind: str, known: tuple[str, ...]) -> Iterator[Fix]:
    wanted = kind.strip().lower()
    for other in known:
        if other == wanted or is_near(wanted, other):
            quote = view.source.text(each.directive.span)[:1]
            edit = Edit(each.directive.span, f"{quote}use cache: {other}{quote}")
            yield Fix(f'Change it to "use cache: {other}"', (edit,), is_preferred=True)
            return


RULE = Rule(
    code="unknown-cache-kind",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/config/next-config-js/cacheHandlers",
)

"""A segment option that goes only with, or only without, `cacheComponents`.

With `cacheComponents` in next.config nothing is static or dynamic as a whole, and the old options have no meaning:
``Route segment config "dynamic" is not compatible with `nextConfig.cacheComponents`. Please remove it.`` The new ones,
`instant`, `prefetch` and `ensureStatic`, need it. Either way the build stops.

## Bad

```js next.config.mjs
export default { cacheComponents: true };
```

```ts app/api/tasks/route.ts
export const dynamic = 'force-dynamic';

export async function GET() {
  return Response.json([]);
}
```

## Good

```js next.config.mjs
export default { cacheComponents: true };
```

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json([]);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from turnout.model.segment_options import CACHE_COMPONENTS_OPTIONS, option_of
from turnout.project.discover import App
from turnout.rules.exports import taken_away
from turnout.rules.places import segment_name
from turnout.rules.rule import FileView, Finding, Rule

_INCOMPATIBLE = 'Route segment config "NAME" is not compatible with `nextConfig.KEY`. Please remove it.'
_INSTANT = 'Route segment config "NAME" requires `nextConfig.cacheComponents` to be enabled.'
_REQUIRED = 'Route "PAGE" cannot use `export const NAME = ...` without enabling `cacheComponents`.'
_WITHOUT = ("dynamic", "dynamicParams", "revalidate", "fetchCache", "runtime")


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "page", "layout") or view.app.is_before(15):
        return
    refused = _refused(view.app)
    if not any(view.has(name.encode()) for name in refused) or view.module.is_client_file:
        return
    for export in view.module.exports:
        if export.name in refused and not export.is_type and option_of(export) is not None:
            message = refused[export.name].replace("NAME", export.name)
            message = message.replace("PAGE", segment_name(view.app, view.path))
            yield Finding(export.name_span, message, taken_away(view, export))


def _refused(app: App) -> Mapping[str, str]:
    """The options that the app's config rules out, and how Next.js says so."""
    config = app.config
    if config.cache_components:
        return dict.fromkeys(_WITHOUT, _INCOMPATIBLE.replace("KEY", config.cache_components_key))
    if config.use_cache and config.is_known("experimental.useCache"):
        return {"runtime": _INCOMPATIBLE.replace("KEY", "experimental.useCache")}
    keys = ("cacheComponents", "experimental", "experimental.cacheComponents")
    if app.is_before(16) or not all(config.is_known(key) for key in keys):
        return {}
    return {**dict.fromkeys(CACHE_COMPONENTS_OPTIONS, _REQUIRED), "instant": _INSTANT}


RULE = Rule(
    code="cache-components-option",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/config/next-config-js/cacheComponents",
)

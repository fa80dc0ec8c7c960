"""A segment option that Next.js has given up.

Since 16.4 Next.js says `The Edge Runtime is deprecated. You can use the "nodejs" runtime instead.` and `The
"preferredRegion" route segment config is deprecated.` `experimental-edge` has been called `edge` since Next.js 13.
All of them still work.

## Bad

```ts app/api/tasks/route.ts
export const runtime = 'edge';

export async function GET() {
  return Response.json([]);
}
```

## Good

```ts app/api/tasks/route.ts
export async function GET() {
  return Response.json([]);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.segment_options import Option, option, option_text
from turnout.rules.exports import taken_away
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.syntax.write import Style
from turnout.text.edits import Edit

_EDGE = 'The Edge Runtime is deprecated. You can use the "nodejs" runtime instead, which is the default.'
_REGION = 'The "preferredRegion" route segment config is deprecated: regions are set where the app is deployed.'


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "page", "layout", "api-route"):
        return
    if not any(view.has(word) for word in (b"edge", b"preferredRegion", b"regions")):
        return
    if view.role == "api-route":
        yield from _api_route(view)
    elif not view.app.is_before(16, 4) and not view.module.is_client_file:
        runtime, region = option(view.module, "runtime"), option(view.module, "preferredRegion")
        if runtime is not None and runtime.text == "edge" and not _is_told_already(view):
            yield Finding(runtime.export.name_span, _EDGE, taken_away(view, runtime.export))
        if region is not None:
            yield Finding(region.export.name_span, _REGION, taken_away(view, region.export))


def _is_told_already(view: FileView) -> bool:
    """With ``cacheComponents``, and beside what is static, the option is a mistake that another rule tells."""
    module = view.module
    is_static = option_text(module, "dynamic") == "force-static" or module.export("generateStaticParams") is not None
    return is_static or view.app.config.use_cache


def _api_route(view: FileView) -> Iterator[Finding]:
    config = option(view.module, "config")
    value = config.value if config is not None else None
    if isinstance(value, c.Object):
        regions = next((each for each in value.members if isinstance(each, c.Property) and each.key == "regions"), None)
        if regions is not None and not view.app.is_before(16, 4):
            yield Finding(regions.key_span, _REGION)
    runtime = _runtime(view, value)
    if runtime is None or not isinstance(runtime, c.String):
        return
    if runtime.value == "experimental-edge":
        route = view.project.route(view.path)
        yield Finding(
            runtime.span,
            f"{route.pattern if route is not None else 'This API route'} provided runtime 'experimental-edge'. It can "
            "be updated to 'edge' instead.",
            (
                Fix(
                    "Write edge",
                    (Edit(runtime.span, Style.of(view.source).string("edge")),),
                    is_preferred=True,
                    is_safe=True,
                ),
            ),
            severity="warning",
        )
    elif runtime.value == "edge" and not view.app.is_before(16, 4):
        yield Finding(runtime.span, _EDGE)


def _runtime(view: FileView, config: c.Expression | None) -> c.Expression | None:
    """``export const config = { runtime: … }``, ``export const runtime = …``."""
    alone: Option | None = option(view.module, "runtime")
    if alone is not None:
        return alone.value
    written = config.get("runtime") if isinstance(config, c.Object) else None
    return c.bare(written) if written is not None else None


RULE = Rule(
    code="deprecated-option",
    severity="hint",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/messages/edge-runtime-deprecated",
)

"""A segment option that Next.js can't read: computed, re-exported, or with a value that it doesn't know.

Next.js reads `dynamic`, `revalidate`, `runtime` and the other options without running the file. It wants a literal in
the file itself: `export const revalidate = 60 * 60` or `export { dynamic } from './shared'` say nothing to it. Since
Next.js 16 the build then stops, with `Invalid segment configuration export detected` or ``Next.js can't recognize the
exported `dynamic` field in route.`` Older versions go on with the default.

## Bad

```ts app/api/tasks/route.ts
export const revalidate = 60 * 60;

export async function GET() {
  return Response.json([]);
}
```

## Good

```ts app/api/tasks/route.ts
export const revalidate = 3600;

export async function GET() {
  return Response.json([]);
}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from turnout.model import code as c
from turnout.model.segment_options import is_static, option_of
from turnout.project.literal import UNREAD, Literals
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.settings import Severity
from turnout.syntax.write import Style
from turnout.text.edits import Edit

VALUES = {
    "dynamic": ("auto", "force-dynamic", "error", "force-static"),
    "fetchCache": (
        "auto", "default-cache", "only-cache", "force-cache", "force-no-store", "default-no-store", "only-no-store",
    ),
    "runtime": ("nodejs", "edge"),
}  # fmt: skip
"""As in next/dist/build/segment-config/app/app-segment-config.js (16.4.6)."""

KINDS = {
    "dynamic": "string", "fetchCache": "string", "runtime": "string", "dynamicParams": "boolean",
    "preferredRegion": "string or array of static strings", "revalidate": "number", "maxDuration": "number",
}  # fmt: skip


def check(view: FileView) -> Iterator[Finding]:
    if view.role not in ("route-handler", "page", "layout") or not any(view.has(name.encode()) for name in KINDS):
        return
    module = view.module
    if module.is_client_file:
        return
    severity: Severity = "warning" if view.app.is_before(16) else "error"
    for export in module.exports:
        if export.name not in KINDS or export.is_type or export.is_commonjs:
            continue
        head = f"Next.js can't recognize the exported `{export.name}` field in route."
        if isinstance(export.statement, c.ExportNamed):
            yield Finding(
                export.name_span,
                f"{head} It mustn't be reexported: Next.js reads `export const {export.name}` in this file.",
                severity=severity,
            )
            continue
        option = option_of(export)  # What `let` declares Next.js passes over without a word.
        if option is None:
            continue
        value = option.value
        if not is_static(value):
            yield Finding(
                option.written.span,
                f"{head} It needs to be a static {KINDS[export.name]}: Next.js reads it without running the file.",
                tuple(_fixes(view, export.name, value)),
                severity=severity,
            )
            continue
        wrong = _wrong(view, export.name, value)
        if wrong is not None:
            yield Finding(option.written.span, f"{head} {wrong}", severity=severity)


def _wrong(view: FileView, name: str, written: c.Expression) -> str | None:
    """Why a value is none of the option's, in Next.js's words."""
    if isinstance(written, c.Constant) and written.text == "undefined":
        return None
    value = Literals(view.module).value(written)
    if value is UNREAD:
        return None
    if name in VALUES:
        if value in VALUES[name] or (value == "experimental-edge" and name == "runtime" and view.app.is_before(16)):
            return None
        if not isinstance(value, str):
            return "It needs to be a static string."
        known = ", ".join(f"`{each}`" for each in VALUES[name])
        return f"It has an invalid value: unknown variant `{value}`, expected one of {known}."
    if name == "dynamicParams":
        return None if isinstance(value, bool) else "It needs to be a static boolean."
    if name == "preferredRegion":
        texts = cast("list[object]", value) if isinstance(value, list) else [value]
        if all(isinstance(each, str) for each in texts):
            return None
        return "It needs to be a static string or array of static strings."
    is_number = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if is_number or (name == "revalidate" and value is False):
        return None
    shown = view.source.text(written.span)
    allowed = " or false" if name == "revalidate" else ""
    return f"Invalid {name} value {shown}, must be a non-negative number{allowed}."


def _fixes(view: FileView, name: str, written: c.Expression) -> Iterator[Fix]:
    """``60 * 60``, and a constant of the same file, written out."""
    if isinstance(written, c.Name) and not _is_constant(view, written):
        return
    value = Literals(view.module).value(written)
    if isinstance(value, bool) and (name == "dynamicParams" or (name == "revalidate" and not value)):
        text = "true" if value else "false"
    elif type(value) is int and KINDS[name] == "number" and value >= 0:
        text = str(value)
    elif isinstance(value, str) and value in VALUES.get(name, ()):
        text = Style.of(view.source).string(value)
    else:
        return
    yield Fix(f"Write {text}", (Edit(written.span, text),), is_preferred=True, is_safe=True)


def _is_constant(view: FileView, name: c.Name) -> bool:
    binding = view.module.scopes.binding(name)
    return binding is not None and binding.kind == "const" and not binding.writes


RULE = Rule(
    code="segment-config",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/app/api-reference/file-conventions/route-segment-config",
)

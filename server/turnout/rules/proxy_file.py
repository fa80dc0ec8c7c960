"""A `proxy` or `middleware` file that Next.js refuses, or passes over.

Next.js 16 calls middleware `proxy`. It looks for one file beside `app` or `pages`, with a function as default export or
named like the file: ``The file "./proxy.ts" must export a function, either as a default export or as a named "proxy"
export.`` Both names at once, and a runtime in a `proxy` file, stop the build. In the wrong folder, or with the new
name in an older Next.js, the file is never run, and what it guards is open.

## Bad

```ts proxy.ts
import { NextResponse } from 'next/server';

export function middleware() {
  return NextResponse.next();
}
```

## Good

```ts proxy.ts
import { NextResponse } from 'next/server';

export function proxy() {
  return NextResponse.next();
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Export, Module
from turnout.model.segment_options import is_static, option
from turnout.model.values import typeof
from turnout.project.literal import UNREAD, Literals, Value
from turnout.project.paths import folder_of, join, name_of
from turnout.rules.edits import without_member
from turnout.rules.exports import taken_away
from turnout.rules.places import entry_site
from turnout.rules.rule import FileView, Finding, Fix, Related, Rule
from turnout.settings import Severity
from turnout.text.edits import Edit
from turnout.text.span import NOWHERE, Span


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "middleware" or name_of(view.path).startswith("_"):
        return
    name = name_of(view.path).partition(".")[0]
    if name == "proxy" and view.app.is_before(16):
        if view.module.export("config") is not None or view.module.export("proxy") is not None:
            yield Finding(
                _site(view.module),
                f"Next.js {view.app.next_version} does not run this file: `proxy` is the name since 16. Call the file "
                "`middleware`, and its function too.",
                severity="warning",
            )
        return
    folder = _folder(view)
    if folder is not None and folder_of(view.path) != folder:
        shown = f"{folder}/" if folder else "the app's root"
        yield Finding(
            _site(view.module),
            f"Next.js does not run this file: it looks for the {name} beside `app` and `pages`, in {shown}.",
            severity="warning",
        )
        return
    yield from _twins(view, name)
    yield from _function(view, name)
    yield from _config(view, name)


def _site(module: Module) -> Span:
    """The function's name, else the first line."""
    exports = (module.export(name) for name in ("proxy", "middleware"))
    return next((export.name_span for export in exports if export is not None), entry_site(module))


def _folder(view: FileView) -> str | None:
    """Where Next.js looks: beside ``pages`` or, without it, ``app`` (next/dist/build/index.js)."""
    beside = view.app.pages_dir or view.app.app_dir
    return folder_of(beside) if beside is not None else None


def _twins(view: FileView, name: str) -> Iterator[Finding]:
    if name != "middleware" or view.app.is_before(16):
        return
    folder = folder_of(view.path)
    others = (join(folder, f"proxy.{extension}") for extension in view.app.config.page_extensions)
    other = next((path for path in others if view.project.exists(path)), None)
    if other is not None:
        own, theirs = (_shown(view, path) for path in (view.path, other))
        yield Finding(
            _site(view.module),
            f'Both middleware file "{own}" and proxy file "{theirs}" are detected. Please use "{theirs}" only.',
            related=(Related(other, NOWHERE, "The other file."),),
        )
        return
    yield Finding(
        _site(view.module),
        'The "middleware" file convention is deprecated. Please use "proxy" instead: '
        "`npx @next/codemod@canary middleware-to-proxy .`",
        severity="hint",
    )


def _shown(view: FileView, path: str) -> str:
    return f"./{path[len(view.app.root) :].lstrip('/')}"


def _function(view: FileView, name: str) -> Iterator[Finding]:
    module = view.module
    exports = [export for each in ("default", name) if (export := module.export(each)) is not None]
    message = (
        f'The file "{_shown(view, view.path)}" must export a function, either as a default export or as a named '
        f'"{name}" '
        "export."
    )
    for export in exports:
        kind = typeof(module, export.value)
        if kind is not None and len(exports) == 1:
            shown = "a plain value" if kind == "data" else f"of type {kind}"
            yield Finding(export.name_span, f"{message} This is {shown}.")
    if exports or module.errors or any(each.name == "*" or each.is_commonjs for each in module.exports):
        return
    if b"module.exports" in view.source.data:
        return
    old = module.export("middleware")
    meant = old is not None and name == "proxy"
    advice = " Since Next.js 16 `middleware` is called `proxy`." if meant else ""
    place = old.name_span if old is not None and meant else _site(module)
    yield Finding(place, f"{message}{advice}", tuple(_renamed(module, old)) if meant else ())


def _renamed(module: Module, export: Export | None) -> Iterator[Fix]:
    if export is None or export.local is None or "proxy" in module.scopes.top.names:
        return
    if isinstance(export.statement, c.ExportNamed):
        specifier = next(each for each in export.statement.specifiers if each.exported == "middleware")
        text = module.source.text(specifier.local.span)
        yield Fix("Call it proxy", (Edit(specifier.span, f"{text} as proxy"),), is_preferred=True, is_safe=True)
        return
    binding = module.scopes.binding(export.local)
    if binding is not None:
        spans = {export.local.span, *(each.span for each in binding.references)}
        edits = tuple(Edit(span, "proxy") for span in sorted(spans))
        yield Fix("Call it proxy", edits, is_preferred=True, is_safe=True)


def _config(view: FileView, name: str) -> Iterator[Finding]:
    module = view.module
    if name == "proxy" and (runtime := option(module, "runtime")) is not None:
        yield Finding(runtime.export.name_span, _segment_config(view), taken_away(view, runtime.export))
    found = option(module, "config")
    if found is None:
        return
    severity: Severity | None = "warning" if view.app.is_before(16) else None
    if not isinstance(found.value, c.Object):
        if not is_static(found.value):
            message = "Next.js can't recognize the exported `config` field in route. It needs to be a static object."
            yield Finding(found.written.span, message, severity=severity)
        return
    for member in found.value.members:
        if not isinstance(member, c.Property):
            message = "Next.js can't recognize the exported `config` field in route. It contains unsupported spread."
            yield Finding(member.span, message, severity=severity)
        elif member.key == "runtime" and name == "proxy":
            edits = without_member(module, member.span)
            yield Finding(
                member.key_span, _segment_config(view), (Fix("Take it away", edits, is_preferred=True, is_safe=True),)
            )
        elif member.key == "matcher":
            yield from _matcher(view, member.value, severity)


def _segment_config(view: FileView) -> str:
    return (
        f'Route segment config is not allowed in Proxy file at "{_shown(view, view.path)}". Proxy always runs on '
        "Node.js "
        "runtime."
    )


def _matcher(view: FileView, written: c.Expression, severity: Severity | None) -> Iterator[Finding]:
    if not is_static(written):
        yield Finding(
            written.span,
            "Next.js can't recognize the exported `config` field in route. `matcher` needs to be a static string or "
            "array of static strings or array of static objects.",
            severity=severity,
        )
        return
    bare = c.bare(written)
    literals = Literals(view.module)
    for each in bare.items if isinstance(bare, c.Array) else (bare,):
        value: Value = literals.value(each) if each is not None else UNREAD
        source = value.get("source") if isinstance(value, dict) else value
        if each is not None and isinstance(source, str) and not source.startswith("/"):
            yield Finding(each.span, f"Invalid matcher `{source}`: source must start with /.")


RULE = Rule(
    code="proxy-file",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/messages/middleware-to-proxy",
)

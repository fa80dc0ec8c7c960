"""The `config` of an API route that Next.js can't read, or with a value that it doesn't know.

Next.js reads `export const config` of a file in `pages/api` without running it: it wants a plain object, with nothing
computed. Since Next.js 16 a build stops otherwise: `Invalid segment configuration export detected`. `bodyParser`,
`responseLimit` and `externalResolver` stand in `api`; anywhere else nothing looks for them.

## Bad

```ts pages/api/upload.ts
export const config = { bodyParser: false };

export default function handler(req, res) {
  res.status(201).end();
}
```

## Good

```ts pages/api/upload.ts
export const config = { api: { bodyParser: false } };

export default function handler(req, res) {
  res.status(201).end();
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.segment_options import is_static, option
from turnout.project.literal import UNREAD, Literals, Value
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.rules.sizes import size_of
from turnout.settings import Severity
from turnout.text.edits import Edit
from turnout.text.span import Span

_HEAD = "Next.js can't recognize the exported `config` field in route."
_OF_API = ("bodyParser", "responseLimit", "externalResolver")
_RUNTIMES = ("nodejs", "edge", "experimental-edge")


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "api-route" or not view.has(b"config"):
        return
    export = view.module.export("config")
    if export is not None and export.source is not None and not export.is_commonjs:
        # Taken from the module when it runs, `api` still counts; what is read from the text does not.
        message = f"{_HEAD} It mustn't be reexported: Next.js reads `export const config` in this file."
        yield Finding(export.name_span, message, severity="warning")
        return
    found = option(view.module, "config")
    if found is None:
        return
    if not isinstance(found.value, c.Object):
        if not is_static(found.value):
            yield Finding(found.written.span, f"{_HEAD} It needs to be a static object.", severity=_severity(view))
        return
    yield from _members(view, found.value, "config")


def _severity(view: FileView) -> Severity | None:
    return "warning" if view.app.is_before(16) else None


def _members(view: FileView, config: c.Object, path: str) -> Iterator[Finding]:
    for member in config.members:
        if isinstance(member, c.Spread):
            yield Finding(member.span, f"{_HEAD} It contains unsupported spread.", severity=_severity(view))
            continue
        key = member.key
        value = c.bare(member.value)
        if key is None:
            yield Finding(member.key_span, f"{_HEAD} It must only contain string keys.", severity=_severity(view))
        elif member.shorthand or (not is_static(value) and not isinstance(value, c.Object)):
            yield _computed(view, member, f"{path}.{key}")
        elif isinstance(value, c.Object) and key in ("api", "bodyParser"):
            yield from _members(view, value, f"{path}.{key}")
        elif path == "config" and key in _OF_API:
            yield _misplaced(view, config, member)
        else:
            yield from _wrong(view, f"{path}.{key}".removeprefix("config."), value)


def _computed(view: FileView, member: c.Property, path: str) -> Finding:
    literals = Literals(view.module)
    shown = _shown(literals.value(member.value))
    edits = (Edit(member.span, f"{member.key}: {shown}") if member.shorthand else Edit(member.value.span, shown or ""),)
    fixes = (Fix(f"Write {shown}", edits, is_preferred=True, is_safe=True),) if shown is not None else ()
    return Finding(
        member.value.span,
        f"{_HEAD} `{path}` is computed, and Next.js reads it without running the file.",
        fixes,
        severity=_severity(view),
    )


def _shown(value: Value) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return repr(value) if isinstance(value, str) and value.isprintable() and "'" not in value else None


def _misplaced(view: FileView, config: c.Object, member: c.Property) -> Finding:
    text = view.source.text(member.span)
    fixes: tuple[Fix, ...] = ()
    if config.get("api") is None and len(config.members) == 1:
        fixes = (Fix("Put it into api", (Edit(member.span, f"api: {{ {text} }}"),), is_preferred=True, is_safe=True),)
    return Finding(
        member.key_span,
        f"Next.js does not read `config.{member.key}`: it belongs in `api`, as `config.api.{member.key}`.",
        fixes,
        severity="warning",
    )


def _wrong(view: FileView, key: str, written: c.Expression) -> Iterator[Finding]:
    """A value that the option doesn't have, in the words of the type check or of the build."""
    value = Literals(view.module).value(written)
    if value is UNREAD:
        return
    expected: str | None = None
    match key, value:
        case "runtime", str() if value not in _RUNTIMES:
            known = ", ".join(f"`{each}`" for each in _RUNTIMES)
            expected = f"`runtime` has an invalid value: unknown variant `{value}`, expected one of {known}."
        case "runtime" | "maxDuration", bool() | list() | dict():
            expected = f"`{key}` needs to be a static {'string' if key == 'runtime' else 'number'}."
        case ("runtime", int() | float()) | ("maxDuration", str()):
            expected = f"`{key}` needs to be a static {'string' if key == 'runtime' else 'number'}."
        case "api.bodyParser" | "api.externalResolver", str() | int() | float() if not isinstance(value, bool):
            sizes = ", or `{ sizeLimit: '2mb' }`" if key == "api.bodyParser" else ""
            expected = f"`{key}` is true or false{sizes}."
        case "api.bodyParser.sizeLimit" | "api.responseLimit", str():
            yield from _size(written.span, key, value)
        case "api.bodyParser.sizeLimit", bool():
            expected = f"`{key}` is a size such as `'2mb'`; `bodyParser: false` switches the parser off."
        case _:
            pass
    if expected is not None:
        is_build = key in ("runtime", "maxDuration") or view.path.endswith((".ts", ".tsx"))
        head = f"{_HEAD} " if key in ("runtime", "maxDuration") else ""
        yield Finding(written.span, f"{head}{expected}", severity=None if is_build else "warning")


def _size(span: Span, key: str, text: str) -> Iterator[Finding]:
    size = size_of(text)
    if size is None:
        message = f"`{key}` is no size: Next.js takes a number of bytes, or a text such as `'2mb'`."
        yield Finding(span, message, severity="warning")
    elif not size.is_whole:
        message = f"Next.js reads this as {size.bytes} bytes. It knows b, kb, mb and gb: write such as `'2mb'`."
        yield Finding(span, message, severity="warning")


RULE = Rule(
    code="api-config",
    severity="error",
    category="build",
    check=check,
    docs="https://nextjs.org/docs/messages/invalid-page-config",
)

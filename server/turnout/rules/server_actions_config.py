"""Settings of Server Actions that Next.js refuses, or doesn't look for where they stand.

The settings are `experimental.serverActions.bodySizeLimit` and `allowedOrigins`, since Next.js 14. At the top level of
next.config nothing reads them: `Unrecognized key(s) in object: 'serverActions'`, and the limit stays 1 MB. A size that
is none stops the start: `Server Actions Size Limit must be a valid number or filesize format larger than 1MB`. A number
counts bytes.

## Bad

```js next.config.mjs
export default {
  serverActions: { bodySizeLimit: '10mb' },
};
```

## Good

```js next.config.mjs
export default {
  experimental: { serverActions: { bodySizeLimit: '10mb' } },
};
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model import code as c
from turnout.project.literal import UNREAD, Literals, Value
from turnout.rules.edits import insert, without_member
from turnout.rules.rule import FileView, Finding, Fix, Rule
from turnout.rules.sizes import size_of
from turnout.syntax.write import Style, moved
from turnout.text.edits import Edit
from turnout.text.source import SourceFile

_DOCS = "https://nextjs.org/docs/app/api-reference/config/next-config-js/serverActions#bodysizelimit"
_INVALID = "Server Actions Size Limit must be a valid number or filesize format larger than 1MB"
_KEYS = ("bodySizeLimit", "allowedOrigins")
_FEW = 1024
"""A number of bytes that nobody means."""


def check(view: FileView) -> Iterator[Finding]:
    if view.role != "next-config" or not any(view.has(word) for word in (b"serverActions", b"bodyParser")):
        return
    for code in view.module.everything:
        if isinstance(code, c.Property):
            match code.key, _above(view, code):
                case "serverActions", ():
                    yield from _at_the_top(view, code)
                case "serverActions", ("experimental",):
                    yield from _settings(view, code)
                case "serverActionsBodySizeLimit", ("experimental",) if not view.app.is_before(14):
                    yield _renamed(view, code)
                case "bodyParser" | "responseLimit", ("api",):
                    yield Finding(
                        code.key_span,
                        f"Next.js does not read `api.{code.key}` in next.config: Unrecognized key(s) in object: "
                        "'api'. An API route exports its own `config`, a route handler reads the raw request, and "
                        "Server Actions have `experimental.serverActions.bodySizeLimit`.",
                    )
                case _:
                    pass


def _above(view: FileView, member: c.Property) -> tuple[str, ...]:
    """The keys that a member of the config stands below."""
    above = (each for each in view.module.ancestors(member) if isinstance(each, c.Property))
    return tuple(each.key or "*" for each in above)


def _at_the_top(view: FileView, member: c.Property) -> Iterator[Finding]:
    found = view.app.config.server_actions
    if found is None or view.app.is_before(13, 4):
        return
    if not found.is_misplaced:  # const experimental = { serverActions: … }
        yield from _settings(view, member)
        return
    yield Finding(
        member.key_span,
        "Unrecognized key(s) in object: 'serverActions': Next.js reads it below `experimental`, and ignores it here.",
        tuple(_moved(view, member)),
    )


def _moved(view: FileView, member: c.Property) -> Iterator[Fix]:
    config = view.module.parents.get(id(member))
    if not isinstance(config, c.Object):
        return
    source = view.source
    experimental = config.get("experimental")
    if experimental is None:
        edits = (Edit(member.span, f"experimental: {_inside(source, member)}"),)
    elif isinstance(experimental, c.Object) and experimental.members:
        first = experimental.members[0].span.start
        indent = source.indent_at(first)
        is_own_line = source.lines.line_of(first) != source.lines.line_of(experimental.span.start)
        gap = f",{source.newline}{indent}" if is_own_line else ", "
        edits = (
            *without_member(view.module, member.span),
            insert(first, f"{moved(source, member.span, indent)}{gap}"),
        )
    else:
        return
    yield Fix("Move it to experimental", edits, is_preferred=True, is_safe=True)


def _inside(source: SourceFile, member: c.Property) -> str:
    """The member in braces of its own: on one line when it stands on one."""
    style = Style.of(source)
    text = source.text(member.span)
    if "\n" not in text:
        return style.braces(text)
    outer = source.indent_at(member.span.start)
    inner = f"{outer}{style.unit}"
    comma = "," if style.comma else ""
    return source.newline.join(("{", f"{inner}{moved(source, member.span, inner)}{comma}", f"{outer}}}"))


def _renamed(view: FileView, member: c.Property) -> Finding:
    inner = Style.of(view.source).braces(f"bodySizeLimit: {view.source.text(member.value.span)}")
    experimental = view.module.parents.get(id(member))
    is_free = isinstance(experimental, c.Object) and experimental.get("serverActions") is None
    edits = (Edit(member.span, f"serverActions: {inner}"),)
    return Finding(
        member.key_span,
        "Since Next.js 14 this is `experimental.serverActions.bodySizeLimit`: here it is ignored, and the limit is 1 "
        "MB.",
        (Fix("Write serverActions.bodySizeLimit", edits, is_preferred=True, is_safe=True),) if is_free else (),
    )


def _settings(view: FileView, member: c.Property) -> Iterator[Finding]:
    value = c.bare(member.value)
    is_boolean = isinstance(value, c.Constant) and value.text in ("true", "false")
    if view.app.is_before(14):
        if isinstance(value, c.Object):
            yield Finding(
                member.key_span,
                f'Expected boolean, received object at "experimental.serverActions": in Next.js '
                f"{view.app.next_version} "
                "it is `true`, and the limit is `experimental.serverActionsBodySizeLimit`.",
            )
        return
    if is_boolean:
        off = isinstance(value, c.Constant) and value.text == "false"
        yield Finding(
            member.span,
            'Expected object, received boolean at "experimental.serverActions": '
            + ("actions can't be switched off." if off else "actions are there without it since Next.js 14."),
            (Fix("Take it away", without_member(view.module, member.span), is_preferred=True, is_safe=not off),),
        )
    if not isinstance(value, c.Object):
        return
    for each in value.members:
        if not isinstance(each, c.Property) or each.key is None:
            continue
        found = Literals(view.module).value(each.value)
        if each.key == "bodySizeLimit" and found is not UNREAD:
            yield from _limit(each, found)
        elif each.key == "allowedOrigins":
            yield from _origins(view, each, found)
        elif each.key not in _KEYS:
            yield Finding(
                each.key_span,
                f"Unrecognized key(s) in object: '{each.key}' at \"experimental.serverActions\". It has "
                "`bodySizeLimit` and `allowedOrigins`.",
            )


def _limit(member: c.Property, value: Value) -> Iterator[Finding]:
    span = member.value.span
    if isinstance(value, str):
        size = size_of(value)
        if size is None or size.bytes < 1:
            yield Finding(span, f"{_INVALID}: `{value}` is none. Write such as `'4mb'`.", severity="error")
        elif not size.is_whole:
            yield Finding(span, f"Next.js reads this as {size.bytes} bytes. It knows kb, mb and gb, as in `'4mb'`.")
        elif size.bytes < _FEW:
            yield Finding(span, f"This is {size.bytes} bytes: any larger request is refused. Write such as `'4mb'`.")
    elif isinstance(value, bool) or not isinstance(value, (int, float)):
        yield Finding(span, f"{_INVALID}: write such as `'4mb'`.", severity="error")
    elif value < 1:
        yield Finding(span, f"{_INVALID}: {value} is none. Write such as `'4mb'`.", severity="error")
    elif value < _FEW:
        yield Finding(
            span, f"A number counts bytes: any request larger than {value} bytes is refused. Write such as `'4mb'`."
        )


_ORIGIN = re.compile(r"^[a-z]+://([^/]+)/?$", re.IGNORECASE)


def _origins(view: FileView, member: c.Property, value: Value) -> Iterator[Finding]:
    if isinstance(value, (str, bool, int, float)):
        kind = "string" if isinstance(value, str) else "boolean" if isinstance(value, bool) else "number"
        edits = (insert(member.value.span.start, "["), insert(member.value.span.end, "]"))
        yield Finding(
            member.value.span,
            f'Expected array, received {kind} at "experimental.serverActions.allowedOrigins".',
            (Fix("Make it an array", edits, is_preferred=True, is_safe=True),) if kind == "string" else (),
        )
        return
    bare = c.bare(member.value)
    for item in bare.items if isinstance(bare, c.Array) else ():
        text = c.bare(item) if item is not None else None
        if isinstance(text, c.String) and (host := _ORIGIN.match(text.value)) is not None:
            edit = Edit(text.span, Style.of(view.source).string(host[1]))
            yield Finding(
                text.span,
                f"Next.js compares hosts: `{text.value}` fits no origin. Write `{host[1]}`.",
                (Fix("Write the host alone", (edit,), is_preferred=True, is_safe=True),),
            )


RULE = Rule(
    code="server-actions-config",
    severity="warning",
    category="build",
    check=check,
    docs=_DOCS,
)

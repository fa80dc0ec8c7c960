"""What JSON can carry between browser and server as a Server Action does, as far as types and code show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from turnout.conversions.flow import may_end
from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span

_LOST = {
    "Date": "a Date arrives as a text",
    "Map": "a Map arrives empty",
    "Set": "a Set arrives empty",
    "WeakMap": "a WeakMap can't travel",
    "File": "a File can't travel in JSON",
    "Blob": "a Blob can't travel in JSON",
    "FileList": "files can't travel in JSON",
    "FormData": "FormData can't travel in JSON",
    "URLSearchParams": "URLSearchParams arrive empty",
    "URL": "a URL arrives as a text",
    "RegExp": "a RegExp arrives empty",
    "Error": "an Error arrives empty",
    "Promise": "a promise can't travel in JSON",
    "ReadableStream": "a stream can't travel in JSON",
    "AsyncIterable": "a stream can't travel in JSON",
    "ArrayBuffer": "bytes can't travel in JSON",
    "Uint8Array": "bytes can't travel in JSON",
    "Buffer": "bytes can't travel in JSON",
    "Symbol": "a symbol can't travel in JSON",
    "Function": "a function can't travel in JSON",
    "ReactNode": "JSX can't travel in JSON",
    "ReactElement": "JSX can't travel in JSON",
    "Element": "JSX can't travel in JSON",
}  # fmt: skip
_LOST_WORDS = re.compile(r"\b(?:bigint|symbol)\b|=>|\b[bB]uffer\b")
_LOST_SCHEMA = re.compile(r"\.(?:date|map|set|bigint|instanceof|file)\s*\(|coerce\.(?:date|bigint)", re.ASCII)


@dataclass(frozen=True)
class Lost:
    """Something that JSON would change, where the code shows it."""

    why: str
    path: str
    span: Span


# ----------------------------------------------------------------------- types


def lost_by_type(project: Snapshot, module: Module, written: c.Type, *, in_promise: bool = False) -> Lost | None:
    """What a type says that JSON would lose, its own declarations looked up. Types of packages are taken for fine."""
    return next(_lost_in_type(project, module, written, in_promise, 4), None)


def _lost_in_type(project: Snapshot, module: Module, written: c.Type, in_promise: bool, depth: int) -> Iterator[Lost]:
    text = module.source.text(written.span)
    if found := _LOST_WORDS.search(_without_strings(text)):
        why = "a function can't travel in JSON" if found[0] == "=>" else f"a {found[0]} can't travel in JSON"
        yield Lost(why, module.path, written.span)
    for name in written.names:
        if in_promise and name.name == "Promise" and name.span.start == written.span.start:
            continue
        yield from _lost_in_name(project, module, name, depth)


def _lost_in_name(project: Snapshot, module: Module, name: c.Name, depth: int) -> Iterator[Lost]:
    binding = module.scopes.binding(name)
    if binding is None:
        if name.name in _LOST:
            yield Lost(_LOST[name.name], module.path, name.span)
        return
    if depth == 0:
        return
    if binding.kind == "import":
        imported = module.import_of.get(binding.name)
        if imported is None:
            return
        if imported.source.value == "react" and imported.imported in _LOST:
            yield Lost(_LOST[imported.imported], module.path, name.span)
        target = project.resolve(module.path, imported.source.value)
        other = project.module(target) if target is not None else None
        if other is not None:
            for lost in _lost_in_declaration(project, other, imported.imported, depth - 1):
                # The place that the user looks at is where the type is written, not where it is declared.
                yield Lost(lost.why, module.path, name.span)
        return
    if binding.scope is module.scopes.top:
        for lost in _lost_in_declaration(project, module, name.name, depth - 1):
            yield Lost(lost.why, module.path, name.span)


def _lost_in_declaration(project: Snapshot, module: Module, name: str, depth: int) -> Iterator[Lost]:
    """A type, or (behind ``typeof``) a schema."""
    for statement in module.body:
        inner = statement.declaration if isinstance(statement, c.ExportDeclaration) else statement
        match inner:
            case c.TypeDeclaration(name=c.Name(name=declared), names=names, form="interface" | "type") if (
                declared == name
            ):
                text = module.source.text(inner.span).partition("=" if inner.form == "type" else "{")[2]
                if _LOST_WORDS.search(_without_strings(text)):
                    yield Lost("it holds what can't travel in JSON", module.path, inner.span)
                for each in names:
                    yield from _lost_in_name(project, module, each, depth)
            case c.Declare(declarators=declarators):
                for each in declarators:
                    if isinstance(each.pattern, c.Name) and each.pattern.name == name and each.value is not None:
                        text = module.source.text(each.value.span)
                        if re.match(r"(?:z|v|yup|t)\.", text) and _LOST_SCHEMA.search(text):
                            yield Lost("it holds what can't travel in JSON", module.path, each.span)
            case _:
                pass


def _without_strings(text: str) -> str:
    return re.sub(r"'[^'\n]*'|\"[^\"\n]*\"", "''", text)


# ---------------------------------------------------------------------- values


def lost_by_value(module: Module, value: c.Expression, depth: int = 5) -> Lost | None:
    """What an expression shows that JSON would lose; calls and names of unknown value are taken for fine."""
    return next(_lost_in_value(module, value, depth), None)


def _lost_in_value(module: Module, value: c.Expression, depth: int) -> Iterator[Lost]:
    if depth == 0:
        return
    bare = c.bare(value)
    while isinstance(bare, c.Await):
        bare = c.bare(bare.value)
    match bare:
        case c.New(callee=callee):
            name = c.dotted(callee) or "…"
            why = _LOST.get(name)
            if why is None:
                why = f"a `{name}` arrives as a plain object"
            yield Lost(why, module.path, bare.span)
        case c.Function() | c.Class():
            yield Lost("a function can't travel in JSON", module.path, bare.span)
        case c.Jsx():
            yield Lost("JSX can't travel in JSON", module.path, bare.span)
        case c.Regex():
            yield Lost(_LOST["RegExp"], module.path, bare.span)
        case c.Number(text=text) if text.endswith("n"):
            yield Lost("a BigInt can't travel in JSON", module.path, bare.span)
        case c.Call(callee=c.Name(name="BigInt" | "Symbol" as name) as callee) if module.scopes.is_global(callee):
            yield Lost(f"a {name} can't travel in JSON", module.path, bare.span)
        case c.Object(members=members):
            for member in members:
                yield from _lost_in_value(module, member.value, depth - 1)
        case c.Array(items=items):
            for item in items:
                if item is not None:
                    below = item.value if isinstance(item, c.Spread) else item
                    yield from _lost_in_value(module, below, depth - 1)
        case c.Conditional(then=then, otherwise=otherwise):
            yield from _lost_in_value(module, then, depth - 1)
            yield from _lost_in_value(module, otherwise, depth - 1)
        case c.Binary(operator="||" | "??" | "&&", left=left, right=right):
            yield from _lost_in_value(module, left, depth - 1)
            yield from _lost_in_value(module, right, depth - 1)
        case c.Name():
            binding = module.scopes.binding(bare)
            if binding is None and bare.name in ("NaN", "Infinity"):
                yield Lost(f"{bare.name} arrives as null", module.path, bare.span)
            if binding is not None and binding.value is not None and binding.pattern is None:
                if binding.kind in ("const", "let", "var", "function"):
                    for lost in _lost_in_value(module, binding.value, depth - 1):
                        yield Lost(lost.why, module.path, bare.span)
        case _:
            return


def is_plain(module: Module, value: c.Expression, depth: int = 5) -> bool:
    """Whether the code shows that JSON carries an expression as it is."""
    bare = c.bare(value)
    match bare:
        case c.String() | c.Template() | c.Number() | c.Constant():
            return True
        case c.Unary() | c.Update():
            return True
        case c.Binary(operator="||" | "??" | "&&", left=left, right=right):
            return is_plain(module, left, depth - 1) and is_plain(module, right, depth - 1)
        case c.Binary():
            return True
        case c.Conditional(then=then, otherwise=otherwise):
            return is_plain(module, then, depth - 1) and is_plain(module, otherwise, depth - 1)
        case c.Object(members=members):
            return all(isinstance(each, c.Property) and is_plain(module, each.value, depth - 1) for each in members)
        case c.Array(items=items):
            return all(
                each is not None and not isinstance(each, c.Spread) and is_plain(module, each, depth - 1)
                for each in items
            )
        case _:
            return False


def may_be_undefined(project: Snapshot, module: Module, value: c.Expression, depth: int = 6) -> bool:
    """Whether an expression may give ``undefined``; unless the code shows that it doesn't, it may."""
    if depth == 0:
        return True
    bare = c.bare(value)
    match bare:
        case (
            c.String() | c.Number() | c.Template() | c.Object() | c.Array() | c.New() | c.Update()
            | c.Function() | c.Class() | c.Regex() | c.Jsx()
        ):  # fmt: skip
            return False
        case c.Constant(text=text):
            return text == "undefined"
        case c.Unary(operator=operator):
            return operator == "void"
        case c.Await(value=inner):
            return may_be_undefined(project, module, inner, depth)
        case c.Binary(operator="??" | "||", right=right):
            return may_be_undefined(project, module, right, depth - 1)
        case c.Binary(operator="&&", left=left, right=right):
            return may_be_undefined(project, module, left, depth - 1) or may_be_undefined(
                project, module, right, depth - 1
            )
        case c.Binary():
            return False
        case c.Conditional(then=then, otherwise=otherwise):
            return any(may_be_undefined(project, module, each, depth - 1) for each in (then, otherwise))
        case c.Name():
            binding = module.scopes.binding(bare)
            if binding is None or binding.kind != "const" or binding.pattern is not None or binding.value is None:
                return True
            return may_be_undefined(project, module, binding.value, depth - 1)
        case c.Call():
            return _call_may_be_undefined(project, module, bare, depth - 1)
        case _:
            return True


_NEVER_UNDEFINED = frozenset({
    "findMany", "findUnique", "findFirst", "findUniqueOrThrow", "findFirstOrThrow", "create", "createMany", "update",
    "updateMany", "upsert", "delete", "deleteMany", "count", "aggregate", "groupBy",
})  # fmt: skip
"""Of a Prisma client: what isn't found is null."""
_NEVER_UNDEFINED_GLOBALS = frozenset({"String", "Number", "Boolean", "JSON.stringify", "Object.keys", "Object.values",
                                      "Object.entries", "Array.from", "Promise.all", "Date.now"})  # fmt: skip
_NEVER_UNDEFINED_METHODS = frozenset({"map", "filter", "slice", "toString", "trim", "join", "toISOString", "toSorted",
                                      "toLowerCase", "toUpperCase", "split", "flatMap", "concat",
                                      "has", "includes", "startsWith", "endsWith", "test", "some", "every",
                                      })  # fmt: skip


def _call_may_be_undefined(project: Snapshot, module: Module, call: c.Call, depth: int) -> bool:
    name = c.dotted(call.callee) or ""
    if isinstance(call.callee, c.Member) and not call.optional and not call.callee.optional:
        if call.callee.name in _NEVER_UNDEFINED_METHODS:
            return False
        if call.callee.name in _NEVER_UNDEFINED and re.match(r"(?:\w+\.)?(?:prisma|db)\w*\.\w+\.", name, re.IGNORECASE):
            return False
    if name in _NEVER_UNDEFINED_GLOBALS:
        return False
    found = function_called(project, module, call)
    return found is None or function_may_give_undefined(project, found[0], found[1], depth)


def function_may_give_undefined(project: Snapshot, module: Module, function: c.Function, depth: int = 6) -> bool:
    """Whether a function may end without a value, by its type or else by its code."""
    if function.return_type is not None:
        text = module.source.text(function.return_type.span)
        return bool(re.search(r"\b(?:void|undefined|any|unknown|never)\b", text)) or not text.startswith("Promise")
    if function.is_generator or function.body is None:
        return True
    if not isinstance(function.body, c.Block):
        return may_be_undefined(project, module, function.body, depth)
    if may_end(function.body):
        return True
    return any(
        each.value is None or may_be_undefined(project, module, each.value, depth) for each in returns_of(function)
    )


def function_called(project: Snapshot, module: Module, call: c.Call) -> tuple[Module, c.Function] | None:
    """The project's own function that a call means."""
    callee = callee_of(module, call.callee)
    if callee is None or callee.path or callee.source == "":
        return None
    if callee.source is None:
        value = module.top_level.get(callee.name)
        return (module, value) if isinstance(value, c.Function) else None
    found = project.definition(module.path, callee.source, callee.name)
    if found is None or found.export.value is None:
        return None
    value = c.bare(found.export.value)
    return (found.module, value) if isinstance(value, c.Function) else None


def returns_of(function: c.Function) -> list[c.Return]:
    """The return statements of a function's own body."""
    return [code for code in c.walk_own(function) if isinstance(code, c.Return)]

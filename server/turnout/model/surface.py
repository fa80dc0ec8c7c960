"""What others can see of a file: the small, comparable part of its facts that the index keeps for every file.

Two surfaces are equal when nothing changed that matters to another file; places are carried but not compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.erasure import is_erased
from turnout.model.handler import Dispatch, dispatch_of, unwrap
from turnout.model.module import Export, Module, directives_of
from turnout.model.phase import DATA_FUNCTIONS
from turnout.model.props import Prop, find_props
from turnout.model.requests import Request, find_requests
from turnout.model.strings import Text, texts
from turnout.model.uses import Use, find_uses, loaded_names
from turnout.text.span import Span

ValueKind: TypeAlias = Literal["function", "class", "object", "call", "other", "unknown", "type"]


@dataclass(frozen=True, slots=True)
class SurfaceImport:
    """One edge to another file. ``names`` are (imported, local); empty for a bare import, and for a dynamic one that
    does not say what it takes."""

    source: str
    names: tuple[tuple[str, str], ...]
    type_only: bool
    """Whether a keyword says so: ``import type``, or ``type`` before each name."""
    is_dynamic: bool = False
    is_erased: bool = False
    """Whether TypeScript takes it out as long as no ``verbatimModuleSyntax`` forbids it: no value of it is used."""
    is_data_only: bool = False
    """Only ``getServerSideProps`` and its like use it: the Pages Router drops it from the browser's bundle."""
    span: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class SurfaceExport:
    """One exported name; ``source`` and ``imported`` say where a re-export comes from (``*`` for everything)."""

    name: str
    kind: ValueKind
    is_async: bool
    source: str | None
    imported: str | None
    local: str | None = None
    """What it is called inside its file."""
    wraps: bool = False
    """For a ``call``: whether a function is somewhere inside, so that the result is probably one too."""
    span: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class InlineAction:
    """A function with its own ``'use server'``. Its name is unique here: ``save``, ``save#2``, ``#1`` without one."""

    name: str
    is_async: bool
    is_exported: bool
    span: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Surface:
    path: str
    directive: Literal["use client", "use server"] | None
    imports: tuple[SurfaceImport, ...]
    exports: tuple[SurfaceExport, ...]
    inline_actions: tuple[InlineAction, ...]
    requests: tuple[Request, ...]
    uses: tuple[Use, ...]
    constants: tuple[tuple[str, tuple[Text, ...]], ...]
    """Texts that the file's own names stand for, under dotted names: ``API.users``."""
    clients: tuple[tuple[str, tuple[Text, ...]], ...]
    """Request clients made here (``axios.create({ baseURL })``) and the texts that they put in front."""
    aliases: tuple[tuple[str, str], ...]
    """Instances of the file's own classes: ``const api = new Api()`` gives ('api', 'Api')."""
    props: tuple[Prop, ...]
    """Addresses that the file's elements are given."""
    dispatch: Dispatch | None
    """How the default export tells HTTP methods apart, when it looks like an API route that does."""
    has_jsx: bool


def surface_of(module: Module) -> Surface:
    """What others can see of a module."""
    directive: Literal["use client", "use server"] | None = None
    if module.is_client_file:
        directive = "use client"
    elif module.is_server_actions_file:
        directive = "use server"
    return Surface(
        path=module.path,
        directive=directive,
        imports=_imports(module),
        exports=tuple(_export(module, export) for export in module.exports),
        inline_actions=tuple(_inline_actions(module)),
        requests=find_requests(module),
        uses=find_uses(module),
        constants=tuple(_constants(module)),
        clients=tuple(_clients(module)),
        aliases=tuple(_aliases(module)),
        props=find_props(module),
        dispatch=_dispatch(module),
        has_jsx=module.path.endswith((".tsx", ".jsx")),
    )


def _imports(module: Module) -> tuple[SurfaceImport, ...]:
    found: list[SurfaceImport] = []
    data = tuple(export.statement.span for export in module.exports if export.name in DATA_FUNCTIONS)
    for statement in module.body:
        match statement:
            case c.Import(source=source, specifiers=specifiers, type_only=type_only):
                names = tuple((each.imported, each.local.name) for each in specifiers if not each.type_only)
                only_types = type_only or (bool(specifiers) and not names)
                data_only = bool(data) and bool(names) and _is_data_only(module, specifiers, data)
                found.append(
                    SurfaceImport(
                        source.value,
                        names,
                        only_types,
                        is_data_only=data_only,
                        is_erased=not type_only and is_erased(module, statement),
                        span=source.span,
                    )
                )
            case _:
                pass
    for imported in module.imports:
        if not isinstance(_statement_at(module, imported.statement), c.Import):
            names = ((imported.imported, imported.local.name),)
            found.append(SurfaceImport(imported.source.value, names, False, span=imported.source.span))
    for export in module.exports:
        if export.source is not None and export.local is None:
            found.append(
                SurfaceImport(
                    export.source.value,
                    ((export.imported or "*", ""),),
                    export.is_type,
                    is_erased=export.is_type and not _is_type_statement(export.statement),
                    span=export.source.span,
                )
            )
    if b"import(" in module.source.data or b"require(" in module.source.data:
        known = {each.span for each in found}
        for code in module.everything:
            match code:
                case c.Call(callee=c.Name(name="import" | "require"), arguments=(c.String() as source, *_)) as load:
                    if source.span not in known:
                        names = loaded_names(module, load)
                        found.append(SurfaceImport(source.value, names, False, True, span=source.span))
                case _:
                    pass
    return tuple(found)


def _is_type_statement(statement: c.Statement) -> bool:
    return isinstance(statement, (c.ExportNamed, c.ExportAll)) and statement.type_only


def _is_data_only(module: Module, specifiers: tuple[c.ImportSpecifier, ...], data: tuple[Span, ...]) -> bool:
    for specifier in specifiers:
        binding = module.scopes.binding(specifier.local)
        for reference in binding.references if binding is not None else ():
            if not any(span.contains(reference.span) for span in data):
                return False
    return True


def _statement_at(module: Module, span: Span) -> c.Statement | None:
    return next((statement for statement in module.body if statement.span == span), None)


def _export(module: Module, export: Export) -> SurfaceExport:
    value = c.bare(export.value) if export.value is not None else None
    kind: ValueKind = "unknown"
    if export.is_type:
        kind = "type"
    elif isinstance(value, c.Function):
        kind = "function"
    elif isinstance(value, c.Class):
        kind = "class"
    elif isinstance(value, (c.Object, c.Array)):
        kind = "object"
    elif isinstance(value, (c.Call, c.New, c.TaggedTemplate)):
        kind = "call"
    elif value is not None:
        kind = "other"
    return SurfaceExport(
        export.name,
        kind,
        isinstance(value, c.Function) and value.is_async,
        export.source.value if export.source is not None else None,
        export.imported,
        export.local.name if export.local is not None else None,
        kind == "call" and _wraps(module, export),
        export.name_span,
    )


def _wraps(module: Module, export: Export) -> bool:
    behind = unwrap(module, export.value)
    return behind.function is not None or behind.imported is not None


def _aliases(module: Module) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in module.top_level.items():
        match c.bare(value) if value is not None else None:
            case c.New(callee=c.Name(name=definition)) if isinstance(module.top_level.get(definition), c.Class):
                found.append((name, definition))
            case _:
                pass
    return found


def _dispatch(module: Module) -> Dispatch | None:
    export = module.export("default")
    if export is None or export.value is None:
        return None
    return dispatch_of(module, unwrap(module, export.value).function, export.value)


def _inline_actions(module: Module) -> list[InlineAction]:
    if b"use server" not in module.source.data:
        return []
    exported = {id(export.value) for export in module.exports if export.value is not None}
    found: list[InlineAction] = []
    for function in module.functions:
        if any(each.text == "use server" for each in directives_of(function)):
            name = name_of(module, function)
            span = name.span if name is not None else Span(function.span.start, function.span.start)
            written = name.name if name is not None else ""
            same = sum(1 for each in found if each.name.partition("#")[0] == written)
            found.append(
                InlineAction(
                    f"{written}#{same + 1}" if same or not written else written,
                    function.is_async,
                    id(function) in exported,
                    span,
                )
            )
    return found


def name_of(module: Module, function: c.Function) -> c.Name | None:
    """The name that people know a function by: its own, the constant's or the property's that it is given to."""
    if function.name is not None:
        return function.name
    above = module.parents.get(id(function))
    while isinstance(above, (c.Cast, c.Call)):
        above = module.parents.get(id(above))
    match above:
        case c.Declarator(pattern=c.Name() as name):
            return name
        case c.Property(key=str() as key, key_span=span) | c.ClassMember(key=str() as key, key_span=span):
            return c.Name(span, key)
        case c.Assign(target=c.Name() as name):
            return name
        case c.JsxAttribute(name=str() as key, name_span=span):
            return c.Name(span, key)
        case _:
            return None


def _constants(module: Module) -> list[tuple[str, tuple[Text, ...]]]:
    """Only texts that can be part of a URL, or an HTTP method."""
    found: list[tuple[str, tuple[Text, ...]]] = []

    def add(name: str, value: c.Expression, depth: int) -> None:
        bare = c.bare(value)
        if isinstance(bare, c.Object):
            if depth:
                for member in bare.members:
                    if isinstance(member, c.Property) and member.key is not None:
                        add(f"{name}.{member.key}", member.value, depth - 1)
            return
        if isinstance(bare, c.Function):
            if len(bare.parameters) > 4 or bare.is_async or isinstance(bare.body, c.Jsx):
                return
            name = f"{name}()"
            values = tuple(text for each in _returns(bare) for text in texts(module, each, 6))
        elif isinstance(bare, (c.String, c.Template, c.Binary, c.Conditional, c.Member)):
            values = texts(module, bare, 6)
        else:
            return
        useful = tuple(text for text in values if any(isinstance(part, str) and "/" in part for part in text))
        if useful:
            found.append((name, useful))

    for name, value in module.top_level.items():
        if value is not None:
            add(name, value, 3)
    for export in module.exports:
        if export.local is None and export.value is not None:
            add(export.name, export.value, 3)
    return found


def _returns(function: c.Function) -> list[c.Expression]:
    if function.body is not None and not isinstance(function.body, c.Block):
        return [function.body]
    return [
        statement.value
        for statement in function.statements
        if isinstance(statement, c.Return) and statement.value is not None
    ]


_CREATORS = {"axios": "baseURL", "ky": "prefixUrl", "ofetch": "baseURL", "wretch": "", "redaxios": "baseURL"}


def _clients(module: Module) -> list[tuple[str, tuple[Text, ...]]]:
    found: list[tuple[str, tuple[Text, ...]]] = []
    for name, value in (
        *module.top_level.items(),
        *(("default", e.value) for e in module.exports if e.name == "default"),
    ):
        match c.bare(value) if value is not None else None:
            case c.Call(callee=c.Member(name="create" | "extend"), arguments=arguments) as call:
                made_by = callee_of(module, call.callee)
                package = made_by.source if made_by is not None else None
                if package not in _CREATORS:
                    continue
                options = c.bare(arguments[0]) if arguments else None
                base = (
                    options.get(_CREATORS[package]) or options.get("prefix") if isinstance(options, c.Object) else None
                )
                found.append((name, texts(module, base, 6) if base is not None else (("",),)))
            case _:
                pass
    return found

"""One file as Next.js reads it: its statements, and the questions about them that everybody asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from turnout.model import code as c
from turnout.model.scope import Scopes
from turnout.text.source import SourceFile
from turnout.text.span import Span


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its slashes or stars."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Directive:
    """A string that stands alone as a statement at the top of a file or function body, e.g. ``'use server'``."""

    text: str
    statement: Span
    span: Span
    """The string; differs from the statement's by a semicolon, and by parentheses when it is wrapped in some."""


@dataclass(frozen=True, slots=True)
class ImportedName:
    """A name that this file has from another: ``import { imported as local } from 'source'``, or by ``require``."""

    local: c.Name
    imported: str
    """``default``, ``*`` for the namespace, or the exported name."""
    source: c.String
    type_only: bool
    statement: Span


@dataclass(frozen=True, slots=True)
class Export:
    """One name that others can import.

    ``value`` is what the name stands for, as far as this file says: the function, class or expression; None for types,
    for re-exports (see ``source``) and for names from patterns without a plain value.
    ``name`` is ``*`` for ``export * from``.
    """

    name: str
    name_span: Span
    statement: c.Statement
    local: c.Name | None
    value: c.Expression | None
    source: c.String | None
    imported: str | None
    """With ``source``: the name over there, ``*`` for all."""
    is_type: bool
    is_commonjs: bool = False


@dataclass(frozen=True)
class Module:
    """The facts of one file. Derived ones are worked out when first asked for."""

    source: SourceFile
    body: tuple[c.Statement, ...]
    comments: tuple[Comment, ...]
    errors: tuple[Span, ...]
    """Where the text could not be parsed; empty for a file that is sound."""
    too_large: bool = field(default=False)

    @property
    def path(self) -> str:
        return self.source.path

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """The directives at the top of the file, in order."""
        return tuple(leading_directives(self.body))

    def has_directive(self, text: str) -> bool:
        """Whether the file begins with a directive that counts (not one in parentheses)."""
        return any(directive.text == text and not in_parentheses(directive) for directive in self.directives)

    @cached_property
    def is_server_actions_file(self) -> bool:
        """Whether the file begins with ``'use server'``: each exported function is a Server Action."""
        return self.has_directive("use server")

    @cached_property
    def is_client_file(self) -> bool:
        """Whether the file begins with ``'use client'``."""
        return self.has_directive("use client")

    @cached_property
    def is_cached_file(self) -> bool:
        """Whether the file begins with ``'use cache'``: each exported function is cached."""
        return any(is_cache(directive.text) and not in_parentheses(directive) for directive in self.directives)

    @cached_property
    def imports(self) -> tuple[ImportedName, ...]:
        """Every imported name, ``const x = require('y')`` included."""
        return tuple(_imports(self.body))

    @cached_property
    def import_of(self) -> Mapping[str, ImportedName]:
        """Imported names by what they are called here."""
        return {imported.local.name: imported for imported in self.imports}

    @cached_property
    def exports(self) -> tuple[Export, ...]:
        """Every export in order of appearance, types and CommonJS included."""
        return tuple(_exports(self))

    def export(self, name: str) -> Export | None:
        """The export of a name that exists at run time."""
        return next((export for export in self.exports if export.name == name and not export.is_type), None)

    @cached_property
    def top_level(self) -> Mapping[str, c.Expression | None]:
        """What the names declared at the top of the file stand for; None where it isn't one plain value."""
        return dict(_top_level(self.body))

    @cached_property
    def scopes(self) -> Scopes:
        """Which declaration each name means."""
        return Scopes(self.body, has_var=b"var " in self.source.data)

    @cached_property
    def functions(self) -> tuple[c.Function, ...]:
        """Every function, in order of appearance, the outer before the inner."""
        return tuple(code for code in self.everything if isinstance(code, c.Function))

    @cached_property
    def everything(self) -> tuple[c.Code, ...]:
        """All values of the file in source order."""
        return self._walked[0]

    @cached_property
    def parents(self) -> Mapping[int, c.Code]:
        """The value that each value stands in, by ``id()``. Valid as long as the module lives."""
        return self._walked[1]

    @cached_property
    def _walked(self) -> tuple[tuple[c.Code, ...], dict[int, c.Code]]:
        everything: list[c.Code] = []
        parents: dict[int, c.Code] = {}
        pending: list[c.Code] = [*reversed(self.body)]
        while pending:
            code = pending.pop()
            everything.append(code)
            below = c.children(code)
            for each in below:
                parents[id(each)] = code
            pending += below[::-1]
        return tuple(everything), parents

    def ancestors(self, code: c.Code) -> Iterator[c.Code]:
        """What a value stands in, from the nearest to the statement at the top of the file."""
        current = self.parents.get(id(code))
        while current is not None:
            yield current
            current = self.parents.get(id(current))

    def function_around(self, code: c.Code) -> c.Function | None:
        """The nearest function that a value stands in."""
        return next((above for above in self.ancestors(code) if isinstance(above, c.Function)), None)

    def path_to(self, offset: int) -> tuple[c.Code, ...]:
        """What a cursor stands in, from the statement at the top of the file down to the smallest value."""
        path: list[c.Code] = []
        level: Sequence[c.Code] = self.body
        while True:
            inside = [code for code in level if code.span.touches(offset)]
            if not inside:
                return tuple(path)
            # Between two neighbours the cursor belongs to the one that it is in front of.
            chosen = next((code for code in inside if code.span.start <= offset < code.span.end), inside[0])
            path.append(chosen)
            level = c.children(chosen)


def is_cache(text: str) -> bool:
    """``use cache``, also with a kind: ``use cache: remote``."""
    return text == "use cache" or (text.startswith("use cache: ") and len(text) > len("use cache: "))


def leading_directives(body: tuple[c.Statement, ...]) -> Iterator[Directive]:
    """The string statements that open a file or a function body."""
    for statement in body:
        match statement:
            case c.ExpressionStatement(span=whole, expression=c.String(span=span, value=text)):
                yield Directive(text, whole, span)
            case _:
                return


def directives_of(function: c.Function) -> tuple[Directive, ...]:
    """The directives at the top of a function's body."""
    return tuple(leading_directives(function.statements))


def in_parentheses(directive: Directive) -> bool:
    """``('use server')``: Next.js refuses it."""
    return directive.statement.start < directive.span.start


def _imports(body: tuple[c.Statement, ...]) -> Iterator[ImportedName]:
    for statement in body:
        match statement:
            case c.Import(source=source, specifiers=specifiers, type_only=type_only):
                for each in specifiers:
                    yield ImportedName(each.local, each.imported, source, type_only or each.type_only, statement.span)
            case c.Declare(declarators=declarators):
                for declarator in declarators:
                    yield from _required(statement, declarator)
            case _:
                pass


def _required(statement: c.Declare, declarator: c.Declarator) -> Iterator[ImportedName]:
    """``const x = require('y')``, ``const { a, b: c } = require('y')``, ``const a = require('y').a``"""
    value = declarator.value
    member = None
    if isinstance(value, c.Member):
        value, member = value.object, value.name
    match value:
        case c.Call(callee=c.Name(name="require"), arguments=(c.String() as source,)):
            pass
        case _:
            return
    match declarator.pattern:
        case c.Name() as local:
            yield ImportedName(local, member or "*", source, False, statement.span)
        case c.ObjectPattern(members=members) if member is None:
            for each in members:
                if isinstance(each, c.PatternProperty) and each.key and isinstance(each.target, c.Name):
                    yield ImportedName(each.target, each.key, source, False, statement.span)
        case _:
            return


def _top_level(body: tuple[c.Statement, ...]) -> Iterator[tuple[str, c.Expression | None]]:
    for statement in body:
        inner = statement.declaration if isinstance(statement, c.ExportDeclaration) else statement
        match inner:
            case c.FunctionDeclaration(function=function) if function.name:
                yield function.name.name, function
            case c.ClassDeclaration(definition=definition) if definition.name:
                yield definition.name.name, definition
            case c.Declare(declarators=declarators):
                for declarator in declarators:
                    if isinstance(declarator.pattern, c.Name):
                        yield declarator.pattern.name, declarator.value
                    else:
                        yield from ((name.name, None) for name in c.bound_names(declarator.pattern))
            case c.ExportDefault(value=c.FunctionDeclaration(function=function)) if function.name:
                yield function.name.name, function
            case c.ExportDefault(value=c.ClassDeclaration(definition=definition)) if definition.name:
                yield definition.name.name, definition
            case _:
                pass


def _exports(module: Module) -> Iterator[Export]:
    for statement in module.body:
        match statement:
            case c.ExportDeclaration(declaration=declaration):
                yield from _declared(statement, declaration)
            case c.ExportDefault(value=value):
                yield _default(module, statement, value)
            case c.ExportNamed(specifiers=specifiers, source=source, type_only=type_only):
                for each in specifiers:
                    yield _specified(module, statement, each, source, type_only)
            case c.ExportAll(source=source, alias=None, type_only=type_only):
                yield Export("*", statement.span, statement, None, None, source, "*", type_only)
            case c.ExportAll(source=source, alias=c.Name() as alias, type_only=type_only):
                yield Export(alias.name, alias.span, statement, None, None, source, "*", type_only)
            case c.ExportAssign(value=value):
                yield Export("default", value.span, statement, None, _value(module, value), None, None, False, True)
            case c.ExpressionStatement(expression=c.Assign(operator="=", target=target, value=value)):
                yield from _commonjs(module, statement, target, value)
            case _:
                pass


def _declared(statement: c.ExportDeclaration, declaration: c.Statement) -> Iterator[Export]:
    match declaration:
        case c.FunctionDeclaration(function=c.Function(name=c.Name() as name) as function):
            yield Export(name.name, name.span, statement, name, function, None, None, False)
        case c.ClassDeclaration(definition=c.Class(name=c.Name() as name) as definition):
            yield Export(name.name, name.span, statement, name, definition, None, None, False)
        case c.Declare(declarators=declarators):
            for declarator in declarators:
                if isinstance(declarator.pattern, c.Name):
                    name = declarator.pattern
                    yield Export(name.name, name.span, statement, name, declarator.value, None, None, False)
                else:
                    for name in c.bound_names(declarator.pattern):
                        yield Export(name.name, name.span, statement, name, None, None, None, False)
        case c.TypeDeclaration(name=c.Name() as name, form=form):
            is_type = form not in ("enum", "namespace")
            yield Export(name.name, name.span, statement, name, None, None, None, is_type)
        case _:
            return


def _default(
    module: Module,
    statement: c.ExportDefault,
    value: c.Expression | c.FunctionDeclaration | c.ClassDeclaration | c.TypeDeclaration,
) -> Export:
    match value:
        case c.FunctionDeclaration(function=function):
            name = function.name
            span = name.span if name else function.span
            return Export("default", span, statement, name, function, None, None, False)
        case c.ClassDeclaration(definition=definition):
            name = definition.name
            span = name.span if name else definition.span
            return Export("default", span, statement, name, definition, None, None, False)
        case c.TypeDeclaration():
            return Export("default", value.span, statement, value.name, None, None, None, True)
        case _:
            return _valued(module, "default", value.span, statement, value, False)


def _specified(
    module: Module, statement: c.Statement, each: c.ExportSpecifier, source: c.String | None, type_only: bool
) -> Export:
    is_type = type_only or each.type_only
    if source is not None:
        return Export(each.exported, each.exported_span, statement, None, None, source, each.local.name, is_type)
    export = _valued(module, each.exported, each.exported_span, statement, each.local, False)
    if is_type or (each.local.name not in module.top_level and each.local.name in _type_names(module)):
        return Export(each.exported, each.exported_span, statement, each.local, None, None, None, True)
    return export


def _commonjs(module: Module, statement: c.Statement, target: c.Pattern, value: c.Expression) -> Iterator[Export]:
    """``module.exports = f``, ``module.exports.a = f``, ``exports.a = f``, ``module.exports = { a, b }``"""
    path = c.dotted(target)
    if path in ("module.exports", "exports.default", "module.exports.default"):
        yield _valued(module, "default", value.span, statement, value, True)
        if isinstance(value, c.Object) and path == "module.exports":
            for member in value.members:
                if isinstance(member, c.Property) and member.key and member.key != "default":
                    yield _valued(module, member.key, member.key_span, statement, member.value, True)
    elif path and isinstance(target, c.Member) and path.rpartition(".")[0] in ("exports", "module.exports"):
        yield _valued(module, target.name, target.name_span, statement, value, True)


def _valued(
    module: Module, name: str, span: Span, statement: c.Statement, value: c.Expression, is_commonjs: bool
) -> Export:
    """An export of an expression; when that is an imported name, the export is a re-export."""
    bare = c.bare(value)
    if isinstance(bare, c.Name):
        imported = module.import_of.get(bare.name)
        if imported is not None and bare.name not in module.top_level:
            is_type = imported.type_only
            return Export(name, span, statement, bare, None, imported.source, imported.imported, is_type, is_commonjs)
        return Export(name, span, statement, bare, _value(module, bare), None, None, False, is_commonjs)
    return Export(name, span, statement, None, value, None, None, False, is_commonjs)


def _value(module: Module, value: c.Expression) -> c.Expression | None:
    """What an expression stands for: names of the top level are followed to what they were given."""
    seen: set[str] = set()
    while isinstance(bare := c.bare(value), c.Name) and bare.name in module.top_level and bare.name not in seen:
        seen.add(bare.name)
        below = module.top_level[bare.name]
        if below is None:
            return None
        value = below
    return value


def _type_names(module: Module) -> frozenset[str]:
    return frozenset(
        inner.name.name
        for statement in module.body
        for inner in (statement.declaration if isinstance(statement, c.ExportDeclaration) else statement,)
        if isinstance(inner, c.TypeDeclaration) and inner.name and inner.form not in ("enum", "namespace")
    )

"""Which declaration each name means, inside one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.model import code as c

BindingKind: TypeAlias = Literal[
    "import", "parameter", "const", "let", "var", "using", "function", "class", "catch", "type", "enum"
]


@dataclass(eq=False)
class Binding:
    """A declared name. Two bindings are equal only when they are the same."""

    site: c.Name
    """The name where it is declared."""
    kind: BindingKind
    value: c.Expression | None
    """What it was given where it was declared, when it is one plain name; for patterns, see ``pattern``."""
    scope: Scope
    pattern: c.Pattern | None = None
    """The whole pattern that the name is part of, when it is one; ``value`` is then what the pattern takes apart."""
    function: c.Function | None = None
    """For parameters: whose."""
    index: int = -1
    """For parameters: which, from 0."""
    references: list[c.Name] = field(default_factory=list[c.Name])
    writes: list[c.Assign | c.Update | c.ForEach] = field(default_factory=list["c.Assign | c.Update | c.ForEach"])

    @property
    def name(self) -> str:
        return self.site.name


@dataclass(eq=False)
class Scope:
    """A block, a function or the file; ``function`` is the nearest one around, None at the top."""

    parent: Scope | None
    function: c.Function | None
    names: dict[str, Binding] = field(default_factory=dict[str, Binding])

    def find(self, name: str) -> Binding | None:
        scope: Scope | None = self
        while scope is not None:
            if (binding := scope.names.get(name)) is not None:
                return binding
            scope = scope.parent
        return None


class Scopes:
    """The names of one file. Lookups are by identity of the ``Name`` values of the module it was made from."""

    def __init__(self, body: tuple[c.Statement, ...], *, has_var: bool = True) -> None:
        """``has_var`` False says that the text has no ``var``, which saves looking for one in every function."""
        self._has_var = has_var
        self._bindings: dict[int, Binding] = {}
        self._unresolved: list[c.Name] = []
        self.top = Scope(None, None)
        self.all: list[Binding] = []
        self._hoist_vars(body, self.top)
        self._statements(body, self.top)

    def binding(self, name: c.Name) -> Binding | None:
        """The declaration that a name means (or is); None for globals."""
        return self._bindings.get(id(name))

    @property
    def globals(self) -> frozenset[str]:
        """Names that nothing in the file declares."""
        return frozenset(name.name for name in self._unresolved)

    def is_global(self, name: c.Name) -> bool:
        return id(name) not in self._bindings

    def free(self, code: c.Code) -> Iterator[tuple[c.Name, Binding]]:
        """The names used inside ``code`` that are declared outside of it, types included, in source order."""
        for each in c.walk(code):
            if isinstance(each, c.Name):
                binding = self.binding(each)
                if binding is not None and not code.span.contains(binding.site.span):
                    yield each, binding

    # ------------------------------------------------------------- declaring

    def _declare(
        self,
        scope: Scope,
        site: c.Name,
        kind: BindingKind,
        value: c.Expression | None = None,
        pattern: c.Pattern | None = None,
        function: c.Function | None = None,
        index: int = -1,
    ) -> None:
        known = scope.names.get(site.name)
        if known is not None and (kind == "var" or (known.kind == "type" and kind == "type")):
            self._bindings[id(site)] = known
            if known.kind == "var" and value is not None and known.value is None:
                known.value, known.pattern = value, pattern
            return
        binding = Binding(site, kind, value, scope, pattern, function, index)
        scope.names[site.name] = binding
        self._bindings[id(site)] = binding
        self.all.append(binding)

    def _declare_pattern(
        self,
        scope: Scope,
        pattern: c.Pattern,
        kind: BindingKind,
        value: c.Expression | None,
        function: c.Function | None = None,
        index: int = -1,
    ) -> None:
        for name in c.bound_names(pattern):
            whole = None if name is pattern else pattern
            self._declare(scope, name, kind, value, whole, function, index)

    def _hoist_vars(self, body: Iterable[c.Code], scope: Scope) -> None:
        if not self._has_var:
            return
        for statement in body:
            for code in c.walk(statement, lambda code: not isinstance(code, (c.Function, c.Class))):
                match code:
                    case c.Declare(kind="var", declarators=declarators):
                        for each in declarators:
                            self._declare_pattern(scope, each.pattern, "var", each.value)
                    case c.ForEach(declares="var", pattern=pattern):
                        self._declare_pattern(scope, pattern, "var", None)
                    case _:
                        pass

    def _hoist(self, body: Iterable[c.Statement], scope: Scope) -> None:
        for statement in body:
            inner = statement
            if isinstance(statement, c.ExportDeclaration):
                inner = statement.declaration
            elif isinstance(statement, c.ExportDefault) and isinstance(
                statement.value, (c.FunctionDeclaration, c.ClassDeclaration, c.TypeDeclaration)
            ):
                inner = statement.value
            match inner:
                case c.FunctionDeclaration(function=c.Function(name=c.Name() as name) as function):
                    self._declare(scope, name, "function", function)
                case c.ClassDeclaration(definition=c.Class(name=c.Name() as name) as definition):
                    self._declare(scope, name, "class", definition)
                case c.Declare(kind=kind, declarators=declarators) if kind != "var":
                    for each in declarators:
                        known: BindingKind = "let" if kind == "let" else "const"
                        self._declare_pattern(scope, each.pattern, known, each.value)
                case c.Import(specifiers=specifiers):
                    for specifier in specifiers:
                        self._declare(scope, specifier.local, "import")
                case c.TypeDeclaration(name=c.Name() as name, form=form):
                    self._declare(scope, name, "enum" if form in ("enum", "namespace") else "type")
                case _:
                    pass

    # ------------------------------------------------------------- resolving

    def _statements(self, body: tuple[c.Statement, ...], scope: Scope) -> None:
        self._hoist(body, scope)
        for statement in body:
            self._visit(statement, scope)

    def _refer(self, name: c.Name, scope: Scope) -> None:
        if id(name) in self._bindings:
            return
        binding = scope.find(name.name)
        if binding is None:
            self._unresolved.append(name)
        else:
            self._bindings[id(name)] = binding
            binding.references.append(name)

    def _visit(self, code: c.Code, scope: Scope) -> None:
        match code:
            case c.Name():
                self._refer(code, scope)
            case c.Function():
                self._function(code, scope)
            case c.Block(body=body):
                self._statements(body, Scope(scope, scope.function))
            case c.For(init=init, test=test, update=update, body=body):
                inner = Scope(scope, scope.function)
                if init is not None:
                    self._hoist((init,), inner)
                for part in (init, test, update, body):
                    if part is not None:
                        self._visit(part, inner)
            case c.ForEach(declares=declares, pattern=pattern, source=source, body=body):
                inner = Scope(scope, scope.function)
                if declares is not None and declares != "var":
                    self._declare_pattern(inner, pattern, "let" if declares == "let" else "const", None)
                self._visit(source, scope)
                self._visit(pattern, inner)
                if declares is None:
                    self._write(pattern, code)
                self._visit(body, inner)
            case c.Try(block=block, parameter=parameter, handler=handler, finalizer=finalizer):
                self._visit(block, scope)
                if handler is not None:
                    inner = Scope(scope, scope.function)
                    if parameter is not None:
                        self._declare_pattern(inner, parameter, "catch", None)
                        self._visit(parameter, inner)
                    self._visit(handler, inner)
                if finalizer is not None:
                    self._visit(finalizer, scope)
            case c.Switch(subject=subject, cases=cases):
                self._visit(subject, scope)
                inner = Scope(scope, scope.function)
                self._hoist((statement for case in cases for statement in case.body), inner)
                for case in cases:
                    for part in c.children(case):
                        self._visit(part, inner)
            case c.Class(name=name, base=base, members=members):
                if base is not None:
                    self._visit(base, scope)
                inner = Scope(scope, scope.function)
                if name is not None and id(name) not in self._bindings:
                    self._declare(inner, name, "class", code)
                for member in members:
                    self._visit(member, inner)
            case c.Assign(target=target, value=value):
                self._visit(target, scope)
                self._visit(value, scope)
                self._write(target, code)
            case c.Update(operand=operand):
                self._visit(operand, scope)
                self._write(operand, code)
            case _:
                for below in c.children(code):
                    self._visit(below, scope)

    def _function(self, function: c.Function, scope: Scope) -> None:
        inner = Scope(scope, function)
        if function.form == "expression" and function.name is not None:
            self._declare(inner, function.name, "function", function)
        for index, parameter in enumerate(function.parameters):
            self._declare_pattern(inner, parameter.pattern, "parameter", parameter.default, function, index)
        for parameter in function.parameters:
            for part in (parameter.pattern, parameter.type, parameter.default):
                if part is not None:
                    self._visit(part, inner)
        for part in (function.type_parameters, function.return_type):
            if part is not None:
                self._visit(part, inner)
        if isinstance(function.body, c.Block):
            self._hoist_vars(function.body.body, inner)
            self._statements(function.body.body, inner)
        elif function.body is not None:
            self._visit(function.body, inner)

    def _write(self, target: c.Code, by: c.Assign | c.Update | c.ForEach) -> None:
        match target:
            case c.Name():
                if (binding := self.binding(target)) is not None:
                    binding.writes.append(by)
            case c.ObjectPattern() | c.ArrayPattern() | c.Default() | c.Rest():
                for below in c.children(target):
                    self._write(below.target if isinstance(below, c.PatternProperty) else below, by)
            case _:
                pass


def pattern_path(pattern: c.Pattern, name: c.Name) -> tuple[str, ...] | None:
    """Where in what a pattern takes apart a name comes from: ``{ a: { b } }`` gives ``('a', 'b')`` for ``b``.

    Array members give their index as text. None for a rest, or when the name is not in the pattern.
    """
    match pattern:
        case c.Name():
            return () if pattern is name else None
        case c.Default(target=target):
            return pattern_path(target, name)
        case c.ObjectPattern(members=members):
            for member in members:
                if isinstance(member, c.PatternProperty) and member.key is not None:
                    below = pattern_path(member.target, name)
                    if below is not None:
                        return (member.key, *below)
            return None
        case c.ArrayPattern(items=items):
            for index, item in enumerate(items):
                if item is not None and (below := pattern_path(item, name)) is not None:
                    return (str(index), *below)
            return None
        case _:
            return None

"""Syntax tree to ``Module``: the only place that reads tree-sitter nodes.

Never fails: what can't be read becomes ``Unknown`` with its readable parts. Node kinds are those of
tree-sitter-typescript 0.23, which both grammars (TypeScript and TSX) share by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias, cast

from turnout.model import code as c
from turnout.model.module import Comment, Module
from turnout.syntax.nodes import Node, child, has_token, span_of, text_of
from turnout.syntax.tree import SyntaxTree, error_spans, parse
from turnout.text.source import SourceFile
from turnout.text.span import Span

DEEPEST = 150
"""Levels of nesting. Deeper code (a generated chain of thousands of ``+``) is cut off as ``Unknown``."""


def read(source: SourceFile) -> Module:
    """Parse and lower in one step."""
    return lower(parse(source))


def lower(tree: SyntaxTree) -> Module:
    """The facts of one file. The tree may be thrown away afterwards."""
    lowering = _Lowering()
    body = lowering.statements(tree.root)
    return Module(
        source=tree.source,
        body=body,
        comments=tuple(sorted(lowering.comments, key=lambda comment: comment.span)),
        errors=tuple(error_spans(tree.root)),
        too_large=tree.too_large,
    )


_TypeForm: TypeAlias = Literal["interface", "type", "enum", "namespace", "ambient"]
_JUNK = frozenset({"comment", "hash_bang_line", "html_comment"})
_TYPE_NAMES = frozenset({"type_identifier", "identifier", "shorthand_property_identifier"})
_CASTS = frozenset({"as_expression", "satisfies_expression"})
_CONSTANTS = frozenset({"true", "false", "null", "undefined"})


class _Lowering:
    def __init__(self) -> None:
        self.comments: list[Comment] = []
        self.depth = 0

    # ------------------------------------------------------------ statements

    def statements(self, node: Node) -> tuple[c.Statement, ...]:
        found: list[c.Statement] = []
        for part in self.named(node):
            statement = self.statement(part)
            if found and _is_lone_export(found[-1]) and isinstance(statement, _DECLARATIONS):
                # `export // which one ⏎ function f() {}`: the grammar takes the keyword for a name of its own.
                before = found.pop()
                statement = c.ExportDeclaration(before.span.to(statement.span), statement)
            found.append(statement)
        return tuple(found)

    def named(self, node: Node) -> list[Node]:
        """The named children; comments are put aside."""
        parts: list[Node] = []
        for part in node.named_children:
            if part.type in _JUNK:
                if part.type == "comment":
                    self.comments.append(Comment(span_of(part), text_of(part)))
            else:
                parts.append(part)
        return parts

    def statement(self, node: Node) -> c.Statement:
        handler = _STATEMENTS.get(node.type)
        self.depth += 1
        try:
            if self.depth > DEEPEST:
                return c.Unknown(span_of(node), ())
            if handler is not None:
                return handler(self, node)
            if node.type in _EXPRESSIONS:  # e.g. the init of a for statement
                return c.ExpressionStatement(span_of(node), self.expression(node))
            return self.unknown(node)
        finally:
            self.depth -= 1

    def unknown(self, node: Node) -> c.Unknown:
        parts: list[c.Code] = []
        for part in self.named(node):
            if part.type in _STATEMENTS:
                parts.append(self.statement(part))
            elif part.type in _EXPRESSIONS:
                parts.append(self.expression(part))
            elif part.named_child_count:
                parts.append(self.unknown(part))
        return c.Unknown(span_of(node), tuple(parts))

    def block(self, node: Node) -> c.Block:
        return c.Block(span_of(node), self.statements(node))

    def expression_statement(self, node: Node) -> c.Statement:
        parts = self.named(node)
        if not parts:
            return c.Empty(span_of(node))
        return c.ExpressionStatement(span_of(node), self.expression(parts[0]))

    def declaration(self, node: Node) -> c.Statement:
        kind = child(node, "kind")
        return c.Declare(
            span_of(node),
            text_of(kind) if kind is not None else "var",
            tuple(self.declarator(part) for part in self.named(node) if part.type == "variable_declarator"),
        )

    def declarator(self, node: Node) -> c.Declarator:
        pattern, value = child(node, "name"), child(node, "value")
        if node.child_count > 3:  # `a = /* why */ 1`
            self.named(node)
        return c.Declarator(
            span_of(node),
            self.pattern(pattern) if pattern is not None else c.Unknown(span_of(node), ()),
            self.type(child(node, "type")),
            self.expression(value) if value is not None else None,
        )

    def function_declaration(self, node: Node) -> c.Statement:
        return c.FunctionDeclaration(span_of(node), self.function(node))

    def class_declaration(self, node: Node) -> c.Statement:
        return c.ClassDeclaration(span_of(node), self.class_(node))

    def return_(self, node: Node) -> c.Statement:
        return c.Return(span_of(node), self.first(node))

    def throw(self, node: Node) -> c.Statement:
        return c.Throw(span_of(node), self.first(node))

    def if_(self, node: Node) -> c.Statement:
        then, otherwise = child(node, "consequence"), child(node, "alternative")
        after = None
        if otherwise is not None:
            inner = self.named(otherwise)
            after = self.statement(inner[0]) if inner else c.Empty(span_of(otherwise))
        return c.If(
            span_of(node),
            self.field(node, "condition"),
            self.statement(then) if then is not None else c.Empty(span_of(node)),
            after,
        )

    def for_(self, node: Node) -> c.Statement:
        init, test, update = child(node, "initializer"), child(node, "condition"), child(node, "increment")
        return c.For(
            span_of(node),
            self.statement(init) if init is not None and init.is_named else None,
            self.loose(test),
            self.loose(update),
            self.body(node),
        )

    def for_each(self, node: Node) -> c.Statement:
        kind, left, operator = child(node, "kind"), child(node, "left"), child(node, "operator")
        return c.ForEach(
            span_of(node),
            "in" if operator is not None and operator.type == "in" else "of",
            text_of(kind) if kind is not None else None,
            self.pattern(left) if left is not None else c.Unknown(span_of(node), ()),
            self.field(node, "right"),
            self.body(node),
            has_token(node, "await"),
        )

    def while_(self, node: Node) -> c.Statement:
        return c.While(span_of(node), self.field(node, "condition"), self.body(node), node.type == "do_statement")

    def body(self, node: Node) -> c.Statement:
        body = child(node, "body")
        return self.statement(body) if body is not None else c.Empty(span_of(node))

    def switch(self, node: Node) -> c.Statement:
        body = child(node, "body")
        cases: list[c.Case] = []
        for part in self.named(body) if body is not None else []:
            test = child(part, "value")
            inside = self.named(part)
            if test is not None:
                inside = [inner for inner in inside if inner.id != test.id]
            cases.append(
                c.Case(
                    span_of(part),
                    self.expression(test) if test is not None else None,
                    tuple(self.statement(inner) for inner in inside),
                )
            )
        return c.Switch(span_of(node), self.field(node, "value"), tuple(cases))

    def try_(self, node: Node) -> c.Statement:
        block, handler, finalizer = child(node, "body"), child(node, "handler"), child(node, "finalizer")
        parameter = child(handler, "parameter") if handler is not None else None
        caught = child(handler, "body") if handler is not None else None
        last = child(finalizer, "body") if finalizer is not None else None
        return c.Try(
            span_of(node),
            self.block(block) if block is not None else c.Block(span_of(node), ()),
            self.pattern(parameter) if parameter is not None else None,
            self.block(caught) if caught is not None else None,
            self.block(last) if last is not None else None,
        )

    def labelled(self, node: Node) -> c.Statement:
        label = child(node, "label")
        return c.Labelled(span_of(node), text_of(label) if label is not None else "", self.body(node))

    def jump(self, node: Node) -> c.Statement:
        label = child(node, "label")
        name = text_of(label) if label is not None else None
        return (c.Break if node.type == "break_statement" else c.Continue)(span_of(node), name)

    def empty(self, node: Node) -> c.Statement:
        return c.Empty(span_of(node))

    def import_(self, node: Node) -> c.Statement:
        source = child(node, "source")
        specifiers: list[c.ImportSpecifier] = []
        for part in self.named(node):
            if part.type == "import_clause":
                specifiers += self.import_clause(part)
            elif part.type == "import_require_clause":
                source = child(part, "source")
                local = next((inner for inner in part.named_children if inner.type == "identifier"), None)
                if local is not None:
                    specifiers.append(c.ImportSpecifier(span_of(local), "*", self.name(local), False))
        if source is None:
            return self.unknown(node)
        return c.Import(span_of(node), self.string(source), tuple(specifiers), _is_type_only(node))

    def import_clause(self, node: Node) -> list[c.ImportSpecifier]:
        specifiers: list[c.ImportSpecifier] = []
        for part in self.named(node):
            if part.type == "identifier":
                specifiers.append(c.ImportSpecifier(span_of(part), "default", self.name(part), False))
            elif part.type == "namespace_import" and part.named_children:
                specifiers.append(c.ImportSpecifier(span_of(part), "*", self.name(part.named_children[-1]), False))
            elif part.type == "named_imports":
                for inner in self.named(part):
                    name, alias = child(inner, "name"), child(inner, "alias")
                    if name is not None:
                        local = self.name(alias if alias is not None else name)
                        specifiers.append(
                            c.ImportSpecifier(span_of(inner), _module_name(name), local, _is_type_only(inner))
                        )
        return specifiers

    def export(self, node: Node) -> c.Statement:
        span, source = span_of(node), child(node, "source")
        origin = self.string(source) if source is not None else None
        declaration, value = child(node, "declaration"), child(node, "value")
        if has_token(node, "default"):
            return c.ExportDefault(span, self.default_value(node, declaration, value))
        if declaration is not None:
            return c.ExportDeclaration(span, self.statement(declaration))
        type_only = _is_type_only(node)
        for part in self.named(node):
            if part.type == "export_clause":
                return c.ExportNamed(span, tuple(self.export_specifiers(part)), origin, type_only)
            if part.type == "namespace_export" and origin is not None:
                return c.ExportAll(span, origin, self.name(part.named_children[-1]), type_only)
        if origin is not None and has_token(node, "*"):
            return c.ExportAll(span, origin, None, type_only)
        if has_token(node, "=") and (parts := self.named(node)):
            return c.ExportAssign(span, self.expression(parts[-1]))
        return self.unknown(node)

    def default_value(
        self, node: Node, declaration: Node | None, value: Node | None
    ) -> c.Expression | c.FunctionDeclaration | c.ClassDeclaration | c.TypeDeclaration:
        if declaration is not None:
            statement = self.statement(declaration)
            if isinstance(statement, (c.FunctionDeclaration, c.ClassDeclaration, c.TypeDeclaration)):
                return statement
        if value is None:
            parts = self.named(node)
            value = parts[-1] if parts else None
        return self.expression(value) if value is not None else c.Unknown(span_of(node), ())

    def export_specifiers(self, node: Node) -> list[c.ExportSpecifier]:
        specifiers: list[c.ExportSpecifier] = []
        for part in self.named(node):
            name, alias = child(part, "name"), child(part, "alias")
            if name is not None:
                shown = alias if alias is not None else name
                specifiers.append(
                    c.ExportSpecifier(
                        span_of(part),
                        c.Name(span_of(name), _module_name(name)),
                        _module_name(shown),
                        span_of(shown),
                        _is_type_only(part),
                    )
                )
        return specifiers

    def type_declaration(self, node: Node) -> c.Statement:
        name = child(node, "name")
        form: _TypeForm = _TYPE_FORMS.get(node.type, "ambient")
        if name is None and node.type == "ambient_declaration":
            inner = next(iter(node.named_children), None)
            name = child(inner, "name") if inner is not None else None
        shown = self.name(name) if name is not None and name.type in _TYPE_NAMES else None
        return c.TypeDeclaration(
            span_of(node), form, shown, tuple(found for found in self.type_names(node) if found != shown)
        )

    def signature(self, node: Node) -> c.Statement:
        """An overload: it has no effect at run time, but it uses types."""
        name = child(node, "name")
        shown = self.name(name) if name is not None else None
        return c.TypeDeclaration(span_of(node), "ambient", shown, tuple(self.type_names(node)))

    # ----------------------------------------------------------- expressions

    def expression(self, node: Node) -> c.Expression:
        handler = _EXPRESSIONS.get(node.type)
        self.depth += 1
        try:
            if handler is None or self.depth > DEEPEST:
                return c.Unknown(span_of(node), ()) if self.depth > DEEPEST else self.unknown(node)
            return handler(self, node)
        finally:
            self.depth -= 1

    def field(self, node: Node, name: str) -> c.Expression:
        value = child(node, name)
        return self.expression(value) if value is not None else c.Unknown(span_of(node), ())

    def first(self, node: Node) -> c.Expression | None:
        parts = self.named(node)
        return self.expression(parts[0]) if parts else None

    def loose(self, node: Node | None) -> c.Expression | None:
        """The head parts of a ``for``: an expression, or an expression statement around it, or nothing."""
        if node is None or not node.is_named or node.type == "empty_statement":
            return None
        return self.first(node) if node.type == "expression_statement" else self.expression(node)

    def name(self, node: Node) -> c.Name:
        return c.Name(span_of(node), text_of(node))

    def this(self, node: Node) -> c.Expression:
        return c.This(span_of(node))

    def super_(self, node: Node) -> c.Expression:
        return c.Super(span_of(node))

    def string(self, node: Node) -> c.String:
        return c.String(span_of(node), _cooked(text_of(node)[1:-1]))

    def number(self, node: Node) -> c.Expression:
        return c.Number(span_of(node), text_of(node))

    def constant(self, node: Node) -> c.Expression:
        return c.Constant(span_of(node), node.type)  # type: ignore[arg-type]

    def regex(self, node: Node) -> c.Expression:
        return c.Regex(span_of(node), text_of(node))

    def template(self, node: Node) -> c.Template:
        strings, values = [""], list[c.Expression]()
        for part in node.named_children:
            if part.type == "template_substitution":
                value = self.first(part)
                values.append(value if value is not None else c.Unknown(span_of(part), ()))
                strings.append("")
            else:
                strings[-1] += _cooked(text_of(part))
        return c.Template(span_of(node), tuple(strings), tuple(values))

    def array(self, node: Node) -> c.Expression:
        items = self.with_holes(node, self.argument)
        return c.Array(span_of(node), cast("tuple[c.Expression | None, ...]", tuple(items)))

    def with_holes(self, node: Node, read: Callable[[Node], c.Code]) -> list[c.Code | None]:  # type: ignore[misc]
        items: list[c.Code | None] = []
        pending = True
        for part in node.children:
            if part.type == ",":
                if pending:
                    items.append(None)
                pending = True
            elif part.is_named and part.type not in _JUNK:
                items.append(read(part))
                pending = False
            elif part.type == "comment":
                self.comments.append(Comment(span_of(part), text_of(part)))
        return items

    def argument(self, node: Node) -> c.Expression:
        if node.type == "spread_element":
            return c.Spread(span_of(node), self.first(node) or c.Unknown(span_of(node), ()))
        return self.expression(node)

    def object(self, node: Node) -> c.Expression:
        members: list[c.Property | c.Spread] = []
        for part in self.named(node):
            if part.type == "pair":
                key, key_span, computed = self.key(child(part, "key"), part)
                members.append(c.Property(span_of(part), key, key_span, computed, self.field(part, "value"), False))
            elif part.type == "shorthand_property_identifier":
                name = self.name(part)
                members.append(c.Property(name.span, name.name, name.span, None, name, True))
            elif part.type == "spread_element":
                members.append(c.Spread(span_of(part), self.first(part) or c.Unknown(span_of(part), ())))
            elif part.type == "method_definition":
                key, key_span, computed = self.key(child(part, "name"), part)
                members.append(c.Property(span_of(part), key, key_span, computed, self.function(part), False))
        return c.Object(span_of(node), tuple(members))

    def key(self, node: Node | None, whole: Node) -> tuple[str | None, Span, c.Expression | None]:
        if node is None:
            return None, span_of(whole), None
        if node.type == "computed_property_name":
            inner = self.first(node)
            name = inner.value if isinstance(inner, c.String) else None
            return name, span_of(node), inner
        if node.type == "string":
            return _cooked(text_of(node)[1:-1]), span_of(node), None
        return text_of(node), span_of(node), None

    def member(self, node: Node) -> c.Expression:
        name = child(node, "property")
        return c.Member(
            span_of(node),
            self.field(node, "object"),
            text_of(name) if name is not None else "",
            span_of(name if name is not None else node),
            child(node, "optional_chain") is not None,
        )

    def index(self, node: Node) -> c.Expression:
        optional = child(node, "optional_chain") is not None
        return c.Index(span_of(node), self.field(node, "object"), self.field(node, "index"), optional)

    def call(self, node: Node) -> c.Expression:
        arguments = child(node, "arguments")
        callee = self.field(node, "function")
        if arguments is not None and arguments.type == "template_string":
            return c.TaggedTemplate(span_of(node), callee, self.template(arguments))
        span, function = span_of(node), child(node, "function")
        # The grammar reads `await load<User>(id)` as a call of `await load`; only with type arguments.
        is_awaited = isinstance(callee, c.Await) and function is not None and function.type == "await_expression"
        called = callee.value if is_awaited and isinstance(callee, c.Await) else callee
        call = c.Call(
            Span(called.span.start, span.end) if is_awaited else span,
            called,
            self.arguments(arguments),
            has_token(node, "?.") or child(node, "optional_chain") is not None,
            self.type(child(node, "type_arguments")),
        )
        return c.Await(span, call) if is_awaited else call

    def arguments(self, node: Node | None) -> tuple[c.Expression | c.Spread, ...]:
        return tuple(self.argument(part) for part in self.named(node)) if node is not None else ()

    def new(self, node: Node) -> c.Expression:
        arguments = self.arguments(child(node, "arguments"))
        kind = self.type(child(node, "type_arguments"))
        return c.New(span_of(node), self.field(node, "constructor"), arguments, kind)

    def import_name(self, node: Node) -> c.Expression:
        return c.Name(span_of(node), "import")

    def function_expression(self, node: Node) -> c.Expression:
        return self.function(node)

    def function(self, node: Node) -> c.Function:
        name, body = child(node, "name"), child(node, "body")
        form = _FUNCTION_FORMS.get(node.type, "method")
        if form == "method":
            kinds = {part.type for part in node.children if not part.is_named}
            if "get" in kinds:
                form = "getter"
            elif "set" in kinds:
                form = "setter"
            elif name is not None and text_of(name) == "constructor":
                form = "constructor"
        lone = child(node, "parameter")
        if lone is not None:  # x => …
            pattern = self.pattern(lone)
            parameters = (c.Parameter(span_of(lone), pattern, None, None, False, False),)
        else:
            parameters = self.parameters(child(node, "parameters"))
        lowered: c.Block | c.Expression | None = None
        if body is not None:
            lowered = self.block(body) if body.type == "statement_block" else self.expression(body)
        shown = self.name(name) if name is not None and name.type in ("identifier", "property_identifier") else None
        return c.Function(
            span_of(node),
            form,
            shown,
            parameters,
            lowered,
            has_token(node, "async"),
            has_token(node, "*") or node.type.startswith("generator_function"),
            self.type(child(node, "return_type")),
            self.type(child(node, "type_parameters")),
        )

    def parameters(self, node: Node | None) -> tuple[c.Parameter, ...]:
        found: list[c.Parameter] = []
        for part in self.named(node) if node is not None else []:
            pattern = child(part, "pattern")
            if part.type not in ("required_parameter", "optional_parameter") or pattern is None:
                continue
            value = child(part, "value")
            is_rest = pattern.type == "rest_pattern"
            inner = self.pattern(pattern)
            found.append(
                c.Parameter(
                    span_of(part),
                    inner.target if isinstance(inner, c.Rest) else inner,
                    self.type(child(part, "type")),
                    self.expression(value) if value is not None else None,
                    is_rest,
                    part.type == "optional_parameter",
                )
            )
        return tuple(found)

    def class_expression(self, node: Node) -> c.Expression:
        return self.class_(node)

    def class_(self, node: Node) -> c.Class:
        name, body = child(node, "name"), child(node, "body")
        base: c.Expression | None = None
        members: list[c.ClassMember] = []
        for part in self.named(node):
            if part.type == "class_heritage":
                for clause in self.named(part):
                    if clause.type == "extends_clause":
                        base = self.field(clause, "value")
                    elif clause.type in _EXPRESSIONS:
                        base = self.expression(clause)
        for part in self.named(body) if body is not None else []:
            if member := self.class_member(part):
                members.append(member)
        return c.Class(span_of(node), self.name(name) if name is not None else None, base, tuple(members))

    def class_member(self, node: Node) -> c.ClassMember | None:
        if node.type == "class_static_block":
            body = child(node, "body")
            block = self.block(body) if body is not None else None
            return c.ClassMember(span_of(node), "static-block", None, span_of(node), None, block, True)
        if node.type == "method_definition":
            function = self.function(node)
            key, key_span, computed = self.key(child(node, "name"), node)
            form = cast("c.MemberForm", function.form)
            return c.ClassMember(span_of(node), form, key, key_span, computed, function, has_token(node, "static"))
        if node.type in ("public_field_definition", "field_definition"):
            key, key_span, computed = self.key(child(node, "name") or child(node, "property"), node)
            value = child(node, "value")
            initial = self.expression(value) if value is not None else None
            return c.ClassMember(span_of(node), "field", key, key_span, computed, initial, has_token(node, "static"))
        return None

    def await_(self, node: Node) -> c.Expression:
        value = self.first(node) or c.Unknown(span_of(node), ())
        written = _written(node)
        casts: list[c.Cast] = []
        # The grammar reads `await load() as User` as one that waits for `load() as User`.
        while written is not None and written.type in _CASTS and isinstance(value, c.Cast):
            casts.append(value)
            value, written = value.value, _written(written)
        start = node.start_byte
        awaited: c.Expression = c.Await(Span(start, value.span.end if casts else node.end_byte), value)
        for each in reversed(casts):
            awaited = replace(each, span=Span(start, each.span.end), value=awaited)
        return awaited

    def yield_(self, node: Node) -> c.Expression:
        return c.Yield(span_of(node), self.first(node))

    def unary(self, node: Node) -> c.Expression:
        operator = child(node, "operator")
        text = operator.type if operator is not None else ""
        return c.Unary(span_of(node), text, self.field(node, "argument"))

    def update(self, node: Node) -> c.Expression:
        operator = child(node, "operator")
        return c.Update(span_of(node), operator.type if operator is not None else "", self.field(node, "argument"))

    def binary(self, node: Node) -> c.Expression:
        operator = child(node, "operator")
        return c.Binary(
            span_of(node),
            operator.type if operator is not None else "",
            self.field(node, "left"),
            self.field(node, "right"),
        )

    def conditional(self, node: Node) -> c.Expression:
        return c.Conditional(
            span_of(node),
            self.field(node, "condition"),
            self.field(node, "consequence"),
            self.field(node, "alternative"),
        )

    def assign(self, node: Node) -> c.Expression:
        left, operator = child(node, "left"), child(node, "operator")
        return c.Assign(
            span_of(node),
            operator.type if operator is not None else "=",
            self.pattern(left) if left is not None else c.Unknown(span_of(node), ()),
            self.field(node, "right"),
        )

    def sequence(self, node: Node) -> c.Expression:
        items: list[c.Expression] = []
        for part in self.named(node):
            inner = self.expression(part)
            items += inner.items if isinstance(inner, c.Sequence) else (inner,)
        return c.Sequence(span_of(node), tuple(items))

    def parenthesized(self, node: Node) -> c.Expression:
        inner = [part for part in self.named(node) if part.type != "type_annotation"]
        return self.expression(inner[0]) if inner else c.Unknown(span_of(node), ())

    def cast(self, node: Node) -> c.Expression:
        parts = self.named(node)
        if not parts:
            return c.Unknown(span_of(node), ())
        if node.type == "type_assertion":
            return c.Cast(span_of(node), self.expression(parts[-1]), "<>", self.type(parts[0]))
        form = {"as_expression": "as", "satisfies_expression": "satisfies"}.get(node.type, "!")
        type_ = self.type(parts[1]) if len(parts) > 1 else None
        return c.Cast(span_of(node), self.expression(parts[0]), form, type_)  # type: ignore[arg-type]

    def instantiation(self, node: Node) -> c.Expression:
        return self.first(node) or c.Unknown(span_of(node), ())

    def meta(self, node: Node) -> c.Expression:
        return c.Name(span_of(node), text_of(node))

    # ------------------------------------------------------------------- JSX

    def jsx(self, node: Node) -> c.Expression:
        head = child(node, "open_tag") or node
        name = child(head, "name")
        tag = text_of(name) if name is not None else ""
        component: c.Expression | None = None
        if name is not None and (name.type != "identifier" or not tag[:1].islower()):
            component = self.expression(name) if name.type in _EXPRESSIONS else None
        attributes: list[c.JsxAttribute | c.Spread] = []
        for part in self.named(head):
            if part.type == "jsx_attribute":
                attributes.append(self.jsx_attribute(part))
            elif part.type == "jsx_expression":
                inner = self.jsx_expression(part)
                if isinstance(inner, c.Spread):
                    attributes.append(inner)
        kids: list[c.Expression] = []
        if head.id != node.id:
            for part in self.named(node):
                if part.type in ("jsx_opening_element", "jsx_closing_element"):
                    continue
                if part.type in ("jsx_text", "html_character_reference"):
                    kids.append(c.JsxText(span_of(part), text_of(part)))
                elif part.type == "jsx_expression":
                    if (inner := self.jsx_expression(part)) is not None:
                        kids.append(inner)
                else:
                    kids.append(self.expression(part))
        return c.Jsx(span_of(node), tag, component, tuple(attributes), tuple(kids))

    def jsx_attribute(self, node: Node) -> c.JsxAttribute:
        parts = self.named(node)
        value: c.Expression | None = None
        if len(parts) > 1:
            inner = parts[1]
            if inner.type == "jsx_expression":
                value = self.jsx_expression(inner)
            elif inner.type == "string":
                # JSX strings know no escapes.
                value = c.String(span_of(inner), text_of(inner)[1:-1])
            else:
                value = self.expression(inner)
        key = parts[0] if parts else node
        return c.JsxAttribute(span_of(node), text_of(key), span_of(key), value)

    def jsx_expression(self, node: Node) -> c.Expression | None:
        parts = self.named(node)
        return self.argument(parts[0]) if parts else None

    # -------------------------------------------------------------- patterns

    def pattern(self, node: Node) -> c.Pattern:
        kind = node.type
        if kind in ("identifier", "shorthand_property_identifier_pattern", "type_identifier", "this"):
            return self.name(node)
        if kind == "object_pattern":
            return c.ObjectPattern(
                span_of(node), tuple(m for part in self.named(node) if (m := self.pattern_member(part)))
            )
        if kind == "array_pattern":
            items = self.with_holes(node, self.pattern)
            return c.ArrayPattern(span_of(node), cast("tuple[c.Pattern | None, ...]", tuple(items)))
        if kind in ("assignment_pattern", "object_assignment_pattern"):
            left = child(node, "left")
            target = self.pattern(left) if left is not None else c.Unknown(span_of(node), ())
            return c.Default(span_of(node), target, self.field(node, "right"))
        if kind == "rest_pattern":
            parts = self.named(node)
            return c.Rest(span_of(node), self.pattern(parts[0]) if parts else c.Unknown(span_of(node), ()))
        lowered = self.expression(node)
        if isinstance(lowered, (c.Name, c.Member, c.Index, c.Cast, c.Unknown)):
            return lowered
        return c.Unknown(span_of(node), (lowered,))

    def pattern_member(self, node: Node) -> c.PatternProperty | c.Rest | None:
        if node.type == "rest_pattern":
            return cast("c.Rest", self.pattern(node))
        if node.type == "pair_pattern":
            key, key_span, computed = self.key(child(node, "key"), node)
            value = child(node, "value")
            target = self.pattern(value) if value is not None else c.Unknown(span_of(node), ())
            return c.PatternProperty(span_of(node), key, key_span, computed, target, False)
        if node.type == "shorthand_property_identifier_pattern":
            name = self.name(node)
            return c.PatternProperty(name.span, name.name, name.span, None, name, True)
        if node.type == "object_assignment_pattern":
            target = self.pattern(node)
            inner = target.target if isinstance(target, c.Default) else target
            key = inner.name if isinstance(inner, c.Name) else None
            return c.PatternProperty(span_of(node), key, inner.span, None, target, True)
        return None

    # ----------------------------------------------------------------- types

    def type(self, node: Node | None) -> c.Type | None:
        """A type; an annotation ``: T`` is given without its colon."""
        if node is None:
            return None
        if node.type == "type_annotation" and node.named_children:
            node = node.named_children[0]
        return c.Type(span_of(node), tuple(self.type_names(node)))

    def type_names(self, node: Node) -> list[c.Name]:
        if node.type in _TYPE_NAMES:
            return [self.name(node)]
        names: list[c.Name] = []
        stack = [node]
        while stack:
            current = stack.pop()
            if current.type in _TYPE_NAMES:
                names.append(self.name(current))
            elif current.type == "comment":
                self.comments.append(Comment(span_of(current), text_of(current)))
            elif current.child_count:
                stack += reversed(current.named_children)
        return names


_DECLARATIONS = (c.FunctionDeclaration, c.ClassDeclaration, c.Declare, c.TypeDeclaration)


def _is_lone_export(statement: c.Statement) -> bool:
    match statement:
        case c.ExpressionStatement(expression=c.Name(name="export")):
            return True
        case _:
            return False


def _is_type_only(node: Node) -> bool:
    """``import type``, ``export type``, ``{ type A }``, ``import typeof``, ``export type *`` (an error here)."""
    return any(
        part.type in ("type", "typeof") or (part.is_error and text_of(part) == "type") for part in node.children[:2]
    )


def _module_name(node: Node) -> str:
    """The name in an import or export clause: an identifier or, rarely, a string."""
    text = text_of(node)
    return _cooked(text[1:-1]) if node.type == "string" else text


_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|[\s\S])")
_ESCAPED = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "b": "\b",
    "f": "\f",
    "v": "\v",
    "0": "\0",
    "\n": "",
    "\r": "",
    "\r\n": "",
}


def _cooked(text: str) -> str:
    """The value of a string's inside, escapes resolved."""
    return _ESCAPE.sub(_unescape, text) if "\\" in text else text


def _unescape(match: re.Match[str]) -> str:
    escape = match[1]
    if escape[0] in "ux" and len(escape) > 1:
        point = int(escape.strip("ux{}"), 16)
        return chr(point) if point <= 0x10FFFF else "\ufffd"
    return _ESCAPED.get(escape, escape)


_TYPE_FORMS: dict[str, _TypeForm] = {
    "interface_declaration": "interface",
    "type_alias_declaration": "type",
    "enum_declaration": "enum",
    "internal_module": "namespace",
    "module": "namespace",
}

_FUNCTION_FORMS: dict[str, c.FunctionForm] = {
    "function_declaration": "declaration",
    "generator_function_declaration": "declaration",
    "function_expression": "expression",
    "generator_function": "expression",
    "function": "expression",
    "arrow_function": "arrow",
}


def _written(node: Node) -> Node | None:
    return next((part for part in node.named_children if part.type not in _JUNK), None)


_L = _Lowering
_STATEMENTS: dict[str, Callable[[_Lowering, Node], c.Statement]] = {
    "statement_block": _L.block,
    "expression_statement": _L.expression_statement,
    "lexical_declaration": _L.declaration,
    "variable_declaration": _L.declaration,
    "using_declaration": _L.declaration,
    "function_declaration": _L.function_declaration,
    "generator_function_declaration": _L.function_declaration,
    "class_declaration": _L.class_declaration,
    "abstract_class_declaration": _L.class_declaration,
    "return_statement": _L.return_,
    "throw_statement": _L.throw,
    "if_statement": _L.if_,
    "for_statement": _L.for_,
    "for_in_statement": _L.for_each,
    "while_statement": _L.while_,
    "do_statement": _L.while_,
    "switch_statement": _L.switch,
    "try_statement": _L.try_,
    "labeled_statement": _L.labelled,
    "break_statement": _L.jump,
    "continue_statement": _L.jump,
    "empty_statement": _L.empty,
    "debugger_statement": _L.empty,
    "import_statement": _L.import_,
    "export_statement": _L.export,
    "interface_declaration": _L.type_declaration,
    "type_alias_declaration": _L.type_declaration,
    "enum_declaration": _L.type_declaration,
    "internal_module": _L.type_declaration,
    "module": _L.type_declaration,
    "ambient_declaration": _L.type_declaration,
    "function_signature": _L.signature,
}
_EXPRESSIONS: dict[str, Callable[[_Lowering, Node], c.Expression]] = {
    "identifier": _L.name,
    "property_identifier": _L.name,
    "this": _L.this,
    "super": _L.super_,
    "string": _L.string,
    "number": _L.number,
    **dict.fromkeys(_CONSTANTS, _L.constant),
    "regex": _L.regex,
    "template_string": _L.template,
    "array": _L.array,
    "object": _L.object,
    "member_expression": _L.member,
    "nested_identifier": _L.member,
    "subscript_expression": _L.index,
    "call_expression": _L.call,
    "new_expression": _L.new,
    "import": _L.import_name,
    "function_expression": _L.function_expression,
    "generator_function": _L.function_expression,
    "arrow_function": _L.function_expression,
    "class": _L.class_expression,
    "await_expression": _L.await_,
    "yield_expression": _L.yield_,
    "unary_expression": _L.unary,
    "update_expression": _L.update,
    "binary_expression": _L.binary,
    "ternary_expression": _L.conditional,
    "assignment_expression": _L.assign,
    "augmented_assignment_expression": _L.assign,
    "sequence_expression": _L.sequence,
    "parenthesized_expression": _L.parenthesized,
    "as_expression": _L.cast,
    "satisfies_expression": _L.cast,
    "non_null_expression": _L.cast,
    "type_assertion": _L.cast,
    "instantiation_expression": _L.instantiation,
    "meta_property": _L.meta,
    "jsx_element": _L.jsx,
    "jsx_self_closing_element": _L.jsx,
    "jsx_fragment": _L.jsx,
    "spread_element": _L.argument,
}

"""JavaScript and TypeScript as plain frozen values: expressions, patterns and statements with their places.

Parentheses are not kept (``(a)`` is ``a`` with a's own place), types are kept as places and the names they use.
Use ``match`` on the classes; ``walk`` visits everything below a value in source order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Literal, TypeAlias

from turnout.text.span import Span


@dataclass(frozen=True, slots=True)
class Code:
    """Anything that stands somewhere in a file."""

    span: Span


# ---------------------------------------------------------------- expressions


@dataclass(frozen=True, slots=True)
class Name(Code):
    """An identifier, as reference, binding or assignment target."""

    name: str


@dataclass(frozen=True, slots=True)
class This(Code):
    pass


@dataclass(frozen=True, slots=True)
class Super(Code):
    pass


@dataclass(frozen=True, slots=True)
class String(Code):
    """``value`` is what the program sees, escapes resolved."""

    value: str


@dataclass(frozen=True, slots=True)
class Number(Code):
    text: str


@dataclass(frozen=True, slots=True)
class Constant(Code):
    text: Literal["true", "false", "null", "undefined"]


@dataclass(frozen=True, slots=True)
class Regex(Code):
    text: str


@dataclass(frozen=True, slots=True)
class Template(Code):
    """`` `a${x}b` ``: ``strings`` has one more member than ``values``."""

    strings: tuple[str, ...]
    values: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class TaggedTemplate(Code):
    tag: Expression
    template: Template


@dataclass(frozen=True, slots=True)
class Spread(Code):
    """``...value`` in a call, an array, an object or JSX attributes."""

    value: Expression


@dataclass(frozen=True, slots=True)
class Array(Code):
    """Holes are None."""

    items: tuple[Expression | Spread | None, ...]


@dataclass(frozen=True, slots=True)
class Property(Code):
    """``key: value``, ``key`` (shorthand), ``key() {}`` (value is a Function of form method, getter or setter)."""

    key: str | None
    """None when computed and not a string or number literal."""
    key_span: Span
    computed: Expression | None
    value: Expression
    shorthand: bool


@dataclass(frozen=True, slots=True)
class Object(Code):
    members: tuple[Property | Spread, ...]

    def get(self, key: str) -> Expression | None:
        """The value written for a key, the last one when there are several."""
        for member in reversed(self.members):
            if isinstance(member, Property) and member.key == key:
                return member.value
        return None


@dataclass(frozen=True, slots=True)
class Member(Code):
    """``object.name``; private names keep their ``#``."""

    object: Expression
    name: str
    name_span: Span
    optional: bool


@dataclass(frozen=True, slots=True)
class Index(Code):
    """``object[index]``"""

    object: Expression
    index: Expression
    optional: bool


@dataclass(frozen=True, slots=True)
class Call(Code):
    """``callee(arguments)``. ``import('x')`` has a callee ``Name('import')``."""

    callee: Expression
    arguments: tuple[Expression | Spread, ...]
    optional: bool
    type_arguments: Type | None


@dataclass(frozen=True, slots=True)
class New(Code):
    callee: Expression
    arguments: tuple[Expression | Spread, ...]
    type_arguments: Type | None


FunctionForm: TypeAlias = Literal["declaration", "expression", "arrow", "method", "getter", "setter", "constructor"]


@dataclass(frozen=True, slots=True)
class Function(Code):
    """Any function. ``body`` is a Block, an expression (arrow), or None for a signature without body."""

    form: FunctionForm
    name: Name | None
    parameters: tuple[Parameter, ...]
    body: Block | Expression | None
    is_async: bool
    is_generator: bool
    return_type: Type | None
    type_parameters: Type | None
    _all: tuple[Code, ...] | None = field(default=None, init=False, compare=False, repr=False)
    """What ``walk`` gives, kept when it was first asked for: every rule about handlers and actions asks."""
    _own: tuple[Code, ...] | None = field(default=None, init=False, compare=False, repr=False)
    """What ``walk_own`` gives, kept likewise."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of a block body; none for an expression body."""
        return self.body.body if isinstance(self.body, Block) else ()


@dataclass(frozen=True, slots=True)
class Parameter(Code):
    pattern: Pattern
    type: Type | None
    default: Expression | None
    is_rest: bool
    is_optional: bool


MemberForm: TypeAlias = Literal["method", "getter", "setter", "constructor", "field", "static-block"]


@dataclass(frozen=True, slots=True)
class ClassMember(Code):
    form: MemberForm
    key: str | None
    key_span: Span
    computed: Expression | None
    value: Expression | Block | None
    """A Function for methods, the initial value of a field, the Block of a static block."""
    is_static: bool


@dataclass(frozen=True, slots=True)
class Class(Code):
    name: Name | None
    base: Expression | None
    members: tuple[ClassMember, ...]


@dataclass(frozen=True, slots=True)
class Await(Code):
    value: Expression


@dataclass(frozen=True, slots=True)
class Yield(Code):
    value: Expression | None


@dataclass(frozen=True, slots=True)
class Unary(Code):
    """``!x``, ``typeof x``, ``void x``, ``delete x``, ``-x`` …"""

    operator: str
    operand: Expression


@dataclass(frozen=True, slots=True)
class Update(Code):
    operator: str
    operand: Expression


@dataclass(frozen=True, slots=True)
class Binary(Code):
    """All operators with two sides, ``&&``, ``||`` and ``??`` too."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Conditional(Code):
    test: Expression
    then: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True)
class Assign(Code):
    """``target operator value`` with ``=``, ``+=``, ``??=`` …"""

    operator: str
    target: Pattern
    value: Expression


@dataclass(frozen=True, slots=True)
class Sequence(Code):
    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Cast(Code):
    """``x as T``, ``x satisfies T``, ``x!``, ``<T>x``: no effect at run time. See ``bare``."""

    value: Expression
    form: Literal["as", "satisfies", "!", "<>"]
    type: Type | None


@dataclass(frozen=True, slots=True)
class JsxAttribute(Code):
    """``name={value}``; ``value`` is None for a bare ``name``."""

    name: str
    name_span: Span
    value: Expression | None


@dataclass(frozen=True, slots=True)
class JsxText(Code):
    text: str


@dataclass(frozen=True, slots=True)
class Jsx(Code):
    """An element or fragment. ``tag`` is ``div``, ``Link``, ``motion.div``, or "" for a fragment."""

    tag: str
    tag_name: Expression | None
    """The component as an expression, None for intrinsic elements and fragments."""
    attributes: tuple[JsxAttribute | Spread, ...]
    children: tuple[Expression, ...]

    def get(self, name: str) -> JsxAttribute | None:
        for attribute in self.attributes:
            if isinstance(attribute, JsxAttribute) and attribute.name == name:
                return attribute
        return None


@dataclass(frozen=True, slots=True)
class Unknown(Code):
    """Something this model has no word for, or text that could not be parsed; its readable parts are kept."""

    parts: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Type(Code):
    """A type annotation, a list of type arguments or parameters: its place, and the names it refers to."""

    names: tuple[Name, ...]


# ------------------------------------------------------------------- patterns


@dataclass(frozen=True, slots=True)
class PatternProperty(Code):
    """``key: target`` or the shorthand ``key`` in an object pattern; a default makes the target a ``Default``."""

    key: str | None
    key_span: Span
    computed: Expression | None
    target: Pattern
    shorthand: bool


@dataclass(frozen=True, slots=True)
class Rest(Code):
    target: Pattern


@dataclass(frozen=True, slots=True)
class Default(Code):
    target: Pattern
    value: Expression


@dataclass(frozen=True, slots=True)
class ObjectPattern(Code):
    members: tuple[PatternProperty | Rest, ...]


@dataclass(frozen=True, slots=True)
class ArrayPattern(Code):
    items: tuple[Pattern | None, ...]


# ----------------------------------------------------------------- statements


@dataclass(frozen=True, slots=True)
class Block(Code):
    body: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class ExpressionStatement(Code):
    expression: Expression


@dataclass(frozen=True, slots=True)
class Declarator(Code):
    pattern: Pattern
    type: Type | None
    value: Expression | None


@dataclass(frozen=True, slots=True)
class Declare(Code):
    """``const``, ``let``, ``var`` or ``using``, one or several declarators."""

    kind: str
    declarators: tuple[Declarator, ...]


@dataclass(frozen=True, slots=True)
class FunctionDeclaration(Code):
    function: Function


@dataclass(frozen=True, slots=True)
class ClassDeclaration(Code):
    definition: Class


@dataclass(frozen=True, slots=True)
class Return(Code):
    value: Expression | None


@dataclass(frozen=True, slots=True)
class Throw(Code):
    value: Expression | None


@dataclass(frozen=True, slots=True)
class If(Code):
    test: Expression
    then: Statement
    otherwise: Statement | None


@dataclass(frozen=True, slots=True)
class For(Code):
    init: Statement | None
    test: Expression | None
    update: Expression | None
    body: Statement


@dataclass(frozen=True, slots=True)
class ForEach(Code):
    """``for (const pattern of source)`` and ``in``; ``declares`` is None when an existing name is assigned."""

    operator: Literal["of", "in"]
    declares: str | None
    pattern: Pattern
    source: Expression
    body: Statement
    is_await: bool


@dataclass(frozen=True, slots=True)
class While(Code):
    test: Expression
    body: Statement
    is_do: bool


@dataclass(frozen=True, slots=True)
class Case(Code):
    """``case test:``; None for ``default:``."""

    test: Expression | None
    body: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Switch(Code):
    subject: Expression
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Try(Code):
    block: Block
    parameter: Pattern | None
    handler: Block | None
    finalizer: Block | None


@dataclass(frozen=True, slots=True)
class Labelled(Code):
    label: str
    body: Statement


@dataclass(frozen=True, slots=True)
class Break(Code):
    label: str | None


@dataclass(frozen=True, slots=True)
class Continue(Code):
    label: str | None


@dataclass(frozen=True, slots=True)
class Empty(Code):
    pass


@dataclass(frozen=True, slots=True)
class ImportSpecifier(Code):
    """``imported`` is ``default``, ``*`` (the namespace) or a name."""

    imported: str
    local: Name
    type_only: bool


@dataclass(frozen=True, slots=True)
class Import(Code):
    """``import … from 'source'``; no specifiers for a bare ``import 'x'``."""

    source: String
    specifiers: tuple[ImportSpecifier, ...]
    type_only: bool


@dataclass(frozen=True, slots=True)
class ExportSpecifier(Code):
    local: Name
    exported: str
    exported_span: Span
    type_only: bool


@dataclass(frozen=True, slots=True)
class ExportNamed(Code):
    """``export { a as b }`` and, with a source, ``export { a as b } from './x'``."""

    specifiers: tuple[ExportSpecifier, ...]
    source: String | None
    type_only: bool


@dataclass(frozen=True, slots=True)
class ExportAll(Code):
    """``export * from './x'``, with an alias ``export * as ns from './x'``."""

    source: String
    alias: Name | None
    type_only: bool


@dataclass(frozen=True, slots=True)
class ExportDeclaration(Code):
    """``export const``, ``export function``, ``export class``, ``export enum``, ``export type`` …"""

    declaration: Statement


@dataclass(frozen=True, slots=True)
class ExportDefault(Code):
    value: Expression | FunctionDeclaration | ClassDeclaration | TypeDeclaration


@dataclass(frozen=True, slots=True)
class ExportAssign(Code):
    """``export = value`` (TypeScript's CommonJS)."""

    value: Expression


@dataclass(frozen=True, slots=True)
class TypeDeclaration(Code):
    """Interface, type alias, enum, namespace or ``declare``; only enums and namespaces exist at run time."""

    form: Literal["interface", "type", "enum", "namespace", "ambient"]
    name: Name | None
    names: tuple[Name, ...]
    """The names it refers to."""


Expression: TypeAlias = (
    Name | This | Super | String | Number | Constant | Regex | Template | TaggedTemplate | Array | Object | Member
    | Index | Call | New | Function | Class | Await | Yield | Unary | Update | Binary | Conditional | Assign
    | Sequence | Cast | Jsx | JsxText | Spread | Unknown
)  # fmt: skip
Pattern: TypeAlias = Name | Member | Index | ObjectPattern | ArrayPattern | Default | Rest | Cast | Unknown
Statement: TypeAlias = (
    Block | ExpressionStatement | Declare | FunctionDeclaration | ClassDeclaration | Return | Throw | If | For
    | ForEach | While | Switch | Try | Labelled | Break | Continue | Empty | Import | ExportNamed | ExportAll
    | ExportDeclaration | ExportDefault | ExportAssign | TypeDeclaration | Unknown
)  # fmt: skip


# -------------------------------------------------------------------- walking


Below: TypeAlias = tuple[Code, ...] | list[Code]


def children(code: Code) -> Below:
    """What stands directly below a value, in the order of its fields (which is source order but for do-while)."""
    return _reader(type(code))(code)


def walk(code: Code, into: Callable[[Code], bool] | None = None) -> Iterator[Code]:
    """The value itself and everything below it. ``into`` says below which values to go on (they come themselves)."""
    if into is not None:
        return _walk(code, into)
    if not isinstance(code, Function):
        return _walk(code)
    if code._all is None:  # pyright: ignore[reportPrivateUsage]
        object.__setattr__(code, "_all", tuple(_walk(code)))
    return iter(code._all or ())  # pyright: ignore[reportPrivateUsage]


def _walk(code: Code, into: Callable[[Code], bool] | None = None) -> Iterator[Code]:
    stack = [code]
    while stack:
        current = stack.pop()
        yield current
        if into is None or current is code or into(current):
            below = _reader(type(current))(current)
            if below:
                stack += below[::-1]


def walk_own(function: Function) -> Iterator[Code]:
    """Everything in a function's body that runs when it does: nested functions come, but not their insides."""
    if function._own is None:  # pyright: ignore[reportPrivateUsage]
        object.__setattr__(function, "_own", tuple(_own(function.body)))
    return iter(function._own or ())  # pyright: ignore[reportPrivateUsage]


def _own(body: Block | Expression | None) -> Iterator[Code]:
    if isinstance(body, Function):
        yield body
    elif body is not None:
        yield from walk(body, lambda code: not isinstance(code, Function))


def bare(expression: Expression) -> Expression:
    """The expression without TypeScript's casts around it: ``(x as T)!`` is ``x``."""
    while isinstance(expression, Cast):
        expression = expression.value
    return expression


def dotted(expression: Code) -> str | None:
    """``a.b.c`` as written, for names, ``this`` and plain members; None for anything else."""
    parts: list[str] = []
    current = expression
    while True:
        match current:
            case Member(object=below, name=name):
                parts.append(name)
                current = below
            case Cast(value=below):
                current = below
            case Name(name=name):
                parts.append(name)
                return ".".join(reversed(parts))
            case This():
                parts.append("this")
                return ".".join(reversed(parts))
            case _:
                return None


def last_name(expression: Code) -> str:
    """The name that is called or read last: ``post`` for ``api.post``, ``(await x()).post``, ``post``; else ``""``."""
    match expression:
        case Name(name=name) | Member(name=name):
            return name
        case Cast(value=below):
            return last_name(below)
        case _:
            return ""


def bound_names(pattern: Pattern) -> Iterator[Name]:
    """The names that a binding pattern introduces."""
    match pattern:
        case Name():
            yield pattern
        case ObjectPattern(members=members):
            for member in members:
                yield from bound_names(member.target)
        case ArrayPattern(items=items):
            for item in items:
                if item is not None:
                    yield from bound_names(item)
        case Default(target=target) | Rest(target=target):
            yield from bound_names(target)
        case _:
            return


@cache
def _reader(kind: type[Code]) -> Callable[[Code], Below]:
    """How to read what stands below the values of a class: walks ask for it a million times in a large project."""
    names = _child_fields(kind)
    match names:
        case ():
            return lambda code: ()
        case ((name, is_many),):
            read = attrgetter(name)
            if is_many:
                return lambda code: tuple(filter(None, read(code)))
            return lambda code: () if (value := read(code)) is None else (value,)
        case _:
            every = attrgetter(*(name for name, _ in names))
            return lambda code: _flat(every(code))


def _flat(values: Iterable[Code | tuple[Code | None, ...] | None]) -> Below:
    below: list[Code] = []
    for value in values:
        if isinstance(value, tuple):
            below += filter(None, value)
        elif value is not None:
            below.append(value)
    return below


@cache
def _child_fields(kind: type[Code]) -> tuple[tuple[str, bool], ...]:
    """The fields of a class that hold other values, and whether they hold several; read from the annotations."""
    plain = ("str", "bool", "Span", "Literal", "FunctionForm", "MemberForm", "tuple[str")
    return tuple(
        (each.name, str(each.type).startswith("tuple["))
        for each in fields(kind)
        if not str(each.type).startswith(plain) and not each.name.startswith("_")
    )

"""A function of the project, opened: its text with what a call gives it put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from turnout.conversions.endpoint_to_action.ground.functions import value_of
from turnout.conversions.endpoint_to_action.ground.pieces import Replace, render
from turnout.conversions.endpoint_to_action.ground.pure import has_work
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.ground.type_text import split
from turnout.conversions.endpoint_to_action.ground.url import const_value
from turnout.conversions.imports import Wanted, names_in, rebased, specifier
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.model.strings import field_value
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style, reindent

_SIMPLE = (c.Name, c.Member, c.String, c.Number, c.Constant, c.Template, c.Object, c.Array, c.Call, c.Index)
_GONE = "\0"
"""A line that goes."""
_DATA = (c.String, c.Number, c.Constant, c.Template, c.Object, c.Array)


class Opening:
    """One call of one function."""

    def __init__(
        self,
        project: Snapshot,
        module: Module,
        call: c.Call,
        home: Module,
        function: c.Function,
        outer: Opening | None = None,
    ) -> None:
        self.project = project
        self.module = module
        self.call = call
        self.home = home
        self.function = function
        self.outer = outer
        """The function of the project that this call stands in, with what that was given."""
        self.caller: Module = outer.caller if outer is not None else module
        self.at: c.Call = outer.at if outer is not None else call
        self.name: str = outer.name if outer is not None else c.dotted(call.callee) or "this function"
        self.values: dict[int, c.Expression | None] = {}
        """What parameters are given, by binding: expressions of the caller, or defaults."""
        self.defaults: set[int] = set()
        self.leading: dict[int, c.Expression] = {}
        """Constants in front of the request, by binding."""
        self.used: dict[int, int] = {}
        self.rest: dict[int, list[c.Expression]] = {}
        """What ``...args`` is given."""
        self.left: list[c.Object] = []
        """What ``...rest`` of a pattern is given: objects that stand nowhere by themselves."""
        self.types = _types_given(module, home, function, call, outer)
        """What type parameters are given: ``checkResponse<User>(res)``."""
        self.imports: dict[str, Wanted] = outer.imports if outer is not None else {}
        """What the caller must import from now on, by the name it has."""
        self.give()

    # ------------------------------------------------------------- arguments

    def give(self) -> None:
        arguments = self.call.arguments
        if any(isinstance(each, c.Spread) for each in arguments):
            raise self.unclear()
        for index, parameter in enumerate(self.function.parameters):
            argument = arguments[index] if index < len(arguments) else None
            given = argument if argument is not None and not isinstance(argument, c.Spread) else None
            if parameter.is_rest:
                binding = self.home.scopes.binding(parameter.pattern) if isinstance(parameter.pattern, c.Name) else None
                self.rest[id(binding)] = [each for each in arguments[index:] if not isinstance(each, c.Spread)]
                continue
            match parameter.pattern:
                case c.Name() as name:
                    self.put(name, given, parameter.default)
                case c.ObjectPattern() as pattern:
                    whole = const_value(self.module, given) if given is not None else None
                    if whole is not None and not isinstance(whole, c.Object):
                        raise self.unclear()
                    self.take_apart(pattern, whole)
                case _:
                    raise self.unclear()

    def take_apart(self, pattern: c.ObjectPattern, whole: c.Object | None) -> None:
        if whole is not None and any(isinstance(member, c.Spread) for member in whole.members):
            raise self.unclear()
        for member in pattern.members:
            if isinstance(member, c.Rest):
                self.take_rest(member, pattern, whole)
                continue
            target = member.target
            default = target.value if isinstance(target, c.Default) else None
            name = target.target if isinstance(target, c.Default) else target
            if member.key is None or not isinstance(name, c.Name):
                raise self.unclear()
            self.put(name, whole.get(member.key) if whole is not None else None, default)

    def take_rest(self, rest: c.Rest, pattern: c.ObjectPattern, whole: c.Object | None) -> None:
        """``{ url, ...options }``: what is left for ``options`` is known member by member only."""
        taken = {member.key for member in pattern.members if isinstance(member, c.PatternProperty)}
        given = whole.members if whole is not None else ()
        left = tuple(member for member in given if not isinstance(member, c.Property) or member.key not in taken)
        if not isinstance(rest.target, c.Name):
            raise self.unclear()
        rest_of = replace(whole, members=left) if whole is not None and left else None
        self.left += [rest_of] if rest_of is not None else []
        self.put(rest.target, rest_of, None)

    def put(self, name: c.Name, given: c.Expression | None, default: c.Expression | None) -> None:
        binding = self.home.scopes.binding(name)
        if binding is None:
            return
        if binding.writes:
            raise self.unclear()
        self.values[id(binding)] = given if given is not None else default
        if given is None:
            self.defaults.add(id(binding))

    # ------------------------------------------------------------------ text

    def flush(self, code: c.Code) -> str:
        """The text with its first column at the left."""
        text = reindent(self.text(code), self.home.source.indent_at(code.span.start), "")
        return re.sub(rf"\n[ \t]*{_GONE}(?=\r?\n)", "", text)

    def text(self, code: c.Code) -> str:
        """The text of a part of the function with what it is given put in."""
        return render(self.home.source, code.span, tuple(self.replaced(code)))

    def replaced(self, code: c.Code) -> Iterator[Replace]:
        chosen = self.chosen(code)
        if chosen is not None:
            yield Replace(code.span, (self.text(chosen),))
            return
        if isinstance(code, c.If) and code.otherwise is None and (holds := self.holds(code.test)) is not None:
            yield Replace(code.span, (self.settled(code.then) if holds else _GONE,))
            return
        if isinstance(code, c.Object) and any(isinstance(member, c.Spread) for member in code.members):
            text = self.flat(code)
            if text is not None:
                yield Replace(code.span, (text,))
                return
        if isinstance(code, c.Spread) and isinstance(code.value, c.Name):
            binding = self.home.scopes.binding(code.value)
            if id(binding) in self.rest:
                yield Replace(
                    code.span, (", ".join(self.given(code, binding, each) for each in self.rest[id(binding)]),)
                )
                return
        if isinstance(code, c.This):
            raise self.unclear()
        if isinstance(code, c.Member) and isinstance(code.object, c.This):
            yield Replace(code.span, (self.field(code),))
            return
        if isinstance(code, c.Member) and isinstance(code.object, c.Name):
            binding = self.home.scopes.binding(code.object)
            whole = self.values.get(id(binding))
            if id(binding) in self.values and (whole is None or isinstance(const_value(self.module, whole), c.Object)):
                whole = const_value(self.module, whole) if whole is not None else None
                member = whole.get(code.name) if isinstance(whole, c.Object) else None
                yield Replace(code.span, (self.given(code, binding, member),))
                return
        if isinstance(code, c.Property) and code.shorthand and isinstance(code.value, c.Name):
            inner = list(self.replaced(code.value))
            if inner:
                yield Replace(code.span, (f"{code.key}: ", *inner[0].parts))
            return
        if isinstance(code, c.Name):
            text = self.named(code)
            if text is not None:
                yield Replace(code.span, (text,))
            return
        for below in c.children(code):
            yield from self.replaced(below)

    def settled(self, then: c.Statement) -> str:
        """What stands under a condition that is known to hold; in its braces where it has names of its own."""
        only = then.body[0] if isinstance(then, c.Block) and len(then.body) == 1 else then
        return self.text(then if isinstance(only, c.Declare) else only)

    def field(self, member: c.Member) -> str:
        """``this.baseUrl``, a field with a plain value."""
        value = field_value(self.home, member)
        if value is None:
            raise self.unclear()
        return self.home.source.text(value.span)

    def flat(self, code: c.Object) -> str | None:
        """``{ ...options, headers }`` with the members of what ``options`` is given; None where that is not known."""
        source = self.home.source
        if "\n" in source.text(code.span) and not any(
            isinstance(member, c.Spread) and self.spread(member) is not None for member in code.members
        ):
            return None
        members: list[tuple[str | None, str]] = []
        for member in code.members:
            inner = self.spread(member) if isinstance(member, c.Spread) else None
            if inner is None:
                members.append((member.key if isinstance(member, c.Property) else None, self.text(member)))
            else:
                members += inner
        keys = [key for key, _ in members]
        kept = [text for at, (key, text) in enumerate(members) if key is None or key not in keys[at + 1 :]]
        if not kept:
            return "{}"
        if "\n" not in source.text(code.span):
            return f"{{ {', '.join(kept)} }}"
        style, indent = Style.of(source), source.indent_at(code.span.start)
        lines = f",{style.newline}".join(f"{indent}{style.unit}{text}" for text in kept)
        return f"{{{style.newline}{lines}{style.comma}{style.newline}{indent}}}"

    def spread(self, member: c.Spread) -> list[tuple[str | None, str]] | None:
        """The members that ``...options`` or ``...options?.headers`` stands for."""
        value: c.Expression | None = c.bare(member.value)
        if isinstance(value, c.Binary) and value.operator in ("||", "??", "&&"):
            value = self.chosen(value) or value
        path: list[str] = []
        while isinstance(value, c.Member):
            path.insert(0, value.name)
            value = value.object
        binding = self.home.scopes.binding(value) if isinstance(value, c.Name) else None
        if binding is None or id(binding) not in self.values:
            return None
        given = self.values[id(binding)]
        is_default = id(binding) in self.defaults
        where = self.home if is_default else self.module
        whole = const_value(where, given) if given is not None else None
        for name in path:
            if whole is not None and not isinstance(whole, c.Object):
                return None
            inner = whole.get(name) if whole is not None else None
            whole = const_value(where, inner) if inner is not None else None
        if whole is None:
            return []
        if not isinstance(whole, c.Object) or (self.outer is not None and not is_default):
            return None if not isinstance(whole, c.Object) else self.outer_members(whole)
        return [self.own_member(where, each) for each in whole.members]

    def outer_members(self, whole: c.Object) -> list[tuple[str | None, str]]:
        assert self.outer is not None
        return [(each.key if isinstance(each, c.Property) else None, self.outer.text(each)) for each in whole.members]

    def own_member(self, where: Module, each: c.Property | c.Spread) -> tuple[str | None, str]:
        return (each.key if isinstance(each, c.Property) else None), where.source.text(each.span)

    def named(self, name: c.Name) -> str | None:
        """What stands for a name: an argument, a constant's value; None where the name itself can stand."""
        binding = self.home.scopes.binding(name)
        if binding is None or name.name in self.types:
            return self.types.get(name.name)
        if binding.kind == "type":
            if binding.scope.parent is None and self.home.path != self.caller.path:
                self.take_along(name, binding)
            return None
        if id(binding) in self.values:
            return self.given(name, binding, self.values[id(binding)])
        if id(binding) in self.leading:
            return self.wrapped(name, self.leading[id(binding)], self.text(self.leading[id(binding)]))
        if binding.scope.parent is not None or self.home.path == self.caller.path:
            return None
        mine = self.caller.import_of.get(name.name)
        theirs = self.home.import_of.get(name.name)
        if mine is not None and theirs is not None and mine.imported == theirs.imported:
            if mine.source.value == theirs.source.value and not mine.source.value.startswith("."):
                return None
        found = value_of(self.project, self.home, name)
        if found is not None and isinstance(found[1], _DATA):
            if not any(isinstance(code, c.Name) and found[0].scopes.binding(code) for code in c.walk(found[1])):
                return self.wrapped(name, found[1], found[0].source.text(found[1].span))
        self.take_along(name, binding)
        return None

    def take_along(self, name: c.Name, binding: Binding) -> None:
        """``ApiError``, which the function's file imports or exports: the caller imports it, too."""
        theirs = self.home.import_of.get(name.name)
        wanted: Wanted | None = None
        if theirs is not None:
            source = rebased(theirs.source.value, self.home.path, self.caller.path)
            wanted = Wanted(theirs.imported, source, name.name, theirs.type_only)
        elif binding.scope.parent is None and (export := self.exported(binding)) is not None:
            source = specifier(self.project, self.caller.path, self.home.path)
            wanted = Wanted(export, source, name.name, binding.kind == "type")
        if wanted is not None and self.has(name.name, wanted):
            return
        if wanted is None or (name.name in names_in(self.caller) and self.imports.get(name.name) != wanted):
            raise refused(f'{self.name}() needs "{name.name}" of its own file.', self.caller, self.at)
        self.imports[name.name] = wanted

    def has(self, name: str, wanted: Wanted) -> bool:
        """Whether the caller imports that very thing already."""
        mine = self.caller.import_of.get(name)
        if mine is None or mine.imported != wanted.name:
            return False
        resolve, path = self.project.resolve, self.caller.path
        there = resolve(path, mine.source.value)
        return mine.source.value == wanted.source or (there is not None and there == resolve(path, wanted.source))

    def exported(self, binding: Binding) -> str | None:
        """The name by which others can import something of the function's file."""
        for each in self.home.exports:
            if each.source is None and each.local is not None and self.home.scopes.binding(each.local) is binding:
                return each.name
        return None

    def given(self, at: c.Expression, binding: Binding | None, value: c.Expression | None) -> str:
        if value is None:
            return "undefined"
        if any(value is each for each in self.left):
            raise self.unclear()
        if id(binding) in self.defaults:
            return self.wrapped(at, value, self.home.source.text(value.span))
        self.used[id(value)] = self.used.get(id(value), 0) + 1
        if self.used[id(value)] > 1 and has_work(value):
            raise self.unclear()
        source = self.module.source
        text = source.text(value.span) if self.outer is None else self.outer.text(value)
        indent = self.home.source.indent_at(at.span.start)
        return self.wrapped(at, value, reindent(text, source.indent_at(value.span.start), indent))

    def wrapped(self, at: c.Expression, value: c.Expression, text: str) -> str:
        """In parentheses where it could come apart otherwise."""
        above = self.home.parents.get(id(at))
        is_safe = isinstance(value, _SIMPLE) or isinstance(above, (c.Property, c.Template, c.Declarator))
        if isinstance(above, c.Call) and above.callee is not at:
            is_safe = True
        return text if is_safe else f"({text})"

    def chosen(self, code: c.Code) -> c.Expression | None:
        """``body ? JSON.stringify(body) : undefined`` where it is known whether there is a body."""
        match code:
            case c.Conditional(test=test, then=then, otherwise=otherwise):
                holds = self.holds(test)
                return None if holds is None else (then if holds else otherwise)
            case c.Binary(operator="&&", left=left, right=right):
                holds = self.holds(left)
                return None if holds is None else (right if holds else left)
            case c.Binary(operator="||" | "??", left=left, right=right):
                holds = self.holds(left)
                return None if holds is None else (left if holds else right)
            case _:
                return None

    def holds(self, test: c.Expression) -> bool | None:
        """Whether a parameter is given something, as far as its text shows."""
        bare = c.bare(test)
        value: c.Expression | None
        if isinstance(bare, c.Name):
            binding = self.home.scopes.binding(bare)
            if id(binding) not in self.values:
                return None
            value = self.values[id(binding)]
        elif isinstance(bare, c.Member) and isinstance(bare.object, c.Name):
            binding = self.home.scopes.binding(bare.object)
            whole = self.values.get(id(binding))
            if id(binding) not in self.values:
                return None
            whole = const_value(self.module, whole) if whole is not None else None
            if whole is not None and not isinstance(whole, c.Object):
                return None
            value = whole.get(bare.name) if whole is not None else None
        else:
            return None
        bare = c.bare(value) if value is not None else None
        if self.outer is not None and isinstance(bare, (c.Name, c.Member)):
            return self.outer.holds(bare)
        match bare:
            case None | c.Constant(text="undefined" | "null" | "false"):
                return False
            case c.Object() | c.Array() | c.Function() | c.Constant(text="true"):
                return True
            case c.String(value=text):
                return bool(text)
            case _:
                return None

    def unclear(self) -> Refused:
        return refused(f"{self.name}() does more than to request and to check the answer.", self.caller, self.at)


def _types_given(
    module: Module, home: Module, function: c.Function, call: c.Call, outer: Opening | None
) -> dict[str, str]:
    """Each type parameter and what stands for it: what the call gives, its default, or ``unknown``."""
    if function.type_parameters is None:
        return {}
    found: dict[str, str] = {}
    given: list[str] = []
    if call.type_arguments is not None:
        text = outer.text(call.type_arguments) if outer is not None else module.source.text(call.type_arguments.span)
        given = split(text.strip()[1:-1], ",")
    for index, each in enumerate(split(_inside(home, function.type_parameters), ",")):
        declared, _, default = each.partition("=")
        name = declared.split()[0] if declared.split() else ""
        found[name] = given[index].strip() if index < len(given) else default.strip() or "unknown"
    return found


def _inside(module: Module, code: c.Type) -> str:
    return module.source.text(code.span).strip()[1:-1]

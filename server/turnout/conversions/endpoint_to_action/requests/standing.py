"""Where a function of the project stands, by which name, and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from turnout.conversions.imports import names_in
from turnout.conversions.moving import with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span


@dataclass(frozen=True)
class Standing:
    """A function with what gives it its name."""

    module: Module
    function: c.Function
    name: str
    name_span: Span
    whole: c.Code
    """The statement, with its ``export``; or the member of a class or an object."""
    own: c.Code
    """The same without ``export``."""
    binding: c.Name | None
    """The name, where it is declared by a statement."""

    @property
    def is_exported(self) -> bool:
        """Whether other files can have it by a name."""
        if self.whole is not self.own:
            return True
        named = (each.local for each in self.module.exports if each.local is not None and each.source is None)
        return self.binding is not None and any(
            self.module.scopes.binding(each) is self.module.scopes.binding(self.binding) for each in named
        )

    @property
    def is_inside(self) -> bool:
        """Whether it stands in another function, as in a component."""
        return self.module.function_around(self.function) is not None

    def mates(self) -> Iterator[tuple[str, c.Code]]:
        """What else stands in the same block, class or object, by its name."""
        above = self.module.parents.get(id(self.whole))
        match above:
            case c.Class(members=members):
                yield from ((each.key, each) for each in members if each.key is not None)
            case c.Object(members=members):
                yield from (
                    (each.key, each) for each in members if isinstance(each, c.Property) and each.key is not None
                )
            case _:
                body = above.body if isinstance(above, c.Block) else self.module.body
                for each in body:
                    inner = each.declaration if isinstance(each, c.ExportDeclaration) else each
                    match inner:
                        case c.FunctionDeclaration(function=c.Function(name=c.Name(name=name))):
                            yield name, each
                        case c.Declare(declarators=(c.Declarator(pattern=c.Name(name=name)),)):
                            yield name, each
                        case _:
                            pass

    def taken(self) -> frozenset[str]:
        """The names that mean something there already."""
        mates = frozenset(name for name, _ in self.mates())
        return mates if self.binding is None else names_in(self.module) | mates


def standing_of(module: Module, function: c.Function) -> Standing | None:
    """None for a function that has no name of its own."""
    above = module.parents.get(id(function))
    if isinstance(above, c.Call) and is_use_callback(above) and above.arguments[0] is function:
        above = module.parents.get(id(above))
    match above:
        case c.ClassMember(key=str() as name):
            return Standing(module, function, name, above.key_span, above, above, None)
        case c.Property(key=str() as name, shorthand=False):
            return Standing(module, function, name, above.key_span, above, above, None)
        case c.Declarator(pattern=c.Name() as declared, type=None):
            statement = module.parents.get(id(above))
            if not isinstance(statement, c.Declare) or len(statement.declarators) != 1:
                return None
        case c.FunctionDeclaration(function=c.Function(name=c.Name() as declared)):
            statement = above
        case _:
            return None
    outer = module.parents.get(id(statement))
    whole = outer if isinstance(outer, (c.ExportDeclaration, c.ExportDefault)) else statement
    return Standing(module, function, declared.name, declared.span, whole, statement, declared)


def is_use_callback(call: c.Call) -> bool:
    """``useCallback(async (url) => { … }, [])``"""
    return c.last_name(call.callee) == "useCallback" and len(call.arguments) == 2


def dependencies_of(module: Module, function: c.Function) -> c.Array | None:
    """What a hook is told that a function uses: ``useCallback(() => save(url), [save])``."""
    above = module.parents.get(id(function))
    if not isinstance(above, c.Call) or len(above.arguments) < 2 or above.arguments[0] is not function:
        return None
    if not c.last_name(above.callee).startswith("use"):
        return None
    last = above.arguments[-1]
    return last if isinstance(last, c.Array) else None


def beside(stands: Standing, name: str, text: str) -> list[Edit] | None:
    """The edits that put another such thing right behind it, none where the very same stands there; None for a name
    that is taken."""
    there = next((each for mate, each in stands.mates() if mate == name), None)
    if there is not None:
        return [] if _is_same(stands.module.source.text(there.span), text) else None
    return [_inserted(stands, text)] if name not in stands.taken() else None


def _is_same(first: str, second: str) -> bool:
    return re.sub(r"\s+", "", first) == re.sub(r"\s+", "", second)


def _inserted(stands: Standing, text: str) -> Edit:
    """Right behind the function."""
    module, style = stands.module, Style.of(stands.module.source)
    data = module.source.data
    end = with_comments(module, stands.whole).end
    between = style.newline * 2 + module.source.indent_at(stands.whole.span.start)
    match stands.whole:
        case c.Property():
            behind_comma = re.compile(rb"\s*,").match(data, stands.whole.span.end)
            if behind_comma is None:
                return Edit(Span(stands.whole.span.end, stands.whole.span.end), f",{between}{text}")
            return Edit(Span(behind_comma.end(), behind_comma.end()), f"{between}{text},")
        case c.ClassMember(form="field"):
            mark = re.compile(rb"\s*;").match(data, stands.whole.span.end)
            end = mark.end() if mark is not None else stands.whole.span.end
            text = text.rstrip(";") + style.end
        case _:
            pass
    return Edit(Span(end, end), between + text)

"""What the names of functions become that are written one inside of the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from turnout.conversions.endpoint_to_action.api_routes.weaving import Body, Put
from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.moving import declared_names
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.syntax.write import Style
from turnout.text.span import Span


@dataclass
class Naming:
    """The names of one body, and of those written into it."""

    body: Body
    avoid: frozenset[str] = frozenset()
    """Names that stand beside it where it is written."""
    enclosing: frozenset[str] = frozenset()
    """Names that mean something there."""
    renamed: dict[int, str] = field(default_factory=dict[int, str])
    """By the ids of bindings, what they are called now."""
    first: list[tuple[Put, c.Parameter, c.Expression]] = field(
        default_factory=list[tuple[Put, c.Parameter, c.Expression]]
    )
    """Parameters that are given more than a name: they are declared in front of the body, by the one around it."""
    guests: dict[int, Naming] = field(default_factory=dict[int, "Naming"])
    """By the ids of their calls."""

    def settle(self) -> None:
        """Decide all names, from the outside in; refuses where one would mean something else."""
        body, scopes = self.body, self.body.home.scopes
        own = [each for each in scopes.all if body.function.span.contains(each.site.span)]
        values = set(self.renamed.values())
        tops = {id(each) for each in self.tops()}
        for binding in own:
            is_in_the_way = binding.name in values or (id(binding) in tops and binding.name in self.avoid)
            if id(binding) not in self.renamed and is_in_the_way:
                self.renamed[id(binding)] = self.fresh(binding.name)
        self.carry()
        names = frozenset(self.named(each) for each in own) | self.enclosing
        for put in body.puts:
            avoid = self.spoken(put)
            guest = Naming(put.guest, avoid | self.avoid if self.is_top(put) else avoid, names)
            self.guests[id(put.call)] = guest
            self.give(put, guest)
            guest.settle()

    def named(self, binding: Binding) -> str:
        return self.renamed.get(id(binding), binding.name)

    def fresh(self, name: str) -> str:
        taken, number = self.body.weaving.taken, 2
        while f"{name}{number}" in taken:
            number += 1
        taken.add(f"{name}{number}")
        return f"{name}{number}"

    # ------------------------------------------------------------------ places

    def tops(self) -> Iterator[Binding]:
        """What is declared beside the code around it, once the body is written there."""
        body = self.body
        given = [each.pattern for _, each, _ in self.first]
        for pattern in given:
            yield from self.bindings(c.bound_names(pattern))
        for statement in self.flat(body.function.statements):
            yield from self.bindings(declared_names(statement))

    def flat(self, statements: tuple[c.Statement, ...]) -> Iterator[c.Statement]:
        """Statements, those that only choose replaced by what they choose."""
        for statement in statements:
            if not self.body.is_live(statement):
                continue
            chosen = self.body.chosen.get(id(statement))
            if chosen is not None:
                yield from self.flat(chosen.statements)
            else:
                yield statement

    def bindings(self, names: Iterator[c.Name]) -> Iterator[Binding]:
        for name in names:
            binding = self.body.home.scopes.binding(name)
            if binding is not None:
                yield binding

    def around(self, code: c.Code) -> c.Code:
        """The block in which a statement stands when choices are gone."""
        parents, current = self.body.home.parents, code
        while (above := parents.get(id(current))) is not None:
            if isinstance(above, c.Function):
                return current
            owner = parents.get(id(above))
            is_chosen = owner is not None and id(owner) in self.body.chosen
            if isinstance(above, c.Block) and not is_chosen and id(above) not in self.body.chosen:
                return above
            current = above
        return code

    def is_top(self, put: Put) -> bool:
        return self.around(put.at) is self.body.function.body

    def spoken(self, put: Put) -> frozenset[str]:
        """The names that stand in the same block, the call's own arguments included."""
        found = {
            self.called(code)
            for code in c.walk(self.around(put.at))
            if isinstance(code, c.Name) and not put.at.span.contains(code.span) and self.body.is_live(code)
        }
        found |= {self.called(code) for each in put.call.arguments for code in c.walk(each) if isinstance(code, c.Name)}
        return frozenset(found)

    def called(self, name: c.Name) -> str:
        binding = self.body.home.scopes.binding(name)
        return self.named(binding) if binding is not None else name.name

    # --------------------------------------------------------------- arguments

    def give(self, put: Put, guest: Naming) -> None:
        """What the parameters of a function are where it is called: names, or values that need one first."""
        function, home = put.guest.function, put.guest.home
        for argument in put.call.arguments[len(function.parameters) :]:
            self.check_unread(put, argument)
        for index, parameter in enumerate(function.parameters):
            pattern = parameter.pattern
            binding = home.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
            arguments = put.call.arguments
            given = arguments[index] if index < len(arguments) else None
            if binding is not None and not binding.references:
                self.check_unread(put, given)
                continue
            if given is None or isinstance(given, c.Spread) or parameter.is_rest or parameter.default is not None:
                raise put.guest.unknown()
            if binding is not None and binding.writes:
                raise put.guest.unknown()
            bare = c.bare(given)
            there = self.body.home.scopes.binding(bare) if isinstance(bare, c.Name) else None
            if binding is not None and there is not None and not there.writes and id(there) not in self.body.options:
                guest.renamed[id(binding)] = self.named(there)
            elif binding is not None or isinstance(pattern, c.ObjectPattern):
                guest.first.append((put, parameter, given))
            else:
                raise put.guest.unknown()

    def check_unread(self, put: Put, argument: c.Expression | c.Spread | None) -> None:
        """Refuses an argument that nobody reads, but that does something when it is made."""
        bare = c.bare(argument) if argument is not None else None
        if bare is not None and any(isinstance(each, (c.Call, c.New, c.Await, c.Spread)) for each in c.walk(bare)):
            raise put.guest.unknown()

    # -------------------------------------------------------------- free names

    def live_names(self) -> Iterator[c.Name]:
        """The names that are left of the body, those of types included."""
        body = self.body
        for code in c.walk(body.function.body) if body.function.body is not None else ():
            if isinstance(code, c.Name) and body.is_live(code):
                put = next((each for each in body.puts if each.at.span.contains(code.span)), None)
                if put is None or any(each.span.contains(code.span) for each in put.call.arguments):
                    yield code

    def carry(self) -> None:
        """What the body needs from around it must be the same where it stands now."""
        body, scopes = self.body, self.body.home.scopes
        for name in self.live_names():
            binding = scopes.binding(name)
            if binding is not None and body.function.span.contains(binding.site.span):
                continue
            self.free(name, binding)
        own = {each.name for each in scopes.all if body.function.span.contains(each.site.span)}
        for helper in body.helpers:
            for name in helper.free:
                binding = helper.home.scopes.binding(name)
                if name.name in self.enclosing | own or (binding is not None and binding.scope.parent is not None):
                    raise self.clash(helper.call, name.name)
                if binding is not None and helper.home.path != body.weaving.target.path:
                    body.weaving.carrying.name(helper.home, name, binding.name, body.name)

    def free(self, name: c.Name, binding: Binding | None) -> None:
        body = self.body
        if binding is not None and (id(binding) in body.options or self.default(binding) is not None):
            self.option(name, binding)
            return
        around = [each.function.span for each in body.above if each.home.path == body.home.path]
        if binding is not None and any(span.contains(binding.site.span) for span in around):
            return
        if name.name in self.enclosing:
            raise self.clash(name, name.name)
        if binding is None:
            return
        if binding.scope.parent is not None:
            raise body.unknown()
        if body.home.path != body.weaving.target.path:
            body.weaving.carrying.name(body.home, name, binding.name, body.name)

    def clash(self, name: c.Code, written: str) -> Refused:
        return refused(
            f'"{written}" means one thing in {self.body.name}, and another where it is called.', self.body.home, name
        )

    # ----------------------------------------------------------------- options

    def default(self, binding: Binding) -> c.Parameter | None:
        """The option of a wrapper that a name is, where this use of the wrapper leaves it out."""
        options = self.body.opened.options if self.body.opened is not None else ()
        for parameter, argument in options:
            pattern = parameter.pattern
            if argument is None and isinstance(pattern, c.Name) and self.body.home.scopes.binding(pattern) is binding:
                return parameter
        return None

    def value(self, binding: Binding) -> tuple[Module, c.Expression] | None:
        """What an option stands for, and the file that says so."""
        given = self.body.options.get(id(binding))
        if given is not None:
            return given
        parameter = self.default(binding)
        return (self.body.home, parameter.default) if parameter is not None and parameter.default is not None else None

    def option(self, name: c.Name, binding: Binding) -> None:
        """Options are written where their names were: plain values, and names of the endpoint's own file."""
        found = self.value(binding)
        if found is None:
            raise self.body.unknown()
        module, value = found
        bare = c.bare(value)
        if isinstance(bare, (c.String, c.Number, c.Constant, c.Array)):
            return
        there = module.scopes.binding(bare) if isinstance(bare, c.Name) else None
        is_top = there is not None and there.scope.parent is None and module.path == self.body.weaving.target.path
        if not isinstance(bare, c.Name) or not is_top:
            raise self.body.unknown()
        own = {each.name for each in self.body.home.scopes.all if self.body.function.span.contains(each.site.span)}
        if bare.name in self.enclosing | own:
            raise self.clash(name, bare.name)

    # -------------------------------------------------------------------- text

    def replaced(self) -> Iterator[Replace]:
        """The names that are called otherwise, in place of those that they had."""
        home = self.body.home
        method = self.body.weaving.method
        for helper in self.body.helpers:
            yield Replace(helper.call.span, (helper.text(self.text_of),))
        for code in self.body.told:
            text = Style.of(home.source).string(method)
            yield _put(home, code, c.String(code.span, method), text)
        for code in c.walk(self.body.function):
            binding = home.scopes.binding(code) if isinstance(code, c.Name) else None
            if binding is None or not isinstance(code, c.Name):
                continue
            found = self.value(binding)
            if found is not None:
                yield _put(home, code, found[1], found[0].source.text(found[1].span))
                continue
            new = self.named(binding)
            if new == code.name or not self.body.function.span.contains(binding.site.span):
                continue
            above = home.parents.get(id(code))
            above = home.parents.get(id(above)) if isinstance(above, c.Default) else above
            is_short = isinstance(above, (c.Property, c.PatternProperty)) and above.shorthand
            yield Replace(code.span, (f"{code.name}: {new}" if is_short else new,))

    def text_of(self, value: c.Expression) -> str:
        return self.called(value) if isinstance(value, c.Name) else self.body.home.source.text(value.span)


def _put(home: Module, name: c.Expression, value: c.Expression, text: str) -> Replace:
    """A value in place of what it was called; a text in a template becomes part of it."""
    bare = c.bare(value)
    above = home.parents.get(id(name))
    if isinstance(above, c.Template) and isinstance(bare, c.String) and not set(bare.value) & set("`$\\"):
        hole = Span(name.span.start - 2, name.span.end + 1)
        if home.source.text(hole) == f"${{{home.source.text(name.span)}}}":
            return Replace(hole, (bare.value,))
    return Replace(name.span, (text,))

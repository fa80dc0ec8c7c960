"""The part of a handler that runs for one HTTP method: its conditions on ``req.method`` decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from turnout.conversions.flow import may_end
from turnout.model import code as c
from turnout.model.handler import is_method
from turnout.model.module import Module
from turnout.model.strings import literal


@dataclass(frozen=True)
class Run:
    """Neighbouring statements of one block that all run for the method."""

    statements: tuple[c.Statement, ...]
    ends_block: bool
    """Whether the last is also the last of its block: what comments follow there belong to it."""
    block: c.Code


def runs_for(module: Module, function: c.Function, method: str) -> tuple[Run, ...]:
    """The statements of a handler's body that run for a method, those for other methods left out."""
    if not isinstance(function.body, c.Block):
        return ()
    return tuple(Decider(module, function, method).block(function.body, function.body.body)[0])


def is_for(module: Module, function: c.Function, test: c.Expression, method: str) -> bool | None:
    """Whether a condition holds for a method; None when it depends on more."""
    return Decider(module, function, method).decide(test)


Options: TypeAlias = Mapping[int, tuple[Module, c.Expression]]
"""What the parameters of a wrapper stand for, by the ids of their bindings: expressions of its user's file."""


class Decider:
    """What of a function's conditions is known for one method."""

    def __init__(self, module: Module, function: c.Function, method: str, options: Options | None = None) -> None:
        self.module = module
        self.function = function
        self.method = method
        self.options = options or {}

    def block(self, block: c.Code, statements: tuple[c.Statement, ...]) -> tuple[list[Run], bool]:
        """The runs of a list of statements, and whether control surely ends in them."""
        runs: list[Run] = []
        current: list[c.Statement] = []

        def close(ends_block: bool = False) -> None:
            if current:
                runs.append(Run(tuple(current), ends_block, block))
                current.clear()

        for statement in statements:
            taken = self.taken(statement)
            if taken is None:
                current.append(statement)
                if not may_end(statement):
                    close(statement is statements[-1])
                    return runs, True
                continue
            close()
            inner_block, inner = taken
            inner_runs, ends = self.block(inner_block, inner)
            runs += inner_runs
            if ends:
                return runs, True
        close(True)
        return runs, False

    def taken(self, statement: c.Statement) -> tuple[c.Code, tuple[c.Statement, ...]] | None:
        """For a statement that only chooses by method: the statements chosen. None for all others."""
        match statement:
            case c.If(test=test, then=then, otherwise=otherwise):
                decided = self.decide(test)
                if decided is None:
                    return None
                chosen = then if decided else otherwise
                if chosen is None:
                    return statement, ()
                return (chosen, chosen.body) if isinstance(chosen, c.Block) else (statement, (chosen,))
            case c.Switch(subject=subject, cases=cases) if is_method(self.module, self.function, subject):
                return statement, tuple(self.case(cases))
            case _:
                return None

    def case(self, cases: tuple[c.Case, ...]) -> Iterator[c.Statement]:
        """The statements of the case for the method, up to its break, fallen-through ones included."""
        names = [literal(self.module, case.test) if case.test is not None else None for case in cases]
        start = next((index for index, name in enumerate(names) if (name or "").upper() == self.method), None)
        if start is None:
            start = next((index for index, case in enumerate(cases) if case.test is None), None)
        if start is None:
            return
        for case in cases[start:]:
            for statement in case.body:
                if isinstance(statement, c.Break):
                    return
                if isinstance(statement, c.Block):
                    for inner in statement.body:
                        if isinstance(inner, c.Break):
                            return
                        yield inner
                else:
                    yield statement
                if not may_end(statement):
                    return

    def decide(self, test: c.Expression) -> bool | None:
        """What a condition is for the method; None when it depends on more."""
        bare = c.bare(test)
        if is_method(self.module, self.function, bare):
            return True
        if (member := self.looked_up(bare)) is not None:
            return member.value is not None
        match bare:
            case c.Binary(operator="===" | "==" | "!==" | "!=" as operator, left=left, right=right):
                for side, other in ((left, right), (right, left)):
                    if is_method(self.module, self.function, side):
                        name = literal(self.module, other)
                        if name is not None:
                            return (name.upper() == self.method) == operator.startswith("=")
                    if (found := self.compared(side, other)) is not None:
                        return found == operator.startswith("=")
                return None
            case c.Binary(operator="in", left=left, right=right) if is_method(self.module, self.function, left):
                members = self.map_of(right)
                return _member(members[1], self.method) is not None if members is not None else None
            case c.Binary(operator="&&", left=left, right=right):
                both = self.decide(left), self.decide(right)
                return False if False in both else True if both == (True, True) else None
            case c.Binary(operator="||", left=left, right=right):
                both = self.decide(left), self.decide(right)
                return True if True in both else False if both == (False, False) else None
            case c.Unary(operator="!", operand=operand):
                inner = self.decide(operand)
                return None if inner is None else not inner
            case c.Call(callee=c.Member(object=below, name="includes"), arguments=(first,)):
                names = self.listed(below) if is_method(self.module, self.function, first) else None
                return self.method in names if names is not None else None
            case _:
                return None

    # -------------------------------------------------------------------- maps

    def looked_up(self, expression: c.Expression) -> Looked | None:
        """``handlers[req.method]``, or the name that was given it: what the map has for the method."""
        bare = c.bare(expression)
        match bare:
            case c.Index(object=below, index=index) if is_method(self.module, self.function, index):
                members = self.map_of(below)
                return Looked(members[0], _member(members[1], self.method)) if members is not None else None
            case c.Name():
                binding = self.module.scopes.binding(bare)
                if binding is None or binding.kind != "const" or binding.pattern is not None or binding.value is None:
                    return None
                return self.looked_up(binding.value) if isinstance(c.bare(binding.value), c.Index) else None
            case _:
                return None

    def map_of(self, expression: c.Expression) -> tuple[Module, c.Object] | None:
        """An object with a member for each method, and the file that it stands in."""
        found = self.value_of(expression)
        if found is None or not isinstance(found[1], c.Object):
            return None
        members = found[1].members
        is_plain = all(isinstance(each, c.Property) and each.key is not None for each in members)
        return (found[0], found[1]) if is_plain else None

    def value_of(self, expression: c.Expression) -> tuple[Module, c.Expression] | None:
        """What a name that is never given anything else stands for, options of a wrapper included."""
        bare = c.bare(expression)
        if not isinstance(bare, c.Name):
            return self.module, bare
        binding = self.module.scopes.binding(bare)
        if binding is None or binding.writes:
            return None
        if (option := self.options.get(id(binding))) is not None:
            return Decider(option[0], self.function, self.method).value_of(option[1])
        if binding.kind != "const" or binding.pattern is not None or binding.value is None:
            return None
        return self.module, c.bare(binding.value)

    def listed(self, expression: c.Expression) -> list[str] | None:
        """The methods of ``['GET', 'POST']`` or ``Object.keys(handlers)``."""
        bare = c.bare(expression)
        match bare:
            case c.Call(callee=callee, arguments=(first,)) if c.dotted(callee) == "Object.keys":
                members = self.map_of(first) if not isinstance(first, c.Spread) else None
                if members is None:
                    return None
                return [each.key.upper() for each in members[1].members if isinstance(each, c.Property) and each.key]
            case _:
                found = self.value_of(bare)
                items = found[1].items if found is not None and isinstance(found[1], c.Array) else None
                if items is None:
                    return None
                names = [item.value.upper() for item in items if isinstance(item, c.String)]
                return names if len(names) == len(items) else None

    def compared(self, side: c.Expression, other: c.Expression) -> bool | None:
        """Whether ``typeof handler === 'function'`` holds, or ``handler === undefined``."""
        match c.bare(side), c.bare(other):
            case c.Unary(operator="typeof", operand=operand), c.String(value="function" | "undefined" as kind):
                member = self.looked_up(operand)
                return (member.value is not None) == (kind == "function") if member is not None else None
            case _, c.Constant(text="undefined"):
                member = self.looked_up(side)
                return member.value is None if member is not None else None
            case _:
                return None


@dataclass(frozen=True)
class Looked:
    """A member of a method map; no value where the map has none for the method."""

    module: Module
    value: c.Expression | None


def _member(members: c.Object, method: str) -> c.Expression | None:
    for each in members.members:
        if isinstance(each, c.Property) and each.key is not None and each.key.upper() == method:
            return each.value
    return None

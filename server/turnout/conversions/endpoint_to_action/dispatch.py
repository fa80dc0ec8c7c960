"""The part of a handler that runs for one HTTP method: its conditions on ``req.method`` decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    return tuple(_Decider(module, function, method).block(function.body, function.body.body)[0])


def is_for(module: Module, function: c.Function, test: c.Expression, method: str) -> bool | None:
    """Whether a condition holds for a method; None when it depends on more."""
    return _Decider(module, function, method).decide(test)


class _Decider:
    def __init__(self, module: Module, function: c.Function, method: str) -> None:
        self.module = module
        self.function = function
        self.method = method

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
        match c.bare(test):
            case c.Binary(operator="===" | "==" | "!==" | "!=" as operator, left=left, right=right):
                for side, other in ((left, right), (right, left)):
                    if is_method(self.module, self.function, side):
                        name = literal(self.module, other)
                        if name is not None:
                            return (name.upper() == self.method) == operator.startswith("=")
                return None
            case c.Binary(operator="&&", left=left, right=right):
                both = self.decide(left), self.decide(right)
                return False if False in both else True if both == (True, True) else None
            case c.Binary(operator="||", left=left, right=right):
                both = self.decide(left), self.decide(right)
                return True if True in both else False if both == (False, False) else None
            case c.Unary(operator="!", operand=operand):
                inner = self.decide(operand)
                return None if inner is None else not inner
            case c.Call(callee=c.Member(object=c.Array(items=items), name="includes"), arguments=(first,)):
                names = [item.value.upper() for item in items if isinstance(item, c.String)]
                if len(names) == len(items) and is_method(self.module, self.function, first):
                    return self.method in names
                return None
            case _:
                return None

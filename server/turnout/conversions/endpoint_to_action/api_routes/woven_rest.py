"""What is left of a function when the method is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.handlers.dispatch import Decider
from turnout.model import code as c
from turnout.model.handler import is_method
from turnout.model.module import Module


@dataclass(frozen=True)
class Chosen:
    """A statement that only chooses: what runs of it for the method."""

    statement: c.Statement
    statements: tuple[c.Statement, ...]


class Rest:
    """Statements that go, choices that are made, and expressions whose value is known."""

    def __init__(self, home: Module, function: c.Function, decider: Decider) -> None:
        self.home = home
        self.function = function
        self.decider = decider
        self.dropped: list[c.Statement] = []
        self.chosen: dict[int, Chosen] = {}
        self.picked: list[tuple[c.Expression, c.Expression]] = []
        """``req.method === 'POST' ? a : b``, and what it is."""
        self.told: list[c.Expression] = []
        """Where the method is more than a choice, ``log(req.method)``: it is known."""

    def is_live(self, code: c.Code) -> bool:
        """Whether code is left of the function, but for calls that are written out."""
        if any(each.span.contains(code.span) for each in self.dropped):
            return False
        for whole, kept in self.picked:
            if whole.span.contains(code.span) and not kept.span.contains(code.span):
                return False
        for each in self.chosen.values():
            if each.statement is not code and each.statement.span.contains(code.span):
                if not any(inner.span.contains(code.span) for inner in each.statements):
                    return False
        return True

    def simplify(self, test: c.Expression) -> None:
        """``req.method !== 'POST' || !session``, of which one side is known."""
        match c.bare(test):
            case c.Binary(operator="&&" | "||", left=left, right=right):
                for side, other in ((left, right), (right, left)):
                    if self.decider.decide(side) is not None:
                        self.picked.append((test, other))
                        return
                self.simplify(left)
                self.simplify(right)
            case _:
                pass

    def pick(self) -> None:
        """``req.method === 'POST' ? a : b``"""
        for code in c.walk_own(self.function):
            if isinstance(code, c.Conditional) and self.is_live(code):
                decided = self.decider.decide(code.test)
                if decided is not None:
                    self.picked.append((code, code.then if decided else code.otherwise))

    def tell(self) -> None:
        """``log(`${req.method} failed`)``: the method is written there, and the name that it had goes."""
        declared = [each for each in self.function.statements if isinstance(each, c.Declare) and self._is_named(each)]
        for code in c.walk_own(self.function):
            if not isinstance(code, (c.Name, c.Member)) or not is_method(self.home, self.function, code):
                continue
            above = self.home.parents.get(id(code))
            is_declared = isinstance(above, (c.Declarator, c.PatternProperty, c.ObjectPattern))
            if self.is_live(code) and not is_declared and not any(each.span.contains(code.span) for each in declared):
                self.told.append(code)
        if self.told:
            self.dropped += (each for each in declared if each not in self.dropped)

    def _is_named(self, statement: c.Declare) -> bool:
        """``const method = req.method;``"""
        match statement.declarators:
            case (c.Declarator(pattern=c.Name(), value=value),) if value is not None:
                return is_method(self.home, self.function, value)
            case _:
                return False

    def drop_unused(self, written: Sequence[c.Call]) -> None:
        """Functions and maps declared inside, which nothing calls any more but what is ``written`` in place."""
        calls = [call.callee.span for call in written]
        for statement in (each for each in self.function.statements if each not in self.dropped):
            match statement:
                case c.FunctionDeclaration(function=c.Function(name=c.Name() as name)):
                    pass
                case c.Declare(declarators=(c.Declarator(pattern=c.Name() as name, value=value),)) if isinstance(
                    c.bare(value) if value is not None else None, (c.Function, c.Object)
                ):
                    pass
                case _:
                    continue
            binding = self.home.scopes.binding(name)
            references = binding.references if binding is not None else []
            is_gone = [not self.is_live(each) or any(span.contains(each.span) for span in calls) for each in references]
            if references and all(is_gone):
                self.dropped.append(statement)

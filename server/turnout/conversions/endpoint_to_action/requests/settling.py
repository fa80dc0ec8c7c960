"""What an expression is when conditions are known: seen through constants, members, useMemo and ifs.

``fetch(endpoint.url, { method: endpoint.method })`` behind ``const endpoint = useMemo(() => id ? {…} : {…}, [id])``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from turnout.conversions.endpoint_to_action.ground.pure import has_work
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding

Value: TypeAlias = "c.Expression | str"
"""An expression of the file, or a text that a name is known to have."""

TextsOf: TypeAlias = Callable[[Module, Binding], "tuple[str, ...] | None"]


@dataclass(frozen=True)
class Test:
    """A condition as it is written, and what makes it the same as another one."""

    text: str
    key: str
    holds: bool
    """Whether ``key`` holds when the condition does: ``!id`` has the key ``id``."""


class Undecided(Exception):
    """A condition that must be known first."""

    def __init__(self, test: Test) -> None:
        super().__init__(test.text)
        self.test = test


class Unmovable(Exception):
    """What stands elsewhere can't be written where the request is."""


class Settling:
    """Expressions of one request, under the conditions that are known so far."""

    def __init__(self, module: Module, call: c.Call, texts_of: TextsOf, known: Mapping[str, bool]) -> None:
        """``texts_of`` gives the few texts that a name can have, where they are known."""
        self.module = module
        self.call = call
        self.texts_of = texts_of
        self.known = known
        self.inlined: set[int] = set()
        """The bindings (by ``id``) in whose place their value stands."""
        self.stale: set[str] = set()
        """What a memo is made of without being made anew when it changes."""
        self.is_filled = False
        """Whether one of the known texts was put in."""

    def settled(self, expression: c.Expression) -> Value | None:
        """What is chosen; None when no choice has a part in it. Raises Undecided and Unmovable."""
        bare = c.bare(expression)
        match bare:
            case c.Conditional(test=test, then=then, otherwise=otherwise):
                branch = then if self.decide(test) else otherwise
                return self.settled(branch) or branch
            case c.Name():
                return self.named(bare)
            case c.Member(object=below, name=name):
                inner = self.settled(below)
                whole = inner if inner is not None else self.plain_object(below)
                value = whole.get(name) if isinstance(whole, c.Object) else None
                if value is None:
                    return None
                return self.settled(value) or (value if inner is not None else None)
            case c.Call(callee=c.Name(name="useMemo"), arguments=(first, *others)) if isinstance(first, c.Function):
                return self.returned(first, others[0] if others else None)
            case _:
                return None

    def plain_object(self, expression: c.Expression) -> c.Object | None:
        bare = c.bare(expression)
        binding = self.module.scopes.binding(bare) if isinstance(bare, c.Name) else None
        if binding is None or binding.value is None or binding.writes or binding.pattern is not None:
            return None
        value = c.bare(binding.value)
        return value if isinstance(value, c.Object) else None

    # ----------------------------------------------------------------- names

    def named(self, name: c.Name) -> Value | None:
        binding = self.module.scopes.binding(name)
        if binding is None:
            return None
        texts = self.texts_of(self.module, binding)
        if texts is not None:
            return self.one_of(name, texts)
        if binding.kind not in ("const", "let", "var"):
            return None
        if binding.writes:
            return self.inlining(binding, self.written(binding))
        if binding.value is None:
            return None
        if binding.pattern is None:
            return self.inlining(binding, self.settled(binding.value))
        key = _key_of(binding)
        whole = self.settled(binding.value) if key is not None else None
        value = whole.get(key) if isinstance(whole, c.Object) and key is not None else None
        return self.inlining(binding, (self.settled(value) or value) if value is not None else None)

    def one_of(self, name: c.Name, texts: tuple[str, ...]) -> str:
        """``action === 'disable' ? … : …``; the last one needs no condition."""
        self.is_filled = True
        for text in texts[:-1]:
            if self.answer(Test(f"{name.name} === {text!r}", f"{name.name} === {text!r}", holds=True)):
                return text
        return texts[-1]

    def inlining(self, binding: Binding, value: Value | None) -> Value | None:
        """The value in place of its name; refuses what would mean something else there."""
        if value is None:
            return None
        if not isinstance(value, str):
            self.check_movable(value, binding.site)
        self.inlined.add(id(binding))
        return value

    def written(self, binding: Binding) -> Value | None:
        """``let method = 'POST'; if (id) method = 'PUT';``"""
        branch = self.branch_of(binding)
        if branch is None:
            return None
        side: c.Statement | None = branch
        while isinstance(side, c.If):
            side = side.then if self.decide(side.test) else side.otherwise
        writes = [each for each in binding.writes if isinstance(each, c.Assign)]
        chosen = [each.value for each in writes if side is not None and side.span.contains(each.span)]
        if len(chosen) > 1 or (not chosen and binding.value is None):
            raise Unmovable
        return chosen[0] if chosen else binding.value

    def branch_of(self, binding: Binding) -> c.If | None:
        """The one ``if … else if …`` under which a variable is written, between its declaration and the request."""
        found: c.If | None = None
        for write in binding.writes:
            statement = self.module.parents.get(id(write))
            if (
                not isinstance(write, c.Assign)
                or write.operator != "="
                or not isinstance(statement, c.ExpressionStatement)
            ):
                return None
            above = self.module.parents.get(id(statement))
            above = self.module.parents.get(id(above)) if isinstance(above, c.Block) else above
            while isinstance(outer := self.module.parents.get(id(above)), c.If) and outer.otherwise is above:
                above = outer
            if not isinstance(above, c.If) or (found is not None and above is not found):
                return None
            found = above
        declared = self.module.parents.get(id(self.module.parents.get(id(binding.site))))
        if found is None or declared is None or not declared.span.end <= found.span.start < self.call.span.start:
            return None
        block = self.module.parents.get(id(found))
        return found if block is self.module.parents.get(id(declared)) else None

    # ------------------------------------------------------------ conditions

    def decide(self, test: c.Expression) -> bool:
        if has_work(test):
            raise Unmovable
        key, holds = self.norm(test)
        self.check_movable(test, test)
        return self.answer(Test(self.module.source.text(test.span), key, holds))

    def answer(self, test: Test) -> bool:
        known = self.known.get(test.key)
        if known is None:
            raise Undecided(test)
        return known == test.holds

    def norm(self, test: c.Expression) -> tuple[str, bool]:
        """What a condition is about, and whether it holds when that does."""
        bare = c.bare(test)
        match bare:
            case c.Unary(operator="!", operand=operand):
                key, holds = self.norm(operand)
                return key, not holds
            case c.Call(callee=c.Name(name="Boolean"), arguments=(only,)) if not isinstance(only, c.Spread):
                return self.norm(only)
            case c.Binary(operator="!==" | "!=" as operator, left=left, right=right):
                sides = " ".join((self.text(left), operator.replace("!", "="), self.text(right)))
                return sides, False
            case c.Binary(operator="===" | "==" as operator, left=left, right=right):
                return " ".join((self.text(left), operator, self.text(right))), True
            case c.Name():
                binding = self.module.scopes.binding(bare)
                value = c.bare(binding.value) if binding is not None and binding.value is not None else None
                is_const = binding is not None and not binding.writes and binding.pattern is None
                if is_const and (
                    isinstance(value, (c.Unary, c.Binary))
                    or (isinstance(value, c.Call) and c.dotted(value.callee) == "Boolean")
                ):
                    return self.norm(value)
                return bare.name, True
            case _:
                return self.text(bare), True

    def text(self, code: c.Code) -> str:
        return " ".join(self.module.source.text(code.span).split()).replace('"', "'")

    # ----------------------------------------------------------------- memos

    def returned(self, function: c.Function, dependencies: c.Expression | c.Spread | None) -> Value | None:
        """What ``useMemo(() => …, […])`` gives; it must be made anew whenever what it is made of changes."""
        value = self.given_by(function)
        if value is None:
            return None
        known = dependencies.items if isinstance(dependencies, c.Array) else ()
        texts = {self.text(each) for each in known if each is not None and not isinstance(each, c.Spread)}
        for name, binding in self.module.scopes.free(function):
            if binding.scope.parent is None or _is_among(self.module, name, texts):
                continue
            if not _is_settled_early(binding):
                raise Unmovable
            self.stale.add(name.name)
        return value

    def given_by(self, function: c.Function) -> Value | None:
        if function.body is not None and not isinstance(function.body, c.Block):
            return self.settled(function.body)
        return self.run(function.statements)

    def run(self, statements: tuple[c.Statement, ...]) -> Value | None:
        """``if (id) return a; return b;``; None when there is no choice in it, or more than that."""
        for statement in statements:
            match statement:
                case c.If(test=test, then=then, otherwise=otherwise):
                    branch = then if self.decide(test) else otherwise
                    body = branch.body if isinstance(branch, c.Block) else (branch,) if branch is not None else ()
                    found = self.run(body)
                    if found is not None:
                        return found
                case c.Return(value=c.Code() as value):
                    return self.settled(value) or value
                case _:
                    raise Unmovable
        return None

    # ------------------------------------------------------------------ moves

    def check_movable(self, value: c.Expression, origin: c.Code) -> None:
        """Names must mean the same at the request, and nothing may be done twice or late."""
        if self.call.span.contains(origin.span):
            return
        if any(isinstance(code, (c.Await, c.Yield)) for code in c.walk(value)):
            raise Unmovable
        for name in c.walk(value):
            if not isinstance(name, c.Name) or (binding := self.module.scopes.binding(name)) is None:
                continue
            if value.span.contains(binding.site.span):
                continue
            if not self.is_seen(binding) or any(
                origin.span.start < write.span.start < self.call.span.end for write in binding.writes
            ):
                if not (binding.writes and self.branch_of(binding) is not None):
                    raise Unmovable
            if binding.writes and self.module.function_around(origin) is not self.module.function_around(self.call):
                raise Unmovable

    def is_seen(self, binding: Binding) -> bool:
        """Whether a name means the same declaration where the request stands."""
        around = next(
            (
                each
                for each in self.module.ancestors(binding.site)
                if isinstance(each, (c.Block, c.For, c.ForEach))
                or (isinstance(each, c.Function) and each.name is not binding.site)
            ),
            None,
        )
        if around is not None and not around.span.contains(self.call.span):
            return False
        return not any(
            other is not binding
            and other.name == binding.name
            and (other.scope.function is None or other.scope.function.span.contains(self.call.span))
            and (
                binding.scope.function is None
                or (
                    other.scope.function is not None and binding.scope.function.span.contains(other.scope.function.span)
                )
            )
            for other in self.module.scopes.all
        )


def _key_of(binding: Binding) -> str | None:
    """The key by which ``const { url } = …`` takes a name out."""
    if not isinstance(binding.pattern, c.ObjectPattern):
        return None
    for member in binding.pattern.members:
        if isinstance(member, c.PatternProperty) and member.target is binding.site:
            return member.key
    return None


def _is_among(module: Module, name: c.Name, texts: set[str]) -> bool:
    """Whether a name, or a member of it, is a dependency."""
    current: c.Code = name
    while True:
        if module.source.text(current.span) in texts:
            return True
        above = module.parents.get(id(current))
        if not isinstance(above, c.Member) or above.object is not current:
            return False
        current = above


def _is_settled_early(binding: Binding) -> bool:
    """``const { id } = useTeam()``: a hook that is asked for nothing in particular, and holds no state of this file."""
    value = c.bare(binding.value) if binding.value is not None else None
    if not isinstance(value, c.Call) or value.arguments or binding.writes:
        return False
    name = c.dotted(value.callee) or ""
    return re.fullmatch(r"use[A-Z]\w*", name) is not None and name not in ("useState", "useReducer", "useRef")

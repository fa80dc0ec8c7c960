"""Of what middleware does for one path, that part which decides who is stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.passage import Attempt, Choice, Kept, Left, Passage, Passed, Stopped, codes_of, stops_strangers
from turnout.project.snapshot import Snapshot


@dataclass
class Slice:
    """The deciding part: without logs, response headers and all else that the pages still get from the middleware."""

    project: Snapshot
    way: Passage
    needed: set[int] = field(default_factory=set[int])
    """The names that decide, by the identity of their declarations."""

    @property
    def gate(self) -> Module:
        return self.way.module

    def left(self) -> tuple[Left, ...]:
        while True:
            before = len(self.needed)
            kept = tuple(self.some(self.way.left, is_followed=False))
            if len(self.needed) == before:
                return kept

    def some(self, left: Sequence[Left], *, is_followed: bool) -> Iterator[Left]:
        """``is_followed`` says whether somebody may be stopped behind these."""
        for number, each in enumerate(left):
            stops_later = is_followed or any(self.stops(later) for later in left[number + 1 :])
            match each:
                case Kept(statement=statement):
                    if self.is_needed(statement):
                        self.needs(statement)
                        yield each
                case Choice(test=test, then=then, otherwise=otherwise):
                    first = tuple(self.some(then, is_followed=stops_later))
                    second = tuple(self.some(otherwise, is_followed=stops_later))
                    # Who may pass early is not stopped later.
                    parts = stops_later and passes(first) != passes(second)
                    if parts or any(not isinstance(inner, Passed) for inner in (*first, *second)):
                        self.needs(test)
                        yield Choice(test, first, second)
                    elif first and second:
                        yield Passed()
                case Attempt(statement=statement, block=block, handler=handler):
                    first = tuple(self.some(block, is_followed=stops_later))
                    second = tuple(self.some(handler, is_followed=stops_later))
                    if any(not isinstance(inner, Passed) for inner in (*first, *second)):
                        yield Attempt(statement, first, second)
                case Stopped(statement=statement):
                    if not leads_away(statement):
                        self.needs(statement)
                    yield each
                case Passed():
                    yield each

    def stops(self, left: Left) -> bool:
        """Whether somebody may be stopped there."""
        match left:
            case Stopped():
                return True
            case Kept(statement=statement):
                return stops_strangers(self.project, self.gate, statement)
            case Choice(then=then, otherwise=otherwise):
                return any(self.stops(each) for each in (*then, *otherwise))
            case Attempt(block=block, handler=handler):
                return any(self.stops(each) for each in (*block, *handler))
            case Passed():
                return False

    def is_needed(self, statement: c.Statement) -> bool:
        """Whether a statement stops strangers itself, or makes what is asked later."""
        if stops_strangers(self.project, self.gate, statement):
            return True
        match statement:
            case c.Declare(declarators=declarators):
                names = [name for each in declarators for name in c.bound_names(each.pattern)]
            case c.ExpressionStatement(expression=c.Assign(target=c.Name() as name)):
                names = [name]
            case _:
                return False
        found = (self.gate.scopes.binding(name) for name in names)
        return any(binding is not None and id(binding) in self.needed for binding in found)

    def needs(self, code: c.Code) -> None:
        for each in alive(self.way, code):
            binding = self.gate.scopes.binding(each) if isinstance(each, c.Name) else None
            if binding is not None and binding.site is not each:
                self.needed.add(id(binding))


def remaining(way: Passage, code: c.Code) -> c.Expression | None:
    """The half of a condition that the path does not settle; None where it settles no half, or where this is none."""
    if not isinstance(code, c.Binary):
        return None
    left = [each for each in (code.left, code.right) if id(each) not in way.decided]
    return left[0] if len(left) == 1 else None


def alive(way: Passage, code: c.Code) -> Iterator[c.Code]:
    """A piece of code without the conditions that the path of the endpoint settles."""
    if (half := remaining(way, code)) is not None:
        yield from alive(way, half)
        return
    yield code
    for below in c.children(code):
        yield from alive(way, below)


def leads_away(statement: c.Code) -> bool:
    """``return NextResponse.redirect(…)``"""
    value = c.bare(statement.value) if isinstance(statement, c.Return) and statement.value is not None else None
    return isinstance(value, c.Call) and c.dotted(value.callee) in ("NextResponse.redirect", "Response.redirect")


def passes(left: Sequence[Left]) -> bool:
    """Whether a branch ends by letting the request through."""
    return bool(left) and isinstance(left[-1], Passed)


def written(left: Sequence[Left]) -> Iterator[c.Code]:
    """The code of a check; of a redirect, nothing is written."""
    return (code for code in codes_of(left) if not leads_away(code))

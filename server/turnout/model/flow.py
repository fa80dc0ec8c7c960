"""Which ways lead through a function: where each ends, and whether something was done before it did.

The analysis reads statements only. It takes both sides of an ``if`` for possible, knows loops that never end and calls
that never return, and gives up (``Flow.is_sure``) where labels, or too many ways, make it guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.text.span import Span

TurnKind: TypeAlias = Literal["then", "else", "no-else", "case", "no-case", "catch"]


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a way last chose, when the other choice ended differently."""

    kind: TurnKind
    code: c.Code
    """The ``If``, ``Switch`` or ``Try``."""
    at: Span
    """What to point at: the head of the statement, the word of the branch."""

    def __hash__(self) -> int:
        return hash((self.kind, self.at))  # not of all the code below


@dataclass(frozen=True, slots=True)
class Way:
    """One way, or all that are alike. ``is_done``: the deed that is looked for has been done on it."""

    is_done: bool
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class End:
    """Where a way leaves the function by itself; ways that throw are not kept."""

    way: Way
    how: Literal["return", "end"]
    statement: c.Return | None = None
    value: c.Expression | None = None

    def __hash__(self) -> int:
        at = self.statement or self.value
        return hash((self.way, self.how, at.span if at is not None else None))


@dataclass(frozen=True, slots=True)
class Flow:
    ends: tuple[End, ...]
    is_sure: bool
    throws: bool
    """Whether some way surely ends in a ``throw``, or in a call that never returns."""


def never(_: c.Code) -> bool:
    return False


def flow_of(
    function: c.Function,
    does: Callable[[c.Code], bool] = never,
    stops: Callable[[c.Call], bool] = never,
    is_open: Callable[[c.Switch], bool] = never,
) -> Flow:
    """The ways through a function's body.

    ``does`` says whether an expression does the deed that is looked for; ``stops`` whether a call never returns;
    ``is_open`` whether a ``switch`` without default can surely match none of its cases.
    """
    walker = _Walker(does, stops, is_open)
    match function.body:
        case c.Block(body=body):
            after = walker.statements(body, [Way(False)])
            walker.ends += [End(way, "end") for way in after]
        case None:
            pass
        case expression:
            after = walker.expression(expression, [Way(False)])
            walker.ends += [End(way, "return", None, expression) for way in after]
    return Flow(tuple(dict.fromkeys(walker.ends)), walker.is_sure, walker.throws)


_MOST = 24
_STEPS = 20_000
"""Statements looked at, again for each way that leads to them: more is generated code, and nobody waits for it."""


class _Walker:
    def __init__(
        self, does: Callable[[c.Code], bool], stops: Callable[[c.Call], bool], is_open: Callable[[c.Switch], bool]
    ) -> None:
        self.does = does
        self.stops = stops
        self.is_open = is_open
        self.ends: list[End] = []
        self.tries: list[list[Way]] = []
        """For each ``try`` around: the ways that an exception may leave it with."""
        self.breaks: list[list[Way]] = []
        self.loops: list[list[Way]] = []
        """For each loop around: the ways of ``continue``."""
        self.is_sure = True
        self.throws = False
        self.steps = 0

    # ------------------------------------------------------------ statements

    def statements(self, body: Sequence[c.Statement], ways: list[Way]) -> list[Way]:
        for statement in body:
            self.steps += 1
            if not ways:
                break
            if self.steps > _STEPS:
                self.is_sure = False
                return ways
            ways = self.limited(self.statement(statement, ways))
        return ways

    def limited(self, ways: Iterable[Way]) -> list[Way]:
        found = list(dict.fromkeys(Way(True) if way.is_done else way for way in ways))
        if len(found) > _MOST:
            self.is_sure = False
            del found[_MOST:]
        return found

    def statement(self, statement: c.Statement, ways: list[Way]) -> list[Way]:
        match statement:
            case c.Block(body=body):
                return self.statements(body, ways)
            case c.ExpressionStatement(expression=expression):
                return self.expression(expression, ways, is_statement=True)
            case c.Declare(declarators=declarators):
                for each in declarators:
                    # `const fail = () => res.end()` does nothing yet.
                    if each.value is not None and not isinstance(c.bare(each.value), c.Function):
                        ways = self.expression(each.value, ways)
                return ways
            case c.Return(value=value):
                if value is not None:
                    ways = self.expression(value, ways)
                self.ends += [End(way, "return", statement, value) for way in ways]
                return []
            case c.Throw(value=value):
                if value is not None:
                    ways = self.expression(value, ways)
                self.thrown(ways)
                self.throws = True
                return []
            case c.If():
                return self.if_(statement, ways)
            case c.For() | c.ForEach() | c.While():
                return self.loop(statement, ways)
            case c.Switch():
                return self.switch(statement, ways)
            case c.Try():
                return self.try_(statement, ways)
            case c.Break(label=label):
                if label is not None or not self.breaks:
                    self.is_sure = False
                else:
                    self.breaks[-1] += ways
                return []
            case c.Continue(label=label):
                if label is not None or not self.loops:
                    self.is_sure = False
                else:
                    self.loops[-1] += ways
                return []
            case c.Labelled() | c.Unknown():
                self.is_sure = False
                return ways
            case _:
                return ways

    def if_(self, statement: c.If, ways: list[Way]) -> list[Way]:
        ways = self.expression(statement.test, ways)
        after: list[Way] = []
        head = Span(statement.span.start, _head_end(statement))
        for way in ways:
            chosen = Turn("then", statement, head)
            then = self.statement(statement.then, [_turned(way, chosen)])
            if statement.otherwise is None:
                otherwise = [_turned(way, Turn("no-else", statement, head))]
            else:
                word = Span(statement.then.span.end, statement.otherwise.span.start)
                turn = Turn("else", statement, head if word.end <= word.start else _word(word))
                otherwise = self.statement(statement.otherwise, [_turned(way, turn)])
            after += _rejoined(way, then, otherwise)
        return after

    def loop(self, statement: c.For | c.ForEach | c.While, ways: list[Way]) -> list[Way]:
        endless = False
        match statement:
            case c.For(init=init, test=test, body=body):
                if init is not None:
                    ways = self.statement(init, ways)
                if test is not None:
                    ways = self.expression(test, ways)
                endless = test is None or _is_true(test)
            case c.ForEach(source=source, body=body, is_await=is_await):
                ways = self.expression(source, ways)
                if is_await:
                    self.thrown(ways)
            case c.While(test=test, body=body, is_do=is_do):
                if not is_do:
                    ways = self.expression(test, ways)
                endless = _is_true(test)
        self.breaks.append([])
        self.loops.append([])
        inside = self.statement(body, list(ways))
        continued, broken = self.loops.pop(), self.breaks.pop()
        round_ = [*inside, *continued]
        if isinstance(statement, c.While) and statement.is_do:
            # The body runs at least once.
            return broken if endless else self.expression(statement.test, round_) + broken
        return broken if endless else [*ways, *(way for way in round_ if way.is_done), *broken]

    def switch(self, statement: c.Switch, ways: list[Way]) -> list[Way]:
        ways = self.expression(statement.subject, ways)
        self.breaks.append([])
        falling: list[Way] = []
        has_default = False
        for case in statement.cases:
            has_default = has_default or case.test is None
            head = Span(
                case.span.start, case.test.span.end if case.test is not None else case.span.start + len("default")
            )
            entering = [_turned(way, Turn("case", statement, head)) for way in ways]
            falling = self.statements(case.body, self.limited([*falling, *entering]))
        after = [*falling, *self.breaks.pop()]
        if not has_default and (self.is_open(statement) or not statement.cases):
            head = Span(statement.span.start, statement.subject.span.end + 1)
            after += [_turned(way, Turn("no-case", statement, head)) for way in ways]
        undone = [way for way in after if not way.is_done]
        reachable = len(statement.cases) + (0 if has_default else 1)
        if len({way.turn for way in undone}) == reachable and len(ways) == 1:
            # Every case leads on: the choice does not matter.
            after = [way for way in after if way.is_done] + ways
        return after

    def try_(self, statement: c.Try, ways: list[Way]) -> list[Way]:
        finalizer = statement.finalizer
        if finalizer is not None and any(self.does(each) for each in finalizer.body):
            ways = [Way(True) for _ in ways]
        self.tries.append([])
        before = list(ways)
        after = self.statement(statement.block, ways)
        thrown = self.limited(self.tries.pop())
        if statement.handler is None:
            self.thrown(thrown)
        elif thrown:
            head = Span(statement.block.span.end, statement.handler.span.start)
            turn = Turn("catch", statement, _word(head))
            caught = self.statement(statement.handler, [_turned(way, turn) for way in thrown])
            if len(before) == 1:
                after = _rejoined(before[0], after, caught)
            else:
                after = [*after, *caught]
        if finalizer is not None:
            ends = len(self.ends)
            after = self.statement(finalizer, after)
            if len(self.ends) > ends:
                self.is_sure = False  # A `return` in `finally` takes the place of every other end.
        return after

    # ----------------------------------------------------------- expressions

    def expression(self, expression: c.Expression, ways: list[Way], *, is_statement: bool = False) -> list[Way]:
        if self.tries and _may_throw(expression, self.does):
            self.thrown(ways)
        if self.does(expression):
            ways = [Way(True)] if ways else []
        bare = c.bare(expression)
        if isinstance(bare, c.Await):
            bare = c.bare(bare.value)
        if is_statement and isinstance(bare, c.Call) and self.stops(bare):
            self.thrown(ways)
            self.throws = True
            return []
        return ways

    def thrown(self, ways: Iterable[Way]) -> None:
        if self.tries:
            self.tries[-1] += ways


def _turned(way: Way, turn: Turn) -> Way:
    return way if way.is_done else Way(False, turn)


def _rejoined(before: Way, first: list[Way], second: list[Way]) -> list[Way]:
    """After a choice: when both sides lead on in the same state, the choice did not matter."""
    if any(not way.is_done for way in first) and any(not way.is_done for way in second):
        return [before, *(way for way in (*first, *second) if way.is_done)]
    return [*first, *second]


def _may_throw(expression: c.Expression, does: Callable[[c.Code], bool]) -> bool:
    """Whether something can go wrong before the deed is done: a call or ``await`` that is not the deed itself."""
    for code in c.walk(expression, lambda code: not isinstance(code, c.Function)):
        match code:
            case c.Call(callee=callee) | c.New(callee=callee):
                if not does(callee) and not does(code):
                    return True
            case c.Await(value=value) if not does(value):
                return True
            case _:
                pass
    return False


def _is_true(test: c.Expression) -> bool:
    match c.bare(test):
        case c.Constant(text="true"):
            return True
        case c.Number(text=text):
            return text != "0"
        case _:
            return False


def _head_end(statement: c.If) -> int:
    """After the parenthesis that closes the test."""
    return min(statement.test.span.end + 1, max(statement.then.span.start, statement.test.span.end))


def _word(between: Span) -> Span:
    """The word between two blocks: `` else ``, `` catch (error) ``. Without the text only about, never too long."""
    return Span(min(between.start + 1, between.end), max(between.end - 1, min(between.start + 1, between.end)))

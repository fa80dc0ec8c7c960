"""What is left of middleware when the URL is known: run on paper, it is what may stop a request of that path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from turnout.model import code as c
from turnout.model.handler import unwrap
from turnout.model.module import Module
from turnout.project.auth import guard_in
from turnout.project.on_paper import Evaluator, Frame
from turnout.project.snapshot import Snapshot
from turnout.project.values import NEXT, REQUEST, UNKNOWN, Either, Path, Unknown, Value, either, path_of, truth

_TELLERS = frozenset(
    {"getToken", "getServerSession", "getSession", "auth", "getUser", "currentUser", "getSessionCookie", "get", "has"}
)
"""They tell who calls, and nothing happens to strangers."""
_STOPS = re.compile(
    r"^(?:require|protect|assert|ensure|verify|validate|check|authori[sz]e|authenticate|jwtVerify|unseal|decode|decrypt)",
    re.IGNORECASE,
)
"""What such functions throw, strangers don't get past."""


@dataclass(frozen=True)
class Kept:
    """A statement that runs."""

    statement: c.Statement


@dataclass(frozen=True)
class Choice:
    """A condition that the path does not settle."""

    test: c.Expression
    then: tuple[Left, ...]
    otherwise: tuple[Left, ...]


@dataclass(frozen=True)
class Attempt:
    """A ``try`` with what is left of its block and of its ``catch``."""

    statement: c.Try
    block: tuple[Left, ...]
    handler: tuple[Left, ...]


@dataclass(frozen=True)
class Passed:
    """Here the request goes on to its endpoint."""


@dataclass(frozen=True)
class Stopped:
    """Here it is answered, or an error is thrown; or nobody can tell what becomes of it."""

    statement: c.Statement


Left: TypeAlias = "Kept | Choice | Attempt | Passed | Stopped"


@dataclass(frozen=True)
class Passage:
    """What a request of one path meets. ``left`` is in the order of the function's statements."""

    module: Module
    function: c.Function
    left: tuple[Left, ...]
    known: Mapping[int, Value]
    """What its names are, by the identity of their declarations."""
    decided: frozenset[int]
    """Operands of conditions that the path settles, by identity: what is left of the condition is the other operand."""
    is_open: bool
    """Whether everybody gets through: nothing that is left checks who calls and stops them."""
    wrapper: str = ""
    """What of a library stands around the function: ``auth``, ``clerkMiddleware``."""
    call: c.Call | None = None


def passage(
    project: Snapshot, module: Module, url: str, method: str | None, covers: Callable[[str, str | Path], bool | None]
) -> Passage | None:
    """The way of a URL pattern through the middleware of a file; None where that can't be followed.

    ``covers`` says whether a pattern of path-to-regexp has a path, None where it may have.
    """
    export = module.export("proxy") or module.export("middleware") or module.export("default")
    behind = unwrap(module, export.value if export is not None else None)
    if behind.function is None or len(behind.wrappers) > 1:
        return None
    wrapper = behind.wrappers[0].name if behind.wrappers else ""
    given: tuple[Value, ...] = {"": (REQUEST,), "clerkMiddleware": (UNKNOWN, REQUEST), "auth": (REQUEST,)}.get(
        wrapper, ()
    )
    if not given:
        return None
    runner = _Runner(project, path_of(url), method, covers)
    left, known = runner.way(module, behind.function, given)
    call = behind.wrappers[0].call if behind.wrappers else None
    return Passage(
        module, behind.function, left, known, frozenset(runner.decided), runner.lets_pass(module, left), wrapper, call
    )


@dataclass
class _Flow:
    """Statements that were run: what is left of them, what they may return, and whether what follows runs."""

    left: list[Left] = field(default_factory=list[Left])
    values: list[Value] = field(default_factory=list[Value])
    falls: bool = True

    def then(self, flow: _Flow) -> bool:
        """Go on with what runs next; whether anything behind that does."""
        self.left += flow.left
        self.values += flow.values
        self.falls = flow.falls
        return flow.falls


class _Runner:
    def __init__(
        self, project: Snapshot, path: str | Path, method: str | None, covers: Callable[[str, str | Path], bool | None]
    ) -> None:
        self.project = project
        self.paper = Evaluator(project, path, method, covers, self.called)
        self.inner: list[tuple[Module, Left]] = []
        """What is left of the functions that are called."""
        self.decided: set[int] = set()

    def way(
        self, module: Module, function: c.Function, given: Sequence[Value]
    ) -> tuple[tuple[Left, ...], Mapping[int, Value]]:
        frame = Frame(module)
        for parameter, value in zip(function.parameters, given, strict=False):
            self.paper.bind(frame, parameter.pattern, value)
        if not isinstance(function.body, c.Block):
            return (), frame.known
        flow = self.run(frame, function.body.body)
        return (*flow.left, *([Passed()] if flow.falls else [])), frame.known

    def called(self, frame: Frame, body: c.Block) -> Value:
        """What a function of the project gives back."""
        flow = self.run(frame, body.body)
        self.inner += ((frame.module, each) for each in flow.left if not isinstance(each, Passed))
        return either([*flow.values, *([None] if flow.falls or not flow.values else [])])

    # -------------------------------------------------------------- statements

    def run(self, frame: Frame, statements: Sequence[c.Statement]) -> _Flow:
        done = _Flow()
        for statement in statements:
            if not done.then(self.step(frame, statement)):
                break
        return done

    def step(self, frame: Frame, statement: c.Statement) -> _Flow:
        value = self.paper.value
        match statement:
            case c.Block(body=body):
                return self.run(frame, body)
            case c.Declare(declarators=declarators):
                known = True
                for each in declarators:
                    found = value(frame, each.value)
                    self.paper.bind(frame, each.pattern, found)
                    known = known and not isinstance(found, (Unknown, Either))
                return _Flow([] if known else [Kept(statement)])
            case c.ExpressionStatement(expression=expression):
                value(frame, expression)
                return _Flow([Kept(statement)])
            case c.If():
                return self.choice(frame, statement)
            case c.Return(value=given):
                found = value(frame, given)
                passes = found is None or found == NEXT
                return _Flow([Passed() if passes else Stopped(statement)], [found], falls=False)
            case c.Throw():
                return _Flow([Stopped(statement)], [UNKNOWN], falls=False)
            case c.Try():
                return self.attempt(frame, statement)
            case c.ForEach(operator="of", source=source) if isinstance(items := value(frame, source), tuple):
                return self.each(frame, statement, items)
            case c.FunctionDeclaration() | c.TypeDeclaration() | c.ClassDeclaration() | c.Empty():
                return _Flow([])
            case _:
                leaves = any(isinstance(each, (c.Return, c.Throw)) for each in c.walk(statement))
                return _Flow([Stopped(statement)] if leaves else [Kept(statement)], [UNKNOWN] if leaves else [])

    def choice(self, frame: Frame, statement: c.If) -> _Flow:
        found = truth(self.paper.value(frame, statement.test))
        otherwise = (statement.otherwise,) if statement.otherwise is not None else ()
        if found is not None:
            return self.run(frame, (statement.then,) if found else otherwise)
        self.note(frame, statement.test)
        yes, no = Frame(frame.module, dict(frame.known)), Frame(frame.module, dict(frame.known))
        self.settle(yes, statement.test, is_true=True)
        self.settle(no, statement.test, is_true=False)
        first, second = self.run(yes, (statement.then,)), self.run(no, otherwise)
        if not first.falls:
            self.settle(frame, statement.test, is_true=False)
        elif not second.falls:
            self.settle(frame, statement.test, is_true=True)
        left = Choice(statement.test, tuple(first.left), tuple(second.left))
        return _Flow([left], [*first.values, *second.values], first.falls or second.falls)

    def note(self, frame: Frame, test: c.Expression) -> None:
        """Which parts of a condition the path settles, though not all of it."""
        match c.bare(test):
            case c.Binary(operator="&&" | "||", left=left, right=right):
                for each in (left, right):
                    if truth(self.paper.value(frame, each)) is None:
                        self.note(frame, each)
                    else:
                        self.decided.add(id(each))
            case c.Unary(operator="!", operand=operand):
                self.note(frame, operand)
            case _:
                pass

    def settle(self, frame: Frame, test: c.Expression, *, is_true: bool) -> None:
        """From here on a condition holds, or does not."""
        match c.bare(test):
            case c.Unary(operator="!", operand=operand):
                self.settle(frame, operand, is_true=not is_true)
            case c.Binary(operator="&&", left=left, right=right) if is_true:
                self.settle(frame, left, is_true=True)
                self.settle(frame, right, is_true=True)
            case c.Binary(operator="||", left=left, right=right) if not is_true:
                self.settle(frame, left, is_true=False)
                self.settle(frame, right, is_true=False)
            case c.Name() as name:
                binding = frame.module.scopes.binding(name)
                if binding is not None and not binding.writes:
                    known = frame.known.get(id(binding), UNKNOWN)
                    if isinstance(known, Unknown):
                        frame.known[id(binding)] = Unknown(is_true)
            case _:
                pass

    def attempt(self, frame: Frame, statement: c.Try) -> _Flow:
        before = len(self.inner)
        inner = self.run(frame, statement.block.body)
        thrown = slice(before, len(self.inner))
        handler = _Flow()
        if statement.handler is not None and any(not isinstance(each, Passed) for each in inner.left):
            handler = self.run(Frame(frame.module, dict(frame.known)), statement.handler.body)
        elif statement.handler is not None:
            return inner
        if statement.handler is not None and not any(self.stops(frame.module, each) for each in handler.left):
            del self.inner[thrown]  # Whatever the functions that were called throw, the request goes on.
        left = Attempt(statement, tuple(inner.left), tuple(handler.left))
        falls = inner.falls or (statement.handler is not None and handler.falls)
        return _Flow([left], [*inner.values, *handler.values], falls)

    def each(self, frame: Frame, statement: c.ForEach, items: Sequence[Value]) -> _Flow:
        """A loop over what is known, round by round."""
        if any(isinstance(each, (c.Break, c.Continue)) for each in c.walk(statement.body)):
            return _Flow([Stopped(statement)], [UNKNOWN])
        done = _Flow()
        for item in items:
            self.paper.bind(frame, statement.pattern, item)
            if not done.then(self.run(frame, (statement.body,))):
                break
        return done

    # ----------------------------------------------------------------- strangers

    def lets_pass(self, module: Module, left: Sequence[Left]) -> bool:
        """Whether nothing that is left both checks who calls and stops them."""
        everything = [*((module, each) for each in left), *self.inner]
        is_stopped = any(self.stops(module, each) for each in left)
        if not is_stopped and not any(self.stops(where, each, gives=True) for where, each in self.inner):
            return True
        codes = ((where, code) for where, each in everything for code in codes_of((each,)))
        return all(guard_in(self.project, where, code).is_open for where, code in codes)

    def stops(self, module: Module, left: Left, *, gives: bool = False) -> bool:
        """Whether somebody may be stopped here. What a function ``gives`` back stops nobody by itself."""
        match left:
            case Stopped(statement=statement):
                return not (gives and isinstance(statement, c.Return)) and not is_limit(statement)
            case Choice(then=then, otherwise=otherwise):
                return any(self.stops(module, each, gives=gives) for each in (*then, *otherwise))
            case Attempt(block=block, handler=handler):
                if any(self.stops(module, each, gives=gives) for each in _ends(block)):
                    return True
                is_caught = any(self.stops(module, each, gives=gives) for each in handler)
                return is_caught and any(self.throws(module, each) for each in block)
            case Kept(statement=statement):
                return stops_strangers(self.project, module, statement)
            case Passed():
                return False

    def throws(self, module: Module, left: Left) -> bool:
        """Whether what a ``catch`` sees may be that somebody is not allowed in."""
        if isinstance(left, Attempt) and left.statement.handler is not None:
            return any(self.throws(module, each) for each in left.handler)
        return any(
            c.last_name(call.callee) not in _TELLERS and not guard_in(self.project, module, call).is_open
            for code in codes_of((left,))
            for call in c.walk(code)
            if isinstance(call, c.Call)
        )


def _ends(left: Iterable[Left]) -> Iterator[Left]:
    """Where a block ends by itself, wherever in its branches: without what its calls throw."""
    for each in left:
        match each:
            case Choice(then=then, otherwise=otherwise):
                yield from _ends((*then, *otherwise))
            case Stopped() | Attempt():
                yield each
            case Kept() | Passed():
                pass


def is_limit(statement: c.Statement) -> bool:
    """``return NextResponse.json({ error: 'Slow down' }, { status: 429 })``: who calls too often, known or not."""
    return isinstance(statement, c.Return) and any(
        isinstance(each, c.Property)
        and each.key == "status"
        and isinstance(each.value, c.Number)
        and each.value.text == "429"
        for each in c.walk(statement)
    )


def stops_strangers(project: Snapshot, module: Module, statement: c.Statement) -> bool:
    """Whether a statement calls what throws when somebody is not allowed in."""
    return any(
        _STOPS.match(c.last_name(call.callee)) is not None and not guard_in(project, module, call).is_open
        for call in c.walk(statement)
        if isinstance(call, c.Call)
    )


def codes_of(left: Iterable[Left]) -> Iterator[c.Code]:
    """What is left, as code: its statements and conditions."""
    for each in left:
        match each:
            case Kept(statement=statement) | Stopped(statement=statement):
                yield statement
            case Choice(test=test, then=then, otherwise=otherwise):
                yield test
                yield from codes_of((*then, *otherwise))
            case Attempt(block=block, handler=handler):
                yield from codes_of((*block, *handler))
            case Passed():
                pass

"""Whether a handler answers on every way through it: ``res`` is answered in pages/api, a Response returned in route.*.

Silent when in doubt: ``res`` given to anything but a known reader counts as answered, and so does every callback that
holds it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.flow import End, Flow, Turn, flow_of
from turnout.model.handler import is_method
from turnout.model.module import Module
from turnout.model.next_api import interrupt
from turnout.model.scope import Binding

Unanswered: TypeAlias = Literal["always", "return", "turn", "not-awaited", "not-returned"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A way that never answers. ``code`` is the statement to blame: the ``return``, the call that nobody awaits or
    returns; None when ``turn`` tells (or the whole function is meant)."""

    how: Unanswered
    code: c.Code | None = None
    turn: Turn | None = None


Resolve: TypeAlias = Callable[[c.Call], "tuple[Module, c.Function] | None"]
"""The function that a call means, wherever it is; None when nobody can tell."""

_HARMLESS = frozenset(
    {"status", "statusCode", "statusMessage", "setHeader", "removeHeader", "getHeader", "getHeaders", "getHeaderNames",
     "hasHeader", "appendHeader", "setPreviewData", "clearPreviewData", "setDraftMode", "revalidate"}
)  # fmt: skip
"""Members of ``res`` that do not answer. Who reads ``headersSent`` knows what was answered: this counts, too."""

_READERS = frozenset(
    {"getServerSession", "unstable_getServerSession", "getServerAuthSession", "getToken", "getAuth", "getIronSession",
     "createPagesServerClient", "createServerSupabaseClient", "createServerClient", "setCookie",
    "setCookies", "deleteCookie", "removeCookies", "destroyCookie", "getCookie", "getCookies",
     "hasCookie", "parseCookies"}
)  # fmt: skip
"""Functions that take ``res`` for its cookies only."""

_PARSERS = frozenset({"parse", "parseAsync", "safeParse", "safeParseAsync", "validate", "validateSync", "cast"})
"""Methods of schemas that give what they let through."""

_MAY_STOP = re.compile(
    r"throw|fail|never|abort|exit|panic|unreachable|notfound|redirect|forbidden|unauthorized|bail|raise|invariant|reject"
    r"|assert|handle\w*error|error\w*handl|rethrow",
    re.IGNORECASE,
)


def api_gaps(module: Module, function: c.Function, resolve: Resolve) -> tuple[Gap, ...]:
    """The ways of a pages/api handler that end without an answer."""
    if len(function.parameters) < 2:
        return ()
    pattern = function.parameters[1].pattern
    response = module.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
    if response is None or function.is_generator:
        return ()
    answers = _Answers(module, function, response)
    loose = tuple(answers.not_awaited())
    flow = flow_of(function, answers.does, _stops(module, resolve), _is_open(module, function))
    gaps = _gaps(module, flow, [end for end in flow.ends if not end.way.is_done])
    return (*gaps, *(Gap("not-awaited", call) for call in loose))


def handler_gaps(module: Module, function: c.Function, resolve: Resolve) -> tuple[Gap, ...]:
    """The ways of a route handler that return nothing."""
    if function.is_generator or not isinstance(function.body, c.Block):
        return ()
    forgotten = tuple(_responses_not_returned(function))
    made = {id(each.expression) for each in forgotten}

    def does(code: c.Code) -> bool:
        return id(code) in made

    flow = flow_of(function, does, _stops(module, resolve), _is_open(module, function))
    undone = [end for end in flow.ends if not end.way.is_done and _is_nothing(end)]
    gaps = _gaps(module, flow, undone)
    return (*gaps, *(Gap("not-returned", each) for each in forgotten))


def _is_nothing(end: End) -> bool:
    if end.how == "end" or end.value is None:
        return True
    bare = c.bare(end.value)
    return isinstance(bare, c.Constant) and bare.text in ("undefined", "null")


def _gaps(module: Module, flow: Flow, undone: list[End]) -> tuple[Gap, ...]:
    if not undone or not flow.is_sure:
        return ()
    if len(undone) == len(flow.ends):
        return (Gap("always"),)
    undone = [end for end in undone if end.way.turn is None or not _is_exhausted(module, end.way.turn)]
    found: dict[object, Gap] = {}
    for end in undone:
        if end.statement is not None:
            found.setdefault(id(end.statement), Gap("return", end.statement, end.way.turn))
        elif end.way.turn is not None:
            found.setdefault(end.way.turn.at, Gap("turn", None, end.way.turn))
    return tuple(found.values())[:4]


def _is_exhausted(module: Module, turn: Turn) -> bool:
    """``if (input.type === 'a') … else if (input.type === 'b') …`` of what a schema let through: no third."""
    last = turn.code
    above = module.parents.get(id(last))
    if (
        turn.kind != "no-else"
        or not isinstance(last, c.If)
        or not isinstance(above, c.If)
        or above.otherwise is not last
    ):
        return False
    subject = _compared(last.test)
    first = _compared(above.test)
    if subject is None or first is None or module.source.text(subject.span) != module.source.text(first.span):
        return False
    root: c.Expression = subject
    while isinstance(root, c.Member):
        root = c.bare(root.object)
    binding = module.scopes.binding(root) if isinstance(root, c.Name) else None
    return (
        binding is not None
        and binding.value is not None
        and any(isinstance(each, c.Call) and c.last_name(each.callee) in _PARSERS for each in c.walk(binding.value))
    )


def _compared(test: c.Expression) -> c.Expression | None:
    match c.bare(test):
        case c.Binary(operator="===" | "==", left=left, right=c.String()):
            return c.bare(left)
        case _:
            return None


def _responses_not_returned(function: c.Function) -> Iterator[c.ExpressionStatement]:
    """``NextResponse.json(…);`` as a statement of its own: made, and thrown away."""
    for code in c.walk_own(function):
        if isinstance(code, c.ExpressionStatement) and is_new_response(code.expression):
            yield code


def is_new_response(expression: c.Expression) -> bool:
    match c.bare(expression):
        case c.Call(
            callee=c.Member(object=c.Name(name="Response" | "NextResponse"), name="json" | "redirect" | "error")
        ):
            return True
        case c.New(callee=c.Name(name="Response" | "NextResponse")):
            return True
        case _:
            return False


def _is_open(module: Module, function: c.Function) -> Callable[[c.Switch], bool]:
    """A request can have any method, whatever the cases say; other subjects may be all told apart."""
    return lambda switch: is_method(module, function, switch.subject)


def _stops(module: Module, resolve: Resolve) -> Callable[[c.Call], bool]:
    return lambda call: may_stop(module, call, resolve)


def may_stop(module: Module, call: c.Call, resolve: Resolve, depth: int = 3) -> bool:
    """Whether a call never returns, or may be made for that: ``notFound()``, ``process.exit()``, ``fail('…')``."""
    if interrupt(module, call) is not None or c.dotted(call.callee) == "process.exit":
        return True
    found = resolve(call) if depth else None
    if found is not None:
        there, function = found
        if function.return_type is not None and "never" in there.source.text(function.return_type.span):
            return True
        if function.body is None:
            return False
        flow = flow_of(
            function, stops=lambda inner: may_stop(there, inner, resolve, depth - 1) if inner is not call else False
        )
        return not flow.ends and flow.throws
    callee = c.bare(call.callee)
    name = callee.name if isinstance(callee, (c.Name, c.Member)) else ""
    return _MAY_STOP.search(name) is not None


class _Answers:
    """Where ``res`` is answered, or leaves our sight."""

    def __init__(self, module: Module, function: c.Function, response: Binding) -> None:
        self.module = module
        self.function = function
        self.response = response
        self.holders: set[int] = set()
        """The bindings, by ``id()``, whose value holds ``res``: helpers inside the handler, aliases."""
        inside = [
            binding
            for binding in module.scopes.all
            if function.span.contains(binding.site.span) and binding is not response and binding.value is not None
        ]
        for _ in range(4):
            before = len(self.holders)
            for binding in inside:
                if id(binding) not in self.holders and binding.value is not None and self.holds(binding.value):
                    self.holders.add(id(binding))
            if len(self.holders) == before:
                break

    def holds(self, value: c.Expression) -> bool:
        for code in c.walk(value):
            if isinstance(code, c.Name):
                binding = self.module.scopes.binding(code)
                if binding is self.response and not self.is_given_to_reader(code) and not self.is_property(code):
                    return True
                if binding is not None and id(binding) in self.holders:
                    return True
        return False

    def is_property(self, name: c.Name) -> bool:
        """``res.headersSent`` holds nothing."""
        above = self.module.parents.get(id(name))
        return isinstance(above, c.Member) and above.name in ("headersSent", "statusCode", "writableEnded", "finished")

    def does(self, code: c.Code) -> bool:
        for each in c.walk(code):
            if isinstance(each, c.Name):
                binding = self.module.scopes.binding(each)
                if binding is self.response:
                    if self.answers(each):
                        return True
                elif binding is not None and id(binding) in self.holders and binding.site is not each:
                    return True
        return False

    def answers(self, name: c.Name) -> bool:
        """Whether one use of ``res`` answers, or hides what is done with it."""
        current: c.Code = name
        parents = self.module.parents
        while True:
            above = parents.get(id(current))
            if isinstance(above, c.Cast):
                current = above
            elif isinstance(above, c.Member) and above.object is current:
                if above.name not in _HARMLESS:
                    return True
                current = above
            elif isinstance(above, c.Call) and above.callee is current:
                current = above
            else:
                break
        if current is name or isinstance(current, c.Cast):
            return not self.is_given_to_reader(name)
        if isinstance(current, c.Call) and isinstance(c.bare(current.callee), c.Member):
            return not isinstance(
                above, (c.ExpressionStatement, c.Return, c.Await, c.Binary, c.Conditional, c.Unary, c.If)
            )
        return False

    def is_given_to_reader(self, name: c.Name) -> bool:
        """``getServerSession(req, res, options)``, ``createPagesServerClient({ req, res })``"""
        for above in self.module.ancestors(name):
            match above:
                case c.Object() | c.Property() | c.Array() | c.Cast():
                    continue
                case c.Call(callee=callee):
                    return (c.dotted(callee) or "").rpartition(".")[2] in _READERS
                case _:
                    return False
        return False

    def not_awaited(self) -> Iterator[c.Call]:
        """``load().then((data) => res.json(data));`` as a statement: the handler is over before."""
        for code in c.walk_own(self.function):
            if not isinstance(code, c.ExpressionStatement):
                continue
            call = c.bare(code.expression)
            if isinstance(call, c.Call) and self.is_then_chain(call):
                yield call

    def is_then_chain(self, call: c.Call) -> bool:
        current: c.Expression = call
        found = False
        while isinstance(current, c.Call) and isinstance(current.callee, c.Member):
            if current.callee.name in ("then", "catch", "finally"):
                found = found or any(isinstance(each, c.Function) and self.does(each) for each in current.arguments)
            elif self.does(current):
                return False  # `res` went into what is awaited here, too: nobody knows who answers.
            current = c.bare(current.callee.object)
        return found and not self.does(current)

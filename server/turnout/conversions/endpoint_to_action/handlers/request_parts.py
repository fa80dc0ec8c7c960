"""What code that is given a whole request reads of it: its method, its path, its headers, its cookies."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from turnout.conversions.endpoint_to_action.ground.header_names import is_key, is_of_others, is_standard
from turnout.conversions.endpoint_to_action.handlers.in_object import object_given, uses_of
from turnout.model import code as c
from turnout.model.callees import Callee, callee_of
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.model.strings import literal
from turnout.project.effects import function_behind
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript

Part: TypeAlias = Literal["headers", "cookies", "method", "nextUrl", "url", "body"]
"""``nextUrl`` and ``url`` stand for the path alone: ``request.nextUrl.pathname``, ``new URL(request.url).pathname``;
``body`` for what ``await request.json()`` gives."""

DEEPEST = 3
"""Functions that hand it on one after another."""
_TOKEN_SOURCES = ("next-auth/jwt", "@auth/core/jwt")


class More(Exception):
    """Code needs more of the request than an action has."""

    def __init__(self, module: Module, at: c.Code, header: str = "") -> None:
        super().__init__(header)
        self.module = module
        self.at = at
        self.header = header
        """The header by which it lets other programs in."""


@dataclass(frozen=True)
class Taken:
    """A parameter that takes the request, or what there is of it; an object that holds it as ``key``."""

    module: Module
    parameter: c.Parameter
    is_last: bool
    parts: Parts
    key: str | None = None


@dataclass
class Parts:
    """What is read, in the order in which it is."""

    members: dict[Part, None] = field(default_factory=dict["Part", None])
    methods: dict[str, set[str]] = field(default_factory=dict[str, "set[str]"])
    """The methods of the headers and of the cookies that are called."""
    taken: list[Taken] = field(default_factory=list[Taken])
    needs_class: bool = False
    """Whether a package is given the request, or what of it has a name of its own."""

    def take(self, other: Parts) -> None:
        self.members.update(other.members)
        for name, methods in other.methods.items():
            self.methods.setdefault(name, set()).update(methods)
        self.taken += other.taken
        self.needs_class = self.needs_class or other.needs_class


class PartsReader:
    """Follows a request through the code that is given it.

    ``allows`` says which other headers nobody sends, ``keeps_entry`` whether others go on asking the endpoint,
    ``with_body`` whether there is a body to be read.
    """

    def __init__(
        self,
        project: Snapshot,
        allows: Callable[[str], bool] = is_standard,
        *,
        keeps_entry: bool = False,
        with_body: bool = False,
    ) -> None:
        self.project = project
        self.allows = allows
        self.keeps_entry = keeps_entry
        self.with_body = with_body

    def of(self, module: Module, binding: Binding | None, passes: Collection[int] = ()) -> Parts:
        """What the uses of a name read; those whose ``id()`` is in ``passes`` are somebody else's business."""
        return self._uses(module, binding, DEEPEST, passes)

    def called(self, module: Module, call: c.Call, request: c.Expression, depth: int = DEEPEST) -> Parts:
        """What a call reads of the request that is one of its arguments."""
        at = next((index for index, each in enumerate(call.arguments) if each is request), None)
        found = self._function(module, call) if depth else None
        if found is None or at is None:
            raise More(module, call)
        home, function = found
        if at >= len(function.parameters):
            return Parts()
        parameter = function.parameters[at]
        if not isinstance(parameter.pattern, c.Name) or parameter.is_rest:
            raise More(home, parameter)
        parts = self._uses(home, home.scopes.binding(parameter.pattern), depth, ())
        parts.taken.append(Taken(home, parameter, at + 1 == len(function.parameters), replace(parts, taken=[])))
        return parts

    def inside(self, module: Module, member: c.Property, depth: int = DEEPEST) -> Parts:
        """What a call reads of the request that is a member of one of its arguments."""
        given = object_given(module, member)
        found = self._function(module, given[0]) if given is not None and depth else None
        if given is None or found is None or member.key is None or given[1] >= len(found[1].parameters):
            raise More(module, member)
        home, function = found
        parameter = function.parameters[given[1]]
        uses = uses_of(home, parameter, member.key)
        if uses is None:
            raise More(home, parameter)
        parts = Parts()
        for use in uses:
            self._use(home, use, parts, depth)
        parts.taken.append(Taken(home, parameter, False, replace(parts, taken=[]), member.key))
        return parts

    def _function(self, module: Module, call: c.Call) -> tuple[Module, c.Function] | None:
        callee = callee_of(module, call.callee)
        if callee is None:
            return None
        return function_behind(self.project, module, callee) or self._of_the_only_one(module, callee)

    def _of_the_only_one(self, module: Module, callee: Callee) -> tuple[Module, c.Function] | None:
        """``Stats.getInstance().record(request)``: what a static method gives that is typed as its own class."""
        match callee.path:
            case (maker, "()", method):
                made = function_behind(self.project, module, replace(callee, path=(maker,)))
                if made is None or made[1].return_type is None:
                    return None
                if made[0].source.text(made[1].return_type.span) != callee.name:
                    return None
                return function_behind(self.project, module, replace(callee, path=(method,)))
            case _:
                return None

    def _uses(self, module: Module, binding: Binding | None, depth: int, passes: Collection[int]) -> Parts:
        if binding is None or binding.writes:
            raise More(module, binding.site if binding is not None else module.body[0])
        parts = Parts()
        for use in binding.references:
            if id(use) not in passes:
                self._use(module, use, parts, depth)
        return parts

    def _use(self, module: Module, use: c.Expression, parts: Parts, depth: int) -> None:
        above = module.parents.get(id(use))
        match above:
            case c.Member(name="headers" | "cookies" as name):
                self._carrier(module, name, above, parts)
            case c.Member(name="method"):
                parts.members["method"] = None
            case c.Member(name="json") if self.with_body and self._is_awaited_call(module, above):
                parts.members["body"] = None
            case c.Member(name="nextUrl" | "url" as name):
                self._url(module, name, above, parts)
            case c.Call() if any(each is use for each in above.arguments):
                parts.take(self.called(module, above, use, depth - 1))
            case c.Member(name="ip" | "geo") if self._is_gone(module, use):
                pass
            case c.Property(key="req") if self._is_token(module, above):
                parts.members.update({"headers": None, "cookies": None})
                parts.needs_class = True
            case c.Property():
                parts.take(self.inside(module, above, depth - 1))
            case c.Conditional(test=test) | c.If(test=test) if test is use:
                pass  # It is there in any case.
            case _:
                raise More(module, use)

    def _is_awaited_call(self, module: Module, method: c.Member) -> bool:
        call = module.parents.get(id(method))
        is_call = isinstance(call, c.Call) and call.callee is method and not call.arguments
        return is_call and isinstance(module.parents.get(id(call)), c.Await)

    def _carrier(self, module: Module, name: Part, carrier: c.Member, parts: Parts) -> None:
        """``request.headers`` or ``request.cookies``"""
        above = module.parents.get(id(carrier))
        if isinstance(above, c.Declarator) and isinstance(above.pattern, c.Name):
            binding = module.scopes.binding(above.pattern)
            if binding is None or binding.writes:
                raise More(module, carrier)
            parts.needs_class = parts.needs_class or above.type is not None
            for use in binding.references:
                self._method(module, name, use, parts)
            parts.members[name] = None
            return
        self._method(module, name, carrier, parts)

    def _method(self, module: Module, name: Part, carrier: c.Expression, parts: Parts) -> None:
        """``headers.get('user-agent')``, or all headers for a session that is in a cookie."""
        method = module.parents.get(id(carrier))
        parts.members[name] = None
        if name == "headers" and is_for_session(module, method):
            return
        call = module.parents.get(id(method)) if isinstance(method, c.Member) else None
        if not isinstance(method, c.Member) or not isinstance(call, c.Call) or call.callee is not method:
            raise More(module, carrier)
        first = call.arguments[0] if call.arguments else None
        key = literal(module, first) if first is not None and not isinstance(first, c.Spread) else None
        is_others = self.keeps_entry and key is not None and is_of_others(key)
        if name == "headers" and key is not None and is_key(key) and not is_others:
            raise More(module, call, key)
        if method.name not in ("get", "has", "getAll"):
            raise More(module, call)
        is_fine = is_others or (key is not None and (is_standard(key) or self.may_miss(module, call, key)))
        if name == "headers" and not is_fine:
            raise More(module, call)
        parts.methods.setdefault(name, set()).add(method.name)

    def may_miss(self, module: Module, call: c.Call, header: str) -> bool:
        """``request.headers.get('x-trace') ?? fresh()``: a header that nobody sends, and has a substitute."""
        above = module.parents.get(id(call))
        is_left = isinstance(above, c.Binary) and above.operator in ("||", "??") and above.left is call
        return is_left and self.allows(header)

    def _url(self, module: Module, name: Part, url: c.Member, parts: Parts) -> None:
        """The path alone: an action's URL is that of a page."""
        whole: c.Expression = url
        above = module.parents.get(id(url))
        if name == "url":
            if not isinstance(above, c.New) or c.dotted(above.callee) != "URL" or len(above.arguments) != 1:
                raise More(module, url)
            whole, above = above, module.parents.get(id(above))
        match above:
            case c.Member(name="pathname"):
                pass
            case c.Declarator(pattern=c.ObjectPattern(members=(c.PatternProperty(key="pathname"),))):
                pass
            case _:
                raise More(module, whole)
        parts.members[name] = None

    def _is_gone(self, module: Module, request: c.Expression) -> bool:
        """Whether ``request.ip`` is there no more, as since Next.js 15, and TypeScript does not mind (``any``)."""
        binding = module.scopes.binding(request) if isinstance(request, c.Name) else None
        above = module.parents.get(id(binding.site)) if binding is not None else None
        kind = above.type if isinstance(above, c.Parameter) else None
        app = self.project.app(module.path)
        is_free = not is_typescript(module.path) or (kind is not None and is_any(module.source.text(kind.span)))
        return is_free and app is not None and app.next_version is not None and not app.is_before(15)

    def _is_token(self, module: Module, given: c.Property) -> bool:
        """``getToken({ req })`` of next-auth, which reads the session's cookie."""
        whole = module.parents.get(id(given))
        call = module.parents.get(id(whole)) if isinstance(whole, c.Object) else None
        callee = callee_of(module, call.callee) if isinstance(call, c.Call) else None
        return callee is not None and callee.name == "getToken" and callee.source in _TOKEN_SOURCES


def is_any(kind: str) -> bool:
    """``Request | any`` is ``any``."""
    return "any" in (each.strip() for each in kind.split("|"))


def is_for_session(module: Module, above: c.Code | None) -> bool:
    """``auth.api.getSession({ headers: request.headers })`` of Better Auth, which reads cookies."""
    whole = module.parents.get(id(above)) if isinstance(above, c.Property) and above.key == "headers" else None
    call = module.parents.get(id(whole)) if isinstance(whole, c.Object) else None
    return isinstance(call, c.Call) and (c.dotted(call.callee) or "").endswith(".api.getSession")

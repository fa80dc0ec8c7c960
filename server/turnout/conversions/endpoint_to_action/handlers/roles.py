"""What the names of a wrapper mean: the request, its segments, its query, or something that the wrapper made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.effects import function_behind
from turnout.project.snapshot import Snapshot

RoleKind: TypeAlias = Literal["request", "context", "params", "url", "query", "search", "made", "object", "other"]
"""``context`` is the second argument of a route handler, ``query`` its URLSearchParams and ``search`` the same as a
plain object, ``made`` what a wrapper gives, ``object`` a literal of several."""
_OF_THE_REQUEST = ("request", "context", "params", "url", "query", "search")


@dataclass(frozen=True)
class Role:
    """What one value is."""

    kind: RoleKind
    name: str = ""
    """For what is made: the name it has where it is made."""
    layer: int = -1
    """And the wrapper that makes it, counted from the outside."""
    members: Mapping[str, Role] = field(default_factory=dict[str, "Role"])


REQUEST = Role("request")
CONTEXT = Role("context")
PARAMS = Role("params")
URL = Role("url")
QUERY = Role("query")
SEARCH = Role("search")
OTHER = Role("other")


def route_roles() -> tuple[Role, ...]:
    """What Next.js gives to a route handler."""
    return (REQUEST, CONTEXT)


class Roles:
    """The names of one function that takes the request (or what another wrapper made of it)."""

    def __init__(
        self, project: Snapshot, module: Module, function: c.Function, given: tuple[Role, ...], layer: int
    ) -> None:
        self.project = project
        self.module = module
        self.function = function
        self.layer = layer
        self._of: dict[int, Role] = {}
        self._read: set[int] = set()
        for parameter, role in zip(function.parameters, given, strict=False):
            self._bind(parameter.pattern, role)
        if isinstance(function.body, c.Block):
            self._statements(function.body)

    def of(self, code: c.Expression) -> Role:
        """What an expression is; ``made`` for whatever does not come from the request."""
        bare = c.bare(code)
        match bare:
            case c.Name():
                binding = self.module.scopes.binding(bare)
                if binding is None or binding.scope.parent is None:
                    return OTHER
                return self._of.get(id(binding), Role("made", bare.name, self.layer))
            case c.Await(value=value):
                return self.of(value)
            case c.Member(object=below, name=name):
                return URL if self._is_url(bare) else _member(self.of(below), name)
            case c.New():
                return URL if self._is_url(bare) else OTHER
            case c.Binary(operator="||" | "??", left=left):
                found = self.of(left)
                return found if found.kind in ("params", "search") else OTHER
            case c.Object(members=members):
                return self._object(members)
            case _:
                return SEARCH if self._is_search(bare) else OTHER

    def binding_role(self, binding: Binding) -> Role | None:
        """What a name is that comes from the request, or from a wrapper outside; None for all others."""
        return self._of.get(id(binding))

    def reads_request(self, statement: c.Statement) -> bool:
        """Whether a statement does nothing but take the request apart: it stays with the wrapper."""
        return id(statement) in self._read

    # --------------------------------------------------------------- inside

    def _object(self, members: tuple[c.Property | c.Spread, ...]) -> Role:
        found: dict[str, Role] = {}
        for member in members:
            if isinstance(member, c.Property) and member.key is not None:
                found[member.key] = self.of(member.value)
                continue
            whole = self.of(member.value) if isinstance(member, c.Spread) else OTHER
            if whole.kind == "context":
                found["params"] = PARAMS
            elif whole.kind == "object":
                found.update(whole.members)
            else:
                return OTHER
        return Role("object", members=found)

    def _bind(self, pattern: c.Pattern, role: Role) -> None:
        match pattern:
            case c.Name():
                binding = self.module.scopes.binding(pattern)
                if binding is not None and not binding.writes:
                    self._of[id(binding)] = role
            case c.ObjectPattern(members=members):
                for member in members:
                    if isinstance(member, c.PatternProperty) and member.key is not None:
                        self._bind(member.target, _member(role, member.key))
                    else:
                        self._bind(member.target, OTHER)
            case c.Default(target=target):
                self._bind(target, role)
            case _:
                pass

    def _statements(self, block: c.Block) -> None:
        for statement in block.body:
            if isinstance(statement, c.Try):
                self._statements(statement.block)
            if not isinstance(statement, c.Declare):
                continue
            roles = [self.of(each.value) if each.value is not None else OTHER for each in statement.declarators]
            if not all(role.kind in _OF_THE_REQUEST for role in roles):
                continue
            if any(role.kind in ("params", "search") and not isinstance(each.pattern, c.Name)
                   for each, role in zip(statement.declarators, roles, strict=True)):  # fmt: skip
                continue  # const { slug } = await params: values of their own
            for each, role in zip(statement.declarators, roles, strict=True):
                self._bind(each.pattern, role)
            self._read.add(id(statement))

    def _is_search(self, value: c.Expression) -> bool:
        """``Object.fromEntries(req.nextUrl.searchParams)``, ``getSearchParams(req.url)``"""
        if not isinstance(value, c.Call) or len(value.arguments) != 1 or isinstance(value.arguments[0], c.Spread):
            return False
        argument = c.bare(value.arguments[0])
        if c.dotted(value.callee) == "Object.fromEntries":
            if isinstance(argument, c.Call) and c.last_name(argument.callee) == "entries":
                inner = argument.callee
                argument = c.bare(inner.object) if isinstance(inner, c.Member) else argument
            return self.of(argument) is QUERY
        if not self._is_url(argument):
            return False
        callee = callee_of(self.module, value.callee)
        found = function_behind(self.project, self.module, callee) if callee is not None else None
        if found is None:
            return False
        return any(isinstance(code, c.Member) and code.name == "searchParams" for code in c.walk(found[1]))

    def _is_url(self, value: c.Expression) -> bool:
        """``req.url``, ``req.nextUrl``, ``new URL(req.url)``, or a name of one."""
        bare = c.bare(value)
        match bare:
            case c.Member(object=below, name="url" | "nextUrl"):
                return self.of(below) is REQUEST
            case c.New(callee=c.Name(name="URL"), arguments=(first, *_)):
                return not isinstance(first, c.Spread) and self._is_url(first)
            case c.Name():
                binding = self.module.scopes.binding(bare)
                return binding is not None and binding.value is not None and self._is_url(binding.value)
            case _:
                return False


def _member(role: Role, name: str) -> Role:
    if role.kind == "context" and name == "params":
        return PARAMS
    if role.kind == "url" and name == "searchParams":
        return QUERY
    if role.kind == "object":
        return role.members.get(name, OTHER)
    return OTHER

"""The request handed on to a function of the project that reads its headers or cookies alone: ``getClientIp(request)``
becomes ``getClientIp({ headers: await headers() })``, and the function says that it needs no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from turnout.conversions.endpoint_to_action.header_names import is_key, is_standard
from turnout.conversions.endpoint_to_action.inputs import Widened
from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module
from turnout.model.strings import literal
from turnout.project.effects import function_behind
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style

DEEPEST = 3
_REQUESTS = frozenset({"Request", "NextRequest"})


class Needs:
    """What a function, and those that it hands the request on to, read of it."""

    def __init__(self, project: Snapshot) -> None:
        self.project = project

    def of(self, module: Module, call: c.Call, request: c.Expression) -> _Needed | None:
        """What a call needs of the request that is one of its arguments; None when it is more than an action has."""
        try:
            needed = self._called(module, call, request, DEEPEST)
        except _More:
            return None
        return needed if needed.members else None

    def _called(self, module: Module, call: c.Call, request: c.Expression, depth: int) -> _Needed:
        at = next((index for index, each in enumerate(call.arguments) if each is request), None)
        callee = callee_of(module, call.callee)
        found = function_behind(self.project, module, callee) if callee is not None and depth else None
        if found is None or at is None or at >= len(found[1].parameters):
            raise _More
        home, function = found
        parameter = function.parameters[at]
        if not isinstance(parameter.pattern, c.Name) or parameter.is_rest or parameter.default is not None:
            raise _More
        binding = home.scopes.binding(parameter.pattern)
        if binding is None or binding.writes:
            raise _More
        needed = _Needed()
        for use in binding.references:
            self._use(home, use, needed, depth)
        if parameter.type is not None and is_typescript(home.path):
            own = home.source.text(parameter.type.span)
            if own.startswith("{") and all(f"{name}: " in own for name in needed.members):
                return needed  # It takes no more than this already.
            if own not in _REQUESTS:
                raise _More
            needed.widened.append((home, parameter.type, tuple(needed.members), needed.methods.copy()))
        return needed

    def _use(self, home: Module, use: c.Expression, needed: _Needed, depth: int) -> None:
        above = home.parents.get(id(use))
        match above:
            case c.Member(name="headers" | "cookies" as name):
                method = home.parents.get(id(above))
                called = home.parents.get(id(method)) if isinstance(method, c.Member) else None
                if not isinstance(method, c.Member) or not isinstance(called, c.Call) or called.callee is not method:
                    raise _More
                first = called.arguments[0] if called.arguments else None
                key = literal(home, first) if first is not None and not isinstance(first, c.Spread) else None
                is_fine = method.name in ("get", "has", "getAll") and (
                    name == "cookies" or (key is not None and is_standard(key) and not is_key(key))
                )
                if not is_fine:
                    raise _More
                needed.members[name] = None
                needed.methods.setdefault(name, set()).add(method.name)
            case c.Call() if any(each is use for each in above.arguments):
                needed.take(self._called(home, above, use, depth - 1))
            case _:
                raise _More


class _More(Exception):
    """It needs more of the request than an action has."""


@dataclass
class _Needed:
    members: dict[str, None] = field(default_factory=dict[str, None])
    """``headers`` and ``cookies``"""
    methods: dict[str, set[str]] = field(default_factory=dict[str, "set[str]"])
    widened: list[tuple[Module, c.Type, tuple[str, ...], dict[str, set[str]]]] = field(
        default_factory=list["tuple[Module, c.Type, tuple[str, ...], dict[str, set[str]]]"]
    )

    def take(self, other: _Needed) -> None:
        self.members.update(other.members)
        for name, methods in other.methods.items():
            self.methods.setdefault(name, set()).update(methods)
        self.widened += other.widened

    @property
    def types(self) -> Iterator[Widened]:
        """The parameters' types in their new words: ``{ headers: Headers }``."""
        for module, kind, members, methods in self.widened:
            own, style = module.source.text(kind.span), Style.of(module.source)
            used = " | ".join(style.string(each) for each in sorted(methods.get("cookies", ())))
            texts = {
                "headers": "headers: Headers",
                "cookies": f"cookies: Pick<{own}[{style.string('cookies')}], {used}>",
            }
            text = "{ " + "; ".join(texts[name] for name in ("headers", "cookies") if name in members) + " }"
            yield Widened(module, kind, text, keeps_name="cookies" in members)

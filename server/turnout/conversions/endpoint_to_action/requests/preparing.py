"""What of the project's own request function only serves its request, and which of its parameters do more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.ground.pure import has_work, is_work
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.text.span import Span


@dataclass(frozen=True)
class Kept:
    """A parameter that is used for more than the request."""

    index: int
    keys: tuple[str, ...] | None = None
    """The members that are; None for all of it."""


@dataclass(frozen=True)
class Prepared:
    """One function with one request."""

    module: Module
    function: c.Function
    request: c.Call
    steps: tuple[c.Statement, ...]
    """The statements that prepare the request, in their order."""
    gone: tuple[Span, ...]
    """Those of them that do nothing else."""
    members_gone: tuple[c.PatternProperty | c.Rest, ...]
    """Members that are only taken out of a parameter for the request."""
    kept: tuple[Kept, ...]

    @property
    def served(self) -> tuple[Span, ...]:
        """All that goes with the request."""
        return (*self.gone, *(each.span for each in self.members_gone), given_to(self.request))

    def is_sent(self, parameter: c.Parameter) -> bool:
        """Whether a parameter is part of the request."""
        names = list(c.bound_names(parameter.pattern))
        bindings = [self.module.scopes.binding(name) for name in names]
        return any(self.is_gone(each) for binding in bindings if binding is not None for each in binding.references)

    def is_gone(self, name: c.Name) -> bool:
        return any(span.contains(name.span) for span in self.served)


def given_to(request: c.Call) -> Span:
    """Where the arguments stand."""
    return Span(request.arguments[0].span.start, request.arguments[-1].span.end)


def prepared(module: Module, function: c.Function, name: str) -> Prepared:
    """Refuses a function that is more than its one request and what comes of that."""
    own = list(c.walk_own(function))
    requests = [each for each in own if isinstance(each, c.Call) and is_fetch(each)]
    inside = [each for each in c.walk(function) if isinstance(each, c.Call) and is_fetch(each)]
    if not inside:
        raise refused(f"What {name}() makes of this URL can't be followed: write it out here.", module, function)
    if len(inside) != 1 or not requests or not requests[0].arguments:
        what = "makes more than one request" if len(inside) > 1 else "makes its request in a way of its own"
        raise refused(f"{name}() {what}: call fetch() here instead.", module, function)
    return _Preparing(module, function, requests[0], name).done()


def is_fetch(call: c.Call) -> bool:
    return c.dotted(call.callee) in ("fetch", "window.fetch", "globalThis.fetch")


class _Preparing:
    def __init__(self, module: Module, function: c.Function, request: c.Call, name: str) -> None:
        self.module = module
        self.function = function
        self.request = request
        self.name = name
        self.gone: list[Span] = []
        self.members: list[c.PatternProperty | c.Rest] = []
        self.steps: list[c.Statement] = []
        self.changed: list[Binding] = []
        """Locals that a statement changes which goes."""

    def done(self) -> Prepared:
        for statement in reversed(list(self.before())):
            if self.serves(statement):
                self.steps.insert(0, statement)
        if any(not self.is_served(binding.site) for binding in self.changed):
            raise self.unclear(self.request)
        kept = tuple(self.kept())
        self.check()
        return Prepared(
            self.module,
            self.function,
            self.request,
            tuple(self.steps),
            tuple(self.gone),
            tuple(self.members),
            kept,
        )

    def unclear(self, at: c.Code) -> Refused:
        return refused(
            f"What {self.name}() does for its request can't be told from the rest: call fetch() here instead.",
            self.module,
            at,
        )

    def before(self) -> Iterator[c.Statement]:
        """The statements in front of the request, in all blocks around it."""
        found: list[list[c.Statement]] = []
        child: c.Code = self.request
        for above in self.module.ancestors(self.request):
            if isinstance(above, (c.Block, c.Case)):
                at = next(index for index, each in enumerate(above.body) if each is child)
                found.insert(0, list(above.body[:at]))
            if above is self.function:
                break
            child = above
        for each in found:
            yield from each

    def is_served(self, code: c.Code) -> bool:
        spans = (*self.gone, *(each.span for each in self.members), given_to(self.request))
        return any(span.contains(code.span) for span in spans)

    def is_for_request(self, binding: Binding | None, besides: c.Code | None = None) -> bool:
        """Whether a local is used by nothing else, but for what stands before and in a statement."""
        if binding is None or not binding.references:
            return False
        return all(
            self.is_served(each) or (besides is not None and each.span.start < besides.span.end)
            for each in binding.references
        )

    # ----------------------------------------------------------- statements

    def serves(self, statement: c.Statement) -> bool:
        match statement:
            case c.Declare(declarators=(c.Declarator(pattern=c.Name() as name, value=value),)):
                binding = self.module.scopes.binding(name)
                if not self.is_for_request(binding) or value is None or has_work(value):
                    return False
                self.gone.append(statement.span)
                return True
            case c.Declare(declarators=(c.Declarator(pattern=c.ObjectPattern() as pattern, value=value),)) if (
                value is not None and not has_work(value)
            ):
                return self.takes_apart(statement, pattern)
            case c.If() | c.ExpressionStatement():
                roots = self.roots(statement)
                if not roots or not all(self.is_for_request(each, statement) for each in roots):
                    return False
                self.gone.append(statement.span)
                self.changed += roots
                return True
            case _:
                return False

    def takes_apart(self, statement: c.Declare, pattern: c.ObjectPattern) -> bool:
        """``const { method, body, showToast } = options``"""
        for_request = [
            member
            for member in pattern.members
            if all(self.is_for_request(self.module.scopes.binding(name)) for name in c.bound_names(member.target))
        ]
        if len(for_request) == len(pattern.members):
            self.gone.append(statement.span)
            return True
        if any(isinstance(member, c.Rest) and member not in for_request for member in pattern.members):
            if for_request:
                raise self.unclear(statement)
            return False
        self.members += for_request
        return bool(for_request)

    def roots(self, statement: c.Statement) -> list[Binding]:
        """The locals that a statement changes, when that is all that it does."""
        inside = {
            id(self.module.scopes.binding(name))
            for code in c.walk(statement)
            if isinstance(code, c.Declarator)
            for name in c.bound_names(code.pattern)
        }
        found: list[Binding] = []
        for code in c.walk(statement):
            changed: c.Code | None = None
            match code:
                case c.Return() | c.Throw() | c.Await() | c.Yield() | c.Break() | c.Continue() | c.Update() | c.Try():
                    return []
                case c.Assign(target=target):
                    changed = target
                case c.Call(callee=c.Member(object=below, name="append" | "set" | "delete" | "push")):
                    changed = below
                case c.Call(callee=c.Member(name="forEach")):
                    continue
                case c.Call() if is_work(code):
                    return []
                case _:
                    continue
            while isinstance(changed, (c.Member, c.Index, c.Cast)):
                changed = changed.value if isinstance(changed, c.Cast) else changed.object
            binding = self.module.scopes.binding(changed) if isinstance(changed, c.Name) else None
            if binding is None or binding.kind == "parameter" or binding.scope.function is not self.function:
                if id(binding) in inside:
                    continue
                return []
            if id(binding) not in inside:
                found.append(binding)
        return found

    # ----------------------------------------------------------- parameters

    def kept(self) -> Iterator[Kept]:
        for index, parameter in enumerate(self.function.parameters):
            match parameter.pattern:
                case c.Name() as name:
                    binding = self.module.scopes.binding(name)
                    used = [each for each in (binding.references if binding else ()) if not self.is_served(each)]
                    if used:
                        yield Kept(index, None if parameter.is_rest else self.keys(used))
                case c.ObjectPattern(members=members):
                    kept = [
                        each
                        for each in members
                        if not all(
                            self.is_for_request(self.module.scopes.binding(name)) for name in c.bound_names(each.target)
                        )
                    ]
                    if any(not isinstance(each, c.PatternProperty) or each.key is None for each in kept):
                        raise self.unclear(parameter)
                    if kept:
                        keys = [each.key for each in kept if isinstance(each, c.PatternProperty)]
                        yield Kept(index, tuple(key for key in keys if key is not None))
                case _:
                    raise self.unclear(parameter)

    def keys(self, used: Sequence[c.Name]) -> tuple[str, ...] | None:
        """The members that are read of a parameter; None when more is done with it."""
        found: dict[str, None] = {}
        for name in used:
            above = self.module.parents.get(id(name))
            match above:
                case c.Member(object=below, name=key) if below is name:
                    if isinstance(self.module.parents.get(id(above)), (c.Assign, c.Update)):
                        return None
                    found[key] = None
                case c.Declarator(pattern=c.ObjectPattern(members=members), value=value) if value is name:
                    for member in members:
                        if any(member is each for each in self.members):
                            continue
                        if not isinstance(member, c.PatternProperty) or member.key is None:
                            return None
                        found[member.key] = None
                case _:
                    return None
        return tuple(found)

    def check(self) -> None:
        """What the request is made of must be known where the function is called."""
        known = {
            id(self.module.scopes.binding(name))
            for each in self.function.parameters
            for name in c.bound_names(each.pattern)
        }
        for step in self.steps:
            known |= {
                id(self.module.scopes.binding(name))
                for code in c.walk(step)
                if isinstance(code, (c.Declarator, c.Parameter))
                for name in c.bound_names(code.pattern)
            }
        for argument in self.request.arguments:
            for code in c.walk(argument):
                if isinstance(code, c.Await):
                    raise self.unclear(code)
                if not isinstance(code, c.Name):
                    continue
                binding = self.module.scopes.binding(code)
                if binding is None or not self.function.span.contains(binding.site.span):
                    continue
                if id(binding) not in known and not argument.span.contains(binding.site.span):
                    raise self.own(code, binding)

    def own(self, name: c.Name, binding: Binding) -> Refused:
        """A value that the function itself makes for its request, and nobody else could."""
        at: c.Code | None = name
        while at is not None and not isinstance(at, c.Property):
            at = self.module.parents.get(id(at))
        key = at.key if isinstance(at, c.Property) else None
        if key == "signal":
            return refused(
                f"{self.name}() can abort its request, which an action's call can't.", self.module, at or name
            )
        if key is not None and key.lower() == "authorization":
            return refused(
                f"{self.name}() sends the header {key}, which an action's call can't.", self.module, at or name
            )
        return refused(
            f'{self.name}() makes "{binding.name}" for its request: call fetch() here instead.', self.module, name
        )

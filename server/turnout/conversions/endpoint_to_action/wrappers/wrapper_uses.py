"""What a wrapper that is called as it stands looks at, and what it gives to its handler."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.conversions.endpoint_to_action.ground.header_names import goes_unread
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.given_options import never_run
from turnout.conversions.endpoint_to_action.handlers.request_parts import More, Parts, PartsReader
from turnout.conversions.endpoint_to_action.handlers.responses import returned_by
from turnout.conversions.endpoint_to_action.handlers.wrapper_answers import own_answers
from turnout.conversions.endpoint_to_action.handlers.wrapper_opened import Through, rest_of, see_through
from turnout.model import code as c
from turnout.model.handler import Wrapper
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.model.strings import literal
from turnout.project.discover import App
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span

Given: TypeAlias = Literal["request", "context", "made"]
_DIFFERENT = frozenset({"content-type", "content-length", "accept", "accept-encoding", "x-requested-with"})
"""Headers that the call of an action has in another way than a request with JSON."""
_FILES = 60
"""So many files are looked through for a header that middleware may set."""


@dataclass(frozen=True)
class Use:
    """One wrapper of a handler."""

    wrapper: Wrapper
    name: str
    parts: Parts
    """What it looks at of the request itself."""
    needs_context: bool
    """Whether it looks at the segments, or must be given some."""
    given: tuple[Given, ...]
    """What it calls its handler with."""
    takes_any: bool
    """Whether it passes on whatever it is given, and looks at nothing."""


def used_by(
    project: Snapshot, app: App, module: Module, wrappers: Sequence[Wrapper], at: c.Code | Span
) -> tuple[Use, ...]:
    """From the outside in; refuses what looks at more than an action can give."""
    found: list[Use] = []
    given: tuple[Given, ...] = ("request", "context")
    for wrapper in wrappers:
        through = see_through(project, module, wrapper, at)
        use = _Reading(project, app, wrapper, through, given, never_run(through, module)).use()
        found.append(use)
        given = use.given
    return tuple(found)


class _Reading:
    def __init__(
        self,
        project: Snapshot,
        app: App,
        wrapper: Wrapper,
        through: Through,
        given: tuple[Given, ...],
        never: Sequence[Span],
    ) -> None:
        self.project = project
        self.app = app
        self.wrapper = wrapper
        self.through = through
        self.module = through.module
        self.never = never
        self.bindings: dict[Given, Binding] = {}
        parameters = through.inner.parameters
        self.rest = self.passed_on()
        if self.rest is not None:
            parameters = parameters[: self.rest]
        for parameter, kind in zip(parameters, given, strict=False):
            binding = self.module.scopes.binding(parameter.pattern) if isinstance(parameter.pattern, c.Name) else None
            if kind == "made":
                continue
            if binding is None or binding.writes or parameter.is_rest or parameter.default is not None:
                raise self.more(parameter)
            self.bindings[kind] = binding
        self.given = given

    def passed_on(self) -> int | None:
        """``(request, ...args) => handler(request, ...args)``: from which argument on it looks at nothing itself."""
        inner, calls = self.through.inner, self.through.calls
        spread = [each for call in calls for each in call.arguments if isinstance(each, c.Spread)]
        rest = rest_of(inner, spread[0]) if spread else None
        if rest is None or any(rest_of(inner, each) != rest for each in spread):
            return None
        pattern = inner.parameters[rest].pattern
        binding = self.module.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
        return rest if binding is not None and len(self.uses_of(binding)) == len(spread) == len(calls) else None

    def uses_of(self, binding: Binding) -> list[c.Name]:
        """Where a name is used, as far as that runs."""
        return [use for use in binding.references if not any(span.contains(use.span) for span in self.never)]

    def more(self, at: c.Code) -> Refused:
        return refused(
            f"The wrapper {self.through.name}() needs the request itself here, which an action has not.",
            self.module,
            at,
        )

    def use(self) -> Use:
        given = self.calls()
        self.check_answers()
        passed = [id(name) for call in self.through.calls for name in map(_name, call.arguments) if name is not None]
        request, context = self.bindings.get("request"), self.bindings.get("context")
        if request is not None:
            live = self.uses_of(request)
            passed += [id(each) for each in request.references if each not in live]
        parts = Parts()
        if request is not None:
            try:
                parts = PartsReader(self.project, self.allows, with_body=True).of(self.module, request, passed)
            except More as more:
                if more.header:
                    raise refused(
                        f"The wrapper {self.through.name}() lets callers in by the header {more.header}: that is how "
                        "other programs call it.",
                        more.module,
                        more.at,
                    ) from more
                raise refused(
                    f"The wrapper {self.through.name}() needs the request itself here, which an action has not.",
                    more.module,
                    more.at,
                ) from more
        looks = context is not None and any(id(each) not in passed for each in self.uses_of(context))
        return Use(self.wrapper, self.through.name, parts, looks or self.must_have(), given, self.rest == 0)

    def calls(self) -> tuple[Given, ...]:
        """What the handler is given, the same by every call."""
        found: set[tuple[Given, ...]] = {
            tuple(each for argument in call.arguments for each in self.kinds(argument)) for call in self.through.calls
        }
        if len(found) != 1:
            raise refused(
                f"The wrapper {self.through.name}() calls its handler in more than one way.",
                self.module,
                self.through.calls[-1],
            )
        return found.pop()

    def check_answers(self) -> None:
        """Refuses a wrapper whose own answers can't be seen, or that adds to those of its handler."""
        for code in c.walk(self.through.inner):
            match code:
                case c.Call(
                    callee=c.Member(object=c.Member(name="headers"), name="set" | "append"), arguments=(first, *_)
                ):
                    name = literal(self.module, first) if not isinstance(first, c.Spread) else None
                    if name is None or not goes_unread(name):
                        raise refused(
                            f"The wrapper {self.through.name}() sets response headers, which an action can't.",
                            self.module,
                            code,
                        )
                case _:
                    pass
        own = list(own_answers(self.through))
        if own and returned_by(self.project, self.module, own) is None:
            raise refused(f"What the wrapper {self.through.name}() answers here can't be told.", self.module, own[0])

    def kinds(self, argument: c.Expression | c.Spread) -> tuple[Given, ...]:
        if isinstance(argument, c.Spread) and self.rest is not None:
            return self.given[self.rest :]
        return (self.kind(argument),)

    def kind(self, argument: c.Expression | c.Spread) -> Given:
        name = _name(argument)
        binding = self.module.scopes.binding(name) if name is not None else None
        for kind, each in self.bindings.items():
            if binding is each:
                return kind
        return "made"

    def must_have(self) -> bool:
        """Whether the function wants a second argument."""
        parameters = self.through.inner.parameters
        return (
            len(parameters) > 1
            and not parameters[1].is_rest
            and not parameters[1].is_optional
            and parameters[1].default is None
        )

    def allows(self, header: str) -> bool:
        """Whether nobody sends a header: no browser, and no middleware on the way."""
        name = header.lower()
        differs = name in _DIFFERENT or name.startswith(("sec-", "next-", "rsc", "x-nextjs-"))
        return not differs and not self.is_set(name)

    def is_set(self, header: str) -> bool:
        """Whether middleware may set a header for the handlers behind it."""
        if self.app.middleware is None:
            return False
        seen = [self.app.middleware]
        for path in seen:
            source, surface = self.project.source(path), self.project.surface(path)
            if source is None or surface is None or len(seen) > _FILES or header in source.text().lower():
                return True
            for each in surface.imports:
                target = self.project.resolve(path, each.source)
                if target is not None and target not in seen:
                    seen.append(target)
        return False


def _name(argument: c.Expression | c.Spread) -> c.Name | None:
    bare = c.bare(argument) if not isinstance(argument, c.Spread) else None
    return bare if isinstance(bare, c.Name) else None

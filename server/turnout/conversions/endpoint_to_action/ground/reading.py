"""One handler while its inputs are read: which of its code runs, and which of its names can become parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from turnout.conversions.endpoint_to_action.ground.inputs import Inputs
from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.project.routes import Segment
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span


class Reading:
    """What all that read one handler share; ``inputs`` is what they have found."""

    def __init__(
        self,
        project: Snapshot,
        module: Module,
        function: c.Function,
        statements: Sequence[c.Code],
        *,
        is_api_route: bool,
    ) -> None:
        self.project = project
        self.module = module
        self.function = function
        self.statements = tuple(statements)
        """Those that run for the method."""
        self.is_api_route = is_api_route
        self.inputs = Inputs()
        self.keeps_entry = False
        """Whether the endpoint stays for others, who send headers that no action gets."""
        self.session: c.Name | None = None
        """What gives the session, where a wrapper put it into ``req.auth``."""
        self.method = ""
        """What it answers: ``POST``; empty where it tells methods apart itself."""
        self.path: tuple[Segment, ...] = ()
        """The path that it answers; empty where that can't be told."""
        self.session_reads: list[c.Expression] = []
        self.taken = {binding.name for binding in module.scopes.all if function.span.contains(binding.site.span)}
        self.taken |= {name.name for name in c.walk(function) if isinstance(name, c.Name)}

    def references(self, binding: Binding | None) -> Iterator[c.Name]:
        """The uses of a name in the statements that run."""
        if binding is None:
            return
        for reference in binding.references:
            if any(each.span.contains(reference.span) for each in self.statements):
                yield reference

    def above(self, code: c.Code) -> c.Code | None:
        return self.module.parents.get(id(code))

    def type_of_parameter(self, name: c.Expression) -> c.Type | None:
        """What the handler says its request is."""
        binding = self.module.scopes.binding(name) if isinstance(name, c.Name) else None
        found = (each.type for each in self.function.parameters if binding is not None and each.pattern is binding.site)
        return next(found, None)

    def drop(self, declarator: c.Declarator) -> None:
        """A statement that only reads an input goes: its parameter does that now."""
        self.inputs.gone.append(self.statement_of(declarator).span)

    def put(self, code: c.Code, text: str) -> None:
        """An input read in place gets its new words."""
        above = self.above(code)
        if isinstance(above, c.Property) and above.value is code and above.key is not None:
            if above.key == text:
                self.inputs.replaced.append(Replace(above.span, (text,)))  # { id: params.id } is { id }
                return
            if above.shorthand:
                self.inputs.replaced.append(Replace(above.span, (f"{above.key}: {text}",)))
                return
        self.inputs.replaced.append(Replace(grouped(self.module, code), (text,)))

    def settle_session(self) -> None:
        """``req.auth`` becomes ``await auth()``, or a constant when it is read more than once."""
        if self.session is None or not self.session_reads:
            return
        self.inputs.session = self.session
        call = f"await {self.session.name}()"
        first = self.session_reads[0]
        if len(self.session_reads) == 1 and self.module.function_around(first) is self.function:
            is_whole = isinstance(self.above(first), (c.Declarator, c.Call, c.Return, c.Property))
            self.put(first, call if is_whole else f"({call})")
            return
        local = self.free_name("session")
        self.inputs.first = f"const {local} = {call}"
        for read in self.session_reads:
            self.put(read, local)

    def statement_of(self, declarator: c.Declarator) -> c.Declare:
        above = self.above(declarator)
        if not isinstance(above, c.Declare) or len(above.declarators) != 1:
            raise refused("The handler declares an input together with other things.", self.module, declarator)
        return above

    def is_alone(self, declarator: c.Declarator) -> bool:
        above = self.above(declarator)
        return isinstance(above, c.Declare) and len(above.declarators) == 1

    def fits(self, declarator: c.Declarator) -> bool:
        """Whether the names of a declaration can become parameters: no other name of the function is the same."""
        around = self.module.function_around(declarator)
        bindings = [self.module.scopes.binding(name) for name in c.bound_names(declarator.pattern)]
        is_written = any(each is None or each.writes for each in bindings)
        # A function inside may run more than once, and each time begins with what was sent.
        if around is not self.function and (is_written or around is None or not around.is_async):
            return False
        names = {name.name for name in c.bound_names(declarator.pattern)}
        own = {id(name) for name in c.bound_names(declarator.pattern)}
        others = {
            binding.name
            for binding in self.module.scopes.all
            if self.function.span.contains(binding.site.span)
            and id(binding.site) not in own
            and any(each.span.contains(binding.site.span) for each in self.statements)
        }
        outer = {name.name for name, _ in self.module.scopes.free(self.function)}
        return not names & (others | outer)

    def free_name(self, wanted: str) -> str:
        """A name for a parameter that nothing in the handler has."""
        first, *others = [part for part in re.split(r"[^\w$]+", wanted) if part] or ["value"]
        name = first + "".join(part.capitalize() for part in others)
        if not name.isidentifier() or name in ("class", "default", "new", "in", "delete", "function", "return"):
            name = f"{name}Value" if name.isidentifier() else "value"
        for candidate in (name, f"{name}Value", f"{name}Param", f"given{name[:1].upper()}{name[1:]}"):
            if candidate not in self.taken:
                self.taken.add(candidate)
                return candidate
        return self.free_name(wanted + "_")


def grouped(module: Module, code: c.Code) -> Span:
    """The span of an expression with the parentheses that are around it alone: ``(await x)`` in ``(await x).y``."""
    data = module.source.data
    above = module.parents.get(id(code))
    span = code.span
    if isinstance(above, c.Call) and above.callee is not code:
        return span
    if isinstance(above, (c.New, c.If, c.While, c.Switch, c.For, c.ForEach, c.Function)):
        if not isinstance(above, c.Function) or above.body is not code:
            return span
    while True:
        start, end = span.start, span.end
        while start > 0 and data[start - 1 : start].isspace():
            start -= 1
        while data[end : end + 1].isspace():
            end += 1
        if data[start - 1 : start] == b"(" and data[end : end + 1] == b")":
            if above is not None and not (above.span.start <= start - 1 and end + 1 <= above.span.end):
                if not isinstance(above, (c.Return, c.ExpressionStatement, c.Declarator)):
                    return span
            span = Span(start - 1, end + 1)
            continue
        return span

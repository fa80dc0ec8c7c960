"""The work of a wrapper as a function that wrapper and action share: what it is given, what it gives.

It is written once, beside the wrapper, which calls it from then on; the next conversion finds it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from turnout.conversions.endpoint_to_action.ground.inputs import Carrier, Widened
from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.ground.type_text import split
from turnout.conversions.endpoint_to_action.ground.types import Types, TypeText
from turnout.conversions.endpoint_to_action.handlers.handed import Untyped, type_of, widened_by, without_argument
from turnout.conversions.endpoint_to_action.handlers.layers import (
    Argument,
    Asked,
    Extraction,
    Gives,
    Keys,
    Option,
    Shared,
    base_name,
)
from turnout.conversions.endpoint_to_action.handlers.responses import Made, returned_by
from turnout.conversions.endpoint_to_action.handlers.segments_read import read_by_option
from turnout.conversions.endpoint_to_action.handlers.wrappers import Wrapped
from turnout.conversions.endpoint_to_action.wrappers.known import known_call
from turnout.conversions.imports import fresh_name
from turnout.model import code as c
from turnout.model.scope import Binding
from turnout.project.routes import Segment
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript


def shared_of(project: Snapshot, wrapped: Wrapped, segments: Sequence[Segment] = ()) -> Shared | None:
    """The function, there already or to be written; None for a wrapper that does nothing before its handler.

    ``segments`` are those of the endpoint's URL: what is given all of them as one object.
    """
    if not wrapped.work:
        return None
    names = tuple(each.name for each in segments if each.kind != "static")
    whole = names if all(each.kind in ("static", "dynamic") for each in segments) else None
    known = known_call(project, wrapped, whole) if wrapped.covered is None else None
    return known or _Deciding(project, wrapped, whole).shared()


class _Deciding:
    def __init__(self, project: Snapshot, wrapped: Wrapped, segments: tuple[str, ...] | None) -> None:
        self.project = project
        self.segments = segments
        self.wrapped = wrapped
        self.module = wrapped.module
        self.work = wrapped.moved

    def shared(self) -> Shared:
        names = tuple(self.wrapped.made)
        refusal = self.refusal()
        parameters: list[str] = []
        passed: list[str] = []
        arguments: list[Argument] = []
        replaced: list[Replace] = []
        for binding in self.needed():
            role = self.wrapped.roles.binding_role(binding)
            if role is not None and role.kind == "request":
                parts = self.wrapped.asked
                if not parts.members:
                    replaced += self.left_out(binding)
                    continue
                kind = type_of(self.module, self.request_annotation(binding), parts) if self.is_typed else None
                parameters.append(f"{binding.name}: {kind}" if kind is not None else binding.name)
                passed.append(binding.name)
                arguments.append(Asked(parts))
            elif role is not None and role.kind in ("params", "search"):
                carrier: Carrier = "segment" if role.kind == "params" else "query"
                kind = self.request_type(binding, carrier)
                parameters.append(f"{binding.name}: {kind.text}" if kind is not None else binding.name)
                passed.append(binding.name)
                arguments.append(Keys(carrier, self.keys_of(binding, carrier, kind)))
            elif role is not None or binding.kind != "parameter":
                raise refused(
                    f'The work of {self.wrapped.name}() needs "{binding.name}", which an action has not.',
                    self.module,
                    binding.site,
                )
        for parameter, value in self.wrapped.options:
            if not self.is_used(parameter):
                continue
            parameters.append(self.module.source.text(parameter.span))
            passed.append(self.passed_on(parameter))
            arguments.append(Option(value))
        while arguments and isinstance(last := arguments[-1], Option) and last.value is None:
            arguments.pop()
        gives: Gives = "object" if len(names) > 1 else "one" if names else "nothing"
        verb = "check" if refusal is not None else "require" if self.throws() else "load"
        name = fresh_name(self.module, verb + base_name(self.wrapped), f"{verb}{base_name(self.wrapped)}Context")
        is_async = any(isinstance(code, c.Await) for each in self.work for code in c.walk(each))
        extraction = Extraction(name, tuple(parameters), tuple(passed), self.type_parameters(parameters))
        return Shared(extraction, tuple(arguments), gives, names, is_async, refusal, self.widened(), tuple(replaced))

    @property
    def is_typed(self) -> bool:
        return is_typescript(self.module.path)

    def request_annotation(self, binding: Binding) -> c.Type | None:
        return next((each.type for each in self.wrapped.inner.parameters if each.pattern is binding.site), None)

    def widened(self) -> tuple[Widened, ...]:
        """The functions that are given as much of the request as the work is."""
        try:
            parts = self.wrapped.asked
            return tuple(widened_by(parts.taken, is_given=bool(parts.members)))
        except Untyped as untyped:
            raise refused(
                f"The wrapper {self.wrapped.name}() needs the request itself here, which an action has not.",
                untyped.module,
                untyped.at,
            ) from untyped

    def left_out(self, binding: Binding) -> Iterator[Replace]:
        """The request, where nothing that it is given to looks at it."""
        for use in binding.references:
            call = self.module.parents.get(id(use))
            if isinstance(call, c.Call) and any(each.span.contains(use.span) for each in self.work):
                yield without_argument(call, use)

    def throws(self) -> bool:
        """Whether the work lets some callers pass only, as far as it shows."""
        return any(
            isinstance(code, c.Throw)
            or (
                isinstance(code, c.Call)
                and (c.last_name(code.callee) or "").startswith(("require", "ensure", "assert"))
            )
            for each in self.work
            for code in c.walk(each)
        )

    def refusal(self) -> Made | None:
        """What the work answers itself."""
        returned = [
            code.value
            for each in self.work
            for code in c.walk(each)
            if isinstance(code, c.Return)
            and code.value is not None
            and self.module.function_around(code) is self.wrapped.inner
        ]
        if not returned:
            return None
        made = returned_by(self.project, self.module, returned)
        if made is None or made.outcome != "failure":
            raise refused(
                f"What the wrapper {self.wrapped.name}() answers here can't be told.", self.module, returned[0]
            )
        return made

    def needed(self) -> list[Binding]:
        """What the work needs that is declared around it, in the wrapper."""
        found: dict[int, Binding] = {}
        options = [parameter.span for parameter, _ in self.wrapped.options]
        for statement in self.work:
            for _, binding in self.module.scopes.free(statement):
                site = binding.site.span
                if binding.scope.parent is None or any(each.span.contains(site) for each in self.work):
                    continue
                if not any(span.contains(site) for span in options):
                    found.setdefault(id(binding), binding)
        order = {"request": -1, "params": 0, "search": 1}
        role_of = self.wrapped.roles.binding_role
        return sorted(found.values(), key=lambda it: order.get(role.kind, 2) if (role := role_of(it)) else 2)

    def is_used(self, parameter: c.Parameter) -> bool:
        bindings = [self.module.scopes.binding(name) for name in c.bound_names(parameter.pattern)]
        return any(
            each.span.contains(name.span)
            for binding in bindings
            if binding is not None
            for name in binding.references
            for each in self.work
        )

    def passed_on(self, parameter: c.Parameter) -> str:
        """The option, or an object of what was taken out of it."""
        pattern = parameter.pattern
        if isinstance(pattern, c.Name):
            return pattern.name
        members: list[str] = []
        for member in pattern.members if isinstance(pattern, c.ObjectPattern) else ():
            target = member.target.target if isinstance(member.target, c.Default) else member.target
            if not isinstance(target, c.Name):
                members.clear()
                break
            if isinstance(member, c.Rest):
                members.append(f"...{target.name}")
            elif member.key is not None:
                members.append(target.name if member.key == target.name else f"{member.key}: {target.name}")
        if not members:
            raise refused(f"How {self.wrapped.name}() takes its options apart can't be followed.", self.module, pattern)
        return "{ " + ", ".join(members) + " }"

    # ------------------------------------------------------------------- types

    def type_parameters(self, parameters: Sequence[str]) -> tuple[str, ...]:
        """The type parameters around the work that it needs, or that the types of its parameters have in them."""
        texts = [*parameters, *(self.module.source.text(each.span) for each in self.work)]
        found: list[str] = []
        for code in c.walk(self.wrapped.statement):
            if not isinstance(code, c.Function) or code.type_parameters is None:
                continue
            if not code.span.contains(self.wrapped.inner.span):
                continue
            for each in split(self.module.source.text(code.type_parameters.span).strip()[1:-1], ","):
                declared = split(each, "=")[0].strip()
                if declared and any(re.search(rf"\b{re.escape(declared.split()[0])}\b", text) for text in texts):
                    found.append(declared)
        return tuple(found)

    def request_type(self, binding: Binding, carrier: Carrier) -> TypeText | None:
        """The type of the segments as the wrapper has it."""
        if not is_typescript(self.module.path):
            return None
        types = Types(self.project)
        if isinstance(binding.value, c.Cast) and binding.value.form == "as" and binding.value.type is not None:
            return TypeText(self.module.source.text(binding.value.type.span), self.module)
        if carrier == "segment":
            for parameter in self.wrapped.inner.parameters[1:2]:
                if parameter.type is not None:
                    whole = TypeText(self.module.source.text(parameter.type.span), self.module)
                    found = types.awaited(types.member(whole, "params"))
                    if found is not None and found.module is self.module:
                        return found
        return TypeText("Record<string, string>", self.module)

    def keys_of(self, binding: Binding, carrier: Carrier, kind: TypeText | None) -> tuple[str, ...]:
        """The keys that the work reads, or all that the type wants."""
        if kind is not None and (members := Types(self.project).members(kind)) is not None:
            return tuple(members)
        found: dict[str, None] = {}
        for name in binding.references:
            if not any(each.span.contains(name.span) for each in self.work):
                continue
            above = self.module.parents.get(id(name))
            match above:
                case c.Member(name=key):
                    found[key] = None
                case c.Declarator(pattern=c.ObjectPattern(members=members)) if all(
                    isinstance(member, c.PatternProperty) and member.key for member in members
                ):
                    found.update(
                        {member.key or "": None for member in members if isinstance(member, c.PatternProperty)}
                    )
                case c.Call() if (read := read_by_option(above, self.wrapped.options)) is not None:
                    found.update(dict.fromkeys(read))
                case c.Call() if carrier == "segment" and self.segments is not None:
                    found.update(dict.fromkeys(self.segments))
                case _:
                    raise refused(
                        f"The wrapper {self.wrapped.name}() uses its {'segments' if carrier == 'segment' else 'query'} "
                        "as a whole.",
                        self.module,
                        name,
                    )
        return tuple(found)

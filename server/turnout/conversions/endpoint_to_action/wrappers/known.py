"""The shared function of a wrapper that has one already: made by an earlier conversion, or by its authors."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.ground.inputs import Carrier
from turnout.conversions.endpoint_to_action.ground.types import Types, TypeText
from turnout.conversions.endpoint_to_action.handlers.layers import (
    Argument,
    Asked,
    Gives,
    Keys,
    Option,
    Place,
    Shared,
    place_of,
)
from turnout.conversions.endpoint_to_action.handlers.request_parts import More, Parts, PartsReader
from turnout.conversions.endpoint_to_action.handlers.responses import Made, is_response, joined, returned_by
from turnout.conversions.endpoint_to_action.handlers.segments_read import read_by_option
from turnout.conversions.endpoint_to_action.handlers.wrappers import Wrapped
from turnout.model import code as c
from turnout.project.snapshot import Snapshot


def known_call(project: Snapshot, wrapped: Wrapped, segments: tuple[str, ...] | None) -> Shared | None:
    """``const { team } = await requireTeam(params)`` is all of the wrapper's work, with what guards it; else None."""
    return _Known(project, wrapped, segments).call()


class _Known:
    def __init__(self, project: Snapshot, wrapped: Wrapped, segments: tuple[str, ...] | None) -> None:
        self.project = project
        self.segments = segments
        self.wrapped = wrapped
        self.module = wrapped.module
        self.work = wrapped.work

    def call(self) -> Shared | None:
        """The work that is one call already: ``const { team } = await requireTeam(params)``, and what guards it."""
        names = tuple(self.wrapped.made)
        first, *rest = self.work
        declarator = first.declarators[0] if isinstance(first, c.Declare) and len(first.declarators) == 1 else None
        value = declarator.value if declarator is not None else None
        if isinstance(first, c.ExpressionStatement):
            value = first.expression
        call = c.bare(value) if value is not None else None
        call = c.bare(call.value) if isinstance(call, c.Await) else call
        if not isinstance(call, c.Call) or not isinstance(call.callee, c.Name):
            return None
        place = place_of(self.project, self.module, call.callee)
        pattern = declarator.pattern if declarator is not None else None
        if place is None:
            return None
        refusal: Made | None = None
        if rest:
            if not isinstance(pattern, c.Name) or not self.is_guard(rest[0], pattern):
                return None
            refusal = self.refusal_of(place)
            if refusal is None:
                return None
            match rest[1:]:
                case []:
                    pass
                case [
                    c.Declare(declarators=(c.Declarator(value=c.Name(name=name), pattern=c.ObjectPattern() as inner),))
                ]:
                    if name != pattern.name:
                        return None
                    pattern = inner
                case _:
                    return None
        arguments = self.known_arguments(call)
        if arguments is None:
            return None
        gives = self.given_by(pattern, names)
        is_async = isinstance(c.bare(value) if value is not None else None, c.Await)
        return Shared(place, arguments, gives, names, is_async, refusal) if gives is not None else None

    def given_by(self, pattern: c.Pattern | None, names: tuple[str, ...]) -> Gives | None:
        match pattern:
            case None:
                return "nothing"
            case c.Name(name=name):
                return "one" if names == (name,) else "nothing" if not names else None
            case c.ObjectPattern(members=members) if all(
                isinstance(member, c.PatternProperty) and member.shorthand for member in members
            ):
                return "object"
            case _:
                return None

    def is_guard(self, statement: c.Statement, name: c.Name) -> bool:
        """``if (context instanceof Response) return context;``, or of something that is nothing else."""
        if not isinstance(statement, c.If) or statement.otherwise is not None:
            return False
        body = statement.then.body if isinstance(statement.then, c.Block) else (statement.then,)
        match body:
            case (c.Return(value=c.Name(name=returned)),) if returned == name.name:
                pass
            case _:
                return False
        match c.bare(statement.test):
            case c.Binary(operator="instanceof", left=c.Name(name=tested), right=c.Name(name=kind)):
                return tested == name.name and is_response(self.module, kind)
            case c.Name(name=tested):
                return tested == name.name
            case _:
                return False

    def refusal_of(self, place: Place) -> Made | None:
        value = place.module.top_level.get(place.name)
        function = c.bare(value) if value is not None else None
        if not isinstance(function, c.Function):
            return None
        returned = [
            code.value for code in c.walk_own(function) if isinstance(code, c.Return) and code.value is not None
        ]
        found = [made for each in returned if (made := returned_by(self.project, place.module, [each])) is not None]
        return joined(found)

    def known_arguments(self, call: c.Call) -> tuple[Argument, ...] | None:
        found: list[Argument] = []
        for argument in call.arguments:
            if isinstance(argument, c.Spread):
                return None
            role = self.wrapped.roles.of(argument)
            if role.kind in ("params", "search") and isinstance(argument, c.Name):
                carrier: Carrier = "segment" if role.kind == "params" else "query"
                keys = self.read_by(call, len(found))
                if keys is None:
                    return None
                found.append(Keys(carrier, keys))
                continue
            if role.kind == "request" and isinstance(argument, c.Name):
                parts = self.parts_of(call, argument)
                if parts is None:
                    return None
                found.append(Asked(parts))
                continue
            option = next((each for each in self.wrapped.options if self.is_passed(argument, each[0])), None)
            if option is None:
                return None
            found.append(Option(option[1]))
        while found and isinstance(last := found[-1], Option) and last.value is None:
            found.pop()
        return tuple(found)

    def parts_of(self, call: c.Call, request: c.Expression) -> Parts | None:
        """What a function that takes less than a whole request reads of it."""
        try:
            parts = PartsReader(self.project).called(self.module, call, request)
        except More:
            return None
        taken = parts.taken[-1]
        kind = taken.parameter.type
        is_less = kind is None or taken.module.source.text(kind.span).startswith("{")
        return parts if is_less and not parts.needs_class else None

    def is_passed(self, argument: c.Expression, parameter: c.Parameter) -> bool:
        """Whether an argument is an option of the wrapper, as a whole or put together again."""
        if isinstance(parameter.pattern, c.Name):
            return isinstance(argument, c.Name) and argument.name == parameter.pattern.name
        own = {name.name for name in c.bound_names(parameter.pattern)}
        if not isinstance(argument, c.Object):
            return False
        values = [member.value for member in argument.members]
        return bool(values) and all(isinstance(value, c.Name) and value.name in own for value in values)

    def read_by(self, call: c.Call, index: int) -> tuple[str, ...] | None:
        """The keys that a function reads of one of its parameters."""
        place = place_of(self.project, self.module, call.callee) if isinstance(call.callee, c.Name) else None
        value = place.module.top_level.get(place.name) if place is not None else None
        function = c.bare(value) if value is not None else None
        if place is None or not isinstance(function, c.Function) or index >= len(function.parameters):
            return None
        parameter = function.parameters[index]
        if parameter.type is not None:
            kind = TypeText(place.module.source.text(parameter.type.span), place.module)
            if (members := Types(self.project).members(kind)) is not None:
                return tuple(members)
        pattern = parameter.pattern
        if isinstance(pattern, c.ObjectPattern):
            keys = [member.key for member in pattern.members if isinstance(member, c.PatternProperty) and member.key]
            return tuple(keys) if len(keys) == len(pattern.members) else None
        binding = place.module.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
        found: dict[str, None] = {}
        for name in binding.references if binding is not None else ():
            above = place.module.parents.get(id(name))
            match above:
                case c.Member(name=key):
                    found[key] = None
                case c.Call() if (read := read_by_option(above, self.options_of(call, function))) is not None:
                    found.update(dict.fromkeys(read))
                case c.Call() if self.is_params(call.arguments[index]) and self.segments is not None:
                    found.update(dict.fromkeys(self.segments))
                case _:
                    return None
        return tuple(found)

    def is_params(self, argument: c.Expression | c.Spread) -> bool:
        return not isinstance(argument, c.Spread) and self.wrapped.roles.of(argument).kind == "params"

    def options_of(self, call: c.Call, function: c.Function) -> list[tuple[c.Parameter, c.Expression | None]]:
        """The parameters of the shared function that are options of the wrapper."""
        return [
            (parameter, option[1])
            for parameter, argument in zip(function.parameters, call.arguments, strict=False)
            for option in self.wrapped.options
            if not isinstance(argument, c.Spread) and self.is_passed(argument, option[0])
        ]

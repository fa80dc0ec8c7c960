"""What the endpoint goes on reading of its request, and what the function is given of it.

Segments, query and an API route's body cost nothing to read: the endpoint reads them first and passes them. A JSON
body may be broken, and who sends one without being signed in must hear the same as before: so the function reads it
where the handler did, by ``readBody()``, unless the handler began with it.
"""

from __future__ import annotations

from dataclasses import replace

from turnout.conversions.endpoint_kept.context import Contexts
from turnout.conversions.endpoint_kept.planned import Taking
from turnout.conversions.endpoint_to_action.ground.inputs import Body, Inputs, Scalar
from turnout.conversions.endpoint_to_action.ground.pieces import Part, Replace, property_name
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.handler import Handler
from turnout.conversions.endpoint_to_action.handlers.layers import Keys
from turnout.conversions.endpoint_to_action.planned import Member, Parameters
from turnout.conversions.imports import names_in
from turnout.model import code as c
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.span import Span

READ_BODY = "readBody"


def taking_of(handler: Handler, parameters: Parameters) -> Taking:
    """Decide it; ``parameters`` are those of the action. Refuses what can't be passed on as it was."""
    return _Taking(handler, parameters).decide()


class _Taking:
    def __init__(self, handler: Handler, parameters: Parameters) -> None:
        self.handler = handler
        self.module = handler.module
        self.inputs = handler.inputs
        self.given = parameters
        self.is_typed = is_typescript(handler.module.path)
        self.members: list[Member] = []
        self.arguments: dict[str, str] = {}
        self.statements: list[c.Statement] = []
        self.made: dict[str, str] = {}
        self.renamed: dict[Span, str] = {}
        self.contexts = Contexts(handler, names_in(handler.module))
        self.readers = [
            code
            for live in handler.live
            for code in c.walk(live)
            if isinstance(code, c.Declare) and code.span in handler.inputs.gone
        ]

    def decide(self) -> Taking:
        for (layer, name), local in self.inputs.made.items():
            self.given_by_wrapper(layer, name, local)
        for scalar in self.inputs.scalars:
            self.scalar(scalar)
        body, inputs, reads = self.inputs.body, self.inputs, frozenset[str]()
        if body is not None:
            own = [each for each in self.given.members if not self.is_scalar(each)]
            if self.is_read_first(body, own):
                self.passed(own)
            else:
                reads = frozenset(each.key for each in own)
                inputs = self.read_inside(body, own)
        base = self.given.base_type if body is not None and not reads else None
        is_object = len(self.members) > 1 or base is not None or (not reads and self.given.is_object)
        statements = tuple(sorted(self.statements, key=lambda each: each.span))
        return Taking(
            inputs,
            Parameters(tuple(self.members), is_object, base),
            statements,
            dict(self.arguments),
            reads,
            body is not None and _is_split(body, [each for each in self.given.members if each.key in reads]),
            dict(self.made),
            tuple(self.contexts.found.values()),
            dict(self.renamed),
        )

    def is_scalar(self, member: Member) -> bool:
        return any(each.key == member.key and each.local == member.local for each in self.inputs.scalars)

    # ---------------------------------------------------------------- wrappers

    def given_by_wrapper(self, layer: int, name: str, local: str) -> None:
        """``team``, of the type that the wrapper says it has."""
        kind = self.contexts.type_of(layer, name) if self.is_typed else None
        self.members.append(Member(name, local, None, kind, None))
        taken = {each.local for each in self.given.members}
        self.made[name] = name if name not in taken else f"own{name[:1].upper()}{name[1:]}"
        if local.isidentifier():
            self.arguments[name] = self.text_of(local, name)
            return
        for code in (code for each in self.handler.function.parameters for code in c.walk(each)):
            if isinstance(code, c.PatternProperty) and self.module.source.text(code.target.span) == local:
                self.renamed[code.span] = name
                self.arguments[name] = name
                return
        raise self.unknown(name)

    # ------------------------------------------------------ segments and query

    def scalar(self, scalar: Scalar) -> None:
        if not self.is_read(scalar):
            return
        kind = "string"
        if not self.handler.is_route_handler:
            kind = "string | string[] | undefined"
        elif scalar.carrier == "query":
            kind = f"string | {scalar.absent}"
        if scalar.default is not None:
            kind = kind.removesuffix(" | undefined")
        types = (kind,) if self.is_typed else None
        self.members.append(Member(scalar.key, scalar.local, None, types, scalar.default))
        self.arguments[scalar.key] = self.text_of(scalar.local, scalar.key)

    def is_read(self, scalar: Scalar) -> bool:
        """Whether the handler itself uses the value: a wrapper may be the only one who does."""
        is_asked = any(
            isinstance(argument, Keys) and argument.carrier == scalar.carrier and scalar.key in argument.keys
            for layer in self.handler.layers
            for argument in (layer.shared.arguments if layer.shared is not None else ())
        )
        is_put = any(each.parts == (scalar.local,) for each in self.inputs.replaced)
        return (
            not is_asked or is_put or any(scalar.local == name.name for each in self.readers for name in _names(each))
        )

    # -------------------------------------------------------------------- body

    def is_read_first(self, body: Body, own: list[Member]) -> bool:
        """Whether nothing can come before the body, so that the endpoint may read it before it calls the function."""
        if not self.handler.is_route_handler:
            if body.form != "json" or any(each.pattern is not None for each in own):
                raise refused("How the endpoint reads its body can't be kept apart.", self.module, body.at)
            return True
        if any(each.pattern is not None for each in own) or len(own) != (len(body.fields) if body.fields else 1):
            return False
        read = self.read_of(body)
        for statement in self.handler.function.statements:
            if statement not in self.readers:
                return False
            if statement.span.contains(read.span):
                return True
        return False

    def passed(self, own: list[Member]) -> None:
        for member in own:
            self.members.append(member)
            self.arguments[member.key] = self.text_of(member.local, member.key)

    def read_inside(self, body: Body, own: list[Member]) -> Inputs:
        """The handler's own reading stays where it is, by another name."""
        read, whole = self.read_of(body), self.read_of(body)
        current: c.Code = read
        while isinstance(above := self.module.parents.get(id(current)), c.Cast) and above.form in ("as", "<>"):
            whole, current = above, above
        names = {each.local for each in body.fields or ()} | {name for name in (body.local,) if name is not None}
        back = [
            each
            for each in self.readers
            if each.span.contains(read.span) or names & {name.name for name in _names(each)}
        ]
        if any(each.kind != "const" and not each.span.contains(read.span) for each in back):
            raise refused("How the handler reads its body can't be kept apart.", self.module, body.at)
        spans = {each.span for each in back}
        call = self.module.source.text(c.bare(read.value).span)
        self.members.append(Member(READ_BODY, READ_BODY, None, self.reading_type(body, own), None))
        self.arguments[READ_BODY] = f"() => {call}"
        return replace(
            self.inputs,
            gone=[each for each in self.inputs.gone if each not in spans],
            replaced=[
                *(each for each in self.inputs.replaced if not each.span.contains(read.span)),
                Replace(whole.span, (f"await {READ_BODY}()",)),
            ],
        )

    def read_of(self, body: Body) -> c.Await:
        """``await request.json()``"""
        parameters = {id(binding) for binding in self.request_bindings()}
        for code in (code for live in self.handler.live for code in c.walk(live)):
            call = c.bare(code.value) if isinstance(code, c.Await) else None
            if not isinstance(code, c.Await) or not isinstance(call, c.Call):
                continue
            if not any(span.contains(code.span) for span in self.taken()):
                continue
            is_read = any(isinstance(each, c.Member) and each.name in ("json", "formData") for each in c.walk(code))
            given = [each for each in c.walk(call) if isinstance(each, c.Name)]
            is_own = any(id(self.module.scopes.binding(each)) in parameters for each in given)
            if is_own and (is_read or len(call.arguments) == 1):
                return code
        raise refused("How the handler reads its body can't be kept apart.", self.module, body.at)

    def taken(self) -> list[Span]:
        return [*self.inputs.gone, *(each.span for each in self.inputs.replaced)]

    def request_bindings(self) -> list[object]:
        names = (name for each in self.handler.function.parameters for name in c.bound_names(each.pattern))
        return [self.module.scopes.binding(name) for name in names]

    def reading_type(self, body: Body, own: list[Member]) -> tuple[Part, ...] | None:
        """``() => Promise<{ title: string }>``"""
        if not self.is_typed:
            return None
        if body.type is not None:
            return ("() => Promise<", body.type, ">")
        if body.fields is None or any(each.pattern is not None for each in own) or not _is_split(body, own):
            inner = own[0].type or ("any",)
            return ("() => Promise<", *inner, ">")
        style = Style.of(self.module.source)
        parts: list[Part] = []
        for member in own:
            optional = "?" if member.is_optional or member.default is not None else ""
            parts += ["; "] if parts else []
            parts += [f"{property_name(member.key, style)}{optional}: ", *self.field_type(member)]
        return ("() => Promise<{ ", *parts, " }>")

    def field_type(self, member: Member) -> tuple[Part, ...]:
        """The type that callers send, else that of the default."""
        if member.type is not None and member.type != ("any",):
            return member.type
        text = self.module.source.text(member.default) if member.default is not None else ""
        if text in ("true", "false"):
            return ("boolean",)
        return ("string",) if text[:1] in ("'", '"') else ("number",) if text.isdigit() else ("any",)

    # ------------------------------------------------------------- expressions

    def text_of(self, local: str, key: str) -> str:
        """What the endpoint has for a value; the statements that it needs for that stay."""
        if any(name.name == local for each in self.handler.function.parameters for name in c.bound_names(each.pattern)):
            return local
        for reader in self.readers:
            if any(name.name == local for name in _names(reader)):
                self.keep(reader)
                return local
        put = next((each for each in self.inputs.replaced if each.parts == (local,)), None)
        if put is None and self.inputs.whole_segments and key.isidentifier():
            return self.of_segments(self.inputs.whole_segments[0], key)
        if put is None:
            raise self.unknown(key)
        codes = [code for live in self.handler.live for code in c.walk(live) if put.span.contains(code.span)]
        if codes and isinstance(codes[0], c.Property):
            codes = [code for code in codes if codes[0].value.span.contains(code.span)]  # type: ignore[union-attr]
        if not codes:
            raise self.unknown(key)
        for code in codes:
            if isinstance(code, c.Name):
                self.needs(code, key)
        return self.module.source.text(codes[0].span)

    def of_segments(self, whole: c.Expression, key: str) -> str:
        """``(await params).id``"""
        for code in c.walk(whole):
            if isinstance(code, c.Name):
                self.needs(code, key)
        text = self.module.source.text(whole.span)
        return f"({text}).{key}" if isinstance(whole, c.Await) else f"{text}.{key}"

    def keep(self, reader: c.Declare) -> None:
        if reader in self.statements:
            return
        self.statements.append(reader)
        for code in c.walk(reader):
            if isinstance(code, c.Name) and not any(code is name for name in _names(reader)):
                self.needs(code, code.name)

    def needs(self, name: c.Name, key: str) -> None:
        """A name that what stays uses: from outside of the handler, or read of the request, too."""
        binding = self.module.scopes.binding(name)
        if binding is None or not self.handler.function.span.contains(binding.site.span):
            return
        if any(each.span.contains(binding.site.span) for each in self.handler.function.parameters):
            return
        reader = next((each for each in self.readers if each.span.contains(binding.site.span)), None)
        if reader is None:
            raise self.unknown(key)
        self.keep(reader)

    def unknown(self, key: str) -> Refused:
        at = self.handler.function.name or self.handler.function
        return refused(f'How the endpoint reads "{key}" can\'t be kept apart from what it does.', self.module, at)


def _names(statement: c.Declare) -> list[c.Name]:
    return [name for each in statement.declarators for name in c.bound_names(each.pattern)]


def _is_split(body: Body, own: list[Member]) -> bool:
    """Whether each key of the body is a parameter of the action."""
    return [each.key for each in body.fields or ()] == [each.key for each in own]

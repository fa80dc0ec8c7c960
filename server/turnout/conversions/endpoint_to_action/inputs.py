"""What a handler reads of its request: the body, dynamic segments, the query; and headers and cookies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.conversions.endpoint_to_action.pieces import Part, Replace
from turnout.conversions.endpoint_to_action.refused import refused
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.model.strings import literal
from turnout.text.span import Span

Carrier: TypeAlias = Literal["segment", "query"]
BodyForm: TypeAlias = Literal["json", "text-json", "form"]
"""``text-json`` is ``JSON.parse(req.body)``: the caller must not name a JSON content type."""


@dataclass(frozen=True)
class Field:
    """One key taken out of the body."""

    key: str
    local: str
    default: Span | None


@dataclass(frozen=True)
class Body:
    """How the handler reads the body. ``local`` is what the whole is called, ``fields`` what is taken out of it."""

    form: BodyForm
    at: Span
    local: str | None = None
    fields: tuple[Field, ...] | None = None
    pattern: Span | None = None
    """A destructuring that is more than plain keys, to be kept as it is."""
    type: Span | None = None
    is_unknown: bool = False
    """It goes straight into a schema, which checks it."""


@dataclass(frozen=True)
class Scalar:
    """One segment or query value."""

    carrier: Carrier
    key: str
    local: str
    default: Span | None
    is_list: bool = False


@dataclass
class Inputs:
    """All that was read, and how the text changes for it."""

    body: Body | None = None
    scalars: list[Scalar] = field(default_factory=list[Scalar])
    replaced: list[Replace] = field(default_factory=list[Replace])
    gone: list[Span] = field(default_factory=list[Span])
    """Statements that only read an input: its parameter does that now."""
    next_headers: set[str] = field(default_factory=set[str])
    """``headers`` and ``cookies`` of next/headers that the text needs."""

    @property
    def locals(self) -> frozenset[str]:
        """What the handler calls the values that callers sent."""
        names = {scalar.local for scalar in self.scalars}
        if self.body is not None:
            names |= {each.local for each in self.body.fields or ()}
            names |= {self.body.local} if self.body.local is not None else set()
        return frozenset(names)


_SECRET_HEADERS = ("authorization", "x-api-key", "x-auth-token", "x-secret", "x-cron-secret", "x-signature", "x-token")
_STANDARD_HEADERS = frozenset(
    {
        "user-agent",
        "accept-language",
        "referer",
        "x-forwarded-for",
        "x-real-ip",
        "host",
        "origin",
        "x-forwarded-host",
        "x-forwarded-proto",
        "cf-connecting-ip",
        "x-vercel-ip-country",
        "x-vercel-ip-city",
        "cookie",
    }
)
_SCHEMA_CALLS = frozenset(
    {"parse", "safeParse", "parseAsync", "safeParseAsync", "validate", "validateSync", "assert", "spa", "is", "isValid"}
)


class InputReader:
    """Reads one handler, for the statements that run for its method."""

    def __init__(
        self,
        module: Module,
        function: c.Function,
        statements: Sequence[c.Code],
        segments: Sequence[str],
        is_api_route: bool,
        sync_headers: bool,
    ) -> None:
        self.module = module
        self.function = function
        self.statements = tuple(statements)
        self.segments = frozenset(segments)
        self.is_api_route = is_api_route
        self.sync_headers = sync_headers
        self.inputs = Inputs()
        self.body_reads: list[tuple[c.Expression, BodyForm]] = []
        self.reads: list[tuple[Carrier, str, c.Expression]] = []
        self.taken = {binding.name for binding in module.scopes.all if function.span.contains(binding.site.span)}
        self.taken |= {name.name for name in c.walk(function) if isinstance(name, c.Name)}
        self.dropped: dict[int, set[str]] = {}

    def read(self) -> Inputs:
        parameters = self.function.parameters
        if parameters:
            self.request_parameter(parameters[0])
        if len(parameters) > 1 and not self.is_api_route:
            self.context_parameter(parameters[1])
        self.settle_scalars()
        self.settle_body()
        return self.inputs

    # --------------------------------------------------------------- request

    def request_parameter(self, parameter: c.Parameter) -> None:
        pattern = parameter.pattern
        match pattern:
            case c.Name():
                for reference in self.references(self.module.scopes.binding(pattern)):
                    self.request(reference)
            case c.ObjectPattern(members=members):
                for member in members:
                    target = member.target
                    if isinstance(member, c.PatternProperty) and isinstance(target, c.Name):
                        binding = self.module.scopes.binding(target)
                        for reference in self.references(binding):
                            self.member_of_request(member.key or "", reference, reference)
                    else:
                        raise refused(
                            "The handler takes its request apart in a way that can't be followed.", self.module, member
                        )
            case _:
                raise refused(
                    "The handler takes its request apart in a way that can't be followed.", self.module, pattern
                )

    def references(self, binding: Binding | None) -> Iterator[c.Name]:
        """The uses of a name in the statements that run."""
        if binding is None:
            return
        for reference in binding.references:
            if any(each.span.contains(reference.span) for each in self.statements):
                yield reference

    def above(self, code: c.Code) -> c.Code | None:
        return self.module.parents.get(id(code))

    def request(self, reference: c.Name) -> None:
        above = self.above(reference)
        while isinstance(above, c.Cast):
            above = self.above(above)
        match above:
            case c.Member(name=name):
                self.member_of_request(name, above, reference)
            case c.Declarator(pattern=c.ObjectPattern(members=members)) as declarator:
                for member in members:
                    target = member.target
                    if isinstance(member, c.PatternProperty) and isinstance(target, c.ObjectPattern):
                        if member.key == "query" and self.is_api_route:
                            self.keys_of(target, declarator)
                            continue
                        if member.key == "body" and self.is_api_route and len(members) == 1:
                            self.body_pattern(target, declarator)
                            continue
                    if not isinstance(member, c.PatternProperty) or not isinstance(target, c.Name):
                        raise refused(
                            "The handler takes its request apart in a way that can't be followed.", self.module, member
                        )
                    self.inputs.gone.append(self.statement_of(declarator).span)
                    for use in self.references(self.module.scopes.binding(target)):
                        self.member_of_request(member.key or "", use, use)
            case c.Call(callee=callee):
                self.helper(above, callee, reference)
            case c.Property():
                call = next((each for each in self.module.ancestors(above) if isinstance(each, c.Call)), None)
                name = c.dotted(call.callee) if call is not None else None
                raise refused(f"The handler hands its request to {name or 'a function'}().", self.module, reference)
            case _:
                raise refused(
                    "The handler uses its request in a way that an action has no word for.", self.module, reference
                )

    def helper(self, call: c.Call, callee: c.Expression, reference: c.Name) -> None:
        name = c.dotted(callee) or ""
        if name in ("getServerSession", "unstable_getServerSession") and self.is_api_route:
            # getServerSession(req, res, authOptions) reads the same session by getServerSession(authOptions)
            if len(call.arguments) == 3:
                first, third = call.arguments[0], call.arguments[2]
                self.inputs.replaced.append(Replace(Span(first.span.start, third.span.start)))
                return
        raise refused(f"The handler hands its request to {name or 'a function'}().", self.module, call)

    def member_of_request(self, name: str, member: c.Expression, reference: c.Name) -> None:
        """``member`` is ``req.name``, or the name that it was destructured to."""
        above = self.above(member)
        match name:
            case "json" if not self.is_api_route:
                self.json_call(member, above)
            case "formData" if not self.is_api_route:
                if isinstance(above, c.Call) and isinstance(awaited := self.above(above), c.Await):
                    self.body_reads.append((awaited, "form"))
                else:
                    raise refused(
                        "The handler reads its form data in a way that can't be followed.", self.module, member
                    )
            case "nextUrl" if not self.is_api_route:
                self.url(member)
            case "url" if not self.is_api_route:
                if isinstance(above, c.New) and c.dotted(above.callee) == "URL" and len(above.arguments) == 1:
                    self.url(above)
                else:
                    raise refused("The handler uses the URL of its request.", self.module, member)
            case "headers":
                self.header(member)
            case "cookies":
                self.cookie(member)
            case "body" if self.is_api_route:
                self.api_body(member, above)
            case "query" if self.is_api_route:
                self.query_object(member)
            case "signal":
                raise refused(
                    "The handler listens to the request's AbortSignal, which an action has not.", self.module, member
                )
            case "method":
                raise refused(
                    "The handler uses the HTTP method of its request, which an action has not.", self.module, member
                )
            case "text" | "arrayBuffer" | "blob" | "body" | "bytes":
                raise refused("The handler reads the raw body of its request, not JSON.", self.module, member)
            case _:
                raise refused(f"The handler reads {name} of its request, which an action has not.", self.module, member)

    def json_call(self, member: c.Expression, above: c.Code | None) -> None:
        if not isinstance(above, c.Call) or above.arguments:
            raise refused("The handler reads its body in a way that can't be followed.", self.module, member)
        awaited = self.above(above)
        if not isinstance(awaited, c.Await):
            raise refused("The handler reads its body without waiting for it here.", self.module, above)
        self.body_reads.append((awaited, "json"))

    def api_body(self, member: c.Expression, above: c.Code | None) -> None:
        if isinstance(above, c.Cast):
            above = self.above(above)
        if isinstance(above, c.Call) and c.dotted(above.callee) == "JSON.parse" and len(above.arguments) == 1:
            self.body_reads.append((above, "text-json"))
        else:
            self.body_reads.append((member, "json"))

    # --------------------------------------------------------- query, headers

    def url(self, url: c.Expression) -> None:
        """``new URL(req.url)`` or ``req.nextUrl``: only its searchParams can come along."""
        above = self.above(url)
        match above:
            case c.Member(name="searchParams"):
                self.search_params(above)
            case c.Declarator(pattern=c.ObjectPattern(members=members)) as declarator:
                for member in members:
                    target = member.target
                    if (
                        isinstance(member, c.PatternProperty)
                        and member.key == "searchParams"
                        and isinstance(target, c.Name)
                    ):
                        self.search_params_name(target)
                    else:
                        raise refused("The handler uses the URL of its request.", self.module, member)
                self.inputs.gone.append(self.statement_of(declarator).span)
            case c.Declarator(pattern=c.Name() as name) as declarator:
                for use in self.references(self.module.scopes.binding(name)):
                    self.url(use)
                self.inputs.gone.append(self.statement_of(declarator).span)
            case _:
                raise refused("The handler uses the URL of its request.", self.module, url)

    def search_params_name(self, name: c.Name) -> None:
        for use in self.references(self.module.scopes.binding(name)):
            self.search_params(use)

    def search_params(self, params: c.Expression) -> None:
        above = self.above(params)
        match above:
            case c.Declarator(pattern=c.Name() as name) as declarator:
                self.search_params_name(name)
                self.inputs.gone.append(self.statement_of(declarator).span)
                return
            case c.Member(name="get"):
                call = self.above(above)
                if isinstance(call, c.Call) and len(call.arguments) == 1:
                    argument = call.arguments[0]
                    key = literal(self.module, argument) if not isinstance(argument, c.Spread) else None
                    if key is not None:
                        self.reads.append(("query", key, call))
                        return
            case _:
                pass
        raise refused("The handler reads its query string in a way that can't be followed.", self.module, params)

    def header(self, headers: c.Expression) -> None:
        above = self.above(headers)
        call = self.above(above) if above is not None else None
        name: str | None = None
        if isinstance(above, c.Member) and above.name == "get" and isinstance(call, c.Call) and call.arguments:
            first = call.arguments[0]
            name = literal(self.module, first) if not isinstance(first, c.Spread) else None
        elif self.is_api_route and isinstance(above, c.Index):
            name = literal(self.module, above.index)
        elif self.is_api_route and isinstance(above, c.Member):
            name = above.name
        if name is not None and name.lower().startswith(_SECRET_HEADERS):
            raise refused(
                f"The handler lets callers in by the header {name}: that is how other programs call it.",
                self.module,
                headers,
            )
        if name is None or name.lower() not in _STANDARD_HEADERS:
            raise refused(
                f"The handler reads the request header {name or '(chosen at run time)'}, which no action gets.",
                self.module,
                headers,
            )
        if self.is_api_route:
            raise refused(f"The handler reads the request header {name}.", self.module, headers)
        self.in_own_body(headers)
        self.inputs.next_headers.add("headers")
        self.inputs.replaced.append(Replace(headers.span, (self.called("headers"),)))

    def cookie(self, cookies: c.Expression) -> None:
        above = self.above(cookies)
        call = self.above(above) if above is not None else None
        if (
            not self.is_api_route
            and isinstance(above, c.Member)
            and above.name in ("get", "has", "getAll")
            and isinstance(call, c.Call)
        ):
            self.in_own_body(cookies)
            self.inputs.next_headers.add("cookies")
            self.inputs.replaced.append(Replace(cookies.span, (self.called("cookies"),)))
            return
        raise refused(
            "The handler reads the cookies of its request in a way that can't be followed.", self.module, cookies
        )

    def in_own_body(self, code: c.Expression) -> None:
        """``await headers()`` can't stand in a function that is not async."""
        around = self.module.function_around(code)
        if around is not self.function and not self.sync_headers and (around is None or not around.is_async):
            raise refused("The handler reads this inside of a function that can't wait.", self.module, code)

    def called(self, name: str) -> str:
        return f"{name}()" if self.sync_headers else f"(await {name}())"

    # ------------------------------------------------------- dynamic segments

    def context_parameter(self, parameter: c.Parameter) -> None:
        pattern = parameter.pattern
        match pattern:
            case c.Name():
                for reference in self.references(self.module.scopes.binding(pattern)):
                    above = self.above(reference)
                    match above:
                        case c.Member(name="params"):
                            self.params(above)
                        case c.Declarator(
                            pattern=c.ObjectPattern(members=(c.PatternProperty(key="params", target=target),))
                        ):
                            self.params_pattern(target, above)
                        case _:
                            raise refused(
                                "The handler uses its second argument in a way that can't be followed.",
                                self.module,
                                reference,
                            )
            case c.ObjectPattern(members=members):
                for member in members:
                    if not isinstance(member, c.PatternProperty) or member.key != "params":
                        raise refused(
                            "The handler uses its second argument in a way that can't be followed.", self.module, member
                        )
                    self.params_target(member.target)
            case _:
                raise refused(
                    "The handler uses its second argument in a way that can't be followed.", self.module, pattern
                )

    def params_pattern(self, target: c.Pattern, declarator: c.Declarator) -> None:
        self.params_target(target)
        self.inputs.gone.append(self.statement_of(declarator).span)

    def params_target(self, target: c.Pattern) -> None:
        match target:
            case c.Name():
                for reference in self.references(self.module.scopes.binding(target)):
                    self.params(reference)
            case c.ObjectPattern(members=members):
                for member in members:
                    if (
                        not isinstance(member, c.PatternProperty)
                        or member.key is None
                        or not isinstance(member.target, c.Name)
                    ):
                        raise refused(
                            "The handler takes its params apart in a way that can't be followed.", self.module, member
                        )
                    self.add_scalar("segment", member.key, member.target.name, None)
            case _:
                raise refused(
                    "The handler takes its params apart in a way that can't be followed.", self.module, target
                )

    def params(self, params: c.Expression) -> None:
        """``params``, ``await params``, ``(await params).id``, ``const { id } = await params``"""
        above = self.above(params)
        while isinstance(above, (c.Await, c.Cast)):
            params, above = above, self.above(above)
        match above:
            case c.Member(name=name):
                self.reads.append(("segment", name, above))
            case c.Declarator(pattern=c.ObjectPattern() as pattern):
                self.keys_of(pattern, above)
            case c.Declarator(pattern=c.Name() as name):
                self.inputs.gone.append(self.statement_of(above).span)
                for reference in self.references(self.module.scopes.binding(name)):
                    self.params(reference)
            case c.ExpressionStatement():
                self.inputs.gone.append(above.span)
            case _:
                raise refused("The handler uses its params as a whole.", self.module, params)

    def query_object(self, query: c.Expression) -> None:
        """``req.query.id``, ``const { id } = req.query``"""
        above = self.above(query)
        while isinstance(above, c.Cast):
            query, above = above, self.above(above)
        match above:
            case c.Member(name=name):
                self.reads.append((self.carrier(name), name, above))
            case c.Index(index=c.String(value=name)):
                self.reads.append((self.carrier(name), name, above))
            case c.Declarator(pattern=c.ObjectPattern() as pattern):
                self.keys_of(pattern, above)
            case _:
                raise refused("The handler uses its query as a whole.", self.module, query)

    def carrier(self, key: str) -> Carrier:
        return "segment" if not self.is_api_route or key in self.segments else "query"

    def keys_of(self, pattern: c.ObjectPattern, declarator: c.Declarator) -> None:
        """``const { id, page = '1' } = …`` of segments or query."""
        for member in pattern.members:
            if not isinstance(member, c.PatternProperty) or member.key is None:
                raise refused("The handler takes its input apart in a way that can't be followed.", self.module, member)
            target, default = member.target, None
            if isinstance(target, c.Default):
                target, default = target.target, target.value.span
            if not isinstance(target, c.Name):
                raise refused("The handler takes its input apart in a way that can't be followed.", self.module, member)
            self.add_scalar(self.carrier(member.key), member.key, target.name, default)
        self.inputs.gone.append(self.statement_of(declarator).span)

    def add_scalar(self, carrier: Carrier, key: str, local: str, default: Span | None) -> None:
        for known in self.inputs.scalars:
            if (known.carrier, known.key) == (carrier, key) and known.local != local:
                raise refused(
                    f'The handler reads "{key}" under two names.', self.module, self.function.name or self.function
                )
        if not any((known.carrier, known.key) == (carrier, key) for known in self.inputs.scalars):
            self.inputs.scalars.append(Scalar(carrier, key, local, default))

    def settle_scalars(self) -> None:
        """Each key that is read in place becomes a parameter of its name."""
        for carrier, key, read in self.reads:
            known = next((each for each in self.inputs.scalars if (each.carrier, each.key) == (carrier, key)), None)
            above = self.above(read)
            if (
                known is None
                and isinstance(above, c.Declarator)
                and isinstance(above.pattern, c.Name)
                and self.is_const(above)
            ):
                if above.type is None and self.is_alone(above) and self.is_top(above):
                    self.add_scalar(carrier, key, above.pattern.name, None)
                    self.inputs.gone.append(self.statement_of(above).span)
                    continue
            if known is None:
                local = self.free(key)
                self.add_scalar(carrier, key, local, None)
            else:
                local = known.local
            self.inputs.replaced.append(Replace(self.grouped(read), (local,)))

    def free(self, wanted: str) -> str:
        """A name for a parameter that nothing in the handler has."""
        name = (
            "".join(part if index == 0 else part.capitalize() for index, part in enumerate(_parts(wanted))) or "value"
        )
        if not name.isidentifier() or name in ("class", "default", "new", "in", "delete", "function", "return"):
            name = f"{name}Value" if name.isidentifier() else "value"
        for candidate in (name, f"{name}Value", f"{name}Param", f"given{name[:1].upper()}{name[1:]}"):
            if candidate not in self.taken:
                self.taken.add(candidate)
                return candidate
        return self.free(wanted + "_")

    # ------------------------------------------------------------------ body

    def settle_body(self) -> None:
        if not self.body_reads:
            return
        reads, form = [read for read, _ in self.body_reads], self.body_reads[0][1]
        if any(other != form for _, other in self.body_reads) or (len(reads) > 1 and not self.is_api_route):
            raise refused("The handler reads its body more than once.", self.module, reads[1])
        read = reads[0]
        value: c.Expression = read
        kind: Span | None = None
        above = self.above(value)
        while isinstance(above, c.Cast):
            kind = kind or (above.type.span if above.type is not None and above.form in ("as", "<>") else None)
            value = above
            above = self.above(value)
        if len(reads) == 1 and isinstance(above, c.Declarator) and self.is_alone(above):
            kind = above.type.span if above.type is not None else kind
            if isinstance(above.pattern, c.ObjectPattern) and self.fits(above):
                self.body_pattern(above.pattern, above, form, kind)
                return
            if isinstance(above.pattern, c.Name) and self.fits(above):
                binding = self.module.scopes.binding(above.pattern)
                self.inputs.gone.append(self.statement_of(above).span)
                uses = list(self.references(binding))
                if kind is None and len(uses) == 1 and self.taken_apart(uses[0], form):
                    return
                unknown = kind is None and bool(uses) and all(self.into_schema(use) for use in uses)
                self.inputs.body = Body(form, read.span, above.pattern.name, type=kind, is_unknown=unknown)
                return
        local = "input" if "input" not in self.taken else self.free("body")
        unknown = kind is None and all(self.into_schema(each) for each in reads)
        if form == "form" and "formData" not in self.taken:
            local = "formData"
        elif not unknown and local == "input" and "body" not in self.taken:
            local = "body"
        for each in reads:
            at, whole = self.grouped(each), each
            while isinstance(around := self.above(whole), c.Cast) and around.form in ("as", "<>") and len(reads) == 1:
                whole, at = around, self.grouped(around)
            self.inputs.replaced.append(Replace(at, (local,)))
        self.inputs.body = Body(form, read.span, local, type=kind, is_unknown=unknown)

    def taken_apart(self, use: c.Name, form: BodyForm) -> bool:
        """``const json = await request.json(); const { name } = json as { name: string };``"""
        above, kind = self.above(use), None
        while isinstance(above, c.Cast):
            kind = kind or (above.type.span if above.type is not None and above.form in ("as", "<>") else None)
            above = self.above(above)
        if not isinstance(above, c.Declarator) or not isinstance(above.pattern, c.ObjectPattern):
            return False
        if form == "form" or not self.is_alone(above) or not self.fits(above):
            return False
        self.body_pattern(above.pattern, above, form, above.type.span if above.type is not None else kind)
        return True

    def body_pattern(
        self, pattern: c.ObjectPattern, declarator: c.Declarator, form: BodyForm = "json", kind: Span | None = None
    ) -> None:
        """``const { name, role = 'user' } = await request.json()``"""
        fields: list[Field] | None = []
        for member in pattern.members:
            target, default = member.target, None
            if isinstance(target, c.Default):
                target, default = target.target, target.value.span
            if isinstance(member, c.PatternProperty) and member.key is not None and isinstance(target, c.Name):
                fields.append(Field(member.key, target.name, default))
            else:
                fields = None
                break
        self.inputs.gone.append(self.statement_of(declarator).span)
        if self.inputs.body is not None or form == "form":
            raise refused("The handler reads its body more than once.", self.module, declarator)
        self.inputs.body = Body(
            form, declarator.span, None, tuple(fields) if fields is not None else None, pattern.span, kind
        )

    def into_schema(self, use: c.Expression) -> bool:
        """Whether a value is given to a schema: ``schema.parse(body)``, ``v.safeParse(schema, body)``."""
        above = self.above(use)
        if not isinstance(above, c.Call) or not any(argument is use for argument in above.arguments):
            return False
        name = (c.dotted(above.callee) or (above.callee.name if isinstance(above.callee, c.Member) else "")).rpartition(
            "."
        )[2]
        return name in _SCHEMA_CALLS

    # ---------------------------------------------------------------- places

    def statement_of(self, declarator: c.Declarator) -> c.Declare:
        above = self.above(declarator)
        if not isinstance(above, c.Declare) or len(above.declarators) != 1:
            raise refused("The handler declares an input together with other things.", self.module, declarator)
        return above

    def is_alone(self, declarator: c.Declarator) -> bool:
        above = self.above(declarator)
        return isinstance(above, c.Declare) and len(above.declarators) == 1

    def is_const(self, declarator: c.Declarator) -> bool:
        above = self.above(declarator)
        return isinstance(above, c.Declare) and above.kind == "const"

    def is_top(self, declarator: c.Declarator) -> bool:
        return self.fits(declarator)

    def fits(self, declarator: c.Declarator) -> bool:
        """Whether the names of a declaration can become parameters: no other name of the function is the same."""
        if self.module.function_around(declarator) is not self.function:
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

    def grouped(self, code: c.Code) -> Span:
        return grouped(self.module, code)


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


def _parts(key: str) -> list[str]:
    parts: list[str] = []
    current = ""
    for char in key:
        if char.isalnum() or char in "_$":
            current += char
        elif current:
            parts.append(current)
            current = ""
    return [*parts, current] if current else parts


__all__ = ["Body", "Carrier", "Field", "InputReader", "Inputs", "Part", "Scalar", "grouped"]

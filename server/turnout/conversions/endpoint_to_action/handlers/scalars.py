"""Dynamic segments and the query: each key that the handler reads becomes a parameter of its name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Literal

from turnout.conversions.endpoint_to_action.ground.inputs import Carrier, Scalar
from turnout.conversions.endpoint_to_action.ground.reading import Reading
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.ground.schemas import asks_for_texts
from turnout.conversions.endpoint_to_action.handlers.path_reads import PathReader
from turnout.model import code as c
from turnout.model.strings import literal
from turnout.text.span import Span


class ScalarReader:
    """Collects the places that read a key, then settles what its parameter is called."""

    def __init__(
        self, reading: Reading, segments: Collection[str], sent: Collection[str], origin: Callable[[c.Code], str]
    ) -> None:
        """``origin`` gives the words for the origin of the URL, where they can stand."""
        self.reading = reading
        self.origin = origin
        self.module = reading.module
        self.segments = tuple(segments)
        self.sent = tuple(sent)
        self.reads: list[tuple[Carrier, str, c.Expression]] = []
        self.wholes: list[c.Expression] = []
        """Where all segments are used at once: ``schema.parse(await params)``."""
        self.path = PathReader(reading)
        self.queries: list[c.Expression] = []
        """Where the whole query is: ``schema.parse(searchParams)``, ``schema.parse(req.query)``."""
        self.absent: Literal["null", "undefined"] = "undefined" if reading.is_api_route else "null"
        """``searchParams.get()`` gives null for what is not sent, a plain object undefined."""

    # -------------------------------------------------------------------- query

    def url(self, url: c.Expression) -> None:
        """``new URL(req.url)`` or ``req.nextUrl``: only its searchParams can come along."""
        above = self.reading.above(url)
        match above:
            case c.Member(name="searchParams"):
                self.search_params(above)
            case c.Member(name="pathname"):
                self.path.path(above)
            case c.Member(name="origin"):
                self.reading.put(above, self.origin(above))
            case c.Declarator(pattern=c.ObjectPattern(members=members)) as declarator:
                origin: c.Name | None = None
                for member in members:
                    target = member.target
                    if (
                        isinstance(member, c.PatternProperty)
                        and member.key == "searchParams"
                        and isinstance(target, c.Name)
                    ):
                        self.search_params_name(target)
                    elif (
                        isinstance(member, c.PatternProperty)
                        and member.key == "pathname"
                        and isinstance(target, c.Name)
                    ):
                        for use in self.reading.references(self.module.scopes.binding(target)):
                            self.path.path(use)
                    elif (
                        isinstance(member, c.PatternProperty) and member.key == "origin" and isinstance(target, c.Name)
                    ):
                        origin = target
                    else:
                        raise refused("The handler uses the URL of its request.", self.module, member)
                if origin is not None:
                    self.reading.put(declarator, f"{origin.name} = {self.origin(declarator.pattern)}")
                else:
                    self.reading.drop(declarator)
            case c.Declarator(pattern=c.Name() as name) as declarator:
                for use in self.reading.references(self.module.scopes.binding(name)):
                    self.url(use)
                self.reading.drop(declarator)
            case _:
                raise refused("The handler uses the URL of its request.", self.module, url)

    def search_params_name(self, name: c.Name) -> None:
        for use in self.reading.references(self.module.scopes.binding(name)):
            self.search_params(use)

    def search_params(self, params: c.Expression) -> None:
        above = self.reading.above(params)
        match above:
            case c.Declarator(pattern=c.Name() as name) as declarator:
                self.search_params_name(name)
                self.reading.drop(declarator)
                return
            case c.Call() if c.dotted(above.callee) == "Object.fromEntries" and len(above.arguments) == 1:
                self.search_object(above)
                return
            case c.Member(name="entries") if self.is_made_object(above):
                call = self.reading.above(above)
                whole = self.reading.above(call) if call is not None else None
                assert isinstance(whole, c.Call)
                self.search_object(whole)
                return
            case c.Member(name="get"):
                call = self.reading.above(above)
                if isinstance(call, c.Call) and len(call.arguments) == 1:
                    argument = call.arguments[0]
                    key = literal(self.module, argument) if not isinstance(argument, c.Spread) else None
                    if key is not None:
                        self.reads.append(("query", key, call))
                        return
            case _:
                pass
        raise refused("The handler reads its query string in a way that can't be followed.", self.module, params)

    def is_made_object(self, entries: c.Member) -> bool:
        """``Object.fromEntries(searchParams.entries())``"""
        call = self.reading.above(entries)
        whole = self.reading.above(call) if isinstance(call, c.Call) else None
        return isinstance(whole, c.Call) and c.dotted(whole.callee) == "Object.fromEntries"

    def query_object(self, query: c.Expression) -> None:
        """``req.query.id``, ``const { id } = req.query``"""
        above = self.reading.above(query)
        while isinstance(above, c.Cast):
            query, above = above, self.reading.above(above)
        match above:
            case c.Member(name=name):
                self.reads.append((self.carrier(name), name, above))
            case c.Index(index=c.String(value=name)):
                self.reads.append((self.carrier(name), name, above))
            case c.Declarator(pattern=c.ObjectPattern() as pattern):
                self.keys_of(pattern, above)
            case c.Call():
                self.queries.append(query)
            case _:
                raise refused("The handler uses its query as a whole.", self.module, query)

    def search_object(self, search: c.Expression) -> None:
        """``searchParams.open`` of a wrapper that made a plain object of the query."""
        self.absent = "undefined"
        above = self.reading.above(search)
        match above:
            case c.Member(name=name):
                self.reads.append(("query", name, above))
            case c.Index(index=c.String(value=name)):
                self.reads.append(("query", name, above))
            case c.Declarator(pattern=c.ObjectPattern() as pattern):
                self.search_pattern(pattern)
                self.reading.drop(above)
            case c.Declarator(pattern=c.Name() as name) if self.reading.is_alone(above):
                self.reading.drop(above)
                for use in self.reading.references(self.module.scopes.binding(name)):
                    self.search_object(use)
            case _:
                self.queries.append(search)

    def search_pattern(self, pattern: c.ObjectPattern) -> None:
        self.absent = "undefined"
        for key, local, default in self.plain_keys(pattern):
            self.add("query", key, local, default)

    # ----------------------------------------------------------------- segments

    def context_parameter(self, parameter: c.Parameter) -> None:
        pattern = parameter.pattern
        match pattern:
            case c.Name():
                for reference in self.reading.references(self.module.scopes.binding(pattern)):
                    above = self.reading.above(reference)
                    match above:
                        case c.Member(name="params"):
                            self.params(above)
                        case c.Declarator(
                            pattern=c.ObjectPattern(members=(c.PatternProperty(key="params", target=target),))
                        ):
                            self.params_target(target)
                            self.reading.drop(above)
                        case c.Call() if (parsed := self.parsed(above, reference)) is not None:
                            declarator, target = parsed
                            self.params_target(target)
                            self.reading.drop(declarator)
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

    def parsed(self, call: c.Call, context: c.Expression) -> tuple[c.Declarator, c.Pattern] | None:
        """``const { params } = contextSchema.parse(context)``, whose schema asks for texts, as segments are."""
        declarator = self.reading.above(call)
        if len(call.arguments) != 1 or call.arguments[0] is not context or not isinstance(declarator, c.Declarator):
            return None
        match call.callee, declarator.pattern:
            case (
                c.Member(object=c.Name() as schema, name="parse"),
                c.ObjectPattern(members=(c.PatternProperty(key="params", target=target),)),
            ):
                return (declarator, target) if asks_for_texts(self.module, schema, "params") else None
            case _:
                return None

    def params_target(self, target: c.Pattern) -> None:
        match target:
            case c.Name():
                for reference in self.reading.references(self.module.scopes.binding(target)):
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
                    self.add("segment", member.key, member.target.name, None)
            case _:
                raise refused(
                    "The handler takes its params apart in a way that can't be followed.", self.module, target
                )

    def params(self, params: c.Expression) -> None:
        """``params``, ``await params``, ``(await params).id``, ``const { id } = await params``"""
        above = self.reading.above(params)
        while isinstance(above, (c.Await, c.Cast)):
            params, above = above, self.reading.above(above)
        match above:
            case c.Member(name=name):
                self.reads.append(("segment", name, above))
            case c.Declarator(pattern=c.ObjectPattern() as pattern):
                self.keys_of(pattern, above)
            case c.Declarator(pattern=c.Name() as name):
                self.reading.drop(above)
                for reference in self.reading.references(self.module.scopes.binding(name)):
                    self.params(reference)
            case c.ExpressionStatement():
                self.reading.inputs.gone.append(above.span)
            case _:
                self.wholes.append(params)

    # ----------------------------------------------------------------- settling

    def carrier(self, key: str) -> Carrier:
        return "segment" if not self.reading.is_api_route or key in self.segments else "query"

    def keys_of(self, pattern: c.ObjectPattern, declarator: c.Declarator) -> None:
        """``const { id, page = '1' } = …`` of segments or query."""
        for key, local, default in self.plain_keys(pattern):
            self.add(self.carrier(key), key, local, default)
        self.reading.drop(declarator)

    def plain_keys(self, pattern: c.ObjectPattern) -> Iterator[tuple[str, str, Span | None]]:
        """The keys of a pattern with their names and defaults."""
        for member in pattern.members:
            if not isinstance(member, c.PatternProperty) or member.key is None:
                raise refused("The handler takes its input apart in a way that can't be followed.", self.module, member)
            target, default = member.target, None
            if isinstance(target, c.Default):
                target, default = target.target, target.value.span
            if not isinstance(target, c.Name):
                raise refused("The handler takes its input apart in a way that can't be followed.", self.module, member)
            yield member.key, target.name, default

    def add(self, carrier: Carrier, key: str, local: str, default: Span | None) -> None:
        known = self.known(carrier, key)
        if known is None:
            self.reading.inputs.scalars.append(Scalar(carrier, key, local, default, absent=self.absent))
        elif known.local != local:
            at = self.reading.function.name or self.reading.function
            raise refused(f'The handler reads "{key}" under two names.', self.module, at)

    def known(self, carrier: Carrier, key: str) -> Scalar | None:
        scalars = self.reading.inputs.scalars
        return next((each for each in scalars if (each.carrier, each.key) == (carrier, key)), None)

    def settle(self) -> None:
        """Each key that is read in place becomes a parameter of its name."""
        for key, piece in self.path.reads:
            self.reads.append(("segment", key, piece))
        for carrier, key, bare in self.reads:
            read = self.as_text(carrier, bare)
            known = self.known(carrier, key)
            if known is not None:
                self.reading.put(read, known.local)
                continue
            if (declared := self.declared(read)) is not None:
                self.add(carrier, key, declared, None)
                continue
            local = self.reading.free_name(key)
            self.add(carrier, key, local, None)
            self.reading.put(read, local)
        self.reading.inputs.whole_segments += self.wholes
        self.reading.inputs.whole_queries += (each.span for each in self.queries)
        for whole in self.wholes:
            self.reading.put(whole, self.object_of([("segment", key) for key in self.segments], whole))
        for whole in self.queries:
            # An API route has its segments in the query, too.
            own: list[tuple[Carrier, str]] = [("segment", key) for key in self.segments if self.reading.is_api_route]
            self.reading.put(whole, self.object_of([*own, *(("query", key) for key in self.sent)], whole))
        self.path.settle(lambda key: self.local_of("segment", key))

    def as_text(self, carrier: Carrier, read: c.Expression) -> c.Expression:
        """``req.query.id as string`` of a segment: the parameter is one without being told."""
        above = self.reading.above(read)
        if carrier != "segment" or not isinstance(above, c.Cast) or above.form != "as" or above.type is None:
            return read
        return above if self.module.source.text(above.type.span) == "string" else read

    def object_of(self, keys: Sequence[tuple[Carrier, str]], at: c.Code) -> str:
        """``{ teamId, id: memberId }``: segments or query as the object that they were."""
        members: list[str] = []
        for carrier, key in keys:
            if not key.isidentifier():
                raise refused(f'The handler uses "{key}" only together with all others.', self.module, at)
            local = self.local_of(carrier, key)
            members.append(key if local == key else f"{key}: {local}")
        return "{ " + ", ".join(members) + " }" if members else "{}"

    def local_of(self, carrier: Carrier, key: str, *, is_optional: bool = False) -> str:
        """What the parameter for a key is called; made when nobody read it so far."""
        known = self.known(carrier, key)
        if known is not None:
            return known.local
        local = self.reading.free_name(key)
        scalar = Scalar(carrier, key, local, None, absent=self.absent, is_optional=is_optional)
        self.reading.inputs.scalars.append(scalar)
        return local

    def declared(self, read: c.Expression) -> str | None:
        """``const id = searchParams.get('id')`` goes: the parameter takes its name."""
        above = self.reading.above(read)
        if not isinstance(above, c.Declarator) or not isinstance(above.pattern, c.Name) or above.type is not None:
            return None
        statement = self.reading.above(above)
        if not isinstance(statement, c.Declare) or statement.kind != "const" or len(statement.declarators) != 1:
            return None
        if not self.reading.fits(above):
            return None
        self.reading.drop(above)
        return above.pattern.name

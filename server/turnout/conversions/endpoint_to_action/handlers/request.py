"""What a handler does with its request, member by member: each goes to who can read it, or is refused."""

from __future__ import annotations

from collections.abc import Collection

from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.reading import Reading
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.body import BodyReader
from turnout.conversions.endpoint_to_action.handlers.headers import HeaderReader
from turnout.conversions.endpoint_to_action.handlers.scalars import ScalarReader
from turnout.conversions.endpoint_to_action.handlers.session_token import hand_over
from turnout.model import code as c
from turnout.model.callees import callee_of, returned_values
from turnout.project.effects import function_behind
from turnout.syntax.write import Style
from turnout.text.span import Span


class RequestReader:
    """Goes through the uses of the request, and of its parts that have names."""

    def __init__(
        self, reading: Reading, segments: Collection[str], sent: Collection[str], *, sync_headers: bool
    ) -> None:
        self.reading = reading
        self.module = reading.module
        self.body = BodyReader(reading)
        self.headers = HeaderReader(reading, sync=sync_headers)
        self.scalars = ScalarReader(reading, segments, sent, self.headers.origin)

    def request_parameter(self, parameter: c.Parameter) -> None:
        self.request_pattern(parameter.pattern)

    def request_pattern(self, pattern: c.Pattern) -> None:
        match pattern:
            case c.Name():
                for reference in self.reading.references(self.module.scopes.binding(pattern)):
                    self.request(reference)
            case c.ObjectPattern(members=members):
                for member in members:
                    target = member.target
                    if isinstance(member, c.PatternProperty) and isinstance(target, c.Name):
                        binding = self.module.scopes.binding(target)
                        for reference in self.reading.references(binding):
                            self.member_of_request(member.key or "", reference, reference)
                    else:
                        raise refused(
                            "The handler takes its request apart in a way that can't be followed.", self.module, member
                        )
            case _:
                raise refused(
                    "The handler takes its request apart in a way that can't be followed.", self.module, pattern
                )

    def for_linters(self, reference: c.Expression) -> c.ExpressionStatement | None:
        """``void request;``, ``void request.url;``: a use that is none."""
        above = self.reading.above(reference)
        if isinstance(above, c.Member) and above.name in ("url", "method", "nextUrl", "headers"):
            above = self.reading.above(above)
        if not isinstance(above, c.Unary) or above.operator != "void":
            return None
        statement = self.reading.above(above)
        return statement if isinstance(statement, c.ExpressionStatement) else None

    def request(self, reference: c.Expression) -> None:
        if (statement := self.for_linters(reference)) is not None:
            self.reading.inputs.gone.append(statement.span)
            return
        above = self.reading.above(reference)
        while isinstance(above, c.Cast):
            above = self.reading.above(above)
        match above:
            case c.Member(name=name):
                self.member_of_request(name, above, reference)
            case c.Declarator(pattern=c.ObjectPattern(members=members)) as declarator:
                for member in members:
                    target = member.target
                    if isinstance(member, c.PatternProperty) and isinstance(target, c.ObjectPattern):
                        if member.key == "query" and self.reading.is_api_route:
                            self.scalars.keys_of(target, declarator)
                            continue
                        if member.key == "body" and self.reading.is_api_route and len(members) == 1:
                            self.body.pattern(target, declarator)
                            continue
                    if not isinstance(member, c.PatternProperty) or not isinstance(target, c.Name):
                        raise refused(
                            "The handler takes its request apart in a way that can't be followed.", self.module, member
                        )
                    self.reading.drop(declarator)
                    for use in self.reading.references(self.module.scopes.binding(target)):
                        self.member_of_request(member.key or "", use, use)
            case c.Call(callee=callee):
                self.helper(above, callee, reference)
            case c.Property() if hand_over(self.reading, self.headers, above, reference):
                return
            case c.Property() if not self.reading.is_api_route and self.headers.handed(above, reference):
                return
            case c.Property():
                call = next((each for each in self.module.ancestors(above) if isinstance(each, c.Call)), None)
                name = c.dotted(call.callee) if call is not None else None
                raise self.handed_on(name, reference)
            case _:
                raise refused(
                    "The handler uses its request in a way that an action has no word for.", self.module, reference
                )

    def helper(self, call: c.Call, callee: c.Expression, reference: c.Expression) -> None:
        name = c.dotted(callee) or ""
        if name in ("getServerSession", "unstable_getServerSession") and self.reading.is_api_route:
            # getServerSession(req, res, authOptions) reads the same session by getServerSession(authOptions)
            if len(call.arguments) == 3:
                first, third = call.arguments[0], call.arguments[2]
                self.reading.inputs.replaced.append(Replace(Span(first.span.start, third.span.start)))
                return
        awaited = self.reading.above(call)
        if isinstance(awaited, c.Await) and not self.reading.is_api_route and self.gives_body(call, reference):
            self.body.reads.append((awaited, "json"))
            return
        if not self.reading.is_api_route and self.headers.handed(call, reference):
            return
        raise self.handed_on(name, call)

    def handed_on(self, name: str | None, at: c.Code) -> Refused:
        return refused(
            f"An action has no request to hand to {name or 'a function'}(): give that the values that it reads.",
            self.module,
            at,
        )

    def gives_body(self, call: c.Call, reference: c.Expression) -> bool:
        """``await parseBody(request)``, a function that gives the JSON of the request, or throws when it is none."""
        callee = callee_of(self.module, call.callee)
        found = function_behind(self.reading.project, self.module, callee) if callee is not None else None
        if found is None or len(call.arguments) != 1 or c.bare(call.arguments[0]) is not reference:
            return False
        home, function = found
        pattern = function.parameters[0].pattern if function.parameters else None
        binding = home.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
        if binding is None or len(binding.references) != 1:
            return False
        member = home.parents.get(id(binding.references[0]))
        read = home.parents.get(id(member)) if isinstance(member, c.Member) and member.name == "json" else None
        returned = list(returned_values(function))
        match returned:
            case [c.Await(value=only)] | [only]:
                return only is read
            case _:
                return False

    def member_of_request(self, name: str, member: c.Expression, reference: c.Expression) -> None:
        """``member`` is ``req.name``, or the name that it was destructured to."""
        above = self.reading.above(member)
        match name:
            case "json" if not self.reading.is_api_route:
                self.body.json_call(member, above)
            case "formData" if not self.reading.is_api_route:
                if isinstance(above, c.Call) and isinstance(awaited := self.reading.above(above), c.Await):
                    self.body.reads.append((awaited, "form"))
                else:
                    raise refused(
                        "The handler reads its form data in a way that can't be followed.", self.module, member
                    )
            case "auth" if self.reading.session is not None:
                self.reading.session_reads.append(member)
            case "nextUrl" if not self.reading.is_api_route:
                self.scalars.url(member)
            case "url" if not self.reading.is_api_route:
                if isinstance(above, c.New) and c.dotted(above.callee) == "URL" and len(above.arguments) == 1:
                    self.scalars.url(above)
                elif isinstance(above, c.Member) and above.name == "split" and not self.scalars.sent:
                    self.scalars.path.whole_url(member)
                else:
                    raise refused("The handler uses the URL of its request.", self.module, member)
            case "headers":
                self.headers.header(member)
            case "cookies":
                self.headers.cookie(member)
            case "body" if self.reading.is_api_route:
                self.body.api_body(member, above)
            case "query" if self.reading.is_api_route:
                self.scalars.query_object(member)
            case "signal":
                raise refused(
                    "The handler listens to the request's AbortSignal, which an action has not.", self.module, member
                )
            case "method" if self.reading.method and not isinstance(above, (c.Binary, c.Case, c.Switch, c.Index)):
                self.reading.put(member, Style.of(self.module.source).string(self.reading.method))
            case "method":
                raise refused(
                    "The handler uses the HTTP method of its request, which an action has not.", self.module, member
                )
            case "text" if not self.reading.is_api_route:
                self.body.text_call(member, above)
            case "text" | "arrayBuffer" | "blob" | "body" | "bytes":
                raise refused("The handler reads the raw body of its request, not JSON.", self.module, member)
            case _:
                raise refused(f"The handler reads {name} of its request, which an action has not.", self.module, member)

"""What an API route of the Pages Router answers: what it does to ``res``."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from turnout.conversions.endpoint_to_action.ground.header_names import goes_unread
from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.handlers.answers import Answer, content_of
from turnout.conversions.endpoint_to_action.handlers.kept import is_taken
from turnout.conversions.endpoint_to_action.handlers.responses import Kind
from turnout.conversions.endpoint_to_action.handlers.set_cookie import serialized, set_in_place
from turnout.conversions.endpoint_to_action.handlers.status import Status, status_of
from turnout.conversions.flow import ends, following
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.model.strings import literal
from turnout.text.span import Span


class ApiAnswers:
    """The answers of a pages/api handler: what it does to ``res``."""

    def __init__(
        self,
        module: Module,
        function: c.Function,
        statements: Sequence[c.Statement],
        response: Binding | None,
        understood: Collection[Span] = (),
        *,
        sync_headers: bool,
    ) -> None:
        self.module = module
        self.function = function
        self.statements = tuple(statements)
        self.response = response
        self.understood = list(understood)
        """Places whose use of the response is known, those of ``getServerSession(req, res, …)`` from the start."""
        self.notes: list[str] = []
        self.gone: list[Span] = []
        """Statements that only set headers nobody needs any more."""
        self.cookies: list[Replace] = []
        """Statements that set cookies, in their new words."""
        self.called = "cookies()" if sync_headers else "await cookies()"

    def read(self) -> tuple[Answer, ...]:
        if self.response is None:
            return ()
        found: list[Answer] = []
        for reference in self.response.references:
            if not any(each.span.contains(reference.span) for each in self.statements) and not self.is_body(reference):
                continue
            if any(span.contains(reference.span) for span in self.understood):
                continue
            whole = self.chain(reference)
            above = self.module.parents.get(id(whole))
            if self.module.function_around(whole) is not self.function:
                raise refused("The handler answers from inside of another function.", self.module, whole)
            if (header := self.header(whole)) is not None:
                if not isinstance(above, c.ExpressionStatement):
                    raise refused("The handler sets response headers, which an action can't.", self.module, whole)
                if header.lower() == "set-cookie" and (cookies := self.cookie(whole, above)) is not None:
                    self.cookies.append(cookies)
                    self.understood.append(above.span)
                    continue
                if not goes_unread(header):
                    raise refused(
                        f"The handler sets the response header {header}, which an action can't.", self.module, whole
                    )
                if header.lower() not in ("content-type", "allow"):
                    self.notes.append(f"The response header {header} is gone: only HTTP clients see it.")
                self.gone.append(above.span)
                self.understood.append(above.span)
                continue
            status, kind, body = self.answered(whole)
            self.understood.append(whole.span)
            found.append(self.placed(whole, above, status, kind, body))
        return tuple(sorted(found, key=lambda answer: answer.span))

    def cookie(self, whole: c.Expression, statement: c.ExpressionStatement) -> Replace | None:
        """``res.setHeader('Set-Cookie', serialize('token', token, { path: '/' }));``"""
        call = c.bare(whole)
        arguments = call.arguments if isinstance(call, c.Call) else ()
        calls = serialized(self.module, arguments[1]) if len(arguments) == 2 else ()
        if not calls or is_taken(self.module, "cookies"):
            return None
        taken = {code.name for code in c.walk(self.function) if isinstance(code, c.Name)}
        name = next(each for each in ("cookieStore", "store", "cookieStore2", "jar") if each not in taken)
        return Replace(statement.span, set_in_place(self.module.source, calls, statement.span, name, self.called))

    def is_body(self, reference: c.Name) -> bool:
        body = self.function.body
        return body is not None and not isinstance(body, c.Block) and body.span.contains(reference.span)

    def chain(self, reference: c.Name) -> c.Expression:
        """``res.status(200).json(x)`` around ``res``."""
        current: c.Expression = reference
        while True:
            above = self.module.parents.get(id(current))
            match above:
                case c.Member(object=below) if below is current:
                    current = above
                case c.Call(callee=callee) if callee is current:
                    current = above
                case c.Cast() | c.Await():
                    current = above
                case _:
                    return current

    def header(self, whole: c.Expression) -> str | None:
        match c.bare(whole):
            case c.Call(
                callee=c.Member(object=c.Name(), name="setHeader" | "appendHeader" | "removeHeader"),
                arguments=(first, *_),
            ):
                return literal(self.module, first) or "chosen at run time"
            case _:
                return None

    def answered(self, whole: c.Expression) -> tuple[Status, Kind, c.Expression | None]:
        bare = c.bare(whole)
        if isinstance(bare, c.Await):
            bare = c.bare(bare.value)
        steps: list[tuple[str, tuple[c.Expression | c.Spread, ...]]] = []
        current = bare
        while isinstance(current, c.Call) and isinstance(current.callee, c.Member):
            steps.append((current.callee.name, current.arguments))
            current = c.bare(current.callee.object)
        if not isinstance(current, c.Name) or not steps:
            above = self.module.parents.get(id(whole))
            if isinstance(above, c.Call) and (name := c.dotted(above.callee)):
                raise refused(
                    f'The handler hands "{current.name if isinstance(current, c.Name) else "res"}" to {name}().',
                    self.module,
                    above,
                )
            if isinstance(whole, c.Member) and whole.name in ("statusCode", "statusMessage"):
                raise refused("The handler sets the status of the answer apart from the answer.", self.module, whole)
            raise refused("The handler uses its response in a way that an action has no word for.", self.module, whole)
        status = Status(200)
        steps.reverse()
        for name, arguments in steps[:-1]:
            match name, arguments:
                case "status", (first,):
                    status = status_of(self.module, first)
                case "setHeader", (first, *_):
                    header = literal(self.module, first) or "chosen at run time"
                    if not goes_unread(header):
                        raise refused(
                            f"The handler sets the response header {header}, which an action can't.", self.module, whole
                        )
                case _:
                    raise refused(
                        "The handler uses its response in a way that an action has no word for.", self.module, whole
                    )
        name, arguments = steps[-1]
        first = arguments[0] if arguments else None
        if name == "status" and first is not None:
            raise refused("The handler sets a status here and answers later.", self.module, whole)
        if name == "redirect":
            raise refused(
                "The handler answers with a redirect, which an action's caller would not follow.", self.module, whole
            )
        if name == "json" and first is not None and not isinstance(first, c.Spread):
            return status, "json", first
        if name in ("end", "send"):
            if name == "send" and isinstance(c.bare(first) if first is not None else None, (c.Object, c.Array)):
                return status, "json", first
            kind, body = content_of(self.module, first, f"Whether res.{name}() sends JSON or text here can't be told.")
            return status, kind, body
        raise refused(f"The handler answers with res.{name}(), which an action has no word for.", self.module, whole)

    def placed(
        self, whole: c.Expression, above: c.Code | None, status: Status, kind: Kind, body: c.Expression | None
    ) -> Answer:
        match above:
            case c.Return():
                is_last = ends(self.module, above, self.function, self.statements)
                return Answer(above.span, status.number, kind, body, False, is_last, above, status.code)
            case c.Function() if above is self.function:
                return Answer(whole.span, status.number, kind, body, True, True, whole, status.code)
            case c.ExpressionStatement():
                behind = following(self.module, above, self.function, self.statements)
                if behind == "end":
                    return Answer(above.span, status.number, kind, body, False, True, above, status.code)
                if isinstance(behind, c.Return) and behind.value is None:
                    span = above.span.to(behind.span)
                    is_last = ends(self.module, behind, self.function, self.statements)
                    return Answer(span, status.number, kind, body, False, is_last, above, status.code)
                raise refused("The handler goes on after it has answered here.", self.module, whole)
            case _:
                raise refused(
                    "The handler uses its response in a way that an action has no word for.", self.module, whole
                )

"""What a handler answers: each place where it does, with status and body."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from turnout.conversions.endpoint_to_action.refused import refused
from turnout.conversions.endpoint_to_action.responses import Kind, Made, guarded, is_response, made_by
from turnout.conversions.endpoint_to_action.status import Status, is_known, status_of
from turnout.conversions.flow import ends, following
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.model.strings import literal
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span


@dataclass(frozen=True)
class Answer:
    """One place where the handler answers."""

    span: Span
    """All that it takes to answer: a ``return`` or ``res.json()`` statement (with the ``return;`` behind it), or the
    expression that is an arrow's body."""
    status: int
    kind: Kind
    body: c.Expression | None
    is_expression: bool = False
    is_last: bool = False
    """Whether the function ends right behind it, so that a ``return`` without value can go."""
    code: c.Code | None = None
    status_code: c.Expression | None = None
    """The status as written, when it is chosen at run time; ``status`` is then one of those that it can be."""
    phrase: c.Expression | None = None
    """The ``statusText`` that it gives itself."""
    made: Made | None = None
    """When ``body`` is no body but a whole Response that other code makes: what that can be."""
    is_thrown: bool = False
    """Whether no caller can read it, so that an error stands for it (see ``thrown.py``)."""

    @property
    def throws(self) -> bool:
        return self.is_thrown or (self.made is not None and self.made.throws)

    @property
    def may_succeed(self) -> bool:
        return self.made.outcome != "failure" if self.made is not None else 200 <= self.status < 300

    @property
    def may_fail(self) -> bool:
        return self.made.outcome != "success" if self.made is not None else not 200 <= self.status < 300

    @property
    def kinds(self) -> frozenset[Kind]:
        """What its body can be."""
        return self.made.kinds if self.made is not None else frozenset({self.kind})


_GONE_HEADERS = frozenset({"content-type", "content-length", "cache-control", "pragma", "expires", "allow", "vary",
                           "x-powered-by", "cdn-cache-control", "vercel-cdn-cache-control"})  # fmt: skip
"""Headers that only say how to read or keep the answer: an action's result needs none of them."""


class RouteAnswers:
    """The answers of a route handler: what it returns."""

    def __init__(self, project: Snapshot, module: Module, function: c.Function) -> None:
        self.project = project
        self.module = module
        self.function = function
        self.notes: list[str] = []

    def read(self) -> tuple[Answer, ...]:
        body = self.function.body
        if body is None:
            return ()
        if not isinstance(body, c.Block):
            return (self.answer(body, body.span, is_expression=True, is_last=True, code=body),)
        found: list[Answer] = []
        for code in c.walk_own(self.function):
            if isinstance(code, c.Return):
                if code.value is None:
                    raise refused("The handler returns without an answer here.", self.module, code)
                is_last = ends(self.module, code, self.function, body.body)
                found.append(self.answer(code.value, code.span, is_expression=False, is_last=is_last, code=code))
        return tuple(found)

    def answer(self, value: c.Expression, span: Span, *, is_expression: bool, is_last: bool, code: c.Code) -> Answer:
        inner = c.bare(value)
        match inner:
            case c.Call(callee=c.Member(object=c.Name(name=name), name="json"), arguments=(first, *rest)):
                if is_response(self.module, name) and not isinstance(first, c.Spread):
                    if (made := self.with_open_status(inner, rest[0] if rest else None)) is not None:
                        return self.made(span, inner, made, is_expression=is_expression, is_last=is_last, code=code)
                    status = self.init(rest[0] if rest else None, inner)
                    return Answer(
                        span, status.number, "json", first, is_expression, is_last, code, status.code, status.phrase
                    )
            case c.Call(callee=c.Member(object=c.Name(name=name), name="redirect")) if is_response(self.module, name):
                raise refused(
                    "The handler answers with a redirect, which an action's caller would not follow.",
                    self.module,
                    inner,
                )
            case c.New(callee=c.Name(name=name), arguments=arguments) if is_response(self.module, name):
                second = arguments[1] if len(arguments) > 1 else None
                if (made := self.with_open_status(inner, second)) is not None:
                    return self.made(span, inner, made, is_expression=is_expression, is_last=is_last, code=code)
                status = self.init(second, inner)
                kind, body = self.content(arguments[0] if arguments else None)
                return Answer(span, status.number, kind, body, is_expression, is_last, code, status.code, status.phrase)
            case c.Call(callee=callee) | c.Await(value=c.Call(callee=callee)):
                made = made_by(self.project, self.module, inner)
                if made is not None:
                    return self.made(span, inner, made, is_expression=is_expression, is_last=is_last, code=code)
                name = c.dotted(callee)
                raise refused(f"What {name or 'this call'}() answers can't be told from here.", self.module, inner)
            case c.Name(name=name):
                made = guarded(self.module, self.project, inner) or made_by(self.project, self.module, inner)
                if made is not None:
                    return self.made(span, inner, made, is_expression=is_expression, is_last=is_last, code=code)
                raise refused(
                    f'The answer is kept in "{name}" first: what is done to it there can\'t move into an action.',
                    self.module,
                    inner,
                )
            case _:
                pass
        raise refused("What the handler answers here can't be told.", self.module, inner)

    def with_open_status(self, value: c.Expression, init: c.Expression | c.Spread | None) -> Made | None:
        """What a Response can be whose status nobody knows before it runs; None where it is known."""
        bare = c.bare(init) if init is not None else None
        status = bare.get("status") if isinstance(bare, c.Object) else None
        if not isinstance(bare, c.Object) or status is None or is_known(self.module, status):
            return None
        if (headers := bare.get("headers")) is not None:
            self.headers(headers)
        return made_by(self.project, self.module, value)

    def made(
        self, span: Span, value: c.Expression, made: Made, *, is_expression: bool, is_last: bool, code: c.Code
    ) -> Answer:
        """``return errorResponse(error)``: the answer is read off the Response when it is there."""
        if made.sets_headers:
            self.notes.append("The response headers of its error answers are gone: only HTTP clients see them.")
        return Answer(span, 500, "json", value, is_expression, is_last, code, made=made)

    def content(self, body: c.Expression | c.Spread | None) -> tuple[Kind, c.Expression | None]:
        return _content(self.module, body, "The body of this answer is neither JSON nor a known text.")

    def init(self, init: c.Expression | c.Spread | None, at: c.Code) -> Status:
        if init is None:
            return Status(200)
        bare = c.bare(init)
        if not isinstance(bare, c.Object):
            raise refused("The status and headers of this answer can't be told from here.", self.module, init)
        status = Status(200)
        for member in bare.members:
            match member:
                case c.Property(key="status", value=value):
                    status = replace(status_of(self.module, value), phrase=status.phrase)
                case c.Property(key="headers", value=value):
                    self.headers(value)
                case c.Property(key="statusText", value=value):
                    status = replace(status, phrase=value)
                case _:
                    raise refused("The status and headers of this answer can't be told from here.", self.module, member)
        return status

    def headers(self, value: c.Expression) -> None:
        headers = c.bare(value)
        if not isinstance(headers, c.Object):
            raise refused("The handler sets response headers, which an action can't.", self.module, value)
        for member in headers.members:
            if not isinstance(member, c.Property) or member.key is None or member.key.lower() not in _GONE_HEADERS:
                raise refused("The handler sets response headers, which an action can't.", self.module, member)
            if member.key.lower() == "content-type":
                kind = literal(self.module, member.value) or ""
                if not kind.startswith(("application/json", "text/plain")):
                    raise refused(f"The answer is {kind or 'of a type of its own'}, not JSON.", self.module, member)
            else:
                self.notes.append(f"The response header {member.key} is gone: only HTTP clients see it.")


class ApiAnswers:
    """The answers of a pages/api handler: what it does to ``res``."""

    def __init__(
        self,
        module: Module,
        function: c.Function,
        statements: Sequence[c.Statement],
        response: Binding | None,
        understood: Collection[Span] = (),
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
                if header.lower() not in _GONE_HEADERS:
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
                    if header.lower() not in _GONE_HEADERS:
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
            kind, body = _content(self.module, first, f"Whether res.{name}() sends JSON or text here can't be told.")
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


def _content(module: Module, body: c.Expression | c.Spread | None, reason: str) -> tuple[Kind, c.Expression | None]:
    match c.bare(body) if body is not None else None:
        case None | c.Constant(text="null" | "undefined"):
            return "empty", None
        case c.Call(callee=c.Member(object=c.Name(name="JSON"), name="stringify"), arguments=(first, *_)):
            return "json", first
        case c.String() | c.Template() as text:
            return "text", text
        case other:
            raise refused(reason, module, other)

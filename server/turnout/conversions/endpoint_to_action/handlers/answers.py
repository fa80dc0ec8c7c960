"""What a handler answers: each place where it does, with status and body."""

from __future__ import annotations

from dataclasses import dataclass, replace

from turnout.conversions.endpoint_to_action.ground.header_names import goes_unread
from turnout.conversions.endpoint_to_action.ground.pieces import Replace
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.ground.types import Types
from turnout.conversions.endpoint_to_action.handlers.kept import KeptResponses, is_taken
from turnout.conversions.endpoint_to_action.handlers.not_found import leaves_by_it
from turnout.conversions.endpoint_to_action.handlers.responses import Kind, Made, guarded, is_response, made_by
from turnout.conversions.endpoint_to_action.handlers.set_cookie import serialized
from turnout.conversions.endpoint_to_action.handlers.status import Status, is_known, status_of
from turnout.conversions.flow import ends
from turnout.model import code as c
from turnout.model.handler import unwrap
from turnout.model.module import Module
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
    cookies: tuple[c.Call, ...] = ()
    """``serialize('token', token)`` in its headers."""
    made: Made | None = None
    """When ``body`` is no body but a whole Response that other code makes: what that can be."""
    is_thrown: bool = False
    """Whether no caller can read it, so that an error stands for it (see ``thrown.py``)."""

    declared: Replace | None = None
    """The variable that the response was kept in, and what stands for it."""

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


_TEXTS = frozenset({"message", "name", "title", "slug", "stack"})
"""Members that are texts wherever they are the whole body of an answer."""


class RouteAnswers:
    """The answers of a route handler: what it returns."""

    def __init__(self, project: Snapshot, module: Module, function: c.Function, *, sync_headers: bool) -> None:
        self.project = project
        self.module = module
        self.function = function
        self.sync_headers = sync_headers
        self.kept = KeptResponses(module, function, sync_headers)
        self.notes: list[str] = []

    def read(self) -> tuple[Answer, ...]:
        body = self.function.body
        if body is None:
            return ()
        if not isinstance(body, c.Block):
            return (self.answer(body, body.span, is_expression=True, is_last=True, code=body),)
        found: list[Answer] = []
        for code in c.walk_own(self.function):
            is_statement = isinstance(code, (c.ExpressionStatement, c.Throw, c.Return))
            if is_statement and leaves_by_it(self.module, self.function, code):
                is_last = ends(self.module, code, self.function, body.body)
                found.append(Answer(code.span, 404, "empty", None, False, is_last, code))
            elif isinstance(code, c.Return):
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
                    return _stated(Answer(span, 0, "json", first, is_expression, is_last, code), status)
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
                return _stated(Answer(span, 0, kind, body, is_expression, is_last, code), status)
            case c.Call(callee=callee) | c.Await(value=c.Call(callee=callee)):
                made = made_by(self.project, self.module, inner)
                if made is not None:
                    return self.made(span, inner, made, is_expression=is_expression, is_last=is_last, code=code)
                self.check_wrapped(callee)
                name = c.dotted(callee)
                raise refused(f"What {name or 'this call'}() answers can't be told from here.", self.module, inner)
            case c.Member() if (made := guarded(self.module, self.project, inner)) is not None:
                return self.made(span, value, made, is_expression=is_expression, is_last=is_last, code=code)
            case c.Name(name=name):
                made = guarded(self.module, self.project, inner) or made_by(self.project, self.module, inner)
                if made is not None:
                    return self.made(span, value, made, is_expression=is_expression, is_last=is_last, code=code)
                if (kept := self.kept.of(inner)) is not None:
                    for header, statement in kept.headers:
                        self.header(header, statement)
                    answer = self.answer(kept.value, span, is_expression=is_expression, is_last=is_last, code=code)
                    return replace(answer, declared=kept.declared)
                raise refused(
                    f'The answer is kept in "{name}" first: what is done to it there can\'t move into an action.',
                    self.module,
                    inner,
                )
            case _:
                pass
        raise refused("What the handler answers here can't be told.", self.module, inner)

    def check_wrapped(self, callee: c.Expression) -> None:
        """Refuses what the function in ``withErrors(async () => …)(request)`` answers, for its own reason."""
        inner = unwrap(self.module, callee).function if isinstance(callee, c.Call) else None
        if inner is not None:
            RouteAnswers(self.project, self.module, inner, sync_headers=self.sync_headers).read()

    def with_open_status(self, value: c.Expression, init: c.Expression | c.Spread | None) -> Made | None:
        """What a Response can be whose status nobody knows before it runs; None where it is known."""
        bare = c.bare(init) if init is not None else None
        status = bare.get("status") if isinstance(bare, c.Object) else None
        if not isinstance(bare, c.Object) or status is None or is_known(self.module, status):
            return None
        if (headers := bare.get("headers")) is not None and self.headers(headers):
            raise refused("The handler sets response headers, which an action can't.", self.module, headers)
        return made_by(self.project, self.module, value)

    def made(
        self, span: Span, value: c.Expression, made: Made, *, is_expression: bool, is_last: bool, code: c.Code
    ) -> Answer:
        """``return errorResponse(error)``: the answer is read off the Response when it is there."""
        if made.sets_headers:
            self.notes.append("The response headers of its error answers are gone: only HTTP clients see them.")
        return Answer(span, 500, "json", value, is_expression, is_last, code, made=made)

    def content(self, body: c.Expression | c.Spread | None) -> tuple[Kind, c.Expression | None]:
        if body is not None and not isinstance(body, c.Spread) and self.is_text(body):
            return "text", body
        return content_of(self.module, body, "The body of this answer is neither JSON nor a known text.")

    def is_text(self, body: c.Expression) -> bool:
        """``new Response(error.message)``"""
        bare = c.bare(body)
        if isinstance(bare, c.Member) and bare.name in _TEXTS:
            return True
        if isinstance(bare, c.Call) and c.dotted(bare.callee) == "JSON.stringify":
            return False
        types = Types(self.project)
        return isinstance(bare, (c.Name, c.Member, c.Call)) and types.is_string(types.of(self.module, bare))

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
                    found = status_of(self.module, value)
                    status = replace(status, number=found.number, code=found.code)
                case c.Property(key="headers", value=value):
                    status = replace(status, cookies=self.headers(value))
                case c.Property(key="statusText", value=value):
                    status = replace(status, phrase=value)
                case _:
                    raise refused("The status and headers of this answer can't be told from here.", self.module, member)
        return status

    def header(self, name: str, at: c.Code) -> None:
        if not goes_unread(name):
            raise refused(f"The handler sets the response header {name}, which an action can't.", self.module, at)
        if name.lower() not in ("content-type", "allow"):
            self.notes.append(f"The response header {name} is gone: only HTTP clients see it.")

    def headers(self, value: c.Expression) -> tuple[c.Call, ...]:
        """Refuses headers that an action can't set; gives the cookies."""
        headers = c.bare(value)
        cookies: tuple[c.Call, ...] = ()
        if not isinstance(headers, c.Object):
            raise refused("The handler sets response headers, which an action can't.", self.module, value)
        for member in headers.members:
            if isinstance(member, c.Property) and (member.key or "").lower() == "set-cookie":
                cookies = serialized(self.module, member.value)
                if cookies and not is_taken(self.module, "cookies"):
                    continue
            if not isinstance(member, c.Property) or member.key is None:
                raise refused("The handler sets response headers, which an action can't.", self.module, member)
            if not goes_unread(member.key):
                raise refused(
                    f"The handler sets the response header {member.key}, which an action can't.", self.module, member
                )
            if member.key.lower() == "content-type":
                kind = literal(self.module, member.value) or ""
                if not kind.startswith(("application/json", "text/plain")):
                    raise refused(f"The answer is {kind or 'of a type of its own'}, not JSON.", self.module, member)
            else:
                self.notes.append(f"The response header {member.key} is gone: only HTTP clients see it.")
        return cookies


def _stated(answer: Answer, status: Status) -> Answer:
    """An answer with what was read of its status and headers."""
    return replace(answer, status=status.number, status_code=status.code, phrase=status.phrase, cookies=status.cookies)


def _is_text(value: c.Expression) -> bool:
    """``error.message``, ``'Not ' + what``, ``error.message || 'Failed'``: what is a string whatever it is made of."""
    match c.bare(value):
        case c.String() | c.Template() | c.Member(name="message"):
            return True
        case c.Binary(operator="+", left=left, right=right):
            return _is_text(left) or _is_text(right)
        case c.Binary(operator="||" | "??", left=left, right=right):
            return _is_text(left) and _is_text(right)
        case c.Conditional(then=then, otherwise=otherwise):
            return _is_text(then) and _is_text(otherwise)
        case c.Call(callee=callee):
            return c.dotted(callee) == "String"
        case _:
            return False


def content_of(module: Module, body: c.Expression | c.Spread | None, reason: str) -> tuple[Kind, c.Expression | None]:
    match c.bare(body) if body is not None else None:
        case None | c.Constant(text="null" | "undefined"):
            return "empty", None
        case c.Call(callee=c.Member(object=c.Name(name="JSON"), name="stringify"), arguments=(first, *_)):
            return "json", first
        case text if _is_text(text):
            return "text", text
        case other:
            raise refused(reason, module, other)

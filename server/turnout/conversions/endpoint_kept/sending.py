"""How an endpoint sends its answers, so that it can send the function's result in the very same way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.handlers.answers import Answer
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.strings import literal
from turnout.text.span import Span

How: TypeAlias = Literal["json", "stringified", "text", "empty", "send", "end"]


@dataclass(frozen=True)
class Sending:
    """``by`` is what makes or is the response: ``NextResponse``, ``Response``, or an API route's ``res``."""

    how: How
    by: str

    def text(self, data: str, status: str, *, is_api_route: bool) -> str:
        """The expression that answers; ``status`` is empty for 200."""
        if is_api_route:
            chain = f"{self.by}.status({status or '200'})"
            method = {"send": "send", "end": "end", "empty": "end"}.get(self.how, "json")
            return f"{chain}.{method}({'' if self.how == 'empty' else data})"
        init = "" if not status else ", { status }" if status == "status" else f", {{ status: {status} }}"
        match self.how:
            case "json":
                return f"{self.by}.json({data}{init})"
            case "stringified":
                return f"new {self.by}(JSON.stringify({data}){init})"
            case "empty":
                return f"new {self.by}({'null' + init if init else ''})"
            case _:
                return f"new {self.by}({data}{init})"


@dataclass(frozen=True)
class Sent:
    """How successes and failures are sent, and the answers that the function gives as the Responses that they are."""

    success: Sending
    failure: Sending
    whole: tuple[Answer, ...]


def sent_as(module: Module, answers: Sequence[Answer], response: str | None, whole: Collection[Span]) -> Sent:
    """Decide it. An answer is given ``whole`` when it is more than a status and a body, or is sent unlike the others.

    ``response`` is what an API route calls its response, None for a route handler: an API route can't be given any.
    """
    usual = "NextResponse" if "NextResponse" in module.import_of else "Response"
    read = [(each, None if each.span in whole else _tried(module, each, response)) for each in answers]
    success = _most(how for answer, how in read if answer.may_succeed and how is not None)
    failure = _most(how for answer, how in read if not answer.may_succeed and how is not None)
    apart = tuple(answer for answer, how in read if how is None or how != (success if answer.may_succeed else failure))
    if apart and response is not None:
        raise _headers(module, apart[0].span)
    only = success or failure or Sending("json", usual)
    return Sent(success or only, failure or only, apart)


def _most(found: Iterable[Sending]) -> Sending | None:
    counted = Counter(found)
    return max(counted, key=lambda each: counted[each]) if counted else None


def _tried(module: Module, answer: Answer, response: str | None) -> Sending | None:
    if answer.made is not None:
        return None
    try:
        return _sending(module, answer, response)
    except Refused:
        return None


def _sending(module: Module, answer: Answer, response: str | None) -> Sending:
    code = answer.code.value if isinstance(answer.code, c.Return) else answer.code
    if isinstance(code, c.ExpressionStatement):
        code = code.expression
    value = c.bare(code) if isinstance(code, c.Code) and not isinstance(code, c.Return) else None  # type: ignore[arg-type]
    if isinstance(value, c.Await):
        value = c.bare(value.value)
    if response is not None:
        return _of_api_route(module, answer, value, response)
    match value:
        case c.Call(callee=c.Member(object=c.Name(name=name)), arguments=(_, *rest)):
            _check_init(module, rest[0] if rest else None, "json")
            return Sending("json", name)
        case c.New(callee=c.Name(name=name), arguments=arguments):
            has_type = _check_init(module, arguments[1] if len(arguments) > 1 else None, answer.kind)
            if answer.kind != "json":
                return Sending(answer.kind, name)
            for first in arguments[:1]:
                if isinstance(inner := c.bare(first), c.Call) and len(inner.arguments) > 1:
                    raise _headers(module, inner)
            return Sending("json" if has_type else "stringified", name)
        case _:
            raise _headers(module, answer.span)


def _check_init(module: Module, init: c.Expression | c.Spread | None, kind: str) -> bool:
    """Whether the answer names its type, as JSON does by itself; refuses whatever else it says but its status."""
    bare = c.bare(init) if init is not None else None
    has_type = False
    for member in bare.members if isinstance(bare, c.Object) else ():
        match member:
            case c.Property(key="status"):
                pass
            case c.Property(key="headers", value=value):
                headers = c.bare(value)
                for header in headers.members if isinstance(headers, c.Object) else ():
                    is_type = isinstance(header, c.Property) and (header.key or "").lower() == "content-type"
                    said = literal(module, header.value) if isinstance(header, c.Property) else None
                    if not is_type or kind != "json" or said != "application/json":
                        raise _headers(module, header)
                    has_type = True
            case _:
                raise _headers(module, member)
    return has_type


def _of_api_route(module: Module, answer: Answer, value: c.Code | None, response: str) -> Sending:
    steps: list[str] = []
    while isinstance(value, c.Call) and isinstance(value.callee, c.Member):
        steps.append(value.callee.name)
        value = c.bare(value.callee.object)
    if not steps or any(each != "status" for each in steps[1:]):
        raise _headers(module, answer.span)
    if answer.kind == "empty":
        return Sending("empty", response)
    return Sending("json" if steps[0] == "json" else "end" if steps[0] == "end" else "send", response)


def _headers(module: Module, at: c.Code | Span) -> Refused:
    return refused(
        "This answer is more than a status and a body: the endpoint could not give the same for a result.", module, at
    )

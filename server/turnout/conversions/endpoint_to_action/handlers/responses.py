"""Responses that other code makes: ``return errorResponse(error)``. What they can be is read off that code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.conversions.endpoint_to_action.ground.header_names import goes_unread
from turnout.conversions.endpoint_to_action.ground.refused import Refused
from turnout.conversions.endpoint_to_action.handlers.status import numbers
from turnout.conversions.endpoint_to_action.handlers.transactions import in_transaction
from turnout.conversions.endpoint_to_action.handlers.wrapper_answers import own_answers
from turnout.conversions.endpoint_to_action.handlers.wrapper_opened import see_through
from turnout.model import code as c
from turnout.model.callees import callee_of, returned_values
from turnout.model.handler import unwrap
from turnout.model.module import Module
from turnout.model.scope import pattern_path
from turnout.project.effects import function_behind
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript

Kind: TypeAlias = Literal["json", "text", "empty"]
Outcome: TypeAlias = Literal["success", "failure", "both"]

DEEPEST = 4
"""Calls that are followed one after another."""
_CARRIES_MORE = ("set-cookie", "location")
_ERRORS = frozenset({"error", "err", "e", "cause", "exception"})


@dataclass(frozen=True)
class Made:
    """What a Response can be that is made elsewhere."""

    outcome: Outcome
    kinds: frozenset[Kind]
    """Empty when nothing seen makes one: ``if (user instanceof Response) return user`` for a user that never is."""
    is_promise: bool
    sets_headers: bool
    status: int | None = None
    """The one status that it has, when it is one."""
    throws: bool = False
    """Whether no caller can read it, so that an error stands for it (see ``thrown.py``)."""


@dataclass(frozen=True)
class _Seen:
    status: int | None
    """None when it is chosen at run time."""
    kind: Kind
    sets_headers: bool


class _Unseen(Exception):
    """Something on the way is no Response, or can't be seen."""


def is_response(module: Module, name: str) -> bool:
    """Whether a name is the class ``Response`` or ``NextResponse``."""
    if name not in ("NextResponse", "Response"):
        return False
    imported = module.import_of.get(name)
    if imported is None:
        return name in module.scopes.globals
    return imported.source.value in ("next/server", "next/server.js")


def made_by(project: Snapshot, module: Module, value: c.Expression) -> Made | None:
    """What ``return value`` answers, read off the code that makes it; None when that can't be told."""
    try:
        found = list(_Reader(project).made(module, value, DEEPEST))
    except _Unseen:
        return None
    if not found:
        return None
    bare = c.bare(value)
    return _joined(found, is_promise=_is_promise(project, module, bare), handles_error=_handles_error(module, bare))


def returned_by(project: Snapshot, module: Module, values: Iterable[c.Expression]) -> Made | None:
    """The same for the Responses that a piece of code returns."""
    found: list[_Seen] = []
    handles_error = True
    try:
        for value in values:
            found += _Reader(project).made(module, value, DEEPEST)
            handles_error = handles_error and _handles_error(module, c.bare(value))
    except _Unseen:
        return None
    return _joined(found, is_promise=False, handles_error=handles_error) if found else None


def guarded(module: Module, project: Snapshot, value: c.Name | c.Member) -> Made | None:
    """A Response that a function gave instead of what it was asked for, where what it gives can be seen.

    ``if (user instanceof Response) return user;``, ``if (denied) return denied;``,
    ``const { session, error } = await member(); if (error) return error;``, ``if (!auth.ok) return auth.response;``
    """
    above = next((each for each in module.ancestors(value) if isinstance(each, c.If)), None)
    if above is None or not above.then.span.contains(value.span):
        return None
    name = value if isinstance(value, c.Name) else c.bare(value.object)
    binding = module.scopes.binding(name) if isinstance(name, c.Name) else None
    if binding is None or binding.value is None or binding.writes or binding.kind not in ("const", "let", "var"):
        return None
    reader = _Reader(project)
    test = c.bare(above.test)
    if isinstance(value, c.Member):
        is_whole = binding.pattern is None
        found = list(reader.member(module, binding.value, value.name, DEEPEST)) if is_whole else []
    elif binding.pattern is not None:
        path = pattern_path(binding.pattern, binding.site) or ()
        found = list(reader.member(module, binding.value, path[0], DEEPEST)) if len(path) == 1 else []
    elif isinstance(test, c.Binary) and test.operator == "instanceof":
        kind = test.right.name if isinstance(test.right, c.Name) else ""
        if not isinstance(test.left, c.Name) or test.left.name != value.name or not is_response(module, kind):
            return None
        found = list(reader.among(module, binding.value, DEEPEST))
        return (
            _joined(found, is_promise=False, handles_error=False) if found else Made("both", frozenset(), False, False)
        )
    else:
        is_asked = any(isinstance(each, c.Name) and each.name == value.name for each in c.walk(test))
        found = list(reader.among(module, binding.value, DEEPEST)) if is_asked else []
    return _joined(found, is_promise=False, handles_error=False) if found else None


def name_of(module: Module, value: c.Expression) -> str | None:
    """What to call a Response that has a name already, ``error``, ``access.error``; None for one that has not.

    Below ``if (error || !session)`` TypeScript does not know that there is one, as a return without it would not.
    """
    if not isinstance(c.bare(value), (c.Name, c.Member)):
        return None
    text = module.source.text(value.span)
    if isinstance(value, c.Cast):
        return text if value.form == "!" else f"({text})"
    above = next((each for each in module.ancestors(value) if isinstance(each, c.If)), None)
    test = c.bare(above.test) if above is not None else None
    is_open = isinstance(test, c.Binary) and test.operator == "||" and is_typescript(module.path)
    return f"{text}!" if is_open else text


def joined(found: Sequence[Made]) -> Made | None:
    """What one of several can be; None when one of them tells of no failure."""
    if not found or any(each.outcome != "failure" for each in found):
        return None
    kinds: frozenset[Kind] = frozenset(kind for each in found for kind in each.kinds)
    return Made("failure", kinds, False, any(each.sets_headers for each in found))


def _joined(found: list[_Seen], *, is_promise: bool, handles_error: bool) -> Made:
    statuses = {each.status for each in found}
    fails = any(status is None or not 200 <= status < 300 for status in statuses)
    # The status of what answers a caught error is chosen at run time among those that tell of one.
    succeeds = any(200 <= status < 300 if status is not None else not handles_error for status in statuses)
    outcome: Outcome = "both" if fails and succeeds else "failure" if fails else "success"
    kinds: frozenset[Kind] = frozenset(each.kind for each in found)
    status = next(iter(statuses)) if len(statuses) == 1 else None
    return Made(outcome, kinds, is_promise, any(each.sets_headers for each in found), status)


def _handles_error(module: Module, value: c.Expression) -> bool:
    """``errorResponse(error)`` of a ``catch (error)``."""
    call = value.value if isinstance(value, c.Await) else value
    for each in c.walk(call):
        if isinstance(each, c.Name):
            binding = module.scopes.binding(each)
            if binding is not None and (
                binding.kind == "catch" or (binding.kind == "parameter" and each.name.lower() in _ERRORS)
            ):
                return True
    return False


def _is_promise(project: Snapshot, module: Module, value: c.Expression) -> bool:
    if not isinstance(value, c.Call):
        return False
    if isinstance(value.callee, c.Call) or in_transaction(value) is not None:
        return True
    callee = callee_of(module, value.callee)
    found = function_behind(project, module, callee) if callee is not None else None
    if found is None:
        return False
    kind = found[1].return_type
    return found[1].is_async or (kind is not None and "Promise<" in found[0].source.text(kind.span))


def _sets_cookie(code: c.Code) -> bool:
    """``{ 'Set-Cookie': … }``, ``headers.set('Set-Cookie', …)``, ``response.cookies.set(…)``"""
    match code:
        case c.Property(key=str(key)):
            return key.lower() == "set-cookie"
        case c.String(value=value):
            return value.lower() == "set-cookie"
        case c.Call(callee=c.Member(object=c.Member(name="cookies"), name="set" | "delete")):
            return True
        case _:
            return False


def _given_function(where: Module, function: c.Function, returned: c.Expression, call: c.Call) -> c.Function | None:
    """The function that ``withErrors(async () => …)`` is given, where it returns what that does: ``await run()``."""
    bare = c.bare(returned.value if isinstance(returned, c.Await) else returned)
    if not isinstance(bare, c.Call) or not isinstance(bare.callee, c.Name):
        return None
    binding = where.scopes.binding(bare.callee)
    if (
        binding is None
        or binding.function is not function
        or binding.writes
        or not 0 <= binding.index < len(call.arguments)
    ):
        return None
    pattern, given = function.parameters[binding.index].pattern, call.arguments[binding.index]
    inner = c.bare(given) if not isinstance(given, c.Spread) and isinstance(pattern, c.Name) else None
    return inner if isinstance(inner, c.Function) and not inner.is_generator else None


class _Reader:
    def __init__(self, project: Snapshot) -> None:
        self.project = project
        self.given: dict[int, list[int]] = {}
        """The numbers that parameters of the functions on the way are given, by ``id()`` of the parameter."""

    def made(self, module: Module, value: c.Expression, depth: int) -> Iterator[_Seen]:
        """Every Response that an expression can be; raises when one can't be seen."""
        bare = c.bare(value)
        match bare:
            case c.Call(callee=c.Member(object=c.Name(name=name), name="json"), arguments=(_, *rest)) if is_response(
                module, name
            ):
                yield from self.with_init(module, rest[0] if rest else None, "json")
            case c.New(callee=c.Name(name=name), arguments=arguments) if is_response(module, name):
                kind = self.content(arguments[0] if arguments else None)
                yield from self.with_init(module, arguments[1] if len(arguments) > 1 else None, kind)
            case c.Await(value=inner):
                yield from self.made(module, inner, depth)
            case c.Conditional(then=then, otherwise=otherwise):
                yield from self.made(module, then, depth)
                yield from self.made(module, otherwise, depth)
            case c.Name():
                binding = module.scopes.binding(bare)
                if binding is None or binding.value is None or binding.pattern is not None or binding.writes:
                    raise _Unseen
                if not all(self.stays_itself(module, each) for each in binding.references if each is not bare):
                    raise _Unseen
                yield from self.made(module, binding.value, depth)
            case c.Call(callee=c.Call()) if depth:
                yield from self.wrapped(module, bare, depth)
            case c.Call() if depth and (inner := in_transaction(bare)) is not None:
                self.check_plain(inner)
                for returned in returned_values(inner):
                    yield from self.made(module, returned, depth)
            case c.Call():
                where, function = self.called(module, bare, depth)
                self.give(module, bare, where, function)
                for returned in returned_values(function):
                    inner = _given_function(where, function, returned, bare)
                    if inner is None:
                        yield from self.made(where, returned, depth - 1)
                        continue
                    self.check_plain(inner)
                    for own in returned_values(inner):
                        yield from self.made(module, own, depth - 1)
            case _:
                raise _Unseen

    def wrapped(self, module: Module, call: c.Call, depth: int) -> Iterator[_Seen]:
        """``withErrors(async () => …)(request)``: what the function answers, and its wrappers themselves."""
        behind = unwrap(module, call.callee)
        if behind.function is None or any(_sets_cookie(code) for code in c.walk(behind.function)):
            raise _Unseen
        for returned in returned_values(behind.function):
            yield from self.made(module, returned, depth)
        for wrapper in behind.wrappers:
            try:
                through = see_through(self.project, module, wrapper, call)
            except Refused:
                raise _Unseen from None
            self.check_plain(through.inner)
            for returned in own_answers(through):
                yield from self.made(through.module, returned, depth - 1)

    def among(self, module: Module, value: c.Expression, depth: int) -> Iterator[_Seen]:
        """Those Responses that are seen on the way, whatever else the expression can be."""
        try:
            yield from list(self.made(module, value, depth))
            return
        except _Unseen:
            pass
        bare = c.bare(value)
        match bare:
            case c.Await(value=inner):
                yield from self.among(module, inner, depth)
            case c.Conditional(then=then, otherwise=otherwise) | c.Binary(left=then, right=otherwise):
                yield from self.among(module, then, depth)
                yield from self.among(module, otherwise, depth)
            case c.Call():
                for where, inner in self.returned(module, bare, depth):
                    yield from self.among(where, inner, depth - 1)
            case _:
                return

    def member(self, module: Module, value: c.Expression, key: str, depth: int) -> Iterator[_Seen]:
        """The Responses that stand for one member of what an expression gives: ``{ session, error }``."""
        bare = c.bare(value)
        match bare:
            case c.Await(value=inner):
                yield from self.member(module, inner, key, depth)
            case c.Conditional(then=then, otherwise=otherwise):
                yield from self.member(module, then, key, depth)
                yield from self.member(module, otherwise, key, depth)
            case c.Object():
                if (given := bare.get(key)) is not None:
                    yield from self.among(module, given, depth)
            case c.Call():
                for where, inner in self.returned(module, bare, depth):
                    yield from self.member(where, inner, key, depth - 1)
            case _:
                return

    def returned(self, module: Module, call: c.Call, depth: int) -> list[tuple[Module, c.Expression]]:
        """What a function may give back, with the file it stands in; nothing where it can't be seen."""
        try:
            where, function = self.called(module, call, depth)
        except _Unseen:
            return []
        return [(where, returned) for returned in returned_values(function)]

    def called(self, module: Module, call: c.Call, depth: int) -> tuple[Module, c.Function]:
        callee = callee_of(module, call.callee)
        found = function_behind(self.project, module, callee) if callee is not None and depth else None
        if found is None or found[1].is_generator:
            raise _Unseen
        self.check_plain(found[1])
        return found

    def check_plain(self, function: c.Function) -> None:
        """Raises where a Response may carry what no result does."""
        for code in c.walk(function):
            if isinstance(code, c.String) and code.value.lower() in _CARRIES_MORE:
                raise _Unseen
            if isinstance(code, c.Member) and code.name == "cookies":
                raise _Unseen

    def with_init(self, module: Module, init: c.Expression | c.Spread | None, kind: Kind) -> Iterator[_Seen]:
        bare = c.bare(init) if init is not None else None
        if init is not None and (
            not isinstance(bare, c.Object) or any(isinstance(member, c.Spread) for member in bare.members)
        ):
            yield _Seen(None, kind, True)
            return
        status = bare.get("status") if isinstance(bare, c.Object) else None
        sets_headers = isinstance(bare, c.Object) and bare.get("headers") is not None
        for number in (self.numbers(module, status) or [None]) if status is not None else (200,):
            yield _Seen(number, kind, sets_headers)

    def give(self, module: Module, call: c.Call, where: Module, function: c.Function) -> None:
        """``fail('Not here', 404)`` of ``(text, status = 400) => Response.json(…, { status })``"""
        for index, parameter in enumerate(function.parameters):
            binding = where.scopes.binding(parameter.pattern) if isinstance(parameter.pattern, c.Name) else None
            given = call.arguments[index] if index < len(call.arguments) else None
            if binding is None or binding.writes or parameter.is_rest or isinstance(given, c.Spread):
                continue
            found = self.numbers(module, given) if given is not None else None
            if given is None and parameter.default is not None:
                found = self.numbers(where, parameter.default)
            self.given[id(binding)] = found or []

    def numbers(self, module: Module, status: c.Expression) -> list[int]:
        bare = c.bare(status)
        binding = module.scopes.binding(bare) if isinstance(bare, c.Name) else None
        return self.given[id(binding)] if id(binding) in self.given else numbers(module, status)

    def content(self, body: c.Expression | c.Spread | None) -> Kind:
        match c.bare(body) if body is not None else None:
            case None | c.Constant(text="null" | "undefined"):
                return "empty"
            case c.Call(callee=c.Member(object=c.Name(name="JSON"), name="stringify")):
                return "json"
            case c.String() | c.Template():
                return "text"
            case _:
                raise _Unseen

    def stays_itself(self, module: Module, name: c.Name) -> bool:
        """Whether a Response is as it was: returned, logged, or given a header that nobody reads."""
        match module.parents.get(id(name)):
            case c.Return() | c.Declarator():
                return True
            case c.Call(callee=callee):
                return (c.dotted(callee) or "").startswith("console.")
            case c.Member(name="headers") as headers:
                setter = module.parents.get(id(headers))
                call = module.parents.get(id(setter)) if isinstance(setter, c.Member) else None
                if not isinstance(setter, c.Member) or setter.name not in ("set", "append"):
                    return False
                if not isinstance(call, c.Call) or call.callee is not setter:
                    return False
                first = call.arguments[0] if call.arguments else None
                return isinstance(first, c.String) and goes_unread(first.value)
            case _:
                return False

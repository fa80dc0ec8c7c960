"""What a caller does with the response: waits for it or not, looks at its outcome, reads its body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeAlias

from turnout.conversions.endpoint_to_action.callers.call_sites import BodyForm, CallSite, Read
from turnout.conversions.endpoint_to_action.callers.handed import handed_at
from turnout.conversions.endpoint_to_action.callers.outcomes import told_at
from turnout.conversions.endpoint_to_action.callers.rejections import (
    is_caught_apart,
    is_caught_unseen,
    is_console,
    judge,
)
from turnout.conversions.endpoint_to_action.callers.together import together
from turnout.conversions.endpoint_to_action.ground.choices import is_awaited_inside, written_to
from turnout.conversions.endpoint_to_action.ground.reading import grouped
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.model import code as c
from turnout.text.span import Span

Senders: TypeAlias = Mapping[tuple[str, str], CallSite]
"""The functions that are given a request to send, or its result, by the file that calls them and their name there."""


def read_given(site: CallSite, response: c.Name) -> None:
    """Fill in what a function reads of the response that it is given as a parameter."""
    _Received(site, {}).given(response)


def read_received(site: CallSite, senders: Senders) -> None:
    """Fill in what becomes of the response of a ``fetch``; refuses what can't be followed."""
    _Received(site, senders).read()


class _Received:
    def __init__(self, site: CallSite, senders: Senders) -> None:
        self.site = site
        self.senders = senders
        self.module = site.module
        self.parents = site.module.parents

    def above(self, code: c.Code) -> c.Code | None:
        return self.parents.get(id(code))

    def given(self, name: c.Name) -> None:
        self.site.is_given = self.site.is_untyped = True
        self.variable(name, self.site.place)

    def unknown(self, at: c.Code) -> Refused:
        return refused("What becomes of this response can't be followed.", self.module, at)

    def read(self) -> None:
        awaited: c.Expression = self.site.place
        above = self.above(awaited)
        if not (self.site.is_choice and is_awaited_inside(awaited)):
            if isinstance(above, c.Member) and above.name in ("then", "catch", "finally"):
                self.chain(above)
                return
            if (several := together(self.module, above if isinstance(above, c.Await) else awaited)) is not None:
                self.site.is_one_of_many = True
                self.uses(list(several.responses), several.awaited)
                return
            if not isinstance(above, c.Await):
                self.promise(awaited, above)
                return
            awaited = above
            above = self.above(awaited)
        match above:
            case c.ExpressionStatement():
                return
            case c.Declarator(pattern=c.Name() as name):
                self.variable(name, awaited)
                declaration = self.above(above)
                if isinstance(declaration, c.Declare) and len(declaration.declarators) == 1:
                    self.site.declaration = declaration
            case c.Assign(operator="=", target=c.Name() as target) if isinstance(
                self.above(above), c.ExpressionStatement
            ):
                binding = self.module.scopes.binding(target)
                writes = written_to(self.module, self.site.call)
                if binding is None or not writes:
                    raise self.unknown(above)
                self.site.variable = target
                written = [write.target for write in writes]
                self.uses([each for each in binding.references if all(each is not name for name in written)], awaited)
            case c.Member():
                self.site.direct = True
                self.use(awaited, awaited)
                judge(self.site, awaited)
            case _:
                self.lost(awaited, above)

    def promise(self, call: c.Expression, above: c.Code | None) -> None:
        """A promise that nobody waits for here: an error of the server is lost, as it was."""
        match above:
            case c.ExpressionStatement() | c.Unary(operator="void"):
                return
            case c.Function() if above.body is call and self.is_dropped(above):
                return
            case c.Function() if above.body is call and (sender := self.sent_by(above)) is not None:
                self.site.sender = sender
            case c.Call(callee=callee, arguments=(first, *others)) if (
                c.dotted(callee) == "toast.promise" and first is call
            ):
                self.toast(others)
            case c.Declarator(pattern=c.Name() as name, type=None):
                self.promised(name, above)
            case _:
                self.lost(call, above)

    def promised(self, name: c.Name, declarator: c.Declarator) -> None:
        """``const promise = fetch(…); toast.promise(promise, { … })``"""
        binding = self.module.scopes.binding(name)
        if binding is None or binding.writes:
            raise self.unknown(name)
        for reference in binding.references:
            above = self.above(reference)
            if isinstance(above, c.Await) and isinstance(self.above(above), c.ExpressionStatement):
                continue
            if not isinstance(above, c.Call) or c.dotted(above.callee) != "toast.promise":
                raise self.unknown(declarator)
            self.promise(reference, above)

    def toast(self, messages: list[c.Expression | c.Spread]) -> None:
        """``toast.promise(fetch(…), { loading, success, error })``, where no message is made of the response."""
        for code in (code for message in messages for code in c.walk(message)):
            if not isinstance(code, c.Function) or not code.parameters:
                continue
            member = self.above(code)
            if not isinstance(member, c.Property) or member.key != "error":
                raise refused("The response goes into a function that can't be followed.", self.module, code)

    def sent_by(self, function: c.Function) -> CallSite | None:
        """``apiRequestAction(() => fetch(…))``: where the response is read."""
        above = self.above(function)
        if not isinstance(above, c.Call) or not above.arguments or above.arguments[0] is not function:
            return None
        return self.senders.get((self.module.path, c.dotted(above.callee) or ""))

    def reader(self, call: c.Call) -> CallSite | None:
        """``await messageOfResult(res)``: what is read there."""
        found = self.senders.get((self.module.path, c.dotted(call.callee) or ""))
        return found if found is not None and found.is_given else None

    def is_dropped(self, function: c.Function) -> bool:
        """``onClick={() => fetch(…)}``: nobody looks at what comes back."""
        above = self.above(function)
        return isinstance(above, c.JsxAttribute) and above.name.startswith("on")

    def lost(self, code: c.Expression, above: c.Code | None) -> NoReturn:
        if isinstance(above, c.Call):
            name = c.dotted(above.callee)
            raise refused(
                f"The response goes into {name or 'a function'}(), which can't be followed.", self.module, above
            )
        if isinstance(above, (c.Return, c.Function)):
            raise refused("This function gives the response back to whoever calls it.", self.module, code)
        raise self.unknown(code)

    # ----------------------------------------------------------------- names

    def variable(self, name: c.Name, awaited: c.Expression) -> None:
        binding = self.module.scopes.binding(name)
        if binding is None or binding.writes:
            raise self.unknown(name)
        self.site.variable = name
        self.uses(binding.references, awaited)

    def uses(self, references: Sequence[c.Expression], awaited: c.Expression) -> None:
        for reference in references:
            self.use(reference, awaited)
        judge(self.site, awaited)

    def use(self, response: c.Expression, awaited: c.Expression) -> None:
        above = self.above(response)
        while isinstance(above, c.Cast):
            above = self.above(above)
        match above:
            case c.Member(name="ok"):
                self.site.ok_reads.append(above)
            case c.Member(name="status"):
                self.site.status_reads.append(above)
            case c.Member(name="statusText"):
                self.site.phrase_reads.append(above)
            case c.Member(name="text") if self.is_second_try(above):
                pass
            case c.Member(name="json" | "text" as form):
                self.body_read(response, above, form)
            case c.Unary(operator="!") | c.If() | c.Binary() | c.Conditional() if self.is_looked_for(response, above):
                pass
            case c.Member(name="clone") if isinstance(copied := self.above(above), c.Call):
                self.use(copied, awaited)
            case c.Call() if above.callee is not response and (reader := self.reader(above)) is not None:
                self.site.handed.append(handed_at(self.site, above, reader))
                self.site.handed[-1].rejects_alike &= not is_caught_apart(self.site, above)
            case c.Call(callee=callee) if above.callee is not response and is_console(callee):
                self.site.printed.append(response)
            case c.Throw() if is_caught_unseen(self.module, above):
                self.site.printed.append(response)
            case c.Call(callee=callee) if c.dotted(callee) == "Promise.reject" and is_caught_unseen(
                self.module, awaited
            ):
                self.site.printed.append(response)
            case c.Member(name=name):
                raise refused(
                    f"The caller reads {name} of the response, which an action's result has not.", self.module, above
                )
            case _:
                self.lost(response, above)

    def is_second_try(self, member: c.Member) -> bool:
        """``res.json().catch(() => res.text())``"""
        call = self.above(member)
        function = self.above(call) if call is not None else None
        catch = self.above(function) if isinstance(function, c.Function) and function.body is call else None
        return isinstance(catch, c.Call) and isinstance(catch.callee, c.Member) and catch.callee.name == "catch"

    def is_looked_for(self, response: c.Expression, above: c.Code) -> bool:
        """``!res``, ``res && res.ok``, ``res === null``, where there may be none."""
        match above:
            case _ if not self.site.may_be_missing:
                return False
            case c.If(test=test) | c.Conditional(test=test):
                return test is response
            case c.Binary(operator="&&" | "||", left=left):
                return left is response
            case c.Binary(operator=operator, right=c.Constant(text="null" | "undefined")):
                return operator in ("==", "!=", "===", "!==")
            case _:
                return isinstance(above, c.Unary)

    def body_read(self, response: c.Expression, member: c.Member, form: BodyForm) -> None:
        call = self.above(member)
        if not isinstance(call, c.Call):
            raise self.unknown(member)
        above = self.chosen_for(call)
        code: c.Expression = call
        fallback: c.Expression | None = None
        match above:
            case c.Await() if above.value is call:
                code = above
            case c.Return() | c.Function():
                if self.module.function_around(call) is None:
                    raise self.unknown(call)
            case c.Member(name="catch") if (guarded := self.guarded(above)) is not None:
                code, fallback = guarded
            case c.Member(name="catch"):
                raise refused(
                    "The caller has a value for an answer that is not JSON, which an action can't give.",
                    self.module,
                    above,
                )
            case _:
                raise refused("The caller reads the body without waiting for it here.", self.module, call)
        told = told_at(self.site, code)
        span = grouped(self.module, code)
        copied = response.callee if isinstance(response, c.Call) and response is not self.site.place else None
        receiver = copied.object if isinstance(copied, c.Member) else response  # res.clone()
        self.site.reads.append(Read(code, span, receiver.span, form, told.outcome, told.by, fallback, member.optional))

    def chosen_for(self, code: c.Code) -> c.Code | None:
        """What takes the value of ``res.ok ? res.json() : null``."""
        below, above = code, self.above(code)
        while (isinstance(above, c.Conditional) and above.test is not below) or (
            isinstance(above, c.Binary) and above.operator in ("&&", "||", "??") and above.right is below
        ):
            below, above = above, self.above(above)
        return above

    def guarded(self, member: c.Member) -> tuple[c.Expression, c.Expression] | None:
        """``await res.json().catch(() => ({}))``: the whole and the value for other bodies."""
        call = self.above(member)
        whole = self.above(call) if call is not None else None
        if not isinstance(call, c.Call) or len(call.arguments) != 1 or not isinstance(whole, c.Await):
            return None
        function = c.bare(call.arguments[0])
        if not isinstance(function, c.Function) or function.body is None or isinstance(function.body, c.Block):
            return None
        return whole, function.body

    # ---------------------------------------------------------------- chains

    def chain(self, member: c.Member) -> None:
        """``fetch(…).then(…).catch(…)``"""
        call = self.above(member)
        if not isinstance(call, c.Call) or not call.arguments:
            raise self.unknown(member)
        if member.name != "then":
            if member.name == "catch" and self.is_nothing(call.arguments[0]) and self.named(call):
                return
            self.unread(call)
            return
        first = c.bare(call.arguments[0])
        if not isinstance(first, c.Function):
            raise refused(
                f"The response goes into {c.dotted(first) or 'a function'}(), which can't be followed.",
                self.module,
                first,
            )
        if not first.parameters:
            return
        if len(call.arguments) > 1:
            self.site.rejection = call.arguments[1]
        pattern = first.parameters[0].pattern
        if not isinstance(pattern, c.Name):
            raise self.unknown(pattern)
        self.variable(pattern, call)
        self.site.parameter = first.parameters[0]
        if self.gives_body(first):
            self.site.json_step = Span(self.site.place_span.end, call.span.end)
        if self.only_checks(first) and self.site.rejection is None:
            self.site.checked_step = Span(self.site.place_span.end, call.span.end)

    def is_nothing(self, handler: c.Expression | c.Spread) -> bool:
        """``() => null``"""
        function = c.bare(handler) if not isinstance(handler, c.Spread) else None
        body = function.body if isinstance(function, c.Function) else None
        return isinstance(body, c.Constant) and body.text in ("null", "undefined")

    def named(self, call: c.Call) -> bool:
        """``const res = await fetch(…).catch(() => null)``, which is asked whether it is there."""
        awaited = self.above(call)
        declarator = self.above(awaited) if isinstance(awaited, c.Await) else None
        if not isinstance(declarator, c.Declarator) or not isinstance(declarator.pattern, c.Name):
            return False
        self.site.may_be_missing = True
        self.variable(declarator.pattern, call)
        return True

    def only_checks(self, function: c.Function) -> bool:
        """``(res) => { if (!res.ok) throw …; return res.json(); }``"""
        statements = function.statements
        rest = [each for each in statements if not any(each is branch for branch in self.site.ok_branches)]
        if not statements or len(rest) > 1:
            return False
        value = rest[0].value if rest and isinstance(rest[0], c.Return) else None
        return not rest or any(read.code is value for read in self.site.reads)

    def unread(self, call: c.Call) -> None:
        """``fetch(…).catch(() => {})``: nobody looks at the response."""
        above = self.above(call)
        if isinstance(above, c.Await):
            if not isinstance(self.above(above), c.ExpressionStatement):
                self.lost(call, above)
        elif not isinstance(above, (c.ExpressionStatement, c.Unary)):
            self.lost(call, above)

    def gives_body(self, function: c.Function) -> bool:
        """``(res) => res.json()`` and nothing else."""
        if len(self.site.reads) != 1 or self.site.looks_at_outcome:
            return False
        body = function.body
        if isinstance(body, c.Block) and len(body.body) == 1 and isinstance(body.body[0], c.Return):
            body = body.body[0].value
        value = body.value if isinstance(body, c.Await) else body
        return isinstance(value, c.Call) and self.site.reads[0].code in (value, body)

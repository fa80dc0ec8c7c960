"""The body of a request: read whole, taken apart, or given to a schema."""

from __future__ import annotations

from dataclasses import replace

from turnout.conversions.endpoint_to_action.ground.inputs import Body, BodyForm, Field
from turnout.conversions.endpoint_to_action.ground.pure import is_literal
from turnout.conversions.endpoint_to_action.ground.reading import Reading
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.model import code as c
from turnout.text.span import Span

_SCHEMA_CALLS = frozenset(
    {"parse", "safeParse", "parseAsync", "safeParseAsync", "validate", "validateSync", "assert", "spa", "is", "isValid"}
)


class BodyReader:
    """Collects the places that read the body, then settles what the action's parameter is."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.module = reading.module
        self.reads: list[tuple[c.Expression, BodyForm]] = []

    def json_call(self, member: c.Expression, above: c.Code | None) -> None:
        if not isinstance(above, c.Call) or above.arguments:
            raise refused("The handler reads its body in a way that can't be followed.", self.module, member)
        read = self.settled(above)
        if read is None:
            raise refused("The handler reads its body without waiting for it here.", self.module, above)
        self.reads.append((read, "json"))

    def settled(self, call: c.Expression) -> c.Expression | None:
        """What gives the body: ``await req.json()``, ``await req.json().catch(() => null)`` (an action's argument is
        never broken JSON), or one of several that are waited for together."""
        above = self.reading.above(call)
        while isinstance(above, c.Cast):
            above = self.reading.above(above)
        match above:
            case c.Await():
                return above
            case c.Member(name="catch"):
                caught = self.reading.above(above)
                return self.settled(caught) if isinstance(caught, c.Call) and caught.callee is above else None
            case c.Array():
                together = self.reading.above(above)
                is_all = isinstance(together, c.Call) and c.dotted(together.callee) in ("Promise.all",)
                return call if is_all else None
            case _:
                return None

    def text_call(self, member: c.Expression, above: c.Code | None) -> None:
        """``JSON.parse(await req.text())``, with a name for the text or without; refuses other uses of the text."""
        read = self.reading.above(above) if isinstance(above, c.Call) else None
        around = self.reading.above(read) if isinstance(read, c.Await) else None
        if isinstance(read, c.Await) and self.is_parsed(read):
            assert isinstance(around, c.Call)
            self.reads.append((around, "json"))
            return
        if isinstance(around, c.Declarator) and isinstance(around.pattern, c.Name) and self.reading.is_alone(around):
            uses = list(self.reading.references(self.module.scopes.binding(around.pattern)))
            parsed = [self.reading.above(use) for use in uses if self.is_parsed(use)]
            if len(parsed) == len(uses) == 1 and isinstance(parsed[0], c.Call):
                self.reading.drop(around)
                self.reads.append((parsed[0], "json"))
                return
        raise refused("The handler reads the raw body of its request, not JSON.", self.module, member)

    def is_parsed(self, text: c.Expression) -> bool:
        above = self.reading.above(text)
        return isinstance(above, c.Call) and c.dotted(above.callee) == "JSON.parse" and len(above.arguments) == 1

    def api_body(self, member: c.Expression, above: c.Code | None) -> None:
        if isinstance(above, c.Cast):
            above = self.reading.above(above)
        if isinstance(above, c.Call) and c.dotted(above.callee) == "JSON.parse" and len(above.arguments) == 1:
            self.reads.append((above, "text-json"))
        else:
            self.reads.append((member, "json"))

    def settle(self) -> None:
        """Decide what the whole body is called, or which keys are taken out of it, and what stands for none."""
        if not self.reads:
            return
        self.decide()
        body, inputs = self.reading.inputs.body, self.reading.inputs
        if body is not None and body.fallback is None and len(self.reads) == 1:
            inputs.body = replace(body, fallback=_caught(self.reads[0][0]))

    def decide(self) -> None:
        reads, form = [read for read, _ in self.reads], self.reads[0][1]
        if any(other != form for _, other in self.reads) or (len(reads) > 1 and not self.reading.is_api_route):
            raise refused("The handler reads its body more than once.", self.module, reads[1])
        kind, above = self.cast(reads[0])
        if len(reads) == 1 and isinstance(above, c.Declarator) and self.reading.is_alone(above):
            kind = above.type.span if above.type is not None else kind
            if self.reading.fits(above) and self.declared(above, reads[0], form, kind):
                return
        if len(reads) == 1 and isinstance(above, c.Assign) and self.attempted(above, reads[0], form, kind):
            return
        self.in_place(reads, form, kind)

    def attempted(self, assign: c.Assign, read: c.Expression, form: BodyForm, kind: Span | None) -> bool:
        """``let body; try { body = await request.json(); } catch { return … }``: an argument is never broken JSON.

        ``let body = {}; try { … } catch {}`` says what stands for a body that nobody sends.
        """
        name, statement = assign.target, self.reading.above(assign)
        block = self.reading.above(statement) if isinstance(statement, c.ExpressionStatement) else None
        attempt = self.reading.above(block) if isinstance(block, c.Block) else None
        if not isinstance(name, c.Name) or not isinstance(attempt, c.Try) or not isinstance(block, c.Block):
            return False
        binding = self.module.scopes.binding(name)
        declarator = self.reading.above(binding.site) if binding is not None else None
        if binding is None or not isinstance(declarator, c.Declarator):
            return False
        fallback = c.bare(declarator.value) if declarator.value is not None else None
        if fallback is not None and (not is_literal(fallback) or attempt.handler is None or attempt.handler.body):
            return False
        if attempt.finalizer is not None or len(block.body) != 1 or block is not attempt.block:
            return False
        is_written_here = all(attempt.span.contains(each.span) for each in binding.writes)
        is_own = self.module.function_around(declarator) is self.reading.function
        if self.reading.keeps_entry or not is_written_here or not is_own or not self.reading.is_alone(declarator):
            return False
        if not self.reading.fits(declarator):
            return False
        uses = [each for each in self.reading.references(binding) if not attempt.span.contains(each.span)]
        kind = declarator.type.span if declarator.type is not None else kind
        is_checked = bool(uses) and all(self.into_schema(use) for use in uses)
        if is_checked and kind is not None and self.module.source.text(kind).strip(": ") in ("unknown", "any"):
            kind = None
        self.reading.drop(declarator)
        self.reading.inputs.gone.append(attempt.span)
        is_unknown = kind is None and is_checked
        self.reading.inputs.body = Body(form, read.span, name.name, None, None, kind, is_unknown, fallback)
        return True

    def cast(self, value: c.Expression) -> tuple[Span | None, c.Code | None]:
        """The innermost type that a value is cast to, and what stands around the casts."""
        kind, above = None, self.reading.above(value)
        while isinstance(above, c.Cast):
            kind = kind or (above.type.span if above.type is not None and above.form in ("as", "<>") else None)
            above = self.reading.above(above)
        return kind, above

    def declared(self, declarator: c.Declarator, read: c.Expression, form: BodyForm, kind: Span | None) -> bool:
        """``const body = await request.json()``: the parameter takes its name, or its pattern."""
        match declarator.pattern:
            case c.ObjectPattern() as pattern:
                self.pattern(pattern, declarator, form, kind)
            case c.Name() as name:
                self.reading.drop(declarator)
                uses = list(self.reading.references(self.module.scopes.binding(name)))
                if kind is None and len(uses) == 1 and self.taken_apart(uses[0], form):
                    return True
                is_unknown = kind is None and bool(uses) and all(self.into_schema(use) for use in uses)
                self.reading.inputs.body = Body(form, read.span, name.name, type=kind, is_unknown=is_unknown)
            case _:
                return False
        return True

    def in_place(self, reads: list[c.Expression], form: BodyForm, kind: Span | None) -> None:
        """``schema.parse(await request.json())``: the parameter's name stands there."""
        is_unknown = kind is None and all(self.into_schema(each) for each in reads)
        local = self.name(form, is_unknown=is_unknown)
        for each in reads:
            whole = each
            while len(reads) == 1 and isinstance(above := self.reading.above(whole), c.Cast):
                if above.form not in ("as", "<>"):
                    break
                whole = above
            self.reading.put(whole, local)
        self.reading.inputs.body = Body(form, reads[0].span, local, type=kind, is_unknown=is_unknown)

    def name(self, form: BodyForm, *, is_unknown: bool) -> str:
        """``formData``, ``body``, or ``input`` for what a schema checks first."""
        taken = self.reading.taken
        if form == "form" and "formData" not in taken:
            return "formData"
        if "input" in taken:
            return self.reading.free_name("body")
        return "input" if is_unknown or "body" in taken else "body"

    def taken_apart(self, use: c.Name, form: BodyForm) -> bool:
        """``const json = await request.json(); const { name } = json as { name: string };``"""
        kind, above = self.cast(use)
        if not isinstance(above, c.Declarator) or not isinstance(above.pattern, c.ObjectPattern):
            return False
        if form == "form" or not self.reading.is_alone(above) or not self.reading.fits(above):
            return False
        self.pattern(above.pattern, above, form, above.type.span if above.type is not None else kind)
        return True

    def pattern(
        self, pattern: c.ObjectPattern, declarator: c.Declarator, form: BodyForm = "json", kind: Span | None = None
    ) -> None:
        """``const { name, role = 'user' } = await request.json()``"""
        self.reading.drop(declarator)
        if self.reading.inputs.body is not None or form == "form":
            raise refused("The handler reads its body more than once.", self.module, declarator)
        self.reading.inputs.body = Body(form, declarator.span, None, _fields(pattern), pattern.span, kind)

    def into_schema(self, use: c.Expression) -> bool:
        """Whether a value is given to a schema: ``schema.parse(body)``, ``v.safeParse(schema, body)``.

        ``JSON.stringify(body)`` takes whatever there is, too: a wrapper that is given it looks at it itself.
        """
        above = self.reading.above(use)
        if not isinstance(above, c.Call) or not any(argument is use for argument in above.arguments):
            return False
        return c.last_name(above.callee) in _SCHEMA_CALLS or c.dotted(above.callee) == "JSON.stringify"


def _caught(read: c.Expression) -> c.Expression | None:
    """``{}`` of ``await request.json().catch(() => ({}))``"""
    call = c.bare(read.value) if isinstance(read, c.Await) else None
    if not isinstance(call, c.Call) or not isinstance(call.callee, c.Member) or call.callee.name != "catch":
        return None
    function = c.bare(call.arguments[0]) if call.arguments and not isinstance(call.arguments[0], c.Spread) else None
    body = function.body if isinstance(function, c.Function) else None
    value = c.bare(body) if body is not None and not isinstance(body, c.Block) else None
    return value if value is not None and is_literal(value) else None


def _fields(pattern: c.ObjectPattern) -> tuple[Field, ...] | None:
    """The keys of a pattern; None when it is more than plain keys."""
    fields: list[Field] = []
    for member in pattern.members:
        target, default = member.target, None
        if isinstance(target, c.Default):
            target, default = target.target, target.value.span
        if not isinstance(member, c.PatternProperty) or member.key is None or not isinstance(target, c.Name):
            return None
        fields.append(Field(member.key, target.name, default))
    return tuple(fields)

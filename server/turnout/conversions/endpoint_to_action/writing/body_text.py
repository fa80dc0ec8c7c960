"""The text of an action's body: the handler's own, its inputs and answers in their new words."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.ground.pieces import Deeper, Part, Replace, removals, render
from turnout.conversions.endpoint_to_action.handlers.answers import Answer
from turnout.conversions.endpoint_to_action.handlers.dispatch import Run
from turnout.conversions.endpoint_to_action.handlers.phrases import standard_phrase
from turnout.conversions.endpoint_to_action.handlers.responses import name_of
from turnout.conversions.endpoint_to_action.handlers.set_cookie import set_in_place
from turnout.conversions.endpoint_to_action.planned import ActionPlan, AnswerPlan, Shape
from turnout.conversions.endpoint_to_action.writing.caught_text import as_const, caught_in_place, on_error
from turnout.conversions.moving import with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.write import Style, reindent
from turnout.text.source import SourceFile
from turnout.text.span import Span


def body_text(action: ActionPlan, style: Style) -> str:
    """The statements, one level in; empty when nothing is left to do."""
    first, body = action.handler.inputs.first, _body(action, style)
    if first is None:
        return body
    return style.unit + style.statement(first) + (style.newline + body if body else "")


def _body(action: ActionPlan, style: Style) -> str:
    if not action.handler.runs:
        return _arrow_body(action, style)
    source = action.handler.module.source
    replaced = _replaced(action)
    body = ""
    previous: Span | None = None
    for run in action.handler.runs:
        span = _run_span(action.handler.module, run)
        text = _without_blank_edges(render(source, span, [_within(span, each) for each in replaced]))
        if not text.strip():
            continue
        text = style.unit + reindent(text.lstrip(), source.indent_at(run.statements[0].span.start), style.unit)
        if previous is not None:
            body += style.newline * (2 if _is_apart(source, previous, span) else 1)
        body += text
        previous = span
    return body


def _arrow_body(action: ActionPlan, style: Style) -> str:
    """``() => NextResponse.json(users)``"""
    handler = action.handler
    source = handler.module.source
    (planned,) = action.answers
    span = planned.answer.span
    replaced = (*handler.inputs.replaced, *removals(source, handler.inputs.gone), _answered(action, planned))
    text = render(source, span, replaced)
    return style.indent(reindent(text, source.indent_at(span.start), ""), 1) if text else ""


def _replaced(action: ActionPlan) -> list[Replace]:
    """Everything that changes in the handler's text."""
    handler = action.handler
    source = handler.module.source
    replaced = [*handler.inputs.replaced]
    replaced += (Replace(Span(each.end, each.end), (" as const",)) for each in action.consts)
    gone = list(handler.inputs.gone)
    if (thrown := caught_in_place(action)) is not None and thrown.value is not None:
        style = Style.of(source)
        between = f"{style.newline}{source.indent_at(thrown.span.start)}"
        replaced.append(Replace(thrown.span, (between.join(on_error(action, source.text(thrown.value.span), style)),)))
    for declared in dict.fromkeys(each.answer.declared for each in action.answers):
        if declared is not None and declared.parts:
            replaced.append(declared)
        elif declared is not None:
            gone.append(declared.span)
    for planned in action.answers:
        made, answer = _answered(action, planned), planned.answer
        if made.parts:
            replaced.append(made)
        elif _stands_alone(handler.module, answer):
            gone.append(answer.span)
        else:
            replaced.append(Replace(answer.span, ("return" + _end(answer, source),)))
    for each in action.unused:
        if each.span in gone:
            continue
        if source.text(each.span).rstrip().endswith("="):
            replaced.append(each)
        else:
            gone.append(each.span)
    return [*replaced, *removals(source, gone)]


# ----------------------------------------------------------------------- runs


def _within(span: Span, replaced: Replace) -> Replace:
    """Of lines that go (with the blank ones around them) those that a run has."""
    start, end = max(replaced.span.start, span.start), min(replaced.span.end, span.end)
    return replaced if replaced.parts or start >= end else Replace(Span(start, end))


def _run_span(module: Module, run: Run) -> Span:
    """The lines of some statements, with the comments that belong to them."""
    first, last = run.statements[0], run.statements[-1]
    start = with_comments(module, first).start
    end = with_comments(module, last).end
    if run.ends_block and isinstance(run.block, c.Block):
        for comment in module.comments:
            if end <= comment.span.start and comment.span.end <= run.block.span.end:
                end = comment.span.end
    if run.block.span.start <= start and isinstance(run.block, c.Block) and first is run.block.body[0]:
        for comment in module.comments:
            if run.block.span.start < comment.span.start < start:
                start = comment.span.start
                break
    data = module.source.data
    while start > 0 and data[start - 1 : start] in (b" ", b"\t"):
        start -= 1
    while data[end : end + 1] in (b" ", b"\t"):
        end += 1
    if data[end : end + 2] == b"\r\n":
        end += 2
    elif data[end : end + 1] in (b"\n", b"\r"):
        end += 1
    return Span(start, end)


def _is_apart(source: SourceFile, before: Span, after: Span) -> bool:
    """Whether an empty line stood between two runs."""
    data = source.data[before.end : after.start].replace(b"\r\n", b"\n").replace(b" ", b"")
    return b"\n\n" in data or data.startswith(b"\n")


def _without_blank_edges(text: str) -> str:
    lines = text.splitlines(keepends=True)
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "".join(lines).rstrip()


# -------------------------------------------------------------------- answers


def _end(answer: Answer, source: SourceFile) -> str:
    if source.text(answer.span).endswith(";"):
        return ";"
    return Style.of(source).end if answer.is_expression else ""


def _stands_alone(module: Module, answer: Answer) -> bool:
    """Whether the statement can go without leaving a hole: ``if (x) return …`` can't lose its return."""
    if answer.code is None or not answer.is_last:
        return False
    above = module.parents.get(id(answer.code))
    if isinstance(above, c.Block):
        around = module.parents.get(id(above))
        return len(above.body) > 1 or isinstance(around, c.Function)
    return isinstance(above, (c.Case, c.Function))


def _answered(action: ActionPlan, planned: AnswerPlan) -> Replace:
    """What stands in place of an answer; no parts: nothing at all."""
    shape, answer, source = action.shape, planned.answer, action.handler.module.source
    end = _end(answer, source)
    statements: list[list[Part]] = [[span, end] for span in planned.work]
    if answer.is_thrown:
        text: Part = Style.of(source).string(standard_phrase(answer.status))
        statements = [["throw new Error(", answer.body.span if answer.body is not None else text, ")", end]]
    elif answer.made is not None:
        statements = response_statements(action, planned, end, [answer.body.span] if answer.body is not None else [])
    elif shape.form == "bare":
        value = (
            _brought_up(part, answer, source) if isinstance(part, Span) else part for part in _value(planned, shape)
        )
        statements.append(["return ", *value, end])
    elif shape.form == "result":
        members: list[list[Part]] = [[f"ok: {'true' if answer.may_succeed else 'false'}{as_const(action.tells_by_ok)}"]]
        if shape.status:
            number = f"{answer.status}{as_const(action.tells_by_status)}"
            members.append(["status: ", planned.status or number])
        if planned.phrase is not None:
            members.append(["statusText: ", planned.phrase.place or Style.of(source).string(planned.phrase.text or "")])
        if planned.is_carried:
            members.append(["data: ", *_value(planned, shape)])
        statements.append(["return ", *_object(members, answer, source), end])
    elif statements and not answer.is_last:
        statements.append(["return", end])
    if answer.cookies:
        store = set_in_place(source, answer.cookies, answer.span, "cookieStore", action.handler.cookies)
        statements.insert(0, [*store])
    return Replace(answer.span, tuple(_in_place(action.handler.module, answer, statements)))


def response_statements(action: ActionPlan, planned: AnswerPlan, end: str, value: list[Part]) -> list[list[Part]]:
    """``const response = errorResponse(error); return { ok: response.ok, data: await response.json() };``"""
    made, body = planned.answer.made, planned.answer.body
    returned = left_with(action, planned)
    is_named = body is not None and name_of(action.handler.module, body) is not None
    waits: list[Part] = ["await "] if made is not None and made.is_promise and isinstance(body, c.Call) else []
    first: list[Part] = [] if is_named else [*waits, *value, end]
    if first and f"{planned.local}." in returned:
        first = [f"const {planned.local} = ", *first]
    last: list[list[Part]] = [[returned, end]] if returned else []
    if not returned and not planned.answer.is_last:
        last = [["return", end]]
    return [*([first] if first else []), *last]


def left_with(action: ActionPlan, planned: AnswerPlan) -> str:
    """``return …`` for a Response, or ``throw …`` for one that nobody can read; empty where nothing is given back."""
    if planned.answer.throws:
        return f"throw new Error(await {planned.local}.text())"
    returned = read_off(action, planned)
    return f"return {returned}" if returned else ""


def read_off(action: ActionPlan, planned: AnswerPlan) -> str:
    """What the action gives back for a Response: as much of it as callers look at; empty for nothing."""
    shape, made, local = action.shape, planned.answer.made, planned.local
    data = f"await {local}.{'text' if planned.is_text else 'json'}()"
    if planned.is_either:
        data = f"{local}.ok ? await {local}.json() : await {local}.text()"
    if (
        shape.fallback is not None
        and made is not None
        and not planned.is_text
        and any(kind != "json" for kind in made.kinds)
    ):
        value = f"({shape.fallback})" if shape.fallback.startswith("{") else shape.fallback
        data = f"{data}.catch(() => {value})" if "json" in made.kinds else shape.fallback
    if shape.form != "result" or made is None:
        return data if shape.form == "bare" else ""
    known = {"success": "true", "failure": "false"}.get(made.outcome)
    members = [f"ok: {known}{as_const(action.tells_by_ok)}" if known is not None else f"ok: {local}.ok"]
    members += [f"status: {local}.status"] if shape.status else []
    if planned.phrase is not None:
        text = planned.phrase.text
        quoted = Style.of(action.handler.module.source).string(text) if text is not None else None
        members.append(f"statusText: {quoted or f'{local}.statusText'}")
    members += [f"data: {data}"] if planned.is_carried else []
    return "{ " + ", ".join(members) + " }"


def _value(planned: AnswerPlan, shape: Shape) -> list[Part]:
    if shape.fallback is not None and shape.replaces(planned.answer.kind):
        return [shape.fallback]
    if planned.answer.body is None:
        return ["null"]
    body = planned.answer.body.span
    if planned.is_text and planned.answer.kind == "json":
        return ["JSON.stringify(", body, ")"]
    return ["JSON.parse(JSON.stringify(", body, "))"] if planned.is_flattened else [body]


def _object(members: list[list[Part]], answer: Answer, source: SourceFile) -> list[Part]:
    """``{ ok: true, data: … }``, on several lines when the body is."""
    is_long = answer.body is not None and "\n" in source.text(answer.body.span)
    parts: list[Part] = []
    if not is_long or not any(isinstance(part, Span) for member in members for part in member):
        for member in members:
            parts += [", ", *member] if parts else member
        return ["{ ", *parts, " }"]
    style, indent = Style.of(source), source.newline + source.indent_at(answer.span.start)
    for number, member in enumerate(members):
        comma = "," if number + 1 < len(members) else style.comma
        parts += [indent + style.unit]
        parts += (_brought_up(part, answer, source, style.unit) if isinstance(part, Span) else part for part in member)
        parts += [comma]
    return ["{", *parts, indent, "}"]


def _brought_up(span: Span, answer: Answer, source: SourceFile, unit: str = "") -> Part:
    """A body that began on a line of its own, ``json(⏎ {``, begins on that of its statement (or ``unit`` below) now."""
    own, around = source.indent_at(span.start), source.indent_at(answer.span.start)
    begins_line = not source.data[source.data.rfind(b"\n", 0, span.start) + 1 : span.start].strip()
    if begins_line and own != around:
        return Deeper(span, around + unit, own)
    return Deeper(span, unit) if unit else span


def _in_place(module: Module, answer: Answer, statements: list[list[Part]]) -> list[Part]:
    """Statements on lines of their own; in braces where the answer stood alone below an ``if``."""
    if len(statements) < 2:
        return [part for statement in statements for part in statement]
    above = module.parents.get(id(answer.code)) if answer.code is not None else None
    is_alone = isinstance(above, (c.If, c.For, c.ForEach, c.While))
    newline = module.source.newline + module.source.indent_at(answer.span.start)
    is_short = is_alone and answer.made is None and not answer.cookies
    unit = Style.of(module.source).unit if is_alone else ""
    indent = " " if is_short else newline + unit
    parts: list[Part] = []
    for statement in statements:
        parts += [indent, *statement] if parts else statement
    if is_alone and not is_short:
        return ["{", indent, *parts, newline, "}"]
    return ["{ ", *parts, " }"] if is_alone else parts

"""The text of an endpoint that stays: it reads its request, calls the function, and sends what that gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turnout.conversions.endpoint_kept.planned import Method
from turnout.conversions.endpoint_to_action.ground.pieces import property_name
from turnout.conversions.moving import with_comments
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.write import Style, reindent
from turnout.text.edits import Edit
from turnout.text.span import Span


def work_span(method: Method) -> Span:
    """What the call of the function stands in place of."""
    handler = method.function.handler
    module = handler.module
    if not handler.runs:
        assert isinstance(handler.function.body, c.Code)
        return handler.function.body.span
    statements = [statement for run in handler.runs for statement in run.statements]
    return Span(with_comments(module, statements[0]).start, with_comments(module, statements[-1]).end)


def endpoint_edits(method: Method, style: Style) -> Iterator[Edit]:
    """The edits of one method's handler."""
    handler = method.function.handler
    module, function = handler.module, handler.function
    span = work_span(method)
    for target, name in method.taking.renamed.items():
        yield Edit(target, name)
    if not handler.runs:
        span = _grouped(module, span)
        indent = module.source.indent_at(function.span.start)
        lines = [indent + style.unit + line for line in _lines(method, indent + style.unit, style)]
        text = style.newline.join(["{", *lines, indent + "}"])
    else:
        indent = module.source.indent_at(handler.runs[0].statements[0].span.start)
        text = f"{style.newline}{indent}".join(_lines(method, indent, style))
    if not function.is_async:
        yield Edit(Span(_keyword(module, function), _keyword(module, function)), "async ")
    yield Edit(span, text)


def call_text(name: str, members: Sequence[tuple[str, str]], is_object: bool, indent: str, style: Style) -> str:
    """``updateTask({ id, readBody: () => request.json() })``"""
    if not is_object:
        return f"{name}({''.join(text for _, text in members)})"
    parts = [key if key == text else f"{property_name(key, style)}: {text}" for key, text in members]
    one_line = f"{name}({style.braces(', '.join(parts))})"
    if len(indent) + len("const { ok, status, data } = await ") + len(one_line) <= style.width:
        return one_line
    lines = f",{style.newline}".join(f"{indent}{style.unit}{part}" for part in parts)
    return f"{name}({{{style.newline}{lines}{style.comma}{style.newline}{indent}}})"


def _lines(method: Method, indent: str, style: Style) -> list[str]:
    """The statements, the first line of each without its indentation."""
    handler, taking, function = method.function.handler, method.taking, method.function
    source = handler.module.source
    lines = [
        reindent(source.text(statement.span), source.indent_at(statement.span.start), indent)
        for statement in taking.statements
    ]
    members = [(member.key, taking.arguments[member.key]) for member in taking.parameters.members]
    call = "await " + call_text(function.name, members, taking.parameters.is_object, indent, style)
    is_api_route = not handler.is_route_handler
    if not function.answers:
        return [*lines, style.statement(f"return {call.removeprefix('await ')}")]
    if method.whole is not None:
        return [*lines, *_with_responses(method, call, style)]
    sent = method.sent
    if function.shape.form != "result":
        status = function.answers[0].answer.status
        text = "" if status == 200 else str(status)
        if function.shape.form == "none":
            answered = sent.success.text("null", text, is_api_route=is_api_route)
            return [*lines, style.statement(call), style.statement(f"return {answered}")]
        name = _free(method, "data")
        answered = sent.success.text(name, text, is_api_route=is_api_route)
        return [*lines, style.statement(f"const {name} = {call}"), style.statement(f"return {answered}")]
    names = ["ok"] if sent.success != sent.failure else []
    names += ["status", "data"] if function.shape.success_data else ["status"]
    if all(_free(method, name) == name for name in names):
        taken = {name: name for name in names}
        lines.append(style.statement(f"const {style.braces(', '.join(names))} = {call}"))
    else:
        result = _free(method, "result")
        taken = {name: f"{result}.{name}" for name in names}
        lines.append(style.statement(f"const {result} = {call}"))
    data, status = taken.get("data", "null"), taken["status"]
    if "ok" in names:
        failed = sent.failure.text(data, status, is_api_route=is_api_route)
        lines += [f"if (!{taken['ok']}) {{", style.unit + style.statement(f"return {failed}"), "}"]
    succeeded = sent.success.text(data, status, is_api_route=is_api_route)
    return [*lines, style.statement(f"return {succeeded}")]


def _with_responses(method: Method, call: str, style: Style) -> Iterator[str]:
    """``if (result instanceof Response) return result``, and the same for a result."""
    function, sent, result = method.function, method.sent, _free(method, "result")
    yield style.statement(f"const {result} = {call}")
    yield f"if ({result} instanceof Response) {{"
    yield style.unit + style.statement(f"return {result}")
    yield "}"
    data, status = f"{result}.data", f"{result}.status"
    if function.shape.form != "result":
        number = function.answers[0].answer.status
        data, status = result, "" if number == 200 else str(number)
    elif not function.shape.success_data:
        data = "null"
    if function.shape.form == "result" and sent.success != sent.failure:
        yield f"if (!{result}.ok) {{"
        yield style.unit + style.statement(f"return {sent.failure.text(data, status, is_api_route=False)}")
        yield "}"
    yield style.statement(f"return {sent.success.text(data, status, is_api_route=False)}")


def _free(method: Method, wanted: str) -> str:
    """A name that what stays of the handler has no other use for."""
    function, taking = method.function.handler.function, method.taking
    kept = [*function.parameters, *taking.statements]
    taken = {code.name for each in kept for code in c.walk(each) if isinstance(code, c.Name)}
    taken |= set(taking.arguments.values()) | {method.function.name}
    names = (wanted, f"{wanted}Sent", *(f"{wanted}{number}" for number in range(2, 99)))
    return next(name for name in names if name not in taken)


def _grouped(module: Module, span: Span) -> Span:
    """``({ … })`` with the parentheses that an arrow's object has around it."""
    data = module.source.data
    start, end = span
    while data[start - 1 : start] == b"(" and data[end : end + 1] == b")":
        start, end = start - 1, end + 1
    return Span(start, end)


def _keyword(module: Module, function: c.Function) -> int:
    """Where ``async`` goes."""
    above = module.parents.get(id(function))
    return above.span.start if isinstance(above, c.FunctionDeclaration) else function.span.start

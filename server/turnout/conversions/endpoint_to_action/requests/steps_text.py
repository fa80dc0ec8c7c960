"""What the project's own request function does for one call, as text there: statements of its own, or a chain."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.ground.functions import clashes
from turnout.conversions.endpoint_to_action.requests.own_functions import Steps
from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span


def in_statements(module: Module, call: c.Call, steps: Steps, style: Style) -> Edit | None:
    """``const user = await post('/x', data)`` as statements of its own, where the names are free."""
    if steps.on_failure:
        return None
    if not steps.checks and steps.result is None:
        return Edit(call.span, steps.request)
    awaited = module.parents.get(id(call))
    if not isinstance(awaited, c.Await) or steps.returns_early or clashes(module, call, sorted(steps.names)):
        return None
    statement: c.Code | None = module.parents.get(id(awaited))
    while isinstance(statement, (c.Cast, c.Declarator)):
        statement = module.parents.get(id(statement))
    if not isinstance(statement, (c.ExpressionStatement, c.Declare, c.Return)):
        return None
    if not isinstance(module.parents.get(id(statement)), c.Block):
        return None
    source = module.source
    indent = source.indent_at(statement.span.start)
    is_unread = isinstance(statement, c.ExpressionStatement)
    is_named = bool(steps.checks) or not is_unread
    request = f"await {_indented(steps.request, indent, style)}"
    lines = [style.statement(f"const {steps.response} = {request}" if is_named else request)]
    lines += (_indented(check, indent, style) for check in steps.checks)
    if not is_unread:
        if steps.result is None:
            return None
        result = steps.result if steps.result.startswith(("await ", "(")) else f"await {steps.result}"
        if not module.source.text(awaited.span).startswith("await"):
            return None
        before = source.text(Span(statement.span.start, awaited.span.start))
        after = source.text(Span(awaited.span.end, statement.span.end))
        is_promise = steps.result.endswith((".json()", ".text()"))
        lines.append(before + (result if is_promise or steps.result.startswith("await ") else steps.result) + after)
    return Edit(statement.span, f"{style.newline}{indent}".join(lines))


def in_a_chain(module: Module, call: c.Call, steps: Steps, style: Style) -> Edit:
    """``post('/x', data)`` as ``fetch(…).then(async (res) => { … })``."""
    indent = module.source.indent_at(call.span.start)
    request = _indented(steps.request, indent, style)
    between = _line_break(module, call) if steps.on_failure else ""
    if not between and len(steps.on_failure) + bool(steps.checks) > 1:
        between = f"{style.newline}{indent}{style.unit}"
    level = between.rpartition("\n")[2] if between else indent
    then = _then(steps, level, style)
    failures = [_indented(each, level, style) for each in steps.on_failure]
    links = [f".then({then})"] if then is not None else []
    links += (f".catch({each})" for each in failures)
    if steps.leaves_reading:
        links = [f".then({', '.join([then or '', *failures])})"]
    chain = between.join([request, *links])
    return Edit(call.span, f"({chain} as {steps.kind})" if steps.kind else chain)


def _line_break(module: Module, call: c.Call) -> str:
    """What stands in front of the next link of a chain that has one a line."""
    rest = module.source.data[call.span.end :]
    space = rest[: len(rest) - len(rest.lstrip())]
    return space.decode() if b"\n" in space and rest.lstrip().startswith(b".") else ""


def _then(steps: Steps, indent: str, style: Style) -> str | None:
    """``(res) => { … }``, what becomes of the response; None when nothing does."""
    result = steps.result
    if result is not None and steps.on_failure and result.endswith((".json()", ".text()")):
        result = result.removeprefix("await ")
        if not steps.checks:
            return f"({steps.response}) => {result}"
    body = [*steps.checks]
    if result is not None:
        body.append(style.statement(f"return {result}"))
    if not body:
        return None
    is_async = "async " if any("await " in each for each in body) else ""
    inner = f"{style.newline}".join(
        f"{indent}{style.unit}{_indented(each, indent + style.unit, style)}" for each in body
    )
    return f"{is_async}({steps.response}) => {{{style.newline}{inner}{style.newline}{indent}}}"


def _indented(text: str, indent: str, style: Style) -> str:
    first, *rest = text.splitlines()
    return style.newline.join([first, *(f"{indent}{line}" if line.strip() else "" for line in rest)])

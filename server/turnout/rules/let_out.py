"""The quick fixes for a redirect that its own ``try`` catches: called after it, or thrown on by the ``catch``."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.next_api import NAVIGATION, interrupt
from turnout.rules.rule import FileView, Fix
from turnout.syntax.write import Style, moved
from turnout.text.edits import Edit
from turnout.text.span import Span


def let_out(view: FileView, call: c.Call, caught: c.Try) -> Iterator[Fix]:
    """Both where both can be done; the documentation prefers to call it outside."""
    after = _moved_after(view.module, call, caught)
    if after is not None:
        yield after
    yield from _rethrown(view, caught, is_preferred=after is None)


def error_name(caught: c.Try) -> str:
    return caught.parameter.name if isinstance(caught.parameter, c.Name) else "error"


def _moved_after(module: Module, call: c.Call, caught: c.Try) -> Fix | None:
    """Only the last statement of the ``try`` can go behind it, and only past a ``catch`` that never goes on."""
    above = module.parents.get(id(call))
    last = caught.block.body[-1]
    if above is not last or not isinstance(last, (c.ExpressionStatement, c.Return)) or len(caught.block.body) == 1:
        return None
    if caught.finalizer is not None or not _leaves(module, caught.handler) or _needs_block(module, call, caught.block):
        return None
    if not isinstance(module.parents.get(id(caught)), (c.Block, c.Case)):
        return None
    source = module.source
    span = _own_lines(module, last)
    if span is None:
        return None
    before = max(
        each.end
        for each in (caught.block.body[-2].span, *(comment.span for comment in module.comments))
        if each.end <= span.start
    )
    indent = source.indent_at(caught.span.start)
    text = f"{source.newline}{indent}{moved(source, span, indent)}"
    return Fix(
        "Call it after the try",
        (Edit(Span(before, span.end), ""), Edit(Span(caught.span.end, caught.span.end), text)),
        is_preferred=True,
    )


def _leaves(module: Module, handler: c.Block | None) -> bool:
    match handler.body[-1] if handler is not None and handler.body else None:
        case c.Return() | c.Throw():
            return True
        case c.ExpressionStatement(expression=c.Call() as call):
            return interrupt(module, call) is not None
        case _:
            return False


def _needs_block(module: Module, call: c.Call, block: c.Block) -> bool:
    """Whether it is given something that is declared inside of the ``try``."""
    return any(
        isinstance(code, c.Name)
        and (binding := module.scopes.binding(code)) is not None
        and block.span.contains(binding.site.span)
        for code in c.walk(call)
    )


def _own_lines(module: Module, statement: c.Statement) -> Span | None:
    """A statement with the comments right above and behind it; None when it shares its lines with others."""
    lines, data = module.source.lines, module.source.data
    start, end = statement.span
    line_end = lines.line_span(lines.line_of(end)).end
    behind = data[end:line_end].strip()
    if behind and not behind.startswith(b"//"):
        return None
    above = {lines.line_of(each.span.end): each.span.start for each in module.comments}
    while not data[lines.line_span(lines.line_of(start)).start : start].strip():
        found = above.get(lines.line_of(start) - 1)
        if found is None or data[lines.line_span(lines.line_of(found)).start : found].strip():
            return Span(start, line_end if behind else end)
        start = found
    return None


def _rethrown(view: FileView, caught: c.Try, *, is_preferred: bool) -> Iterator[Fix]:
    """``unstable_rethrow(error)`` first in the ``catch``, imported beside the function that throws."""
    module, handler = view.module, caught.handler
    if (
        view.app.is_before(15)
        or handler is None
        or not (caught.parameter is None or isinstance(caught.parameter, c.Name))
    ):
        return
    imported = _import(module)
    if imported is None:
        return
    rethrow, import_edit = imported
    source = module.source
    edits = [import_edit] if import_edit is not None else []
    if caught.parameter is None:
        if any(isinstance(code, c.Name) and code.name == "error" for code in c.walk(handler)):
            return
        edits.append(Edit(Span(handler.span.start, handler.span.start), "(error) "))
    style = Style.of(source)
    line = style.statement(f"{rethrow}({error_name(caught)})")
    indent = source.indent_at(caught.span.start)
    inner = source.indent_at(handler.body[0].span.start) if handler.body else indent + style.unit
    at = handler.span.start + 1
    is_one_line = source.lines.line_of(handler.span.start) == source.lines.line_of(handler.span.end)
    if is_one_line and handler.body:
        edits.append(Edit(Span(at, at), f" {rethrow}({error_name(caught)});"))
    else:
        edits.append(
            Edit(Span(at, at), f"{source.newline}{inner}{line}" + (f"{source.newline}{indent}" if is_one_line else ""))
        )
    yield Fix("Let it through with unstable_rethrow", tuple(edits), is_preferred=is_preferred)


def _import(module: Module) -> tuple[str, Edit | None] | None:
    """What ``unstable_rethrow`` is called here, and the edit that imports it."""
    known = next(
        (each for each in module.imports if each.imported == "unstable_rethrow" and each.source.value == NAVIGATION),
        None,
    )
    if known is not None:
        return known.local.name, None
    for statement in module.body:
        if not isinstance(statement, c.Import) or statement.source.value != NAVIGATION or statement.type_only:
            continue
        if any(each.imported == "*" for each in statement.specifiers):
            return f"{statement.specifiers[-1].local.name}.unstable_rethrow", None
        named = [each for each in statement.specifiers if each.imported != "default"]
        if named:
            end = named[-1].span.end
            return "unstable_rethrow", Edit(Span(end, end), ", unstable_rethrow")
    return None

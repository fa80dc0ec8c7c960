"""The quick fixes that read a request's body as text: instead of parsing it, or before."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.rules.edits import insert
from turnout.rules.rule import Fix
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span

_NAMES = ("rawBody", "rawText", "bodyText")


def read_as_text(
    module: Module, read: c.Call, body: Binding, checked: c.Expression, stringified: c.Call | None
) -> Iterator[Fix]:
    """For ``const body = await request.json()``, whose text is ``checked``: as it is, or ``stringified`` again."""
    if not isinstance(read.callee, c.Member):
        return
    written = stringified.span if stringified is not None else checked.span
    if len(body.references) == 1:
        edits = [Edit(read.callee.name_span, "text")]
        if stringified is not None:
            edits.append(Edit(written, body.name))
        yield Fix("Read the body as text", tuple(edits), is_preferred=True)
        return
    awaited = module.parents.get(id(read))
    statement = next((each for each in module.ancestors(read) if isinstance(each, c.Declare)), None)
    name = next((each for each in _NAMES if each.encode() not in module.source.data), None)
    if not isinstance(awaited, c.Await) or statement is None or name is None:
        return
    source, callee = module.source, read.callee
    request = source.text(Span(read.span.start, callee.name_span.start))
    line = Style.of(source).statement(f"const {name} = await {request}text()")
    yield Fix(
        "Read the raw body first, and parse it afterwards",
        (
            insert(statement.span.start, f"{line}{source.newline}{source.indent_at(statement.span.start)}"),
            Edit(_with_parentheses(module, awaited.span), f"JSON.parse({name})"),
            Edit(written, name),
        ),
        is_preferred=True,
    )


def _with_parentheses(module: Module, span: Span) -> Span:
    """``(await request.json()) as Body``"""
    data = module.source.data
    is_in = data[span.start - 1 : span.start] == b"(" and data[span.end : span.end + 1] == b")"
    return Span(span.start - 1, span.end + 1) if is_in else span

"""The edit that tells Turnout to leave a line alone: a comment in front of it, in the way its surroundings allow."""

from __future__ import annotations

import re

from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.edits import Edit
from turnout.text.span import Span

_KNOWN = re.compile(r"turnout-ignore-next-line\s+[\w-]+(?:\s*,\s*[\w-]+)*")


def ignore_edit(module: Module, offset: int, code: str) -> Edit | None:
    """``// turnout-ignore-next-line code`` above the line of ``offset``; None where no comment can stand.

    A comment that is there already gets the code added. Between JSX children it is ``{/* … */}``.
    """
    source = module.source
    line = source.lines.line_of(offset)
    start = max(source.lines.line_span(line).start, source.start)
    for comment in module.comments:
        if source.lines.line_of(comment.span.end) + 1 == line and (known := _KNOWN.search(comment.text)):
            at = comment.span.start + len(comment.text[: known.end()].encode())
            return Edit(Span(at, at), f", {code}")
    indent = source.indent_at(start)
    first = start + len(indent.encode())
    form = _form(module, first)
    if form is None:
        return None
    return Edit(Span(start, start), f"{indent}{form.format(f'turnout-ignore-next-line {code}')}{source.newline}")


def _form(module: Module, at: int) -> str | None:
    """How a comment is written in front of the text that begins at a place."""
    form: str | None = "// {}"
    for code in module.path_to(at):
        if isinstance(code, (c.Template, c.String, c.JsxText)) and code.span.start < at < code.span.end:
            form = None if not isinstance(code, c.JsxText) else "{{/* {} */}}"
        elif isinstance(code, c.Jsx) and code.span.start < at:
            # After the opening tag's attributes come the children.
            tag_end = max((each.span.end for each in code.attributes), default=code.span.start)
            is_child = at > tag_end and any(child.span.start <= at for child in code.children)
            form = "{{/* {} */}}" if is_child else "// {}"
        elif code.span.start < at:
            form = "// {}"
    return form

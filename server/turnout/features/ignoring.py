"""The edits that tell Turnout to leave a line or a file alone: comments, in the way their surroundings allow."""

from __future__ import annotations

import re

from turnout.model import code as c
from turnout.model.module import Module
from turnout.rules.ignores import comment_lines, silenced_line
from turnout.text.edits import Edit
from turnout.text.span import Span

_LINE = re.compile(r"turnout-ignore-next-line\s+[\w-]+(?:\s*,\s*[\w-]+)*")
_FILE = re.compile(r"turnout-ignore-file\s+[\w-]+(?:\s*,\s*[\w-]+)*")
_FOR_NEXT_LINE = re.compile(rb"next-line|@ts-(?:ignore|expect-error)|(?:prettier|biome)-ignore")
"""Comments of other tools that must stay where they are: right above their line."""


def ignore_line_edit(module: Module, offset: int, code: str) -> Edit | None:
    """``// turnout-ignore-next-line code`` above the line of ``offset``; None where no comment can stand.

    A comment that is there already gets the code added. Between JSX children it is ``{/* … */}``.
    """
    source = module.source
    line = source.lines.line_of(offset)
    for comment in module.comments:
        if (added := _added(_LINE, comment.text, comment.span, code)) and silenced_line(module, comment) == line:
            return added
    indent = source.indent_at(max(source.lines.line_span(line).start, source.start))
    line = _above_comments(module, line)
    start = max(source.lines.line_span(line).start, source.start)
    form = _form(module, start + len(source.indent_at(start).encode()))
    if form is None or not module.body:
        return None  # In a file without code no line is the next one.
    return Edit(Span(start, start), f"{indent}{form.format(f'turnout-ignore-next-line {code}')}{source.newline}")


def ignore_file_edit(module: Module, code: str) -> Edit:
    """``// turnout-ignore-file code`` in the first line, or the code added to such a comment."""
    for comment in module.comments:
        if added := _added(_FILE, comment.text, comment.span, code):
            return added
    source = module.source
    at = source.start
    if source.data.startswith(b"#!", at):
        at = source.lines.line_span(min(1, source.lines.line_count - 1)).start
    return Edit(Span(at, at), f"// turnout-ignore-file {code}{source.newline}")


def _added(known: re.Pattern[str], text: str, span: Span, code: str) -> Edit | None:
    found = known.search(text)
    if found is None:
        return None
    at = span.start + len(text[: found.end()].encode())
    return Edit(Span(at, at), f", {code}")


def _above_comments(module: Module, line: int) -> int:
    """The line to write above: where another tool's comment is about the line, the first of the comments there."""
    comments = comment_lines(module)
    first = line
    while first - 1 in comments:
        first -= 1
    lines, data = module.source.lines, module.source.data
    above = data[lines.line_span(first).start : lines.line_span(line).start]
    return first if _FOR_NEXT_LINE.search(above) else line


def _form(module: Module, at: int) -> str | None:
    """How a comment is written in front of the text that begins at a place."""
    form: str | None = "// {}"
    if any(comment.span.start < at < comment.span.end for comment in module.comments):
        return None
    for code in module.path_to(at):
        if code.span.start >= at:
            continue
        if isinstance(code, (c.Template, c.String)):
            form = None
        elif isinstance(code, c.JsxText):
            form = "{{/* {} */}}"
        elif isinstance(code, c.Jsx):
            # After the opening tag come the children; inside of it a comment is a plain one.
            written = max((each.span.end for each in code.attributes), default=code.span.start + 1 + len(code.tag))
            tag_end = module.source.data.find(b">", written, code.span.end)
            form = "{{/* {} */}}" if at > tag_end >= 0 else "// {}"
        else:
            form = "// {}"
    return form

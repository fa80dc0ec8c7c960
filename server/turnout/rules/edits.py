"""Edits that the fixes of several rules make: ``await`` put in, functions made async, imported names exchanged."""

from __future__ import annotations

from turnout.model import code as c
from turnout.model.module import Module
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit
from turnout.text.span import Span


def insert(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text)


def awaited(module: Module, expression: c.Expression) -> list[Edit]:
    """``await x``, in parentheses where something is taken from it."""
    above = module.parents.get(id(expression))
    start, end = expression.span
    if isinstance(above, (c.Member, c.Index, c.Call)) or isinstance(expression, c.Cast):
        if module.source.data[start - 1 : start] == b"(" and module.source.data[end : end + 1] == b")":
            return [insert(start, "await ")]
        return [insert(start, "(await "), insert(end, ")")]
    return [insert(start, "await ")]


def made_async(module: Module, function: c.Function) -> list[Edit] | None:
    """``async`` before a function and ``Promise`` around its return type; None when it can't be async."""
    if function.is_async:
        return []
    if function.is_generator or function.form in ("getter", "setter", "constructor", "method"):
        return None
    edits = [insert(function.span.start, "async ")]
    if function.return_type is not None:
        text = module.source.text(function.return_type.span)
        if " is " in text or text.startswith("asserts "):
            return None
        if not text.startswith(("Promise<", "PromiseLike<")):
            start, end = function.return_type.span
            edits += [insert(start, "Promise<"), insert(end, ">")]
    return edits


def exchanged_import(module: Module, old: str, new: str, source: str) -> list[Edit] | None:
    """Import ``new`` in place of ``old``, keeping ``old`` while it is used more than once. None when it can't be done.

    The caller changes the one use itself.
    """
    imported = next(
        (
            each
            for each in module.imports
            if each.imported == old and each.source.value == source and not each.type_only
        ),
        None,
    )
    if imported is None:
        return None
    specifier = next(
        (each for statement in module.body if isinstance(statement, c.Import)
         for each in statement.specifiers if each.local is imported.local), None,
    )  # fmt: skip
    binding = module.scopes.binding(imported.local)
    if specifier is None or binding is None:
        return None
    known = module.import_of.get(new)
    if known is not None and known.source.value != source:
        return None
    if len(binding.references) > 1:
        return [] if known is not None else [insert(specifier.span.end, f", {new}")]
    if known is None:
        return [Edit(specifier.span, new)]
    return [without_specifier(module, specifier.span)]


def without_specifier(module: Module, span: Span) -> Edit:
    """One of several names in braces, taken away."""
    return Edit(_with_comma(module, span), "")


def without_member(module: Module, span: Span) -> tuple[Edit, ...]:
    """One of several members in braces, taken away with its comma, and with its line when nothing else stands there."""
    return removed(module.source, (_with_comma(module, span),))


def _with_comma(module: Module, span: Span) -> Span:
    """A specifier with the comma and the space that belong to it."""
    data = module.source.data
    end = span.end
    while data[end : end + 1].isspace():
        end += 1
    if data[end : end + 1] == b",":
        end += 1
        while data[end : end + 1] in (b" ", b"\t"):
            end += 1
        return Span(span.start, end)
    start = span.start
    while data[start - 1 : start].isspace():
        start -= 1
    return Span(start - 1, span.end) if data[start - 1 : start] == b"," else span


def first_line(module: Module, function: c.Function, text: str) -> Edit | None:
    """A statement put first into a function's block body."""
    body = function.body
    if not isinstance(body, c.Block):
        return None
    source = module.source
    style = Style.of(source)
    outer = source.indent_at(body.span.start)
    at = body.span.start + 1
    if not body.body:
        return insert(
            at, f"{source.newline}{outer}{style.unit}{style.statement(text)}{source.newline}{outer}".rstrip(" \t")
        )
    if source.lines.line_of(body.body[0].span.start) == source.lines.line_of(body.span.start):
        return insert(at, f" {text};")
    inner = source.indent_at(body.body[0].span.start)
    return insert(at, f"{source.newline}{inner}{style.statement(text)}")


def added_import(module: Module, name: str, source: str) -> Edit | None:
    """One more import, after those that are there."""
    style = Style.of(module.source)
    line = style.statement(f"import {style.braces(name)} from {style.string(source)}")
    imports = [statement for statement in module.body if isinstance(statement, c.Import)]
    if imports:
        return insert(imports[-1].span.end, module.source.newline + line)
    if module.directives:
        return insert(module.directives[-1].statement.end, module.source.newline * 2 + line)
    return insert(module.body[0].span.start, line + module.source.newline) if module.body else None

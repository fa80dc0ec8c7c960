"""Looking into the text of a type annotation: where a member's type stands, and whether it is a Promise."""

from __future__ import annotations

import re

from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.span import Span

_PAIRS = {"{": "}", "(": ")", "[": "]", "<": ">"}


def member_type(module: Module, within: Span, key: str) -> Span | None:
    """Where the type of ``key`` is written in ``{ key: T; … }``, the outermost one; None when it isn't there."""
    data = module.source.data
    text = data[within.start : within.end].decode("latin-1")
    for match in re.finditer(rf"(?<![\w$.]){re.escape(key)}\s*\??\s*:\s*", text):
        if _depth(text[: match.start()]) != 1:
            continue
        start = match.end()
        end = _end(text, start)
        if end > start:
            return Span(within.start + start, within.start + end)
    return None


def declared_type(module: Module, name: str) -> c.TypeDeclaration | None:
    """The interface or type of this file that a name means."""
    for statement in module.body:
        inner = statement.declaration if isinstance(statement, c.ExportDeclaration) else statement
        if isinstance(inner, c.TypeDeclaration) and inner.name is not None and inner.name.name == name:
            return inner
    return None


def parameter_member(module: Module, parameter: c.Parameter, key: str) -> Span | None:
    """Where the type of ``key`` is written for a parameter: in its annotation, or in the file's type of that name."""
    if parameter.type is None:
        return None
    text = module.source.text(parameter.type.span)
    if text.lstrip(": ").startswith("{"):
        return member_type(module, parameter.type.span, key)
    declared = declared_type(module, text.strip(": \n\t"))
    if declared is None or declared.name is None:
        return None
    return member_type(module, Span(declared.name.span.end, declared.span.end), key)


def is_promise(text: str) -> bool:
    return "Promise" in text


def _depth(text: str) -> int:
    depth = 0
    for index, letter in enumerate(text):
        if letter in _PAIRS:
            depth += 1
        elif letter in _PAIRS.values() and not (letter == ">" and text[index - 1 : index] == "="):
            depth -= 1
    return depth


def _end(text: str, start: int) -> int:
    depth = 0
    for index in range(start, len(text)):
        letter = text[index]
        if letter in _PAIRS:
            depth += 1
        elif letter in _PAIRS.values() and not (letter == ">" and text[index - 1] == "="):
            depth -= 1
            if depth < 0:
                return _trimmed(text, start, index)
        elif (depth == 0 and letter in ";,") or (
            depth == 0 and letter == "\n" and not re.match(r"\s*[|&]", text[index:]) and text[start:index].strip()
        ):
            return _trimmed(text, start, index)
    return _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())

"""The text of one action: its head, its body, and the catch that stands for Next.js's own 500."""

from __future__ import annotations

import re

from turnout.conversions.endpoint_to_action.ground.pieces import Part, property_name, rendered
from turnout.conversions.endpoint_to_action.planned import ActionPlan, Member, Parameters
from turnout.conversions.endpoint_to_action.writing.body_text import body_text
from turnout.conversions.endpoint_to_action.writing.built import text_of
from turnout.conversions.endpoint_to_action.writing.caught_text import caught_in_place, on_error
from turnout.conversions.endpoint_to_action.writing.layer_text import around
from turnout.syntax.write import Style, reindent
from turnout.text.source import SourceFile


def action_text(action: ActionPlan, style: Style) -> str:
    """``export async function createUser({ name }) { … }``"""
    return with_body(action, body_text(action, style), style)


def with_body(action: ActionPlan, body: str, style: Style) -> str:
    """The same around another body, one level in."""
    if action.built is not None:
        return text_of(action, action.built, body, style)
    head = f"export async function {action.name}("
    head += _parameters(action, style, len(head) + len(") {")) + ") {"
    for layer in reversed(action.layers):
        body = around(action, layer, body, style)
    if action.shape.catches and caught_in_place(action) is None:
        body = _caught(action, body, style)
    if action.to_check:
        error = style.string(f"{action.name}() checks nobody yet")
        first = (f"// TODO: {action.to_check}", style.statement(f"throw new Error({error})"))
        body = style.newline.join([*(style.unit + line for line in first), *(["", body] if body else [])])
    return f"{head}{style.newline}{body}{style.newline}}}" if body else f"{head}}}"


def _caught(action: ActionPlan, body: str, style: Style) -> str:
    """An uncaught error was a 500 to callers: logged, and an answer that is not ok."""
    lines = [
        f"{style.unit}try {{",
        *([style.indent(body, 1)] if body else []),
        f"{style.unit}}} catch (error) {{",
        *(style.indent(line, 2) for line in on_error(action, "error", style)),
    ]
    return style.newline.join([*lines, f"{style.unit}}}"])


# ----------------------------------------------------------------- parameters


def _parameters(action: ActionPlan, style: Style, around: int) -> str:
    """What stands between the parentheses; ``around`` is how much else is on the line."""
    parameters, source = action.parameters, action.handler.module.source
    if not parameters.members:
        return ""
    if not parameters.is_object:
        (member,) = parameters.members
        name = source.text(member.pattern) if member.pattern else member.local
        kind = "" if member.type is None else f": {_type(member.type, source)}"
        one_line = f"{name}{kind}{_default(member, source)}"
        if around + len(one_line) <= style.width:
            return one_line
        return f"{_on_lines(name, style, '', around)}{_on_lines(kind, style, '')}{_default(member, source)}"
    names = [_name(member, source, style) for member in parameters.members]
    kinds = [_member_type(member, member.type, source, style) for member in parameters.members if member.type]
    pattern = "{ " + ", ".join(names) + " }"
    kind = _with_base(parameters, "{ " + "; ".join(kinds) + " }" if kinds else "", source)
    one_line = f"{pattern}: {kind}" if kind else pattern
    if around + len(one_line) <= style.width:
        return one_line
    newline = style.newline
    lines = "".join(f"{_on_lines(f'{style.unit}{name}', style, style.unit)},{newline}" for name in names)
    if style.trailing_commas == "none":
        lines = lines[: -len(f",{newline}")] + newline
    pattern = f"{{{newline}{lines}}}"
    if kinds and parameters.base_type is None:
        kind = f"{{{newline}" + "".join(
            f"{_on_lines(f'{style.unit}{each}', style, style.unit)}{style.end}{newline}" for each in kinds
        )
        kind += "}"
    return f"{pattern}: {kind}" if kind else pattern


_MEMBERS = re.compile(r"(?P<head>[^{}]*)\{ (?P<members>[^{}()\[\]<>'\"`]+) \}(?P<tail>[^{}]*)")


def _on_lines(text: str, style: Style, indent: str, around: int = 0) -> str:
    """``body: { name, email }`` with a line for each member, where that is wider than the file."""
    found = _MEMBERS.fullmatch(text) if "\n" not in text and around + len(text) > style.width else None
    if found is None:
        return text
    is_type = ";" in found["members"]
    members = [each.strip() for each in found["members"].split(";" if is_type else ",")]
    end = style.end if is_type else ","
    lines = [f"{indent}{style.unit}{each}{end}" for each in members]
    if not is_type and style.trailing_commas == "none":
        lines[-1] = lines[-1].removesuffix(",")
    return style.newline.join([f"{found['head']}{{", *lines, f"{indent}}}{found['tail']}"])


def _name(member: Member, source: SourceFile, style: Style) -> str:
    """``name``, ``role = 'user'``, ``body: { a: { b } }``"""
    if member.pattern is not None:
        text = source.text(member.pattern)
        name = f"{member.key}: {reindent(text, source.indent_at(member.pattern.start), style.unit)}"
    elif member.local == member.key:
        name = member.local
    else:
        name = f"{property_name(member.key, style)}: {member.local}"
    return name + _default(member, source)


def _default(member: Member, source: SourceFile) -> str:
    return f" = {source.text(member.default)}" if member.default is not None else ""


def _type(parts: tuple[Part, ...], source: SourceFile) -> str:
    return "".join(rendered(source, part, ()) for part in parts)


def _member_type(member: Member, parts: tuple[Part, ...], source: SourceFile, style: Style) -> str:
    optional = "?" if member.is_optional or member.default is not None else ""
    return f"{property_name(member.key, style)}{optional}: {_type(parts, source)}"


def _with_base(parameters: Parameters, kind: str, source: SourceFile) -> str:
    """``{ id: string } & CreateUser``"""
    if parameters.base_type is None:
        return kind
    base = source.text(parameters.base_type)
    return f"{kind} & {base}" if kind else base

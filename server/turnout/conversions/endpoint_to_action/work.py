"""The work in what the action drops: bodies that no caller reads may still do something, and constants fed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from turnout.conversions.endpoint_to_action.ground.pieces import Replace, is_kept
from turnout.conversions.endpoint_to_action.ground.pure import has_work, is_work
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.handlers.handler import Handler
from turnout.conversions.endpoint_to_action.planned import AnswerPlan
from turnout.model import code as c
from turnout.model.module import Module
from turnout.text.span import Span


def work_in(module: Module, expression: c.Expression) -> tuple[Span, ...]:
    """The work inside of an expression whose value nobody needs, piece by piece; refuses what a condition does."""
    match expression:
        case c.Conditional() | c.Binary(operator="&&" | "||" | "??") if has_work(expression):
            raise refused("The work done inside of this answer can't be taken apart from it.", module, expression)
        case c.Function():
            return ()
        case _ if is_work(expression):
            return (expression.span,)
        case _:
            found: list[Span] = []
            for below in c.children(expression):
                inner = below.value if isinstance(below, c.Property) else cast("c.Expression", below)
                found += work_in(module, inner)
            return tuple(found)


def dropped(handler: Handler, answers: Sequence[AnswerPlan]) -> list[Replace]:
    """What of the handler's text goes: statements that read an input, and of each answer all but its kept places."""
    return [
        *(Replace(span) for span in handler.inputs.gone),
        *(Replace(each.answer.span, each.kept) for each in answers),
        *(Replace(each.answer.declared.span, each.kept) for each in answers if each.answer.declared is not None),
    ]


def unused_constants(handler: Handler, answers: Sequence[AnswerPlan]) -> tuple[Replace, ...]:
    """Constants that only the dropped bodies used, and those that only such constants used."""
    gone = dropped(handler, answers)
    found: list[Replace] = []
    while True:
        more = next(_unused(handler, [*gone, *found]), None)
        if more is None:
            return tuple(found)
        found.append(more)


def _unused(handler: Handler, gone: Sequence[Replace]) -> Iterator[Replace]:
    """``const user = await save()`` becomes ``await save()``, ``const text = user.name`` nothing."""
    for code in (code for each in handler.live for code in c.walk(each)):
        if not isinstance(code, c.Declare) or len(code.declarators) != 1:
            continue
        if any(each.span == code.span or each.span.start == code.span.start for each in gone):
            continue
        if handler.module.function_around(code) is not handler.function:
            continue
        declarator = code.declarators[0]
        if declarator.value is None or not _is_used_only_in(handler.module, declarator.pattern, gone):
            continue
        end = declarator.value.span.start if has_work(declarator.value) else code.span.end
        yield Replace(Span(code.span.start, end))


def _is_used_only_in(module: Module, pattern: c.Pattern, gone: Sequence[Replace]) -> bool:
    """Whether each name of a pattern is used, and nowhere but in what goes."""
    bindings = [module.scopes.binding(name) for name in c.bound_names(pattern)]
    return bool(bindings) and all(
        binding is not None
        and bool(binding.references)
        and not any(is_kept(reference.span, gone) for reference in binding.references)
        for binding in bindings
    )

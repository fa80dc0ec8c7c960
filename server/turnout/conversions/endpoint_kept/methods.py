"""One method of an endpoint that stays: the function that does its work, the action that calls it, what is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from turnout.conversions.endpoint_kept.planned import Method
from turnout.conversions.endpoint_kept.sending import Sent, sent_as
from turnout.conversions.endpoint_kept.taking import taking_of
from turnout.conversions.endpoint_kept.whole import whole_of
from turnout.conversions.endpoint_to_action import result
from turnout.conversions.endpoint_to_action.ground.plain import Plainness
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.handlers.answers import Answer
from turnout.conversions.endpoint_to_action.handlers.handler import Handler
from turnout.conversions.endpoint_to_action.handlers.kept import NOTE as COOKIES
from turnout.conversions.endpoint_to_action.methods import Read
from turnout.conversions.endpoint_to_action.names import action_name, free_name
from turnout.conversions.endpoint_to_action.plan import action_of
from turnout.conversions.endpoint_to_action.planned import ActionPlan, Parameters, Shape
from turnout.conversions.imports import names_in
from turnout.text.span import Span


def method_of(plainness: Plainness, read: Read, before: Sequence[Method], *, is_linked: bool) -> Method:
    """What becomes of one method; ``before`` are those of the same endpoint that have their names already."""
    read = _with_optional_query(read)
    handler = read.handler
    _check_handler(read)
    function_name, name = _names(read, before)
    action = action_of(plainness, read, name, is_linked=is_linked)
    response = None
    if not handler.is_route_handler:
        response = handler.module.source.text(handler.function.parameters[1].pattern.span)
    sent = sent_as(handler.module, handler.answers, response, _read_apart(action))
    plain = tuple(each for each in handler.answers if each not in sent.whole)
    if sent.whole and not handler.runs:
        raise refused("This answer is more than a status and a body.", handler.module, sent.whole[0].span)
    _check_type(handler, sent)
    taking = taking_of(handler, action.parameters)
    shape = _shape(plain)
    inner = replace(handler, inputs=taking.inputs, layers=(), answers=plain)
    answers = result.planned_answers(plainness, inner, shape, read.sites)
    passes_on = action.shape.form == "bare" or action.shape.success_data or action.shape.failure_data
    function = ActionPlan(
        inner,
        function_name,
        taking.parameters,
        shape,
        tuple(each if passes_on else replace(each, is_flattened=False) for each in answers),
        (),
        (),
        shape.form == "result" and (action.tells_by_ok or result.tells_by_ok(inner, shape)),
        shape.form == "result" and action.tells_by_status,
    )
    own = replace(
        action,
        handler=replace(handler, inputs=replace(handler.inputs, made=_made(handler, taking.made))),
        parameters=_bare(action, taking.reads if taking.is_split else frozenset()),
    )
    return Method(function, own, taking, sent, whole_of(own, sent.whole))


def _check_type(handler: Handler, sent: Sent) -> None:
    """Refuses a handler whose own type of its answers no longer fits those that it passes on."""
    declared = handler.function.return_type
    text = handler.module.source.text(declared.span) if declared is not None else ""
    if declared is not None and ("NextResponse<" in text or (sent.whole and "NextResponse" in text)):
        raise refused(
            "The handler says which type its answers have; the function's answers would not fit: take that out first.",
            handler.module,
            declared,
        )


def _read_apart(action: ActionPlan) -> frozenset[Span]:
    """Answers of which callers read something that a result has not, or for which an error stands."""
    return frozenset(
        each.answer.span
        for each in action.answers
        if each.answer.throws
        or each.phrase is not None
        or (each.is_text and each.answer.kind == "json")
        or (action.shape.fallback is not None and each.answer.kind != "json")
    )


def _made(handler: Handler, names: Mapping[str, str]) -> dict[tuple[int, str], str]:
    return {(layer, name): names[name] for layer, name in handler.inputs.made}


def _bare(action: ActionPlan, keys: frozenset[str]) -> Parameters:
    """Defaults and patterns are the function's: the action passes on, of the body's ``keys`` those that it gets."""
    parameters = action.parameters
    sent = {given.key for planned in action.sites for given in planned.arguments}
    members = tuple(
        replace(each, pattern=None, default=None, is_optional=each.is_optional or each.default is not None)
        for each in parameters.members
        if each.key in sent or each.key not in keys
    )
    return replace(parameters, members=members, is_object=parameters.is_object or any(e.is_optional for e in members))


def _check_handler(read: Read) -> None:
    """Refuses what an endpoint can't do for a function that it calls."""
    handler = read.handler
    if COOKIES in handler.notes:
        raise refused(
            "The endpoint puts cookies on its response: set them by cookies() of next/headers first.",
            handler.module,
            handler.function.name or handler.function,
        )
    if handler.is_route_handler:
        return
    if len(handler.runs) != 1:
        raise refused(
            "Code in front of the choice by method runs for other methods, too: it can't move with this one.",
            handler.module,
            handler.function.name or handler.function,
        )
    if handler.inputs.next_headers or any(each.parts == () for each in handler.inputs.replaced):
        raise refused(
            "The API route reads headers, cookies or the session off its request, which a function that an action "
            "calls, too, has not.",
            handler.module,
            handler.function.name or handler.function,
        )


def _shape(answers: Sequence[Answer]) -> Shape:
    """All that the endpoint needs to answer: the body where there is one answer, else the status, too."""
    if len(answers) == 1 and answers[0].status_code is None:
        return Shape("none" if answers[0].body is None else "bare")
    has_data = any(each.body is not None for each in answers)
    return Shape(
        "result",
        status=True,
        success_data=has_data,
        failure_data=has_data,
        has_failures=any(each.may_fail for each in answers),
    )


def _names(read: Read, before: Sequence[Method]) -> tuple[str, str]:
    """``createTask`` for the function, ``createTaskAction`` for the action."""
    modules = [read.handler.module, *(site.module for site in read.sites)]
    taken = {name for module in modules for name in names_in(module)}
    taken |= {name for each in before for name in (each.function.name, each.action.name)}
    inputs, route = read.handler.inputs, read.endpoint.entry.route
    pattern = route.pattern if route else "/api"
    wanted = action_name(read.handler.method, pattern, uploads=inputs.uploads, keys=inputs.keys)
    function = wanted if free_name(wanted, taken) == wanted else f"handle{wanted[:1].upper()}{wanted[1:]}"
    return free_name(function, taken), free_name(f"{wanted}Action", taken | {function})


def _with_optional_query(read: Read) -> Read:
    """What only the endpoint's other callers send, the action need not be given."""
    inputs = read.handler.inputs
    scalars = [replace(each, is_optional=each.carrier == "query") for each in inputs.scalars]
    for each in inputs.whole_queries:
        raise refused(
            "The handler uses its query as a whole, and nobody knows what else others send.", read.handler.module, each
        )
    return replace(read, handler=replace(read.handler, inputs=replace(inputs, scalars=scalars)))

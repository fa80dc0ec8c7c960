"""Answers that no caller could read: plain text where all of them ask for JSON. ``res.json()`` rejected there; the
action throws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.callers.outcomes import is_first
from turnout.conversions.endpoint_to_action.handlers.answers import Answer
from turnout.conversions.endpoint_to_action.handlers.handler import Handler
from turnout.conversions.endpoint_to_action.handlers.layers import Layer
from turnout.model import code as c
from turnout.model.module import Module

NOTE = (
    "Where the endpoint answered with plain text, its callers failed to read JSON; {name} throws there, with that text."
)


def with_thrown(handler: Handler, sites: Sequence[CallSite]) -> Handler:
    """The handler, its failures that made all callers fail marked as such."""
    if not sites or not all(_fails_at_once(site) for site in sites):
        return handler
    layers: list[Layer] = []
    is_caught = False
    for layer in handler.layers:
        shared, mapped = layer.shared, layer.mapped
        if mapped is not None and not is_caught:
            mapped = replace(mapped, made=replace(mapped.made, throws=_is_unreadable(mapped.made.kinds)))
        is_caught = is_caught or mapped is not None
        if shared is not None and shared.refusal is not None and not is_caught:
            refusal = shared.refusal
            shared = replace(shared, refusal=replace(refusal, throws=_is_unreadable(refusal.kinds)))
        layers.append(replace(layer, shared=shared, mapped=mapped))
    answers = handler.answers
    if not is_caught:
        answers = tuple(_marked(handler.module, answer) for answer in answers)
    marked = replace(handler, answers=answers, layers=tuple(layers))
    if len(marked.all_answers) == len(handler.all_answers):
        return marked
    return replace(marked, can_throw=True, rethrown=None)


def throws(handler: Handler) -> bool:
    """Whether an answer of it was marked."""
    return any(
        answer.throws for answer in (*handler.answers, *(each for layer in handler.layers for each in layer.answers))
    )


def _marked(module: Module, answer: Answer) -> Answer:
    if answer.may_succeed or not _is_unreadable(answer.kinds) or _is_in_a_try(module, answer):
        return answer
    return replace(answer, is_thrown=True)


def _is_unreadable(kinds: frozenset[str]) -> bool:
    return bool(kinds) and "json" not in kinds


def _is_in_a_try(module: Module, answer: Answer) -> bool:
    """Whether the handler would catch what is thrown in place of an answer."""
    child: c.Code | None = answer.code
    for above in module.ancestors(answer.code) if answer.code is not None else ():
        if isinstance(above, c.Try) and child is above.block and above.handler is not None:
            return True
        child = above
    return False


def _fails_at_once(site: CallSite) -> bool:
    """Whether each failure is read as JSON before anything else happens."""
    reads = [read for read in site.reads if read.outcome != "success"]
    return bool(reads) and all(read.form == "json" and read.fallback is None and is_first(site, read) for read in reads)

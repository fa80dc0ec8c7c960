"""What one round of writing requests out makes of one file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, call_of
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.requests.as_body import Body, body_in_place
from turnout.conversions.endpoint_to_action.requests.axios import axios_edits, is_axios
from turnout.conversions.endpoint_to_action.requests.called_once import called_once_edits
from turnout.conversions.endpoint_to_action.requests.own_functions import Steps, steps_of
from turnout.conversions.endpoint_to_action.requests.response_helpers import helper_edits
from turnout.conversions.endpoint_to_action.requests.seen_through import behind
from turnout.conversions.endpoint_to_action.requests.senders import (
    Twins,
    dependency_edits,
    sent_by,
    twin_beside,
)
from turnout.conversions.endpoint_to_action.requests.steps_text import in_a_chain, in_statements
from turnout.conversions.endpoint_to_action.requests.swr_mutation import fetcher_edits
from turnout.conversions.endpoint_to_action.requests.usual_words import request_edits, usual_edits
from turnout.conversions.imports import Wanted
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.entries import Caller
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style
from turnout.text.edits import Edit
from turnout.text.span import Span


@dataclass
class Made:
    """What one round makes of one file."""

    edits: list[Edit] = field(default_factory=list[Edit])
    calls: list[Span] = field(default_factory=list[Span])
    """The calls that are gone."""
    imports: list[Wanted] = field(default_factory=list[Wanted])
    sent: list[tuple[c.Call, str]] = field(default_factory=list[tuple[c.Call, str]])
    """The calls that are calls of a twin now, and of which."""
    senders: dict[tuple[str, str], CallSite] = field(default_factory=dict[tuple[str, str], CallSite])

    def takes(self, edits: Sequence[Edit]) -> bool:
        """Whether edits have room beside the others; those that have not are the next round's."""
        return not any(edit.span.meets(other.span) for edit in edits for other in self.edits)


def written(project: Snapshot, module: Module, callers: Iterable[Caller], twins: Twins) -> Made:
    """The requests of some callers, as far as they can be written out at once."""
    style = Style.of(module.source)
    made = Made()
    taken: set[int] = set()
    for caller in callers:
        if caller.how == "request-object":
            if made.takes(edits := request_edits(module, caller.whole)):
                made.edits += edits
            continue
        call = call_of(module, caller)
        if call is None:
            if caller.how == "fetch":
                continue
            raise refused("This call can't be rewritten.", module, caller.span)
        if edits := called_once_edits(module, call):
            made.edits += edits if made.takes(edits) else []
            continue
        if caller.how == "fetch":
            if edits := usual_edits(module, call):
                made.edits += edits if made.takes(edits) else []
                continue
            helped = helper_edits(project, module, call)
            if made.takes(helped.edits):
                made.edits += helped.edits
                made.calls += helped.calls
                made.imports += helped.imports
            continue
        if caller.how == "swr-mutation":
            edits, imports = fetcher_edits(project, module, call)
            made.calls.append(call.arguments[1].span)
            made.edits += edits
            made.imports += imports
            continue
        if is_axios(project, module, call):
            made.calls.append(call.span)
            made.edits += axios_edits(project, module, call, style)
            continue
        try:
            steps, body = steps_or_body(project, module, call)
        except Refused:
            found = behind(project, module, call)
            twin = twin_beside(found, twins) if found is not None else None
            if found is None or twin is None:
                raise
            sent = sent_by(project, module, call, found, twin)
            if made.takes([sent.edit]):
                made.edits.append(sent.edit)
                made.calls += [call.callee.span] if sent.is_gone else []
                made.imports += sent.imports
                made.sent.append((call, sent.called))
                made.senders[module.path, sent.called] = twin.site
            continue
        if body is not None:
            if made.takes(body.edits):
                made.edits += body.edits
                made.calls.append(call.callee.span)
                made.imports += body.imports
            continue
        assert steps is not None
        around = id(module.function_around(call))
        edit = in_statements(module, call, steps, style) if around not in taken else None
        taken.add(around)
        edit = edit or in_a_chain(module, call, steps, style)
        if not made.takes([edit]):
            continue  # One call inside of another: the next round's.
        made.edits.append(edit)
        made.calls.append(call.callee.span)
        made.imports += steps.imports
    made.edits += dependency_edits(module, made.sent)
    return made


def steps_or_body(project: Snapshot, module: Module, call: c.Call) -> tuple[Steps | None, Body | None]:
    """What a call does, or the function around with all of it where a chain can't say it, or not in types."""
    try:
        steps = steps_of(project, module, call)
    except Refused:
        if (body := body_in_place(project, module, call)) is None:
            raise
        return None, body
    if steps.kind:
        with suppress(Refused):
            return steps, body_in_place(project, module, call)
    return steps, None

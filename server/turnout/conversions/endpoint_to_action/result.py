"""What the action gives back: as much of the handler's answers as its callers look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite, Read
from turnout.conversions.endpoint_to_action.callers.common_fallback import common_fallback, keeps_text
from turnout.conversions.endpoint_to_action.callers.fallbacks import fallback_of
from turnout.conversions.endpoint_to_action.callers.outcomes import left_before
from turnout.conversions.endpoint_to_action.callers.own_types import takes_anything
from turnout.conversions.endpoint_to_action.ground.plain import Plainness
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.ground.types import Types
from turnout.conversions.endpoint_to_action.handlers.answers import Answer
from turnout.conversions.endpoint_to_action.handlers.handler import Handler
from turnout.conversions.endpoint_to_action.handlers.phrases import is_told_by_ok, phrase_of
from turnout.conversions.endpoint_to_action.handlers.responses import name_of
from turnout.conversions.endpoint_to_action.loose import Loose
from turnout.conversions.endpoint_to_action.planned import AnswerPlan, LayerPlan, Shape, SitePlan
from turnout.conversions.endpoint_to_action.work import work_in
from turnout.model import code as c
from turnout.syntax.grammar import is_typescript
from turnout.text.span import Span

_KINDS = {"json": "JSON", "text": "plain text", "empty": "no body"}


def shape_of(handler: Handler, sites: Sequence[CallSite], *, tells: bool = False) -> Shape:
    """The smallest shape that all callers can live with; refuses where there is none.

    ``tells``: a caller may get the result of another action in its place, which does tell success from failure.
    """
    looks = any(site.looks_at_outcome for site in sites)
    needs_catch = handler.can_throw and any(not site.rejects_alike for site in sites)
    if needs_catch and not looks:
        _check_rejections(sites)
    fallback = common_fallback(sites) if not any(site.is_untyped for site in sites) else None
    _check_forms(sites, looks=looks)
    if fallback is None:
        _check_fallbacks(sites, needs_catch)
    _check_bodies(handler, sites, fallback)
    _check_made(handler, sites)
    if not looks and not any(site.reads for site in sites):
        return Shape("none", catches=needs_catch)
    reader = next((site for site in sites if site.rejects_by_reading), None)
    if needs_catch and reader is not None and fallback is None and not looks:
        raise refused(
            "Its callers disagree about what happens when the server fails: this one sees it, another does not.",
            reader.module,
            reader.call,
        )
    if not looks:
        return Shape("bare", fallback=fallback, catches=needs_catch and fallback is not None)
    has_failures = any(answer.may_fail for answer in handler.all_answers)
    success = any(site.reads_success for site in sites)
    if not tells and not has_failures and not needs_catch and all(_only_branches(site) for site in sites):
        # Nothing fails with an answer: what the callers did then goes.
        return Shape("bare" if success else "none", fallback=fallback, drops_branches=True)
    is_untold = any(_is_untold(site) for site in sites)
    failure = is_untold or any(site.reads_failure or (site.reads and not site.looks_at_outcome) for site in sites)
    return Shape(
        "result",
        status=any(site.status_reads for site in sites),
        phrase=_phrases(sites),
        fallback=fallback,
        keeps_text=keeps_text(sites),
        success_data=success or is_untold,
        failure_data=failure and (has_failures or (needs_catch and (tells or fallback is not None))),
        catches=needs_catch,
        has_failures=has_failures or needs_catch,
    )


def _phrases(sites: Sequence[CallSite]) -> Literal["none", "failures", "all"]:
    """Which answers must say their ``statusText``: all of them where TypeScript can't tell which one is read."""
    asking = [site for site in sites if site.phrase_reads]
    if not asking:
        return "none"
    return "failures" if all(is_told_by_ok(site) and not site.is_untyped for site in asking) else "all"


def _is_untold(site: CallSite) -> bool:
    """Whether TypeScript can't tell success from failure where a body is read, as below ``res.status >= 400``."""
    return is_typescript(site.module.path) and any(read.by == "range" for read in site.reads)


def _only_branches(site: CallSite) -> bool:
    """Whether all that a caller asks of the outcome is ``if (!res.ok) …``."""
    is_inside = all(
        any(each.span.contains(read.span) for each in site.ok_branches)
        for read in (*site.status_reads, *site.phrase_reads)
    )
    return len(site.ok_branches) == len(site.ok_reads) and is_inside and not site.may_be_missing


def _check_forms(sites: Sequence[CallSite], *, looks: bool) -> None:
    """A function that sends for many callers reads all results alike."""
    for site in sites:
        if site.is_untyped and site.reads and looks and not site.looks_at_outcome:
            raise refused(
                "This function takes each answer for a success, and another caller asks for the outcome.",
                site.module,
                site.call,
            )


def _check_rejections(sites: Sequence[CallSite]) -> None:
    """``.then((res) => res.json(), () => false)`` gives ``false`` when the request fails, and rejects for a 500."""
    for site in sites:
        if site.rejection is not None and site.rejects_by_reading:
            raise refused(
                "This caller tells a lost connection from a failure of the server, which an action can't: "
                "catch what the handler may throw.",
                site.module,
                site.call,
            )


def _check_fallbacks(sites: Sequence[CallSite], needs_catch: bool) -> None:
    """``await res.json().catch(() => ({}))`` gave that for Next.js's own 500, which has null now."""
    for site in sites if needs_catch else ():
        for read in site.reads:
            if fallback_of(site, read) is None:
                raise refused("What this caller makes of an answer without JSON can't be kept.", *site.told_at(read))


def _check_made(handler: Handler, sites: Sequence[CallSite]) -> None:
    """A caller that reads JSON or text can be given the one or the other, but not what may be either."""
    made = next((each for each in handler.all_answers if each.made is not None and "text" in each.kinds), None)
    if made is not None and keeps_text(sites):
        site = sites[0]
        raise refused("Whether this caller is answered with JSON or with text can't be told.", site.module, site.call)


def _check_bodies(handler: Handler, sites: Sequence[CallSite], fallback: str | None) -> None:
    """Each place that reads a body must find one of its kind."""
    for site in sites:
        for read in site.reads:
            for answer in handler.all_answers:
                other = next((kind for kind in sorted(answer.kinds) if kind != read.form), None)
                if other is None or not _reaches(answer, read):
                    continue
                if other == "json" and reads_text(answer, sites):
                    continue  # the text of the JSON, quotes and all
                if fallback is not None and read.fallback is not None and read.form == "json":
                    continue
                if other == "empty" and len(answer.kinds) == 1 and site.is_untyped:
                    # null, in whose place its fallback stands; or nobody gets there with that status.
                    if read.fallback is not None or left_before(site, read, answer.status):
                        continue
                asked = "JSON" if read.form == "json" else "text"
                status = f" {answer.status}" if answer.made is None else ""
                raise refused(
                    f"The handler answers{status} with {_KINDS[other]}, but this caller reads {asked}: "
                    "which of the two is meant can't be told.",
                    *site.told_at(read),
                )


def _reaches(answer: Answer, read: Read) -> bool:
    return read.outcome == "both" or (answer.may_succeed if read.outcome == "success" else answer.may_fail)


def reads_text(answer: Answer, sites: Sequence[CallSite]) -> bool:
    """Whether callers read an answer as text, all of them."""
    forms = {read.form for site in sites for read in site.reads if _reaches(answer, read)}
    return forms == {"text"}


def reads_either(answer: Answer, sites: Sequence[CallSite]) -> bool:
    """Whether callers read a success as JSON and a failure as text, of an answer that may be both."""
    reads = [read for site in sites for read in site.reads]
    first = {read.form for read in reads if read.outcome != "failure"}
    second = {read.form for read in reads if read.outcome != "success"}
    return answer.may_succeed and answer.may_fail and first == {"json"} and second == {"text"}


def planned_answers(
    plainness: Plainness, handler: Handler, shape: Shape, sites: Sequence[CallSite]
) -> tuple[AnswerPlan, ...]:
    """What becomes of each answer."""
    return tuple(
        replace(
            _planned(plainness, handler, shape, answer),
            is_text=reads_text(answer, sites),
            is_either=reads_either(answer, sites),
            phrase=phrase_of(handler.module, answer) if shape.says_phrase(answer) else None,
        )
        for answer in handler.answers
    )


def planned_layers(handler: Handler, shape: Shape, sites: Sequence[CallSite]) -> tuple[LayerPlan, ...]:
    """What becomes of each wrapper, and of what it answers."""
    found: list[LayerPlan] = []
    for layer in handler.layers:
        shared = layer.shared
        used = [handler.inputs.made.get((len(found), name)) for name in (shared.names if shared is not None else ())]
        is_one = shared is not None and shared.gives == "one" and used[0] is not None and used[0].isidentifier()
        local = (used[0] if is_one else None) or free_local(handler, "context" if any(used) else "refusal", "checked")
        plans: list[AnswerPlan | None] = []
        for made, name in (
            (shared.refusal if shared is not None else None, local),
            (layer.mapped.made if layer.mapped is not None else None, free_local(handler, "response", "answer")),
        ):
            answer = Answer(layer.wrapped.statement.span, 500, "json", None, made=made)
            is_text = reads_text(answer, sites)
            phrase = phrase_of(layer.wrapped.module, answer) if made and shape.says_phrase(answer) else None
            is_either = reads_either(answer, sites)
            plan = AnswerPlan(answer, shape.carries(answer), False, (), None, name, is_text, is_either, phrase)
            plans.append(plan if made else None)
        found.append(LayerPlan(layer, plans[0], plans[1], local))
    return tuple(found)


def _planned(plainness: Plainness, handler: Handler, shape: Shape, answer: Answer) -> AnswerPlan:
    body, is_carried = answer.body, shape.carries(answer)
    if answer.is_thrown:
        return AnswerPlan(answer, True, False, (), None)
    status = answer.status_code.span if answer.status_code is not None and shape.status else None
    if body is None:
        return AnswerPlan(answer, is_carried, False, (), status)
    if answer.made is not None:
        local = name_of(handler.module, body) or free_local(handler, "response")
        return AnswerPlan(answer, is_carried, False, (), None, local)
    if not is_carried:
        return AnswerPlan(answer, False, False, work_in(handler.module, body), status)
    if answer.kind == "text" and shape.replaces("text"):
        if work := work_in(handler.module, body):
            raise refused("Nobody can read what is done inside of this text.", handler.module, work[0])
        return AnswerPlan(answer, True, False, (), status)
    is_flattened = answer.kind == "json" and not plainness.answered(handler.module, body, handler.inputs.locals)
    return AnswerPlan(answer, True, is_flattened, (), status)


def typed(
    types: Types, handler: Handler, shape: Shape, answers: Sequence[AnswerPlan], sites: Sequence[SitePlan]
) -> tuple[tuple[SitePlan, ...], tuple[Span, ...]]:
    """``res.json()`` was ``any``: in TypeScript, what callers read must have a type wherever they read it.

    Gives the calls, and what bodies callers tell apart by: see ``loose.py``.
    """
    if not is_typescript(handler.module.path):
        return tuple(sites), ()
    if not _has_types_to_tell(handler, shape, answers):
        loose = Loose(types, handler.module, shape, answers)
        return tuple(_nullable(loose, planned) for planned in sites), ()
    by_status = any(answer.status_code is not None for answer in handler.all_answers)
    succeeds_by_status = any(
        answer.status_code is not None or (answer.made is not None and not shape.carries(answer))
        for answer in handler.all_answers
        if answer.may_succeed
    )
    loose = Loose(types, handler.module, shape, answers)
    found: list[SitePlan] = []
    for planned in sites:
        for read in planned.site.reads:
            is_told = shape.form == "result" and (
                planned.destructures
                or read.by == "ok"
                or (read.by in ("status", "either") and not by_status)
                or (read.by == "either" and not succeeds_by_status)
            )
            if read.form == "json" and not takes_anything(planned.site.module, read):
                planned = loose.typed(planned, read, is_told=is_told)
            elif read.form != "json" and not is_told:
                raise loose.unknown(planned, read.code)
        found.append(planned)
    return tuple(found), tuple(loose.consts)


def _nullable(loose: Loose, planned: SitePlan) -> SitePlan:
    for read in planned.site.reads:
        planned = loose.nullable(planned, read) if read.form == "json" else planned
    return planned


def _has_types_to_tell(handler: Handler, shape: Shape, answers: Sequence[AnswerPlan]) -> bool:
    """Whether callers can get to see values of several types, none of which is ``any``."""
    succeeds, fails = (
        any(each.may_succeed for each in handler.all_answers),
        any(each.may_fail for each in handler.all_answers),
    )
    if not (succeeds and fails) and not shape.catches:
        return False
    if all(each.is_carried for each in answers) and any(_is_any(each.answer, shape) for each in answers):
        return False  # what response.json() gives is any, and any with something else is any, too
    if all(each.is_carried and each.answer.kind == "text" for each in answers):
        return False
    # What comes out of JSON.parse is any, as before.
    return not (shape.form == "bare" and any(each.is_flattened for each in answers))


def _is_any(answer: Answer, shape: Shape) -> bool:
    """Whether TypeScript takes the body for ``any``: it comes out of ``response.json()``."""
    return answer.made is not None and (shape.fallback is None or "json" in answer.made.kinds)


def tells_by_ok(handler: Handler, shape: Shape, *, tells: bool = False) -> bool:
    """Whether ``ok`` tells results apart: then TypeScript must keep ``true`` from ``boolean``."""
    return (
        is_typescript(handler.module.path)
        and (shape.has_failures or (tells and shape.form == "result"))
        and any(_is_success(answer) for answer in handler.all_answers)
    )


def free_local(handler: Handler, *wanted: str) -> str:
    """A name for a constant that means nothing in the handler yet."""
    taken = {code.name for code in c.walk(handler.function) if isinstance(code, c.Name)}
    taken |= handler.inputs.locals | set(handler.inputs.made.values())
    return next(name for name in (*wanted, *(f"{wanted[0]}{number}" for number in range(2, 99))) if name not in taken)


def _is_success(answer: Answer) -> bool:
    return answer.may_succeed and not answer.may_fail


def tells_by_status(handler: Handler, sites: Sequence[CallSite]) -> bool:
    """Whether a caller tells answers apart by their status: then TypeScript must keep the numbers apart.

    One that asks for a status which no answer has (a ``204`` in a function for all requests) tells nothing apart.
    """
    known = {"500", *(str(answer.status) for answer in handler.all_answers)}
    return any(
        read.by in ("status", "either") and (not (asked := _asked_for(site)) or bool(asked & known))
        for site in sites
        for read in site.reads
    )


def _asked_for(site: CallSite) -> set[str]:
    """The statuses that the function around a call compares with."""
    around: c.Code | None = site.module.function_around(site.call)
    found: set[str] = set()
    for code in c.walk(around) if around is not None else ():
        match code:
            case c.Binary(left=c.Member(name="status") | c.Name(name="status"), right=c.Number(text=text)):
                found.add(text)
            case _:
                pass
    return found

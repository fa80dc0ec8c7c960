"""For which answers a place of a caller is reached: read from the conditions around it and above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.callers.call_sites import By, CallSite, Outcome, Read
from turnout.conversions.flow import may_end
from turnout.model import code as c
from turnout.model.strings import literal


@dataclass(frozen=True)
class Told:
    """What a condition tells about the answer, and by what."""

    outcome: Outcome
    by: By = "nothing"


_NOTHING = Told("both")


def told_at(site: CallSite, code: c.Code) -> Told:
    """What is known where ``code`` runs."""
    current = code
    for above in site.module.ancestors(code):
        match above:
            case (
                c.If(test=test, then=then, otherwise=otherwise)
                | c.Conditional(test=test, then=then, otherwise=otherwise)
            ) if current is then or current is otherwise:
                told = told_by(site, test, holds=current is then)
            case c.Block(body=body):
                told = _told_above(site, body, current)
            case _:
                told = _NOTHING
        if told.outcome != "both":
            return told
        current = above
    return _NOTHING


def _told_above(site: CallSite, body: tuple[c.Statement, ...], statement: c.Code) -> Told:
    """``if (!res.ok) return;`` leaves success for what follows; the last to tell counts."""
    told = _NOTHING
    for each in body:
        if each is statement:
            break
        if isinstance(each, c.If) and each.otherwise is None and not may_end(each.then):
            after = told_by(site, each.test, holds=False)
            told = after if after.outcome != "both" else told
    return told


def told_by(site: CallSite, test: c.Expression, *, holds: bool) -> Told:
    """What is known when a condition holds, or does not."""
    bare = c.bare(test)
    match bare:
        case c.Unary(operator="!", operand=operand):
            return told_by(site, operand, holds=not holds)
        case c.Binary(operator="&&" | "||" as operator, left=left, right=right):
            if holds != (operator == "&&"):
                return _either(told_by(site, left, holds=holds), told_by(site, right, holds=holds))
            first = told_by(site, left, holds=holds)
            return first if first.outcome != "both" else told_by(site, right, holds=holds)
        case c.Member(name="ok") if bare in site.ok_reads or _is_response(site, bare.object):
            return Told("success" if holds else "failure", "ok")
        case c.Binary(
            operator="===" | "==" | "!==" | "!=" as operator, left=c.Member(name="status") as left, right=right
        ):
            number = literal(site.module, right)
            if not _is_response(site, left.object) or number is None or not number.isdigit():
                return _NOTHING
            if holds == operator.startswith("="):
                return Told("success" if 200 <= int(number) < 300 else "failure", "status")
            is_only = number in ("200", "201") if site.successes is None else site.successes == frozenset({int(number)})
            return Told("failure", "status") if is_only else _NOTHING
        case c.Binary(
            operator=">=" | ">", left=c.Member(name="status") as left, right=c.Number(text="400" | "399" | "300")
        ) if _is_response(site, left.object):
            return Told("failure" if holds else "success", "range")
        case c.Call(
            callee=c.Member(object=c.Array(items=items), name="includes"), arguments=(c.Member(name="status") as read,)
        ) if _is_response(site, read.object):
            # [200, 201].includes(res.status)
            numbers = [each.text for each in items if isinstance(each, c.Number)]
            if len(numbers) == len(items) and all(_is_success(each) for each in numbers):
                return Told("success" if holds else "failure", "range")
            return _NOTHING
        case _:
            return _NOTHING


def _is_success(status: str) -> bool:
    return status.isdigit() and 200 <= int(status) < 300


def _either(first: Told, second: Told) -> Told:
    """One of the two holds, nobody knows which: ``!res.ok || res.status !== 200``."""
    if first.outcome != second.outcome:
        return _NOTHING
    if first.outcome == "failure" and {first.by, second.by} == {"ok", "status"}:
        return Told("failure", "either")
    return second if first.by == "ok" else first


def _is_response(site: CallSite, code: c.Expression) -> bool:
    bare = c.bare(code)
    if isinstance(bare, c.Name) and site.variable is not None:
        binding = site.module.scopes.binding(bare)
        return binding is not None and binding is site.module.scopes.binding(site.variable)
    return (c.bare(bare.value) if isinstance(bare, c.Await) else bare) is site.place


def is_first(site: CallSite, read: Read) -> bool:
    """Whether nothing is done between the request and the place that reads its answer."""
    start, end = site.call.span.end, read.code.span.start
    if any(start <= each.span.start < end for each in (*site.status_reads, *site.phrase_reads)):
        return False
    statement = next(each for each in site.module.body if each.span.contains(site.call.span))
    for code in c.walk(statement):
        if not (start <= code.span.start and code.span.end <= end):
            continue
        if isinstance(code, (c.Return, c.Throw, c.Continue, c.Break, c.Assign, c.Update, c.New, c.Await)):
            return False
        if isinstance(code, c.Call) and not (c.dotted(code.callee) or "").startswith("console."):
            return False
    return True


def left_before(site: CallSite, read: Read, status: int) -> bool:
    """``if (res.status === 204) return null;`` in front of a place that reads the body."""
    for branch in status_branches(site):
        block = site.module.parents.get(id(branch.statement))
        if branch.status == status and not may_end(branch.statement.then) and isinstance(block, c.Block):
            if branch.statement.span.end <= read.code.span.start < block.span.end:
                return True
    return False


@dataclass(frozen=True)
class StatusBranch:
    """``if (res.status === 204) …`` without else."""

    look: c.Member
    statement: c.If
    status: int


def status_branches(site: CallSite) -> Iterator[StatusBranch]:
    """What a caller does for one status alone."""
    for look in site.status_reads:
        compared = site.module.parents.get(id(look))
        branch = site.module.parents.get(id(compared))
        match compared, branch:
            case (
                c.Binary(operator="===" | "==", left=left, right=c.Number(text=number)),
                c.If(test=test, otherwise=None),
            ) if left is look and test is compared and number.isdigit():
                yield StatusBranch(look, branch, int(number))
            case _:
                pass

"""Whether a request that rejects ends for its caller as an answer of failure did, and what looks at the error."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.callers.outcomes import is_first, told_by
from turnout.model import code as c
from turnout.model.module import Module


def judge(site: CallSite, awaited: c.Expression) -> None:
    """Whether a rejected promise ends the same way as a 500 without JSON did."""
    for read in site.ok_reads:
        test = site.module.parents.get(id(read))
        branch = site.module.parents.get(id(test)) if isinstance(test, c.Unary) and test.operator == "!" else None
        if isinstance(branch, c.If) and branch.test is test and branch.otherwise is None:
            site.ok_branches.append(branch)
    if site.rejection is not None:
        return
    if site.handed:
        is_apart = any(is_caught_apart(site, read.code) for read in site.reads)
        site.rejects_alike = not site.status_reads and not is_apart and all(each.rejects_alike for each in site.handed)
        return
    if site.rejects_by_reading:
        # res.json() of Next.js's own 500 rejects: the same try sees it, or nobody does.
        site.rejects_alike = not any(is_caught_apart(site, read.code) for read in site.reads)
        if site.is_untyped:
            failing = [read for read in site.reads if read.outcome != "success"]
            site.rejects_alike &= all(is_first(site, read) for read in failing)
        return
    if not site.looks_at_outcome:
        return
    site.rejects_alike = _throws_on_failure(site) and is_caught_unseen(site.module, awaited)


def is_caught_apart(site: CallSite, read: c.Expression) -> bool:
    """``try { data = await res.json() } catch {}``, which the request itself stands outside of."""
    around = (each for each in site.module.ancestors(read) if isinstance(each, (c.Try, c.Function)))
    first = next(around, None)
    if not isinstance(first, c.Try) or first.handler is None or not first.block.span.contains(read.span):
        return False
    return not first.span.contains(site.call.span)


def _throws_on_failure(site: CallSite) -> bool:
    """``if (!res.ok) throw new Error('…')``, and the outcome is looked at for nothing else."""
    throws = False
    for read in site.outcome_reads:
        above = next((each for each in site.module.ancestors(read) if isinstance(each, (c.If, c.Block))), None)
        if isinstance(above, c.If) and above.test.span.contains(read.span) and _only_throws(above.then):
            if told_by(site, above.test, holds=True).outcome == "failure":
                throws = True
                continue
        if not any(isinstance(each, c.Throw) for each in site.module.ancestors(read)):
            return False
    return throws


def is_caught_unseen(module: Module, awaited: c.Code) -> bool:
    """Whether it stands in a ``try`` whose ``catch`` does not look at the error."""
    child: c.Code = awaited
    for above in module.ancestors(awaited):
        if isinstance(above, c.Function):
            return False
        if isinstance(above, c.Try) and above.handler is not None and child is above.block:
            return _is_unseen(module, above.parameter)
        if isinstance(above, c.Call) and isinstance(above.callee, c.Member) and above.callee is child:
            handler = c.bare(above.arguments[0]) if above.callee.name == "catch" and above.arguments else None
            if isinstance(handler, c.Function):
                return _is_unseen(module, handler.parameters[0].pattern if handler.parameters else None)
        child = above
    return False


def _is_unseen(module: Module, error: c.Pattern | None) -> bool:
    if error is None:
        return True
    binding = module.scopes.binding(error) if isinstance(error, c.Name) else None
    return binding is not None and all(_is_only_logged(module, name) for name in binding.references)


def _is_only_logged(module: Module, name: c.Name) -> bool:
    above = module.parents.get(id(name))
    return isinstance(above, c.Call) and is_console(above.callee)


def is_console(callee: c.Expression) -> bool:
    return (c.dotted(callee) or "").startswith("console.")


def _only_throws(statement: c.Statement) -> bool:
    match statement:
        case c.Throw():
            return True
        case c.Block(body=(c.Throw(),)):
            return True
        case _:
            return False

"""What each call becomes: what it passes, and how it takes the result."""

from __future__ import annotations

from dataclasses import replace

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.callers.fallbacks import fallback_of
from turnout.conversions.endpoint_to_action.callers.merging import body_statement, can_destructure
from turnout.conversions.endpoint_to_action.planned import Given, Parameters, Shape, SitePlan
from turnout.model import code as c


def planned_site(site: CallSite, given: tuple[Given, ...], parameters: Parameters, shape: Shape) -> SitePlan:
    """One call; where the body is read right behind it, the two become one statement."""
    planned = SitePlan(site, given, _whole_object(site, given) if parameters.is_object else None)
    following = body_statement(site)
    if following is None:
        return planned
    if shape.form == "bare":
        return replace(planned, merges=following)
    if shape.form == "result" and can_destructure(site, following) and not _has_fallback(site, shape):
        return replace(planned, destructures=True, merges=following)
    return planned


def _has_fallback(site: CallSite, shape: Shape) -> bool:
    """Whether something stands behind the read of a body: ``res.data ?? { error: 'Unknown' }``."""
    found = [fallback_of(site, read) for read in site.reads] if shape.leaves_fallbacks else []
    return any(each is not None and each.text for each in found)


def _whole_object(site: CallSite, given: tuple[Given, ...]) -> c.Object | None:
    """The caller's own object, when all of it is passed and nothing else."""
    body = c.bare(site.body) if site.body is not None else None
    if not given or not isinstance(body, c.Object) or any(each.wrap for each in given):
        return None
    keys = [member.key for member in body.members if isinstance(member, c.Property)]
    if len(keys) != len(body.members) or sorted(map(str, keys)) != sorted(each.key for each in given):
        return None
    is_own = all(isinstance(each.value, c.Code) and body.span.contains(each.value.span) for each in given)
    return body if is_own else None

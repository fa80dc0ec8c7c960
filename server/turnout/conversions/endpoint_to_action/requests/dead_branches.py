"""``if (response.status === 204) return undefined;``, where the endpoint never answers 204: nothing gets there.

Functions for all requests have such branches; where they are written out for one endpoint, they go.
"""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.callers.outcomes import status_branches
from turnout.conversions.endpoint_to_action.handlers.handler import Handler


def leave_out(site: CallSite, handler: Handler) -> None:
    """Take the branches out of a call that wait for a status which no answer has."""
    known = handler.statuses
    if known is None:
        return
    for branch in list(status_branches(site)):
        if branch.status not in known:
            site.gone.append(branch.statement.span)
            site.status_reads.remove(branch.look)
            then = branch.statement.then
            site.reads = [each for each in site.reads if not then.span.contains(each.span)]

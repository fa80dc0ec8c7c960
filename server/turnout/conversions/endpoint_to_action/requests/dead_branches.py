"""``if (response.status === 204) return undefined;``, where the endpoint never answers 204: nothing gets there.

Functions for all requests have such branches; where they are written out for one endpoint, they go.
"""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.handlers.handler import Handler
from turnout.model import code as c


def leave_out(site: CallSite, handler: Handler) -> None:
    """Take the branches out of a call that wait for a status which no answer has."""
    known = handler.statuses
    if known is None:
        return
    for read in list(site.status_reads):
        compared = site.module.parents.get(id(read))
        branch = site.module.parents.get(id(compared))
        match compared, branch:
            case (
                c.Binary(operator="===" | "==", left=left, right=c.Number(text=number)),
                c.If(test=test, then=then, otherwise=None),
            ) if left is read and test is compared and number.isdigit() and int(number) not in known:
                site.gone.append(branch.span)
                site.status_reads.remove(read)
                site.reads = [each for each in site.reads if not then.span.contains(each.span)]
            case _:
                pass

"""An endpoint that only server code asks for becomes a plain function: no request, no address that others can reach."""

from __future__ import annotations

from turnout.conversions.conversion import Conversion
from turnout.conversions.endpoint_to_action.writing.write import write
from turnout.conversions.endpoint_to_function.plan import plan
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot


def _title(entry: Entry) -> str:
    return f"Convert {entry.name} to a plain server function"


def _look(project: Snapshot, entry: Entry) -> bool:
    if entry.kind not in ("api-route", "route-handler") or entry.symbol in ("OPTIONS", "HEAD"):
        return False
    callers = project.callers(entry) if project.app(entry.path) is not None else ()
    asking = [caller for caller in callers if caller.side != "test"]
    return bool(asking) and all(caller.side == "server" and caller.how == "fetch" for caller in asking)


ENDPOINT_TO_FUNCTION = Conversion("endpoint-to-function", "server-function", _title, _look, plan, write)

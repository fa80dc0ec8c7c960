"""An endpoint into a Server Action, with its callers. Reads facts only; imports nothing of syntax trees."""

from __future__ import annotations

from turnout.conversions.conversion import Conversion
from turnout.conversions.endpoint_to_action.plan import plan
from turnout.conversions.endpoint_to_action.planned import Plan
from turnout.conversions.endpoint_to_action.writing.write import write
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot


def _title(entry: Entry) -> str:
    return f"Convert {entry.name} to a Server Action"


def _look(project: Snapshot, entry: Entry) -> bool:
    return entry.kind in ("api-route", "route-handler") and project.app(entry.path) is not None


def _warning(planned: Plan) -> str:
    return planned.gate


ENDPOINT_TO_ACTION = Conversion("endpoint-to-action", "server-action", _title, _look, plan, write, warning=_warning)

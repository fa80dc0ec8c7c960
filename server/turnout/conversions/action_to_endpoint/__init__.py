"""A Server Action becomes a route handler, and what calls it fetches."""

from __future__ import annotations

from turnout.conversions.action_to_endpoint.plan import plan
from turnout.conversions.action_to_endpoint.write import write
from turnout.conversions.conversion import Conversion
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot


def _title(entry: Entry) -> str:
    return f"Convert {entry.name} to a route handler"


def _look(project: Snapshot, entry: Entry) -> bool:
    return entry.kind == "server-action"


ACTION_TO_ENDPOINT = Conversion(
    id="action-to-endpoint", to="route-handler", title=_title, look=_look, plan=plan, write=write
)

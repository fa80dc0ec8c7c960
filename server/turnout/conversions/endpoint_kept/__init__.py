"""An endpoint into a Server Action for this app's own pages, with the endpoint kept for everybody else."""

from __future__ import annotations

from turnout.conversions.conversion import Conversion
from turnout.conversions.endpoint_kept.plan import plan
from turnout.conversions.endpoint_kept.write import write
from turnout.conversions.endpoint_to_action import ENDPOINT_TO_ACTION
from turnout.project.entries import Entry


def _title(entry: Entry) -> str:
    return f"{ENDPOINT_TO_ACTION.title(entry)}, and keep the endpoint"


ENDPOINT_KEPT = Conversion(
    "endpoint-kept", "server-action", _title, ENDPOINT_TO_ACTION.look, plan, write, keeps_entry=True
)

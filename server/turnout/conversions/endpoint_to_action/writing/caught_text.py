"""What an action does with an error that the handler let out: Next.js answered 500 to it."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.planned import ActionPlan
from turnout.model import code as c
from turnout.syntax.write import Style


def caught_in_place(action: ActionPlan) -> c.Throw | None:
    """Where the handler's own ``catch`` threw it again: there it stays now."""
    is_plain = action.shape.catches and not action.layers and action.built is None
    return action.handler.rethrown if is_plain else None


def on_error(action: ActionPlan, error: str, style: Style) -> list[str]:
    """The error logged, and an answer that is not ok."""
    lines = [style.statement(f"console.error({error})")]
    if action.shape.form == "bare":
        lines.append(style.statement(f"return {action.shape.fallback}"))
    if action.shape.form == "result":
        lines.append(style.statement(f"return {_failure(action, style)}"))
    return lines


def as_const(tells_apart: bool) -> str:
    """What keeps ``true`` from becoming ``boolean`` where results are told apart by it."""
    return " as const" if tells_apart else ""


def _failure(action: ActionPlan, style: Style) -> str:
    members = [f"ok: false{as_const(action.tells_by_ok)}"]
    if action.shape.status:
        members.append(f"status: 500{as_const(action.tells_by_status)}")
    if action.shape.phrase != "none":
        members.append(f"statusText: {style.string('Internal Server Error')}")
    if action.shape.failure_data:
        reads_text = any(read.form == "text" for site in action.sites for read in site.site.reads)
        answered = "Internal Server Error" if not action.handler.is_route_handler and action.handler.runs else ""
        members.append(f"data: {style.string(answered)}" if reads_text else f"data: {action.shape.fallback or 'null'}")
    return "{ " + ", ".join(members) + " }"

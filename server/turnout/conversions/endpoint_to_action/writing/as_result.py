"""What a request that stays gives, in the form that the caller reads now: the result of an action."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.callers.call_sites import BodyForm, CallSite, Outcome
from turnout.conversions.endpoint_to_action.planned import ActionPlan
from turnout.syntax.write import Style


def as_result(action: ActionPlan, site: CallSite, style: Style) -> str:
    """``.then(async (res) => ({ ok: res.ok, data: await res.json() }))``, or less where less is read."""
    shape = action.shape
    name = "response" if site.variable is not None and site.variable.name == "res" else "res"
    body = {outcome: _form(site, outcome) for outcome in ("success", "failure")}
    success, failure = (f"{name}.{form}()" if (form := body[each]) else None for each in ("success", "failure"))
    if shape.form == "none":
        return ""
    if shape.form == "bare":
        return f".then(({name}) => {success or failure})"
    members = [f"ok: {name}.ok"]
    if shape.status:
        members.append(f"status: {name}.status")
    if shape.phrase != "none":
        members.append(f"statusText: {name}.statusText")
    if success is not None or failure is not None:
        if success == failure:
            data = f"await {success}"
        else:
            first, second = (f"await {each}" if each is not None else "undefined" for each in (success, failure))
            data = f"{name}.ok ? {first} : {second}"
        members.append(f"data: {data}")
    waits = "async " if success or failure else ""
    return f".then({waits}({name}) => ({style.braces(', '.join(members))}))"


def _form(site: CallSite, outcome: Outcome) -> BodyForm | None:
    """How the caller reads the body of such an answer; None when it does not."""
    return next((read.form for read in site.reads if read.outcome in (outcome, "both")), None)

"""What the choice between an endpoint and an action means for one entry: only the rows that matter for it."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts import Verdict
from turnout.verdicts.view import EntryView

_MOST = 5


def tradeoffs(view: EntryView, verdict: Verdict) -> str:
    """A table of three columns; empty for entries where there is nothing to choose."""
    if verdict.answer in ("unused", "server-function"):
        return ""
    rows = list(_rows(view))[:_MOST]
    if not rows:
        return ""
    lines = ["| | HTTP endpoint | Server Action |", "|---|---|---|"]
    return "\n".join((*lines, *(f"| {' | '.join(row)} |" for row in rows)))


def _rows(view: EntryView) -> Iterator[tuple[str, str, str]]:
    """The rows, those that weigh most for this entry first."""
    has = view.trace.of
    limit = (
        view.app.config.server_actions.body_size_limit
        if view.app is not None and view.app.config.server_actions
        else None
    )
    writes = bool(view.trace.writes)
    address = f"`{view.entry.url}`" if view.entry.url is not None else "a stable URL"
    if view.is_action:
        yield "Who can call it", "anyone who knows the URL", "this app's own components (and anyone by POST)"
    else:
        yield "Who can call it", f"anyone, at {address}", "this app's own components; the id changes with builds"
    if has("stream"):
        yield "Streaming", "as it does now", "no: one answer at the end"
    if has("form", "storage-write"):
        yield "Body", "as large as the host allows", f"at most {limit or '1 MB'}"
    if not view.is_action and (not view.methods or "GET" in view.methods):
        yield "Method", "GET: can be cached, prefetched, linked", "POST: never cached"
    elif any(each.is_query for each in view.client) or (view.is_action and not writes and view.client):
        yield "Caching", "by GET, in the browser and before it", "none: always a POST"
    if any(each.use is not None and each.use.in_parallel for each in view.client) or any(
        each.is_query for each in view.client
    ):
        yield "At once", "requests run in parallel", "one after another for each user"
    if has("ai"):
        yield "While it runs", "other requests go on", "the page's other actions and navigations wait"
    if writes:
        fresh = (
            "the same answer brings the page's new data"
            if has("revalidation")
            else "revalidatePath brings new data in the same answer"
        )
        yield "After a change", "ask again: router.refresh() or SWR's mutate", fresh
    if view.seen("session", "cookies") or writes:
        yield "Forged requests", "check Origin yourself, or SameSite cookies", "Next.js compares Origin and Host"
    if any(each.caller.how in ("form-action", "action-state", "form") for each in view.client):
        yield "Without JavaScript", "a form with action and method", "the form works before hydration"
    if has("status", "response-header"):
        yield "Answer", "status, headers and body", "a value; errors as part of it"
    if has("redirect"):
        yield "Redirect", "fetch follows it, the page stays", "the router navigates"
    yield "New deployments", "the URL stays", "open pages can meet an id that is gone"

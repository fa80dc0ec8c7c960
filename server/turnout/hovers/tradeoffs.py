"""What the choice between an endpoint and an action means for one entry: only the rows that matter for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from turnout.project.gate import may_guard
from turnout.verdicts import Verdict
from turnout.verdicts.view import EntryView

_MOST = 5
_MOST_OF_SETTLED = 3
"""Where what stands is right beyond doubt, the table only reminds."""
_FORMS = frozenset({"form-action", "action-state", "form"})


class Row(NamedTuple):
    """One difference, as it shows here."""

    about: str
    endpoint: str
    action: str


def tradeoffs(view: EntryView, verdict: Verdict) -> str:
    """A table of three columns; empty where there is nothing to choose."""
    if verdict.answer in ("unused", "server-function") or not view.project.is_complete:
        return ""
    if any(each.signal in ("app-support", "pages-router") for each in verdict.evidence):
        return ""  # No action is possible, or not where it is called: the reasons say so.
    is_settled = not verdict.is_misplaced and verdict.confidence == "high"
    rows = [*_rows(view)][: _MOST_OF_SETTLED if is_settled else _MOST]
    lines = ["| | HTTP endpoint | Server Action |", "|---|---|---|"]
    return "\n".join((*lines, *(f"| {' | '.join(row)} |" for row in rows)))


def _rows(view: EntryView) -> Iterator[Row]:
    """Those that weigh most for this entry first."""
    yield _who(view)
    yield from _answer(view)
    yield from _sending(view)
    yield from _reading(view)
    yield from _change(view)
    yield from _guarding(view)
    if any(each.caller.how in _FORMS for each in view.client):
        yield Row("Without JavaScript", "a form with `action` and `method` works", "the form works before hydration")
    if view.trace.of("redirect"):
        yield Row("Redirect", "fetch follows it, the page stays", "the router navigates")
    if view.trace.of("status", "response-header"):
        yield Row("Answer", "status, headers and body", "a value; errors are a part of it")
    if view.is_action or view.client:
        yield Row("New deployment", "the URL stays", "a page that is open may ask for an id that is gone")


def _who(view: EntryView) -> Row:
    if view.is_action:
        return Row("Who can call it", "anyone who knows its URL", "this app's pages; others by a POST made by hand")
    stays = "; its URL is stable" if view.outside or not view.contacts else ""
    return Row("Who can call it", f"anyone, at `{view.entry.url}`{stays}", "this app's pages; it has no URL of its own")


def _answer(view: EntryView) -> Iterator[Row]:
    if view.trace.of("stream"):
        yield Row("Streaming", "as it does now", "no: one answer, at the end")
    if view.trace.of("binary", "content-type"):
        yield Row("Content", "any type of content", "values of React, no content type")


def _sending(view: EntryView) -> Iterator[Row]:
    if view.trace.of("storage-write") or (view.trace.of("form") and not view.is_action):
        yield Row("Body", "as large as the host allows", f"at most {_limit(view)}")
    if view.trace.of("ai"):
        yield Row("While it runs", "other requests go on", "the page's other actions and navigation wait")


def _reading(view: EntryView) -> Iterator[Row]:
    queries = [each for each in view.client if each.is_query]
    if not view.is_action and (not view.methods or "GET" in view.methods):
        yield Row("Method", "GET: can be cached, prefetched, linked", "POST: never cached")
    elif queries or (view.is_action and not view.trace.writes and view.client):
        yield Row("Method", "GET: can be cached", "POST: never cached")
    if queries or any(each.use is not None and each.use.in_parallel for each in view.client):
        yield Row("Several at once", "run in parallel", "run one after another")


def _change(view: EntryView) -> Iterator[Row]:
    if not view.trace.writes or not (view.client or view.is_action):
        return
    again = _asked_again(view)
    endpoint = f"a second request: {again}" if again else "the page asks again: `router.refresh()`, `mutate()`"
    fresh = view.trace.of("revalidation")
    done = f"`{fresh[0].effect.what}` brings" if fresh else "`revalidatePath()` could bring"
    yield Row("After the change", endpoint, f"{done} the new page in the same answer")


def _asked_again(view: EntryView) -> str:
    """How the callers bring the page up to date today."""
    for contact in view.client:
        source = view.project.source(contact.caller.path)
        for word in ("router.refresh()", "mutate("):
            if source is not None and word.encode() in source.data:
                return f"`{word.rstrip('()')}()`"
    return ""


def _guarding(view: EntryView) -> Iterator[Row]:
    app = view.app
    if app is not None and not view.is_action and may_guard(view.project, app, view.entry.url):
        yield Row("Middleware", f"guards `{view.entry.url}`", "sees the page's path, not this one")
    if view.trace.writes and view.seen("session", "cookies"):
        origins = app.config.server_actions.allowed_origins if app is not None and app.config.server_actions else ()
        more = f" or {', '.join(origins[:2])}" if origins else ""
        yield Row("Forged requests", "only SameSite cookies protect", f"Next.js compares Origin with Host{more}")


def _limit(view: EntryView) -> str:
    config = view.app.config.server_actions if view.app is not None else None
    limit = config.body_size_limit if config is not None else None
    return f"{limit} (bodySizeLimit)" if limit is not None else "1 MB"

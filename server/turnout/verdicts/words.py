"""Words for people: what answers, ways of calling and kinds of entries are called."""

from __future__ import annotations

from collections.abc import Mapping

from turnout.project.entries import Caller, Entry

ANSWERS: Mapping[str, str] = {
    "http-endpoint": "HTTP endpoint",
    "server-action": "Server Action",
    "server-function": "plain server function",
    "unused": "unused",
}
KINDS: Mapping[str, str] = {
    "api-route": "API route",
    "route-handler": "route handler",
    "server-action": "Server Action",
}
HOW: Mapping[str, str] = {
    "fetch": "fetch",
    "request-object": "new Request",
    "swr": "useSWR",
    "swr-mutation": "useSWRMutation",
    "swr-key": "SWR key",
    "event-source": "EventSource",
    "beacon": "sendBeacon",
    "window-open": "window.open",
    "resource": "src",
    "ai": "AI hook",
    "form-action": "form action",
    "action-state": "useActionState",
    "re-export": "re-export",
    "queue": "queue",
    "openapi": "OpenAPI",
}
"""Where the word for people is another."""


def how_of(entry: Entry, caller: Caller) -> str:
    """How a caller calls, in a word or two."""
    if caller.how == "call":
        return "call" if entry.kind == "server-action" else "wrapper"
    return HOW.get(caller.how, caller.how)

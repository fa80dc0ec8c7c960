"""Whether it changes something: databases, mail, payments, files, cookies, caches, other services."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from turnout.model.effects import sounds_like_writing
from turnout.project.effects import Traced
from turnout.verdicts.evidence import CLEAR, WEAK, Evidence, at_effect, at_entry
from turnout.verdicts.view import EntryView

_TEXTS: Mapping[str, str] = {
    "database-write": "It writes to a database: {}.",
    "remote-write": "It asks another service for a change: {}.",
    "service-write": "It changes something elsewhere: {}.",
    "mail": "It sends a message: {}.",
    "payment": "It starts a payment step: {}.",
    "storage-write": "It stores or deletes a file: {}.",
    "queue": "It starts a job or sends an event: {}.",
    "file-write": "It writes a file: {}.",
    "memory-write": "It changes data that the server keeps: {}.",
    "session-write": "It signs somebody in or out, or changes the account: {}.",
    "cookie-write": "It sets a cookie: {}.",
    "revalidation": "It makes cached pages fresh: {}, which an action delivers in the same round trip.",
}
_ORDER = tuple(_TEXTS)


def signal(view: EntryView) -> Iterator[Evidence]:
    best = strongest_write(view)
    if best is not None:
        is_weak = best.effect.kind in ("service-write", "queue") and not view.is_action
        weight = WEAK if is_weak and not sounds_like_writing(best.effect.what.rpartition(".")[2]) else CLEAR
        if not view.is_action and "GET" in view.methods and len(view.methods) == 1:
            weight = WEAK
        text = _TEXTS[best.effect.kind].format(best.text)
        yield at_effect(best, "mutation", "server-action", weight, text)
        fresh = next(iter(view.trace.of("revalidation")), None)
        if fresh is not None and fresh is not best:
            yield at_effect(fresh, "mutation", "server-action", WEAK, _TEXTS["revalidation"].format(fresh.text))
    elif not view.is_action and view.methods and set(view.methods) <= {"PUT", "PATCH", "DELETE"}:
        named = " and ".join(view.methods)
        yield at_entry(view, "mutation", "server-action", CLEAR, f"Its method says that it changes something: {named}.")
    elif view.is_action and sounds_like_writing(view.entry.symbol):
        yield at_entry(
            view, "mutation", "server-action", WEAK, f"Its name says that it changes something: {view.entry.symbol}."
        )


def strongest_write(view: EntryView) -> Traced | None:
    """The write that says most about the entry: a database's before a cookie's, a near one before a far one."""
    writes = view.trace.writes
    return min(writes, key=lambda each: (_ORDER.index(each.effect.kind), len(each.via))) if writes else None

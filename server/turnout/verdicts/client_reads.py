"""Reads that the browser starts: SWR, react-query, effects, polling, search as you type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.model.effects import READS, sounds_like_reading, sounds_like_writing
from turnout.verdicts.evidence import CLEAR, DECISIVE, WEAK, Evidence, at_contact, at_effect, at_entry
from turnout.verdicts.view import EntryView

_GETS = frozenset({"GET", "HEAD"})
_LEAVE = re.compile(r"(?:upload|signed)\w*url|(?:checkout|portal|authori[sz]\w*)\w*url", re.IGNORECASE)
"""``getUploadUrl``, ``getCheckoutUrl``: not data, but leave to do something once."""
_DEEDS = ("ai", "redirect", "draft-mode", "oauth")


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        yield from _read_by_action(view)
        return
    for contact in view.client:
        if contact.caller.how in (
            "link",
            "navigation",
            "window-open",
            "resource",
            "event-source",
            "beacon",
            "form",
            "ai",
        ):
            continue
        is_get = contact.caller.method in _GETS or (contact.caller.method is None and tuple(view.methods) == ("GET",))
        if contact.is_query or (is_get and (not view.methods or view.methods & _GETS)):
            how = "SWR or a query library reads it" if contact.is_query else "The browser reads it by GET"
            text = f"{how}: reads run in parallel and can be cached, which actions can't."
            yield at_contact(contact, "client-reads", "http-endpoint", DECISIVE, text)
            return
    if not view.trace.writes and view.methods and not view.methods & _GETS and view.client:
        seen = view.trace.of(*READS)
        if seen:
            text = f"It only reads ({seen[0].text}), though by {'/'.join(sorted(view.methods))}."
            yield at_effect(seen[0], "client-reads", "http-endpoint", CLEAR, text)


def _read_by_action(view: EntryView) -> Iterator[Evidence]:
    if not only_reads(view) or not view.client:
        return
    name = view.entry.symbol
    seen = view.trace.of(*READS)
    if any(each.caller.how in ("form-action", "action-state", "bind") for each in view.client):
        return
    if seen:
        text = f"It only reads: {seen[0].text}. An action is always a POST, and waits for the others of its page."
        yield at_effect(seen[0], "only-reads", "http-endpoint", CLEAR, text)
    else:
        text = f"By its name it only reads ({name}), and nothing that it changes was seen."
        yield at_entry(view, "only-reads", "http-endpoint", WEAK, text)
    query = next((each for each in view.client if each.is_query), None)
    effect = next((each for each in view.client if each.phase in ("effect", "render")), None)
    if query is not None:
        text = "A query library calls it when it likes to, and actions run one after another."
        yield at_contact(query, "client-reads", "http-endpoint", CLEAR, text)
    elif effect is not None:
        text = "An effect calls it when the page is shown: a read."
        yield at_contact(effect, "client-reads", "http-endpoint", CLEAR, text)
    else:
        yield at_contact(view.client[0], "client-reads", "http-endpoint", WEAK, "The browser asks it for data.")


def only_reads(view: EntryView) -> bool:
    """Whether an action surely looks only: no write to be seen, something read, or a name that says so."""
    if view.trace.writes or view.trace.of(*_DEEDS):
        return False
    name = view.entry.symbol
    if sounds_like_writing(name) or _LEAVE.search(name):
        return False
    if sounds_like_reading(name):
        return bool(view.bodies)
    # A name that says neither: what is read may only be the permission to do what can't be seen.
    near = [each for each in view.trace.of(*READS) if len(each.via) <= 1]
    return bool(near) and not view.trace.hidden

"""Answers that come bit by bit: streams, server-sent events, AI hooks, streamed values of actions."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.evidence import CLEAR, DECISIVE, Evidence, at_contact, at_effect
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        yield from _of_action(view)
        return
    for seen in view.trace.of("stream"):
        text = f"It streams its answer ({seen.effect.what})."
        yield at_effect(seen, "streaming", "http-endpoint", DECISIVE, text)
        break
    for contact in view.requests:
        if contact.caller.how == "event-source":
            yield at_contact(contact, "streaming", "http-endpoint", DECISIVE, "An EventSource listens to it.")
            return
        if contact.caller.how == "ai":
            yield at_contact(
                contact, "streaming", "http-endpoint", DECISIVE, "A chat or completion hook calls it by its address."
            )
            return
    for seen in view.trace.of("ai"):
        text = f"A model answers ({seen.text}): that takes long, and actions of a page wait for each other."
        yield at_effect(seen, "streaming", "http-endpoint", CLEAR, text)
        return


def _of_action(view: EntryView) -> Iterator[Evidence]:
    """An action that streams values keeps all others of its page waiting until the last one has come."""
    for seen in view.trace.of("stream"):
        if seen.via:
            continue
        weight = CLEAR if view.trace.writes else DECISIVE
        text = f"It streams its answer ({seen.effect.what}), and the other actions of the page wait for its end."
        yield at_effect(seen, "streaming", "http-endpoint", weight, text)
        return

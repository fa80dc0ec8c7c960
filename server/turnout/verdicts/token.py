"""Bearer tokens and API keys: callers that bring their own proof have no cookie of this app."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.model.effects import is_key_check
from turnout.verdicts.evidence import DECISIVE, Evidence, at_effect, at_entry
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    for wrapper in view.wrappers:
        if is_key_check(wrapper.name.rpartition(".")[2]):
            text = f"An API key is asked for ({wrapper.name}): programs call this, not only this app's interface."
            yield at_entry(view, "token", "http-endpoint", DECISIVE, text)
            return
    for seen in view.seen("api-key", "bearer"):
        what = seen.effect.what
        if seen.effect.kind == "api-key":
            text = f"An API key is asked for ({what}): programs call this, not only this app's interface."
        else:
            text = f"It reads {what}: callers bring a token, which a Server Action can't be given that way."
        yield at_effect(seen, "token", "http-endpoint", DECISIVE, text)
        return

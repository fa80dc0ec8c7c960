"""Rate limits by address: what guards an endpoint's path doesn't guard an action."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.verdicts.evidence import WEAK, Evidence, at_effect
from turnout.verdicts.view import EntryView


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    for seen in view.seen("rate-limit"):
        if not view.seen("session"):
            text = f"Its callers are counted ({seen.effect.what}): it expects strangers."
            yield at_effect(seen, "limits", "http-endpoint", WEAK, text)
        return

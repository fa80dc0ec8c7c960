"""Webhooks: a signature is checked, the raw body is read, the path says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.verdicts.evidence import CLEAR, DECISIVE, Evidence, at_effect, at_entry
from turnout.verdicts.view import EntryView

_PATH = re.compile(
    r"(?:^|[/_-])(?:web-?hooks?|hooks?|callbacks?-?url|ipn|events-?(?:receiver|subscription)|slack/events|github-app)(?:$|[/_-])"
)


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    for seen in view.seen("signature"):
        what = seen.effect.what
        text = (
            f"{what} is checked: an outside service calls this."
            if what.startswith("the header")
            else f"The signature of {what} is checked: an outside service calls this."
        )
        yield at_effect(seen, "webhook", "http-endpoint", DECISIVE, text[0].upper() + text[1:])
        break
    if _PATH.search(view.url):
        yield at_entry(
            view, "webhook", "http-endpoint", DECISIVE, f"Its path says that it is a webhook: {view.entry.url}."
        )
    elif raw := view.seen("raw-body"):
        text = "It reads the body as it was sent, which an action never sees."
        yield at_effect(raw[0], "webhook", "http-endpoint", CLEAR, text)

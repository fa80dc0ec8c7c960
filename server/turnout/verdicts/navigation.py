"""Addresses that a browser goes to or loads: links, forms without JavaScript, images, redirects, beacons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from turnout.verdicts.evidence import CLEAR, DECISIVE, WEAK, Evidence, at_contact, at_effect
from turnout.verdicts.view import EntryView

_HOWS: Mapping[str, str] = {
    "link": "A link leads to it.",
    "navigation": "The browser is sent to it.",
    "window-open": "A window opens it.",
    "resource": "The page loads it as an image or file.",
    "beacon": "A beacon reports to it while the page closes.",
}


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    for contact in view.requests:
        text = _HOWS.get(contact.caller.how)
        if text is not None:
            yield at_contact(contact, "navigation", "http-endpoint", DECISIVE, text)
            break
        if contact.caller.how == "form":
            text = "A plain form submits to it; a form can also submit to an action."
            yield at_contact(contact, "navigation", "server-action", WEAK, text)
            break
    for seen in view.trace.of("draft-mode"):
        text = f"It switches draft mode ({seen.effect.what}): an editor's preview leads here."
        yield at_effect(seen, "navigation", "http-endpoint", DECISIVE, text)
        return
    for seen in view.trace.of("redirect"):
        is_get = not view.methods or "GET" in view.methods
        who = "browsers go here" if is_get else "its callers follow it"
        text = f"It answers with a redirect ({seen.effect.what}): {who}."
        yield at_effect(seen, "navigation", "http-endpoint", DECISIVE if is_get else CLEAR, text)
        return

"""Sign-in: callbacks that another site sends the browser to, and the addresses that sign-in begins at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turnout.verdicts.evidence import DECISIVE, Evidence, at_effect, at_entry
from turnout.verdicts.view import EntryView

_PATH = re.compile(
    r"/(?:callback|oauth2?|saml|sso|oidc|\.well-known|magic-?link|confirm|authorize|auth/(?:confirm|verify))(?:/|$)"
)


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    for seen in view.seen("oauth"):
        text = f"A sign-in code is exchanged ({seen.effect.what}): another site sends the browser here."
        yield at_effect(seen, "oauth", "http-endpoint", DECISIVE, text)
        return
    if _PATH.search(view.url) and not view.client:
        text = f"Its path says that a sign-in leads here: {view.entry.url}."
        yield at_entry(view, "oauth", "http-endpoint", DECISIVE, text)
